import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open folder. Everything below it is reached by one name at a time and never through a link, so that no
/// file of a workspace can lead outside it.
package final class Folder: Sendable {
    package let path: String
    let descriptor: Int32

    /// Opens a folder by its path; links on the way are followed, as the person who named it expects.
    package init(opening path: String) throws(IOFailure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw IOFailure("open the folder", path) }
        self.path = path
        self.descriptor = descriptor
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens a folder by its path, made where it is not there, and so those above it that are missing.
    ///
    /// - Parameter mode: permissions of the innermost if it is made; those above get what is usual.
    static func makePath(_ path: String, mode: FileMode) throws(IOFailure) -> Folder {
        do { return try Folder(opening: path) } catch { guard error.isNotThere else { throw error } }
        let parts = path.split(separator: "/")
        guard let name = parts.last else { throw IOFailure("open the folder", path, number: ENOENT) }
        let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
        return try makePath(above.isEmpty ? "." : above, mode: 0o777).makeFolder(String(name), mode: mode)
    }

    func pathOf(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// A folder in this one, or nil where there is none of that name.
    func folder(_ name: String) throws(IOFailure) -> Folder? {
        let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child < 0 else { return Folder(path: pathOf(name), descriptor: child) }
        let failure = IOFailure(
            "open the folder", pathOf(name),
            explanation: errno == ENOTDIR || errno == ELOOP ? "it is not a folder" : nil)
        if failure.isNotThere { return nil }
        throw failure
    }

    /// A folder in this one, made (and its name synced) where there is none.
    func makeFolder(_ name: String, mode: FileMode = 0o777) throws(IOFailure) -> Folder {
        if let existing = try folder(name) { return existing }
        if mkdirat(descriptor, name, mode) == 0 {
            try sync()
        } else if errno != EEXIST {
            throw IOFailure("make the folder", pathOf(name))
        }
        guard let made = try folder(name) else {
            throw IOFailure("open the folder", pathOf(name), number: ENOENT)
        }
        return made
    }

    /// Names in the folder in no order, without those that begin with a point.
    func names() throws(IOFailure) -> [String] {
        var names: [String] = []
        try eachEntry { name in
            guard name.pointee != CChar(bitPattern: UInt8(ascii: ".")) else { return }
            names.append(String(cString: name))
        }
        return names
    }

    /// How many entries it has, hidden ones included.
    func entryCount() throws(IOFailure) -> Int {
        var count = -2
        try eachEntry { _ in count += 1 }
        return count
    }

    /// Visits the names of all entries, itself (`.`) and the folder above it (`..`) included.
    func eachEntry(_ visit: (UnsafePointer<CChar>) -> Void) throws(IOFailure) {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            let failure = IOFailure("list the folder", path)
            if copy >= 0 { close(copy) }
            throw failure
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw IOFailure("list the folder", path) }
                return
            }
            withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { visit($0) }
            }
        }
    }

    /// Whether there is anything of that name.
    func holds(_ name: String) throws(IOFailure) -> Bool { try size(of: name) != nil }

    /// Whether there is surely nothing at a path below it. Links on the way are followed: what may be there is to be
    /// opened name by name.
    func lacks(_ path: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT
    }

    /// Opens a regular file for reading; nil where there is none of that name. Links and everything else that
    /// is not a plain file are refused without waiting for them.
    func file(_ name: String) throws(IOFailure) -> InputFile? {
        guard let file = try descriptor(of: name) else { return nil }
        return try InputFile(descriptor: file, path: pathOf(name))
    }

    /// The descriptor of such a file, or of something else than can be opened like one.
    func descriptor(of name: String) throws(IOFailure) -> Int32? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let kind = errno == ELOOP ? "it is a link" : errno == ENXIO ? "it is not a plain file" : nil
            let failure = IOFailure("read", pathOf(name), explanation: kind)
            if failure.isNotThere { return nil }
            throw failure
        }
        return file
    }

    /// Bytes in a file, without opening it; nil where there is none of that name.
    func size(of name: String) throws(IOFailure) -> Int? {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return Int(status.st_size) }
        let failure = IOFailure("read", pathOf(name))
        if failure.isNotThere { return nil }
        throw failure
    }

    /// What tells whether anything was added to it, taken from it or renamed in it.
    func stamp() -> FileStamp? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
    }

    /// The same of what lies in it under a name; nil where there is nothing, or it cannot be told.
    func stamp(of name: UnsafePointer<CChar>) -> FileStamp? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStamp(status) : nil
    }

    /// What lies in it, with the bytes in each, by name.
    func files() throws(IOFailure) -> [(name: String, size: Int)] {
        var files: [(name: String, size: Int)] = []
        for name in try names().sorted() { files.append((name, try size(of: name) ?? 0)) }
        return files
    }

    /// The whole content of a file; nil where there is none of that name.
    func read(_ name: String, limit: Int) throws(IOFailure) -> [UInt8]? {
        guard let file = try file(name) else { return nil }
        return try file.readAll(limit: limit)
    }

    /// Makes a new file that must not be there yet.
    ///
    /// - Parameter mode: its permissions, exactly; what is usual where there are none given.
    func create(_ name: String, mode: FileMode? = nil) throws(IOFailure) -> OutputFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = openat(self.descriptor, name, flags, mode ?? 0o666)
        guard descriptor >= 0 else { throw IOFailure("make", pathOf(name)) }
        let file = OutputFile(descriptor: descriptor, path: pathOf(name))
        if let mode { try file.setMode(mode) }
        return file
    }

    /// Puts new content in place of a file in one step, on disk when this returns. A file that is replaced
    /// leaves its permissions to the new one.
    ///
    /// - Parameter temporary: what it is called before it gets its name, and nobody else is making just now: what is
    ///   there of that name was left by a process that died, and goes.
    func replace(_ name: String, with bytes: [UInt8], by temporary: String) throws(IOFailure) {
        let mode = try file(name)?.mode
        try remove(temporary)
        do {
            let file = try create(temporary, mode: mode)
            try file.write(bytes)
            try file.sync()
            try rename(temporary, to: name, in: self)
        } catch {
            try? remove(temporary)
            throw error
        }
        try sync()
    }

    func rename(_ name: String, to newName: String, in folder: Folder) throws(IOFailure) {
        guard renameat(descriptor, name, folder.descriptor, newName) == 0 else {
            throw IOFailure("write", folder.pathOf(newName))
        }
    }

    /// Gives a file another name, in another folder perhaps, unless that is taken; says whether it did.
    func renameIfFree(_ name: String, to newName: String, in folder: Folder) throws(IOFailure) -> Bool {
        if csystem_rename_if_free(descriptor, name, folder.descriptor, newName) == 0 { return true }
        if errno == EEXIST { return false }
        // Not every file system knows that; a second name is never given in place of a file either.
        if linkat(descriptor, name, folder.descriptor, newName, 0) == 0 {
            try remove(name)
            return true
        }
        if errno == EEXIST { return false }
        // Not every file system lets a file have two names; looking first is the best that is left then.
        guard try !folder.holds(newName) else { return false }
        try rename(name, to: newName, in: folder)
        return true
    }

    /// Makes a folder that nobody else can look into and that has a name of its own.
    ///
    /// - Parameter path: where.
    static func makePrivate(in path: String) throws(IOFailure) -> Folder {
        var name = Array((path + "/sessions-XXXXXX").utf8CString)
        guard let made = mkdtemp(&name) else { throw IOFailure("make a folder in", path) }
        return try Folder(opening: String(cString: made))
    }

    /// Removes a file; one that is not there is no error.
    func remove(_ name: String) throws(IOFailure) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw IOFailure("remove", pathOf(name))
        }
    }

    /// Removes a folder in this one if it is empty; says whether it did.
    @discardableResult
    func removeEmptyFolder(_ name: String) -> Bool {
        unlinkat(descriptor, name, AT_REMOVEDIR) == 0
    }

    /// Removes this folder if it is empty, by its path.
    func removeIfEmpty() {
        rmdir(path)
    }

    func sync() throws(IOFailure) {
        guard System.sync(descriptor) else { throw IOFailure("sync the folder", path) }
    }

    /// Syncs the whole file system that holds it.
    func syncFileSystem() throws(IOFailure) {
        guard System.syncFileSystem(of: descriptor) else { throw IOFailure("sync", path) }
    }
}
