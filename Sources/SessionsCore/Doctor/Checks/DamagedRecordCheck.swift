/// The record of an operation that is not what was written.
enum DamagedRecordCheck: WorkspaceCheck {
    static let name = "damaged-record"
    static let consequence =
        "Undo stops at it, as nobody can say what the operation did. The sessions are as they should be."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        try examination.history().damaged.map { record in
            // A link in its place has no content that could be kept.
            let content = try? examination.workspace.content(at: record.workspacePath)
            return finding(
                record.workspacePath.description, "it is not as operation \(record.number) was recorded",
                advice: "put it aside, so that older operations can be taken back",
                mending: content == nil ? nil : .remove(record.workspacePath))
        }
    }
}
