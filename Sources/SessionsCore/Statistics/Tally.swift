/// Counts and sums of one row of statistics, or of all.
package struct Tally: Sendable {
    package var sessions = 0
    package var completed = 0
    /// Archived before they were completed.
    package var abandoned = 0
    package var archived = 0
    /// Everybody's time added up.
    package var trackedSeconds = 0
    /// Clock time in which anybody worked, overlaps counted once.
    package internal(set) var wallSeconds = 0
    /// Every plan added up.
    package var plannedSeconds = 0
    /// The plans of completed sessions that had one, and the whole time these took: what plans are measured by.
    package var plannedOfCompleted = 0
    package var trackedOfCompleted = 0
    package var goals = 0
    package var goalsReached = 0
    /// How often the clock of a session was stopped and went on later, for the same person.
    package var pauses = 0
    /// Seconds of each session that has any time here.
    package internal(set) var lengths = Distribution()
    /// What each completed session took for every hour planned.
    package internal(set) var overPlan = Distribution()
    /// When the first clock of each day began and the last one ended, in seconds after midnight.
    package internal(set) var dayStarts = Distribution()
    package internal(set) var dayEnds = Distribution()

    package init() {}

    /// What completed sessions took for every hour planned, all together; nil where none had a plan.
    package var actualOverPlan: Double? {
        plannedOfCompleted > 0 ? Double(trackedOfCompleted) / Double(plannedOfCompleted) : nil
    }

    /// How many of its days have a clock that ran.
    package var days: Int { dayStarts.count }

    /// Adds what another one has counted; not its clock time, which overlaps.
    mutating func add(_ other: Tally) {
        sessions += other.sessions
        completed += other.completed
        abandoned += other.abandoned
        archived += other.archived
        trackedSeconds += other.trackedSeconds
        plannedSeconds += other.plannedSeconds
        plannedOfCompleted += other.plannedOfCompleted
        trackedOfCompleted += other.trackedOfCompleted
        goals += other.goals
        goalsReached += other.goalsReached
        pauses += other.pauses
        lengths.add(other.lengths)
        overPlan.add(other.overPlan)
    }

    /// Adds the clock time of a row.
    mutating func add(_ time: ClockTime, row: Int) {
        wallSeconds = time.wallSeconds(row)
        let days = time.days(row)
        dayStarts = Distribution(days.map { Double($0.first) })
        dayEnds = Distribution(days.map { Double($0.last) })
    }

    mutating func addEnd(isCompleted: Bool, planned: Int?, tracked: Int) {
        guard isCompleted else {
            abandoned += 1
            return
        }
        completed += 1
        guard let planned else { return }
        plannedOfCompleted += planned
        trackedOfCompleted += tracked
        if planned > 0 { overPlan.add(Double(tracked) / Double(planned)) }
    }
}

/// Rounds tracked time when it is reported; nothing that is stored is ever rounded.
package struct Rounding: Sendable {
    private let step: Int

    /// - Parameter step: to multiples of this.
    package init(to step: TimeAmount) {
        self.step = max(step.seconds, 1)
    }

    /// To the nearest multiple, from the middle on to the larger one.
    package func rounded(_ seconds: Int) -> Int {
        (seconds + step / 2).dividedDown(by: step) * step
    }
}
