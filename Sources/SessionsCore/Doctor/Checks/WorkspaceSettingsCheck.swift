/// `workspace.json` that cannot be read.
enum WorkspaceSettingsCheck: WorkspaceCheck {
    static let name = "workspace-settings"
    static let consequence = "Nothing can be changed in the workspace, as nobody can say who may."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        do throws(IOFailure) {
            let bytes = try examination.folder.read(WorkspaceSettings.fileName, limit: Limits.settings)
            guard let bytes else {
                return [
                    finding(
                        WorkspaceSettings.fileName, "it is missing",
                        advice: "make it again with 'sessions init' in the folder above, or bring it back")
                ]
            }
            return findings(in: bytes, WorkspaceSettings.fileName)
        } catch {
            return [
                finding(
                    WorkspaceSettings.fileName, "cannot \(error.action) it: \(error.reason)",
                    advice: "put a plain file in its place that can be read")
            ]
        }
    }

    /// What is wrong in the bytes of such a file.
    static func findings(in bytes: [UInt8], _ path: String) -> [Finding] {
        do throws(TextProblem) {
            let format = try WorkspaceSettings(parsing: bytes).format
            guard format > Workspace.format else { return [] }
            return [
                finding(
                    path, "its format \(format) is newer than this program's \(Workspace.format)",
                    as: .note, advice: "use a newer version of sessions")
            ]
        } catch {
            return [
                finding(
                    path, at: (error.line, error.column), error.text, advice: "mend it there in an editor")
            ]
        }
    }
}
