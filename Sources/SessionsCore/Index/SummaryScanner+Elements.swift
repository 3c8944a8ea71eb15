extension SummaryScanner {
    typealias Text = JSONScanner.Text

    mutating func readEvent(_ id: Text) throws(Unusual) {
        var sequence: Int?
        var (at, claimed): (Instant?, Instant?)
        var path: Text?
        var kind: Event.Kind?
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "at") {
                at = try scan.time()
            } else if scanner.isWritten(key, as: "by") {
                _ = try scan.text()
            } else if scanner.isWritten(key, as: "seq") {
                sequence = try scan.whole()
            } else if scanner.isWritten(key, as: "type") {
                let text = try scan.text()
                guard !text.hasEscapes else { throw Unusual() }
                if scanner.isWritten(text, as: "started") { kind = .started }
                if scanner.isWritten(text, as: "completed") { kind = .completed }
            } else if scanner.isWritten(key, as: "path") {
                path = try scan.text()
            } else if scanner.isWritten(key, as: "for") {
                claimed = try scan.time()
            } else {
                try scan.skip()
            }
        }
        guard let sequence, let at, (0..<1 << 53).contains(sequence) else { throw Unusual() }
        events.append(
            ScannedEvent(id: id, sequence: sequence, at: at, claimed: claimed, path: path, kind: kind))
    }

    mutating func readInterval(_ id: Text) throws(Unusual) {
        var (start, end): (Instant?, Instant?)
        var (by, date, note): (Text?, Text?, Text?)
        var seconds: Int?
        var offset = 0
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "start") {
                start = try scan.time()
            } else if scanner.isWritten(key, as: "end") {
                end = try scan.time()
            } else if scanner.isWritten(key, as: "by") {
                by = try scan.text()
            } else if scanner.isWritten(key, as: "utcOffset") {
                let text = try scan.text()
                guard !text.hasEscapes, let known = Zone.offset(of: scanner.rawBytes(text)) else {
                    throw Unusual()
                }
                offset = known
            } else if scanner.isWritten(key, as: "note") {
                note = try scan.text()
            } else if scanner.isWritten(key, as: "date") {
                date = try scan.text()
            } else if scanner.isWritten(key, as: "seconds") {
                seconds = try scan.whole()
            } else {
                try scan.skip()
            }
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
        var (title, isReached, position, weight): (Text?, Bool, Double, Double) = (nil, false, 0, 1)
        let first = milestones.count
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "title") {
                title = try scan.text()
            } else if scanner.isWritten(key, as: "position") {
                position = try scan.number()
            } else if scanner.isWritten(key, as: "doneAt") {
                _ = try scan.time()
                isReached = true
            } else if scanner.isWritten(key, as: "milestones") {
                try scan.elements { scan, id throws(Unusual) in try scan.readMilestone(id) }
            } else if scanner.isWritten(key, as: "required") {
                try scan.flag()
            } else if scanner.isWritten(key, as: "weight") {
                weight = try scan.number()
            } else if scanner.isWritten(key, as: "plannedMinutes") {
                _ = try scan.minutes()
            } else {
                try scan.skip()
            }
        }
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
        var (title, position, isDone): (Text?, Double, Bool) = (nil, 0, false)
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "title") {
                title = try scan.text()
            } else if scanner.isWritten(key, as: "position") {
                position = try scan.number()
            } else if scanner.isWritten(key, as: "doneAt") {
                _ = try scan.time()
                isDone = true
            } else if scanner.isWritten(key, as: "check") {
                _ = try scan.text()
            } else if scanner.isWritten(key, as: "evidence") {
                try scan.readEvidence()
            } else {
                try scan.skip()
            }
        }
        guard let title else { throw Unusual() }
        milestones.append(ScannedMilestone(id: id, title: title, position: position, isDone: isDone))
    }

    private mutating func readEvidence() throws(Unusual) {
        var isDated = false
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "at") {
                _ = try scan.time()
                isDated = true
            } else if scanner.isWritten(key, as: "seconds") {
                guard (0..<Double(TimeAmount.limit)).contains(try scan.number()) else { throw Unusual() }
            } else if scanner.isWritten(key, as: "exit") || scanner.isWritten(key, as: "signal") {
                _ = try scan.whole()
            } else if scanner.isWritten(key, as: "timedOut") {
                try scan.flag()
            } else if scanner.isWritten(key, as: "by") || scanner.isWritten(key, as: "commit") {
                _ = try scan.text()
            } else {
                try scan.skip()
            }
        }
        guard isDated else { throw Unusual() }
    }

    mutating func readComment(_ id: Text) throws(Unusual) {
        var (text, at, mentions): (Text?, Instant?, [Text]) = (nil, nil, [])
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "text") {
                text = try scan.text()
            } else if scanner.isWritten(key, as: "at") {
                at = try scan.time()
            } else if scanner.isWritten(key, as: "by") || scanner.isWritten(key, as: "inReplyTo") {
                _ = try scan.text()
            } else if scanner.isWritten(key, as: "mentions") {
                mentions = try scan.readTexts()
            } else {
                try scan.skip()
            }
        }
        guard let text, let at else { throw Unusual() }
        comments.append(ScannedElement(id: id, text: text, at: at, mentions: mentions))
    }

    mutating func readAttachment(_ id: Text) throws(Unusual) {
        var (name, hash): (Text?, Text?)
        var at = Instant(milliseconds: 0)
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "name") {
                name = try scan.text()
            } else if scanner.isWritten(key, as: "sha256") {
                hash = try scan.text()
            } else if scanner.isWritten(key, as: "at") {
                at = try scan.time()
            } else if scanner.isWritten(key, as: "by") || scanner.isWritten(key, as: "mediaType") {
                _ = try scan.text()
            } else if scanner.isWritten(key, as: "size") {
                guard try scan.whole() >= 0 else { throw Unusual() }
            } else {
                try scan.skip()
            }
        }
        guard let name, let hash, !hash.hasEscapes, hash.decodedCount == 64,
            scanner.rawBytes(hash).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw Unusual() }
        attachments.append(ScannedElement(id: id, text: name, at: at))
    }

    mutating func readParticipants() throws(Unusual) {
        try object { scan, person throws(Unusual) in
            guard let role: Role = try scan.name() else { throw Unusual() }
            scan.participants.append((person, role))
        }
    }

    mutating func readReflection() throws(Unusual) {
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            if scanner.isWritten(key, as: "outcome") {
                scan.facts.outcome = try scan.name()
            } else if scanner.isWritten(key, as: "rating") {
                scan.facts.rating = try scan.whole()
            } else if scanner.isWritten(key, as: "learned") {
                try scan.object { scan, id throws(Unusual) in
                    let lesson = ScannedElement(id: id, text: try scan.text(), at: Instant(milliseconds: 0))
                    scan.lessons.append(lesson)
                }
            } else if scanner.isWritten(key, as: "skills") {
                try scan.object { scan, name throws(Unusual) in
                    let bounds = Skill.changes
                    let change = min(max(try scan.whole(), bounds.lowerBound), bounds.upperBound)
                    scan.skills.append((name, change))
                }
            } else {
                try scan.skip()
            }
        }
    }

    mutating func readArchived() throws(Unusual) {
        try object { scan, key throws(Unusual) in
            if scan.scanner.isWritten(key, as: "at") {
                scan.facts.archived = try scan.time()
            } else {
                try scan.skip()
            }
        }
    }

    mutating func readSource() throws(Unusual) {
        var (name, id): (Text?, Text?)
        try object { scan, key throws(Unusual) in
            if scan.scanner.isWritten(key, as: "name") {
                name = try scan.text()
            } else if scan.scanner.isWritten(key, as: "id") {
                id = try scan.text()
            } else {
                try scan.skip()
            }
        }
        guard let name, let id else { throw Unusual() }
        texts.source = (name, id)
        facts.flags.insert(.source)
    }

    mutating func readLinks() throws(Unusual) {
        // One that is no object may be there too; that is so rare that others may look at it.
        try elements { scan, _ throws(Unusual) in
            try scan.object { scan, key throws(Unusual) in
                let scanner = scan.scanner
                if scanner.isWritten(key, as: "at") {
                    _ = try scan.time()
                } else if ["by", "kind", "target"].contains(where: { scanner.isWritten(key, as: $0) }) {
                    _ = try scan.text()
                } else {
                    try scan.skip()
                }
            }
        }
    }
}
