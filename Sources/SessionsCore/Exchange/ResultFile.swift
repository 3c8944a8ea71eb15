/// A file that a person wants something written to.
package enum ResultFile {
    /// Writes it whole or not at all, in the place of a plain file of that name. A link is followed.
    ///
    /// - Throws: `io`, also where the path leads to something else: a folder, a device.
    package static func write(_ bytes: [UInt8], to path: String) throws(SessionsError) {
        let path = System.realPath(path) ?? path
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !name.isEmpty, name != ".", name != ".." else {
            throw .invalid(what: "a file to write to", value: path, expected: "a name behind the last '/'")
        }
        try SessionsError.wrap { () throws(IOFailure) in
            // There is no lock: two who write the same file at once have a temporary one each.
            try Folder(opening: slash.map { String(path[...$0]) } ?? ".")
                .replace(name, with: bytes, by: ".sessions-\(System.processID).new")
        }
    }
}
