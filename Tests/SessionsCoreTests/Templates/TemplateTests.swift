import Testing

@testable import SessionsCore

@Suite struct TemplateTests {
    private func builtIn(_ name: String) throws -> Template {
        try #require(Template.builtIn.first { $0.name == name })
    }

    @Test(arguments: [
        ("bug-fix", 90, ["bug"], ["Reproduce", "Isolate", "Fix", "Verify"]),
        ("feature", 180, ["feature"], ["Design", "Build", "Test", "Document", "Review"]),
        ("research", 120, ["research"], ["Question", "Sources", "Experiment", "Findings"]),
    ])
    func theBuiltInOnesHoldWhatTheyPromise(
        _ name: String, _ minutes: Int, _ tags: [String], _ goals: [String]
    ) throws {
        let plan = try builtIn(name).plan()
        #expect(plan.template == name && plan.tags == tags && plan.title == "Login")
        #expect(plan.planned?.seconds == minutes * 60)
        #expect(plan.goals.map(\.title) == goals)
        #expect(plan.goals.map(\.isRequired) == goals.indices.map { $0 == goals.count - 1 })
    }

    @Test func aBlankOneHoldsNothing() throws {
        let plan = try builtIn("blank").plan()
        #expect(plan.template == "blank" && plan.tags == [] && plan.planned == nil && plan.goals.isEmpty)
    }

