/// How a start differs from the plain one.
package struct StartOptions: Sendable {
    package var note: String?
    /// Take up a completed session again.
    package var isReopening = false

    package init(note: String? = nil, isReopening: Bool = false) {
        self.note = note
        self.isReopening = isReopening
    }
}

extension Engine {
    /// Starts my clock in a session. False where it runs already.
    package func start(
        _ session: inout Session, at moment: Moment = .now, _ options: StartOptions = StartOptions()
    ) throws(SessionsError) -> Bool {
        let status = session.status
        guard try moves(options.isReopening ? .reopen : .start, session) else { return false }
        if let since = myOpenStart(in: session) {
            guard moment == .now, options.note == nil else {
                throw .refused(
                    action: "start", subject: session.id,
                    reason: "your clock runs in it since \(localText(since))",
                    way: "stop it first with 'sessions pause \(session.id)'")
            }
            return false
        }
        let start = try settled(moment, to: "start", session)
        try refuseOverlap(of: start, in: session)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let id = edit.newID(.interval, in: "intervals")
            var interval: JSONObject = [
                "by": .string(user), "start": .string(start.rfc3339),
                "utcOffset": .string(zone.offsetText(at: start)),
            ]
            interval["note"] = options.note.flatMap(SessionRules.optional).map(JSON.string)
            let path = JSONPointer("intervals", id)
            try edit.store(.object(interval), at: path)
            if status == .active {
                edit.record(.started, at: path, claimed: start)
            } else {
                try edit.set("active", at: JSONPointer("status"), as: .started, claimed: start)
            }
        }
    }

    /// Stops my clock in a session; it becomes paused when nobody else's runs. False where mine does not.
    package func pause(_ session: inout Session, at moment: Moment = .now) throws(SessionsError) -> Bool {
        let mine = session.intervals.filter { $0.isOpen && isMe($0.by) }
        guard try moves(.pause, session), !mine.isEmpty else {
            try refuseTime(moment, to: "pause", session, because: "your clock does not run in it")
            return false
        }
        let end = try settled(moment, to: "pause", session)
        try refuse(ending: mine, at: moment, end, to: "pause", session)
        let isLast = session.intervals.allSatisfy { !$0.isOpen || isMe($0.by) }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            for interval in mine {
                let path = try stop(interval, at: end, in: &edit)
                if !isLast { edit.record(.paused, at: path, to: edit.session.document[path], claimed: end) }
            }
            if isLast { try edit.set("paused", at: JSONPointer("status"), as: .paused, claimed: end) }
        }
    }

    /// Completes a session and ends everybody's open interval in it. False where it is completed already.
    ///
    /// - Parameter isIncomplete: complete it although a required goal is open.
    package func complete(
        _ session: inout Session, at moment: Moment = .now, isIncomplete: Bool = false
    ) throws(SessionsError) -> Bool {
        guard try moves(.complete, session) else {
            try refuseTime(moment, to: "complete", session, because: "it is completed already")
            return false
        }
        if !isIncomplete, let goal = session.openRequiredGoals.first {
            throw .openGoal(goal, of: session)
        }
        let end = try settled(moment, to: "complete", session)
        if moment != .now, let last = session.intervals.compactMap(\.end).max(), last > end {
            throw .refused(
                action: "complete", subject: session.id,
                reason: "time was tracked in it until \(localText(last))",
                way: "see 'sessions time list \(session.id)'")
        }
        let open = session.intervals.filter(\.isOpen)
        try refuse(ending: open, at: moment, end, to: "complete", session)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            for interval in open { _ = try stop(interval, at: end, in: &edit) }
            try edit.set("completed", at: JSONPointer("status"), as: .completed, claimed: end)
        }
    }

    /// Puts a session away. False where it is archived already.
    package func archive(_ session: inout Session) throws(SessionsError) -> Bool {
        guard try moves(.archive, session) else { return false }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            try edit.store(["at": .string(now.rfc3339), "by": .string(user)], at: JSONPointer("archived"))
            edit.record(.archived, at: JSONPointer("archived"))
        }
    }

    /// Brings an archived session back to what it was. False where it is not archived.
    package func restore(_ session: inout Session) throws(SessionsError) -> Bool {
        guard try moves(.restore, session) else { return false }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            try edit.store(nil, at: JSONPointer("archived"))
            edit.record(.restored, at: JSONPointer("archived"))
        }
    }

    /// When I began in a session where my clock runs; nil elsewhere.
    package func myOpenStart(in session: Session) -> Instant? {
        session.intervals.last { $0.isOpen && isMe($0.by) }?.order
    }

    /// Whether my clock in a session was started at a time that has not come yet: that of this machine went back.
    package func myClockStartedLater(in session: Session) -> Bool {
        myOpenStart(in: session).map { $0 > now } ?? false
    }

    /// A time given for what is so already would be lost without a word.
    private func refuseTime(
        _ moment: Moment, to action: String, _ session: Session, because reason: String
    ) throws(SessionsError) {
        guard moment != .now else { return }
        throw .refused(
            action: action, subject: session.id, reason: reason, way: "see 'sessions show \(session.id)'")
    }

    private func moves(_ step: Lifecycle.Step, _ session: Session) throws(SessionsError) -> Bool {
        switch Lifecycle.outcome(of: step, from: session.status, of: session.id) {
        case .moves: return true
        case .holds: return false
        case .refused(let way):
            throw .refused(
                action: step.rawValue, subject: session.id, reason: "it is \(session.status.rawValue)",
                way: way)
        }
    }

    /// Ends an interval, though never before it began: where the clock of this machine went back it ends there.
    private func stop(
        _ interval: Interval, at end: Instant, in edit: inout SessionEdit
    ) throws(SessionsError) -> JSONPointer {
        let path = JSONPointer("intervals", interval.id, "end")
        try edit.store(.string(max(end, interval.order).rfc3339), at: path)
        return path
    }

    /// Refuses a given time at which a clock was not running yet. That it is now can always be said.
    private func refuse(
        ending intervals: [Interval], at moment: Moment, _ end: Instant, to action: String, _ session: Session
    ) throws(SessionsError) {
        guard moment != .now, let late = intervals.first(where: { $0.order > end }) else { return }
        let whose = isMe(late.by) ? "your clock" : "\(late.by)'s clock"
        throw .refused(
            action: action, subject: session.id,
            reason: "\(whose) was started after \(localText(end)), at \(localText(late.order))",
            way: late.order > now ? "leave --at out: the clock of this machine went back" : wayOfLaterTime)
    }

    private var wayOfLaterTime: String { "give a later time with --at" }

    private func refuseOverlap(of start: Instant, in session: Session) throws(SessionsError) {
        for interval in session.intervals where isMe(interval.by) {
            guard let (from, to) = interval.stretch(now: now), start < to, from < to else { continue }
            throw .refused(
                action: "start", subject: session.id,
                reason:
                    "you worked on it from \(localText(from)) to \(localText(to)), after \(localText(start))",
                way: to > now
                    ? "the clock of this machine went back: mend it, or wait until then" : wayOfLaterTime)
        }
    }
}
