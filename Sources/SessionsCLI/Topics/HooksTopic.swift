import CommandKit
import SessionsCore

extension Topic {
    static var hooks: Topic {
        Topic(
            "hooks", "Programs that are run along with commands",
            [
                .paragraph(
                    """
                    A hook is a program of yours, in any language, that is run before or after something happens to \
                    a session, whichever command makes it happen. Hooks lie in your own configuration folder: those \
                    in hooks/ are for all workspaces, those in a folder of hooks/ that is named after a workspace \
                    are for that one. 'sessions hook list' shows both folders and what it finds there. Nothing in \
                    a workspace is ever run as a hook.
                    """),
                .heading("Events"),
                .paragraph("A hook is called pre- or post- and what it is run for, and must be executable:"),
                .list(hookEvents),
                .paragraph(
                    """
                    Imported sessions and what is undone or redone run no hooks, nor does a dry run, nor what a \
                    hook runs itself.
                    """),
                .heading("What a hook is told"),
                .paragraph(
                    """
                    Each session that the command is about is a line of JSON on standard input, as --json shows it, \
                    as it is after the change. The hook stands where you stand, and has no terminal. It finds these \
                    variables:
                    """),
                .list([
                    Entry("SESSIONS_HOOK", "its own name, like pre-complete"),
                    Entry("SESSIONS_WORKSPACE", "the workspace, so that it runs sessions in the same one"),
                    Entry("SESSIONS_USER", "who makes the change"),
                ]),
                .heading("What it can do"),
                .paragraph(
                    """
                    A pre- hook that does not end with 0 refuses the change: nothing happens, and the command ends \
                    with 6 and says what the hook has printed. It runs before anything is locked; if somebody \
                    changes the session meanwhile, the change is refused as well. A post- hook runs when everything \
                    is done; that it fails is said and changes nothing. What a hook prints goes to standard error.
                    """),
                .paragraph(
                    """
                    A hook may take a minute, or what 'sessions config hooks.timeout' says. Then it is ended along \
                    with what it has started, and so it is when you interrupt the command.
                    """),
                .heading("Examples"),
                .paragraph("hooks/pre-complete, which wants to know what was learned:"),
                .text(
                    """
                    #!/bin/sh
                    jq -e '.reflection.learned | length > 0' >/dev/null || {
                        echo "say what you learned: --learned TEXT"
                        exit 1
                    }
                    """),
            ])
    }

    private static var hookEvents: [Entry] {
        LifecycleEvent.Kind.allCases.map { kind in
            let meaning =
                switch kind {
                case .new: "a session is made"
                case .start: "a clock is started"
                case .pause: "a clock is stopped, also because another session is started"
                case .complete: "a session is finished"
                case .archive: "a session is put away"
                case .restore: "an archived session is brought back"
                case .delete: "a session is removed"
                }
            return Entry("pre-\(kind.rawValue), post-\(kind.rawValue)", meaning)
        }
    }
}
