import CommandKit
import SessionsCore

/// The steps on the way to a goal that commands add.
struct MilestoneOptions {
    var titles: [String] = []
    var checks: [String] = []

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option("--milestone <title>", &titles, "A step on the way")
        arguments.option(
            "--check <command>", &checks,
            "The command that proves a step: of each --milestone in their order, or of a step of its own")
    }

    /// The steps that have a title, each with its check, and the checks that stand by themselves.
    func steps(
        for command: String
    ) throws(UsageError) -> (milestones: [SessionPlan.PlannedMilestone], checks: [String]) {
        if titles.isEmpty { return ([], checks) }
        if checks.isEmpty { return (titles.map { .init($0) }, []) }
        guard checks.count == titles.count else {
            throw UsageError(
                "\(counted(checks.count, "check")) for \(counted(titles.count, "milestone"))",
                hint:
                    "give each milestone its check in their order, or add it later with 'goal edit @ 2.1 --check'",
                command: command)
        }
        return (zip(titles, checks).map { .init($0, check: $1) }, [])
    }
}
