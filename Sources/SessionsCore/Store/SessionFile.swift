/// The file of a session: reading, checking and writing it.
enum SessionFile {
    /// Reads a session.
    ///
    /// - Parameter path: what messages call the file.
    /// - Throws: `damaged`, saying where and what was expected.
    static func parse(_ bytes: [UInt8], id: String, path: String) throws(SessionsError) -> Session {
        do throws(TextProblem) {
            let session = try parse(bytes)
            guard session.id == id else { throw wrongID(in: bytes, named: id) }
            return session
        } catch {
            throw .damaged(path: path, problem: error.description)
        }
    }

    /// Reads a session, whatever its file is called.
    static func parse(_ bytes: [UInt8]) throws(TextProblem) -> Session {
        let json: JSON
        do { json = try JSON(parsing: bytes, limits: JSONLimits(stringBytes: Limits.text)) } catch {
            throw TextProblem(error)
        }
        guard let document = json.objectValue else {
            throw TextProblem(
                SessionChecker.Problem(pointer: JSONPointer(), expected: "an object"), in: bytes)
        }
        do { try SessionChecker.check(document) } catch { throw TextProblem(error, in: bytes) }
        return Session(document: document)
    }

    /// Another id stands in the file than in its name.
    static func wrongID(in bytes: [UInt8], named id: String) -> TextProblem {
        let problem = SessionChecker.Problem(
            pointer: JSONPointer("id"), expected: "'\(id)', as its file is named")
        return TextProblem(problem, in: bytes)
    }

    /// Reads the session that lies in that folder, the one of its month; nil where it does not.
    static func read(
        _ location: SessionLocation, in folder: Folder
    ) throws(SessionsError) -> (session: Session, content: FileContent)? {
        let content = try SessionsError.reading { () throws(IOFailure) in
            try folder.content(of: location.fileName, limit: Limits.sessionFile)
        }
        guard let content else { return nil }
        let path = folder.pathOf(location.fileName)
        return (try parse(content.bytes, id: location.id, path: path), content)
    }

    /// The bytes a session is stored as.
    ///
    /// - Parameter count: bytes that they are, about.
    /// - Throws: `limit`, where they are more than would be read again.
    static func bytes(of session: Session, expecting count: Int = 4096) throws(SessionsError) -> [UInt8] {
        let bytes = JSON.object(session.document).bytes(.file, expecting: count)
        guard bytes.count <= Limits.sessionFile else {
            throw .limit(
                what: "the file of '\(session.id)', \(bytes.count) bytes,",
                limit: "\(Limits.sessionFile) bytes")
        }
        return bytes
    }
}
