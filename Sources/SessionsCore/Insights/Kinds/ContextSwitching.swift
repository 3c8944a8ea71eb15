/// Whether days with many sessions leave more of them unfinished.
struct ContextSwitching: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        var perDay: [Int: Int] = [:]
        for session in history.sessions {
            if let started = session.started { perDay[started.day, default: 0] += 1 }
        }
        let sample = history.settled.filter { $0.started != nil }
        let counts = sample.map { session in
            Double(session.started.flatMap { perDay[$0.day] } ?? 0)
        }
        let unfinished = sample.indices.filter { !sample[$0].isCompleted }
        let fewest = Insights.fewestSessions
        guard unfinished.count >= fewest, sample.count - unfinished.count >= fewest else { return [] }
        let finished = sample.indices.filter { sample[$0].isCompleted }
        let (mean, otherMean) = (unfinished.of(counts).mean, finished.of(counts).mean)
        let middle = counts.median
        let busy = sample.indices.filter { counts[$0] > middle }
        let calm = sample.indices.filter { counts[$0] <= middle }
        let busyDone = busy.count { sample[$0].isCompleted }
        let calmDone = calm.count { sample[$0].isCompleted }
        let shares = [(busyDone, busy.count), (calmDone, calm.count)]
            .map { Double($0.0) / Double(max($0.1, 1)) }
        return [
            Insight(
                "context-switching", p: Ranks(counts).mannWhitney(unfinished),
                isLarge: mean > otherMean && shares[1] - shares[0] >= 0.1, sessions: sample.count,
                history.query(.started, .settled),
                numbers: [
                    ("sessionsADayOfUnfinished", mean), ("sessionsADayOfFinished", otherMean),
                    ("busyShare", shares[0]), ("calmShare", shares[1]),
                ],
                "Days on which many sessions begin leave more unfinished: with more than "
                    + "\(Int(middle)) a day \(InsightWording.percent(busyDone, of: busy.count)) were completed, "
                    + "else \(InsightWording.percent(calmDone, of: calm.count)).",
                advice: "begin no more than \(Int(middle)) a day")
        ]
    }
}
