extension Interval {
    /// How long a clock runs before it is thought to be forgotten.
    private static let longestWatch = TimeAmount(seconds: 8 * 3600)

    /// Whether the clock still runs after longer than anybody works at a stretch.
    package func isForgotten(now: Instant) -> Bool {
        isOpen && seconds(now: now) > Interval.longestWatch.seconds
    }
}
