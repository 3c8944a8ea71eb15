import CommandKit

extension Topic {
    static var statistics: Topic {
        Topic(
            "statistics", "How sessions are counted and their time is added up",
            [
                .paragraph(
                    """
                    'sessions stats' counts the sessions that a query means, archived ones too, and adds up their \
                    time. It changes nothing, and every number comes from the sessions as they are now.
                    """),
                .heading("Where things count"),
                .list([
                    Entry(
                        "Time",
                        """
                        counts where it lies: with --since and --until only what is between them, by day \
                        or hour what is within each, cut to the second
                        """),
                    Entry(
                        "The end of a session",
                        "counts where it was completed or archived, with all the time it took against its plan"
                    ),
                    Entry(
                        "The session itself",
                        """
                        counts once in every line in which it has time or ended; its plan and goals with \
                        it. So lines can have more sessions together than there are
                        """),
                ]),
                .paragraph(
                    """
                    Days, weeks (from Monday), months and hours are those of the clock where the time was tracked. \
                    When clocks are put forward or back, the day has 23 or 25 hours, and an hour that comes twice \
                    is one line. Time that was noted as an amount on a day, with no beginning and end, counts \
                    where that day begins, and belongs to no hour. A clock that runs counts up to now. By tag or \
                    skill, a session counts for each of its own; by person, each has their own time. A clock that \
                    ran for more than a year without a break counts where it began.
                    """),
                .heading("What the numbers are"),
                .list([
                    Entry(
                        "none",
                        "the line of what has no tag, project, outcome and so on; by hour, of amounts on a day"
                    ),
                    Entry("completed", "sessions that are completed, archived since or not"),
                    Entry(
                        "abandoned",
                        "sessions archived before they were completed; deleted ones nobody can count"),
                    Entry("tracked", "everybody's time added up"),
                    Entry(
                        "on the clock, CLOCK",
                        "the same with overlaps counted once; amounts on a day have no clock"),
                    Entry(
                        "mean, median",
                        """
                        of the time that each session has in the line; those without any are left out. A \
                        quantile between two sessions is taken in proportion, as in a spreadsheet
                        """),
                    Entry("planned", "the plans of all sessions that have one"),
                    Entry(
                        "took of plan, OF PLAN",
                        """
                        the time of the completed sessions with a plan, over these plans: over 100% they \
                        took longer
                        """),
                    Entry(
                        "pauses",
                        "how often somebody's clock was stopped and went on later in the same session"),
                    Entry(
                        "hours",
                        "when the first clock of a day began and the last one ended, on the median day"),
                ]),
                .heading("Rounding"),
                .paragraph(
                    """
                    --round rounds the tracked time of each line to the nearest multiple, half of one up. The total \
                    is the sum of the lines, so that they add up on an invoice; by tag or skill, where a session can \
                    be in several lines, it is all time, rounded. In JSON and CSV the exact number stays, and the rounded \
                    one stands beside it.
                    """),
                .heading("Examples"),
                .examples([
                    Example("sessions stats --since 'last week' --until 'this week'", "last week"),
                    Example(
                        "sessions stats in:2026-Q3 --by project",
                        "of sessions of that quarter, all their time"),
                    Example(
                        "sessions stats project:web --by person,month --csv", "who worked on it and when"),
                    Example("sessions stats --by weekday", "where the week goes"),
                ]),
            ])
    }
}
