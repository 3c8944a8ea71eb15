/// The latest sessions of one level, as many as a forecast looks at; older ones are forgotten.
///
/// A ring, so that a session that is newer than all others, or older, is put in its place at once.
struct LatestSessions: Sendable {
    private var ring: [ForecastExample] = []
    /// Where the oldest stands.
    private var start = 0

    var count: Int { ring.count }

    /// Whether one that is older than all of them has no place here.
    var isFull: Bool { ring.count == ForecastMethod.window }

    /// By age: 0 is the latest.
    subscript(age: Int) -> ForecastExample { ring[place(ring.count - 1 - age)] }

    /// Whether it is late enough to be kept.
    func admits(_ recency: Recency) -> Bool {
        ring.count < ForecastMethod.window || ring[start].recency < recency
    }

    /// Takes one in where it is late enough, the oldest giving way where there is no more room.
    mutating func insert(_ example: ForecastExample) {
        guard admits(example.recency) else { return }
        if ring.count < ForecastMethod.window {
            ring.append(example)
        } else {
            ring[start] = example
            start = place(1)
        }
        var rank = ring.count - 1
        while rank > 0, example.recency < ring[place(rank - 1)].recency {
            ring.swapAt(place(rank), place(rank - 1))
            rank -= 1
        }
    }

    /// Where the one stands that has so many older ones. Until the ring is full it begins at 0.
    private func place(_ rank: Int) -> Int {
        let place = start + rank
        return place < ring.count ? place : place - ring.count
    }
}
