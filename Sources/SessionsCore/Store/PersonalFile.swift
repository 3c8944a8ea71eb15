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

    /// Puts new content in its place, or there for the first time. A link keeps leading where it leads.
    static func write(_ bytes: [UInt8], to folderPath: String, named name: String) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in
            let folder = try Folder.makePath(folderPath, mode: 0o700)
            guard let real = System.realPath(folderPath + "/" + name), let slash = real.lastIndex(of: "/")
            else { return try folder.replace(name, with: bytes) }
            try Folder(opening: String(real[...slash])).replace(
                String(real[real.index(after: slash)...]), with: bytes)
        }
    }

    /// Removes it; one that is not there is no error.
    static func remove(_ name: String, from folderPath: String) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in
            let folder = try Folder(opening: folderPath)
            try folder.remove(name)
            try folder.sync()
        }
    }
}
