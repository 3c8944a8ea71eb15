/// A session or a template that an operation left there, and no operation removed.
enum GoneFileCheck: WorkspaceCheck {
    static let name = "gone-file"
    static let consequence = "Unless somebody removed it on purpose, it is lost here."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        // There files come and go with the branch, and git knows what became of them.
        guard GitCheckout(around: examination.workspace.path) == nil else { return [] }
        let operations = try examination.history().lastOperations.filter { path, operation in
            operation.leavesFile && kinds.contains(path.components[0])
        }
        let found = Set(examination.locations.map(\.id))
        return operations.sorted { $0.key.description < $1.key.description }.compactMap { path, operation in
            let id = SessionLocation(path)?.id
            // One that lies elsewhere is a finding of its own.
            guard id.map({ !found.contains($0) }) ?? true,
                !examination.staged.targets.contains(path.description), !isThere(path, in: examination)
            else { return nil }
            return finding(
                path.description, of: id,
                "it was there after operation \(operation.number), and no command removed it", as: .note,
                advice: "bring it back from a copy of the workspace, if it should be there")
        }
    }

    private static let kinds = [SessionLocation.folderName, TemplateFile.folderName]

    /// What a process is just putting there is not gone.
    private static func isThere(_ path: WorkspacePath, in examination: Examination) -> Bool {
        examination.holds(path) || examination.isAtWork || examination.holds(path)
    }
}
