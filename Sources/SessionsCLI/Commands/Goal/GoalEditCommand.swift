import CommandKit
import SessionsCore

/// `sessions goal edit`: change a goal or a milestone.
struct GoalEditCommand: SessionsCommand {
    static let info = CommandInfo(
        "edit", "Change a goal or a milestone",
        discussion: "A milestone has a title, a check and a place and nothing else to change.",
        examples: [
            Example(
                "sessions goal edit @ 2 --title 'Mend it' --weight 3", "its title and what it counts for"),
            Example("sessions goal edit @ 2 --milestone 'Write a test'", "one step more on the way to it"),
            Example("sessions goal edit @ 2.1 --check 'make test'", "the command that proves a milestone"),
            Example("sessions goal edit @ 4 --to 1", "to the first place"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var goal = ""
    var changes = GoalChanges()
    var milestones = MilestoneOptions()
    var isRequired = false
    var isOptional = false
    var plan: String?
    var place: Ordinal?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<goal>", &goal, "The goal, like 2, or milestone, like 2.1")
        arguments.option("--title <text>", &changes.title, "A new title")
        milestones.declare(&arguments)
        arguments.flag("--required", &isRequired, "The session is not completed without it")
        arguments.flag("--optional", &isOptional, "The session can be completed without it")
        arguments.option("--weight <number>", &changes.weight, "What it counts for in the progress")
        arguments.option("--plan <time>", &plan, "How long it is to take; an empty text takes the plan away")
        arguments.option("--to <number>", &place, "Move it to this place among the others")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        var changes = changes
        guard !isRequired || !isOptional else {
            throw UsageError("--required and --optional cannot both be", command: "sessions goal edit")
        }
        if isRequired || isOptional { changes.isRequired = isRequired }
        changes.planned = try plan.map(context.amountOrNone)
        changes.place = place?.value
        (changes.milestones, changes.checks) = try milestones.steps(for: "sessions goal edit")
        guard changes.saysAnything else {
            throw UsageError(
                "nothing to change", hint: "say what with --title, --milestone, --check, --plan, --weight …",
                command: "sessions goal edit")
        }
        try context.changeSessions(
            [session.id], asList: false, change, done: "Goal changed in", already: "Unchanged"
        ) { session, engine, _ in
            try engine.change(GoalReference(goal), in: &session, changes)
        }
        context.trustTyped(milestones.checks, change)
    }
}
