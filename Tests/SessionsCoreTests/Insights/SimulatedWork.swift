@testable import SessionsCore

/// Makes up the sessions of somebody of whom nothing can be learned: everything is drawn by itself.
struct SimulatedWork {
    var random: SplitMix64
    static let templates = ["bug-fix", "feature", "research", "review", nil]
    private static let days = 200

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func isSo(_ share: Double) -> Bool { Double(random.below(1_000_000)) < share * 1_000_000 }

    /// About normal, with mean 0 and deviation 1: twelve even numbers added up (Irwin and Hall).
    mutating func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double(random.below(1_000_000)) / 1_000_000 }
    }

    /// - Parameter change: what is to be found of them; is given each with its number.
    mutating func sessions(
        _ count: Int, _ change: (inout PastSession, Int, inout SimulatedWork) -> Void = { _, _, _ in }
    ) -> [PastSession] {
        (0..<count).map { number in
            var session = PastSession()
            session.key = UInt64(number)
            let day = number * Self.days / count
            // Some days are busier than others.
            let began = 20_000 + (isSo(0.4) ? day / 10 * 10 : day)
            session.started = (began, 6 + random.below(18))
            session.template = Self.templates[random.below(5)]
            session.project = ["web.auth", "web", "docs", "core.parser"][random.below(4)]
            session.tags = ["legacy", "urgent", "ui"].filter { _ in isSo(0.3) }
            let planned = 3600 * (0.6 * normal()).exponential
            session.planned = isSo(0.9) ? Int(planned) : nil
            session.tracked = Int(planned * (0.5 * normal()).exponential)
            session.pauses = random.below(4)
            session.rating = isSo(0.6) ? 1 + random.below(5) : nil
            session.goals = isSo(0.7) ? 3 : 0
            session.goalsDone = session.goals == 0 || isSo(0.8) ? session.goals : 1
            session.hasLesson = isSo(0.25)
            session.lastDay = began
            for name in ["swift", "git", "writing"] where isSo(0.3) {
                session.skills.append(Skill(name: name, change: [-1, 0, 1][random.below(3)]))
            }
            complete(&session, isSo(0.8))
            change(&session, number, &self)
            return session
        }
    }

    /// Completes a session, or leaves it lying, most often paused.
    mutating func complete(_ session: inout PastSession, _ isCompleted: Bool) {
        session.completedAt = isCompleted ? Int64(session.key) * 1000 : nil
        session.isStale = !isCompleted && isSo(0.8)
        session.isArchived = !isCompleted && !session.isStale && isSo(0.5)
        session.status = isCompleted ? .completed : isSo(0.7) ? .paused : .draft
    }
}
