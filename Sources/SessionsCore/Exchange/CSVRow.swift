/// A line of comma-separated values as RFC 4180 has it: fields with commas, quotes or line ends stand in quotes,
/// quotes in them are doubled, and the line ends in CR LF.
package enum CSVRow {
    package static func text(_ fields: [String]) -> String {
        // A line without anything would be no line for those who pass over empty ones.
        if fields == [""] { return "\"\"\r\n" }
        return fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else { return field }
        var text = "\""
        for scalar in field.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }
}
