import CommandKit
import SessionsCore

/// What a new session is to be, beside its title: the options of every command that makes one.
struct PlanOptions {
    var template: String?
    var project: String?
    var tags: [String] = []
    var planned: AmountText?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option(
            "-t, --template <name>", &template, "Begin from a template", completion: .dynamic("template"))
        arguments.option(
            "-p, --project <name>", &project, "The project, like web.auth", completion: .dynamic("project"))
        arguments.option("--tag <tag>", &tags, "A tag", completion: .dynamic("tag"))
        arguments.option("--plan <time>", &planned, "How long it is to take, like 90m or 1h30m")
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

    /// Adds what the template holds.
    func complete(_ plan: inout SessionPlan, _ context: Context) throws {
        if let template { try Template.named(template).apply(to: &plan) }
    }
}
