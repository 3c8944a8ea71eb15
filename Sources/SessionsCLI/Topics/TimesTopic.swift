import CommandKit

extension Topic {
    static var times: Topic {
        Topic(
            "times", "How times and amounts of time are written",
            [
                .paragraph(
                    """
                    Wherever an option asks for a time, such as --at, it can be written in these ways. A day \
                    without a time of day is its beginning, and local time is meant unless an offset says \
                    otherwise.
                    """),
                .list([
                    Entry("now", "this moment"),
                    Entry("-15m", "a quarter of an hour ago; so many hours and minutes before now"),
                    Entry("14:05", "the last time a clock stood there, today or yesterday"),
                    Entry("9:05", "the same in the morning"), Entry("14:05:30", "the same, to the second"),
                    Entry("2026-11-22", "a day, at its beginning"),
                    Entry("2026-11-22 14:05", "a time on a day; a T does as well as the blank"),
                    Entry("2026-11-22T14:05:00Z", "an instant as in RFC 3339, here in UTC"),
                    Entry("2026-11-22T14:05:00+01:00", "the same with an offset"),
                    Entry("15m ago", "the same as -15m"),
                    Entry("-2d", "two days ago at this time of day; -1w is a week"),
                    Entry("yesterday 17:30", "a time of a day; today and monday to sunday work as well"),
                ]),
                .paragraph(
                    """
                    In 'time add', 'time edit' and 'time split' a time of day is not the last one past: at the end \
                    of a stretch it is the first one after the beginning, and otherwise one of the day that the \
                    stretch is on. 'pause --at last' is your last change in any session of the workspace since the \
                    clock started.
                    """),
                .heading("Whole days"),
                .paragraph(
                    """
                    A query takes these too, and means all of their days. Where a point in time is wanted, their \
                    beginning is meant.
                    """),
                .list([
                    Entry("today, yesterday", "a day"),
                    Entry("monday", "the last Monday, or today if it is one"),
                    Entry("this week", "from Monday on; also month, quarter and year"),
                    Entry("last week", "the whole one before it"),
                    Entry("2026-11", "a month"),
                    Entry("2026-Q4", "a quarter"),
                    Entry("2026-W47", "a week as ISO 8601 counts them, from Monday to Sunday"),
                    Entry("2026", "a year"),
                ]),
                .paragraph(
                    """
                    Days are those of your time zone. A time that the clocks leave out moves forward by the gap; \
                    of one that comes twice the first is meant.
                    """),
                .heading("Amounts"),
                .paragraph(
                    """
                    An amount of time, such as --plan, is a number of minutes, or numbers with units from the \
                    largest to the smallest. Only the number may have decimals, never a sign.
                    """),
                .list([
                    Entry("90", "minutes"),
                    Entry("90m", "minutes"),
                    Entry("1h30m", "hours and minutes"),
                    Entry("1.5h", "the same with a decimal point"),
                    Entry("2d", "days of work: eight hours each, or as many minutes as the workspace says"),
                    Entry("45s", "seconds"),
                ]),
                .heading("Examples"),
                .examples([
                    Example("sessions start --at -20m", "begin twenty minutes ago"),
                    Example("sessions pause --at 17:30", "stop when you went home"),
                    Example("sessions time add @ --from 9:30 --to 10:15", "note down what was not tracked"),
                    Example("sessions new 'Read up on merging' --plan 1h30m", "plan an hour and a half"),
                ]),
            ])
    }
}
