import CommandKit
import SessionsCore

/// `sessions pause`: stop my clock in a session and keep it open.
struct PauseCommand: SessionsCommand {
    /// When a clock stopped.
    private enum Stop: ArgumentValue, Equatable {
        case at(Moment)
        /// When I was last heard of.
        case last

        init(argument: String) throws(ArgumentProblem) {
            self = argument == "last" ? .last : .at(try Moment(argument: argument))
        }

        var argumentText: String { "now" }
    }

    static let info = CommandInfo(
        "pause", "Stop the clock of a session",
        discussion: """
            Where none is named, it is the one in which your clock runs.

            A clock you forgot is stopped by '--at last' where you were last heard of: at the last change you made \
            in any session of the workspace since it started.
            """,
        examples: [
            Example("sessions pause", "the one in which your clock runs"),
            Example("sessions pause --at -15m", "you forgot, a quarter of an hour ago"),
            Example("sessions pause k7m2 --at last", "you forgot, and do not know when"),
        ])
    static let joinsBatch = true
    var session = SessionSelection()
    private var stop = Stop.at(.now)
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option(
            "--at <time>", &stop, "When it stopped; 'last' for your last change since it started")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(session.runningReferences(context), asList: session.isList, change) {
            session, engine, transaction in
            let moment: Moment
            switch stop {
            case .at(let given): moment = given
            case .last where engine.myOpenStart(in: session) == nil: moment = .now
            case .last: moment = .instant(try transaction.lastEvent(sinceStartOf: session, engine))
            }
            let before = session
            let startedLater = engine.myClockStartedLater(in: session)
            let hasPaused = try engine.pause(&session, at: moment)
            var details: [String] = []
            if hasPaused, stop == .at(.now) { details = try context.remarkOnLong(before, engine) }
            if hasPaused, startedLater { details = [Context.nothingCounted] }
            if hasPaused, stop == .last {
                details = ["at \(engine.localText(moment.resolve(now: engine.now, in: engine.zone)))"]
            }
            return SessionStep(hasPaused, done: "Paused", already: "Not running", details: details)
        }
    }
}
