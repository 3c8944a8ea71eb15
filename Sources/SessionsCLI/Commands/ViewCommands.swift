import CommandKit
import SessionsCore
import Terminal

/// `sessions view save`: give a query a name.
struct ViewSaveCommand: SessionsCommand {
    static let info = CommandInfo(
        "save", "Give a query a name",
        discussion: "It is used as view:NAME in any query, by you alone.",
        examples: [
            Example("sessions view save mine is:mine status:active,paused", "then: sessions list view:mine")
        ])
    var name = ""
    var query = QuerySelection()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "What to call it")
        query.declare(&arguments, required: true)
    }

    func run(in context: Context) throws {
        // A query that cannot be read, or stands on another view, is refused now and not when it is used.
        guard let read = try query.query(context) else { return }
        guard read != .everything else {
            throw UsageError("the query is empty", command: "sessions view save")
        }
        let text = read.description
        try context.setView(text, named: name)
        if context.isJSON { return try context.print(["name": .string(name), "query": .string(text)]) }
        if context.isQuiet { return }
        let lead = [Span("Saved", .green), Span(" "), Span(name, .yellow), Span("  ")]
        try context.print([Span(text)], after: lead)
    }
}

/// `sessions view list`: the queries with a name.
struct ViewListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the queries that have a name", examples: [Example("sessions view list", "all of yours")]
    )

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        let views = try context.configuration()?.views ?? []
        if context.isJSON {
            return try context.printArray(views) { ["name": .string($0.name), "query": .string($0.query)] }
        }
        var table = Table(
            [
                Table.Column("NAME", isFlexible: true, priority: 2),
                Table.Column("QUERY", isFlexible: true, minimumWidth: 16, priority: 1),
            ],
            to: context.output)
        for view in views { try table.add([Cell(view.name), Cell(context.isQuiet ? "" : view.query)]) }
        try table.finish()
    }
}

/// `sessions view remove`: forget a named query.
struct ViewRemoveCommand: SessionsCommand {
    static let info = CommandInfo(
        "remove", "Forget a query that has a name",
        examples: [Example("sessions view remove mine", "that one")])
    var name = ""

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "The one to forget", completion: .dynamic("view"))
    }

    func run(in context: Context) throws {
        try context.setView(nil, named: name)
        if context.isJSON { return try context.print(["name": .string(name)]) }
        if context.isQuiet { return }
        try context.print([Span(name, .yellow)], after: [Span("Removed", .green), Span(" ")])
    }
}
