extension Forecast {
    /// What a forecast was made from.
    package struct Explanation: Equatable, Sendable {
        /// The sessions that were alike on one level and on no finer one.
        package struct Source: Equatable, Sendable {
            package let level: SimilarityLevel
            package let sessions: Int
            /// Their share of the forecast; next to nothing where they were of quite another size.
            package let weight: Double
        }

        /// The finest first.
        package let sources: [Source]
        /// The share that no session stands behind.
        package let prior: Double
        /// The share of what is expected of any session past its plan, or without one.
        package let tail: Double

        package var sessions: Int { sources.reduce(0) { $0 + $1.sessions } }

        /// Those that were alike on that level.
        package func sessions(_ level: SimilarityLevel) -> Int {
            sources.first { $0.level == level }?.sessions ?? 0
        }
    }

    package var explanation: Explanation {
        let sources = SimilarityLevel.finestFirst.compactMap { level -> Explanation.Source? in
            let (sessions, weight) = share(of: .similar(level))
            return sessions == 0 ? nil : Explanation.Source(level: level, sessions: sessions, weight: weight)
        }
        return Explanation(
            sources: sources, prior: share(of: .prior).weight, tail: share(of: .tail).weight)
    }

    private func share(of origin: Origin) -> (points: Int, weight: Double) {
        points.reduce((0, 0)) { $1.origin == origin ? ($0.0 + 1, $0.1 + $1.weight) : $0 }
    }
}
