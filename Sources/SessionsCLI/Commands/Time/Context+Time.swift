import SessionsCore

extension Context {
    /// Changes the tracked time of a session and says what it is now, or what is gone.
    func changeTime(
        _ session: RequiredSession, _ options: ChangeOptions, done: String,
        _ change: (inout Session, Engine) throws -> Bool
    ) throws {
        let display = SessionDisplay(now: now, zone: zone, shortIDs: try shortIDs())
        try changeSessions([session.id], asList: false, options) { session, engine, _ in
            let before = session
            let hasChanged = try change(&session, engine)
            var details = IntervalLines.differences(in: session, to: before, display)
            if session.intervals.count < before.intervals.count {
                details = IntervalLines.differences(in: before, to: session, display)
            }
            return SessionStep(hasChanged, done: done, already: "Unchanged", details: details)
        }
    }
}
