import CommandKit

extension Topic {
    /// How the file of a template looks.
    static var template: [Block] {
        [
            .heading("A template"),
            .paragraph(
                """
                Templates are files by the same rules, in templates/ of a workspace, or for yourself in \
                ~/.config/sessions/templates/. One of the workspace goes before yours of that name, and yours before \
                one that is built in. 'sessions template check' says what is wrong with them, and where;
                'sessions schema template' describes them to an editor.
                """),
            .list([
                Entry("schema", "the number of the format, 1"),
                Entry("summary", "what it is for, in a line"),
                Entry("title, description, project, tags", "as in a session, with placeholders"),
                Entry("plannedMinutes", "a number, or '{{name}}' of a field that is a duration"),
                Entry("participants", "the role of each person"),
                Entry("goals", "title; position, required, weight, plannedMinutes, milestones"),
                Entry("milestones", "title; position, check"),
                Entry("fields", "by name: type, required, default, choices, summary, position"),
            ]),
            .paragraph(
                """
                A field is what 'sessions new --set NAME=VALUE' fills. Its type is text (where none is named), number, \
                date (2026-11-22, today, monday; placed as 2026-11-22), duration, choice (of its choices) or flag (yes \
                or no; what is placed is its name, or nothing). The default is a value as --set takes it.
                """),
            .paragraph(
                """
                '{{name}}' in a title, description, project or tag, and in the title of a goal or a milestone, is where \
                the value goes; '{{title}}' is what was typed as the title. A tag, a project, a goal or a milestone that \
                is empty then is left out. '\\{{' is '{{' itself, and braces around anything but one word mean \
                nothing. There are no placeholders in a check: it is a command, copied into the session to the letter.
                """),
            .paragraph(
                """
                The keys of goals and milestones are ids of your choice; those that the program makes are like those \
                of sessions.
                """),
            .text(
                """
                {
                  "fields": {
                    "severity": {
                      "choices": [
                        "high",
                        "low"
                      ],
                      "default": "low",
                      "position": 2,
                      "type": "choice"
                    },
                    "ticket": {
                      "position": 1,
                      "required": true,
                      "summary": "the number of the ticket"
                    }
                  },
                  "goals": {
                    "fix": {
                      "milestones": {
                        "tests": {
                          "check": "make test",
                          "position": 1,
                          "title": "The tests pass"
                        }
                      },
                      "plannedMinutes": 60,
                      "position": 1,
                      "required": true,
                      "title": "Fix {{ticket}}"
                    }
                  },
                  "plannedMinutes": 90,
                  "schema": 1,
                  "summary": "mend what a customer reported",
                  "tags": [
                    "bug",
                    "{{severity}}"
                  ],
                  "title": "{{ticket}}: {{title}}"
                }
                """),
        ]
    }
}
