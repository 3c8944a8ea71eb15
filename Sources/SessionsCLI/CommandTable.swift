import CommandKit

extension CommandTable {
    /// Every command under its heading of `help`; nothing else lists commands.
    package static let sessions = CommandTable(
        "sessions",
        [
            CommandSection(
                "Work on a session",
                [
                    CommandEntry("new", NewCommand.self),
                    CommandEntry("start", StartCommand.self),
                    CommandEntry("pause", PauseCommand.self),
                    CommandEntry("complete", CompleteCommand.self),
                    CommandEntry("status", StatusCommand.self),
                ]),
            CommandSection(
                "Say more about it",
                [
                    CommandEntry("edit", EditCommand.self),
                    CommandEntry("reflect", ReflectCommand.self),
                    CommandEntry(
                        "goal", "Add, list and reach goals",
                        subcommands: [
                            CommandEntry("add", GoalAddCommand.self),
                            CommandEntry("list", GoalListCommand.self),
                            CommandEntry("done", GoalDoneCommand.self),
                            CommandEntry("check", GoalCheckCommand.self),
                            CommandEntry("reopen", GoalReopenCommand.self),
                            CommandEntry("edit", GoalEditCommand.self),
                            CommandEntry("remove", GoalRemoveCommand.self),
                        ]),
                    CommandEntry(
                        "time", "Add, list and mend tracked time",
                        subcommands: [
                            CommandEntry("add", TimeAddCommand.self),
                            CommandEntry("list", TimeListCommand.self),
                            CommandEntry("edit", TimeEditCommand.self),
                            CommandEntry("split", TimeSplitCommand.self),
                            CommandEntry("remove", TimeRemoveCommand.self),
                            CommandEntry("gaps", TimeGapsCommand.self),
                            CommandEntry("check", TimeCheckCommand.self),
                        ]),
                    CommandEntry("comment", CommentCommand.self),
                    CommandEntry(
                        "attach", AttachCommand.self,
                        subcommands: [
                            CommandEntry("list", AttachListCommand.self),
                            CommandEntry("get", AttachGetCommand.self),
                            CommandEntry("open", AttachOpenCommand.self),
                            CommandEntry("remove", AttachRemoveCommand.self),
                            CommandEntry("verify", AttachVerifyCommand.self),
                        ]),
                ]),
            CommandSection(
                "Find it again",
                [
                    CommandEntry("list", ListCommand.self),
                    CommandEntry("search", SearchCommand.self),
                    CommandEntry("show", ShowCommand.self),
                    CommandEntry("log", LogCommand.self),
                    CommandEntry("stats", StatsCommand.self),
                    CommandEntry("estimate", EstimateCommand.self),
                    CommandEntry("insights", InsightsCommand.self),
                    CommandEntry(
                        "view", "Give queries a name",
                        subcommands: [
                            CommandEntry("save", ViewSaveCommand.self),
                            CommandEntry("list", ViewListCommand.self),
                            CommandEntry("remove", ViewRemoveCommand.self),
                        ]),
                ]),
            CommandSection(
                "Tidy up",
                [
                    CommandEntry("archive", ArchiveCommand.self),
                    CommandEntry("restore", RestoreCommand.self),
                    CommandEntry("delete", DeleteCommand.self),
                    CommandEntry("undo", UndoCommand.self),
                    CommandEntry("redo", RedoCommand.self),
                    CommandEntry(
                        "op", "Look at the operations that can be undone",
                        subcommands: [CommandEntry("log", OperationLogCommand.self)]),
                    CommandEntry("doctor", DoctorCommand.self),
                    CommandEntry("gc", SweepCommand.self),
                ]),
            CommandSection(
                "Set up",
                [
                    CommandEntry("init", InitCommand.self),
                    CommandEntry(
                        "template", "Make recipes for new sessions",
                        subcommands: [
                            CommandEntry("list", TemplateListCommand.self),
                            CommandEntry("show", TemplateShowCommand.self),
                            CommandEntry("new", TemplateNewCommand.self),
                            CommandEntry("edit", TemplateEditCommand.self),
                            CommandEntry("check", TemplateCheckCommand.self),
                            CommandEntry("from", TemplateFromCommand.self),
                            CommandEntry("suggest", TemplateSuggestCommand.self),
                            CommandEntry("remove", TemplateRemoveCommand.self),
                        ]),
                    CommandEntry("export", ExportCommand.self),
                    CommandEntry("import", ImportCommand.self),
                    CommandEntry("batch", BatchCommand.self),
                    CommandEntry("config", ConfigCommand.self),
                    CommandEntry("trust", TrustCommand.self),
                    CommandEntry(
                        "hook", "See which programs of yours are run along with commands",
                        subcommands: [CommandEntry("list", HookListCommand.self)]),
                    CommandEntry("schema", SchemaCommand.self),
                    CommandEntry("completions", CompletionsCommand.self),
                    CommandEntry("help", HelpCommand.self),
                    CommandEntry("version", VersionCommand.self),
                ]),
        ],
        unlisted: [CommandEntry("__complete", CompleteWordCommand.self)])
}
