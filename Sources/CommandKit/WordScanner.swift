/// Sorts the words of a command line into uses of options and arguments, knowing what is declared.
///
/// The rules are those of getopt_long with two exceptions: a word of `-` and a digit is an argument, and
/// names are never abbreviated. It goes on after a mistake, so that a later `-h` is still seen.
struct WordScanner {
    struct Use {
        /// Index into the declarations.
        let declaration: Int
        /// The option as it was typed, `-n` or `--limit`.
        let name: String
        /// Empty for a flag.
        let value: String
        let position: Int
    }

    private(set) var uses: [Use] = []
    /// Indices of the words that are no options.
    private(set) var arguments: [Int] = []
    private(set) var failure: Failure?
    let words: [String]
    private let declarations: [Declaration]

    init(_ words: [String], _ declarations: [Declaration]) {
        self.words = words
        self.declarations = declarations
    }

    /// Whether a word stands for options (or is the `--` that ends them) where no value is awaited.
    static func isOption(_ word: String) -> Bool {
        var bytes = word.utf8.makeIterator()
        guard bytes.next() == UInt8(ascii: "-"), let second = bytes.next() else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second)
    }

    mutating func scan() {
        var index = 0
        while index < words.count, words[index] != "--" {
            if Self.isOption(words[index]) {
                index = scanOption(at: index)
            } else {
                arguments.append(index)
                index += 1
            }
        }
        index += 1
        while index < words.count {
            arguments.append(index)
            index += 1
        }
    }

    /// Reads the options of one word, and the next word where it is their value.
    /// - Returns: the index of the word after them.
    mutating func scanOption(at index: Int) -> Int {
        let word = words[index]
        return word.utf8.starts(with: "--".utf8)
            ? scanLong(word, at: index) : scanShort(word, at: index)
    }

    private mutating func scanLong(_ word: String, at index: Int) -> Int {
        let equals = word.utf8.firstIndex(of: UInt8(ascii: "="))
        let name = word[..<(equals ?? word.endIndex)]
        guard let found = declaration(named: name) else {
            fail("unknown option '\(name)'", at: index, hint: hint(for: name))
            return index + 1
        }
        let attached = equals.map { word[word.utf8.index(after: $0)...] }
        if declarations[found].kind == .flag {
            if attached == nil {
                use(found, name, "", at: index)
            } else {
                fail("option '\(name)' takes no value", at: index)
            }
            return index + 1
        }
        return scanValue(of: found, name, attached: attached, at: index)
    }

    /// A bundle: flags, the last of which may be an option with its value attached or following.
    private mutating func scanShort(_ word: String, at index: Int) -> Int {
        // By scalar, so that a combining mark at the start of a value is not taken for a part of the letter.
        var letters = word.unicodeScalars.dropFirst()
        while let letter = letters.popFirst() {
            let name = "-" + String(letter)
            guard let found = declaration(named: name[...]) else {
                let place = word == name ? "" : " in '\(word)'"
                fail("unknown option '\(name)'\(place)", at: index, hint: hint(for: word[...]))
                return index + 1
            }
            if declarations[found].kind == .option {
                let attached = letters.isEmpty ? nil : Substring(letters)
                return scanValue(of: found, name[...], attached: attached, at: index)
            }
            if letters.first == "=" {
                fail("option '\(name)' takes no value", at: index)
                return index + 1
            }
            use(found, name[...], "", at: index)
        }
        return index + 1
    }

    private mutating func scanValue(
        of found: Int, _ name: Substring, attached: Substring?, at index: Int
    ) -> Int {
        if let attached {
            use(found, name, String(attached), at: index)
            return index + 1
        }
        guard index + 1 < words.count else {
            fail("option '\(name)' needs a value", at: index)
            return index + 1
        }
        use(found, name, words[index + 1], at: index)
        return index + 2
    }

    private mutating func use(_ declaration: Int, _ name: Substring, _ value: String, at position: Int) {
        uses.append(Use(declaration: declaration, name: String(name), value: value, position: position))
    }

    private mutating func fail(_ message: String, at position: Int, hint: String? = nil) {
        if failure == nil { failure = Failure(position: position, message: message, hint: hint) }
    }

    private func declaration(named name: Substring) -> Int? {
        declarations.firstIndex { Spelling($0.spelling).contains(name) }
    }

    /// Long names are compared without their dashes, so that `-json` finds `--json`.
    private func hint(for typed: Substring) -> String? {
        let names = declarations.flatMap { Spelling($0.spelling).names }.filter { $0.hasPrefix("--") }
        let word = typed.prefix { $0 != "=" }.drop { $0 == "-" }
        return Suggestion.nearest(to: String(word), among: names.map { String($0.dropFirst(2)) })
            .map { "did you mean '--\($0)'?" }
    }
}
