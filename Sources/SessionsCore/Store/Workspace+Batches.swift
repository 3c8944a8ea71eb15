extension Workspace {
    /// Sessions that are in memory at a time.
    private static let batchSize = 256

    /// Where a session lies: a number each, as all of them are held at once.
    private struct Place {
        let key: SessionKey
        /// The number of its folder.
        let folder: Int
    }

    /// Where all sessions lie.
    private struct Places: Sendable {
        /// In the order of their ids.
        var sorted: [Place] = []
        var folders: [(month: String, folder: Folder)] = []

        /// The numbers of some hundred places at a time.
        var batches: [Range<Int>] {
            stride(from: 0, to: sorted.count, by: batchSize).map { start in
                start..<min(start + batchSize, sorted.count)
            }
        }

        func location(_ number: Int) -> (SessionLocation, Folder) {
            let place = sorted[number]
            let (month, folder) = folders[place.folder]
            return (SessionLocation(id: place.key.text, month: month), folder)
        }
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
        var (places, damaged) = try places()
        for batch in places.batches {
            for part in System.inHalves(batch, { [places] in Workspace.read($0, of: places) }) {
                damaged += part.damaged
                try visit(part.sessions)
            }
        }
        return damaged
    }

    /// Reads every session in the same way, and gives the text of `Session.output(now:)` of some hundred at a time.
    ///
    /// - Parameters:
    ///   - separator: what stands between two of them; what stands between two visits is for the visitor.
    ///   - indent: the levels by which the lines of each but its first are indented.
    ///   - visit: is given texts, which stay only until it returns, and of how many sessions they are.
    package func eachTextByID(
        _ style: JSONWriter.Style, indent: Int, separator: [UInt8], now: Instant,
        _ visit: (UnsafeRawBufferPointer, Int) throws -> Void
    ) throws -> [SessionsError] {
        var (places, damaged) = try places()
        // Each is used by one thread at a time, and keeps its memory.
        let printers = [0, 1].map { _ in
            SessionPrinter(JSONWriter(style), indent: indent, separator: separator, now: now)
        }
        for batch in places.batches {
            let used = System.inHalves(batch) { [places] part in
                let printer = printers[part.lowerBound == batch.lowerBound ? 0 : 1]
                for number in part {
                    let (location, folder) = places.location(number)
                    printer.add(location, in: folder)
                }
                return printer
            }
            for printer in used { damaged += try printer.take(visit) }
        }
        return damaged
    }

    /// - Returns: where all sessions lie, and which folders could not be listed.
    private func places() throws(SessionsError) -> (Places, [SessionsError]) {
        var damaged: [SessionsError] = []
        var places = Places()
        for month in try months() {
            do throws(SessionsError) {
                guard let folder = try folder(ofMonth: month) else { continue }
                places.folders.append((month, folder))
                try SessionsError.wrap { () throws(IOFailure) in
                    try folder.eachEntry { name in
                        guard let key = SessionKey(fileName: name) else { return }
                        places.sorted.append(Place(key: key, folder: places.folders.count - 1))
                    }
                }
            } catch {
                damaged.append(error)
            }
        }
        places.sorted.sort { ($0.key.bits, $0.folder) < ($1.key.bits, $1.folder) }
        return (places, damaged)
    }

    /// The same, one session at a time.
    package func eachSessionByID(_ visit: (Session) throws -> Void) throws -> [SessionsError] {
        try eachBatchByID { for session in $0 { try visit(session) } }
    }

    private static func read(_ numbers: Range<Int>, of places: Places) -> Batch {
        var batch = Batch()
        for number in numbers {
            let (location, folder) = places.location(number)
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
