/// A bit for each tag of a session, for its project and for each one above that: who looks for some of them passes
/// over nearly all sessions that lack one without looking at their texts.
///
/// Different labels can have the same bit, so that a session with all bits may still lack one. A label with other
/// letters than those of ASCII can be equal to one that is written with other bytes: it has all bits, and looking
/// for it needs none.
struct LabelMarks {
    private(set) var bits: UInt64 = 0

    mutating func add(tag: some Sequence<UInt8>) {
        var mark = Mark(.tag)
        for byte in tag { mark.add(byte) }
        bits |= mark.bits
    }

    mutating func add(project: some Sequence<UInt8>) {
        var mark = Mark(.project)
        for byte in project {
            if byte == UInt8(ascii: ".") { bits |= mark.bits }
            mark.add(byte)
        }
        bits |= mark.bits
    }

    /// What sessions have that have one of these tags.
    static func needed(tag names: [String]) -> UInt64 { needed(.tag, names) }

    /// What sessions have that are of one of these projects or one below it.
    static func needed(project names: [String]) -> UInt64 { needed(.project, names) }

    private static func needed(_ kind: Mark.Kind, _ names: [String]) -> UInt64 {
        // Of several, what all have in common: seldom anything.
        names.reduce(names.isEmpty ? 0 : .max) { bits, name in
            guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return 0 }
            var mark = Mark(kind)
            for byte in name.utf8 { mark.add(byte) }
            return bits & mark.bits
        }
    }

    private struct Mark {
        enum Kind: UInt64 {
            case tag, project
        }

        private var hash: UInt64
        private var isPlain = true

        init(_ kind: Kind) {
            hash = 0xcbf2_9ce4_8422_2325 ^ kind.rawValue
        }

        /// FNV-1a (Fowler, Noll, Vo).
        mutating func add(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3
            if byte >= 0x80 { isPlain = false }
        }

        /// One of 64, by the higher bits of the hash, which are the better ones.
        var bits: UInt64 {
            guard isPlain else { return .max }
            let mixed = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
            return 1 << (mixed >> 58)
        }
    }
}
