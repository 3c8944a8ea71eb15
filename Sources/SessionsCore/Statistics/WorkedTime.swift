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
        var time = ClockTime(rows: rows, withDays: withDays)
        let order = StretchOrder.of(starts)
        time.add(sets) { add in
            var next = 0
            func addOwn(before limit: Int) {
                while next < order.count, starts[Int(order[next])] < limit {
                    let (start, piece) = (starts[Int(order[next])], pieces[Int(order[next])])
                    add(start, start + piece.seconds, Int(piece.set))
                    next += 1
                }
            }
            if let (work, sets) = indexed {
                for place in 0..<work.stretchCount {
                    let row = work.row(ofStretch: place)
                    guard row < sets.count, sets[row] != Int32(RowSets.none) else { continue }
                    let stretch = work.stretch(place)
                    if next < order.count { addOwn(before: stretch.start) }
                    add(stretch.start, stretch.end, Int(sets[row]))
                }
            }
            addOwn(before: .max)
        }
        guard withDays else { return time }
        for number in order {
            let (start, piece) = (starts[Int(number)] + Int(pieces[Int(number)].offset), pieces[Int(number)])
            sets.eachRow(of: Int(piece.set)) { time.addDays(start, start + piece.seconds, to: $0) }
        }
        return time
    }
}
