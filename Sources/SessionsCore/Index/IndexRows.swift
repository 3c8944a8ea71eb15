/// The rows of an index that is to be written, and what has to be known of all of them before.
struct IndexRows: Sendable {
    /// A session with what its file was like.
    ///
    /// All of it has been checked, so that nothing of its block changes any longer.
    struct Source: @unchecked Sendable {
        let summary: SessionSummary
        /// The number of its month in the new index.
        let month: Int
        /// That of no file for what is too new.
        let stamp: FileStamp
    }

    struct Row: Sendable {
        let bytes: UnownedRow
        let month: Int
        let stamp: FileStamp
        /// Where it is finished.
        let finished: FinishedSession?
    }

    /// Where a row stands among all that were given.
    private struct Place: Comparable {
        let key: SessionKey
        let month: Int
        let number: Int

        static func < (a: Place, b: Place) -> Bool { (a.key, a.month) < (b.key, b.month) }
    }

    /// They hold the bytes of the rows.
    private let sources: [Source]
    /// As they were given.
    private let halves: [[Row]]
    /// By id, then by month.
    private let places: [Place]
    /// Every tag and every project, as they stand in the file.
    let labels: [UInt8]

    init(_ sources: [Source]) {
        // Each thread goes through blocks of its own, as they lie in memory.
        let parts = System.inHalves(sources.indices) { Part(sources[$0]) }
        self.sources = sources
        halves = parts.map(\.rows)
        var (tags, projects) = (DistinctTexts(), DistinctTexts())
        for part in parts {
            for tag in part.tags.texts { _ = tags.number(of: tag) }
            for project in part.projects.texts { _ = projects.number(of: project) }
        }
        var labels = GrowingBuffer<UInt8>(capacity: 1 << 10)
        for texts in [tags.sorted, projects.sorted] {
            labels.append(number: UInt32(truncatingIfNeeded: texts.count))
            for text in texts { labels.append(counted: text) }
        }
        self.labels = labels.bytes
        // What the index had is in order already, and what was read comes in the order of months.
        places = sources.enumerated().map { number, source in
            Place(key: source.summary.key, month: source.month, number: number)
        }.sorted()
    }

    var count: Int { sources.count }
    /// How many are too new.
    var unsureCount: Int { sources.count { $0.stamp == .none } }

    /// One of them in their order.
    @inline(__always)
    subscript(number: Int) -> Row {
        let place = places[number].number
        return place < halves[0].count ? halves[0][place] : halves[1][place - halves[0].count]
    }

    /// The sessions in their order.
    var summaries: some Sequence<SessionSummary> { places.lazy.map { sources[$0.number].summary } }

    /// Bytes of the details of some of them, and of the texts with a checksum for each.
    func lengths(of numbers: Range<Int>) -> (details: Int, texts: Int) {
        numbers.reduce(into: (0, 0)) { lengths, number in
            let bytes = self[number].bytes
            lengths.0 += bytes.details.count
            lengths.1 += bytes.text.count + 8
        }
    }

    /// What is made of some sessions.
    private struct Part {
        var rows: [Row] = []
        var tags = DistinctTexts()
        var projects = DistinctTexts()

        init(_ sources: ArraySlice<Source>) {
            rows.reserveCapacity(sources.count)
            for source in sources {
                let summary = source.summary
                summary.addLabels(to: &tags, &projects)
                rows.append(
                    Row(
                        bytes: summary.block.unownedRow(summary.row), month: source.month,
                        stamp: source.stamp, finished: summary.finished))
            }
        }
    }
}
