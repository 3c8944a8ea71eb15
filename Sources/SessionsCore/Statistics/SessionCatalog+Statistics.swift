extension SessionCatalog {
    /// Adds the sessions that a query means to statistics.
    ///
    /// - Parameter empty: without any session in them.
    /// - Returns: with how many there were.
    package func statistics(
        _ empty: Statistics, of matcher: QueryMatcher
    ) -> (sums: Statistics, count: Int) {
        let indexedBlocks = rows.map { IndexFile.blockCount($0.index.count) } ?? 0
        return answer {
            var (sums, count) = (empty, 0)
            // What was mended is in rows of its own.
            if !isMended, let work = rows?.index.work { sums.use(work) }
            // What was only checked shall not stay in memory beside what is added up now.
            rows?.index.release()
            var meant: [Int] = []
            for (number, (block, current)) in parts.enumerated() {
                meant.removeAll(keepingCapacity: true)
                for row in 0..<block.count where current.isCurrent(row) && matcher.matches(block, row) {
                    meant.append(row)
                }
                count += meant.count
                if number < indexedBlocks {
                    sums.add(meant, of: block, first: number * SummaryBlock.most)
                    block.release()
                } else {
                    for row in meant { sums.add(SessionSummary(block, row)) }
                }
            }
            rows?.index.release()
            return (sums, count)
        }
    }
}
