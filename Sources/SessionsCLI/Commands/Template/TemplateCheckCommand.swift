import CommandKit
import SessionsCore
import Terminal

/// `sessions template check`: whether templates can be used.
struct TemplateCheckCommand: SessionsCommand {
    static let info = CommandInfo(
        "check", "Check one template, or all",
        discussion: """
            What cannot be read is named by its file, line and column, and makes the command end with 5. What can \
            be read but looks like a slip is told too: a field that is not placed anywhere, a member that \
            nothing is known of.
            """,
        examples: [
            Example("sessions template check", "all of them"),
            Example("sessions template check bug-fix", "this one"),
        ])
    var name: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "The template", completion: .dynamic("template"))
    }

    func run(in context: Context) throws {
        let library = try context.templates()
        var entries = try library.entries()
        if let name {
            entries = entries.filter { $0.name == name }
            if entries.isEmpty {
                throw SessionsError.templateNotFound(name: name, known: try library.names())
            }
        }
        var damaged: [SessionsError] = []
        var readable: [(entry: TemplateLibrary.Entry, remarks: [String])] = []
        for entry in entries {
            switch entry.content {
            case .success(let template): readable.append((entry, template.remarks))
            case .failure(let error): damaged.append(error)
            }
        }
        if context.isJSON {
            try context.printArray(readable) { entry, remarks in
                var object: JSONObject = [
                    "name": .string(entry.name), "origin": .string(entry.origin.rawValue),
                    "remarks": .array(remarks.map(JSON.string)),
                ]
                object["path"] = entry.path.map(JSON.string)
                return .object(object)
            }
        } else if context.isQuiet {
            for (entry, _) in readable { try context.print(entry.name) }
        } else {
            var table = Table(
                [
                    Table.Column("NAME", priority: 3), Table.Column("FROM", priority: 2),
                    Table.Column("STATE", isFlexible: true, minimumWidth: 16, priority: 1),
                ], to: context.output)
            for (entry, remarks) in readable {
                let state = remarks.isEmpty ? "all right" : remarks.joined(separator: "; ")
                try table.add([Cell(entry.name), Cell(entry.origin.rawValue, .dim), Cell(state)])
            }
            try table.finish()
        }
        context.report(damaged: damaged)
    }
}
