/// What came of running a check before the lock was taken, to be put down under it.
package struct CheckResult: Sendable {
    package let check: OpenCheck
    package let end: ProgramEnd
    package let milliseconds: Int
    /// What was checked out where it ran.
    package let commit: String?

    package init(_ check: OpenCheck, end: ProgramEnd, milliseconds: Int, commit: String?) {
        self.check = check
        self.end = end
        self.milliseconds = milliseconds
        self.commit = commit
    }
}

extension Engine {
    /// Puts down what came of a check, and marks its milestone as reached where it passed.
    ///
    /// - Throws: `refused`, where the milestone has another check by now.
    package func record(_ result: CheckResult, in session: inout Session) throws(SessionsError) -> Bool {
        let check = result.check
        let milestone = session.goals.first { $0.id == check.goalID }?.milestones.first {
            $0.id == check.milestoneID
        }
        guard let milestone, let command = milestone.check, command.utf8.elementsEqual(check.command.utf8)
        else {
            throw .changedMeanwhile(action: "check", session: session.id)
        }
        let path = JSONPointer("goals", check.goalID, "milestones", check.milestoneID)
        let evidence = Evidence(
            at: now, by: user, end: result.end, milliseconds: result.milliseconds, commit: result.commit)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let place = path.appending("evidence")
            try edit.store(evidence.json(replacing: edit.session.document[place]), at: place)
            if result.end.isSuccess, !milestone.isDone {
                try mark(path, now, in: &edit)
            } else {
                edit.record(.checked, at: place, to: .string(result.end.description))
            }
        }
    }
}

extension SessionsError {
    /// A required goal keeps a session from being completed.
    package static func openGoal(_ goal: Goal, of session: Session) -> SessionsError {
        .refused(
            action: "complete", subject: session.id, reason: "the required goal '\(goal.title)' is open",
            way: "reach it with 'sessions goal done \(session.id) \(goal.id)', or complete with --incomplete")
    }

    /// Somebody changed what a program, run before the lock was taken, has said yes to.
    package static func changedMeanwhile(action: String, session: String) -> SessionsError {
        .refused(
            action: action, subject: session, reason: "somebody changed it meanwhile",
            way: "look at it with 'sessions show \(session)', and try again")
    }
}
