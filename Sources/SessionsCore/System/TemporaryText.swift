#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A text in a file of its own for a while, which only its owner can read.
package struct TemporaryText {
    package let path: String

    /// - Parameters:
    ///   - folder: where it is put.
    ///   - name: the beginning of its name.
    package init(_ text: String, in folder: String, named name: String) throws(SessionsError) {
        // The call makes a new file of mode 0600 under a name that nobody can foresee.
        var template = Array("\(folder)/\(name)-XXXXXX.txt".utf8CString)
        let descriptor = mkstemps(&template, 4)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else { throw .io(IOFailure("make", path)) }
        self.path = path
        let file = OutputFile(descriptor: descriptor, path: path)
        try SessionsError.wrap { () throws(IOFailure) in try file.write(Array(text.utf8)) }
    }

    /// What it holds now, which another program may have put in its place.
    package func read() throws(SessionsError) -> String {
        let bytes = try SessionsError.wrap { () throws(IOFailure) in
            try InputFile(opening: path).readAll(limit: Limits.text)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalid(what: "a text", value: path, expected: "a file in UTF-8")
        }
        return text
    }

    package func remove() {
        unlink(path)
    }
}
