import CommandKit

extension Topic {
    static var format: Topic {
        Topic(
            "format", "The files of a workspace", section: 5,
            [
                .paragraph(
                    """
                    A workspace is a folder of text files. They are the only truth: what else the program keeps \
                    can be deleted without losing a session. Read them, search them, put them under version \
                    control. Who writes them by hand or by program keeps to what stands here.
                    """),
                .heading("Files"),
                .list([
                    Entry("workspace.json", "the name, the members and the settings of the workspace"),
                    Entry("sessions/2026-11/ID.json", "one session, under the month in which it was made"),
                    Entry("attachments/ID/HASH", "the content of a file, named by its SHA-256"),
                    Entry("templates/NAME.json", "a template; NAME is words joined by '-' or '.'"),
                    Entry("local/", "this machine's own: the lock, what undo takes back, what doctor mended"),
                ]),
                .heading("Rules"),
                .paragraph(
                    """
                    A file is one JSON object in UTF-8, of at most 16 MB. Keys are sorted by their bytes, each \
                    member stands on its own line, indented by two blanks a level, and the last line ends in a \
                    newline. A file laid out otherwise is read all the same and laid out anew when it changes.
                    """),
                .paragraph(
                    """
                    There are no lists of objects: what there are several of is an object whose keys are ids, so \
                    that two people's changes can be merged. Lists are sets of texts, sorted. Keys that the \
                    program does not know are kept. A file whose schema is newer than the program is read and \
                    never written.
                    """),
                .paragraph(
                    """
                    The id of a session is 12 characters of bcdfghjkmnpqrstvwxz23456789, the first one a letter. \
                    The id of an element is one letter for its kind and 10 such characters. Times are RFC 3339 in \
                    UTC with milliseconds. Minutes may have decimals.
                    """),
                .heading("The workspace"),
                .paragraph(
                    """
                    The members of workspace.json. No command changes them after 'sessions init': they are \
                    edited by hand, and reviewed like the rest.
                    """),
                .list([
                    Entry("format", "the number of the format, 1"),
                    Entry("name", "what the workspace is called"),
                    Entry("defaultRole", "of who is no member: owner, editor, commenter or viewer"),
                    Entry("members", "the role of each member in every session"),
                    Entry("dayMinutes", "the minutes of a day of work, as in a plan of 2d; 480 if not there"),
                    Entry(
                        "archive",
                        "keepAttachments: the days that contents of archived sessions are kept; for ever if not there"
                    ),
                ]),
                .heading("A session"),
                .list(members),
                .heading("Elements"),
                .list([
                    Entry(
                        "goals",
                        "title, position; required, weight, plannedMinutes, doneAt, doneBy, milestones"),
                    Entry("milestones", "title, position; check, evidence, doneAt, doneBy"),
                    Entry("evidence", "at, by, seconds; exit, signal or timedOut; commit"),
                    Entry(
                        "intervals",
                        "by, start, end (none while it runs), utcOffset; or date and seconds; note"),
                    Entry("comments", "at, by, text; inReplyTo, mentions"),
                    Entry("attachments", "at, by, name, mediaType, sha256, size"),
                    Entry("links", "kind (branch, commit), target; at, by"),
                    Entry("events", "seq, at, by, type; path, from, to, and for where a time was claimed"),
                ]),
                .paragraph(
                    """
                    Every change adds an event whose seq is one more than the highest. Events are in the order \
                    of seq, then at, then id. Values that can be worked out, such as the last change or the \
                    tracked time, are not in the file.
                    """),
                .heading("A whole file"),
                .text(
                    """
                    {
                      "createdAt": "2026-11-22T12:50:31.123Z",
                      "createdBy": "ada@example.org",
                      "events": {
                        "er3z958r627": {
                          "at": "2026-11-22T12:50:31.123Z",
                          "by": "ada@example.org",
                          "seq": 1,
                          "type": "created"
                        }
                      },
                      "id": "k7m2v9pztcsd",
                      "participants": {
                        "ada@example.org": "owner"
                      },
                      "schema": 1,
                      "status": "draft",
                      "tags": [
                        "auth",
                        "safari"
                      ],
                      "title": "Login redirect loops"
                    }
                    """),
            ] + template)
    }

    private static var members: [Entry] {
        [
            Entry("schema", "the number of the format, 1"),
            Entry("id", "the same as in the file's name"),
            Entry("title", "one line of at most 1,000 characters"),
            Entry("status", "draft, active, paused or completed"),
            Entry("archived", "at and by, where it is archived"),
            Entry("createdAt", "when it was made"),
            Entry("createdBy", "by whom"),
            Entry("description", "a text of any number of lines"),
            Entry("project", "words joined by points, like web.auth"),
            Entry("tags", "a set of words"),
            Entry("template", "the name of the template it was made with"),
            Entry("plannedMinutes", "the planned time"),
            Entry("participants", "the role of each person: owner, editor, commenter or viewer"),
            Entry("reflection", "outcome, rating, learned, skills"),
            Entry("source", "name and id, where it was imported"),
            Entry("goals, intervals, comments, attachments, events, links", "elements by their ids"),
        ]
    }
}
