/// The check of a milestone that has not been reached.
package struct OpenCheck: Equatable, Sendable {
    /// The milestone as listed: `2.1`.
    package let number: String
    package let goalID: String
    package let milestoneID: String
    /// The command for the shell.
    package let command: String
}

extension Session {
    /// The checks of open milestones, in their order: of all goals, or of those goals and milestones.
    package func openChecks(of references: [GoalReference] = []) throws(SessionsError) -> [OpenCheck] {
        guard !references.isEmpty else { return openChecks { _, _ in true } }
        var wanted: [String] = []
        for reference in references {
            let (goal, milestone) = try reference.resolve(in: self)
            wanted.append(milestone?.id ?? goal.id)
        }
        return openChecks { goal, milestone in wanted.contains(goal.id) || wanted.contains(milestone.id) }
    }

    /// The checks that stand between the session and its completion.
    package var requiredChecks: [OpenCheck] { openChecks { goal, _ in goal.isRequired } }

    /// A required goal that is open even when all its checks pass.
    package var unprovableGoal: Goal? {
        openRequiredGoals.first { goal in
            goal.milestones.isEmpty || goal.milestones.contains { !$0.isDone && $0.check == nil }
        }
    }

    /// Every command that a milestone has, open or not, with the number of the milestone.
    package var allChecks: [(number: String, command: String)] {
        numberedMilestones.compactMap { number, _, milestone in milestone.check.map { (number, $0) } }
    }

    private func openChecks(_ isWanted: (Goal, Milestone) -> Bool) -> [OpenCheck] {
        numberedMilestones.compactMap { number, goal, milestone in
            guard let command = milestone.check, !milestone.isDone, isWanted(goal, milestone) else {
                return nil
            }
            return OpenCheck(number: number, goalID: goal.id, milestoneID: milestone.id, command: command)
        }
    }

    private var numberedMilestones: [(number: String, goal: Goal, milestone: Milestone)] {
        goals.enumerated().flatMap { index, goal in
            goal.milestones.enumerated().map { step, milestone in
                ("\(index + 1).\(step + 1)", goal, milestone)
            }
        }
    }
}
