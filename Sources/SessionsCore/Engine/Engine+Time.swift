/// Intervals after the fact.
extension Engine {
    /// More than there is in any day, and so a slip of the hand.
    private static let longestAmount = TimeAmount(seconds: 24 * 3600)

    /// Notes down time of mine.
    ///
    /// - Throws: `refused` where it overlaps other time of mine in the session, or ends in the future.
    package func addTime(
        _ time: LoggedTime, note: String? = nil, to session: inout Session
    ) throws(SessionsError) -> Bool {
        let action = "add time to"
        var interval: JSONObject = ["by": .string(user)]
        switch time {
        case .amount(let amount, let period):
            let day = try self.day(period, action, session)
            try requireReal(amount)
            interval["date"] = .string(day.description)
            interval["seconds"] = .number(JSONNumber(amount.seconds))
        case .between, .from, .until:
            let (start, end) = stretch(time)
            try check(start, end, by: user, in: session, action)
            interval["start"] = .string(start.rfc3339)
            interval["end"] = .string(end.rfc3339)
            interval["utcOffset"] = .string(zone.offsetText(at: start))
        }
        interval["note"] = note.flatMap(SessionRules.optional).map(JSON.string)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let path = JSONPointer("intervals", edit.newID(.interval, in: "intervals"))
            try edit.store(.object(interval), at: path)
            edit.record(.added, at: path)
        }
    }

    /// Changes an interval. False where it is so already. One that runs ends where it is given an end.
    package func change(
        _ reference: ElementReference, in session: inout Session, _ changes: IntervalChanges
    ) throws(SessionsError) -> Bool {
        let interval = try reference.interval(in: session)
        let path = JSONPointer("intervals", interval.id)
        let extent = changes.movesIt ? try moved(interval, changes, in: session) : interval.extent
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            switch (extent, interval.extent) {
            case (.amount(let amount, let day), _):
                try edit.set(.string(day.description), at: path.appending("date"))
                if amount.seconds != interval.seconds(now: now) {
                    try edit.set(.number(JSONNumber(amount.seconds)), at: path.appending("seconds"))
                }
            case (.stretch(let start, let end), .stretch(let oldStart, let oldEnd)):
                // As it is written may be another way to say the same.
                if start != oldStart {
                    try edit.store(.string(zone.offsetText(at: start)), at: path.appending("utcOffset"))
                    try edit.set(.string(start.rfc3339), at: path.appending("start"))
                }
                if let end, end != oldEnd {
                    try edit.set(.string(end.rfc3339), at: path.appending("end"))
                    try Engine.pauseWhereNothingRuns(&edit, since: end)
                }
            case (.stretch, .amount): break
            }
            if let note = changes.note {
                try edit.set(SessionRules.optional(note).map(JSON.string), at: path.appending("note"))
            }
        }
    }

    /// Cuts an interval in two, and takes out what lies between the two instants.
    ///
    /// - Parameter until: when the second part begins; nil for where the first one ends.
    package func split(
        _ reference: ElementReference, in session: inout Session, at moment: Moment, until: Moment? = nil
    ) throws(SessionsError) -> Bool {
        let interval = try reference.interval(in: session)
        guard case .stretch(let start, let end) = interval.extent else {
            throw notAStretch(interval, session)
        }
        let cut = moment.resolve(after: start, now: now, in: zone)
        let next = until.map { $0.resolve(after: cut, now: now, in: zone) } ?? cut
        guard cut <= next else {
            throw .refused(
                action: "split time of", subject: session.id,
                reason: "it would go on at \(localText(next)), before it stops at \(localText(cut))",
                way: "give a time after that")
        }
        guard start < cut, next < (end ?? now) else {
            throw .refused(
                action: "split time of", subject: session.id,
                reason: "\(localText(start < cut ? next : cut)) does not lie within \(text(interval))",
                way: "give a time between its beginning and its end")
        }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let path = JSONPointer("intervals", interval.id)
            let second = JSONPointer("intervals", edit.newID(.interval, in: "intervals"))
            var object = edit.session.document[path]?.objectValue ?? JSONObject()
            object["start"] = .string(next.rfc3339)
            object["utcOffset"] = .string(zone.offsetText(at: next))
            try edit.set(.string(cut.rfc3339), at: path.appending("end"))
            try edit.store(.object(object), at: second)
            edit.record(.added, at: second)
        }
    }

    /// Takes intervals away. A session in which nothing runs after that is paused.
    package func removeTime(
        _ references: [ElementReference], from session: inout Session
    ) throws(SessionsError) -> Bool {
        var intervals: [Interval] = []
        for reference in references {
            let interval = try reference.interval(in: session)
            if !intervals.contains(interval) { intervals.append(interval) }
        }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            for interval in intervals {
                let path = JSONPointer("intervals", interval.id)
                let what =
                    switch interval.extent {
                    case .stretch(let start, _): start.rfc3339
                    case .amount(_, let day): day.description
                    }
                try edit.store(nil, at: path)
                edit.record(.removed, at: path, from: .string(what))
            }
            try Engine.pauseWhereNothingRuns(&edit, since: nil)
        }
    }

    /// A session is active exactly while an interval in it is open.
    private static func pauseWhereNothingRuns(
        _ edit: inout SessionEdit, since end: Instant?
    ) throws(SessionsError) {
        guard edit.session.statusBefore == .active, !edit.session.isRunning else { return }
        try edit.set("paused", at: JSONPointer("status"), as: .paused, claimed: end)
    }
}

