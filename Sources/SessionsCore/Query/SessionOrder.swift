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
    private let isReversed: Bool
    private let most: Int?
    private var places: [Place] = []
    private var held: [SessionSummary] = []
    /// Behind this one nobody is wanted any more.
    private var last: Place?
    /// How many came.
    package private(set) var count = 0

    /// A session by what it is sorted by. It has a number or a text, and the other is the same for all: with a
    /// generic type in its place the runtime would look for its conformances, at half the cost of a start.
    private struct Place: Comparable {
        let number: Int64
        let text: String
        let second: Int64
        let key: SessionKey
        /// Where it stands among the sessions held.
        var index: Int

        static func < (a: Place, b: Place) -> Bool {
            if a.number != b.number { return a.number < b.number }
            if a.text != b.text { return a.text < b.text }
            if a.second != b.second { return a.second < b.second }
            return a.key < b.key
        }
    }

    /// - Parameters:
    ///   - isReversed: the last ones first.
    ///   - most: how many of them are wanted, the first ones; nil for all.
    package init(by order: SessionOrder, now: Instant, isReversed: Bool = false, first most: Int? = nil) {
        self.order = order
        self.now = now
        self.isReversed = isReversed
        self.most = most
    }

    /// Counts a session that stands behind all that are wanted, without a closer look at it.
    ///
    /// - Returns: whether it does; one that may not is to be added.
    @inline(__always)
    mutating func passesOver(_ row: Int, of block: SummaryBlock) -> Bool {
        guard let last, !isReversed else { return false }
        let value: Int64
        switch order {
        case .updated: value = block.number(row, .updated)
        case .created: value = block.number(row, .created)
        case .plan, .tracked, .title, .status, .project: return false
        }
        guard -value > last.number else { return false }
        count += 1
        return true
    }

    package mutating func add(_ summary: SessionSummary) {
        count += 1
        switch order {
        case .updated: addDescending(summary, summary.updatedAt.milliseconds)
        case .created: addDescending(summary, summary.createdAt.milliseconds)
        case .tracked: addDescending(summary, Int64(summary.tracked(now: now).seconds))
        case .plan: addDescending(summary, Int64(summary.planned?.seconds ?? 0))
        case .status: add(summary, Int64(summary.status.number))
        case .title: add(summary, text: summary.title.lowercased())
        case .project: add(summary, text: summary.project ?? "")
        }
    }

    @inline(__always)
    private mutating func addDescending(_ summary: SessionSummary, _ value: Int64) {
        add(summary, -value, second: -summary.createdAt.milliseconds)
    }

    @inline(__always)
    private mutating func add(
        _ summary: SessionSummary, _ number: Int64 = 0, text: String = "", second: Int64 = 0
    ) {
        let place = Place(number: number, text: text, second: second, key: summary.key, index: held.count)
        if let last, !OrderedSessions.isBefore(place, last, isReversed) { return }
        places.append(place)
        held.append(summary)
        if let most, places.count / 2 - 16 >= most { dropOthers(most) }
    }

    @inline(never)
    private mutating func dropOthers(_ most: Int) {
        sort()
        places.removeLast(places.count - most)
        last = places.last
        held = places.map { held[$0.index] }
        for index in places.indices { places[index].index = index }
    }

    private mutating func sort() {
        let isReversed = isReversed
        places.sort { OrderedSessions.isBefore($0, $1, isReversed) }
    }

    @inline(__always)
    private static func isBefore(_ a: Place, _ b: Place, _ isReversed: Bool) -> Bool {
        isReversed ? b < a : a < b
    }

    /// The first ones in their order.
    package var sessions: [SessionSummary] {
        guard count > 0 else { return [] }
        var ordered = self
        ordered.sort()
        return ordered.places.prefix(most ?? count).map { held[$0.index] }
    }
}
