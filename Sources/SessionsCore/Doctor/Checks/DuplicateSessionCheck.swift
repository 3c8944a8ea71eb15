/// One session in two months.
enum DuplicateSessionCheck: WorkspaceCheck {
    static let name = "duplicate-session"
    static let consequence = "Lists have it twice, and a command changes the first of them alone."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        var findings: [Finding] = []
        let locations = examination.sessions.map(\.location).sorted()
        for (first, second) in zip(locations, locations.dropFirst()) where first.id == second.id {
            let contents = try [first, second].map { location throws(SessionsError) in
                try examination.workspace.content(at: location.path)?.bytes
            }
            let isSame = contents[0] == contents[1]
            let right = contents[0].flatMap { try? SessionFile.parse($0) }.map(SessionLocation.init(of:))
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
