/// A link or a file where a folder of the workspace should be, or one that cannot be opened.
enum SpecialFolderCheck: WorkspaceCheck {
    static let name = SpecialFileCheck.name
    static let consequence = SpecialFileCheck.consequence

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        func look(at names: [String], in folder: Folder, _ path: String) {
            for name in names {
                do throws(IOFailure) { _ = try folder.folder(name) } catch {
                    guard error.isSpecialFile else {
                        findings.append(
                            Finding(
                                check: UnreadableFileCheck.name, severity: .damage, path: path + name,
                                place: nil,
                                sessionID: nil, problem: "cannot \(error.action) it: \(error.reason)",
                                consequence: "Nothing in it can be read.",
                                advice: "check who owns it and its permissions"))
                        continue
                    }
                    findings.append(
                        finding(path + name, error.reason, advice: "put the folder itself in its place"))
                }
            }
        }
        look(at: ["sessions", "attachments", "templates", "local"], in: examination.folder, "")
        if let sessions = examination.folder("sessions") {
            let months = try SessionsError.wrap(sessions.names).filter { CalendarDay($0 + "-01") != nil }
            look(at: months.sorted(), in: sessions, "sessions/")
        }
        if let attachments = examination.folder("attachments") {
            let ids = try SessionsError.wrap(attachments.names).filter(Identifier.isSession)
            look(at: ids.sorted(), in: attachments, "attachments/")
        }
        if let local = examination.folder("local") {
            look(at: [StagingArea.folderName, "operations", "marks"], in: local, "local/")
        }
        return findings
    }
}
