/// An operation that was recorded and not carried out to its end.
enum UnfinishedOperationCheck: WorkspaceCheck {
    static let name = "unfinished-operation"
    static let consequence = "Some of the files it changes are as before it, others as after it."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        examination.staged.operations.map { operation in
            let files = operation.targets.joined(separator: ", ")
            return finding(
                "local/tmp", "operation \(operation.number) was interrupted: \(operation.command)",
                as: .note,
                advice: "the next command that changes something finishes it (\(files))", mending: .lock)
        }
    }
}
