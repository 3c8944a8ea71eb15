import CommandKit
import SessionsCore

/// `sessions time add`: note down time afterwards.
struct TimeAddCommand: SessionsCommand {
    static let info = CommandInfo(
        "add", "Note down time that was not tracked",
        discussion: """
            Two of --from, --to and --for make a stretch of time. --for alone is a plain amount on a day, today \
            unless --on says otherwise: it counts in sums and has no place on the clock. A time of day at the end \
            is the first one after the beginning. Overlapping other time of yours in the session is refused.
            """,
        examples: [
            Example("sessions time add @ --from 9:30 --to 10:15", "what the clock missed"),
            Example(
                "sessions time add @ --on yesterday --from 22:00 --to 1:30 --note 'the release'", "a night"),
            Example("sessions time add @ --for 90m --on yesterday", "an amount, whenever it was"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var from: Moment?
    var to: Moment?
    var amount: AmountText?
    var day: Period?
    var note: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("--from <time>", &from, "When it began")
        arguments.option("--to <time>", &to, "When it ended")
        arguments.option("--for <amount>", &amount, "How long it was, like 90m or 1h30m")
        arguments.option("--on <day>", &day, "The day it was on: of an amount, or of the times of day given")
        arguments.option("--note <text>", &note, "What it was spent on")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let time = try time(amount.map(context.amount))
        try context.changeTime(session, change, done: "Time added to") { session, engine in
            try engine.addTime(time, note: note, to: &session)
        }
    }

    private func time(_ amount: TimeAmount?) throws(UsageError) -> LoggedTime {
        let (start, end) = (try placed(from), try placed(to))
        switch (start, end, amount) {
        // A time of day at the end belongs to the beginning, which may be on the evening before.
        case (let start?, .some, nil): return .between(start, to ?? .now)
        case (let start?, nil, let amount?): return .from(start, amount)
        case (nil, let end?, let amount?): return .until(end, amount)
        case (nil, nil, let amount?): return .amount(amount, on: day ?? .relative(.day, back: 0))
        case (.some, .some, .some):
            throw UsageError(
                "--from, --to and --for are one too many", hint: "give two of them",
                command: "sessions time add")
        default:
            throw UsageError(
                "no time to add",
                hint: "give two of --from, --to and --for, or --for alone for an amount on a day",
                command: "sessions time add")
        }
    }

    /// A time of day on the day that was given.
    private func placed(_ moment: Moment?) throws(UsageError) -> Moment? {
        guard let moment, let day else { return moment }
        guard case .clock(let secondOfDay) = moment else {
            throw UsageError(
                "--on is for times of day", hint: "leave it out, or give times like 14:05",
                command: "sessions time add")
        }
        return .period(day, secondOfDay: secondOfDay)
    }
}
