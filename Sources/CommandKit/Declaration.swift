/// What the shell can offer for a value, beside its choices.
package enum Completion: Sendable, Equatable {
    case none
    case file
    case folder
    /// A list that the program itself prints at the time, by name: `session`, `tag`.
    case dynamic(String)
}

/// One recorded call of `flag`, `option` or `argument`.
struct Declaration {
    enum Kind { case flag, option, argument }

    let kind: Kind
    let spelling: String
    let help: String
    var isRequired = false
    var isRepeatable = false
    var completion = Completion.none
    // Recorded for pages only: parsing needs none of them.
    var heading = ""
    var choices: [String] = []
    var defaultText = ""
}

/// The parts of an option as it is spelled in help: `-p, --project <name>`.
struct Spelling {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Whether this is one of the names. Compares in place, as dispatch asks this of every declaration for
    /// every option on the line.
    func contains(_ name: Substring) -> Bool {
        var expected = name.utf8.makeIterator()
        var isSame = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"):
                return false
            case UInt8(ascii: ","), UInt8(ascii: " "):
                if isSame, expected.next() == nil { return true }
                expected = name.utf8.makeIterator()
                isSame = true
            default:
                if isSame, expected.next() != byte { isSame = false }
            }
        }
        return isSame && expected.next() == nil
    }

    /// `["-p", "--project"]`
    var names: [String] { parts.names }

    /// What follows the names: `<name>`. An argument's spelling is all value.
    var value: String? { parts.value }

    private var parts: (names: [String], value: String?) {
        var names: [String] = []
        var rest = text[...]
        while rest.hasPrefix("-") {
            names.append(String(rest.prefix { $0 != "," && $0 != " " }))
            rest = rest.dropFirst(names.last?.count ?? 0)
            if rest.hasPrefix(",") { rest = rest.dropFirst() }
            if rest.hasPrefix(" ") { rest = rest.dropFirst() }
        }
        return (names, rest.isEmpty ? nil : String(rest))
    }
}
