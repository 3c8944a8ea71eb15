/// What a process that died was writing, and had not recorded: it did not happen.
enum LeftoverCheck: WorkspaceCheck {
    static let name = "leftover"
    static let consequence = "It takes up room, and is in nobody's way."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        let staged = examination.staged
        return staged.names.filter { name in
            !staged.operations.contains { StagingArea.operation(ofFileName: name) == $0.number }
        }.map { name in
            finding(
                "local/tmp/\(name)", "a command that was killed left it",
                as: .note, advice: "the next command that changes something removes it", mending: .lock)
        }
    }
}
