/// The time of day at which work goes best, on local clocks.
struct HoursOfDay: InsightKind {
    /// Six hours each, from midnight.
    private static let parts = [
        "at night, before 6:00", "in the morning, from 6:00 to 12:00",
        "in the afternoon, from 12:00 to 18:00",
        "in the evening, from 18:00",
    ]

    func candidates(in history: PastWork) -> [Insight] {
        guard let found = RatingComparison(history, by: { $0.hour / 6 }) else { return [] }
        let best = Self.parts[found.best.slot]
        return [
            Insight(
                "best-hours", p: found.p, isLarge: found.isLarge, sessions: found.count,
                history.query(.rated, .started),
                numbers: found.numbers + [("bestHour", Double(found.best.slot * 6))],
                found.sentence { Self.parts[$0] }, advice: "begin what matters most \(best)")
        ]
    }
}
