/// Puts stretches in the order in which they begin: spread over places of equal length, and compared only within each,
/// where few are.
enum StretchOrder {
    /// With more than this in a place, they are sorted as any others.
    private static let mostInserted = 32

    /// The numbers of stretches by when they begin.
    ///
    /// - Parameter starts: in seconds, by number.
    static func of(_ starts: [Int]) -> [UInt32] {
        guard let least = starts.min(), let most = starts.max() else { return [] }
        // Places are as long as a power of two, so that no time is divided.
        let wanted = min(max(starts.count / 2, 1), 1 << 16)
        var shift = 0
        while (most - least) >> shift >= wanted { shift += 1 }
        let places = (most - least) >> shift + 1
        var ends = [UInt32](repeating: 0, count: places + 1)
        for start in starts { ends[(start - least) >> shift + 1] += 1 }
        for place in 1...places { ends[place] += ends[place - 1] }
        var order = [UInt32](repeating: 0, count: starts.count)
        for (number, start) in starts.enumerated() {
            let place = (start - least) >> shift
            order[Int(ends[place])] = UInt32(number)
            ends[place] += 1
        }
        // The end of each place is the beginning of the next one now.
        var begin = 0
        for place in 0..<places {
            let end = Int(ends[place])
            if end - begin > mostInserted {
                order[begin..<end].sort { starts[Int($0)] < starts[Int($1)] }
            } else if end - begin > 1 {
                insert(&order, begin, end, starts)
            }
            begin = end
        }
        return order
    }

    private static func insert(_ order: inout [UInt32], _ begin: Int, _ end: Int, _ starts: [Int]) {
        for next in begin + 1..<end {
            let number = order[next]
            let start = starts[Int(number)]
            var place = next
            while place > begin, starts[Int(order[place - 1])] > start {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = number
        }
    }
}
