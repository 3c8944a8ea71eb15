/// What kind of thing keeps a record from being brought in, the worst last: it says how the whole ends.
package enum ImportFault: Int, Sendable {
    /// A value of another program that does not fit.
    case value
    /// A session that is here already, and is not the same.
    case differs
    /// More than is taken.
    case tooLarge
    /// It is not what such a file holds.
    case damaged
    /// A later version wrote it.
    case newer

    package var code: SessionsError.Code {
        switch self {
        case .value, .differs: .usage
        case .tooLarge: .limit
        case .damaged: .damaged
        case .newer: .newerSchema
        }
    }

    /// What to do about it.
    var hint: String {
        switch self {
        case .differs:
            "nothing was imported; with --skip-bad those that are here stay as they are, and the others come in"
        case .newer:
            "nothing was imported; use a newer version of sessions, or leave them out with --skip-bad"
        case .value, .tooLarge, .damaged: "nothing was imported; mend them, or leave them out with --skip-bad"
        }
    }
}
