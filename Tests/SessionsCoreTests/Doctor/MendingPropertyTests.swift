import Testing

@testable import SessionsCore

/// Whatever is damaged together: mending loses nothing, and can be taken back.
@Suite struct MendingPropertyTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private static let ids = ["k7m2q9wd4xhz", "bcdfghjkmnpq"]

    /// What can lie in a file of a session: sound, mendable, not to be read, of another session, of a later
    /// version.
    private static func texts(_ id: String, _ title: String) -> [String] {
        let text = SessionText.with(id: id, title: title)
        let comment =
            #",\n  "comments": {"c1": {"at": "2026-11-22T08:00:00.000Z", "text": "t", "inReplyTo": "c9"}}"#
            .replacing(#"\n"#, with: "\n")
        return [
            text, text, text.replacing("\n", with: "\r\n"), text.replacing("draft", with: "active"),
            text.replacing("2026-11", with: "2026-10"),
            SessionText.with(id: id, title: title, more: comment), "<<<<<<< \(title)\n" + text,
            "{ \(title)", SessionText.with(id: ids[0], title: title),
            SessionText.with(id: id, title: title, schema: 2),
        ]
    }

    private static func names(_ id: String) -> [String] {
        [
            "2026-11/\(id)", "2026-10/\(id)", "2025-01/\(id)", "2026-11/Copy of \(id)", "\(id)",
            "2026-13/\(id)",
        ]
    }

    /// Every content below a folder, and nothing of where it lies.
    private func contents(_ folder: String) throws -> Set<[UInt8]> {
        let files = try? bench.folder.contents(of: ".sessions/" + folder).filter { !$0.key.hasSuffix("/") }
        return Set((files ?? [:]).values)
    }

    private func files() throws -> [String: [UInt8]] {
        try bench.sessionFiles().filter { !$0.key.hasSuffix("/") }
    }

    @Test(arguments: UInt64(1)...60)
    func everyContentIsStillThere(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for number in 0..<Int.random(in: 2...6, using: &random) {
            let id = Self.ids[Int.random(in: 0...1, using: &random)]
            let name = Self.names(id).randomElement(using: &random) ?? id
            // Few titles, so that some are byte for byte the same.
            let text = Self.texts(id, "T\(number % 2)").randomElement(using: &random) ?? ""
            try bench.folder.write(text, at: ".sessions/sessions/\(name).json")
        }
        let (before, old) = (try files(), try contents("sessions"))
        guard try bench.mend() != nil else {
            #expect(try files() == before)
            return
        }
        let kept = try contents("sessions").union(contents("local/backups"))
        #expect(old.isSubset(of: kept), "seed \(seed)")
        #expect(try contents("local/left").isEmpty)
        try bench.undo()
        #expect(try files() == before, "seed \(seed)")
    }
}
