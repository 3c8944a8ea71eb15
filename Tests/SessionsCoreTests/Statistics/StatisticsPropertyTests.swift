import Testing

@testable import SessionsCore

/// Every number against sums that are made minute by minute and know nothing of intervals, cuts or indices.
@Suite struct StatisticsPropertyTests {
    /// What a row comes to, counted one minute after the other.
    private struct Naive: Equatable {
        var sessions: Set<Int> = []
        var completed: Set<Int> = []
        var abandoned: Set<Int> = []
        /// By session.
        var minutes: [Int: Int] = [:]
        var amounts: [Int: Int] = [:]
        var clock: Set<Int> = []
        var pauses = 0
        var days: [Int: (first: Int, last: Int)] = [:]

        static func == (a: Naive, b: Naive) -> Bool { a.sessions == b.sessions }
    }

    private struct Piece {
        let person: String
        /// Minutes since 1970, or the day of an amount and its seconds.
        let start: Int
        let end: Int
        let offset: Int
        let isAmount: Bool
    }

    private struct Case {
        var session: Session
        var pieces: [Piece] = []
        var end: (minute: Int, isCompleted: Bool)?
        var tags: [String] = []
        var project: String?
        var outcome: String?
        var skills: [String] = []
    }

    private static let zone = TestZone.berlin
    private static let people = ["ada", "lin"]
    /// The weeks there are, by their Mondays, as `Period` reads their names.
    private static let weeks = (2025...2027).flatMap { year in
        (1...53).compactMap { week -> (days: (first: CalendarDay, end: CalendarDay), name: String)? in
            let name = "\(year)-W\(decimal(week, digits: 2))"
            return Period(name).map { ($0.days(today: CalendarDay(daysSince1970: 0)), name) }
        }
    }

    /// Sessions in the days around a change of the clocks.
    private func randomCase(_ random: inout SplitMix64, around middle: Int, now: Int) throws -> Case {
        var document: JSONObject = [:]
        var made = Case(session: try session())
        if random.below(3) > 0 { made.project = "p\(random.below(2))" }
        made.tags = ["a", "b"].filter { _ in random.below(2) == 0 }
        made.outcome = random.pick([nil, "success", "partial", "failed"])
        made.skills = ["swift", "git"].filter { _ in random.below(3) == 0 }
        document["reflection"] = [
            "outcome": made.outcome.map(JSON.string) ?? "undecided",
            "skills": .object(JSONObject(made.skills.map { ($0, 1) })),
        ]
        document["project"] = made.project.map(JSON.string)
        if !made.tags.isEmpty { document["tags"] = .array(made.tags.map(JSON.string)) }
        var intervals = JSONObject()
        for number in 0..<random.below(5) {
            let person = random.pick(Self.people)
            let isOpen = random.below(8) == 0
            let start = isOpen ? now - random.below(1200) : middle + random.below(6000) - 3000
            var object: JSONObject = ["by": .string(person)]
            if !isOpen, random.below(5) == 0 {
                let day = start / 1440
                object["date"] = .string(CalendarDay(daysSince1970: day).description)
                object["seconds"] = .number(JSONNumber(random.below(9000)))
                let seconds = object["seconds"]?.intValue ?? 0
                made.pieces.append(
                    Piece(person: person, start: day, end: seconds, offset: 0, isAmount: true))
            } else {
                let length = random.below(3) == 0 ? random.below(1200) : random.below(90)
                let end = isOpen ? max(now, start) : min(start + length, max(now, start))
                let here = Self.zone.offset(Instant(seconds: start * 60))
                let offset = random.below(4) == 0 ? 20_700 : here
                let instant = Instant(seconds: start * 60)
                object["start"] = .string(instant.rfc3339)
                if !isOpen { object["end"] = .string(Instant(seconds: end * 60).rfc3339) }
                object["utcOffset"] = .string(Zone { _ in offset }.offsetText(at: instant))
                made.pieces.append(
                    Piece(person: person, start: start, end: end, offset: offset, isAmount: false))
            }
            intervals["i\(number)"] = .object(object)
        }
        document["intervals"] = .object(intervals)
        let moment = middle + random.below(6000) - 3000
        let text = JSON.string(Instant(seconds: moment * 60).rfc3339)
        switch random.below(4) {
        case 0:
            document["status"] = "completed"
            document["events"] = ["e1": ["seq": 1, "type": "completed", "at": text, "by": "ada"]]
            made.end = (moment, true)
        case 1:
            document["archived"] = ["at": text, "by": "ada"]
            made.end = (moment, false)
        default: break
        }
        for (key, value) in document { made.session.document[key] = value }
        try SessionChecker.check(made.session.document)
        return made
    }

