import CommandKit

extension Topic {
    static var environment: Topic {
        Topic(
            "environment", "Variables that the program reads",
            [
                .paragraph(
                    "A variable that is set to nothing counts as not set, but for the two about the pager."),
                .list(variables),
                .paragraph(
                    """
                    SESSIONS_NOW and SESSIONS_ID_SEED are for tests. Every command that writes says on standard \
                    error that it uses them.
                    """),
                .heading("Examples"),
                .examples([
                    Example(
                        "SESSIONS_USER=lin@example.org sessions list is:mine", "as somebody else sees it"),
                    Example("SESSIONS_WORKSPACE=~/team sessions status", "in another workspace"),
                ]),
            ])
    }

    /// A test holds them against the names in the source.
    static var variables: [Entry] {
        [
            Entry("SESSIONS_WORKSPACE", "the workspace, where --workspace names none"),
            Entry("SESSIONS_USER", "who you are, instead of user.email of your configuration"),
            Entry("SESSIONS_NOW", "a clock that stands still, like 2026-11-22T14:05:00Z"),
            Entry("SESSIONS_ID_SEED", "a number; the same one gives the same ids again"),
            Entry("SESSIONS_HOOK", "the hook that runs this: what it runs itself runs no hooks"),
            Entry("XDG_DATA_HOME", "where the personal workspace is (~/.local/share)"),
            Entry("XDG_CONFIG_HOME", "where your configuration is (~/.config)"),
            Entry("PATH", "where programs called sessions-NAME are found, which become commands"),
            Entry("HOME", "the folder that ~ stands for"),
            Entry("LOGNAME", "your name, where nothing else says who you are"),
            Entry("USER", "the same, without LOGNAME"),
            Entry("NO_COLOR", "no colours"),
            Entry("CLICOLOR_FORCE", "colours even in a pipe, unless it is 0"),
            Entry("TERM", "a dumb terminal gets no colours and no drawings"),
            Entry("SESSIONS_PAGER", "what shows long output on a terminal; cat, or nothing, for none"),
            Entry("PAGER", "the same, without SESSIONS_PAGER; less, where neither is set"),
            Entry("LESS", "what less is told; FRX, where it is not set"),
            Entry("VISUAL", "your editor"),
            Entry("EDITOR", "the same, without VISUAL; vi, where neither is set"),
            Entry("SESSIONS_OPENER", "the program that opens attachments, instead of the desktop's"),
            Entry("TMPDIR", "where files are put that go again (/tmp)"),
            Entry("COLUMNS", "how wide the output is, instead of what the terminal says"),
            Entry("TZ", "your time zone, instead of this machine's"),
        ]
    }
}
