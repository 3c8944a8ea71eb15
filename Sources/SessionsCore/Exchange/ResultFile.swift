/// A file that a person wants something written to.
package enum ResultFile {
    /// Writes it whole or not at all, in the place of a plain file of that name. A link is followed.
    ///
    /// - Parameter beginning: how a file begins that may be replaced, as an empty one may: any other was made for
    ///   something else.
    /// - Throws: `refused` where there is another file; `io`, also where the path leads to a folder or a device.
    package static func write(
        _ bytes: [UInt8], to path: String, overFilesBeginning beginning: [UInt8]
    ) throws(SessionsError) {
        let path = System.realPath(path) ?? path
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !name.isEmpty, name != ".", name != ".." else {
            throw .invalid(what: "a file to write to", value: path, expected: "a name behind the last '/'")
        }
        if let file = try? InputFile(opening: path), file.size > 0,
            try SessionsError.wrap({ () throws(IOFailure) in try file.read(upTo: beginning.count) })
                != beginning
        {
            throw .refused(
                action: "write", subject: path, reason: "there is another file of that name",
                way: "name one that is not there, or take this one away first")
        }
        try SessionsError.wrap { () throws(IOFailure) in
            // There is no lock: two who write the same file at once have a temporary one each.
            try Folder(opening: slash.map { String(path[...$0]) } ?? ".")
                .replace(name, with: bytes, by: ".sessions-\(System.processID).new")
        }
    }
}