// MARK: What it comes to

extension Engine {
    private func stretch(_ time: LoggedTime) -> (start: Instant, end: Instant) {
        switch time {
        case .between(let from, let to):
            if case .clock = to {
                let start = from.resolve(now: now, in: zone)
                return (start, to.resolve(after: start, now: now, in: zone))
            }
            let end = to.resolve(now: now, in: zone)
            return (from.resolve(before: end, now: now, in: zone), end)
        case .from(let from, let amount):
            let start = from.resolve(now: now, in: zone)
            return (start, start.advanced(bySeconds: amount.seconds))
        case .until(let to, let amount):
            let end = to.resolve(now: now, in: zone)
            return (end.advanced(bySeconds: -amount.seconds), end)
        case .amount: return (now, now)
        }
    }

    /// Where an interval lies after changes.
    private func moved(
        _ interval: Interval, _ changes: IntervalChanges, in session: Session
    ) throws(SessionsError) -> Interval.Extent {
        let action = "change time of"
        switch interval.extent {
        case .amount(let oldAmount, let oldDay):
            guard changes.start == nil, changes.end == nil else { throw notAStretch(interval, session) }
            let amount = changes.amount ?? oldAmount
            if changes.amount != nil { try requireReal(amount) }
            let day = try changes.day.map { period throws(SessionsError) in
                try self.day(period, action, session)
            }
            return .amount(amount, on: day ?? oldDay)
        case .stretch(let oldStart, let oldEnd):
            let (oldDay, clock) = zone.wallClock(at: oldStart)
            let day = try changes.day.map { period throws(SessionsError) in
                try self.day(period, action, session)
            }
            var start = day.map { zone.instant(of: $0, secondOfDay: clock) } ?? oldStart
            let length = oldEnd.map { $0.milliseconds - oldStart.milliseconds }
            var end = length.map { Instant(milliseconds: start.milliseconds + max(0, $0)) }
            if let moment = changes.start {
                start = moment.resolve(on: day ?? oldDay, now: now, in: zone)
                if day == nil { end = oldEnd }
            }
            if let moment = changes.end { end = moment.resolve(after: start, now: now, in: zone) }
            if let amount = changes.amount {
                try requireReal(amount)
                if changes.end != nil, let end {
                    start = end.advanced(bySeconds: -amount.seconds)
                } else {
                    end = start.advanced(bySeconds: amount.seconds)
                }
            }
            try check(start, end, by: interval.by, in: session, action, replacing: interval)
            return .stretch(start: start, end: end)
        }
    }

    /// The one day that a period is; none in the future.
    private func day(
        _ period: Period, _ action: String, _ session: Session
    ) throws(SessionsError) -> CalendarDay {
        let today = zone.wallClock(at: now).day
        let day = period.days(today: today).first
        guard period.isOneDay else {
            throw .invalid(what: "a day", value: "\(day) and more", expected: "one day")
        }
        guard day >= CalendarDay(daysSince1970: 0) else {
            throw .invalid(
                what: "a day when anybody worked on it", value: "\(day)", expected: "one from 1970 on")
        }
        guard day <= today else {
            throw .refused(
                action: action, subject: session.id, reason: "\(day) is in the future",
                way: "it is \(localText(now)) now")
        }
        return day
    }

    private func requireReal(_ amount: TimeAmount) throws(SessionsError) {
        guard amount.seconds > 0, amount <= Engine.longestAmount else {
            throw .invalid(
                what: "time that was worked", value: amount.description,
                expected: "more than none, and no more than 24h on a day")
        }
    }

    /// Refuses a stretch of somebody's time that cannot be. Nil for the end of one that is open.
    private func check(
        _ start: Instant, _ end: Instant?, by person: String, in session: Session, _ action: String,
        replacing old: Interval? = nil
    ) throws(SessionsError) {
        try requirePast(start, to: action, session)
        if let end {
            try requirePast(end, to: action, session)
            guard start < end else {
                throw .refused(
                    action: action, subject: session.id,
                    reason: "it would end at \(localText(end)), and begin at \(localText(start))",
                    way: "give an end after the beginning")
            }
        }
        for other in session.intervals where other.id != old?.id && isSame(other.by, person) {
            guard other.overlaps(from: start, to: end) else { continue }
            throw .refused(
                action: action, subject: session.id,
                reason: "it would overlap \(session.number(of: other)), \(text(other))",
                way: "see 'sessions time list \(session.id)'")
        }
    }

    private func isSame(_ a: String, _ b: String) -> Bool { a == b || isMe(a) && isMe(b) }

    /// `2026-11-22 09:00 to 2026-11-22 10:00`
    private func text(_ interval: Interval) -> String {
        switch interval.extent {
        case .amount(let amount, let day): "\(amount) on \(day)"
        case .stretch(let start, let end): "\(localText(start)) to \(end.map(localText) ?? "now")"
        }
    }

    private func notAStretch(_ interval: Interval, _ session: Session) -> SessionsError {
        .refused(
            action: "change time of", subject: session.id,
            reason: "\(session.number(of: interval)) is \(text(interval)), without a beginning or an end",
            way: "change its amount with --for and its day with --on")
    }
}
