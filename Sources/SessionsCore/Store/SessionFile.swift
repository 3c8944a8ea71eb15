/// The file of a session: reading, checking and writing it.
enum SessionFile {
    /// Reads a session.
    ///
    /// - Parameter path: what messages call the file.
    /// - Throws: `damaged`, saying where and what was expected.
    static func parse(_ bytes: [UInt8], id: String, path: String) throws(SessionsError) -> Session {
        let json: JSON
        do {
            json = try JSON(parsing: bytes, limits: JSONLimits(stringBytes: Limits.text))
        } catch {
            throw .damaged(path: path, problem: error.description)
        }
        guard let document = json.objectValue else {
            throw .damaged(
                path: path, problem: "line 1, column 1: expected an object, found \(json.kindName)")
        }
        do {
            try SessionChecker.check(document)
        } catch {
            throw .damaged(path: path, problem: describe(error, in: bytes))
        }
        let session = Session(document: document)
        guard session.id == id else {
            let problem = SessionChecker.Problem(
                pointer: JSONPointer("id"), expected: "'\(id)', as its file is named")
            throw .damaged(path: path, problem: describe(problem, in: bytes))
        }
        return session
    }

    /// The bytes a session is stored as.
    static func bytes(of session: Session) -> [UInt8] {
        JSON.object(session.document).bytes(.file)
    }

    private static func describe(_ problem: SessionChecker.Problem, in bytes: [UInt8]) -> String {
        let position = JSONLocator.position(of: problem.pointer, in: bytes)
        return
            "line \(position.line), column \(position.column): expected \(problem.expected) at \(problem.pointer)"
    }
}
