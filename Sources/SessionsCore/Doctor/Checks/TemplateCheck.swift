/// A template, of the workspace or of the person, that cannot be used, or not as it was meant.
enum TemplateCheck: WorkspaceCheck {
    static let name = "template"
    static let consequence = "No session can be made of it as it was meant."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        if let folder = examination.folder(TemplateFile.folderName) {
            findings = try look(in: folder, shownAs: TemplateFile.folderName) {
                name throws(IOFailure) in try folder.read(name, limit: Limits.settings)
            }
        }
        guard let configuration = examination.configurationFolder else { return findings }
        let path = configuration + "/" + TemplateFile.folderName
        let folder: Folder
        do { folder = try Folder(opening: path) } catch {
            if error.isNotThere { return findings }
            return findings + [
                finding(
                    path, "cannot \(error.action): \(error.reason)",
                    advice: "check what it is and who may read it")
            ]
        }
        // Many keep their own files elsewhere and links here.
        return try findings
            + look(in: folder, shownAs: path) { name throws(IOFailure) in
                try InputFile(opening: folder.pathOf(name)).readAll(limit: Limits.settings)
            }
    }

    private static func look(
        in folder: Folder, shownAs shown: String, _ read: (String) throws(IOFailure) -> [UInt8]?
    ) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        for name in try SessionsError.wrap(folder.names).sorted() where name.hasSuffix(".json") {
            let path = shown + "/" + name
            do throws(IOFailure) {
                guard let bytes = try read(name) else { continue }
                findings += self.findings(in: bytes, path)
            } catch {
                if !error.isNotThere { findings.append(unreadable(path, error)) }
            }
        }
        return findings
    }

    /// What is wrong in the bytes of such a file.
    static func findings(in bytes: [UInt8], _ path: String) -> [Finding] {
        let fileName = path.split(separator: "/").last.map(String.init) ?? ""
        guard let name = TemplateFile.template(ofFile: fileName) else {
            return [
                finding(
                    path, "no template can be called so",
                    advice: "name it by lower-case letters and digits with '-' or '.' between them")
            ]
        }
        do throws(TemplateFile.Fault) {
            let template = try TemplateFile.read(bytes, named: name, of: .workspace)
            return template.remarks.map { remark in
                finding(path, remark, as: .note, advice: "look whether it is a slip of the hand")
            }
        } catch {
            switch error {
            case .newer(let schema):
                return [
                    finding(
                        path, "its format \(schema) is newer than this program's \(Template.schema)",
                        as: .note, advice: "use a newer version of sessions")
                ]
            case .wrong(let problem):
                return [
                    finding(
                        path, at: (problem.line, problem.column), problem.text,
                        advice: "mend it there in an editor")
                ]
            }
        }
    }

    private static func unreadable(_ path: String, _ failure: IOFailure) -> Finding {
        finding(
            path, "cannot \(failure.action) it: \(failure.reason)",
            advice: "put a plain file in its place that can be read")
    }
}
