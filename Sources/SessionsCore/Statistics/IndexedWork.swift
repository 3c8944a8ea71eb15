/// The work in an index whose sessions are added up, as far as that is looked at.
struct IndexedWork {
    private let starts: WorkSection.Numbers
    private let seconds: WorkSection.Numbers
    private let rows: WorkSection.Numbers
    private let offsets: WorkSection.Numbers?
    private let pauses: WorkSection.Numbers
    private let goals: (all: WorkSection.Numbers, reached: WorkSection.Numbers)

    /// - Parameter withOffsets: whether offsets from UTC are asked for.
    /// - Returns: nil where it is not as it was written.
    init?(_ section: WorkSection, withOffsets: Bool) {
        let offsets = withOffsets ? section.column(.offset) : nil
        guard let starts = section.column(.start), let seconds = section.column(.seconds),
            let rows = section.column(.row), offsets != nil || !withOffsets,
            let pauses = section.column(.pauses), let goals = section.column(.goals),
            let reached = section.column(.goalsReached)
        else { return nil }
        (self.starts, self.seconds, self.rows, self.offsets) = (starts, seconds, rows, offsets)
        (self.pauses, self.goals) = (pauses, (goals, reached))
    }

    /// In seconds since 1970.
    struct Stretch {
        let start: Int
        let end: Int
        /// Of its clock from UTC; 0 where that was not asked for.
        let offset: Int
    }

    @inline(__always)
    func pauses(ofRow row: Int) -> Int { pauses[row] }

    @inline(__always)
    func goals(ofRow row: Int) -> (count: Int, done: Int) { (goals.all[row], goals.reached[row]) }

    /// How many stretches there are, in the order in which they begin.
    var stretchCount: Int { starts.count }

    /// The row that a stretch is of.
    @inline(__always)
    func row(ofStretch place: Int) -> Int { rows[place] }

    @inline(__always)
    func stretch(_ place: Int) -> Stretch {
        let start = starts.second(place)
        let offset = offsets.map { Int(Int32(truncatingIfNeeded: $0[place])) } ?? 0
        return Stretch(start: start, end: start + seconds[place], offset: offset)
    }
}
