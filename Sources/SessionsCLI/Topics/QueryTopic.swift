import CommandKit

extension Topic {
    static var query: Topic {
        Topic(
            "query", "How sessions are chosen",
            [
                .paragraph(
                    """
                    A query says which sessions a command is about: list, search, stats, insights, estimate and export take one. Without a \
                    query all are meant. The words of a command line are joined by blanks, so that most queries \
                    need no quotes.
                    """),
                .heading("Words"),
                .paragraph(
                    """
                    A word stands for the sessions whose text holds it, in small letters or capitals: in the \
                    title, the goals, the description, the notes, the comments, what was learned or the names of files. Several \
                    words must all be there, in any order and place.
                    """),
                .list([
                    Entry("login cookie", "both words"),
                    Entry("\"login page\"", "these words, one behind the other"),
                    Entry("login OR cookie", "one of them at least; OR in capitals"),
                    Entry("login NOT cookie", "the first without the second; NOT in capitals"),
                    Entry("(login OR cookie) tag:web", "parentheses keep together what belongs together"),
                ]),
                .paragraph(
                    """
                    In a shell, double quotes and parentheses need single quotes around them. Without \
                    parentheses NOT is about the next condition alone, and OR parts the query in two.
                    """),
                .heading("Conditions"),
                .paragraph("With commas between them, any of several values will do."),
                .list(conditions),
                .heading("Ranges"),
                .paragraph(
                    """
                    Two points between two values mean all from the first to the second, both included; either \
                    may be left out. See 'sessions help times' for how times and amounts are written. In a query \
                    2w is two weeks ago, and last-week does as well as "last week".
                    """),
                .list(ranges),
                .heading("States"),
                .list(states),
                .heading("Archived sessions"),
                .paragraph(
                    """
                    list and search leave archived sessions out, unless the query has a status: or --all is \
                    given. stats counts them as what they were before.
                    """),
                .heading("Queries with a name"),
                .paragraph(
                    """
                    'sessions view save' gives a query a name, for you alone; view: puts it into another query. \
                    Of a view inside a view its query is saved.
                    """),
                .heading("Examples"),
                .examples([
                    Example("sessions list status:active,paused project:web NOT tag:wip", "work at hand"),
                    Example(
                        "sessions list '\"login page\" (tag:bug OR rating:..2)'", "quotes and parentheses"),
                    Example("sessions list --explain login OR tag:bug plan:2h..", "see how it is read"),
                ]),
            ])
    }

    /// One for every qualifier. A test runs each and looks at what it finds.
    static var conditions: [Entry] {
        [
            Entry("status:active,paused", "draft, active, paused, completed or archived"),
            Entry("tag:bug,design", "one of these tags; tag:bug tag:web is both"),
            Entry("project:web", "the project, and those below it such as web.auth"),
            Entry("template:bug-fix", "made with this template"),
            Entry("owner:me", "owned by; me is you, and lin is lin@ anywhere"),
            Entry("with:lin", "somebody takes part, in any role"),
            Entry("id:k7m", "the id begins like this"),
            Entry("plan:2h..", "the planned time"),
            Entry("tracked:..90m", "the tracked time, all added up"),
            Entry("outcome:failed,partial", "how it ended: success, partial or failed"),
            Entry("rating:4..", "how well it went, 1 to 5"),
            Entry("skill:swift", "it practised this; see 'sessions help reflect'"),
            Entry("created:2026-11-22", "when it was made"),
            Entry("started:yesterday", "when work on it first began"),
            Entry("completed:2026-Q4", "when it was completed"),
            Entry("updated:..7d", "when anything in it last changed, here not for seven days"),
            Entry("in:last-week", "worked on, or anything recorded, in a period"),
            Entry("is:mine", "a state, see below"),
            Entry(
                "has:goal",
                "goal, comment, attachment, plan, project, tag, template, description, outcome, rating, time, lesson or skill"
            ),
            Entry("no:plan", "the same, which it has not"),
            Entry("view:web", "a query with a name"),
        ]
    }

    private static var ranges: [Entry] {
        [
            Entry("plan:1h..2h", "from one to two hours"),
            Entry("created:2w..", "made two weeks ago or later"),
            Entry("in:..2026-Q3", "up to the end of the third quarter"),
            Entry("rating:3", "just this"),
        ]
    }

    private static var states: [Entry] {
        [
            Entry("is:running", "somebody's time runs"),
            Entry("is:stale", "a draft or paused, and nothing recorded for two weeks"),
            Entry("is:forgotten", "time that has run for more than eight hours"),
            Entry("is:over-budget", "more was tracked than planned"),
            Entry("is:mine", "you take part in it"),
            Entry("is:mentioned", "a comment names you"),
        ]
    }
}
