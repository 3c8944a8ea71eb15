/// A file that should hold a session, as it was found.
struct ExaminedFile {
    /// As findings call it.
    let path: String
    /// Its own name.
    let name: String
    /// The name of the folder it lies in, where that is one for a month.
    let month: String?
    /// Where it is in the workspace; nil for a file that is looked at alone.
    let location: SessionLocation?
    /// None where it could not be read.
    private(set) var bytes: [UInt8] = []
    /// Why it could not be read.
    private(set) var failure: IOFailure?
    /// Why its text is no session.
    private(set) var problem: TextProblem?
    private(set) var session: Session?

    /// - Parameter read: gives the bytes; nil where the file is gone.
    init?(
        path: String, name: String, month: String?, location: SessionLocation?,
        _ read: () throws(IOFailure) -> [UInt8]?
    ) {
        self.path = path
        self.name = name
        self.month = month
        self.location = location
        do {
            guard let bytes = try read() else { return nil }
            self.bytes = bytes
        } catch {
            failure = error
            return
        }
        do { session = try SessionFile.parse(bytes) } catch { problem = error }
    }

    /// The id its name promises; nil where it is no name of a session's file.
    var namedID: String? { SessionLocation(fileName: name, month: "")?.id }

    /// The session, where this program knows all that can be in one.
    var knownSession: Session? { session.flatMap { $0.schema <= Session.schema ? $0 : nil } }

    /// Where something stands in its text.
    func place(of pointer: JSONPointer) -> (line: Int, column: Int) {
        JSONLocator.position(of: pointer, in: bytes)
    }
}
