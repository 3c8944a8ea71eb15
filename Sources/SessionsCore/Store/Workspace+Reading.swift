extension Workspace {
    /// Where every session lies, by id. Lists the folders, opens no file.
    package func locations() throws(SessionsError) -> [SessionLocation] {
        var locations: [SessionLocation] = []
        try eachMonth { month, folder throws(SessionsError) in
            let names = try SessionsError.wrap { () throws(IOFailure) in try folder.names() }
            for name in names {
                if let location = SessionLocation(fileName: name, month: month) { locations.append(location) }
            }
        }
        return locations.sorted()
    }

    /// Reads every session, in the order of their ids within each month.
    ///
    /// - Parameter mentioning: leave out files whose bytes hold none of these texts.
    /// - Returns: what could not be read. Such files do not keep the others from being read.
    package func eachSession(
        mentioning texts: [String] = [], _ visit: (Session) throws(SessionsError) -> Void
    ) throws(SessionsError) -> [SessionsError] {
        let needles = texts.map { Array($0.utf8) }
        var damaged: [SessionsError] = []
        try eachMonth { month, folder throws(SessionsError) in
            let names = try SessionsError.wrap { () throws(IOFailure) in try folder.names() }
            for name in names.sorted() {
                guard let location = SessionLocation(fileName: name, month: month) else { continue }
                let session: Session?
                do throws(SessionsError) {
                    session = try read(location, in: folder, mentioning: needles)
                } catch {
                    damaged.append(error)
                    continue
                }
                if let session { try visit(session) }
            }
        }
        return damaged
    }

    /// The session that lies there; nil where it does not.
    package func session(at location: SessionLocation) throws(SessionsError) -> Session? {
        let folder = try SessionsError.wrap { () throws(IOFailure) in
            try self.folder(at: location.path.folders)
        }
        return try folder.flatMap { folder throws(SessionsError) in
            try read(location, in: folder, mentioning: [])
        }
    }

    /// Where the session of a whole id lies, without listing the others.
    package func location(ofID id: String) throws(SessionsError) -> SessionLocation? {
        var found: SessionLocation?
        try eachMonth { month, folder throws(SessionsError) in
            let location = SessionLocation(id: id, month: month)
            if try SessionsError.wrap({ () throws(IOFailure) in try folder.file(location.fileName) }) != nil {
                found = location
            }
        }
        return found
    }

    private func read(
        _ location: SessionLocation, in folder: Folder, mentioning needles: [[UInt8]]
    ) throws(SessionsError) -> Session? {
        let bytes = try SessionsError.wrap { () throws(IOFailure) in
            try folder.read(location.fileName, limit: Limits.sessionFile)
        }
        guard let bytes, needles.isEmpty || needles.contains(where: { ByteSearch.contains(bytes, $0) }) else {
            return nil
        }
        return try SessionFile.parse(bytes, id: location.id, path: folder.pathOf(location.fileName))
    }

    private func eachMonth(
        _ visit: (String, Folder) throws(SessionsError) -> Void
    ) throws(SessionsError) {
        guard
            let sessions = try SessionsError.wrap({ () throws(IOFailure) in try folder?.folder("sessions") })
        else {
            return
        }
        let months = try SessionsError.wrap { () throws(IOFailure) in try sessions.names() }
        for month in months.sorted() where month.utf8.count == 7 {
            let folder = try SessionsError.wrap { () throws(IOFailure) in try sessions.folder(month) }
            if let folder { try visit(month, folder) }
        }
    }
}

/// Finding bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, bytes.count >= needle.count else { return needle.isEmpty }
        return bytes.withUnsafeBufferPointer { haystack in
            var start = 0
            while start + needle.count <= haystack.count {
                if haystack[start] == first {
                    var matched = 1
                    while matched < needle.count, haystack[start + matched] == needle[matched] {
                        matched += 1
                    }
                    if matched == needle.count { return true }
                }
                start += 1
            }
            return false
        }
    }
}
