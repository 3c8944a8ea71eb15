extension Workspace {
    /// Sessions that are in memory at a time, and texts of sessions, which are smaller.
    private static let (batchSize, textBatchSize) = (256, 1024)

    /// Where a session lies: a number each, as all of them are held at once.
    private struct Place {
        let key: SessionKey
        /// The number of its folder.
        let folder: Int
    }

    private struct Batch: Sendable {
        var sessions: [Session] = []
        var damaged: [SessionsError] = []
    }

    private struct Texts: Sendable {
        var bytes: [UInt8] = []
        var count = 0
        var damaged: [SessionsError] = []
    }

    /// Reads every session in the order of their ids, some hundred at a time, on two threads: what is held of the
    /// others is where they lie.
    ///
    /// - Returns: what could not be read. Such files do not keep the others from being read.
    /// - Throws: what `visit` throws, and where the sessions cannot be found.
    package func eachBatchByID(_ visit: ([Session]) throws -> Void) throws -> [SessionsError] {
        var damaged: [SessionsError] = []
        damaged += try eachPart(Self.batchSize, Workspace.read) { batch in
            damaged += batch.damaged
            try visit(batch.sessions)
        }
        return damaged
    }

    /// Reads every session in the same way, and gives the text of `Session.output(now:)` of some hundred at a time:
    /// of most it is made without making a session.
    ///
    /// - Parameters:
    ///   - separator: what stands between two of them; what stands between two visits is for the visitor.
    ///   - indent: the levels by which the lines of each but its first are indented.
    ///   - visit: is given texts, and of how many sessions they are.
    package func eachTextByID(
        _ style: JSONWriter.Style, indent: Int, separator: [UInt8], now: Instant,
        _ visit: ([UInt8], Int) throws -> Void
    ) throws -> [SessionsError] {
        let writer = JSONWriter(style)
        var damaged: [SessionsError] = []
        damaged += try eachPart(Self.textBatchSize) {
            Workspace.texts($0, $1, writer, indent, separator, now)
        } visit: { part in
            damaged += part.damaged
            if part.count > 0 { try visit(part.bytes, part.count) }
        }
        return damaged
    }

    /// Visits what is made of some hundred sessions at a time, in the order of their ids.
    ///
    /// - Parameter size: of how many at a time, each half of them on a thread.
    /// - Returns: which folders could not be listed.
    private func eachPart<Part: Sendable>(
        _ size: Int,
        _ make: @escaping @Sendable (ArraySlice<Place>, [(month: String, folder: Folder)]) -> Part,
        visit: (Part) throws -> Void
    ) throws -> [SessionsError] {
        var damaged: [SessionsError] = []
        var folders: [(month: String, folder: Folder)] = []
        var places: [Place] = []
        for month in try months() {
            do throws(SessionsError) {
                guard let folder = try folder(ofMonth: month) else { continue }
                folders.append((month, folder))
                try SessionsError.wrap { () throws(IOFailure) in
                    try folder.eachEntry { name in
                        guard let key = SessionKey(fileName: name) else { return }
                        places.append(Place(key: key, folder: folders.count - 1))
                    }
                }
            } catch {
                damaged.append(error)
            }
        }
        places.sort { ($0.key.bits, $0.folder) < ($1.key.bits, $1.folder) }
        let (sorted, opened) = (places, folders)
        for start in stride(from: 0, to: sorted.count, by: size) {
            let batch = start..<min(start + size, sorted.count)
            for part in System.inHalves(batch, { make(sorted[$0], opened) }) { try visit(part) }
        }
        return damaged
    }

    /// The same, one session at a time.
    package func eachSessionByID(_ visit: (Session) throws -> Void) throws -> [SessionsError] {
        try eachBatchByID { for session in $0 { try visit(session) } }
    }

    private static func read(
        _ places: ArraySlice<Place>, _ folders: [(month: String, folder: Folder)]
    ) -> Batch {
        var batch = Batch()
        for place in places {
            let (month, folder) = folders[place.folder]
            let location = SessionLocation(id: place.key.text, month: month)
            do throws(SessionsError) {
                guard let session = try SessionFile.read(location, in: folder)?.session else { continue }
                batch.sessions.append(session)
            } catch {
                batch.damaged.append(error)
            }
        }
        return batch
    }

    private static func texts(
        _ places: ArraySlice<Place>, _ folders: [(month: String, folder: Folder)], _ writer: JSONWriter,
        _ indent: Int, _ separator: [UInt8], _ now: Instant
    ) -> Texts {
        var texts = Texts()
        var buffer = JSONBuffer<UInt8>(capacity: 1 << 20)
        var stored = StoredSession()
        var reader = FileReader()
        for place in places {
            let (month, folder) = folders[place.folder]
            let id = place.key.text
            let location = SessionLocation(id: id, month: month)
            do throws(SessionsError) {
                let source = try SessionsError.reading { () throws(IOFailure) in
                    try reader.read(location.fileName, in: folder, limit: Limits.sessionFile)
                }
                guard source != nil else { continue }
                let isTaken = reader.withBytes { bytes in
                    guard stored.read(bytes, id: id, now: now) else { return false }
                    if texts.count > 0 { separator.withUnsafeBytes { buffer.append($0) } }
                    stored.append(to: &buffer, writer, indent: indent)
                    return true
                }
                if !isTaken {
                    let path = folder.pathOf(location.fileName)
                    let session = try SessionFile.parse(reader.bytes, id: id, path: path)
                    if texts.count > 0 { separator.withUnsafeBytes { buffer.append($0) } }
                    writer.append(.object(session.output(now: now)), to: &buffer, indent: indent)
                }
                texts.count += 1
            } catch {
                texts.damaged.append(error)
            }
        }
        texts.bytes = buffer.bytes
        return texts
    }
}

extension [Session] {
    /// The same of each, made on two threads where there are many.
    package func mapInParallel<Value: Sendable>(_ body: @escaping @Sendable (Session) -> Value) -> [Value] {
        System.inHalves(indices) { part in self[part].map(body) }.flatMap { $0 }
    }
}
