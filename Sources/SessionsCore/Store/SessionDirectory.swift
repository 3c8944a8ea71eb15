/// Where all sessions of a workspace lie, in the order of their ids: finds one by the beginning of its id.
package struct SessionDirectory: Sendable {
    /// The fewest characters that can name a session.
    private static let shortestReference = 3

    private var locations: [SessionLocation]

    /// - Parameter locations: in order.
    package init(_ locations: [SessionLocation]) {
        self.locations = locations
    }

    /// The session of that id, or of the only id that begins so. O(log n).
    ///
    /// - Throws: `sessionNotFound`, `ambiguous`, and `invalid` for one that is too short.
    package func location(named reference: String) throws(SessionsError) -> SessionLocation {
        try SessionDirectory.check(reference)
        let first = index(of: reference)
        let found = locations[first...].prefix { $0.id.hasPrefix(reference) }
        guard let location = found.first else { throw .sessionNotFound(reference: reference) }
        guard found.count == 1 || Identifier.isSession(reference) else {
            throw .ambiguous(reference: reference, candidates: found.map(\.id))
        }
        return location
    }

    /// Whether a text could name a session at all.
    static func check(_ reference: String) throws(SessionsError) {
        guard Identifier.isPrefix(reference) else { throw .sessionNotFound(reference: reference) }
        guard reference.utf8.count >= shortestReference else {
            throw .invalid(
                what: "a session", value: reference, expected: "at least 3 characters of its id, or @")
        }
    }

    mutating func insert(_ location: SessionLocation) {
        locations.insert(location, at: index(of: location.id))
    }

    mutating func remove(_ location: SessionLocation) {
        let index = index(of: location.id)
        if index < locations.count, locations[index] == location { locations.remove(at: index) }
    }

    /// Where an id stands, or where it belongs.
    private func index(of id: String) -> Int {
        var (low, high) = (0, locations.count)
        while low < high {
            let middle = (low + high) / 2
            if locations[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
