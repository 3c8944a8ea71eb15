/// An attachment whose content is not there.
enum MissingContentCheck: WorkspaceCheck {
    static let name = "missing-content"
    static let consequence = "The attachment can be neither opened nor copied."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        for session in examination.sessions where !session.attachments.isEmpty && !session.isExpired {
            let id = session.location.id
            let folder = examination.folder("attachments", id)
            for attachment in session.attachments {
                let isThere = try SessionsError.wrap { () throws(IOFailure) in
                    try folder?.holds(attachment.sha256) ?? false
                }
                if isThere || examination.staged.targets.contains("attachments/\(id)/\(attachment.sha256)") {
                    continue
                }
                findings.append(
                    finding(
                        session.location.path.description, of: id,
                        "the content of attachment '\(attachment.name)' is missing",
                        advice: "bring 'attachments/\(id)/\(attachment.sha256)' back from another copy, "
                            + "or remove the attachment and attach the file again"))
            }
        }
        return findings
    }
}
