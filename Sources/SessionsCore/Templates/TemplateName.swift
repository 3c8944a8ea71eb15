/// What templates and their fields can be called.
package enum TemplateName {
    private static let longest = 64

    /// The name of a template, which is that of its file too: words of lower-case letters and digits, joined by
    /// `-` or `.`.
    ///
    /// - Throws: `invalid`.
    package static func check(_ name: String) throws(SessionsError) -> String {
        guard isTemplate(name) else {
            throw .invalid(
                what: "a name for a template", value: name,
                expected: "lower-case letters and digits, '-' or '.' between them, like bug-fix")
        }
        return name
    }

    /// Whether a template can be called so. Nothing that is called so leads out of a folder or is hidden in it.
    static func isTemplate(_ name: String) -> Bool {
        let words = name.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        return name.utf8.count <= longest
            && words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isLetterOrDigit) }
    }

    /// What the name of a field is, for messages.
    static let ofField = "a name of lower-case letters, digits, '-' and '_' that begins with a letter"

    /// Whether a field can be called so. `title` is what is typed as the title of a session.
    static func isField(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= longest, name != TemplateText.title else {
            return false
        }
        return (97...122).contains(first)
            && name.utf8.allSatisfy {
                isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }

    /// The first words of a text as the name of a template; nil where there is nothing in it that a name can
    /// hold.
    package static func from(_ text: String) -> String? {
        let words = text.lowercased().utf8.split { !isLetterOrDigit($0) }.prefix(5)
        let name = words.map { String(decoding: $0.prefix(12), as: UTF8.self) }.joined(separator: "-")
        return name.isEmpty ? nil : name
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}
