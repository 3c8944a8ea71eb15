/// How insights put numbers into words.
enum InsightWording {
    /// `1.6`: one decimal.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// `1.6 times its plan`, or `its plan` itself.
    static func ofPlan(_ ratio: Double) -> String {
        let text = decimal(ratio)
        return text == "1.0" ? "its plan" : "\(text) times its plan"
    }

    /// `43%`.
    static func percent(_ hits: Int, of all: Int) -> String {
        all > 0 ? "\(Int((Double(hits) * 100 / Double(all)).rounded()))%" : "0%"
    }

    /// `3 of 12 (25%)`.
    static func share(_ hits: Int, of all: Int) -> String { "\(hits) of \(all) (\(percent(hits, of: all)))" }

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

extension [Double] {
    /// The middle one; of two in the middle their mean. 0 where there is none.
    var median: Double {
        guard !isEmpty else { return 0 }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }

    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}

extension Collection where Element == Int {
    /// What stands there in a list, at each of these places.
    func of<Value>(_ list: [Value]) -> [Value] { map { list[$0] } }
}
