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
        var ordered = OrderedSessions(by: self, now: now, isReversed: isReversed, first: count)
        for summary in summaries { ordered.add(summary) }
        return ordered.sessions
    }
}

/// Sessions that are put in order as they come, no more of them held on to than are wanted.
package struct OrderedSessions {
    private let order: SessionOrder
    private let now: Instant
    private var byNumber: Places<Int64>
    private var byText: Places<String>
    /// How many came.
    package private(set) var count = 0

    /// - Parameters:
    ///   - isReversed: the last ones first.
    ///   - most: how many of them are wanted, the first ones; nil for all.
    package init(by order: SessionOrder, now: Instant, isReversed: Bool = false, first most: Int? = nil) {
        self.order = order
        self.now = now
        byNumber = Places(isReversed: isReversed, most: most)
        byText = Places(isReversed: isReversed, most: most)
    }

    package mutating func add(_ summary: SessionSummary) {
        count += 1
        switch order {
        case .updated: addDescending(summary, summary.updatedAt.milliseconds)
        case .created: addDescending(summary, summary.createdAt.milliseconds)
        case .tracked: addDescending(summary, Int64(summary.tracked(now: now).seconds))
        case .plan: addDescending(summary, Int64(summary.planned?.seconds ?? 0))
        case .status: byNumber.add(Int64(summary.status.number), 0, summary)
        case .title: byText.add(summary.title.lowercased(), 0, summary)
        case .project: byText.add(summary.project ?? "", 0, summary)
        }
    }

    @inline(__always)
    private mutating func addDescending(_ summary: SessionSummary, _ value: Int64) {
        byNumber.add(-value, -summary.createdAt.milliseconds, summary)
    }

    /// The first ones in their order.
    package var sessions: [SessionSummary] {
        switch order {
        case .title, .project: byText.sessions
        case .updated, .created, .tracked, .plan, .status: byNumber.sessions
        }
    }

    /// A session by what it is sorted by.
    private struct Place<Value: Comparable>: Comparable {
        let value: Value
        let second: Int64
        let key: SessionKey
        /// Where it stands among the sessions held.
        var index: Int

        static func < (a: Place, b: Place) -> Bool {
            if a.value != b.value { return a.value < b.value }
            if a.second != b.second { return a.second < b.second }
            return a.key < b.key
        }
    }

    private struct Places<Value: Comparable> {
        let isReversed: Bool
        let most: Int?
        private var places: [Place<Value>] = []
        private var held: [SessionSummary] = []
        /// Behind this one nobody is wanted any more.
        private var last: Place<Value>?

        init(isReversed: Bool, most: Int?) {
            self.isReversed = isReversed
            self.most = most
        }

        @inline(__always)
        mutating func add(_ value: Value, _ second: Int64, _ summary: SessionSummary) {
            let place = Place(value: value, second: second, key: summary.key, index: held.count)
            if let last, !isBefore(place, last) { return }
            hold(place, summary)
        }

        @inline(never)
        private mutating func hold(_ place: Place<Value>, _ summary: SessionSummary) {
            places.append(place)
            held.append(summary)
            if let most, places.count >= 2 * most + 32 { dropOthers(most) }
        }

        private mutating func dropOthers(_ most: Int) {
            places.sort(by: isBefore)
            places.removeLast(places.count - most)
            last = places.last
            held = places.map { held[$0.index] }
            for index in places.indices { places[index].index = index }
        }

        private func isBefore(_ a: Place<Value>, _ b: Place<Value>) -> Bool { isReversed ? b < a : a < b }

        var sessions: [SessionSummary] {
            places.sorted(by: isBefore).prefix(most ?? places.count).map { held[$0.index] }
        }
    }
}
