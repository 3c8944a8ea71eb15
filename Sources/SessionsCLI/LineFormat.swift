import CommandKit
import SessionsCore
import Terminal

/// `--format '{id}\t{title}'`: how one line is made of a session.
struct LineFormat: ArgumentValue {
    private enum Piece {
        case text(String)
        case field(SessionField)
    }

    let argumentText: String
    private var pieces: [Piece] = []

    /// Reads text with `{field}`, `\t`, `\n`, `\\`, and `{{` and `}}` for braces.
    init(argument: String) throws(ArgumentProblem) {
        argumentText = argument
        var rest = argument[...]
        var text = ""
        while let character = rest.popFirst() {
            switch (character, rest.first) {
            case ("\\", "t"): text += "\t"
            case ("\\", "n"): text += "\n"
            case ("\\", "\\"): text += "\\"
            case ("{", "{"): text += "{"
            case ("}", "}"): text += "}"
            case ("{", _):
                guard let end = rest.firstIndex(of: "}") else {
                    throw ArgumentProblem(not: "a format", expected: "a closing brace")
                }
                let name = String(rest[..<end])
                guard let field = SessionField.named(name) else {
                    let names = SessionField.all.map(\.name)
                    throw ArgumentProblem(
                        not: "a format", expected: "fields of \(names.joined(separator: ", "))",
                        hint: Suggestion.hint(for: name, among: names))
                }
                pieces += [.text(text), .field(field)]
                text = ""
                rest = rest[rest.index(after: end)...]
                continue
            default:
                text.append(character)
                continue
            }
            rest = rest.dropFirst()
        }
        pieces.append(.text(text))
    }

    /// The line for a session; what is stored in it is shown without control characters.
    func line(for session: SessionSummary, _ display: SessionDisplay) -> String {
        pieces.reduce(into: "") { line, piece in
            switch piece {
            case .text(let text): line += text
            case .field(let field): line += field.text(session, display).visible
            }
        }
    }
}
