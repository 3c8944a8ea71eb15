import CommandKit

extension Manual {
    static let tagline = "Plan, track and learn from your work sessions"

    /// The manual of this program, as it is committed in `man/`.
    static var sessions: Manual {
        Manual(
            of: .sessions, globals: GlobalOptions(), tagline: "plan, track and learn from work sessions",
            description: """
                Plan a piece of work, start its clock, reach its goals, and know afterwards where the time went. \
                Every session is one JSON file in a folder of yours that can be read, searched, reviewed and \
                committed.

                Sessions live in the nearest .sessions folder from where you stand upward, and else in your \
                personal workspace. A session is named by its id or the first three or more characters of it; @ \
                is the session you changed last, and what you get where you name none.

                Results go to standard output, everything else to standard error. On a terminal you see tables; \
                a pipe gets every row, with tabs between the columns.
                """,
            date: "November 22, 2026", exitStatuses: Topic.exitStatuses, topics: Topic.all)
    }
}
