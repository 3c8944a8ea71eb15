/// For each row of statistics how long anybody worked, overlaps counted once, of stretches that come in the order in
/// which they begin.
struct ClockTime {
    private var rows: [(wallSeconds: Int, reached: Int)]
    private var days: [[Day]]

    /// A local day, and the seconds after its midnight between which there was work.
    struct Day {
        let day: Int
        var first: Int
        var last: Int
    }

    private static let secondsPerDay = 86_400

    /// - Parameters:
    ///   - rows: how many.
    ///   - withDays: whether it is asked for when days began and ended, too.
    init(rows: Int, withDays: Bool) {
        self.rows = Array(repeating: (0, Int.min), count: rows)
        days = Array(repeating: [], count: withDays ? rows : 0)
    }

    func wallSeconds(_ row: Int) -> Int { rows[row].wallSeconds }

    /// In the order in which they were worked on.
    func days(_ row: Int) -> [Day] { days.isEmpty ? [] : days[row] }

    /// Adds stretches, as they begin: from `start` to `end`, to every row of a set.
    ///
    /// Of all that is done for sums, this is done most.
    @inline(__always)
    mutating func add(_ sets: RowSets, _ visit: ((_ start: Int, _ end: Int, _ set: Int) -> Void) -> Void) {
        rows.withUnsafeMutableBufferPointer { rows in
            visit { start, end, set in
                sets.eachRow(of: set) { row in
                    let reached = rows[row].reached
                    if end > reached {
                        rows[row].wallSeconds += end - max(start, reached)
                        rows[row].reached = end
                    }
                }
            }
        }
    }

    /// Of a stretch over several days, only those on which it begins and ends: on a day without either, nobody
    /// knows of a first or last hour.
    mutating func addDays(_ localStart: Int, _ localEnd: Int, to row: Int) {
        let day = localStart.dividedDown(by: ClockTime.secondsPerDay)
        let lastDay = (localEnd - 1).dividedDown(by: ClockTime.secondsPerDay)
        let first = localStart - day * ClockTime.secondsPerDay
        let last = localEnd - lastDay * ClockTime.secondsPerDay
        if day == lastDay {
            days[row].add(Day(day: day, first: first, last: last))
        } else {
            days[row].add(Day(day: day, first: first, last: ClockTime.secondsPerDay))
            days[row].add(Day(day: lastDay, first: 0, last: last))
        }
    }
}

extension [ClockTime.Day] {
    fileprivate mutating func add(_ new: ClockTime.Day) {
        // Nearly always the last one; where somebody travelled, it can be one before.
        guard let place = lastIndex(where: { $0.day <= new.day }), self[place].day == new.day else {
            let place = lastIndex { $0.day < new.day }.map { $0 + 1 } ?? 0
            return insert(new, at: place)
        }
        self[place].first = Swift.min(self[place].first, new.first)
        self[place].last = Swift.max(self[place].last, new.last)
    }
}
