/// The shortest beginnings that tell the ids of a workspace apart.
package struct ShortIDs: Sendable {
    static let shortest = 4

    /// Those that are in no row, in order.
    private let keys: [SessionKey]
    /// The others: of a large workspace nearly all, which are looked at where they lie.
    private let rows: CurrentRows?

    init(_ keys: [SessionKey], _ rows: CurrentRows? = nil) {
        self.keys = keys.sorted()
        self.rows = rows
    }

    /// - Parameter catalog: all of the workspace.
    package init(_ catalog: SessionCatalog) {
        self.init(catalog.keysWithoutRow, catalog.rows)
    }

    /// How many characters name the session; all of them for one that is not there.
    package func length(of id: String) -> Int {
        let (count, shared) = neighbours(of: SessionKey(id))
        guard count == 1 else { return Identifier.sessionLength }
        return min(Identifier.sessionLength, max(ShortIDs.shortest, shared + 1))
    }

    package func contains(_ id: String) -> Bool { neighbours(of: SessionKey(id)).count > 0 }

    package func short(_ id: String) -> String { String(id.prefix(length(of: id))) }

    /// How often it is there, and how many characters it shares with the one before or behind it.
    private func neighbours(of key: SessionKey) -> (count: Int, shared: Int) {
        var (count, shared) = (0, 0)
        func visit(_ total: Int, _ keyAt: (Int) -> SessionKey, _ isThere: (Int) -> Bool) {
            var (low, high) = (0, total)
            while low < high {
                let middle = (low + high) / 2
                if keyAt(middle) < key { low = middle + 1 } else { high = middle }
            }
            var before = low - 1
            while before >= 0, !isThere(before) { before -= 1 }
            if before >= 0 { shared = max(shared, keyAt(before).charactersShared(with: key)) }
            for behind in low..<total where isThere(behind) {
                guard keyAt(behind) == key else {
                    shared = max(shared, keyAt(behind).charactersShared(with: key))
                    break
                }
                count += 1
            }
        }
        visit(keys.count, { keys[$0] }, { _ in true })
        if let rows { visit(rows.index.count, rows.index.key(ofRow:), rows.isCurrent) }
        return (count, shared)
    }
}
