extension RowsByKey {
    /// With their sums, in the order of their keys: times, outcomes and ratings by their own, other values by the time
    /// they took, the most first, and then by name. Those that have no value come last among the former.
    ///
    /// - Parameter tallies: by row.
    func ordered(_ tallies: [Tally]) -> [Statistics.Row] {
        let pairs = groups.pairs
        let firsts = ranks(of: 0, pairs.map(\.first), tallies)
        let seconds = keys.count > 1 ? ranks(of: 1, pairs.map(\.second), tallies) : []
        // Within a value of the first key, the second one's rows by what they took there.
        let isByTime = keys.count > 1 && !keys[1].isInOrder
        // A session may have nothing in the period.
        let found = pairs.indices.filter { tallies[$0 + 1].sessions > 0 }
        let places = found.sorted { a, b in
            if firsts[a] != firsts[b] { return firsts[a] < firsts[b] }
            guard !seconds.isEmpty else { return false }
            let (x, y) = (tallies[a + 1], tallies[b + 1])
            if isByTime, x.trackedSeconds != y.trackedSeconds { return x.trackedSeconds > y.trackedSeconds }
            if isByTime, x.sessions != y.sessions { return x.sessions > y.sessions }
            return seconds[a] < seconds[b]
        }
        return places.map { place in
            let numbers = [pairs[place].first, pairs[place].second].prefix(keys.count)
            let values = numbers.enumerated().map { text(of: $1, key: $0) }
            return Statistics.Row(values: values, tally: tallies[place + 1])
        }
    }

    private func text(of value: Int, key: Int) -> String? {
        guard value != RowsByKey.none else { return nil }
        return keys[key].isNamed ? names[key].names[value] : keys[key].text(of: value)
    }

    /// For each row the place of its value of a key among all values of that.
    private func ranks(of key: Int, _ values: [Int], _ tallies: [Tally]) -> [Int] {
        guard !values.isEmpty else { return [] }
        var distinct = DistinctPairs()
        var sums: [(value: Int, tracked: Int, sessions: Int, name: String?)] = []
        let numbers = values.enumerated().map { row, value in
            let number = distinct.number(of: DistinctPairs.Pair(first: value, second: 0))
            if number == sums.count { sums.append((value, 0, 0, text(of: value, key: key))) }
            sums[number].tracked += tallies[row + 1].trackedSeconds
            sums[number].sessions += tallies[row + 1].sessions
            return number
        }
        let isInOrder = keys[key].isInOrder
        let order = sums.indices.sorted { a, b in
            let (a, b) = (sums[a], sums[b])
            if isInOrder {
                return a.value != RowsByKey.none && (b.value == RowsByKey.none || a.value < b.value)
            }
            if a.tracked != b.tracked { return a.tracked > b.tracked }
            if a.sessions != b.sessions { return a.sessions > b.sessions }
            // To have none is not to have an empty one.
            guard let first = a.name, let second = b.name else { return a.name == nil && b.name != nil }
            return first < second
        }
        var ranks = [Int](repeating: 0, count: sums.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        return numbers.map { ranks[$0] }
    }
}
