import SessionsCore

extension SessionsError {
    /// The same with sessions named as shortly as in all else that a person is shown.
    ///
    /// - Parameter shortIDs: only asked where a session is named.
    func withShortIDs(_ shortIDs: () throws -> ShortIDs) -> SessionsError {
        func shortened(_ make: (ShortIDs) -> SessionsError) -> SessionsError {
            (try? shortIDs()).map(make) ?? self
        }
        switch self {
        case .refused(let action, let subject, let reason, let way):
            return shortened { ids in
                .refused(
                    action: action, subject: ids.shortening(subject), reason: ids.shortening(reason),
                    way: way.map(ids.shortening))
            }
        case .elementNotFound(let kind, let reference, let session):
            return shortened {
                .elementNotFound(kind: kind, reference: reference, session: $0.short(session))
            }
        case .ambiguous(let kind, let reference, let candidates):
            return shortened { ids in
                .ambiguous(kind: kind, reference: reference, candidates: candidates.map(ids.shortening))
            }
        default: return self
        }
    }
}

extension ShortIDs {
    /// A text in which the ids of sessions that stand as words of their own, in quotes or not, are short. Those in
    /// paths stay.
    fileprivate func shortening(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let start = word.first == "'" ? word.index(after: word.startIndex) : word.startIndex
            let id = String(word[start...].prefix { $0.isLetter || $0.isNumber })
            let rest = word[start...].dropFirst(id.count)
            guard contains(id), rest.isEmpty || ["'", ",", ":"].contains(rest.first) else {
                return String(word)
            }
            return word[..<start] + short(id) + rest
        }.joined(separator: " ")
    }
}
