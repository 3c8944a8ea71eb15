/// A session whose id is not the one its file is named by.
enum WrongIDCheck: FileCheck {
    static let name = "wrong-id"
    static let consequence = "Nobody can say which of the two ids it has, so no list has it."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.session, let id = file.namedID, session.id != id else { return [] }
        return [
            FileProblem(
                pointer: JSONPointer("id"),
                text: "its id is '\(session.id)', and its file is named '\(id)'",
                advice: "where it is a copy, remove it; else name the file '\(session.id).json'")
        ]
    }
}
