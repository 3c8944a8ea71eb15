/// What makes sessions alike, each feature as a fingerprint of 64 bits: small enough to be kept for every
/// session in an index, and compared without looking at a text.
///
/// Two different texts share a fingerprint by chance once in 10^19; a forecast then counts a session too
/// many.
package struct Likeness: Hashable, Sendable {
    /// Zero where there is no title.
    package let title: UInt64
    package let owner: UInt64
    package let project: UInt64
    package let kind: UInt64
    /// Zero where there are no tags.
    package let tags: UInt64

    /// - Parameters:
    ///   - title: compared without regard to case and to white space around it.
    ///   - project: sessions without one are alike in that.
    ///   - kind: the template; sessions without one are alike in that.
    ///   - tags: compared as a whole, in any order.
    package init(title: String, owner: String, project: String?, kind: String?, tags: [String]) {
        self.init(
            title: title.withBytes { Likeness.title($0) },
            owner: Likeness.fingerprint(owner.utf8),
            project: Likeness.fingerprint((project ?? "").utf8),
            kind: Likeness.fingerprint((kind ?? "").utf8),
            // A sum is the same in any order.
            tags: tags.isEmpty ? 0 : max(1, tags.reduce(0) { $0 &+ Likeness.fingerprint($1.utf8) }))
    }

    /// The same of a session in an index, without making texts of what it holds.
    init(of summary: SessionSummary) {
        var tags: UInt64 = 0
        summary.eachTag { tags &+= $0.withBytes { Likeness.fingerprint($0) } }
        self.init(
            title: summary.field(.title).withBytes { Likeness.title($0) },
            owner: summary.owner.withBytes { Likeness.fingerprint($0) },
            project: summary.field(.project).withBytes { Likeness.fingerprint($0) },
            kind: summary.field(.template).withBytes { Likeness.fingerprint($0) },
            tags: summary.flags.contains(.tag) ? max(1, tags) : 0)
    }

    /// From the fingerprints of one that was made of texts.
    package init(title: UInt64, owner: UInt64, project: UInt64, kind: UInt64, tags: UInt64) {
        self.title = title
        self.owner = owner
        self.project = project
        self.kind = kind
        self.tags = tags
    }

    /// In the order of `Features`.
    var fingerprints: [UInt64] { [title, owner, project, kind, tags] }

    /// FNV-1a (Fowler, Noll, Vo), never zero.
    private static func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return max(1, hash)
    }

    /// The fingerprint of a title, zero of an empty one.
    private static func title(_ text: UnsafeRawBufferPointer) -> UInt64 {
        // Nearly every title is ASCII that begins and ends with a visible character.
        let isVisible = { (byte: UInt8?) in byte.map { (0x21...0x7e).contains($0) } ?? false }
        if isVisible(text.first), isVisible(text.last), text.allSatisfy({ $0 < 0x80 }) {
            return fingerprint(text.lazy.map(FoldedText.folded))
        }
        let title = FoldedText(trimmed(String(decoding: text, as: UTF8.self))).bytes
        return title.isEmpty ? 0 : fingerprint(title)
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank = { (character: Character) in character.isWhitespace }
        guard let start = text.firstIndex(where: { !isBlank($0) }),
            let end = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[start...end])
    }
}

extension Likeness {
    struct Features: OptionSet, Sendable {
        let rawValue: UInt8

        static let title = Features(rawValue: 1)
        static let owner = Features(rawValue: 2)
        static let project = Features(rawValue: 4)
        static let kind = Features(rawValue: 8)
        static let tags = Features(rawValue: 16)

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Those that are so.
        @inline(__always)
        init(title: Bool, owner: Bool, project: Bool, kind: Bool, tags: Bool) {
            rawValue =
                (title ? 1 : 0) | (owner ? 2 : 0) | (project ? 4 : 0) | (kind ? 8 : 0) | (tags ? 16 : 0)
        }
    }

    /// What both have and is the same in both.
    func features(sharedWith other: Likeness) -> Features {
        var shared: Features = []
        if title == other.title, title != 0 { shared.insert(.title) }
        if owner == other.owner { shared.insert(.owner) }
        if project == other.project { shared.insert(.project) }
        if kind == other.kind { shared.insert(.kind) }
        if tags == other.tags, tags != 0 { shared.insert(.tags) }
        return shared
    }

    /// What all sessions have in common that are like this one on a level; nil where it lacks what the level
    /// compares. No two levels have the same.
    func group(on level: SimilarityLevel) -> Likeness? {
        let features = level.features
        if features.contains(.title), title == 0 { return nil }
        if features.contains(.tags), tags == 0 { return nil }
        return Likeness(
            title: features.contains(.title) ? title : 0,
            owner: features.contains(.owner) ? owner : 0,
            project: features.contains(.project) ? project : 0,
            kind: features.contains(.kind) ? kind : 0,
            tags: features.contains(.tags) ? tags : 0)
    }
}
