/// Stretches of one person that overlap inside one session, as two machines make them that do not know of each
/// other; two that run at the same time among them.
enum OverlappingIntervalCheck: FileCheck {
    static let name = "overlapping-intervals"
    static let consequence = "The time in which they overlap is counted twice."

    private struct Stretch {
        let id: String
        let by: String
        let start: Instant
        /// Nil while it runs.
        var end: Instant?

        func overlaps(_ later: Stretch) -> Bool { end.map { $0 > later.start } ?? true }
    }

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.knownSession else { return [] }
        return stretches(of: session).flatMap { stretches in
            overlaps(among: stretches).map { first, second in
                FileProblem(
                    pointer: JSONPointer("intervals", second.id),
                    text: first.end == nil && second.end == nil
                        ? "two clocks of \(second.by) run: intervals '\(first.id)' and '\(second.id)'"
                        : "intervals '\(first.id)' and '\(second.id)' of \(second.by) overlap",
                    advice:
                        "end the first where the second begins, and the second where the later of them ends",
                    remedy: .edit)
            }
        }
    }

    /// The first ends where the second begins, which lasts as long as the longer of them: the time they cover
    /// together stays what it was, and so do their notes.
    static func mend(_ session: inout Session, _ engine: Engine) throws(SessionsError) {
        for var stretches in stretches(of: session) where !overlaps(among: stretches).isEmpty {
            let before = stretches
            for index in stretches.indices.dropLast() {
                let (first, second) = (stretches[index], stretches[index + 1])
                guard first.overlaps(second) else { continue }
                stretches[index].end = second.start
                stretches[index + 1].end = first.end.flatMap { end in second.end.map { max(end, $0) } }
            }
            _ = try engine.edit(&session, needing: .change) { edit throws(SessionsError) in
                for (old, new) in zip(before, stretches) where old.end != new.end {
                    let end = new.end.map { JSON.string($0.rfc3339) }
                    try edit.set(end, at: JSONPointer("intervals", new.id, "end"))
                }
            }
        }
    }

    /// Each stretch that another one runs into, with that other one.
    private static func overlaps(among stretches: [Stretch]) -> [(first: Stretch, second: Stretch)] {
        var found: [(first: Stretch, second: Stretch)] = []
        var longest: Stretch?
        for stretch in stretches {
            guard let first = longest else {
                longest = stretch
                continue
            }
            if first.overlaps(stretch) { found.append((first, stretch)) }
            if let end = first.end, stretch.end.map({ $0 > end }) ?? true { longest = stretch }
        }
        return found
    }

    /// Those of each person who has more than one, by their beginning; without those that are no time at all.
    private static func stretches(of session: Session) -> [[Stretch]] {
        guard let intervals = session.document["intervals"]?.objectValue, intervals.count > 1 else {
            return []
        }
        let all = session.intervals.compactMap { interval -> Stretch? in
            guard case .stretch(let start, let end) = interval.extent, end.map({ $0 > start }) ?? true else {
                return nil
            }
            return Stretch(id: interval.id, by: interval.by, start: start, end: end)
        }
        var groups: [[Stretch]] = []
        for stretch in all {
            if let index = groups.firstIndex(where: { $0.first?.by == stretch.by }) {
                groups[index].append(stretch)
            } else {
                groups.append([stretch])
            }
        }
        return groups.filter { $0.count > 1 }
    }
}
