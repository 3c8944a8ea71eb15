import Testing

@testable import SessionsCore

@Suite struct AttachmentTests {
    private let bench = Workbench()

    /// A session with three attachments, the first two of the same name.
    private func session() throws -> Session {
        var session = try bench.draft()
        for (index, name) in ["log.txt", "log.txt", "3"].enumerated() {
            let content = StoredContent(sha256: String(repeating: "\(index)", count: 64), size: index)
            _ = try bench.engine("09:0\(index)").attach(content, as: name, to: &session)
        }
        return session
    }

    /// What a terminal obeys or hides, and what leads elsewhere, is in no name.
    @Test(arguments: [
        ("trace.txt", "trace.txt"), ("a\nb", "a_b"), ("a\\b", "a_b"), ("\u{1b}[31m", "_[31m"),
        ("\u{85}", "_"),
        ("\u{202e}gpj.exe", "_gpj.exe"), ("Größe", "Größe"), ("", "_"), ("..", "_"), (".env", ".env"),
        (String(repeating: "é", count: 128), String(repeating: "é", count: 127)),
        ("a:b", "a_b"), ("notes. .", "notes"), (" ", "_"), ("...", "_"), ("nul", "_ul"),
        ("Com1.txt", "_om1.txt"),
        ("LPT¹", "_PT¹"), ("con .log", "_on .log"), ("CONSOLE", "CONSOLE"), ("com0", "com0"),
        ("com12", "com12"),
    ])
    func aFileOfAnyNameCanBeAttached(_ file: String, _ name: String) throws {
        #expect(SessionRules.attachmentName(ofFile: file) == name)
        #expect(try SessionRules.attachmentName(name) == name)
        if file != name { #expect(throws: SessionsError.self) { try SessionRules.attachmentName(file) } }
    }

    @Test func anAttachmentIsNamedByItsNumberItsNameOrItsID() throws {
        let session = try session()
        let all = session.attachments
        #expect(try all.indices.map { try session.attachment("\($0 + 1)") } == all)
        #expect(try session.attachment(all[1].id) == all[1])
        #expect(try session.attachment(String(all[2].id.prefix(6))) == all[2])
        for reference in ["0", "4", "-1", "log", "", "a", "txt"] {
            #expect(
                throws: SessionsError.elementNotFound(
                    kind: "attachment", reference: reference, session: session.id)
            ) { try session.attachment(reference) }
        }
        let error = #expect(throws: SessionsError.self) { try session.attachment("log.txt") }
        #expect(error?.code == .ambiguous)
        #expect(error?.message.contains("'log.txt' could be 2 attachments: \(all[0].id)") == true)
    }

    @Test func whatIsToGoIsNamedAsItWasListed() throws {
        var session = try session()
        let last = try #require(session.attachments.last)
        let sequence = session.lastSequence
        #expect(try bench.engine("10:00").removeAttachments(["1", "2", "1"], from: &session))
        #expect(session.attachments == [last])
        #expect(
            session.history(after: sequence) == [
                "removed /attachments/a… from log.txt", "removed /attachments/a… from log.txt",
            ])
    }

    @Test func oneThatIsNotThereLeavesTheOthers() throws {
        let before = try session()
        var session = before
        #expect(throws: SessionsError.self) {
            try bench.engine("10:00").removeAttachments(["1", "4"], from: &session)
        }
        #expect(session == before)
    }

    @Test func openingIsNotedDownAndChangesNothingElse() throws {
        var session = try session()
        let sequence = session.lastSequence
        let before = session.document
        #expect(try bench.engine("10:00").noteOpening(session.attachments[0], in: &session))
        #expect(session.history(after: sequence) == ["checked /attachments/a… to log.txt"])
        for (key, value) in session.document where key != "events" { #expect(before[key] == value) }
    }
}
