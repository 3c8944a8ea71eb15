import CommandKit
import SessionsCore

/// `sessions insights`: what the history shows.
struct InsightsCommand: SessionsCommand {
    static let info = CommandInfo(
        "insights", "Show what was learned and practised",
        discussion: """
            What was learned is shown the newest first, of the sessions that the query means; words find the \
            lessons that hold them, and all lessons of sessions that hold them elsewhere. 'sessions reflect' and \
            'sessions complete' note it down. Archived sessions count.
            """,
        examples: [
            Example("sessions insights --learned cookie", "what was learned about it"),
            Example("sessions insights --skills created:1y..", "what was practised within a year"),
        ])
    var query = QuerySelection()
    var showsSkills = false
    var showsLessons = false
    var page = Page()

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        arguments.flag("--learned", &showsLessons, "What was learned, and in which session")
        arguments.flag("--skills", &showsSkills, "What was practised: how often, with what change, when last")
        page.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard showsSkills != showsLessons else {
            throw UsageError(
                "expected one of --learned and --skills", hint: "see 'sessions help insights'",
                command: "sessions insights")
        }
        context.usePager()
        if showsLessons { return try printLessons(context) }
        try printSkills(context)
    }

    private func printSkills(_ context: Context) throws {
        var history = SkillHistory(now: context.now, zone: context.zone)
        guard try query.eachSummary(context, archived: .counted, { history.add($0) }) != nil else { return }
        let skills = history.sorted
        try SkillReport(skills: Array(skills[page.range(of: skills.count, context)]), context: context)
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
        try LessonReport(lessons: lessons, words: words, context: context)
            .print(page, shortIDs: ShortIDs(catalog))
    }
}
