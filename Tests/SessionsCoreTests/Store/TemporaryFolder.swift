@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder of its own for a test, gone with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        // In memory where the system has such a place: nothing here is to survive, and syncing costs nothing.
        let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(parent)/sessions-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw IOFailure("make a folder in", parent) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        TemporaryFolder.removeAll(path)
    }

    private static func removeAll(_ path: String) {
        if let names = try? TemporaryFolder.allNames(in: path) {
            chmod(path, 0o700)
            for name in names { removeAll(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// Throws for what is not a folder, links to folders among them.
    private static func allNames(in path: String) throws -> [String] {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) else {
            throw IOFailure("list", path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ bytes: [UInt8], at name: String, mode: FileMode = 0o644) throws {
        let parts = (path + "/" + name).split(separator: "/")
        let folder = try Folder.makePath("/" + parts.dropLast().joined(separator: "/"), mode: 0o755)
        try folder.remove(String(parts[parts.count - 1]))
        try folder.create(String(parts[parts.count - 1]), mode: mode).write(bytes)
    }

    func write(_ text: String, at name: String, mode: FileMode = 0o644) throws {
        try write(Array(text.utf8), at: name, mode: mode)
    }

    /// Gives a file that is there other content, in its place, as some editors do.
    func rewrite(_ text: String, at name: String) {
        let descriptor = open(path + "/" + name, O_WRONLY | O_TRUNC | O_CLOEXEC)
        defer { close(descriptor) }
        pwrite(descriptor, Array(text.utf8), text.utf8.count, 0)
    }

    func bytes(at name: String) -> [UInt8]? {
        try? InputFile(opening: path + "/" + name).readAll(limit: 1 << 30)
    }

    func text(at name: String) -> String? { bytes(at: name).map { String(decoding: $0, as: UTF8.self) } }

    func makeFolder(_ name: String, mode: FileMode = 0o755) throws {
        _ = try Folder.makePath(path + "/" + name, mode: mode)
        chmod(path + "/" + name, mode)
    }

    func makeLink(_ name: String, to target: String) { symlink(target, path + "/" + name) }

    func makePipe(_ name: String) { mkfifo(path + "/" + name, 0o644) }

    /// Has a file be as old as that, in seconds.
    func age(_ name: String, by seconds: Int) {
        var times = [timeval(), timeval()]
        for index in times.indices { times[index].tv_sec = time(nil) - seconds }
        utimes(path + "/" + name, times)
    }

    func remove(_ name: String) { TemporaryFolder.removeAll(path + "/" + name) }

    func mode(of name: String) -> FileMode? {
        var status = stat()
        return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Every file below, by its path, with its bytes and permissions; folders too.
    func contents(of name: String = "") throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for child in try TemporaryFolder.allNames(in: path + "/" + name) {
            let childName = name.isEmpty ? child : name + "/" + child
            if (try? TemporaryFolder.allNames(in: path + "/" + childName)) != nil {
                contents[childName + "/"] = []
                contents.merge(try self.contents(of: childName)) { first, _ in first }
            } else {
                contents[childName] = (bytes(at: childName) ?? []) + Array("\(mode(of: childName) ?? 0)".utf8)
            }
        }
        return contents
    }
}
