/// What a session is called and sorted under, read from its file without the rest of it.
package struct SessionLabels: Equatable, Sendable {
    package private(set) var title = ""
    package private(set) var project: String?
    package private(set) var tags: [String] = []

    /// Reads the bytes of a session's file; nil where they are none.
    package init?(_ bytes: [UInt8]) {
        let isRead = bytes.withUnsafeBytes { buffer in
            var scanner = JSONScanner(buffer, limits: JSONLimits(stringBytes: Limits.text))
            do throws(JSONError) {
                try read(&scanner)
                return true
            } catch {
                return false
            }
        }
        if !isRead { return nil }
    }

    private mutating func read(_ scanner: inout JSONScanner) throws(JSONError) {
        guard case .beginObject = try scanner.next() else { return }
        while case .key(let key) = try scanner.next() {
            switch scanner.rawBytes(key) {
            case let name where name.elementsEqual("title".utf8):
                if case .string(let text) = try scanner.skipValue() { title = scanner.string(text) }
            case let name where name.elementsEqual("project".utf8):
                if case .string(let text) = try scanner.skipValue() { project = scanner.string(text) }
            case let name where name.elementsEqual("tags".utf8):
                guard case .beginArray = try scanner.next() else { continue }
                while true {
                    let token = try scanner.skipValue()
                    if case .endArray = token { break }
                    if case .string(let text) = token { tags.append(scanner.string(text)) }
                }
            default:
                try scanner.skipValue()
            }
        }
    }
}
