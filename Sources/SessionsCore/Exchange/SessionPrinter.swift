/// Makes the texts of sessions from their files, one behind the other: most without a session being made. All of them
/// go into the same memory.
///
/// Not for several threads at once.
final class SessionPrinter: @unchecked Sendable {
    private let writer: JSONWriter
    private let indent: Int
    private let separator: [UInt8]
    private let now: Instant

    private var reader = FileReader()
    private var stored = StoredSession()
    private var text = GrowingBuffer<UInt8>(capacity: 1 << 19)
    private var count = 0
    private var damaged: [SessionsError] = []

    /// - Parameters:
    ///   - separator: what stands between two of them.
    ///   - indent: the levels by which the lines of each but its first are indented.
    init(_ writer: JSONWriter, indent: Int, separator: [UInt8], now: Instant) {
        self.writer = writer
        self.indent = indent
        self.separator = separator
        self.now = now
    }

    /// Adds the text of the session that lies there, if any.
    func add(_ location: SessionLocation, in folder: Folder) {
        do throws(SessionsError) {
            let source = try SessionsError.reading { () throws(IOFailure) in
                try reader.read(location.fileName, in: folder, limit: Limits.sessionFile)
            }
            guard source != nil else { return }
            let isTaken = reader.withBytes { stored.read($0, id: location.id, now: now) && appendStored() }
            if !isTaken {
                let path = folder.pathOf(location.fileName)
                let session = try SessionFile.parse(reader.bytes, id: location.id, path: path)
                begin()
                writer.append(.object(session.output(now: now)), to: &text, indent: indent)
            }
        } catch {
            damaged.append(error)
        }
    }

    private func appendStored() -> Bool {
        begin()
        stored.append(to: &text, writer, indent: indent)
        return true
    }

    private func begin() {
        if count > 0 { separator.withUnsafeBytes { text.append($0) } }
        count += 1
    }

    /// Visits the texts that were added, where there are any, and begins anew.
    ///
    /// - Parameter visit: is given the texts, and how many they are.
    /// - Returns: what could not be read.
    func take(_ visit: (UnsafeRawBufferPointer, Int) throws -> Void) rethrows -> [SessionsError] {
        if count > 0 { try visit(UnsafeRawBufferPointer(text.elements(from: 0)), count) }
        defer { (count, damaged) = (0, []) }
        text.removeAll()
        return damaged
    }
}
