/// Which sessions are meant: conditions that must all hold.
package struct Query: Equatable, Sendable {
    enum Condition: Equatable, Sendable {
        /// Any of these.
        case status([Status])
        case tag([String])
        /// A project and those below it.
        case project([String])
        case template([String])
        /// Words to be found in the text, folded.
        case text(FoldedText)
    }

    var conditions: [Condition] = []

    package init() {}

    /// The words that are searched for.
    package var words: [FoldedText] {
        conditions.compactMap { if case .text(let word) = $0 { word } else { nil } }
    }

    /// Whether the query itself says which statuses it means.
    package var namesStatus: Bool {
        conditions.contains { if case .status = $0 { true } else { false } }
    }

    /// How archived sessions are looked at.
    package enum ArchiveRule: Sendable {
        /// They are out of sight unless the query names a status.
        case hidden
        /// They count, and match the status they had.
        case counted
        /// They are there under their own status.
        case shown
    }

    /// Whether a session is meant.
    package func matches(_ session: Session, _ rule: ArchiveRule) -> Bool {
        if rule == .hidden, session.isArchived, !namesStatus { return false }
        var searched: SearchText?
        return conditions.allSatisfy { condition in
            switch condition {
            case .status(let statuses):
                return statuses.contains(session.status)
                    || rule == .counted && statuses.contains(session.statusBefore)
            case .tag(let tags): return tags.contains(where: session.tags.contains)
            case .project(let projects):
                return projects.contains { name in
                    session.project.map { $0 == name || $0.hasPrefix(name + ".") } ?? false
                }
            case .template(let names): return session.template.map(names.contains) ?? false
            case .text(let word):
                let text = searched ?? SearchText(of: session)
                searched = text
                return text.contains(word)
            }
        }
    }
}

/// Text made ready to be compared without regard to case.
package struct FoldedText: Equatable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            bytes = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        } else {
            bytes = Array(text.lowercased().utf8)
        }
    }

    package func contains(_ other: FoldedText) -> Bool { ByteSearch.contains(bytes, other.bytes) }
}
