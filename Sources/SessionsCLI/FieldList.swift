import CommandKit
import SessionsCore
import Terminal

/// `--fields id,title`: what is shown of sessions, in that order.
struct FieldList: ArgumentValue {
    struct Field {
        /// The key in JSON; a word of `--format` that JSON has no key for is its own.
        let key: String
        /// The words for people, where there are some.
        let shown: SessionField?

        /// By a name of `--format` or a key of JSON.
        fileprivate init?(_ name: String) {
            shown = SessionField.all.first { $0.name == name || $0.key == name }
            if let shown {
                key = shown.key ?? shown.name
            } else if SessionSchema.keys.contains(name) {
                key = name
            } else {
                return nil
            }
        }
    }

    let argumentText: String
    let fields: [Field]

    init(argument: String) throws(ArgumentProblem) {
        argumentText = argument
        var fields: [Field] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            guard let field = Field(name) else {
                let names = FieldList.names
                throw ArgumentProblem(
                    not: "a list of fields", expected: "names that there are, not '\(name)'",
                    hint: Suggestion.hint(for: name, among: names)
                        ?? "there are \(names.joined(separator: ", "))")
            }
            fields.append(field)
        }
        self.fields = fields
    }

    private init(keys: [String]) {
        argumentText = keys.joined(separator: ",")
        fields = keys.compactMap(Field.init)
    }

    /// What CSV has where nothing else is asked for: all that is no list.
    static var ofCSV: FieldList {
        FieldList(keys: [
            "id", "title", "status", "project", "tags", "template", "plannedMinutes", "trackedSeconds",
            "wallSeconds", "progress", "overBudget", "running", "createdAt", "createdBy", "startedAt",
            "completedAt", "archivedAt", "updatedAt", "description",
        ])
    }

    private static var names: [String] {
        let names = SessionField.all.map(\.name)
        return names + SessionSchema.keys.filter { !names.contains($0) }
    }

    // MARK: Values

    /// The members of a session's output that were asked for, under their keys.
    func members(of output: JSONObject, _ session: Session, _ display: SessionDisplay) -> JSONObject {
        let summary = SessionSummary(of: session)
        var members = JSONObject()
        for field in fields {
            members[field.key] =
                output[field.key]
                ?? (field.isWord ? field.shown.map { .string($0.text(summary, display)) } : nil)
        }
        return members
    }

    /// The same for a line of CSV. What acts on terminals is escaped, as everywhere.
    func texts(of output: JSONObject, _ session: Session, _ display: SessionDisplay) -> [String] {
        let summary = SessionSummary(of: session)
        return fields.map { field in
            let text =
                field.isWord ? field.shown?.text(summary, display) ?? "" : Self.text(of: output[field.key])
            return text.visible(keepingLines: true)
        }
    }

    /// Whether any of them is to be had from the whole session only.
    var needSession: Bool { fields.contains { $0.shown == nil } }

    /// The same for a person.
    ///
    /// - Parameter output: that of the session; empty where no field needs it.
    func cells(of output: JSONObject, _ session: SessionSummary, _ display: SessionDisplay) -> [Cell] {
        fields.map { field in
            let text = field.shown?.text(session, display) ?? Self.text(of: output[field.key])
            return switch field.key {
            case "id", "short": Cell(text, .yellow)
            case "status": Cell(text, SessionColumn.tone(of: session.status))
            default: Cell(text)
            }
        }
    }

    var columns: [Table.Column] {
        fields.map { field in
            let title = (field.shown?.name ?? field.key).uppercased()
            switch field.key {
            case "id", "short": return Table.Column(title, priority: 10)
            case "title": return Table.Column(title, isFlexible: true, minimumWidth: 16, priority: 9)
            case "trackedSeconds", "wallSeconds", "plannedMinutes", "progress":
                return Table.Column(title, alignment: .right, priority: 5)
            default: return Table.Column(title, isFlexible: true, priority: 4)
            }
        }
    }

    /// A value in a line: texts as they are, lists of texts with blanks between them, the rest as JSON.
    private static func text(of value: JSON?) -> String {
        switch value {
        case nil, .null: return ""
        case .string(let text): return text
        case .array(let elements) where elements.allSatisfy { $0.stringValue != nil }:
            return elements.compactMap(\.stringValue).joined(separator: " ")
        case let value?: return String(decoding: value.bytes(.line), as: UTF8.self)
        }
    }
}

extension FieldList.Field {
    /// A word of `--format` that JSON has no key for.
    fileprivate var isWord: Bool { shown != nil && shown?.key == nil }
}
