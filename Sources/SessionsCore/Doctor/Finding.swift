/// One thing that is not as it should be.
package struct Finding: Sendable {
    package enum Severity: String, Sendable {
        /// Something is wrong and stays so until somebody mends it.
        case damage
        /// Worth knowing; nothing is wrong, or the program puts it right by itself.
        case note
    }

    /// How it can be mended without choosing for the person.
    enum Mending: Equatable, Sendable {
        /// By what the checks change in the session.
        case edit(SessionLocation)
        /// By putting the session where it belongs.
        case place(SessionLocation)
        /// By giving a file the name it should have.
        case move(WorkspacePath, to: WorkspacePath)
        /// By removing a second copy.
        case remove(WorkspacePath)
        /// By the lock alone: whoever takes it next ends what was begun.
        case lock
    }

    /// The name of the check: `broken-reference`.
    package let check: String
    package let severity: Severity
    /// Below the workspace; for a file outside it, as it was named.
    package let path: String
    /// Where in the text, both from 1; nil where it is about the whole file.
    package let place: (line: Int, column: Int)?
    package let sessionID: String?
    /// What is wrong.
    package let problem: String
    /// Why it matters.
    package let consequence: String
    /// What to do.
    package internal(set) var advice: String
    var mending: Mending?

    package var isMendable: Bool { mending != nil }

    /// Whether it is the same thing, found a second time.
    package func isSame(as other: Finding) -> Bool {
        check == other.check && problem == other.problem
            && (path == other.path || sessionID != nil && sessionID == other.sessionID)
    }
}
