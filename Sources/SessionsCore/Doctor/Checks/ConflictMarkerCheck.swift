/// Two versions of a file that were merged as text.
enum ConflictMarkerCheck: FileCheck {
    static let name = "conflict-markers"
    static let consequence =
        "Two versions stand in one file: no list has its session until they are one again."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard file.problem != nil, let line = line(in: file.bytes) else { return [] }
        return [
            FileProblem(
                place: (line, 1), text: "conflict markers of a merge",
                advice: "choose between the two sides of each conflict in an editor, then 'git add' the file")
        ]
    }

    /// The first line that begins a conflict. A line break never stands inside a JSON text, so it cannot be what
    /// somebody wrote.
    static func line(in bytes: [UInt8]) -> Int? {
        let marker = Array("<<<<<<< ".utf8)
        var line = 1
        var isStart = true
        for index in bytes.indices {
            if isStart, bytes[index...].starts(with: marker) { return line }
            isStart = bytes[index] == UInt8(ascii: "\n")
            if isStart { line += 1 }
        }
        return nil
    }
}
