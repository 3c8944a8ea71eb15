/// A file whose content has been taken in, to be named by a session.
package struct StoredContent: Equatable, Sendable {
    /// As 64 hexadecimal digits.
    package let sha256: String
    /// Bytes.
    package let size: Int
}

extension Engine {
    /// Names a file's content in a session. False where that very content stands there under that name.
    package func attach(
        _ content: StoredContent, as name: String, to session: inout Session
    ) throws(SessionsError) -> Bool {
        let name = try SessionRules.attachmentName(name)
        guard !session.attachments.contains(where: { $0.name == name && $0.sha256 == content.sha256 }) else {
            return false
        }
        return try edit(&session, needing: .contribute) { edit throws(SessionsError) in
            let path = JSONPointer("attachments", edit.newID(.attachment, in: "attachments"))
            try edit.store(
                [
                    "at": .string(now.rfc3339), "by": .string(user), "mediaType": .string(MediaType.of(name)),
                    "name": .string(name), "sha256": .string(content.sha256),
                    "size": .number(JSONNumber(content.size)),
                ], at: path)
            edit.record(.added, at: path, to: .string(name))
        }
    }
}

/// What kind of content a file holds, told by its name: the common ones of the IANA registry.
enum MediaType {
    static func of(_ name: String) -> String {
        switch name.split(separator: ".").dropFirst().last?.lowercased() {
        case "txt", "log", "text": "text/plain"
        case "md", "markdown": "text/markdown"
        case "csv": "text/csv"
        case "html", "htm": "text/html"
        case "patch", "diff": "text/x-diff"
        case "json": "application/json"
        case "pdf": "application/pdf"
        case "zip": "application/zip"
        case "gz", "tgz": "application/gzip"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "svg": "image/svg+xml"
        case "webp": "image/webp"
        case "mp4": "video/mp4"
        default: "application/octet-stream"
        }
    }
}