    @Test func whatThePlanSaysGoesBefore() throws {
        var plan = SessionPlan()
        plan.planned = TimeAmount(seconds: 60)
        plan.tags = ["safari"]
        plan.goals = [.init("Tell the others")]
        plan.project = "web"
        plan.description = "given"
        plan.participants = [Participant(person: "lin", role: .owner)]
        var document = try builtIn("bug-fix").document
        document["project"] = "other"
        document["description"] = "other"
        document["participants"] = ["lin": "viewer", "eve": "editor"]
        let template = try Template(document, name: "a", origin: .personal)
        try template.apply(to: &plan, today: at("08:00").day)
        #expect(plan.planned?.seconds == 60 && plan.tags == ["safari", "bug"] && plan.project == "web")
        #expect(plan.description == "given")
        #expect(plan.goals.map(\.title) == ["Reproduce", "Isolate", "Fix", "Verify", "Tell the others"])
        #expect(plan.goals.filter(\.isRequired).map(\.title) == ["Verify"])
        plan.title = "Login"
        let session = try Workbench().engine("08:00").create(plan) { _ in false }
        #expect(
            session.participants.map { "\($0.person) \($0.role)" } == [
                "ada@example.org owner", "eve editor", "lin owner",
            ])
    }

    private let ticket = #"""
        {"fields": {"ticket": {"required": true, "position": 1}, "severity": {"type": "choice", "choices":
            ["low", "high"], "default": "low"}, "due": {"type": "date"}, "time": {"type": "duration"},
            "urgent": {"type": "flag"}, "part": {}},
         "title": "{{ticket}}: {{title}}", "description": "Due {{due}}, for {{title}}\n\\{{ticket}}",
         "project": "web.{{part}}", "tags": ["bug", "{{severity}}", "{{urgent}}"], "plannedMinutes": "{{time}}",
         "goals": {"b": {"position": 2, "title": "Fix {{ticket}}", "plannedMinutes": "{{time}}", "weight": 2.5,
                "required": true, "milestones": {"y": {"position": 2, "title": "{{part}}"},
                    "x": {"position": 1, "title": "Test {{ticket}}", "check": "make {{.x}} 'a b' $HOME"}}},
            "c": {"position": 3, "title": "{{urgent}}"}, "a": {"position": 1, "title": "Reproduce"}}}
        """#

    @Test func valuesGoIntoEveryText() throws {
        let plan = try template(ticket).plan(
            "ticket=T-1 {{due}}", "due=monday", "time=90", "urgent", "part=auth", "severity=high")
        #expect(plan.title == "T-1 {{due}}: Login")
        #expect(plan.description == "Due 2026-11-16, for Login\n{{ticket}}")
        #expect(plan.project == "web.auth" && plan.tags == ["bug", "high", "urgent"])
        #expect(plan.planned?.seconds == 5400 && plan.template == "sample")
        #expect(plan.goals.map(\.title) == ["Reproduce", "Fix T-1 {{due}}", "urgent"])
        let fix = plan.goals[1]
        #expect(fix.isRequired && fix.weight == 2.5 && fix.planned?.seconds == 5400)
        #expect(fix.milestones.map(\.title) == ["Test T-1 {{due}}", "auth"])
        // A command is taken over to the letter.
        #expect(fix.milestones.map(\.check) == ["make {{.x}} 'a b' $HOME", nil])
    }

    @Test func whatIsEmptyIsLeftOut() throws {
        var ticket = try template(ticket).document
        ticket["project"] = "{{part}}"
        let template = try Template(ticket, name: "sample", origin: .workspace)
        let plan = try template.plan("ticket=T-1", "urgent=no", "severity=", "part= ")
        #expect(plan.tags == ["bug"] && plan.project == nil && plan.planned == nil)
        #expect(plan.goals.map(\.title) == ["Reproduce", "Fix T-1"])
        #expect(plan.goals[1].milestones.map(\.title) == ["Test T-1"] && plan.goals[1].planned == nil)
        #expect(try template.plan("ticket=T-1").tags == ["bug", "low"])
    }

    @Test func aSessionOfItIsRight() throws {
        var plan = try template(ticket).plan("ticket=T-1", "part=auth")
        plan.title += " "
        let session = try Workbench().engine("08:00").create(plan) { _ in false }
        try SessionChecker.check(session.document)
        #expect(session.title == "T-1: Login" && session.template == "sample")
        #expect(session.goals[1].milestones.map(\.check) == ["make {{.x}} 'a b' $HOME", nil])
    }

    @Test func aTypedTitleGoesBeforeOneWithoutAPlaceForIt() throws {
        let fixed = try template(#"{"title": "Standup", "tags": ["a"]}"#)
        #expect(!fixed.needsTitle)
        #expect(try fixed.plan(titled: "").title == "Standup")
        #expect(try fixed.plan(titled: "Retro").title == "Retro")
        #expect(try template("{}").needsTitle)
        #expect(try template(#"{"title": "a {{ title }}"}"#).needsTitle)
    }

    @Test func theLastOfTwoValuesHolds() throws {
        #expect(try template(ticket).plan("ticket=a", "ticket=b").title == "b: Login")
    }

    @Test(arguments: [
        ([], SessionsError.missingFields(template: "sample", options: ["--set ticket=TEXT"])),
        (["ticket="], .missingFields(template: "sample", options: ["--set ticket=TEXT"])),
        (["ticket"], .missingFields(template: "sample", options: ["--set ticket=TEXT"])),
        (["ticket=a", "due"], .missingFields(template: "sample", options: ["--set due=DATE"])),
        (
            ["ticket=a", "tiket=b"],
            .unknownField(
                name: "tiket", template: "sample",
                known: ["due", "part", "severity", "time", "urgent", "ticket"])
        ),
        (
            ["ticket=a", "due=soon"],
            .invalid(
                what: "a date for '--set due'", value: "soon", expected: "like 2026-11-22, today or monday")
        ),
        (
            ["ticket=a", "severity=High"],
            .invalid(what: "a choice for '--set severity'", value: "High", expected: "high, low")
        ),
        (
            ["ticket=a", "urgent=maybe"],
            .invalid(what: "an answer for '--set urgent'", value: "maybe", expected: "yes or no")
        ),
        (
            ["ticket=a", "time=long"],
            .invalid(
                what: "an amount of time for '--set time'", value: "long", expected: TimeAmount.forms)
        ),
    ])
    func aWrongValueNamesItsOption(_ settings: [String], _ error: SessionsError) throws {
        let template = try template(ticket)
        var plan = SessionPlan()
        plan.title = "Login"
        #expect(throws: error) {
            try template.apply(
                to: &plan, filledWith: settings.map(FieldSetting.init), today: at("08:00").day)
        }
        #expect(error.code == .usage)
    }

    @Test func severalMissingOnesAreNamedTogether() throws {
        let template = try template(
            #"""
            {"fields": {"a": {"required": true, "type": "choice", "choices": ["x", "y"]},
                "b": {"required": true, "type": "flag"}, "c": {"required": true, "default": "z"}}}
            """#)
        let error = try refusal { _ = try template.plan() }
        #expect(error.message == "template 'sample' needs --set a=x|y --set b=yes|no")
        #expect(throws: Never.self) { try template.plan("a=x", "b=no") }
    }

    @Test(arguments: [
        ("number", "3", "3"), ("number", "-2.50", "-2.50"), ("number", "0x10", nil), ("number", "1,5", nil),
        ("number", "inf", nil), ("number", "3 ", nil), ("number", "[3]", nil),
        ("date", "2026-11-22", "2026-11-22"), ("date", "2026-02-30", nil), ("date", "today", "2026-11-22"),
        ("date", "yesterday", "2026-11-21"), ("date", "2026-11", nil), ("date", "14:05", nil),
        ("duration", "90", "1h30m"), ("duration", "1.5h", "1h30m"), ("duration", "45s", "45s"),
        ("duration", "61s", "61s"), ("duration", "-1h", nil),
        ("text", " a\n", " a\n"), ("text", "{{title}}", "{{title}}"),
    ])
    func aValueIsOfItsType(_ type: String, _ text: String, _ placed: String?) throws {
        let template = try template(#"{"fields": {"a": {"type": "\#(type)"}}, "description": "<{{a}}>"}"#)
        if let placed {
            #expect(try template.plan("a=\(text)").description == "<\(placed)>")
        } else {
            #expect(try refusal { _ = try template.plan("a=\(text)") }.code == .usage)
        }
    }

    @Test func slipsAreTold() throws {
        let template = try template(
            #"""
            {"$schema": "a", "note": 1, "fields": {"used": {}, "lost": {"hint": 1}, "time": {"type": "duration"}},
             "goals": {"g/1": {"title": "{{used}}", "requried": true, "plannedMinutes": "{{time}}",
                "milestones": {"m": {"title": "a", "chek": "b"}}}}}
            """#)
        #expect(template.unusedFields == ["lost"])
        #expect(
            template.unknownMembers == [
                "/note", "/fields/lost/hint", "/goals/g~11/requried", "/goals/g~11/milestones/m/chek",
            ])
    }
}
