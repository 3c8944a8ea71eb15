/// A file that cannot be read, or whose text is no session.
enum UnreadableFileCheck: FileCheck {
    static let name = "unreadable"
    static let consequence = "No list has its session, and no command can change it."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        if let failure = file.failure, !failure.isSpecialFile {
            let advice =
                failure.isReadOnly ? "check who owns it and its permissions" : "check the disk it is on"
            return [
                FileProblem(
                    text: "cannot \(failure.action) it: \(failure.reason)",
                    advice: failure.isTooLarge ? "take out of it what makes it so large" : advice)
            ]
        }
        guard let problem = file.problem, ConflictMarkerCheck.line(in: file.bytes) == nil else { return [] }
        return [
            FileProblem(
                place: (problem.line, problem.column), text: problem.text,
                advice: "mend it there in an editor, or bring an earlier version of the file back")
        ]
    }
}
