/// A file that belongs to a session. Its content lies under its hash; its name is only a word.
package struct Attachment: Equatable, Sendable {
    package let id: String
    package let at: Instant
    package let by: String
    package let name: String
    package let mediaType: String
    package let sha256: String
    /// Bytes; nil where whoever wrote the file did not say.
    private let knownSize: Int?

    /// Bytes, as far as that is known.
    package var size: Int { knownSize ?? 0 }

    /// Whether content of that many bytes can be its own. What is longer than it was need not be read to say so.
    func canBe(_ size: Int) -> Bool { knownSize.map { $0 == size } ?? true }

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue, let name = object["name"]?.stringValue,
            let sha256 = object["sha256"]?.stringValue
        else { return nil }
        self.id = id
        self.name = name
        self.sha256 = sha256
        at = instant(object["at"]) ?? Instant(milliseconds: 0)
        by = object["by"]?.stringValue ?? ""
        mediaType = object["mediaType"]?.stringValue ?? "application/octet-stream"
        knownSize = object["size"]?.intValue
    }
}
