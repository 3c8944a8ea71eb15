extension SummaryScanner {
    typealias Text = JSONScanner.Text

    mutating func readEvent(_ id: Text) throws(Unusual) {
        var members = try members()
        let at = try time("at", &members)
        _ = try text("by", &members)
        let claimed = try time("for", &members)
        let path = try text("path", &members)
        let sequence = try whole("seq", &members)
        let type = try text("type", &members)
        try end(&members)
        guard let sequence, let at, (0..<1 << 53).contains(sequence), type?.hasEscapes != true else {
            throw Unusual()
        }
        var kind: Event.Kind?
        if let type {
            if scanner.isWritten(type, as: "started") { kind = .started }
            if scanner.isWritten(type, as: "completed") { kind = .completed }
        }
        events.append(
            ScannedEvent(id: id, sequence: sequence, at: at, claimed: claimed, path: path, kind: kind))
    }

    mutating func readInterval(_ id: Text) throws(Unusual) {
        var members = try members()
        let by = try text("by", &members)
        let date = try text("date", &members)
        let end = try time("end", &members)
        let note = try text("note", &members)
        let seconds = try whole("seconds", &members)
        let start = try time("start", &members)
        let zone = try text("utcOffset", &members)
        try self.end(&members)
        var offset = 0
        if let zone {
            guard !zone.hasEscapes, let known = Zone.offset(of: scanner.rawBytes(zone)) else {
                throw Unusual()
            }
            offset = known
        }
        let extent: Interval.Extent
        if let start {
            // A stretch that says what only an amount has is read by others.
            guard date == nil, seconds == nil else { throw Unusual() }
            extent = .stretch(start: start, end: end)
        } else {
            guard let date, let seconds, end == nil, (0..<TimeAmount.limit).contains(seconds),
                let day = CalendarDay(scanner.string(date))
            else { throw Unusual() }
            extent = .amount(TimeAmount(seconds: seconds), on: day)
        }
        let interval = Interval(by: "", extent: extent, utcOffset: offset)
        intervals.append(ScannedInterval(id: id, interval: interval, person: by, note: note))
    }

    mutating func readGoal(_ id: Text) throws(Unusual) {
        let first = milestones.count
        var members = try members()
        var isReached = try time("doneAt", &members) != nil
        if try next("milestones", &members) {
            try elements { scan, id throws(Unusual) in try scan.readMilestone(id) }
        }
        if try next("plannedMinutes", &members) { _ = try minutes() }
        let position = try number("position", &members) ?? 0
        if try next("required", &members) { try flag() }
        let title = try text("title", &members)
        let weight = try number("weight", &members) ?? 1
        try end(&members)
        guard let title, Goal.weights.contains(weight) else { throw Unusual() }
        let scanner = scanner
        milestones[first...].sort { a, b in
            a.position == b.position ? scanner.isWritten(a.id, before: b.id) : a.position < b.position
        }
        if milestones.count > first { isReached = milestones[first...].allSatisfy(\.isDone) }
        goals.append(
            ScannedGoal(
                id: id, title: title, position: position, weight: weight, isReached: isReached,
                milestones: first..<milestones.count))
    }

    private mutating func readMilestone(_ id: Text) throws(Unusual) {
        var members = try members()
        _ = try text("check", &members)
        let isDone = try time("doneAt", &members) != nil
        if try next("evidence", &members) { try readEvidence() }
        let position = try number("position", &members) ?? 0
        let title = try text("title", &members)
        try end(&members)
        guard let title else { throw Unusual() }
        milestones.append(ScannedMilestone(id: id, title: title, position: position, isDone: isDone))
    }

    private mutating func readEvidence() throws(Unusual) {
        var members = try members()
        guard try time("at", &members) != nil else { throw Unusual() }
        _ = try text("by", &members)
        _ = try text("commit", &members)
        _ = try whole("exit", &members)
        if let seconds = try number("seconds", &members) {
            guard (0..<Double(TimeAmount.limit)).contains(seconds) else { throw Unusual() }
        }
        _ = try whole("signal", &members)
        if try next("timedOut", &members) { try flag() }
        try end(&members)
    }

    mutating func readComment(_ id: Text) throws(Unusual) {
        var members = try members()
        let at = try time("at", &members)
        _ = try text("by", &members)
        _ = try text("inReplyTo", &members)
        let mentions = try next("mentions", &members) ? try readTexts() : []
        let text = try text("text", &members)
        try end(&members)
        guard let text, let at else { throw Unusual() }
        comments.append(ScannedElement(id: id, text: text, at: at, mentions: mentions))
    }

    mutating func readAttachment(_ id: Text) throws(Unusual) {
        var members = try members()
        let at = try time("at", &members) ?? Instant(milliseconds: 0)
        _ = try text("by", &members)
        _ = try text("mediaType", &members)
        let name = try text("name", &members)
        let hash = try text("sha256", &members)
        let size = try whole("size", &members) ?? 0
        try end(&members)
        guard let name, let hash, !hash.hasEscapes, hash.decodedCount == 64,
            scanner.rawBytes(hash).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            size >= 0
        else { throw Unusual() }
        attachments.append(ScannedElement(id: id, text: name, at: at))
    }

    mutating func readParticipants() throws(Unusual) {
        try elements { scan, person throws(Unusual) in
            guard let role: Role = try scan.name() else { throw Unusual() }
            scan.participants.append((person, role))
        }
    }

    mutating func readReflection() throws(Unusual) {
        var members = try members()
        if try next("learned", &members) {
            try elements { scan, id throws(Unusual) in
                let lesson = ScannedElement(id: id, text: try scan.text(), at: Instant(milliseconds: 0))
                scan.lessons.append(lesson)
            }
        }
        if try next("outcome", &members) { facts.outcome = try name() }
        facts.rating = try whole("rating", &members)
        if try next("skills", &members) {
            try elements { scan, name throws(Unusual) in
                let bounds = Skill.changes
                let change = min(max(try scan.whole(), bounds.lowerBound), bounds.upperBound)
                scan.skills.append((name, change))
            }
        }
        try end(&members)
    }

    mutating func readArchived() throws(Unusual) {
        facts.flags.insert(.archived)
        var members = try members()
        facts.archived = try time("at", &members)
        try end(&members)
    }

    mutating func readSource() throws(Unusual) {
        var members = try members()
        let id = try text("id", &members)
        let name = try text("name", &members)
        try end(&members)
        guard let name, let id else { throw Unusual() }
        texts.source = (name, id)
        facts.flags.insert(.source)
    }

    mutating func readLinks() throws(Unusual) {
        // One that is no object may be there too; that is so rare that others may look at it.
        try elements { scan, _ throws(Unusual) in
            var members = try scan.members()
            _ = try scan.time("at", &members)
            _ = try scan.text("by", &members)
            _ = try scan.text("kind", &members)
            _ = try scan.text("target", &members)
            try scan.end(&members)
        }
    }
}
