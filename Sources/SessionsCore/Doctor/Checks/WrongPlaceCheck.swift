/// A session that does not lie under the month in which it was made.
enum WrongPlaceCheck: FileCheck {
    static let name = "wrong-place"
    static let consequence =
        "Another copy of the workspace has it elsewhere: once they are joined there are two of it."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.knownSession, let month = file.month, session.id == file.namedID else {
            return []
        }
        let right = SessionLocation(of: session)
        guard month != right.month else { return [] }
        return [
            FileProblem(
                pointer: JSONPointer("createdAt"),
                text: "it was made in \(right.month) and lies under \(month)",
                advice: "move it to '\(right.path)'", remedy: .move)
        ]
    }
}