    private func values(_ key: GroupKey, _ made: Case, _ person: String, day: Int, hour: Int?) -> [String?] {
        let date = CalendarDay(daysSince1970: day)
        switch key {
        case .project: return [made.project]
        case .tag: return made.tags.isEmpty ? [nil] : made.tags.map { $0 }
        case .status: return [made.end?.isCompleted == true ? "completed" : "draft"]
        case .person: return [person]
        case .day: return ["\(date)"]
        case .month: return [date.monthText]
        case .week: return [Self.weeks.first { $0.days.first <= date && date < $0.days.end }?.name]
        case .weekday:
            // 22 November 2026 was a Sunday, 20,779 days after 1 January 1970.
            let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
            return [names[((day - 20_779) % 7 + 7) % 7]]
        case .hour: return [hour.map { decimal($0, digits: 2) }]
        case .outcome: return [made.outcome]
        case .skill: return made.skills.isEmpty ? [nil] : made.skills.map { $0 }
        case .template, .rating: return [nil]
        }
    }

    private func rows(_ keys: [GroupKey], _ made: Case, _ person: String, day: Int, hour: Int?) -> [[String?]]
    {
        keys.reduce([[]]) { rows, key in
            rows.flatMap { row in values(key, made, person, day: day, hour: hour).map { row + [$0] } }
        }
    }

    /// Days and minutes of that day on the clock of a place.
    private func local(_ minute: Int, _ piece: Piece?) -> (day: Int, minute: Int) {
        let second = Instant(seconds: minute * 60)
        var offset = Self.zone.offset(second)
        if let piece, Self.zone.offset(Instant(seconds: piece.start * 60)) != piece.offset {
            offset = piece.offset
        }
        let local = minute + offset / 60
        return (local / 1440, local % 1440)
    }

    private func naive(_ cases: [Case], _ keys: [GroupKey], from: Int?, to: Int?) -> [[String?]?: Naive] {
        // The row without values is that of all.
        var all: [[String?]?: Naive] = [:]
        func isInside(_ minute: Int) -> Bool { minute >= from ?? .min && minute < to ?? .max }
        for (number, made) in cases.enumerated() {
            func visit(
                _ person: String, _ place: (day: Int, minute: Int?), _ change: (inout Naive) -> Void
            ) {
                for row in [nil]
                    + rows(keys, made, person, day: place.day, hour: place.minute.map { $0 / 60 })
                {
                    all[row, default: Naive()].sessions.insert(number)
                    change(&all[row, default: Naive()])
                }
            }
            for piece in made.pieces {
                if piece.isAmount {
                    let day = CalendarDay(daysSince1970: piece.start)
                    guard isInside(Self.zone.instant(of: day, secondOfDay: 0).seconds / 60) else { continue }
                    visit(piece.person, (piece.start, nil)) { $0.amounts[number, default: 0] += piece.end }
                    continue
                }
                if piece.start == piece.end, isInside(piece.start) {
                    let place = local(piece.start, piece)
                    visit(piece.person, (place.day, place.minute)) { $0.minutes[number, default: 0] += 0 }
                }
                for minute in piece.start..<max(piece.end, piece.start) where isInside(minute) {
                    let place = local(minute, piece)
                    visit(piece.person, (place.day, place.minute)) { row in
                        row.minutes[number, default: 0] += 1
                        row.clock.insert(minute)
                        let known = row.days[place.day] ?? (place.minute, place.minute + 1)
                        row.days[place.day] = (
                            min(known.first, place.minute), max(known.last, place.minute + 1)
                        )
                    }
                }
            }
            for person in Self.people {
                let stretches = made.pieces.filter { $0.person == person && !$0.isAmount }
                for (index, piece) in stretches.enumerated() {
                    // Nothing of theirs goes on from there, and something begins later.
                    let goesOn = stretches.contains { $0.start <= piece.end && $0.end > piece.end }
                    let isLast = !stretches.contains { $0.start > piece.end }
                    let minute = max(piece.end - 1, piece.start)
                    guard !goesOn, !isLast, isInside(minute) else { continue }
                    // Two that end together are one pause, counted with the one that began first.
                    let together = stretches.indices.filter { stretches[$0].end == piece.end }
                    let first = together.min { stretches[$0].start < stretches[$1].start }
                    guard first == index else { continue }
                    let place = local(minute, piece)
                    for row in [nil]
                        + rows(keys, made, person, day: place.day, hour: place.minute / 60)
                    { all[row, default: Naive()].pauses += 1 }
                }
            }
            let workers = Array(Set(made.pieces.map(\.person))).sorted()
            let people = workers.isEmpty ? ["ada@example.org"] : workers
            for person in people where from == nil && to == nil {
                if keys.contains(where: \.isOfTime) {
                    all[nil, default: Naive()].sessions.insert(number)
                } else {
                    visit(person, (0, nil)) { _ in }
                }
            }
            if let end = made.end, isInside(end.minute) {
                let place = local(end.minute, nil)
                for person in people {
                    visit(person, (place.day, place.minute)) { row in
                        if end.isCompleted {
                            row.completed.insert(number)
                        } else {
                            row.abandoned.insert(number)
                        }
                    }
                }
            }
        }
        return all
    }

