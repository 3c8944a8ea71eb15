/// Where the file of a session lies: under the month in which it was made.
package struct SessionLocation: Comparable, Hashable, Sendable {
    /// The folder of the months.
    static let folderName = "sessions"

    package let id: String
    /// `2026-11`
    package let month: String

    /// Where a session belongs.
    init(of session: Session) {
        id = session.id
        month = session.createdAt.day.monthText
    }

    init(id: String, month: String) {
        self.id = id
        self.month = month
    }

    /// From the name of a file; nil for a file that is no session's.
    init?(fileName: String, month: String) {
        guard fileName.hasSuffix(".json") else { return nil }
        let id = String(fileName.dropLast(5))
        guard Identifier.isSession(id) else { return nil }
        self.init(id: id, month: month)
    }

    /// From the path of a file; nil for a file that is no session's.
    init?(_ path: WorkspacePath) {
        guard path.components.count == 3, path.components[0] == SessionLocation.folderName else { return nil }
        self.init(fileName: path.name, month: path.components[1])
    }

    var fileName: String { id + ".json" }

    var path: WorkspacePath { WorkspacePath([SessionLocation.folderName, month, fileName]) }

    package static func < (a: SessionLocation, b: SessionLocation) -> Bool {
        (a.id, a.month) < (b.id, b.month)
    }
}

/// A file of a workspace, by the folders that lead to it.
struct WorkspacePath: Hashable, Sendable, CustomStringConvertible {
    let components: [String]

    init(_ components: [String]) { self.components = components }

    /// `sessions/2026-11/k7m2q9wd4xhz.json`; nil for anything that could lead elsewhere.
    init?(_ text: String) {
        components = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard components.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }) else {
            return nil
        }
    }

    var name: String { components.last ?? "" }
    var folders: ArraySlice<String> { components.dropLast() }
    var description: String { components.joined(by: "/") }
}
