import Testing

@testable import SessionsCLI

/// The record of what a person allows, beside the sessions.
@Suite("What a person trusts")
struct TrustRecordTests {
    @Test("A check that cannot be trusted is put down all the same, and that is said")
    func trustThatCannotBeWritten() throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        _ = try program.shell("mkdir -p ~/.config/sessions && echo > ~/.config/sessions/workspaces")
        let outcome = try program.run("goal", "add", "@", "Verify", "--check", "true")
        #expect(outcome.status == 0)
        #expect(outcome.error.contains("but its checks are not trusted: "), "\(outcome.error)")
        #expect(try program.output("show", "@").contains("Verify"))
    }

    @Test("Of many programs that trust a check at once, nobody's is lost")
    func trustAtOnce() throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        let outcome = try program.shell(
            """
            for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
              sessions goal add @ Goal --check "true $number" -q &
            done
            wait
            """)
        #expect(outcome.error == "")
        #expect(try program.output("trust", "--list", "-q").split(separator: "\n").count == 12)
    }
}
