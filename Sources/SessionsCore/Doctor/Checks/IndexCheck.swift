/// An index that is there and cannot be used.
enum IndexCheck: WorkspaceCheck {
    static let name = "index"
    static let consequence = "Lists take longer, and are right all the same."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let local = examination.folder("local") else { return [] }
        let isThere = try SessionsError.wrap { () throws(IOFailure) in try local.holds(IndexFile.name) }
        guard isThere, SessionIndex(in: local) == nil else { return [] }
        return [
            finding(
                "local/\(IndexFile.name)", "it cannot be used", as: .note,
                advice: "a list of many sessions makes it anew")
        ]
    }
}
