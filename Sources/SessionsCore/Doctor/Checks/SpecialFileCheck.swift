/// A link, a folder or a pipe where a file should be.
enum SpecialFileCheck: FileCheck {
    static let name = "special-file"
    static let consequence = "Only plain files are read, as a link could lead out of the workspace."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let failure = file.failure, failure.isSpecialFile else { return [] }
        return [FileProblem(text: failure.reason, advice: "put the file itself in its place")]
    }
}

extension IOFailure {
    /// Whether something that is no plain file, or no folder, stands there. Too large a file is one.
    var isSpecialFile: Bool { explanation != nil && !isTooLarge }
}
