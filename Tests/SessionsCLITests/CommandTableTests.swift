import CommandKit
import Testing

@testable import SessionsCLI

@Suite("The command table")
struct CommandTableTests {
    @Test("keeps the rules that every command keeps")
    func lint() {
        #expect(CommandTable.sessions.lint(globals: GlobalOptions(), context: Context.self) == [])
    }
}
