/// How insights put numbers into words.
enum InsightWording {
    /// `1.6`: one decimal.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// `43%`.
    static func percent(_ hits: Int, of all: Int) -> String {
        SessionsCore.percent(all > 0 ? Double(hits) / Double(all) : 0)
    }

    /// `3 of 12 (25%)`.
    static func share(_ hits: Int, of all: Int) -> String { "\(hits) of \(all) (\(percent(hits, of: all)))" }

    /// `Monday` for 1.
    static func weekday(_ number: Int) -> String {
        let name = CalendarDay.weekdays[number - 1]
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension Collection where Element == Int {
    /// What stands there in a list, at each of these places.
    func of<Value>(_ list: [Value]) -> [Value] { map { list[$0] } }
}
