/// What was practised in some sessions, and what came of it over time.
package struct SkillHistory {
    /// One skill.
    package struct Skill: Equatable, Sendable {
        package let name: String
        /// In how many sessions it was practised.
        package var sessions = 0
        /// The sum of what people said of it: by how much they became better, or with less than 0 worse, at it.
        package var change = 0
        /// When it was first and last practised.
        package var first: CalendarDay
        package var last: CalendarDay
        /// Month by month, those in which it was practised.
        package var months: [Month] = []
    }

    package struct Month: Equatable, Sendable {
        /// As `2026-11`.
        package let name: String
        package var sessions: Int
        package var change: Int
    }

    private let now: Instant
    private let zone: Zone
    private var skills: [String: Skill] = [:]

    package init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
    }

    package mutating func add(_ summary: SessionSummary) {
        let practised = summary.skills
        guard !practised.isEmpty else { return }
        let day = summary.lastWorkedAt(now: now, in: zone)
        let month = String(day.description.dropLast(3))
        for skill in practised {
            var entry = skills[skill.name] ?? Skill(name: skill.name, first: day, last: day)
            entry.sessions += 1
            entry.change += skill.change
            entry.first = min(entry.first, day)
            entry.last = max(entry.last, day)
            if let index = entry.months.firstIndex(where: { $0.name == month }) {
                entry.months[index].sessions += 1
                entry.months[index].change += skill.change
            } else {
                entry.months.append(Month(name: month, sessions: 1, change: skill.change))
            }
            skills[skill.name] = entry
        }
    }

    /// The one practised most first, then by name.
    package var sorted: [Skill] {
        skills.values.map { skill in
            var skill = skill
            skill.months.sort { $0.name < $1.name }
            return skill
        }.sorted { ($1.sessions, $0.name) < ($0.sessions, $1.name) }
    }
}

extension SessionSummary {
    /// The local day on which it was last worked on, or without any work completed or made.
    func lastWorkedAt(now: Instant, in zone: Zone) -> CalendarDay {
        intervals.map { interval in
            switch interval.extent {
            case .amount(_, let day): day
            case .stretch: zone.wallClock(at: interval.end ?? now).day
            }
        }.max() ?? zone.wallClock(at: completedAt ?? createdAt).day
    }
}
