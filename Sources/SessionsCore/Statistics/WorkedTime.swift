/// When anybody worked on what: stretches of time with the rows of statistics they count for.
///
/// All of them are put in order once, and then every row's clock time is added up in one go.
struct WorkedTime {
    private(set) var sets = RowSets()
    /// By number; the lengths are put in order with them.
    private var starts: [Int] = []
    private var pieces: [Piece] = []

    private struct Piece {
        let seconds: Int
        let offset: Int32
        let set: Int32
    }

    /// The number of a set of rows that stretches can count for.
    mutating func set(of rows: [Int]) -> Int { sets.number(of: rows) }

    mutating func add(_ part: LocalClock.Part, to set: Int) {
        guard part.end > part.start else { return }
        starts.append(part.start)
        pieces.append(
            Piece(
                seconds: part.end - part.start, offset: Int32(truncatingIfNeeded: part.offset),
                set: Int32(truncatingIfNeeded: set)))
    }

    /// The clock time of each row.
    ///
    /// - Parameters:
    ///   - rows: how many.
    ///   - withDays: whether it is asked for when days began and ended, too.
    ///   - indexed: more stretches, with the sets that the rows of the index count for.
    func clockTime(
        rows: Int, withDays: Bool, with indexed: (work: IndexedWork, sets: [Int32])? = nil
    ) -> ClockTime {
        var time = ClockTime(rows: rows, sets, withDays: withDays)
        let order = StretchOrder.of(starts)
        var next = 0
        if let (work, sets) = indexed {
            for place in 0..<work.stretchCount {
                let row = work.row(ofStretch: place)
                guard row < sets.count, sets[row] != Int32(RowSets.none) else { continue }
                let stretch = work.stretch(place)
                while next < order.count, starts[Int(order[next])] < stretch.start {
                    add(Int(order[next]), to: &time)
                    next += 1
                }
                time.add(stretch.start, stretch.end, offset: 0, to: Int(sets[row]))
            }
        }
        for number in order[next...] { add(Int(number), to: &time) }
        return time
    }

    @inline(__always)
    private func add(_ number: Int, to time: inout ClockTime) {
        let (start, piece) = (starts[number], pieces[number])
        time.add(start, start + piece.seconds, offset: Int(piece.offset), to: Int(piece.set))
    }
}
