import CommandKit
import SessionsCore
import Terminal

/// `sessions config`: your own settings.
struct ConfigCommand: SessionsCommand {
    static let info = CommandInfo(
        "config", "Show or change your settings",
        discussion: """
            Without a name all settings are shown, each with where its value comes from: a variable of the \
            environment goes before your configuration, and that before the default. 'alias.NAME' gives a command \
            line a name: its words are split as a shell would, with quotes and backslashes, but no shell runs them. \
            An alias can begin with another one, and never stands for a command that there is.

            Lists, searches and sums are answered from an index that is checked against the files first. Where \
            there are so many that this takes long, 'sessions config index.check folders' has only the folders \
            looked at: then what another program writes into a file in its place is missed until the folder \
            changes. The index is the file 'local/index'. It can be deleted at any time; a program that shortens it \
            in its place would end a command that is reading it. Of its text, a search checks what it finds: \
            a bit that a bad disk flips can hide a match until the index is made anew, and never makes one up.

            Whose clock runs is noted in 'local/running', which can be deleted, too. As long as no folder has changed \
            since, 'start', 'pause', 'complete' and 'status --short' believe it: a clock that another program started \
            by writing into a file in its place, or in the moment in which this one writes to that folder, goes on \
            beside the next one, and 'status' shows both.
            """,
        examples: [
            Example("sessions config user.email ada@example.org", "who you are"),
            Example("sessions config user.email", "the value alone"),
            Example(
                "sessions config alias.mine 'list is:mine status:active,paused'", "a command of your own"),
        ])
    var key: SettingName?
    var value: String?
    var isUnset = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &key, "The setting")
        arguments.argument("<value>", &value, "Its new value")
        arguments.flag("--unset", &isUnset, "Take the value away")
    }

    func run(in context: Context) throws {
        guard let key else {
            guard !isUnset else {
                throw UsageError("--unset needs the name of a setting", command: "sessions config")
            }
            return try printAll(context)
        }
        if value != nil || isUnset {
            guard value == nil || !isUnset else {
                throw UsageError("both a value and --unset", command: "sessions config")
            }
            try store(value, as: key, context)
            guard context.isJSON else { return }
        }
        let setting = try Setting(key, context)
        if context.isJSON { return try context.print(setting.json) }
        guard let value = setting.value else {
            throw SessionsError.notSet(name: key.text)
        }
        try context.print(value.visible)
    }

    private func store(_ value: String?, as name: SettingName, _ context: Context) throws {
        switch name {
        case .key(let key): try context.setConfiguration(value, for: key)
        case .alias(let alias):
            if let value {
                try ForeignCommand.requireFree(alias)
                _ = try ForeignCommand.words(of: value, alias: alias)
            }
            try context.setCommandAlias(value, named: alias)
        }
    }

    private func printAll(_ context: Context) throws {
        var names = UserConfiguration.Key.allCases.map(SettingName.key)
        names += try context.configuration()?.commandAliases.map { .alias($0.name) } ?? []
        let settings = try names.map { try Setting($0, context) }
        if context.isJSON { return try context.print(.array(settings.map(\.json))) }
        var table = Table(
            [
                Table.Column("NAME", priority: 9),
                Table.Column("VALUE", isFlexible: true, minimumWidth: 16, priority: 8),
                Table.Column("FROM", isFlexible: true, priority: 7),
                Table.Column("MEANING", isFlexible: true, priority: 1),
            ], to: context.output)
        for setting in settings {
            try table.add([
                Cell(setting.name.text), Cell(setting.value ?? ""), Cell(setting.source, .dim),
                Cell(setting.name.meaning, .dim),
            ])
        }
        try table.finish()
    }
}

/// What a setting is called: one of the program's own, or `alias.NAME`.
enum SettingName: ArgumentValue {
    case key(UserConfiguration.Key)
    case alias(String)

    private static let aliasPrefix = "alias."

    init(argument: String) throws(ArgumentProblem) {
        if let key = UserConfiguration.Key(rawValue: argument) {
            self = .key(key)
        } else if argument.hasPrefix(Self.aliasPrefix) {
            self = .alias(String(argument.dropFirst(Self.aliasPrefix.count)))
        } else {
            throw ArgumentProblem(
                not: "a setting", expected: (Self.choices + ["alias.NAME"]).joined(separator: ", "),
                hint: Suggestion.hint(for: argument, among: Self.choices))
        }
    }

    static var choices: [String] { UserConfiguration.Key.allCases.map(\.rawValue) }
    var argumentText: String { text }

    var text: String {
        switch self {
        case .key(let key): key.rawValue
        case .alias(let name): Self.aliasPrefix + name
        }
    }

    var meaning: String {
        switch self {
        case .key(let key): key.meaning
        case .alias: "a command line of yours"
        }
    }
}

/// A setting with where its value comes from.
private struct Setting {
    let name: SettingName
    let value: String?
    let source: String

    init(_ name: SettingName, _ context: Context) throws(SessionsError) {
        self.name = name
        let configuration = try context.configuration()
        let isEmail: Bool
        let stored: String?
        switch name {
        case .key(let key): (isEmail, stored) = (key == .email, configuration?[key])
        case .alias(let alias): (isEmail, stored) = (false, configuration?.commandAlias(alias))
        }
        if isEmail, let user = context.environment.variable("SESSIONS_USER") {
            (value, source) = (user, "SESSIONS_USER")
        } else if let stored {
            (value, source) = (stored, configuration?.path ?? "")
        } else if isEmail {
            (value, source) = (try context.user(), "default")
        } else if case .key(.longestWatch) = name {
            (value, source) = (Interval.longestWatch.description, "default")
        } else if case .key(.indexCheck) = name {
            (value, source) = (IndexRules.Check.files.rawValue, "default")
        } else {
            (value, source) = (nil, "not set")
        }
    }

    var json: JSON {
        var object: JSONObject = ["name": .string(name.text), "source": .string(source)]
        object["value"] = value.map(JSON.string)
        return .object(object)
    }
}
