/// The settings of the person that cannot be read.
enum ConfigurationCheck: WorkspaceCheck {
    static let name = "configuration"
    static let consequence = "Nothing can be changed, as nobody can say who you are."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let folder = examination.configurationFolder else { return [] }
        let path = UserConfiguration.path(in: folder)
        do throws(IOFailure) {
            let bytes = try InputFile(opening: path).readAll(limit: Limits.settings)
            return findings(in: bytes, path)
        } catch {
            if error.isNotThere { return [] }
            return [
                finding(
                    path, "cannot \(error.action) it: \(error.reason)",
                    advice: "check what it is and who may read it")
            ]
        }
    }

    /// What is wrong in the bytes of such a file.
    static func findings(in bytes: [UInt8], _ path: String) -> [Finding] {
        do throws(TextProblem) { _ = try UserConfiguration.parse(bytes) } catch {
            return [
                finding(
                    path, at: (error.line, error.column), error.text, advice: "mend it there in an editor")
            ]
        }
        return []
    }
}
