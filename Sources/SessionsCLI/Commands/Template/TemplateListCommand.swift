import CommandKit
import SessionsCore
import Terminal

/// `sessions template list`: the templates there are.
struct TemplateListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the templates, and where each comes from",
        discussion: """
            A template of the workspace goes before one of yours of that name, and yours before one that is built \
            in: the others are shadowed.
            """,
        examples: [Example("sessions template list", "all of them")])

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        let entries = try context.templates().entries()
        var damaged: [SessionsError] = []
        var readable: [(entry: TemplateLibrary.Entry, template: Template)] = []
        for entry in entries {
            switch entry.content {
            case .success(let template): readable.append((entry, template))
            case .failure(let error): damaged.append(error)
            }
        }
        try print(readable, context)
        context.report(damaged: damaged)
    }

    private func print(
        _ templates: [(entry: TemplateLibrary.Entry, template: Template)], _ context: Context
    ) throws {
        if context.isJSON {
            return try context.printArray(templates) { entry, template in
                var output = template.output
                output["path"] = entry.path.map(JSON.string)
                output["shadowed"] = .bool(entry.isShadowed)
                return .object(output)
            }
        }
        if context.isQuiet {
            for (entry, template) in templates where !entry.isShadowed { try context.print(template.name) }
            return
        }
        var table = Table(
            [
                Table.Column("NAME", priority: 9), Table.Column("FROM", priority: 8),
                Table.Column("STATE", priority: 5), Table.Column("PLAN", alignment: .right, priority: 6),
                Table.Column("GOALS", alignment: .right, priority: 4),
                Table.Column("FIELDS", isFlexible: true, priority: 3),
                Table.Column("SUMMARY", isFlexible: true, minimumWidth: 16, priority: 7),
            ], to: context.output)
        for (entry, template) in templates {
            try table.add([
                Cell(template.name, entry.isShadowed ? .dim : .yellow), Cell(template.origin.rawValue, .dim),
                Cell(entry.isShadowed ? "shadowed" : "", .dim),
                Cell(template.planned?.description ?? ""), Cell("\(template.goals.count)"),
                Cell(template.fields.map(\.name).joined(separator: ",")), Cell(template.summary ?? "", .dim),
            ])
        }
        try table.finish()
    }
}
