import SessionsCore

/// How the program ends; published in `sessions help exit-codes` and kept for ever.
enum ExitCode: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case usage = 2
    case nothing = 3
    case notFound = 4
    case damaged = 5
    case refused = 6
    case locked = 7
    case interrupted = 130

    init(_ code: SessionsError.Code) {
        self =
            switch code {
            case .io: .failed
            case .usage, .limit: .usage
            case .notFound, .ambiguous: .notFound
            case .damaged, .conflicted, .newerSchema: .damaged
            case .refused, .untrusted: .refused
            case .locked: .locked
            case .interrupted: .interrupted
            }
    }

    var meaning: String {
        switch self {
        case .done: "done"
        case .failed: "the machine failed: a file could not be read or written, the disk is full"
        case .usage: "wrong usage, or a limit exceeded"
        case .nothing: "nothing matched (only with --exit-status), or a check ran out of time"
        case .notFound: "not found, or ambiguous"
        case .damaged: "a damaged, conflicted or newer file; a list has printed the others"
        case .refused:
            "refused: the status, a permission, an open required goal, a failed or untrusted check or a hook"
        case .locked: "somebody else holds the lock"
        case .interrupted: "interrupted"
        }
    }
}
