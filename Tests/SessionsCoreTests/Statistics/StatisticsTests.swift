import Testing

@testable import SessionsCore

@Suite struct DayPartTests {
    private func interval(_ start: Instant, _ end: Instant?, _ offset: Int) throws -> Interval {
        var object: JSONObject = [
            "start": .string(start.rfc3339),
            "utcOffset": .string(Zone { _ in offset }.offsetText(at: start)),
        ]
        object["end"] = end.map { .string($0.rfc3339) }
        return try #require(Interval(id: "i1", .object(object)))
    }

    @Test func aStretchIsCutAtLocalMidnight() throws {
        let parts = try interval(at("21:30"), at("23:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-22", "2026-11-23"])
        #expect(parts.map(\.seconds) == [1800, 3600])
        #expect(parts[0].stretch?.end == at("22:00") && parts[1].stretch?.start == at("22:00"))
    }

    @Test func aStretchThatEndsAtMidnightIsOfOneDay() throws {
        let parts = try interval(at("21:30"), at("22:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-22"])
    }

    @Test func aStretchWithoutLengthIsOfItsDay() throws {
        let parts = try interval(at("22:00"), at("21:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-23"] && parts.map(\.seconds) == [0])
    }

    @Test func thePartsAddUpToTheWhole() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let now = at("12:00")
        for round in 0..<2_000 {
            let start = Instant(
                milliseconds: now.milliseconds - .random(in: 0...400_000_000, using: &generator))
            let end = Instant(
                milliseconds: start.milliseconds + .random(in: -100_000...400_000_000, using: &generator))
            let offset = .random(in: -48...48, using: &generator) * 900
            let interval = try interval(start, generator.below(5) == 0 ? nil : end, offset)
            let parts = interval.parts(now: now)
            #expect(
                parts.reduce(0) { $0 + $1.seconds } == interval.seconds(now: now),
                "seed \(seed), round \(round)")
            #expect(parts.first?.day == interval.day, "seed \(seed), round \(round)")
            for (part, next) in zip(parts, parts.dropFirst()) {
                #expect(next.day == part.day.advanced(by: 1), "seed \(seed), round \(round)")
                #expect(next.stretch?.start == part.stretch?.end, "seed \(seed), round \(round)")
            }
            #expect(parts.allSatisfy { (0...86_400).contains($0.seconds) }, "seed \(seed), round \(round)")
        }
    }
}

@Suite struct StatisticsTests {
    private func statistics(by key: Statistics.Key?, _ sessions: [Session]) -> Statistics {
        var statistics = Statistics(by: key, now: at("12:00"))
        for session in sessions { statistics.add(SessionSummary(of: session)) }
        return statistics
    }

    @Test func nothingAddsUpToNothing() {
        let statistics = statistics(by: .tag, [])
        #expect(statistics.totals.sessions == 0 && statistics.totals.wall.seconds == 0)
        #expect(statistics.totals.actualOverPlan == nil && statistics.sorted.isEmpty)
    }

