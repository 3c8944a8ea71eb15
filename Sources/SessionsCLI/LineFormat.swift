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
    func line(for session: Session, _ display: SessionDisplay) -> String {
        pieces.reduce(into: "") { line, piece in
            switch piece {
            case .text(let text): line += text
            case .field(let field): line += field.text(session, display).visible
            }
        }
    }
}

/// How sessions are listed.
struct ListOptions {
    var format: LineFormat?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option("--format <text>", &format, "A line for each session, like '{id}\\t{title}'")
    }
}

extension Context {
    /// Prints sessions as an array, as ids, by a format, or as a table with those columns.
    func printList(
        _ sessions: [Session], _ options: ListOptions, columns: [SessionColumn] = SessionColumn.usual
    ) throws {
        if isJSON { return try printArray(sessions) { .object($0.output(now: now)) } }
        if isQuiet {
            for session in sessions { try print(session.id) }
            return
        }
        let display = try display()
        if let format = options.format {
            for session in sessions { try print(format.line(for: session, display)) }
            return
        }
        var table = Table(columns.map(\.column), to: output)
        for session in sessions {
            try table.add(columns.map { $0.cell(session, display, isTerminal: output.isTerminal) })
        }
        try table.finish()
    }

    /// Prints one JSON array, element by element, so that the text of all need not be in memory.
    func printArray<Element>(_ elements: [Element], _ json: (Element) -> JSON) throws {
        guard !elements.isEmpty else { return try print("[]") }
        var bytes: [UInt8] = Array("[".utf8)
        for (index, element) in elements.enumerated() {
            bytes += Array((index == 0 ? "\n  " : ",\n  ").utf8)
            json(element).append(to: &bytes, style: .output, indent: 1)
            try output.write(bytes: bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        try print("\n]")
    }
}
