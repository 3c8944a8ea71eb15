/// One line of a session's history.
package struct Event: Comparable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case created, edited, started, paused, completed, archived, restored, added, removed, checked, merged
        case imported, undone
    }

    package let id: String
    /// 1 + the highest in the file when it was made.
    package let sequence: Int
    /// When it was recorded.
    package let at: Instant
    package let by: String
    package let kind: Kind?
    /// The JSON Pointer of what was set.
    package let path: String?
    package let from: JSON?
    package let to: JSON?
    /// The time claimed for it, where that is not when it was recorded.
    package let claimed: Instant?

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue else { return nil }
        self.id = id
        sequence = object["seq"]?.intValue ?? 0
        at = instant(object["at"]) ?? Instant(milliseconds: 0)
        by = object["by"]?.stringValue ?? ""
        kind = object["type"]?.stringValue.flatMap(Kind.init(rawValue:))
        path = object["path"]?.stringValue
        from = object["from"]
        to = object["to"]
        claimed = instant(object["for"])
    }

    /// When it happened, as far as anyone says.
    package var happened: Instant { claimed ?? at }

    /// By number, then time, then id: never by the clock alone.
    package static func < (a: Event, b: Event) -> Bool {
        (a.sequence, a.at, a.id) < (b.sequence, b.at, b.id)
    }
}
