/// One session in two months.
enum DuplicateSessionCheck: WorkspaceCheck {
    static let name = "duplicate-session"
    static let consequence = "Lists have it twice, and a command changes the first of them alone."

    static func findings(in examination: Examination) -> [Finding] {
        var findings: [Finding] = []
        let locations = examination.locations.sorted()
        for (first, second) in zip(locations, locations.dropFirst()) where first.id == second.id {
            // What is no file is another version: that it cannot be read is a finding of its own.
            let contents = [first, second].map { try? examination.workspace.content(at: $0.path)?.bytes }
            let isSame = contents[0] != nil && contents[0] == contents[1]
            let sessions = contents.compactMap { $0.flatMap { try? SessionFile.parse($0) } }
            let right = sessions.first.map(SessionLocation.init(of:))
            let wrong = right == second ? first : second
            findings.append(
                finding(
                    wrong.path.description, of: first.id,
                    isSame
                        ? "it lies in '\((wrong == first ? second : first).path)' too, byte for byte"
                        : "another version of it lies in '\((wrong == first ? second : first).path)'",
                    advice: isSame ? "remove this copy" : "compare the two, and remove one",
                    mending: isSame ? .remove(wrong.path) : nil))
        }
        return findings
    }
}
