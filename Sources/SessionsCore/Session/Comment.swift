/// What somebody said about a session.
package struct Comment: Equatable, Sendable {
    package let id: String
    package let at: Instant
    package let by: String
    package let text: String
    /// The comment it answers.
    package let inReplyTo: String?
    /// The people it names with `@`.
    package let mentions: [String]

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue, let text = object["text"]?.stringValue else { return nil }
        self.id = id
        self.text = text
        at = instant(object["at"]) ?? Instant(milliseconds: 0)
        by = object["by"]?.stringValue ?? ""
        inReplyTo = object["inReplyTo"]?.stringValue
        mentions = object["mentions"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
}
