extension SessionSummary {
    /// Visits the tags, without making texts of them.
    func eachTag(_ visit: (IndexBytes) -> Void) {
        SessionSummary.eachText(of: field(.tags), visit)
    }

    /// Adds the tags and the project to those there are.
    func addLabels(to tags: inout DistinctTexts, _ projects: inout DistinctTexts) {
        if flags.contains(.tag) { eachTag { _ = tags.number(of: $0) } }
        if flags.contains(.project) { _ = projects.number(of: field(.project)) }
    }

    package func hasTag(among names: [String]) -> Bool {
        guard flags.contains(.tag) else { return false }
        var isThere = false
        eachTag { tag in isThere = isThere || names.contains(where: tag.isText) }
        return isThere
    }

    /// By person.
    package var participants: [Participant] {
        let bytes = field(.people)
        var people: [Participant] = []
        var offset = 0
        while offset < bytes.count {
            let role = Role(number: Int(bytes.integer(at: offset, as: UInt8.self)))
            let person = SessionSummary.countedText(in: bytes, at: offset + 1)
            people.append(Participant(person: person.text, role: role))
            offset += 5 + person.count
        }
        return people
    }

    /// The person who owns it: the first of several, and who made it where none does.
    var owner: IndexBytes {
        let bytes = field(.people)
        let mark = UInt8(Role.owner.number)
        var offset = 0
        while offset < bytes.count {
            let person = SessionSummary.countedText(in: bytes, at: offset + 1)
            if bytes.integer(at: offset, as: UInt8.self) == mark { return person }
            offset += 5 + person.count
        }
        return field(.createdBy)
    }

    /// Everybody whom its comments mention.
    package var mentions: [String] {
        var people: [String] = []
        SessionSummary.eachText(of: field(.mentions)) { people.append($0.text) }
        return people
    }

    /// By beginning, without their ids and notes.
    package var intervals: [Interval] {
        guard flags.contains(.time) else { return [] }
        let bytes = field(.intervals)
        var intervals: [Interval] = []
        var offset = 0
        while offset < bytes.count {
            let person = SessionSummary.countedText(in: bytes, at: offset + SessionSummary.intervalSize)
            intervals.append(SessionSummary.interval(in: bytes, at: offset, by: person.text))
            offset += SessionSummary.length(ofIntervalIn: bytes, at: offset)
        }
        return intervals
    }

    /// Visits the intervals by beginning, without making texts of the people: each with whose it is.
    func eachInterval(_ visit: (Interval, IndexBytes) -> Void) {
        guard flags.contains(.time) else { return }
        let bytes = field(.intervals)
        var offset = 0
        while offset < bytes.count {
            let person = SessionSummary.countedText(in: bytes, at: offset + SessionSummary.intervalSize)
            visit(SessionSummary.interval(in: bytes, at: offset, by: ""), person)
            offset += SessionSummary.intervalSize + 4 + person.count
        }
    }

    /// Bytes of an interval before the person.
    private static let intervalSize = 21

    private static func length(ofIntervalIn bytes: IndexBytes, at offset: Int) -> Int {
        intervalSize + 4 + Int(bytes.integer(at: offset + intervalSize, as: UInt32.self))
    }

    private static func interval(in bytes: IndexBytes, at offset: Int, by person: String) -> Interval {
        let first = bytes.integer(at: offset, as: Int64.self)
        let second = bytes.integer(at: offset + 8, as: Int64.self)
        let extent: Interval.Extent
        switch IntervalKind(rawValue: bytes.integer(at: offset + 20)) ?? .ended {
        case .ended:
            extent = .stretch(start: Instant(milliseconds: first), end: Instant(milliseconds: second))
        case .open: extent = .stretch(start: Instant(milliseconds: first), end: nil)
        case .amount:
            extent = .amount(TimeAmount(seconds: Int(second)), on: CalendarDay(daysSince1970: Int(first)))
        }
        return Interval(
            by: person, extent: extent, utcOffset: Int(bytes.integer(at: offset + 16, as: Int32.self)))
    }

    package func wall(now: Instant) -> TimeAmount { WallClock.union(of: stretches(now: now)) }

    /// When anybody worked, open intervals up to `now`.
    func stretches(now: Instant) -> [(start: Instant, end: Instant)] {
        guard flags.contains(.time) else { return [] }
        let bytes = field(.intervals)
        var stretches: [(start: Instant, end: Instant)] = []
        var offset = 0
        while offset < bytes.count {
            let interval = SessionSummary.interval(in: bytes, at: offset, by: "")
            if let stretch = interval.stretch(now: now) { stretches.append(stretch) }
            offset += SessionSummary.length(ofIntervalIn: bytes, at: offset)
        }
        return stretches
    }

    /// Whether any event happened at such a time.
    func hasEvent(_ isMeant: (Instant) -> Bool) -> Bool {
        let bytes = field(.events)
        for offset in stride(from: 0, to: bytes.count, by: 8)
        where isMeant(Instant(milliseconds: bytes.integer(at: offset))) { return true }
        return false
    }

    /// The id another program knew it by.
    package var source: (name: String, id: String)? {
        guard flags.contains(.source) else { return nil }
        let bytes = field(.source)
        let name = SessionSummary.countedText(in: bytes, at: 0)
        return (name.text, bytes.part(4 + name.count, bytes.count).text)
    }

    /// Visits the names of what was practised, without making texts of them.
    func eachSkill(_ visit: (IndexBytes) -> Void) {
        guard flags.contains(.skill) else { return }
        let bytes = field(.skills)
        var offset = 0
        while offset < bytes.count {
            let name = SessionSummary.countedText(in: bytes, at: offset + 8)
            visit(name)
            offset += 12 + name.count
        }
    }

    /// What was practised, by name.
    package var skills: [Skill] {
        guard flags.contains(.skill) else { return [] }
        let bytes = field(.skills)
        var skills: [Skill] = []
        var offset = 0
        while offset < bytes.count {
            let name = SessionSummary.countedText(in: bytes, at: offset + 8)
            skills.append(Skill(name: name.text, change: Int(bytes.integer(at: offset, as: Int64.self))))
            offset += 12 + name.count
        }
        return skills
    }

    // MARK: Lists

    private static func eachText(of bytes: IndexBytes, _ visit: (IndexBytes) -> Void) {
        var offset = 0
        while offset < bytes.count {
            let text = countedText(in: bytes, at: offset)
            visit(text)
            offset += 4 + text.count
        }
    }

    private static func countedText(in bytes: IndexBytes, at offset: Int) -> IndexBytes {
        bytes.part(offset + 4, Int(bytes.integer(at: offset, as: UInt32.self)))
    }
}

extension Role {
    /// By its place among all.
    init(number: Int) {
        let all = Role.allCases
        self = all.indices.contains(number) ? all[number] : .viewer
    }

    var number: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}
