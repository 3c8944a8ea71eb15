import CommandKit

extension Topic {
    static var json: Topic {
        Topic(
            "json", "What --json prints",
            [
                .paragraph(
                    """
                    Every command with something to say takes --json and prints one JSON document, complete, \
                    whatever the size of the terminal. Commands about one session print an object; list, search, \
                    archive, restore and those that read ids from '-' print an array. undo and redo print an object \
                    with the sessions as they are afterwards, and as removed the ids of those that are gone then.
                    """),
                .paragraph(
                    """
                    A session looks as in its file (see 'sessions help format'), with these differences: what \
                    the file keeps under ids is an array in its natural order, each element with its id; and \
                    there are fields that are worked out.
                    """),
                .list([
                    Entry("status", "archived too; statusBefore is what it was before"),
                    Entry("updatedAt", "when anything in it last changed"),
                    Entry("startedAt", "when work first began"),
                    Entry("completedAt", "when it was completed"),
                    Entry("archivedAt", "when it was archived"),
                    Entry("trackedSeconds", "all tracked time added up, what runs counted to now"),
                    Entry("wallSeconds", "the same on the clock, overlaps counted once"),
                    Entry("progress", "the share of the goals reached, 0 to 1; not there without goals"),
                    Entry("overBudget", "whether more was tracked than planned; not there without a plan"),
                    Entry("running", "whether anybody's time runs"),
                    Entry("changed", "after a change: whether there was anything to change"),
                    Entry("match", "after a search: the field and the line that was found"),
                ]),
                .paragraph(
                    """
                    What does not apply is left out; nothing is ever null. Fields may be added later, and none is \
                    taken away. Times are in UTC with milliseconds.
                    """),
                .heading("When it fails"),
                .paragraph(
                    """
                    With --json an error is an object on standard error, and standard output stays empty. Its \
                    code is usage, limit, io, not-found, ambiguous, damaged, conflicted, newer-schema, refused, \
                    untrusted, locked or interrupted; the hint need not be there.
                    """),
                .text(
                    """
                    {
                      "error": {
                        "code": "not-found",
                        "hint": "see 'sessions list --all'",
                        "message": "no session 'zzz'"
                      }
                    }
                    """),
                .heading("Examples"),
                .examples([
                    Example("sessions list --json | jq -r '.[].title'", "all titles"),
                    Example("sessions show --json | jq .trackedSeconds", "the time of the current one"),
                ]),
            ])
    }
}
