/// The shortest beginnings that tell the ids of a workspace apart.
package struct ShortIDs: Sendable {
    static let shortest = 4

    /// In order.
    private let keys: [SessionKey]

    init(_ keys: [SessionKey]) {
        self.keys = keys.sorted()
    }

    /// - Parameter catalog: all of the workspace.
    package init(_ catalog: SessionCatalog) {
        self.init(catalog.keys)
    }

    /// How many characters name the session; all of them for one that is not there.
    package func length(of id: String) -> Int {
        guard let index = index(of: id) else { return Identifier.sessionLength }
        let shared =
            [index - 1, index + 1].filter(keys.indices.contains)
            .map { keys[$0].charactersShared(with: keys[index]) }.max() ?? 0
        return min(Identifier.sessionLength, max(ShortIDs.shortest, shared + 1))
    }

    package func contains(_ id: String) -> Bool { index(of: id) != nil }

    private func index(of id: String) -> Int? {
        let key = SessionKey(id)
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    package func short(_ id: String) -> String { String(id.prefix(length(of: id))) }
}
