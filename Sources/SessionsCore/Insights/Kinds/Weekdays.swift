/// The day of the week on which work goes best.
struct Weekdays: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let found = RatingComparison(history) { CalendarDay(daysSince1970: $0.day).weekday }
        guard let found else { return [] }
        let best = InsightWording.weekday(found.best.slot)
        return [
            Insight(
                "best-weekdays", p: found.p, isLarge: found.isLarge, sessions: found.count,
                history.query(.rated, .started),
                numbers: found.numbers + [("bestWeekday", Double(found.best.slot))],
                found.sentence { "on a \(InsightWording.weekday($0))" },
                advice: "keep \(best)s free for what matters most")
        ]
    }
}
