extension Workspace {
    /// Where every session lies, by id. Lists the folders, opens no file.
    package func locations() throws(SessionsError) -> [SessionLocation] {
        var locations: [SessionLocation] = []
        for month in try months() {
            guard let folder = try folder(ofMonth: month) else { continue }
            locations += try Workspace.locations(in: folder, month)
        }
        return locations.sorted()
    }

    /// Reads every session, in the order of their ids within each month: for what is in no row of a
    /// `SessionCatalog`.
    ///
    /// - Returns: what could not be read. Such files do not keep the others from being read.
    package func eachSession(
        _ visit: (Session) throws(SessionsError) -> Void
    ) throws(SessionsError) -> [SessionsError] {
        var damaged: [SessionsError] = []
        for month in try months() {
            let folder: Folder
            let locations: [SessionLocation]
            do throws(SessionsError) {
                guard let found = try self.folder(ofMonth: month) else { continue }
                folder = found
                locations = try Workspace.locations(in: folder, month).sorted()
            } catch {
                damaged.append(error)
                continue
            }
            for location in locations {
                let session: Session?
                do throws(SessionsError) {
                    session = try SessionFile.read(location, in: folder)?.session
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
        guard let folder = try folder(of: location) else { return nil }
        return try SessionFile.read(location, in: folder)?.session
    }

    /// Where the session of a whole id lies, without listing the others.
    package func location(ofID id: String) throws(SessionsError) -> SessionLocation? {
        let sessions = try SessionsError.reading { () throws(IOFailure) in
            try folder(at: [SessionLocation.folderName])
        }
        guard let sessions else { return nil }
        let fileName = SessionLocation(id: id, month: "").fileName
        for month in try Workspace.months(in: sessions) {
            // One call for each month it is not in; where something is there, it is opened as everything is.
            if sessions.lacks(month + "/" + fileName) { continue }
            let isThere = try SessionsError.reading { () throws(IOFailure) in
                try sessions.folder(month)?.file(fileName) != nil
            }
            if isThere { return SessionLocation(id: id, month: month) }
        }
        return nil
    }

    /// The folder a session lies in.
    func folder(of location: SessionLocation) throws(SessionsError) -> Folder? {
        try folder(ofMonth: location.month)
    }

    func folder(ofMonth month: String) throws(SessionsError) -> Folder? {
        try SessionsError.reading { () throws(IOFailure) in try folder(at: ["sessions", month]) }
    }

    /// What is named as a month in the folder of sessions, in order.
    func months() throws(SessionsError) -> [String] {
        let sessions = try SessionsError.reading { () throws(IOFailure) -> Folder? in
            try folder?.folder(SessionLocation.folderName)
        }
        guard let sessions else { return [] }
        return try Workspace.months(in: sessions)
    }

    /// The same in the folder of sessions.
    static func months(in folder: Folder) throws(SessionsError) -> [String] {
        try SessionsError.reading { () throws(IOFailure) in
            try folder.names().filter(isMonth).sorted()
        }
    }

    /// Whether a folder can be one of sessions: `2026-11`. Every change of a session asks it of every month.
    static func isMonth(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return false }
            func digit(_ index: Int) -> Int { Int(bytes[index]) - 0x30 }
            guard [0, 1, 2, 3, 5, 6].allSatisfy({ (0...9).contains(digit($0)) }) else { return false }
            return (1...12).contains(digit(5) * 10 + digit(6))
        }
    }

    private static func locations(
        in folder: Folder, _ month: String
    ) throws(SessionsError) -> [SessionLocation] {
        try SessionsError.wrap(folder.names).compactMap { SessionLocation(fileName: $0, month: month) }
    }
}