    @Test func plansAreMeasuredByCompletedSessionsThatHadOne() throws {
        let hour = #""intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "end": "2026-11-22T10:00:00Z"}}"#
        let totals = statistics(
            by: nil,
            [
                try session(#"{"status": "completed", "plannedMinutes": 30, \#(hour)}"#),
                try session(#"{"status": "completed", "plannedMinutes": 90}"#),
                try session(#"{"status": "completed", \#(hour)}"#),
                try session(#"{"status": "paused", "plannedMinutes": 30, \#(hour)}"#),
                try session(
                    #"{"status": "completed", "plannedMinutes": 0, "archived": {"at": "2026-11-22T09:00:00Z"}}"#
                ),
            ]
        ).totals
        #expect(totals.sessions == 5 && totals.completed == 4 && totals.archived == 1)
        #expect(totals.plannedSeconds == 9000 && totals.trackedSeconds == 10_800)
        #expect(totals.wall.seconds == 3600)
        #expect(totals.plannedOfCompleted == 7200 && totals.trackedOfCompleted == 3600)
        #expect(totals.actualOverPlan == 0.5)
    }

    @Test func aSessionCountsForEachOfItsTagsAndOnEachOfItsDays() throws {
        let session = try session(
            #"""
            {"tags": ["a", "b"], "intervals": {
                "i1": {"start": "2026-11-20T23:00:00Z", "end": "2026-11-21T01:00:00Z"},
                "i2": {"start": "2026-11-21T02:00:00Z", "end": "2026-11-21T03:00:00Z"},
                "i3": {"date": "2026-11-19", "seconds": 100000}}}
            """#)
        let tags = statistics(by: .tag, [session]).sorted
        #expect(tags.map(\.value) == ["a", "b"] && tags.map(\.totals.trackedSeconds) == [110_800, 110_800])
        let days = statistics(by: .day, [session])
        #expect(days.sorted.map(\.value) == ["2026-11-19", "2026-11-20", "2026-11-21"])
        #expect(days.sorted.map(\.totals.trackedSeconds) == [100_000, 3600, 7200])
        #expect(days.sorted.map(\.totals.wall.seconds) == [0, 3600, 7200])
        #expect(days.sorted.map(\.totals.sessions) == [1, 1, 1] && days.totals.sessions == 1)
    }

    @Test func archivedSessionsCountUnderTheStatusTheyHad() throws {
        let sessions = [
            try session(#"{"status": "completed", "archived": {"at": "2026-11-22T09:00:00Z"}}"#),
            try session(#"{"status": "completed"}"#),
        ]
        let groups = statistics(by: .status, sessions).sorted
        #expect(groups.map(\.value) == ["completed"] && groups.map(\.totals.archived) == [1])
    }

    @Test func theGroupThatTookMostComesFirstAndThenByName() throws {
        func session(_ project: String?, _ seconds: Int) throws -> Session {
            let name = project.map { #""project": "\#($0)","# } ?? ""
            return try SessionsCoreTests.session(
                #"{\#(name) "intervals": {"i1": {"date": "2026-11-22", "seconds": \#(seconds)}}}"#)
        }
        let groups = statistics(
            by: .project,
            [
                try session("b", 10), try session("a", 10), try session("c", 5), try session("c", 5),
                try session(nil, 99), try session("z", 0),
            ]
        ).sorted
        #expect(groups.map(\.value) == [nil, "c", "a", "b", "z"])
    }

    /// Against sums that know nothing of groups: the same sessions, picked out one group at a time.
    @Test(arguments: Statistics.Key.allCases)
    func everyGroupIsTheTotalOfItsSessions(_ key: Statistics.Key) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<20 {
            let sessions = try (0..<generator.below(25)).map { _ in try randomSession(&generator) }
            let statistics = statistics(by: key, sessions)
            let all = "seed \(seed), round \(round)"
            #expect(statistics.totals.sessions == sessions.count, "\(all)")
            #expect(
                statistics.totals.trackedSeconds
                    == sessions.reduce(0) { $0 + $1.tracked(now: at("12:00")).seconds })
            let found = Set(sessions.flatMap { names(key, $0) })
            #expect(Set(statistics.sorted.map(\.value)) == found, "\(all)")
            if key == .day {
                let sum = statistics.sorted.reduce(0) { $0 + $1.totals.trackedSeconds }
                #expect(sum == statistics.totals.trackedSeconds, "\(all)")
                let wall = statistics.sorted.reduce(0) { $0 + $1.totals.wall.seconds }
                #expect(wall == statistics.totals.wall.seconds, "\(all)")
            }
            for group in statistics.sorted {
                let members = sessions.filter { names(key, $0).contains(group.value) }
                #expect(group.totals.sessions == members.count, "\(all), \(group.value ?? "none")")
                #expect(group.totals.completed == members.count { $0.statusBefore == .completed }, "\(all)")
                #expect(group.totals.archived == members.count(where: \.isArchived), "\(all)")
                #expect(group.totals.wall.seconds <= group.totals.trackedSeconds, "\(all)")
                guard key != .day else { continue }
                let alone = self.statistics(by: nil, members).totals
                #expect(group.totals.trackedSeconds == alone.trackedSeconds, "\(all)")
                #expect(group.totals.wall == alone.wall, "\(all)")
                #expect(group.totals.plannedSeconds == alone.plannedSeconds, "\(all)")
                #expect(group.totals.actualOverPlan == alone.actualOverPlan, "\(all)")
            }
        }
    }

    private func names(_ key: Statistics.Key, _ session: Session) -> [String?] {
        switch key {
        case .status: [session.statusBefore.rawValue]
        case .project: [session.project]
        case .template: [session.template]
        case .tag: session.tags.isEmpty ? [nil] : session.tags
        case .day: session.intervals.flatMap { $0.parts(now: at("12:00")).map(\.day.description) }
        }
    }

    /// Stretches and amounts of a week, all in UTC so that days and seconds of the clock are of one kind.
    private func randomSession(_ generator: inout SplitMix64) throws -> Session {
        let status = ["draft", "active", "paused", "completed"][generator.below(4)]
        var session = try session(#"{"status": "\#(status)"}"#)
        if generator.below(2) == 0 { session.document["project"] = .string("p\(generator.below(3))") }
        if generator.below(2) == 0 { session.document["template"] = .string("t\(generator.below(2))") }
        if generator.below(2) == 0 {
            session.document["plannedMinutes"] = .number(JSONNumber(generator.below(90)))
        }
        if generator.below(4) == 0 { session.document["archived"] = ["at": "2026-11-22T09:00:00Z"] }
        let tags = ["a", "b", "c"].filter { _ in generator.below(2) == 0 }
        if !tags.isEmpty { session.document["tags"] = .array(tags.map(JSON.string)) }
        for index in 0..<generator.below(4) {
            let start = Instant(
                milliseconds: at("12:00").milliseconds - .random(in: 0...600_000_000, using: &generator))
            var interval: JSONObject = ["start": .string(start.rfc3339)]
            switch generator.below(3) {
            case 0:
                let day = start.day.description
                interval = ["date": .string(day), "seconds": .number(JSONNumber(generator.below(9000)))]
            case 1:
                let end = start.advanced(bySeconds: generator.below(100_000))
                interval["end"] = .string(end.rfc3339)
            default: break
            }
            _ = session.document.set(.object(interval), at: JSONPointer("intervals", "i\(index)"))
        }
        try SessionChecker.check(session.document)
        return session
    }
}
