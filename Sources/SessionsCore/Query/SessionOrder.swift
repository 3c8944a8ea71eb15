/// In which order sessions are listed.
package enum SessionOrder: String, CaseIterable, Sendable {
    case updated, created, title, status, project, tracked, plan

    /// Times and amounts go from the largest down, the newest first among equals; all else goes upward, by id
    /// among equals.
    ///
    /// - Parameters:
    ///   - isReversed: the other way round.
    ///   - count: how many of them are wanted, the first ones. With few of many the others are not sorted.
    package func sorted(
        _ summaries: [SessionSummary], now: Instant, isReversed: Bool = false, first count: Int? = nil
    ) -> [SessionSummary] {
        guard summaries.count > 1 else { return summaries }
        let count = count ?? summaries.count
        let places: [Int]
        switch self {
        case .updated: places = descending(summaries, isReversed, count) { $0.updatedAt.milliseconds }
        case .created: places = descending(summaries, isReversed, count) { $0.createdAt.milliseconds }
        case .tracked:
            places = descending(summaries, isReversed, count) { Int64($0.tracked(now: now).seconds) }
        case .plan: places = descending(summaries, isReversed, count) { Int64($0.planned?.seconds ?? 0) }
        case .status:
            places = first(count, of: summaries.count, isReversed) { index in
                Place(value: Int64(summaries[index].status.number), second: 0, summaries[index].key, index)
            }
        case .title: places = ascending(summaries, isReversed, count) { $0.title.lowercased() }
        case .project: places = ascending(summaries, isReversed, count) { $0.project ?? "" }
        }
        return places.map { summaries[$0] }
    }

    private func descending(
        _ summaries: [SessionSummary], _ isReversed: Bool, _ count: Int, _ value: (SessionSummary) -> Int64
    ) -> [Int] {
        first(count, of: summaries.count, isReversed) { index in
            let summary = summaries[index]
            return Place(
                value: -value(summary), second: -summary.createdAt.milliseconds, summary.key, index)
        }
    }

    private func ascending(
        _ summaries: [SessionSummary], _ isReversed: Bool, _ count: Int, _ value: (SessionSummary) -> String
    ) -> [Int] {
        first(count, of: summaries.count, isReversed) { index in
            Place(value: value(summaries[index]), second: 0, summaries[index].key, index)
        }
    }

    /// A session by what it is sorted by.
    private struct Place<Value: Comparable>: Comparable {
        let value: Value
        let second: Int64
        let key: SessionKey
        let index: Int

        init(value: Value, second: Int64, _ key: SessionKey, _ index: Int) {
            self.value = value
            self.second = second
            self.key = key
            self.index = index
        }

        static func < (a: Place, b: Place) -> Bool {
            if a.value != b.value { return a.value < b.value }
            if a.second != b.second { return a.second < b.second }
            return a.key < b.key
        }
    }

    /// Which of so many places come first.
    private func first<Value>(
        _ count: Int, of total: Int, _ isReversed: Bool, _ place: (Int) -> Place<Value>
    ) -> [Int] {
        func isBefore(_ a: Place<Value>, _ b: Place<Value>) -> Bool { isReversed ? b < a : a < b }
        let isFew = count > 0 && count < total / 4
        var kept: [Place<Value>] = []
        kept.reserveCapacity(isFew ? 2 * count : total)
        var last: Place<Value>?
        for index in 0..<total {
            let place = place(index)
            if let last, !isBefore(place, last) { continue }
            kept.append(place)
            // Those that are behind so many others are dropped as they come.
            if isFew, kept.count == 2 * count {
                kept.sort(by: isBefore)
                kept.removeLast(count)
                last = kept.last
            }
        }
        kept.sort(by: isBefore)
        return kept.prefix(count).map(\.index)
    }
}
