/// What a small file of a workspace holds.
struct FileContent: Equatable {
    let bytes: [UInt8]
    let mode: FileMode
}

extension Folder {
    /// The whole content of a file; nil where there is none of that name.
    func content(of name: String, limit: Int) throws(IOFailure) -> FileContent? {
        guard let file = try file(name) else { return nil }
        return FileContent(bytes: try file.readAll(limit: limit), mode: file.mode)
    }
}

extension Workspace {
    /// The file at a path; nil where there is none.
    func content(
        at path: WorkspacePath, limit: Int = Limits.sessionFile
    ) throws(SessionsError) -> FileContent? {
        try SessionsError.reading { () throws(IOFailure) in
            try folder(at: path.folders)?.content(of: path.name, limit: limit)
        }
    }

    /// Whether anything lies at a path, be it a file or not.
    func holds(_ path: WorkspacePath) throws(IOFailure) -> Bool {
        try folder(at: path.folders)?.holds(path.name) ?? false
    }
}

extension SessionsError {
    /// Reads what people and other programs can have put there: something that is no plain file, or too large
    /// a one, is damage and no failure of the machine.
    static func reading<Value>(_ body: () throws(IOFailure) -> Value) throws(SessionsError) -> Value {
        do { return try body() } catch {
            guard let explanation = error.explanation else { throw .io(error) }
            throw .damaged(path: error.path, problem: explanation)
        }
    }
}
