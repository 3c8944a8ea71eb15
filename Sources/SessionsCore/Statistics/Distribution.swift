/// How some numbers are spread.
package struct Distribution: Sendable {
    private var own: [Double] = []
    /// Those of others that were added, as they are kept there.
    private var others: [[Double]] = []

    /// Whether the values are in order, and those of nobody else.
    private var isOrdered = false

    package init(_ values: [Double] = []) {
        own = values
    }

    mutating func add(_ value: Double) {
        isOrdered = false
        own.append(value)
    }

    mutating func add(_ other: Distribution) {
        isOrdered = false
        if !other.own.isEmpty { others.append(other.own) }
        others += other.others
    }

    /// In any order.
    package var values: [Double] {
        guard !others.isEmpty else { return own }
        var values = own
        values.reserveCapacity(count)
        for part in others { values += part }
        return values
    }

    /// The same with its values put in order once, for whoever asks more than one thing of it.
    package var ordered: Distribution {
        var ordered = Distribution(isOrdered ? own : values.sorted())
        ordered.isOrdered = true
        return ordered
    }

    package var count: Int { others.reduce(own.count) { $0 + $1.count } }
    package var isEmpty: Bool { own.isEmpty && others.isEmpty }

    /// Nil where there are none. The sum of the values in order, so that it is the same to its last digit in
    /// whichever order they came.
    package var mean: Double? { isEmpty ? nil : ordered.own.reduce(0, +) / Double(count) }

    package var median: Double? { quantile(0.5) }

    /// The value below which such a share lies, in proportion between the two nearest: definition 7 of Hyndman
    /// and Fan, "Sample Quantiles in Statistical Packages" (1996), as in spreadsheets, R and NumPy.
    package func quantile(_ share: Double) -> Double? {
        guard !isEmpty else { return nil }
        let rank = share * Double(count - 1)
        let below = Int(rank)
        guard !isOrdered else {
            let low = own[below]
            return rank > Double(below) ? low + (rank - Double(below)) * (own[below + 1] - low) : low
        }
        var copy = values
        let low = Distribution.select(below, in: &copy)
        guard rank > Double(below) else { return low }
        // All that is not smaller lies behind it now.
        let high = copy[(below + 1)...].reduce(Double.infinity, min)
        return low + (rank - Double(below)) * (high - low)
    }

    /// The value that would stand there if all were in order; afterwards it does, the smaller ones before it.
    ///
    /// Hoare, "Algorithm 65: FIND" (1961): linear on average.
    private static func select(_ place: Int, in values: inout [Double]) -> Double {
        values.withUnsafeMutableBufferPointer { values in
            var (low, high) = (0, values.count - 1)
            while low < high {
                // The middle of three leaves no order in which values usually come that is a bad one.
                let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
                let pivot = max(min(a, b), min(max(a, b), c))
                var (left, right) = (low, high)
                while left <= right {
                    while values[left] < pivot { left += 1 }
                    while values[right] > pivot { right -= 1 }
                    if left <= right {
                        values.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if place <= right {
                    high = right
                } else if place >= left {
                    low = left
                } else {
                    break
                }
            }
            return values[place]
        }
    }
}

extension [Double] {
    /// The middle one; of two in the middle their mean. 0 where there is none.
    var median: Double { Distribution(self).median ?? 0 }

    /// 0 where there is none.
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}

/// A share in whole per cent, the nearest: `43%`. 100% means all, and nothing less.
package func percent(_ share: Double) -> String {
    let nearest = Int((min(share, 1e12) * 100).rounded())
    // What was added up to all may fall short of it by rounding.
    return "\(share < 1 - 1e-9 ? min(nearest, 99) : nearest)%"
}
