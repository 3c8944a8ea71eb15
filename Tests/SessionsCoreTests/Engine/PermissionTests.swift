import Testing

@testable import SessionsCore

@Suite struct PermissionTests {
    /// Every way to change a session, and the least role that may.
    private static let changes:
        [(name: String, role: Role, change: @Sendable (Engine, inout Session) throws -> Bool)] =
            [
                ("comment", .commenter, { try $0.comment(on: &$1, "hm") }),
                (
                    "attach", .commenter,
                    {
                        try $0.attach(
                            StoredContent(sha256: String(repeating: "0", count: 64), size: 1), as: "a",
                            to: &$1)
                    }
                ),
                ("open an attachment", .viewer, { try $0.noteOpening($1.attachment("1"), in: &$1) }),
                ("remove an attachment", .editor, { try $0.removeAttachments(["1"], from: &$1) }),
                ("start", .editor, { try $0.start(&$1) }),
                ("complete", .editor, { try $0.complete(&$1) }),
                ("archive", .editor, { try $0.archive(&$1) }),
                (
                    "change", .editor,
                    { engine, session in
                        var changes = FieldChanges()
                        changes.title = "New"
                        return try engine.change(&session, changes)
                    }
                ),
                (
                    "reflect", .editor,
                    { engine, session in
                        var reflection = Reflection()
                        reflection.rating = 1
                        return try engine.reflect(on: &session, reflection)
                    }
                ),
                ("add a goal", .editor, { try $0.addGoal(.init("b"), to: &$1) }),
                ("reach a goal", .editor, { try $0.reach(GoalReference("1"), in: &$1) }),
            ]

    @Test(arguments: Role.allCases)
    func eachRoleMayDoWhatItMayAndNoMore(_ role: Role) throws {
        let bench = Workbench()
        var before = try bench.draft { plan in
            plan.goals = [.init("a")]
            plan.participants = [Participant(person: "lin@example.org", role: role)]
        }
        let content = StoredContent(sha256: String(repeating: "1", count: 64), size: 1)
        _ = try bench.engine("08:30").attach(content, as: "b", to: &before)
        for (name, least, change) in Self.changes {
            var session = before
            let engine = bench.engine("09:00", by: "lin@example.org")
            if role >= least {
                #expect(try change(engine, &session), "\(name) as \(role)")
            } else {
                let error = try refusal { _ = try change(engine, &session) }
                #expect(error.code == .refused, "\(name) as \(role)")
                #expect(error.message.contains("you are \(role) in it, and this takes \(least)"))
                #expect(error.hint == "ask ada@example.org")
                #expect(session == before, "\(name) as \(role)")
            }
        }
    }

    @Test func aCommenterRemovesWhatTheyAttachedAndNothingElse() throws {
        var bench = Workbench()
        bench.membership = Membership(defaultRole: .commenter)
        var session = try bench.draft()
        let content = StoredContent(sha256: String(repeating: "1", count: 64), size: 1)
        _ = try bench.engine("08:30").attach(content, as: "hers", to: &session)
        let engine = bench.engine("09:00", by: "lin@example.org")
        _ = try engine.attach(content, as: "mine", to: &session)
        let error = try refusal { _ = try engine.removeAttachments(["mine", "hers"], from: &session) }
        #expect(error.code == .refused)
        #expect(try engine.removeAttachments(["mine"], from: &session))
        #expect(session.attachments.map(\.name) == ["hers"])
    }

    @Test func onlyAnOwnerMayDelete() throws {
        let bench = Workbench()
        for role in Role.allCases {
            let session = try bench.draft {
                $0.participants = [Participant(person: "lin@example.org", role: role)]
            }
            let engine = bench.engine("09:00", by: "lin@example.org")
            if role == .owner {
                try engine.permit(.own, in: session, to: "delete")
            } else {
                let error = try refusal { try engine.permit(.own, in: session, to: "delete") }
                let reason = "you are \(role) in it, and this takes owner"
                #expect(error.message == "cannot delete '\(session.id)': \(reason)")
            }
        }
    }

    @Test func pausingAndRestoringTakeAnEditor() throws {
        var bench = Workbench()
        var running = try bench.running()
        _ = try bench.engine("09:10", by: "lin@example.org").start(&running)
        var archived = try bench.draft()
        _ = try bench.engine("09:00").archive(&archived)
        bench.membership = Membership(defaultRole: .commenter)
        let engine = bench.engine("10:00", by: "lin@example.org")
        #expect(try refusal { _ = try engine.pause(&running) }.code == .refused)
        #expect(try refusal { _ = try engine.restore(&archived) }.code == .refused)
    }

    @Test func aMemberHasTheRoleOfTheWorkspaceAndAnybodyElseTheDefault() throws {
        var bench = Workbench()
        bench.membership = Membership(defaultRole: .viewer, members: [("kim@example.org", .commenter)])
        var session = try bench.draft()
        #expect(try bench.engine("09:00", by: "kim@example.org").comment(on: &session, "hm"))
        #expect(throws: SessionsError.self) {
            try bench.engine("09:00", by: "kim@example.org").start(&session)
        }
        #expect(throws: SessionsError.self) {
            try bench.engine("09:00", by: "zoe@example.org").comment(on: &session, "hm")
        }
    }

    @Test func anAliasBringsItsRoleAndAnUnknownOneNone() throws {
        var bench = Workbench()
        var session = try bench.draft {
            $0.participants = [
                Participant(person: "viewer@example.org", role: .viewer),
                Participant(person: "editor@example.org", role: .editor),
            ]
        }
        bench.aliases = ["nobody@example.org"]
        #expect(throws: SessionsError.self) {
            try bench.engine("09:00", by: "viewer@example.org").start(&session)
        }
        bench.aliases = ["editor@example.org"]
        #expect(try bench.engine("09:00", by: "viewer@example.org").start(&session))
    }
}
