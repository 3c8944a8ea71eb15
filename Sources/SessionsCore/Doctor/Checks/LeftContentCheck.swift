/// New content of a file that an interrupted operation could not put into place, as the file was changed meanwhile.
enum LeftContentCheck: WorkspaceCheck {
    static let name = "left-content"
    static let consequence =
        "A part of that operation did not happen, and only you can say whether it should."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let left = examination.folder("local", Recovery.leftFolderName) else { return [] }
        let log = try examination.folder("local").flatMap { local throws(SessionsError) in
            try SessionsError.wrap { () throws(IOFailure) in try OperationLog(readingIn: local) }
        }
        var findings: [Finding] = []
        for name in try SessionsError.wrap(left.names).sorted() {
            let parts = name.split(separator: ".").compactMap { Int($0) }
            guard parts.count == 2 else { continue }
            let record = try SessionsError.wrap { () throws(IOFailure) in try log?.record(parts[0]) }
            let file = record?.files.dropFirst(max(0, parts[1])).first { _ in true }
            let target = file.map { "'\($0.path)'" }
            findings.append(
                finding(
                    "local/\(Recovery.leftFolderName)/\(name)",
                    "it is what operation \(parts[0]) was to put into \(target ?? "a file")",
                    as: .note, advice: "compare the two, take over what is missing, and remove it"))
        }
        return findings
    }
}
