extension Transaction {
    /// What pausing my other sessions came to.
    package struct PausedOthers {
        package var sessions: [Session] = []
        /// Those whose clock had run for longer than anybody works.
        package var forgotten: [Session] = []
        /// Files that could not be read, in which a clock of mine may be running.
        package var damaged: [SessionsError] = []
    }

    /// Pauses every session but this one in which my clock runs, at that time: nobody works on two at once.
    ///
    /// - Throws: `refused`, naming the session that was started later.
    package func pauseOthers(
        than session: Session, at moment: Moment, _ engine: Engine
    ) throws(SessionsError) -> PausedOthers {
        var result = PausedOthers()
        let running = try currentlyRunning(engine)
        result.damaged = running.damaged
        for location in running.locations where location.id != session.id {
            var other = try self.session(at: location)
            let isForgotten = other.intervals.contains {
                $0.isForgotten(now: engine.now) && engine.isMe($0.by)
            }
            let start = engine.myOpenStart(in: other)
            do throws(SessionsError) {
                guard try engine.pause(&other, at: moment) else { continue }
            } catch {
                guard let start, error.code == .refused else { throw error }
                throw .refused(
                    action: "start", subject: session.id,
                    reason:
                        "your clock runs in '\(other.id)' since \(engine.localText(start)), which is later",
                    way: "pause that first, give a later time, or let both run with --parallel")
            }
            try update(other)
            result.sessions.append(other)
            if isForgotten { result.forgotten.append(other) }
        }
        return result
    }
}
