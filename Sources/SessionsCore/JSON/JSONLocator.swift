/// Finds where in a text a value stands, for messages about a document that is well formed but not right.
enum JSONLocator {
    /// The line and column (in Unicode scalars, both from 1) of the value at a path, or of the innermost object
    /// on the way to it that is there. Linear in what comes before.
    static func position(of pointer: JSONPointer, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let offset = bytes.withUnsafeBytes { buffer in
            var scanner = JSONScanner(buffer)
            return JSONLocator.offset(of: pointer.components[...], in: &scanner)
        }
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (
            before.count { $0 == UInt8(ascii: "\n") } + 1,
            String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
        )
    }

    /// Offset of the first byte of the value that comes next, or of the one inside it that is looked for.
    private static func offset(of path: ArraySlice<String>, in scanner: inout JSONScanner) -> Int {
        var start = scanner.position
        do throws(JSONError) {
            guard let name = path.first else {
                let token = try scanner.next()
                return token.start ?? scanner.position - 1
            }
            guard try scanner.next() == .beginObject else { return start }
            start = scanner.position - 1
            while case .key(let key) = try scanner.next() {
                if scanner.string(key) == name { return offset(of: path.dropFirst(), in: &scanner) }
                try scanner.skipValue()
            }
        } catch {
            return start
        }
        return start
    }
}

extension JSONScanner.Token {
    /// Where the value begins, told by what has been read of it.
    fileprivate var start: Int? {
        switch self {
        case .string(let text): text.start - 1
        case .number(let text): text.start
        default: nil
        }
    }
}
