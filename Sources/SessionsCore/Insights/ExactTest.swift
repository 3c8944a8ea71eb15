/// Tests of counts, each with how likely chance alone shows as much: exact, by adding up what is at least as far
/// out on the observed side, and twice that for both sides (Agresti, "Categorical Data Analysis", 3.5).
enum ExactTest {
    /// Whether a share differs between some things and the others: Fisher, "The Design of Experiments", 21.
    ///
    /// - Parameters:
    ///   - hits: how many of `chosen` have it.
    ///   - chosen: how many there are of the kind looked at.
    ///   - allHits: how many of all have it.
    ///   - all: how many there are.
    static func fisher(hits: Int, of chosen: Int, allHits: Int, of all: Int) -> Double {
        let lowest = max(0, chosen + allHits - all)
        let highest = min(chosen, allHits)
        guard lowest < highest else { return 1 }
        let isHigh = Double(hits) * Double(all) >= Double(chosen) * Double(allHits)
        let logarithm =
            logChoose(allHits, hits) + logChoose(all - allHits, chosen - hits) - logChoose(all, chosen)
        // What is one further out is this many times as likely.
        let tail = sum(from: hits, to: isHigh ? highest : lowest) { hits in
            let (a, b, c) = (Double(hits), Double(chosen - hits), Double(allHits - hits))
            let d = Double(all - allHits - chosen + hits)
            return isHigh ? b * c / ((a + 1) * (d + 1)) : a * d / ((b + 1) * (c + 1))
        }
        return min(1, 2 * tail * logarithm.exponential)
    }

    /// Whether one of two outcomes is more frequent than the other, which would be so by chance half of the time:
    /// the sign test, Lehmann, "Nonparametrics", 3.1.
    static func sign(_ ones: Int, _ others: Int) -> Double {
        let all = ones + others
        let more = max(ones, others)
        let logarithm = logChoose(all, more) - Double(all) * 2.0.logarithm
        let tail = sum(from: more, to: all) { Double(all - $0) / Double($0 + 1) }
        return min(1, 2 * tail * logarithm.exponential)
    }

    /// How likely none of some things is among the last ones, where every order is as likely: the beginning of the
    /// hypergeometric distribution.
    ///
    /// - Parameters:
    ///   - last: how many come last.
    ///   - some: how many things are looked for.
    static func noneAmongLast(_ last: Int, of all: Int, some: Int) -> Double {
        guard last + some <= all else { return 0 }
        return (logChoose(all - last, some) - logChoose(all, some)).exponential
    }

    /// 1 + r + rr′ + …: the terms outward from one place over that at it.
    private static func sum(from start: Int, to end: Int, ratio: (Int) -> Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        var place = start
        while place != end, term > sum * 1e-17 {
            term *= ratio(place)
            sum += term
            place += end > start ? 1 : -1
        }
        return sum
    }

    /// The logarithm of the number of ways to choose some of all.
    private static func logChoose(_ all: Int, _ some: Int) -> Double {
        logFactorial(all) - logFactorial(some) - logFactorial(all - some)
    }

    /// Stirling's series: Abramowitz and Stegun, 6.1.41; small ones multiplied out.
    static func logFactorial(_ number: Int) -> Double {
        guard number >= 20 else {
            return number < 2 ? 0 : (2...number).reduce(1) { $0 * Double($1) }.logarithm
        }
        let x = Double(number)
        let series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x)
        return x * x.logarithm - x + (2 * .pi * x).logarithm / 2 + series
    }
}
