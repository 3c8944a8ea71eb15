import CommandKit
import SessionsCore

/// What a new session is to be, beside its title: the options of every command that makes one.
struct PlanOptions {
    var template: String?
    var project: String?
    var tags: [String] = []
    var planned: AmountText?
    var settings: [FieldSetting] = []

    var saysAnything: Bool {
        template != nil || project != nil || !tags.isEmpty || planned != nil || !settings.isEmpty
    }

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option(
            "-t, --template <name>", &template, "Begin from a template", completion: .dynamic("template"))
        arguments.option(
            "-p, --project <name>", &project, "The project, like web.auth", completion: .dynamic("project"))
        arguments.option("--tag <tag>", &tags, "A tag", completion: .dynamic("tag"))
        arguments.option("--plan <time>", &planned, "How long it is to take, like 90m or 1h30m")
        arguments.option(
            "--set <field>", &settings, "Fill a field of the template: NAME=VALUE",
            completion: .dynamic("field"))
    }

    /// The plan as it is given, before the template adds to it.
    func plan(titled title: String, _ context: Context) throws -> SessionPlan {
        var plan = SessionPlan()
        plan.title = title
        plan.project = project
        plan.tags = tags
        plan.planned = try planned.map(context.amount)
        return plan
    }

    /// The template to begin from; nil where none is named.
    func template(_ context: Context) throws -> Template? {
        guard let template else {
            guard let setting = settings.first else { return nil }
            throw UsageError(
                "no template to fill '\(setting.name)' in", hint: "name one with -t", command: "sessions new")
        }
        return try context.templates().template(named: template)
    }

    /// Adds what the template holds.
    func complete(_ plan: inout SessionPlan, from template: Template?, _ context: Context) throws {
        let today = context.zone.wallClock(at: context.now).day
        try template?.apply(to: &plan, filledWith: settings, today: today)
    }
}

extension FieldSetting: ArgumentValue {
    /// `ticket=T-1`, or `urgent` alone.
    package init(argument: String) throws(ArgumentProblem) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].isEmpty else { throw ArgumentProblem(not: "a field", expected: "NAME=VALUE") }
        self.init(name: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : nil)
    }

    package var argumentText: String { value.map { name + "=" + $0 } ?? name }
}

extension Context {
    func templates() throws(SessionsError) -> TemplateLibrary {
        TemplateLibrary(workspace: try workspace(), configurationFolder: environment.configurationFolder)
    }
}
