/// An attachment whose content is no longer what was attached: its size always, its hash where that is asked.
enum ChangedContentCheck: WorkspaceCheck {
    static let name = "changed-content"
    static let consequence = "What was attached is lost here, and is not given out."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        for session in examination.sessions where !session.attachments.isEmpty {
            let id = session.location.id
            guard let folder = examination.folder("attachments", id) else { continue }
            for attachment in session.attachments {
                guard let change = try change(of: attachment, in: folder, examination.comparesHashes) else {
                    continue
                }
                findings.append(
                    finding(
                        "attachments/\(id)/\(attachment.sha256)", of: id,
                        "it is not what was attached as '\(attachment.name)': \(change)",
                        advice: "bring it back from another copy of the workspace"))
            }
        }
        return findings
    }

    private static func change(
        of attachment: Attachment, in folder: Folder, _ comparesHashes: Bool
    ) throws(SessionsError) -> String? {
        do throws(IOFailure) {
            guard let file = try folder.file(attachment.sha256) else { return nil }
            if !attachment.canBe(file.size) {
                return "\(file.size) bytes instead of \(attachment.size)"
            }
            guard comparesHashes, try SHA256.hex(of: file) != attachment.sha256 else { return nil }
            return "its hash is another"
        } catch {
            guard error.isSpecialFile else { throw .io(error) }
            return error.reason
        }
    }
}
