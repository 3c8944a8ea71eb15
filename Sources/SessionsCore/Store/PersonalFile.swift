/// A file in somebody's configuration folder. Many keep those elsewhere and links here, so links are followed.
enum PersonalFile {
    /// What it holds; nil where there is none.
    static func read(_ path: String) throws(SessionsError) -> [UInt8]? {
        do throws(IOFailure) {
            return try InputFile(opening: path).readAll(limit: Limits.settings)
        } catch {
            if error.isNotThere { return nil }
            throw .io(error)
        }
    }

    /// Changes it as it is by then: nobody else changes a file of that folder meanwhile.
    ///
    /// - Parameter body: makes of what it holds, nil where it is not there, what it is to hold, or with nil removes
    ///   it. Nothing is written where it leaves that as it was. It must not change another file of the folder.
    static func change<Value>(
        in folderPath: String, named name: String,
        _ body: (inout [UInt8]?) throws(SessionsError) -> Value
    ) throws(SessionsError) -> Value {
        let folder = try SessionsError.wrap { () throws(IOFailure) in
            try Folder.makePath(folderPath, mode: 0o700)
        }
        let lock = try FileLock.acquire(on: folder)
        defer { withExtendedLifetime(lock) {} }
        let old = try read(folderPath + "/" + name)
        var new = old
        let value = try body(&new)
        guard new != old else { return value }
        if let new { try write(new, to: folder, named: name) } else { try remove(name, from: folder) }
        return value
    }

    /// Puts new content in its place, or there for the first time. A link keeps leading where it leads.
    private static func write(_ bytes: [UInt8], to folder: Folder, named name: String) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in
            guard let real = System.realPath(folder.pathOf(name)), let slash = real.lastIndex(of: "/")
            else { return try replace(name, with: bytes, in: folder) }
            let name = String(real[real.index(after: slash)...])
            try replace(name, with: bytes, in: Folder(opening: String(real[...slash])))
        }
    }

    private static func replace(_ name: String, with bytes: [UInt8], in folder: Folder) throws(IOFailure) {
        try folder.replace(name, with: bytes, by: ".\(name).new")
    }

    private static func remove(_ name: String, from folder: Folder) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in
            try folder.remove(name)
            try folder.sync()
        }
    }
}
