/// The day of the week on which work goes best.
struct Weekdays: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        // 1 January 1970 was a Thursday.
        guard let found = RatingComparison(history, by: { (($0.day + 3) % 7 + 7) % 7 }) else { return [] }
        let best = InsightWording.weekdays[found.best.slot]
        return [
            Insight(
                "best-weekdays", p: found.p, isLarge: found.isLarge, sessions: found.count,
                history.query(.rated, .started),
                numbers: found.numbers + [("bestWeekday", Double(found.best.slot + 1))],
                found.sentence { "on a \(InsightWording.weekdays[$0])" },
                advice: "keep \(best)s free for what matters most")
        ]
    }
}
