import CommandKit
import SessionsCore
import Terminal

/// `sessions log`: what happened, the newest first.
struct LogCommand: SessionsCommand {
    static let info = CommandInfo(
        "log", "Show what happened",
        discussion: "The events of one session, or of all.",
        examples: [
            Example("sessions log k7m2", "of one session"),
            Example("sessions log --since 2026-11-01", "of all, since a day"),
        ])
    var id: String?
    var since: Moment?
    var page = Page()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The session (default: all)", completion: .dynamic("session"))
        arguments.option("--since <time>", &since, "Not what was recorded before")
        page.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where nothing happened")
    }

    func run(in context: Context) throws {
        context.usePager()
        let earliest = since?.resolve(now: context.now, in: context.zone)
        var entries: [(session: Session, event: Event)] = []
        func add(_ session: Session) {
            for event in session.events where earliest.map({ event.at >= $0 }) ?? true {
                entries.append((session, event))
            }
        }
        if let id {
            add(try context.session(id))
        } else {
            context.report(damaged: try context.workspace().eachSession(add))
        }
        // Within one session the order is that of the events; between sessions there is only the clock.
        if id == nil {
            entries.sort { ($1.event.at, $1.session.id, $1.event) < ($0.event.at, $0.session.id, $0.event) }
        } else {
            entries.reverse()
        }
        if entries.isEmpty { context.endWithNothing(if: failsIfNone) }
        let rows = page.rows(of: entries, context)
        if context.isJSON { return try context.printArray(rows) { Self.json($0.session, $0.event) } }
        if context.isQuiet {
            for row in rows { try context.print(row.event.id) }
            return
        }
        let display = try context.display()
        var table = Table(
            [
                Table.Column("TIME", priority: 8), SessionColumn.id.column, Table.Column("WHAT", priority: 9),
                Table.Column("DETAIL", isFlexible: true, priority: 6),
                Table.Column("WHO", isFlexible: true, priority: 5),
            ], to: context.output)
        var last: (id: String, cell: Cell)?
        for (session, event) in rows {
            let id = session.id
            let cell =
                last.flatMap { $0.id == id ? $0.cell : nil }
                ?? SessionColumn.id.cell(session, display, isTerminal: context.output.isTerminal)
            last = (id, cell)
            try table.add([
                display.cell(event.at, on: context.output), cell,
                Cell(event.kind?.rawValue ?? "?"), Cell(EventDetail(event, in: session, display).text),
                Cell(event.by, .dim),
            ])
        }
        try table.finish()
    }

    private static func json(_ session: Session, _ event: Event) -> JSON {
        var object = session.document["events"]?.objectValue?[event.id]?.objectValue ?? JSONObject()
        object["id"] = .string(event.id)
        object["session"] = .string(session.id)
        return .object(object)
    }
}
