import Testing

@testable import SessionsCore

/// The text of a session that is made of the bytes of its file is that of the session.
@Suite struct StoredSessionTests {
    private static let rounds = 1_500
    private let now = at("12:00")

    /// What is printed of a file by way of a session; nil where it is none.
    private func expected(_ bytes: [UInt8], id: String, _ style: JSONWriter.Style) -> String? {
        guard let session = try? SessionFile.parse(bytes, id: id, path: "f") else { return nil }
        var text: [UInt8] = []
        JSON.object(session.output(now: now)).append(to: &text, style: style, indent: 1)
        return String(decoding: text, as: UTF8.self)
    }

    /// The same without one; nil where it is not taken.
    private func text(_ bytes: [UInt8], id: String, _ style: JSONWriter.Style) -> String? {
        var stored = StoredSession()
        var buffer = GrowingBuffer<UInt8>(capacity: 16)
        let isTaken = bytes.withUnsafeBytes { bytes in
            guard stored.read(bytes, id: id, now: now) else { return false }
            stored.append(to: &buffer, JSONWriter(style), indent: 1)
            return true
        }
        return isTaken ? String(decoding: buffer.bytes, as: UTF8.self) : nil
    }

    /// A session with what random ones lack: milestones, links, lessons in an order, what nobody knows.
    private func document(_ random: inout SplitMix64) -> JSONObject {
        var document = random.sessionDocument(id: "k7m2q9wd4xhz")
        let time = at("11:00").rfc3339
        if random.below(2) == 0 {
            document["goals"] = [
                "g1": [
                    "milestones": [
                        "m1": ["doneAt": .string(time), "position": 2, "title": "b\u{7f}\u{202e}"],
                        "m2": ["position": 1, "theirs": [1, [:], []], "title": "a"],
                    ], "position": .number(JSONNumber(random.below(3))), "title": "one", "weight": 3,
                ],
                "g2": ["doneAt": .string(time), "position": 1, "required": true, "title": "two"],
            ]
        }
        if random.below(2) == 0 {
            let later: JSON = random.below(2) == 0 ? .string(time) : "2026-11-20T00:00:00.000Z"
            document["links"] = [
                "k1": ["at": .string(time), "kind": "commit", "target": "x"],
                "k2": ["at": later, "kind": "branch", "target": "y"],
            ]
        }
        if random.below(2) == 0 {
            document["reflection"] = [
                "learned": ["l1": "much", "l2": "more\n"], "outcome": "success", "zeal": .null,
            ]
            document["events"] = [
                "e1": [
                    "at": .string(time), "path": "/reflection/learned/l1", "seq": 2, "type": "added",
                ],
                "e2": ["at": .string(time), "path": "/reflection/learned/l2", "seq": 1],
                "e3": ["at": .string(time), "path": "/comments/e2", "seq": 1, "to": ["a": "\u{1b}"]],
                "e4": ["at": .string(time), "path": "/comments/e0", "seq": 3, "type": "started"],
            ]
            for id in ["e0", "e1", "e2"] {
                _ = document.set(
                    ["at": .string(time), "by": "ada", "text": .string("\(id) é")],
                    at: JSONPointer("comments", id))
            }
        }
        let others: [JSON] = ["x", 1, true, [:], ["b": [1]]]
        for key in ["aaa", "progress", "statusBefore", "zzz"] where random.below(4) == 0 {
            document[key] = random.pick(others)
        }
        return document
    }

    @Test func itIsTheTextOfTheSession() {
        var random = SplitMix64(seed: 7)
        var taken = 0
        for round in 0..<Self.rounds {
            let bytes = JSON.object(document(&random)).bytes(.file)
            for style in [JSONWriter.Style.output, .line] {
                guard let text = text(bytes, id: "k7m2q9wd4xhz", style) else { continue }
                taken += 1
                let expected = expected(bytes, id: "k7m2q9wd4xhz", style)
                #expect(text == expected, "round \(round)")
                if text != expected { return }
            }
        }
        #expect(taken > Self.rounds / 2, "\(taken)")
    }

    /// Whatever is wrong with a file: it is not taken, or it is a session all the same.
    @Test func nothingElseIsTaken() {
        var random = SplitMix64(seed: 8)
        var changed = 0
        for round in 0..<Self.rounds {
            var bytes = JSON.object(document(&random)).bytes(.file)
            for _ in 0..<1 + random.below(3) {
                let place = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8(truncatingIfNeeded: random.below(256))
                default: bytes.insert(random.pick(Array("\"\\{}[]:,0-9nZ ".utf8)), at: place)
                }
            }
            guard let text = text(bytes, id: "k7m2q9wd4xhz", .output) else { continue }
            changed += 1
            let expected = expected(bytes, id: "k7m2q9wd4xhz", .output)
            #expect(text == expected, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
            if text != expected { return }
        }
        #expect(changed > 0)
    }

    @Test func theFileOfAnotherIsNotTaken() {
        var random = SplitMix64(seed: 9)
        for _ in 0..<50 {
            let bytes = JSON.object(document(&random)).bytes(.file)
            #expect(text(bytes, id: "k7m2q9wd4xhy", .output) == nil)
        }
    }
}
