/// An operation that was recorded and not carried out to its end.
enum UnfinishedOperationCheck: WorkspaceCheck {
    static let name = "unfinished-operation"
    static let consequence = "Some of the sessions it changes are as before it, others as after it."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        examination.staged.numbersWithRecord.map { number in
            finding(
                "local/tmp", "operation \(number) was interrupted",
                as: .note, advice: "the next command that changes something finishes it", mending: .lock)
        }
    }
}
