@testable import SessionsCore

extension SplitMix64 {
    /// The document of a session with some of everything, as the tool or an editor could have left it.
    mutating func sessionDocument(id: String) -> JSONObject {
        let words = [
            "lexer", "Größe", "e\u{301}te", "web", "x,y", "ＡＢＣ", "a b", "東京\nlexer", "", "naïve\r\nweb",
        ]
        let people = ["ada@example.org", "lin@example.org", "me"]
        func time(_ random: inout SplitMix64) -> JSON {
            // Now and then the same for several.
            let seconds = random.below(random.below(4) == 0 ? 3 : 4_000_000)
            return .string(at("12:00").advanced(bySeconds: -seconds).rfc3339)
        }
        var document: JSONObject = [
            "id": .string(id), "schema": 1, "title": .string(pick(words)),
            "status": .string(pick(["draft", "active", "paused", "completed"])),
            "createdBy": .string(pick(people)), "createdAt": time(&self),
        ]
        document["project"] = pick([nil, "web", "web.auth", "", "é"]).map(JSON.string)
        document["template"] = pick([nil, "a", "lexer"]).map(JSON.string)
        document["description"] = pick([nil, pick(words)]).map(JSON.string)
        if below(2) == 0 { document["tags"] = .array((0..<below(4)).map { _ in .string(pick(words)) }) }
        if below(4) == 0 { document["archived"] = below(2) == 0 ? [:] : ["at": time(&self)] }
        if below(2) == 0 { document["plannedMinutes"] = pick([0, 90, 1440]) }
        if below(3) == 0 { document["reflection"] = ["rating": pick([1, 3, 5])] }
        if below(3) == 0 {
            document["reflection"] = [
                "outcome": .string(pick(["success", "partial", "failed", "undecided"])),
                "learned": .object(JSONObject((0..<below(3)).map { ("l\($0)", .string(pick(words))) })),
                "skills": ["swift": .number(JSONNumber(below(5) - 2)), "a b": 1],
            ]
        }
        if below(3) == 0 { document["source"] = ["name": "task", "id": .string(pick(words))] }
        document["participants"] = .object(
            JSONObject(
                (0..<below(3)).map { _ in (pick(people), .string(pick(["owner", "editor", "viewer"]))) }))
        document["intervals"] = elements { random in
            if random.below(4) == 0 {
                return [
                    "by": "ada@example.org", "date": "2026-11-20",
                    "seconds": .number(JSONNumber(random.below(90_000))),
                ]
            }
            var interval: JSONObject = ["by": .string(random.pick(people)), "start": time(&random)]
            if random.below(3) > 0 { interval["end"] = time(&random) }
            if random.below(2) == 0 { interval["note"] = .string(random.pick(words)) }
            if random.below(2) == 0 { interval["utcOffset"] = "-03:30" }
            return interval
        }
        document["goals"] = elements { random in
            var goal: JSONObject = ["title": .string(random.pick(words))]
            if random.below(2) == 0 { goal["doneAt"] = time(&random) }
            if random.below(3) == 0 {
                goal["position"] = .number(JSONNumber(scanned: random.pick(["1", "2.5", "-1"])))
            }
            if random.below(3) == 0 {
                goal["weight"] = .number(JSONNumber(scanned: random.pick(["0", "0.1", "0.7", "3"])))
            }
            goal["milestones"] = random.elements { random in
                var milestone: JSONObject = ["title": .string(random.pick(words))]
                if random.below(2) == 0 { milestone["doneAt"] = time(&random) }
                if random.below(2) == 0 {
                    milestone["position"] = .number(JSONNumber(scanned: random.pick(["1", "2", "1e1"])))
                }
                if random.below(4) == 0 { milestone["evidence"] = ["at": time(&random), "exit": 0] }
                return milestone
            }
            return goal
        }
        document["comments"] = elements { random in
            [
                "at": time(&random), "by": .string(random.pick(people)), "text": .string(random.pick(words)),
                "mentions": .array((0..<random.below(3)).map { _ in .string(random.pick(people)) }),
            ]
        }
        document["attachments"] = elements { random in
            ["name": .string(random.pick(words)), "sha256": .string(String(repeating: "0", count: 64))]
        }
        document["events"] = elements { random in
            var event: JSONObject = [
                "seq": .number(JSONNumber(random.below(5))), "at": time(&random),
                "type": .string(random.pick(["created", "started", "completed", "edited"])),
            ]
            if random.below(3) == 0 { event["for"] = time(&random) }
            if random.below(2) == 0 {
                let place = random.pick(["/comments/", "/attachments/", "/reflection/learned/", "/ü/"])
                event["path"] = .string(place + random.pick(["e0", "e1", "l0", "l1"]))
            }
            return event
        }
        if below(4) == 0 { document["links"] = elements { _ in ["kind": "commit", "target": "1f3c"] } }
        if below(3) == 0 { document["zz"] = pick([1, ["a": [[], ["b": "c"], true]], "d"]) }
        return document
    }

    private mutating func elements(_ make: (inout SplitMix64) -> JSONObject) -> JSON {
        .object(JSONObject((0..<below(4)).map { ("e\($0)", .object(make(&self))) }))
    }
}
