extension Interval {
    /// How long a clock runs before it is thought to be forgotten, where a person has not said otherwise.
    package static let longestWatch = TimeAmount(seconds: 8 * 3600)

    /// Whether the clock still runs after longer than anybody works at a stretch.
    package func isForgotten(now: Instant, after limit: TimeAmount = longestWatch) -> Bool {
        isOpen && seconds(now: now) > limit.seconds
    }
}
