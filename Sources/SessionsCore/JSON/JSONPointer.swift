/// A path from an object down through members (RFC 6901): `/goals/g1/title`. `~` is written `~0`, `/` is
/// `~1`.
package struct JSONPointer: Sendable {
    /// The keys from the outermost on; none means the whole object.
    package let components: [String]

    /// The pointer through these keys, which are not escaped.
    package init(_ components: String...) {
        self.components = components
    }

    /// The same for an array of keys.
    package init(components: [String]) {
        self.components = components
    }

    /// Nil unless the text is empty or begins with `/`, and each `~` is followed by `0` or `1`.
    package init?(parsing text: String) {
        var components: [String] = []
        var current = ""
        var isEscape = false
        for scalar in text.unicodeScalars {
            switch (isEscape, scalar) {
            case (true, "0"): current.unicodeScalars.append("~")
            case (true, "1"): current.unicodeScalars.append("/")
            case (true, _): return nil
            case (false, "/"):
                components.append(current)
                current = ""
            case (false, "~"): break
            case (false, _): current.unicodeScalars.append(scalar)
            }
            isEscape = !isEscape && scalar == "~"
        }
        components.append(current)
        // What stands before the first slash.
        guard !isEscape, components.removeFirst().isEmpty else { return nil }
        self.components = components
    }

    /// The pointer to a member of what this one points to.
    package func appending(_ component: String) -> JSONPointer {
        JSONPointer(components: components + [component])
    }
}

extension JSONPointer: Equatable {
    /// By bytes, as keys are compared.
    package static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        left.components.elementsEqual(right.components) { $0.hasSameBytes(as: $1) }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer as RFC 6901 writes it; `init(parsing:)` reads it back.
    package var description: String {
        var text = ""
        for component in components {
            text.unicodeScalars.append("/")
            for scalar in component.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
