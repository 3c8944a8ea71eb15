/// When anybody worked on what: stretches of time with the rows of statistics they count for.
///
/// All of them are put in order once, and then every row's clock time is added up in one go.
struct WorkedTime {
    /// Rows that share stretches: the offset of local clocks, how many there are, and their numbers.
    private var sets: [Int32] = []
    private var lastSet: Int?
    private var pieces: [Piece] = []

    private struct Piece {
        let start: Int
        let seconds: UInt32
        let set: UInt32
    }

    /// What came out of it for a row.
    struct Sum {
        var wallSeconds = 0
        /// In the order in which they were worked on.
        var days: [Day] = []
        fileprivate var reached = Int.min
    }

    /// A local day, and the seconds after its midnight between which there was work.
    struct Day {
        let day: Int
        var first: Int
        var last: Int
    }

    private static let secondsPerDay = 86_400
    /// A longer stretch is kept as several.
    private static let longest = Int(UInt32.max)

    mutating func add(_ part: LocalClock.Part, rows: [Int]) {
        guard part.end > part.start else { return }
        let set = number(of: rows, offset: Int32(truncatingIfNeeded: part.offset))
        var start = part.start
        while start < part.end {
            let seconds = min(part.end - start, WorkedTime.longest)
            pieces.append(Piece(start: start, seconds: UInt32(seconds), set: UInt32(set)))
            start += seconds
        }
    }

    /// The stretches of a session come one after the other, mostly for the same rows.
    private mutating func number(of rows: [Int], offset: Int32) -> Int {
        if let lastSet, sets[lastSet] == offset, Int(sets[lastSet + 1]) == rows.count {
            var isSame = true
            for (place, row) in rows.enumerated() where sets[lastSet + 2 + place] != Int32(row) {
                isSame = false
            }
            if isSame { return lastSet }
        }
        let set = sets.count
        sets.append(offset)
        sets.append(Int32(rows.count))
        for row in rows { sets.append(Int32(row)) }
        lastSet = set
        return set
    }

    /// For each row its clock time.
    ///
    /// - Parameter withDays: whether it is asked for when days began and ended, too.
    func sums(rows: Int, withDays: Bool) -> [Sum] {
        var sums = [Sum](repeating: Sum(), count: rows)
        let order = order
        // Every stretch is looked at for every row it counts for: of all that is done here, this is done most.
        pieces.withUnsafeBufferPointer { pieces in
            sets.withUnsafeBufferPointer { sets in
                sums.withUnsafeMutableBufferPointer { sums in
                    for number in order {
                        let piece = pieces[Int(number)]
                        let (start, end) = (piece.start, piece.start + Int(piece.seconds))
                        let set = Int(piece.set)
                        for place in set + 2..<set + 2 + Int(sets[set + 1]) {
                            let row = Int(sets[place])
                            let reached = sums[row].reached
                            if end > reached {
                                sums[row].wallSeconds += end - max(start, reached)
                                sums[row].reached = end
                            }
                            guard withDays else { continue }
                            let offset = Int(sets[set])
                            sums[row].addDays(localStart: start + offset, localEnd: end + offset)
                        }
                    }
                }
            }
        }
        return sums
    }

    /// The numbers of the pieces by when they begin: spread over places of equal length, and compared only within
    /// each, where few are.
    private var order: [UInt32] {
        guard var least = pieces.first?.start else { return [] }
        var most = least
        for piece in pieces {
            least = min(least, piece.start)
            most = max(most, piece.start)
        }
        // Places are as long as a power of two, so that no time is divided.
        let wanted = min(max(pieces.count / 2, 1), 1 << 16)
        var shift = 0
        while (most - least) >> shift >= wanted { shift += 1 }
        let places = (most - least) >> shift + 1
        var ends = [UInt32](repeating: 0, count: places + 1)
        for piece in pieces { ends[(piece.start - least) >> shift + 1] += 1 }
        for place in 1...places { ends[place] += ends[place - 1] }
        var order = [UInt32](repeating: 0, count: pieces.count)
        for number in pieces.indices {
            let place = (pieces[number].start - least) >> shift
            order[Int(ends[place])] = UInt32(number)
            ends[place] += 1
        }
        // The end of each place is the beginning of the next one now.
        var begin = 0
        for place in 0..<places {
            let end = Int(ends[place])
            if end - begin > WorkedTime.mostInserted {
                order[begin..<end].sort { pieces[Int($0)].start < pieces[Int($1)].start }
            } else if end - begin > 1 {
                insert(&order, begin, end)
            }
            begin = end
        }
        return order
    }

    /// With more than this in a place, they are sorted as any others.
    private static let mostInserted = 32

    private func insert(_ order: inout [UInt32], _ begin: Int, _ end: Int) {
        for next in begin + 1..<end {
            let number = order[next]
            let start = pieces[Int(number)].start
            var place = next
            while place > begin, pieces[Int(order[place - 1])].start > start {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = number
        }
    }
}

extension WorkedTime.Sum {
    /// Of a stretch over several days, only those on which it begins and ends: on a day without either, nobody
    /// knows of a first or last hour.
    fileprivate mutating func addDays(localStart: Int, localEnd: Int) {
        let day = localStart.dividedDown(by: WorkedTime.secondsPerDay)
        let lastDay = (localEnd - 1).dividedDown(by: WorkedTime.secondsPerDay)
        let first = localStart - day * WorkedTime.secondsPerDay
        let last = localEnd - lastDay * WorkedTime.secondsPerDay
        if day == lastDay {
            add(WorkedTime.Day(day: day, first: first, last: last))
        } else {
            add(WorkedTime.Day(day: day, first: first, last: WorkedTime.secondsPerDay))
            add(WorkedTime.Day(day: lastDay, first: 0, last: last))
        }
    }

    private mutating func add(_ new: WorkedTime.Day) {
        // Nearly always the last one; where somebody travelled, it can be one before.
        guard let place = days.lastIndex(where: { $0.day <= new.day }), days[place].day == new.day else {
            let place = days.lastIndex { $0.day < new.day }.map { $0 + 1 } ?? 0
            return days.insert(new, at: place)
        }
        days[place].first = min(days[place].first, new.first)
        days[place].last = max(days[place].last, new.last)
    }
}