    private static let combinations: [[GroupKey]] = [
        [], [.status], [.project], [.tag], [.person], [.day], [.week], [.month], [.weekday], [.hour],
        [.project, .month], [.tag, .person], [.person, .day], [.day, .hour], [.weekday, .hour],
        [.week, .tag],
        [.hour, .person], [.outcome], [.skill], [.outcome, .skill], [.tag, .skill], [.outcome, .day],
    ]

    @Test(arguments: combinations)
    func everyNumberIsTheSumOfItsMinutes(_ keys: [GroupKey]) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<12 {
            let middle =
                try instant(random.pick(["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"])).seconds / 60
            let now = middle + random.below(3000)
            let cases = try (0..<random.below(9)).map { _ in
                try randomCase(&random, around: middle, now: now)
            }
            let from = random.below(2) == 0 ? middle + random.below(2000) - 2500 : nil
            let to = random.below(2) == 0 ? middle + random.below(2000) - 400 : nil
            var statistics = Statistics(
                by: keys, since: from.map { Instant(seconds: $0 * 60) },
                until: to.map { Instant(seconds: $0 * 60) }, now: Instant(seconds: now * 60), zone: Self.zone)
            for made in cases { statistics.add(SessionSummary(of: made.session)) }
            let result = statistics.result()
            let expected = naive(cases, keys, from: from, to: to)
            let place = "seed \(seed), round \(round), \(keys.map(\.rawValue))"
            compare(result.totals, expected[nil] ?? Naive(), "\(place), in all")
            guard !keys.isEmpty else { continue }
            #expect(Set(result.rows.map(\.values)) == Set(expected.keys.compactMap { $0 }), "\(place)")
            #expect(Set(result.rows.map(\.values)).count == result.rows.count, "\(place)")
            for row in result.rows {
                compare(row.tally, expected[row.values] ?? Naive(), "\(place), \(row.values)")
            }
        }
    }

    private func compare(_ tally: Tally, _ naive: Naive, _ place: String) {
        let comment = Comment(rawValue: place)
        var lengths = naive.minutes.mapValues { $0 * 60 }
        for (session, seconds) in naive.amounts { lengths[session, default: 0] += seconds }
        #expect(tally.sessions == naive.sessions.count, comment)
        #expect(tally.completed == naive.completed.count, comment)
        #expect(tally.abandoned == naive.abandoned.count, comment)
        #expect(tally.trackedSeconds == lengths.values.reduce(0, +), comment)
        #expect(tally.wallSeconds == naive.clock.count * 60, comment)
        #expect(tally.pauses == naive.pauses, comment)
        #expect(tally.lengths.values.sorted() == lengths.values.map(Double.init).sorted(), comment)
        #expect(
            tally.dayStarts.values.sorted() == naive.days.values.map { Double($0.first * 60) }.sorted(),
            comment)
        #expect(
            tally.dayEnds.values.sorted() == naive.days.values.map { Double($0.last * 60) }.sorted(), comment)
    }
}
