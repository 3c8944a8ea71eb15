extension Workspace {
    /// Sessions that are in memory at a time.
    private static let batchSize = 256

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

    /// Reads every session in the order of their ids, some hundred at a time, on two threads: what is held of the
    /// others is where they lie.
    ///
    /// - Returns: what could not be read. Such files do not keep the others from being read.
    /// - Throws: what `visit` throws, and where the sessions cannot be found.
    package func eachBatchByID(_ visit: ([Session]) throws -> Void) throws -> [SessionsError] {
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
        for start in stride(from: 0, to: sorted.count, by: Self.batchSize) {
            let batch = start..<min(start + Self.batchSize, sorted.count)
            for part in System.inHalves(batch, { Workspace.read(sorted[$0], opened) }) {
                damaged += part.damaged
                try visit(part.sessions)
            }
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
}

extension [Session] {
    /// The same of each, made on two threads where there are many.
    package func mapInParallel<Value: Sendable>(_ body: @escaping @Sendable (Session) -> Value) -> [Value] {
        System.inHalves(indices) { part in self[part].map(body) }.flatMap { $0 }
    }
}
