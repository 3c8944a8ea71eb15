/// What the texts of a session may be.
package enum SessionRules {
    /// One line that is not empty, without blanks around it.
    package static func title(_ text: String, of what: String = "title") throws(SessionsError) -> String {
        let title = trimmed(text)
        guard !title.isEmpty else { throw .invalid(what: "a \(what)", value: text, expected: "some text") }
        guard title.utf8.count <= Limits.title * 4, title.count <= Limits.title else {
            throw .limit(what: "a \(what) of \(title.count) characters", limit: "\(Limits.title) characters")
        }
        guard !title.contains(where: \.isNewline) else {
            throw .invalid(what: "a \(what)", value: title, expected: "one line")
        }
        return title
    }

    /// A command for the shell, as it was typed.
    package static func check(_ text: String) throws(SessionsError) -> String {
        guard text.contains(where: { !$0.isWhitespace }), !text.utf8.contains(0) else {
            throw .invalid(what: "a check", value: text, expected: "a command for the shell")
        }
        return text
    }

    /// What a goal counts for.
    static func weight(_ weight: Double) throws(SessionsError) {
        guard Goal.weights.contains(weight) else {
            throw .invalid(what: "a weight", value: "\(weight)", expected: "a number from 0 to 1,000,000")
        }
    }

    /// A text of any length; nil where there is nothing in it but blanks.
    package static func optional(_ text: String) -> String? {
        let trimmed = trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// `web.auth`: words joined by points, without blanks.
    package static func project(_ text: String) throws(SessionsError) -> String {
        guard isWord(text), !text.hasPrefix("."), !text.hasSuffix("."), !text.contains("..") else {
            throw .invalid(what: "a project", value: text, expected: "words joined by points, like web.auth")
        }
        return text
    }

    /// Tags in order, each once.
    package static func tags(_ tags: [String]) throws(SessionsError) -> [String] {
        for tag in tags where !isWord(tag) || tag.contains(",") {
            throw .invalid(what: "a tag", value: tag, expected: "one word without commas")
        }
        return sortedSet(tags)
    }

    /// A person's address, or any other name without blanks.
    package static func person(_ text: String) throws(SessionsError) -> String {
        guard isWord(text), text.utf8.count <= 254 else {
            throw .invalid(what: "a person", value: text, expected: "an e-mail address")
        }
        return text
    }

    /// The name a file is shown and saved under: one component of a path.
    package static func attachmentName(_ name: String) throws(SessionsError) -> String {
        guard name.utf8.count <= longestName else {
            throw .limit(
                what: "the file name '\(name)', \(name.utf8.count) bytes,", limit: "\(longestName) bytes")
        }
        guard !name.isEmpty, name.unicodeScalars.allSatisfy(canStandInName) else {
            throw .invalid(
                what: "a file name", value: name,
                expected: "one name without slashes, colons or control characters")
        }
        guard let last = name.utf8.last, last != UInt8(ascii: "."), last != UInt8(ascii: " "), !isDevice(name)
        else {
            throw .invalid(
                what: "a file name", value: name,
                expected: "one that every system can have: no device of Windows, no point or space at its end"
            )
        }
        return name
    }

    /// What a file is called as an attachment whose own name cannot be one's: what is wrong in it becomes `_`.
    package static func attachmentName(ofFile name: String) -> String {
        var taken = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            let scalar = canStandInName(scalar) ? scalar : "_"
            count += UTF8.width(scalar)
            if count > longestName { break }
            taken.append(scalar)
        }
        while let last = taken.last, last == "." || last == " " { taken.removeLast() }
        let name = String(taken)
        return name.isEmpty || isDevice(name) ? "_" + name.dropFirst() : name
    }

    /// Whether Windows takes it for a device, whatever stands behind its first point.
    private static func isDevice(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased().filter { $0 != " " }
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            && "123456789¹²³".contains(stem.suffix(1))
    }

    /// Bytes.
    private static let longestName = 255

    /// Nothing that leads elsewhere, or that a terminal obeys or hides.
    private static func canStandInName(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "/" && scalar != "\\" && scalar != ":" && !scalar.isUnfitForTerminals
    }

    /// Sorted by bytes, each once, as sets are stored.
    static func sortedSet(_ texts: [String]) -> [String] {
        var set: [String] = []
        for text in texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where set.last.map({ !$0.utf8.elementsEqual(text.utf8) }) ?? true {
            set.append(text)
        }
        return set
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.count <= Limits.title
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank = { (character: Character) in character.isWhitespace }
        guard let start = text.firstIndex(where: { !isBlank($0) }),
            let end = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[start...end])
    }
}

extension JSONNumber {
    /// Minutes, with decimals only where they are needed.
    static func minutes(_ amount: TimeAmount) -> JSONNumber {
        JSONNumber(amount.minutes) ?? JSONNumber(amount.seconds / 60)
    }
}
