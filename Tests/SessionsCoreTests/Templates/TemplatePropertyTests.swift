import Testing

@testable import SessionsCore

extension SplitMix64 {
    /// A template that is right, with members that this program does not know.
    fileprivate mutating func template() -> JSONObject {
        var document: JSONObject = ["schema": 1, "xTop": value(depth: 2)]
        var names: [String] = []
        for (index, kind) in TemplateField.Kind.allCases.enumerated() where below(2) == 0 {
            let name = "f\(index)-\(below(3))"
            names.append(name)
            var field: JSONObject = ["type": .string(kind.rawValue), "xField": value(depth: 1)]
            if below(2) == 0 { field["position"] = .number(JSONNumber(below(3))) }
            if below(3) == 0 { field["required"] = .bool(below(2) == 0) }
            if below(3) == 0 { field["summary"] = .string(string()) }
            if kind == .choice { field["choices"] = ["b", "a", "é", "e\u{301}"] }
            if below(3) == 0 { field["default"] = .string(pick(Self.values(of: kind))) }
            _ = document.set(.object(field), at: JSONPointer("fields", name))
        }
        if below(2) == 0 { document["title"] = .string(text(names, "T")) }
        if below(2) == 0 { document["description"] = .string(text(names, "") + string()) }
        if below(2) == 0 { document["project"] = .string("p" + text(names, "")) }
        if below(2) == 0 { document["tags"] = .array([.string(text(names, "t")), "a", "b", "a"]) }
        if below(2) == 0 { document["participants"] = ["lin@example.org": "viewer", "é": "owner"] }
        if below(2) == 0 { document["plannedMinutes"] = plan(names) }
        for number in 0..<below(4) {
            var goal: JSONObject = ["title": .string(text(names, "g")), "xGoal": value(depth: 1)]
            if below(2) == 0 { goal["position"] = .number(JSONNumber(below(3))) }
            if below(2) == 0 { goal["required"] = .bool(below(2) == 0) }
            if below(2) == 0 { goal["weight"] = .number(JSONNumber(below(9))) }
            if below(2) == 0 { goal["plannedMinutes"] = plan(names) }
            for step in 0..<below(3) {
                var milestone: JSONObject = ["title": .string(text(names, "m")), "xStep": value(depth: 1)]
                if below(2) == 0 { milestone["check"] = .string(string() + "{{.x}} $HOME '") }
                _ = goal.set(.object(milestone), at: JSONPointer("milestones", "m\(step)"))
            }
            _ = document.set(.object(goal), at: JSONPointer("goals", "g\(number)"))
        }
        return document
    }

    private mutating func text(_ names: [String], _ begin: String) -> String {
        let parts =
            names.map { "{{\($0)}}" } + ["{{title}}", "\\{{title}}", "{", "}", "\\", "{{.y}}", "é", "z"]
        return begin + (0..<below(5)).map { _ in pick(parts) }.joined()
    }

    private mutating func plan(_ names: [String]) -> JSON {
        if let name = names.first(where: { $0.hasPrefix("f3") }), below(2) == 0 {
            return .string("{{\(name)}}")
        }
        return .number(JSONNumber(below(500)))
    }

    fileprivate static func values(of kind: TemplateField.Kind) -> [String] {
        switch kind {
        case .text: ["", "a", "{{title}}", "\\{{", "é", "--"]
        case .number: ["", "0", "-1.50", "1e3"]
        case .date: ["", "today", "2026-02-28", "monday"]
        case .duration: ["", "0", "45s", "1h30m", "2d"]
        case .choice: ["", "a", "b", "é", "e\u{301}"]
        case .flag: ["", "yes", "no", "true"]
        }
    }
}

@Suite struct TemplatePropertyTests {
    @Test func whatIsWrittenIsReadBackTheSame() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("templates: seed \(seed)")
        var generator = SplitMix64(seed: seed)
        for round in 0..<2_000 {
            let place = "seed \(seed), round \(round)"
            let document = generator.template()
            let template = try Template(document, name: "a", origin: .workspace)
            let bytes = try TemplateFile.bytes(of: template)
            let again = try TemplateFile.parse(bytes, named: "a", of: .workspace, path: "a.json")
            #expect(try TemplateFile.bytes(of: again) == bytes, "\(place)")
            #expect(again.fields == template.fields && again.goals == template.goals, "\(place)")
            #expect(again.title == template.title && again.description == template.description, "\(place)")
            #expect(again.planned == template.planned && again.project == template.project, "\(place)")
            #expect(again.participants == template.participants, "\(place)")
            // Nothing is lost, known or not.
            for key in document.keys where key != "tags" && key != "fields" {
                #expect(again.document[key] == document[key], "\(place)")
            }
            #expect(again.unknownMembers == template.unknownMembers, "\(place)")
        }
    }

    @Test func whateverIsGivenMakesASessionThatIsRightOrIsRefused() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("sessions of templates: seed \(seed)")
        var generator = SplitMix64(seed: seed)
        var made = 0
        for round in 0..<2_000 {
            let template = try Template(generator.template(), name: "a", origin: .workspace)
            var settings: [FieldSetting] = []
            for field in template.fields where generator.below(3) > 0 {
                let value = generator.pick(SplitMix64.values(of: field.kind))
                settings.append(FieldSetting(name: field.name, value: value))
            }
            let place = "seed \(seed), round \(round)"
            switch Result(catching: { () throws(SessionsError) in try session(of: template, settings) }) {
            case .success(let session):
                // Commands come over as they stand.
                let checks = session.goals.flatMap { $0.milestones.compactMap(\.check) }
                let known = template.goals.flatMap { $0.milestones.compactMap(\.check) }
                #expect(checks.allSatisfy(known.contains), "\(place)")
                made += 1
            case .failure(let error): #expect(error.code == .usage, "\(place): \(error.message)")
            }
        }
        #expect(made > 500)
    }

    /// A session, as it comes back from its file.
    private func session(
        of template: Template, _ settings: [FieldSetting]
    ) throws(SessionsError) -> Session {
        var plan = SessionPlan()
        plan.title = "Login"
        try template.apply(to: &plan, filledWith: settings, today: at("08:00").day)
        let session = try Workbench().engine("08:00").create(plan) { _ in false }
        return try SessionFile.parse(SessionFile.bytes(of: session), id: session.id, path: "a")
    }
}
