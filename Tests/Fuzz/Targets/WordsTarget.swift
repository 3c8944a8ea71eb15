@testable import CommandKit
@testable import SessionsCLI
@testable import SessionsCore

/// Any words are a command line or a mistake that says what it is.
func testWords(_ text: String) {
    let words = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var globals = GlobalOptions()
    let resolution = CommandTable.sessions.resolve(words, globals: &globals)
    if let type = try? resolution.command() { parse(type, resolution, &globals) }
    if let parts = ShellLine.words(of: text) {
        expect(parts.joined().utf8.count <= text.utf8.count, "words are no longer than their line")
    }
    _ = try? LineFormat(argument: text)
    if let participant = try? Participant(argument: text) {
        expect(text.hasPrefix(participant.person), "a person is what stands first")
    }
    _ = (try? Period(argument: text), try? Moment(argument: text), GoalReference(text))
}

private func parse(_ type: any Command.Type, _ resolution: Resolution, _ globals: inout GlobalOptions) {
    do {
        _ = try CommandParser.parse(type, resolution.words, path: resolution.path, globals: &globals)
    } catch {
        expect(!error.message.isEmpty && !error.command.isEmpty, "a mistake is named")
    }
}
