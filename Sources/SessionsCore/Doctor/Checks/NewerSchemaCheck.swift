/// A session that a later version wrote.
enum NewerSchemaCheck: FileCheck {
    static let name = "newer-schema"
    static let consequence =
        "This version reads it and never changes it, and cannot tell whether all is right in it."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.session, session.schema > Session.schema else { return [] }
        return [
            FileProblem(
                severity: .note, pointer: JSONPointer("schema"),
                text: "its format \(session.schema) is newer than this program's \(Session.schema)",
                advice: "use a newer version of sessions")
        ]
    }
}
