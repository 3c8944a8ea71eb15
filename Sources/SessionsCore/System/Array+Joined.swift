extension [String] {
    /// The same as `joined(separator:)`, which has the runtime look through all conformances of the program the first
    /// time: on the everyday path that is a tenth of what a change takes.
    package func joined(by separator: String) -> String {
        var text = ""
        for (index, part) in enumerated() {
            if index > 0 { text += separator }
            text += part
        }
        return text
    }
}
