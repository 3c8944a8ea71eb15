/// Writes mdoc, the language of manual pages (mdoc(7)), so that text comes out as it went in.
///
/// Text stands on lines of its own, never behind a macro, where a word such as `No` would be one.
struct MdocText {
    /// Columns of the source; mandoc objects to more than 80.
    private static let width = 78

    private(set) var text = ""

    /// A line that begins with a point.
    /// - Parameter words: names of macros, escaped arguments and punctuation.
    mutating func macro(_ name: String, _ words: String...) {
        macro(name, words)
    }

    mutating func macro(_ name: String, _ words: [String]) {
        text += "." + ([name] + words).joined(separator: " ") + "\n"
    }

    /// Filled text. Every sentence begins a line, as the formatter sets the gap after it.
    mutating func paragraph(_ paragraph: String) {
        var line = ""
        func endLine() {
            if !line.isEmpty { text += Self.guarded(line) + "\n" }
            line = ""
        }
        for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let escaped = Self.escaped(String(word))
            if !line.isEmpty, line.utf8.count + 1 + escaped.utf8.count > Self.width { endLine() }
            line += (line.isEmpty ? "" : " ") + escaped
            if Self.endsSentence(word) { endLine() }
        }
        endLine()
    }

    /// Lines that are kept as they are.
    mutating func literal(_ lines: [some StringProtocol]) {
        macro("Bd", "-literal", "-offset", "indent")
        for line in lines { text += Self.guarded(Self.escaped(String(line))) + "\n" }
        macro("Ed")
    }

    private static func endsSentence(_ word: Substring) -> Bool {
        let end = word.reversed().drop { ")]'\"".contains($0) }.first
        return end.map { ".?!".contains($0) } ?? false
    }

    /// A word of a macro's line: quoted where it holds blanks, shielded where it could be a macro itself.
    static func argument(_ word: String) -> String {
        let escaped = escaped(word)
        let isMacro =
            (2...3).contains(escaped.utf8.count) && escaped.first?.isUppercase == true
            && escaped.last?.isLowercase == true
        let isPunctuation = escaped.utf8.count == 1 && escaped.first?.isLetter != true
        let shielded = isMacro || isPunctuation ? "\\&" + escaped : escaped
        guard shielded.isEmpty || shielded.contains(" ") else { return shielded }
        return "\"\(shielded)\""
    }

    /// Text without what means something to the formatter, in ASCII alone.
    ///
    /// A hyphen becomes `\-`, which comes out as the character people type and can be copied; a plain one may
    /// be set as a typographic hyphen.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "…": result += "..."
            // Straight quotes and accents, which some devices replace by curly ones.
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "\"": result += "\\(dq"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case " "..."\u{7e}": result.unicodeScalars.append(scalar)
            case "\t": result += "    "
            case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}": continue
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }

    /// A line of text that is taken for no request.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.isEmpty ? "\\&" + line : line
    }
}
