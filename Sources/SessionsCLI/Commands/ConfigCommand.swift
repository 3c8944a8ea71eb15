import CommandKit
import SessionsCore
import Terminal

/// `sessions config`: your own settings.
struct ConfigCommand: SessionsCommand {
    static let info = CommandInfo(
        "config", "Show or change your settings",
        discussion: "Without a name all settings are shown, each with where its value comes from.",
        examples: [
            Example("sessions config user.email ada@example.org", "who you are"),
            Example("sessions config user.email", "the value alone"),
        ])
    var key: UserConfiguration.Key?
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
            try context.setConfiguration(value, for: key)
            guard context.isJSON else { return }
        }
        let setting = try Setting(key, context)
        if context.isJSON { return try context.print(setting.json) }
        guard let value = setting.value else {
            throw SessionsError.notSet(name: key.rawValue)
        }
        try context.print(value.visible)
    }

    private func printAll(_ context: Context) throws {
        let settings = try UserConfiguration.Key.allCases.map { try Setting($0, context) }
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
                Cell(setting.key.rawValue), Cell(setting.value ?? ""), Cell(setting.source, .dim),
                Cell(setting.key.meaning, .dim),
            ])
        }
        try table.finish()
    }
}

extension UserConfiguration.Key: ArgumentValue {}

/// A setting with where its value comes from.
private struct Setting {
    let key: UserConfiguration.Key
    let value: String?
    let source: String

    init(_ key: UserConfiguration.Key, _ context: Context) throws(SessionsError) {
        self.key = key
        let configuration = try context.configuration()
        if key == .email, let user = context.environment.variable("SESSIONS_USER") {
            (value, source) = (user, "SESSIONS_USER")
        } else if let stored = configuration?[key] {
            (value, source) = (stored, configuration?.path ?? "")
        } else if key == .email {
            (value, source) = (try context.user(), "default")
        } else if key == .longestWatch {
            (value, source) = (Interval.longestWatch.description, "default")
        } else {
            (value, source) = (nil, "not set")
        }
    }

    var json: JSON {
        var object: JSONObject = ["name": .string(key.rawValue), "source": .string(source)]
        object["value"] = value.map(JSON.string)
        return .object(object)
    }
}
