/// What is in the folders of a workspace, compared with its index.
struct WorkspaceScan {
    /// A file that has to be read.
    struct File {
        let key: SessionKey
        /// The number of its month in the scan.
        let month: Int
    }

    /// A folder of sessions.
    struct Month {
        let name: String
        /// That of no file where it cannot be relied on, nor what was listed.
        var stamp = FileStamp.none
        /// Nil where the folder has not changed and was not listed.
        var listing: Listing?
    }

    /// What a folder holds.
    struct Listing {
        var folder: Folder?
        /// Rows of the index that are as the files are.
        var currentRows: [UInt32] = []
        var unknown: [File] = []
        /// Files that were looked at.
        var fileCount = 0
        var problem: SessionsError?
    }

    /// By the clock of file systems, before anything was looked at.
    let startedAt = FileStamp.clock()
    private(set) var folderStamp = FileStamp.none
    private(set) var months: [Month] = []
    let index: SessionIndex?

    /// Looks at every file, or with `folders` only at those of folders that have changed.
    ///
    /// - Parameter namesOnly: whether it is enough that a file is there: no row is looked at, and every file of a
    ///   folder that has changed is unknown.
    /// - Throws: where the months cannot be listed.
    init(
        of workspace: Workspace, _ index: SessionIndex?, check: IndexRules.Check, namesOnly: Bool = false
    ) throws(SessionsError) {
        self.index = index
        let sessions = try SessionsError.reading { () throws(IOFailure) in
            try workspace.folder?.folder(SessionLocation.folderName)
        }
        folderStamp = sessions?.stamp() ?? .none
        if check == .folders, let index, folderStamp != .none, index.folderStamp == folderStamp {
            months = index.months.map { Month(name: $0) }
        } else if let sessions {
            months = try Workspace.months(in: sessions).map { Month(name: $0) }
        }
        guard let sessions else { return }
        look(into: sessions, check, namesOnly)
    }

    private mutating func look(into sessions: Folder, _ check: IndexRules.Check, _ namesOnly: Bool) {
        // Numbers of months in the index, where it knows them.
        guard !months.isEmpty else { return }
        let index = index
        let known = months.map { month in index?.month(named: month.name) }
        var listed: [Int] = []
        for number in months.indices {
            months[number].stamp = sessions.stamp(of: months[number].name) ?? .none
            if check == .folders, let index, let known = known[number], months[number].stamp != .none,
                index.stamp(ofMonth: known) == months[number].stamp
            {
                continue
            }
            listed.append(number)
        }
        let names = months.map(\.name)
        let isCompared = !listed.isEmpty && !namesOnly
        let sound = isCompared ? index?.soundStamps() : nil
        let finder = isCompared ? index.map { RowFinder(of: $0, in: wanted($0, listed)) } : nil
        let work: @Sendable (Int) -> Listing = { number in
            let known = known[number].flatMap { month in finder.map { ($0, month) } }
            return WorkspaceScan.listing(of: names[number], number, in: sessions, known, sound)
        }
        let turns = listed
        let threads = (index?.count ?? 0) > 2_000 && listed.count > 1 ? 2 : 1
        let listings = System.inParallel(threads) { thread in
            stride(from: thread, to: turns.count, by: threads).map { (turns[$0], work(turns[$0])) }
        }
        for (number, listing) in listings.joined() { months[number].listing = listing }
    }

    /// The months of an index that are listed; nil for all of them.
    private func wanted(_ index: SessionIndex, _ listed: [Int]) -> [Bool]? {
        guard listed.count < months.count else { return nil }
        var wanted = [Bool](repeating: false, count: index.months.count)
        for number in listed {
            if let month = index.month(named: months[number].name) { wanted[month] = true }
        }
        return wanted
    }

    private static func listing(
        of name: String, _ number: Int, in sessions: Folder,
        _ known: (finder: RowFinder, month: Int)?, _ soundStamps: [Bool]?
    ) -> Listing {
        var listing = Listing()
        let (finder, month) = (known?.finder, known?.month ?? 0)
        do throws(SessionsError) {
            try SessionsError.reading { () throws(IOFailure) in
                guard let folder = try sessions.folder(name) else { return }
                listing.folder = folder
                try folder.eachEntry { entry in
                    guard let key = SessionKey(fileName: entry) else { return }
                    listing.fileCount += 1
                    if let finder, let row = finder.row(of: key, month: month),
                        soundStamps.map({
                            $0[row / SummaryBlock.most] && folder.isAs(row, finder.index, entry)
                        })
                            ?? true
                    {
                        listing.currentRows.append(UInt32(row))
                    } else {
                        listing.unknown.append(File(key: key, month: number))
                    }
                }
            }
        } catch {
            listing.problem = error
        }
        return listing
    }

    // MARK: What was found

    /// Files that have to be read, in the order of months and ids.
    var unknown: [File] {
        var files: [File] = []
        for (number, month) in months.enumerated() {
            if let listing = month.listing {
                files += listing.unknown
            } else if let index, index.unsureCount > 0, let known = index.month(named: month.name) {
                for row in 0..<index.count where index.month(ofRow: row) == known && index.isUnsure(row) {
                    files.append(File(key: index.key(ofRow: row), month: number))
                }
            }
        }
        return files.sorted { ($0.month, $0.key) < ($1.month, $1.key) }
    }

    /// For each row of the index whether it holds; nil where all of them do.
    var currentRows: [Bool]? {
        guard let index else { return nil }
        let unchanged = unchangedNames
        if unchanged == index.months, index.unsureCount == 0 { return nil }
        var isCurrent = [Bool](repeating: false, count: index.count)
        if !unchanged.isEmpty {
            var isUnchanged = [Bool](repeating: false, count: index.months.count)
            for name in unchanged { if let month = index.month(named: name) { isUnchanged[month] = true } }
            let hasUnsure = index.unsureCount > 0
            for row in 0..<index.count {
                let month = index.month(ofRow: row)
                isCurrent[row] =
                    month < isUnchanged.count && isUnchanged[month] && !(hasUnsure && index.isUnsure(row))
            }
        }
        for month in months { for row in month.listing?.currentRows ?? [] { isCurrent[Int(row)] = true } }
        return isCurrent.contains(false) ? isCurrent : nil
    }

    /// The months whose folders are as they were, and not listed.
    private var unchangedNames: [String] { months.filter { $0.listing == nil }.map(\.name) }

    /// Whether all months of the index, and no others, are there as they were.
    func isUnchanged(since index: SessionIndex) -> Bool {
        unchangedNames == index.months && months.count == index.months.count
    }

    /// For each month that a row of the index can name whether its folder is as it was, and not listed.
    func unchangedMonths(of index: SessionIndex) -> [Bool] {
        var isUnchanged = [Bool](repeating: false, count: Int(UInt16.max) + 1)
        for month in months where month.listing == nil {
            if let number = index.month(named: month.name) { isUnchanged[number] = true }
        }
        return isUnchanged
    }

    /// - Throws: what kept a folder from being listed.
    func requireListings() throws(SessionsError) {
        for month in months { if let problem = month.listing?.problem { throw problem } }
    }

    /// How many files were looked at one by one.
    var fileCount: Int { months.reduce(0) { $0 + ($1.listing?.fileCount ?? 0) } }
}

extension Folder {
    /// Whether a file is as it was when that row was made of it.
    fileprivate func isAs(_ row: Int, _ index: SessionIndex, _ name: UnsafePointer<CChar>) -> Bool {
        let known = index.stamp(ofRow: row)
        return known != .none && stamp(of: name) == known
    }
}
