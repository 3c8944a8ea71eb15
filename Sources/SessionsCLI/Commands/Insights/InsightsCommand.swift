import CommandKit
import SessionsCore

/// `sessions insights`: what the history shows.
struct InsightsCommand: SessionsCommand {
    static let info = CommandInfo(
        "insights", "Show what your sessions teach",
        discussion: """
            Looks for what the sessions of the query have in common: when work goes best, which plans do not hold, \
            what is left unfinished, what interruptions cost, what was practised. Each is said with the number of \
            sessions it stands on, how likely chance alone shows as much, and what lists these sessions. Nothing \
            is said from fewer than 10 sessions, nor what so many looks would find by chance. Archived sessions \
            count.

            --learned shows what 'sessions reflect' and 'sessions complete' noted down, the newest first: words \
            of the query find the lessons that hold them, and all lessons of sessions that hold them elsewhere.

            --calibration goes through the history once more: every finished session that the query means is \
            forecast from what was completed before it began, as 'sessions estimate' would have, and the time it \
            took is compared with the forecast and with its plan.
            """,
        examples: [
            Example("sessions insights created:52w..", "what the last year shows"),
            Example("sessions insights --learned cookie", "what was learned about it"),
            Example("sessions insights --skills", "what was practised, and how it grew"),
            Example("sessions insights --calibration", "how far forecasts are to be believed"),
        ])
    var query = QuerySelection()
    var showsSkills = false
    var showsLessons = false
    var calibration = CalibrationReport()
    var page = Page()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        arguments.flag("--learned", &showsLessons, "What was learned, and in which session")
        arguments.flag("--skills", &showsSkills, "What was practised: how often, with what change, when last")
        calibration.declare(&arguments)
        page.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where there is nothing to tell")
    }

    func run(in context: Context) throws {
        let reports = [showsSkills, showsLessons, calibration.isWanted].filter { $0 }
        guard reports.count <= 1 else {
            throw UsageError(
                "--learned, --skills and --calibration are reports of their own", hint: "ask for one of them",
                command: "sessions insights")
        }
        if calibration.isWanted {
            return try calibration.print(query, context, failsIfNone: failsIfNone)
        }
        context.usePager()
        if showsLessons { return try printLessons(context) }
        if showsSkills { return try printSkills(context) }
        try printInsights(context)
    }

    private func printInsights(_ context: Context) throws {
        var sessions: [PastSession] = []
        let catalog = try query.eachSummary(context, archived: .counted) {
            sessions.append(PastSession($0, now: context.now, zone: context.zone))
        }
        guard catalog != nil, let base = try query.query(context) else { return }
        let insights = Insights(of: sessions, base: base)
        if insights.found.isEmpty { context.endWithNothing(if: failsIfNone) }
        try InsightReport(insights: insights, context: context).print(page)
    }

    private func printSkills(_ context: Context) throws {
        var history = SkillHistory(now: context.now, zone: context.zone)
        guard try query.eachSummary(context, archived: .counted, { history.add($0) }) != nil else { return }
        let skills = history.sorted
        if skills.isEmpty { context.endWithNothing(if: failsIfNone) }
        try SkillReport(skills: page.rows(of: skills, context), context: context)
            .print()
    }

    private func printLessons(_ context: Context) throws {
        var taught: [SessionSummary] = []
        guard
            let catalog = try query.eachSummary(
                context, archived: .counted, { if $0.hasLesson { taught.append($0) } }),
            let words = try query.query(context)?.words
        else { return }
        var lessons: [LearnedLesson] = []
        for summary in taught {
            guard let session = try context.session(summary, in: catalog) else { continue }
            lessons += session.learned(about: words)
        }
        lessons.sort(by: LearnedLesson.isBefore)
        if lessons.isEmpty { context.endWithNothing(if: failsIfNone) }
        try LessonReport(lessons: lessons, words: words, context: context)
            .print(page, shortIDs: ShortIDs(catalog))
    }
}
