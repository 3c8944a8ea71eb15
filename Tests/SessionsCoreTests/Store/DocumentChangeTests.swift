import Testing

@testable import SessionsCore

@Suite struct DocumentChangeTests {
    @Test func whatIsTakenBackIsAsBefore() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<4_000 {
            let old = generator.document(depth: 3)
            var new = generator.below(3) == 0 ? generator.document(depth: 3) : old
            for _ in 0..<generator.below(4) { generator.mutate(&new) }
            let change = DocumentChange(from: old, to: new)
            #expect(change.steps.isEmpty == (old == new), "seed \(seed), round \(round)")
            var back = new
            do { try change.revert(in: &back) } catch {
                Issue.record("seed \(seed), round \(round): conflict at \(error.pointer)")
            }
            #expect(back == old, "seed \(seed), round \(round)")
            let bytes = change.json.bytes(.line)
            let again = DocumentChange(try JSON(parsing: bytes, limits: JSONLimits(depth: 128)))
            #expect(again == change, "seed \(seed), round \(round)")
        }
    }

    private func change(_ old: JSONObject, _ new: JSONObject) -> DocumentChange {
        DocumentChange(from: old, to: new)
    }

    /// Takes the change from old to new back in a document that has changed since.
    private func revert(
        _ old: JSONObject, _ new: JSONObject, in since: JSONObject
    ) throws(DocumentChange.Conflict) -> JSONObject {
        var document = since
        try change(old, new).revert(in: &document)
        return document
    }

    @Test func whatWasChangedElsewhereStays() throws {
        let result = try revert(
            ["title": "a", "project": "p"], ["title": "b", "project": "p"],
            in: ["title": "b", "project": "q", "tags": ["x"]])
        #expect(result == ["title": "a", "project": "q", "tags": ["x"]])
    }

    @Test func setsAreMerged() throws {
        let result = try revert(
            ["tags": ["a", "b"]], ["tags": ["b", "c"]], in: ["tags": ["b", "c", "d"]])
        #expect(result == ["tags": ["a", "b", "d"]])
        #expect(try revert([:], ["tags": ["a"]], in: ["tags": ["a", "z"]]) == ["tags": ["z"]])
        #expect(try revert(["tags": ["a"]], [:], in: ["tags": ["z"]]) == ["tags": ["a", "z"]])
        #expect(try revert([:], ["tags": ["a"]], in: ["tags": ["a"]]) == [:])
    }

    @Test func theFirstOfACollectionGoesAndTheSecondStays() throws {
        let (first, second): (JSON, JSON) = (["text": "1"], ["text": "2"])
        let result = try revert(
            [:], ["comments": ["cbbbbbbbbbb": first]],
            in: ["comments": ["cbbbbbbbbbb": first, "cccccccccccc": second]])
        #expect(result == ["comments": ["cccccccccccc": second]])
    }

    @Test func anElementIsAWhole() throws {
        let step = change([:], ["comments": ["cbbbbbbbbbb": ["text": "1", "by": "a"]]]).steps
        #expect(step.map(\.pointer) == [JSONPointer("comments", "cbbbbbbbbbb")])
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("comments", "cbbbbbbbbbb"))) {
            try revert(
                [:], ["comments": ["cbbbbbbbbbb": ["text": "1"]]],
                in: ["comments": ["cbbbbbbbbbb": ["text": "1", "note": "mine"]]])
        }
    }

    @Test func aConflictNamesThePath() {
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("title"))) {
            try revert(["title": "a"], ["title": "b"], in: ["title": "c"])
        }
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("goals", "g", "title"))) {
            try revert(
                ["goals": ["g": ["title": "a", "n": 1]]], ["goals": ["g": ["title": "b", "n": 1]]], in: [:])
        }
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("tags"))) {
            try revert(["tags": ["a"]], ["tags": ["a", "b"]], in: ["tags": ["a"]])
        }
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("tags"))) {
            try revert(["tags": ["a", "b"]], ["tags": ["a"]], in: ["tags": ["a", "b"]])
        }
        #expect(throws: DocumentChange.Conflict(pointer: JSONPointer("tags"))) {
            try revert(["tags": ["a", "b"]], ["tags": ["a"]], in: ["tags": "a, b"])
        }
    }

    @Test func theOrderOfAListThatIsNoSetIsKept() throws {
        for list: JSON in [["b", "a"], ["a", "a"], [1, 2], []] {
            #expect(try revert(["x": list], ["x": ["a"]], in: ["x": ["a"]]) == ["x": list])
        }
    }

    @Test func nullAndNothingDiffer() throws {
        let steps = change(["a": .null], ["b": .null])
        #expect(DocumentChange(steps.json) == steps)
        #expect(try revert(["a": .null], [:], in: [:]) == ["a": .null])
    }

    @Test(arguments: ["{}", "1", "[1]", "[{}]", "[{\"path\": \"no slash\"}]"])
    func whatIsNoChangeIsNotRead(text: String) throws {
        #expect(DocumentChange(try JSON(parsing: text)) == nil)
    }

    @Test func historyIsLeftOut() {
        let both = change([:], ["events": ["ebbbbbbbbbb": [:]], "title": "a"])
        #expect(both.withoutEvents.steps.map(\.pointer) == [JSONPointer("title")])
    }
}

extension SplitMix64 {
    private mutating func key() -> String {
        let keys = ["a", "b", "tags", "", "x/y", "é", "cbbbbbbbbbb", "gccccccccccc", "comments"]
        return keys[below(keys.count)]
    }

    private mutating func member(depth: Int) -> JSON {
        switch below(depth == 0 ? 3 : 6) {
        case 0: .null
        case 1: .number(JSONNumber(below(3)))
        case 2: .string("t\(below(3))")
        case 3: .array((0..<below(4)).map { _ in .string("\(below(4))") })
        case 4: .array(SessionRules.sortedSet((0..<below(4)).map { _ in "\(below(6))" }).map(JSON.string))
        default: .object(document(depth: depth - 1))
        }
    }

    mutating func document(depth: Int) -> JSONObject {
        JSONObject((0..<below(5)).map { _ in (key(), member(depth: depth)) })
    }

    /// Changes something somewhere.
    mutating func mutate(_ object: inout JSONObject) {
        let keys = object.keys
        guard !keys.isEmpty, below(4) > 0 else { return object[key()] = member(depth: 2) }
        let key = keys[below(keys.count)]
        if case .object(var inner)? = object[key], below(4) > 0 {
            mutate(&inner)
            object[key] = .object(inner)
        } else {
            object[key] = below(2) == 0 ? nil : member(depth: 2)
        }
    }
}
