import CommandKit

extension Topic {
    /// What `sessions help` explains beside the commands, and the manual in pages of their own.
    static var all: [Topic] {
        [.query, .times, .statistics, .format, .hooks, .environment, .json, .exitCodes]
    }

    static func named(_ name: String) -> Topic? { all.first { $0.name == name } }
}
