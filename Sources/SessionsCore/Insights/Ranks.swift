/// The places of numbers among each other, from 1; equal ones share the mean of their places.
struct Ranks: Sendable {
    let values: [Double]
    /// The sum of t³ − t over every group of t equal numbers: what ties take from the variance of rank sums.
    let tieSum: Double

    init(_ numbers: [Double]) {
        let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
        var values = [Double](repeating: 0, count: numbers.count)
        var tieSum = 0.0
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
            let mean = Double(start + 1 + end) / 2
            for place in start..<end { values[order[place]] = mean }
            let size = Double(end - start)
            tieSum += size * size * size - size
            start = end
        }
        self.values = values
        self.tieSum = tieSum
    }

    var count: Int { values.count }
}

/// Tests of ranks, each with how likely chance alone shows as much, on either side. They ask nothing of how the
/// numbers are spread, and hold in the limit of many; fewer than about ten make the answer a little too cautious.
extension Ranks {
    /// Whether some of the numbers are higher or lower than the others.
    ///
    /// Mann and Whitney, "On a test of whether one of two random variables is stochastically larger than the other"
    /// (1947), by the normal approximation with a correction for continuity and for ties: Lehmann,
    /// "Nonparametrics", 1.5 and (1.35).
    func mannWhitney(_ chosen: [Int]) -> Double {
        let all = Double(count)
        let some = Double(chosen.count)
        let others = all - some
        guard some > 0, others > 0, all > 1 else { return 1 }
        let sum = chosen.reduce(0) { $0 + values[$1] }
        let excess = sum - some * (some + 1) / 2 - some * others / 2
        let variance = some * others / 12 * (all + 1 - tieSum / (all * (all - 1)))
        guard variance > 0 else { return 1 }
        return (max(excess.magnitude - 0.5, 0) / variance.squareRoot()).normalTails
    }

    /// Whether the numbers of several groups differ.
    ///
    /// Kruskal and Wallis, "Use of ranks in one-criterion variance analysis" (1952), with their correction for ties,
    /// by the chi-square approximation.
    ///
    /// - Parameter groups: every number stands in one of them, none of which is empty.
    func kruskalWallis(_ groups: [[Int]]) -> Double {
        let all = Double(count)
        let spread = 1 - tieSum / (all * all * all - all)
        guard groups.count > 1, spread > 0 else { return 1 }
        let squares = groups.reduce(0.0) { squares, group in
            let sum = group.reduce(0) { $0 + values[$1] }
            return squares + sum * sum / Double(group.count)
        }
        let statistic = (12 / (all * (all + 1)) * squares - 3 * (all + 1)) / spread
        return ChiSquare.tail(statistic, degrees: groups.count - 1)
    }

    /// Whether two numbers of each thing rise, or fall, with each other.
    ///
    /// Spearman's coefficient: the correlation of the ranks. Where all orders are equally likely its variance is
    /// 1/(n − 1), with ties too: Kendall and Gibbons, "Rank Correlation Methods", 4.
    ///
    /// - Returns: the coefficient, −1 to 1, and how likely chance shows as much.
    func spearman(_ other: Ranks) -> (coefficient: Double, p: Double) {
        guard count > 2, count == other.count else { return (0, 1) }
        let mean = Double(count + 1) / 2
        var (product, own, others) = (0.0, 0.0, 0.0)
        for (a, b) in zip(values, other.values) {
            product += (a - mean) * (b - mean)
            own += (a - mean) * (a - mean)
            others += (b - mean) * (b - mean)
        }
        guard own > 0, others > 0 else { return (0, 1) }
        let coefficient = product / (own * others).squareRoot()
        return (coefficient, (coefficient * Double(count - 1).squareRoot()).normalTails)
    }
}
