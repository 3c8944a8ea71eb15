/// Sessions that were read from their files, as rows.
struct SummaryReading {
    /// A row that was made, and what its file was like.
    struct Source {
        let file: WorkspaceScan.File
        let stamp: FileStamp
        let mode: FileMode

        /// The same of a file that is too new to tell a later change from it.
        var unsure: Source { Source(file: file, stamp: .none, mode: mode) }
    }

    private(set) var blocks: [SummaryBlock] = []
    /// One for each row, in their order.
    private(set) var sources: [Source] = []
    /// What could not be read, in the order of the files.
    private(set) var damaged: [(file: WorkspaceScan.File, error: SessionsError)] = []

    /// With more files than this a second thread is worth its while.
    private static let mostAlone = 256

    /// Reads files.
    ///
    /// - Parameters:
    ///   - folder: the folder of a month by its number; nil where it is gone.
    ///   - keepsText: whether the text is wanted.
    init(
        _ files: [WorkspaceScan.File], months: [String], keepsText: Bool,
        in folder: @escaping @Sendable (Int) throws(SessionsError) -> Folder?
    ) {
        let threads = files.count > SummaryReading.mostAlone ? 2 : 1
        let share = (files.count + threads - 1) / threads
        let parts = System.inParallel(threads) { thread in
            SummaryReading(
                files.dropFirst(thread * share).prefix(share), months, keepsText: keepsText, folder)
        }
        for part in parts {
            blocks += part.blocks
            sources += part.sources
            damaged += part.damaged
        }
    }

    private init(
        _ files: ArraySlice<WorkspaceScan.File>, _ months: [String], keepsText: Bool,
        _ folder: (Int) throws(SessionsError) -> Folder?
    ) {
        var builder = SummaryBuilder(months: months, keepsText: keepsText)
        var scanner = SummaryScanner()
        var reader = FileReader()
        for file in files {
            do throws(SessionsError) {
                let name = file.key.text + ".json"
                guard let folder = try folder(file.month) else { continue }
                let source = try SessionsError.reading { () throws(IOFailure) in
                    try reader.read(name, in: folder, limit: Limits.sessionFile)
                }
                guard let source else { continue }
                let isAdded = reader.withBytes {
                    scanner.add($0, file.key, month: file.month, to: &builder)
                }
                if !isAdded {
                    let session = try SessionFile.parse(
                        reader.bytes, id: file.key.text, path: folder.pathOf(name))
                    builder.add(session, month: file.month)
                }
                sources.append(Source(file: file, stamp: source.stamp, mode: source.mode))
            } catch {
                damaged.append((file, error))
            }
        }
        blocks = builder.finish()
    }

    /// Whether somebody may read less of these files than of one with that mode.
    func isStricter(than mode: FileMode) -> Bool { sources.contains { $0.mode & mode != mode } }
}
