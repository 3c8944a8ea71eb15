import CommandKit
import SessionsCore
import Terminal

/// What a person or a program is told of an error.
struct ErrorReport {
    let code: SessionsError.Code
    let message: String
    let hint: String?
    /// The line of a batch that is to blame.
    private(set) var line: Int?

    init(_ error: any Error) {
        switch error {
        case let error as SessionsError:
            (code, message, hint) = (error.code, error.message, Self.suggestion(for: error) ?? error.hint)
        case let error as UsageError:
            (code, message, hint) = (.usage, error.message, error.hint ?? "see '\(error.command) -h'")
        case let error as QueryError:
            let place = "at column \(error.column) of '\(error.query)'"
            (code, message, hint) = (.usage, "\(error.problem), \(place)", error.hint)
        case let error as BatchError:
            let cause = ErrorReport(error.cause)
            (code, hint, line) = (cause.code, cause.hint, error.line)
            message = "line \(error.line): \(cause.message); nothing was changed"
        case let error as OutputError:
            (code, message, hint) = (.io, "cannot write the output: \(error.reason)", nil)
        default:
            (code, message, hint) = (.io, "\(error)", nil)
        }
    }

    /// What was meant, where that is plain enough.
    private static func suggestion(for error: SessionsError) -> String? {
        switch error {
        case .templateNotFound(let name, let known), .unknownField(let name, _, let known):
            Suggestion.hint(for: name, among: known)
        default: nil
        }
    }

    var exitCode: ExitCode { ExitCode(code) }

    /// Puts it on standard error: for people a line and a hint, for programs one JSON object.
    func write(to output: Output, asJSON: Bool) {
        if asJSON {
            var object: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
            object["hint"] = hint.map(JSON.string)
            object["line"] = line.map { .number(JSONNumber($0)) }
            let document: JSON = ["error": .object(object)]
            try? output.write(bytes: document.bytes(.line))
            try? output.writeLine()
        } else {
            try? output.writeLine("sessions: \(message.visible)")
            if let hint { try? output.writeLine("hint: \(hint.visible)") }
        }
    }
}
