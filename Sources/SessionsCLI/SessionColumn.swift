import SessionsCore
import Terminal

/// A column of the tables of sessions.
struct SessionColumn {
    let column: Table.Column
    private let content: (SessionSummary, SessionDisplay) -> Cell
    /// What a program is shown, where that is more than fits a terminal.
    private let whole: ((SessionSummary, SessionDisplay) -> Cell)?

    private init(
        _ column: Table.Column, whole: ((SessionSummary, SessionDisplay) -> Cell)? = nil,
        _ content: @escaping (SessionSummary, SessionDisplay) -> Cell
    ) {
        self.column = column
        self.whole = whole
        self.content = content
    }

    func cell(_ session: SessionSummary, _ display: SessionDisplay, isTerminal: Bool) -> Cell {
        if !isTerminal, let whole { return whole(session, display) }
        return content(session, display)
    }

    /// The same of a session that has been read.
    func cell(_ session: Session, _ display: SessionDisplay, isTerminal: Bool) -> Cell {
        cell(SessionSummary(of: session), display, isTerminal: isTerminal)
    }

    /// What `list` shows.
    static var usual: [SessionColumn] {
        [
            id,
            SessionColumn(Table.Column("STATUS", priority: 8)) { session, _ in
                Cell(session.status.rawValue, tone(of: session.status))
            },
            SessionColumn(Table.Column("TITLE", isFlexible: true, minimumWidth: 22, priority: 9)) {
                session, _ in
                Cell(session.title)
            },
            SessionColumn(Table.Column("PROJECT", isFlexible: true, priority: 4)) { session, _ in
                Cell(session.project ?? "", .cyan)
            },
            SessionColumn(Table.Column("TAGS", isFlexible: true, priority: 2)) { session, _ in
                Cell(session.tags.joined(separator: ","), .dim)
            },
            SessionColumn(Table.Column("TRACKED", alignment: .right, priority: 6)) { session, display in
                Cell(
                    session.tracked(now: display.now).description,
                    session.isOverBudget(now: display.now) == true ? .red : .plain)
            },
            SessionColumn(Table.Column("PLAN", alignment: .right, priority: 5)) { session, _ in
                Cell(session.planned.map(\.description) ?? "", .dim)
            },
            SessionColumn(
                Table.Column("UPDATED", alignment: .right, priority: 3),
                whole: { session, display in Cell(display.time(session.updatedAt)) }
            ) { session, display in
                Cell(display.shortTime(session.updatedAt), .dim)
            },
        ]
    }

    static var id: SessionColumn {
        SessionColumn(Table.Column("ID", priority: 10), whole: { session, _ in Cell(session.id) }) {
            session, display in
            Cell(display.shortIDs.short(session.id), .yellow)
        }
    }

    static func tone(of status: Status) -> Tone {
        switch status {
        case .draft: .plain
        case .active: .green
        case .paused: .yellow
        case .completed: .blue
        case .archived: .dim
        }
    }
}
