import CommandKit
import SessionsCore

/// `sessions version`.
struct VersionCommand: SessionsCommand {
    static let number = "0.1.0"
    static var text: String { "sessions " + number }
    static let info = CommandInfo(
        "version", "Show the version", examples: [Example("sessions version", "the number of this program")])

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        guard context.isJSON else { return try context.print(Self.text) }
        try context.print(["schema": .number(JSONNumber(Session.schema)), "version": .string(Self.number)])
    }
}
