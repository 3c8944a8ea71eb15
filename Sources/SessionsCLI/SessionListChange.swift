import CommandKit

/// What a command takes that does one thing to any number of sessions.
struct SessionListChange {
    private var sessions = SessionList()
    private(set) var options = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        sessions.declare(&arguments)
        options.declare(&arguments)
    }

    func references(_ context: Context) throws -> [String] { try sessions.references(context) }
}
