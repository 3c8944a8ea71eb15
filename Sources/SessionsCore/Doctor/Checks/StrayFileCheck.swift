/// A session in a file that is not named as those of sessions are, or lies in no month.
enum StrayFileCheck: WorkspaceCheck {
    static let name = "stray-file"
    static let consequence = "No list has a session whose file is named otherwise or lies elsewhere."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let sessions = examination.folder("sessions") else { return [] }
        var findings = try look(in: sessions, ["sessions"], examination)
        var competing: [(index: Int, path: String)] = []
        for name in try SessionsError.wrap(sessions.names).sorted() {
            let isMonth = CalendarDay(name + "-01") != nil
            let found =
                isMonth
                ? examination.folder("sessions", name)
                : try unlessStrange { () throws(IOFailure) in try sessions.folder(name) }
            guard let folder = found else { continue }
            findings += try look(in: folder, ["sessions", name], examination)
        }
        // Of several that are one session, only the person can say which is the right one.
        for index in findings.indices where findings[index].isMendable {
            let id = findings[index].sessionID
            let other = findings.first { $0.sessionID == id && $0.path != findings[index].path }
            guard let other else { continue }
            competing.append((index, other.path))
        }
        for (index, path) in competing {
            findings[index].mending = nil
            findings[index].advice = "compare it with '\(path)', and remove one"
        }
        return findings
    }

    private static func look(
        in folder: Folder, _ path: [String], _ examination: Examination
    ) throws(SessionsError) -> [Finding] {
        let isMonth = path.count == 2 && CalendarDay(path[1] + "-01") != nil
        var findings: [Finding] = []
        for name in try SessionsError.wrap(folder.names).sorted() where name.hasSuffix(".json") {
            if isMonth, SessionLocation(fileName: name, month: "") != nil { continue }
            // What is no session is not ours.
            let read = try unlessStrange { () throws(IOFailure) in
                try folder.read(name, limit: Limits.sessionFile)
            }
            guard let bytes = read, let session = try? SessionFile.parse(bytes)
            else { continue }
            let location = SessionLocation(of: session)
            let file = WorkspacePath(path + [name])
            if examination.sessions.contains(where: { $0.location.id == location.id }) {
                findings.append(
                    finding(
                        file.description, of: session.id, "it holds session '\(session.id)' once more",
                        as: .note, advice: "where nothing in it is needed any more, remove it"))
            } else if let taken = examination.locations.first(where: { $0.id == location.id }) {
                findings.append(
                    finding(
                        file.description, of: session.id,
                        "it holds session '\(session.id)', and is not named so",
                        advice: "'\(taken.path)' holds none that can be read: compare the two, and keep one"))
            } else {
                findings.append(
                    finding(
                        file.description, of: session.id,
                        "it holds session '\(session.id)', and is not named so",
                        advice: "move it to '\(location.path)'", mending: .move(file, to: location.path)))
            }
        }
        return findings
    }

    /// What is no plain file or folder, or not for this person to read, is nobody's session.
    private static func unlessStrange<Value>(
        _ open: () throws(IOFailure) -> Value?
    ) throws(SessionsError) -> Value? {
        do { return try open() } catch {
            guard error.explanation != nil || error.isReadOnly else { throw .io(error) }
            return nil
        }
    }
}
