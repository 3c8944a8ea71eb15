/// The sessions in which a clock runs, as noted down in `local/running`: who starts one has to stop their others, and
/// need not look through all sessions for them.
///
/// It is believed as long as the folder of every month is as it was, and each session it names is opened and looked at.
/// What it can miss is what `index.check = folders` misses too: a clock that another program starts by rewriting a file
/// in its place, or by renaming one into a folder at the moment in which this one does. That clock goes on beside the
/// new one, and `status` shows both. It can be deleted at any time.
///
/// Numbers are little-endian:
///
///      0  8 bytes   `magic`
///      8  UInt64    the checksum of what follows
///     16  32 bytes  the stamp of the folder of months (`FileStamp`)
///     48  for each month, by name: 8 bytes name, 32 bytes stamp, UInt64 how many, as many ids (`SessionKey`)
struct RunningNote: Equatable {
    static let name = "running"
    private static let magic: UInt64 = 0x676e_6e75_722d_7373
    private static let headerSize = 16
    private static let monthSize = 48
    /// Bytes of the largest one that is read or written.
    private static let mostBytes = 1 << 20

    private struct Month: Equatable {
        let name: String
        var stamp: FileStamp
        var running: [SessionKey] = []
    }

    private let folderStamp: FileStamp
    private var months: [Month] = []

    /// The folders as they are, with no clock running yet; nil where a change of them could not be told. To be had
    /// before anything in them is looked at.
    init?(of sessions: Folder) {
        guard let stamp = RunningNote.stamp(of: ".", in: sessions),
            let names = try? Workspace.months(in: sessions)
        else { return nil }
        folderStamp = stamp
        for name in names {
            guard let stamp = RunningNote.stamp(of: name, in: sessions) else { return nil }
            months.append(Month(name: name, stamp: stamp))
        }
    }

    /// As it was noted down, whether or not it still holds; nil where there is none that is whole.
    init?(in local: Folder) {
        guard let content = try? local.read(RunningNote.name, limit: RunningNote.mostBytes),
            content.count >= RunningNote.headerSize + FileStamp.byteCount
        else { return nil }
        let bytes = IndexBytes(content)
        let body = bytes.part(RunningNote.headerSize, bytes.count)
        guard bytes.integer(at: 0) == RunningNote.magic, bytes.integer(at: 8) == body.checksum else {
            return nil
        }
        folderStamp = FileStamp(body.unowned, at: 0)
        var offset = FileStamp.byteCount
        while offset < body.count {
            let count = body.integer(at: offset + RunningNote.monthSize - 8, as: Int.self)
            let end = offset + RunningNote.monthSize
            guard count >= 0, count <= (body.count - end) / 8 else { return nil }
            let running = (0..<count).map { SessionKey(bits: body.integer(at: end + 8 * $0)) }
            let name = body.part(offset, 8).text.prefix { $0 != "\0" }
            months.append(
                Month(name: String(name), stamp: FileStamp(body.unowned, at: offset + 8), running: running))
            offset = end + 8 * count
        }
        withExtendedLifetime(body) {}
    }

    private var bytes: [UInt8] {
        var body = GrowingBuffer<UInt8>(capacity: 1 << 10)
        folderStamp.append(to: &body)
        for month in months {
            // A month has seven characters.
            body.append(text: month.name + "\0")
            month.stamp.append(to: &body)
            body.append(number: month.running.count)
            for key in month.running { body.append(number: key.bits) }
        }
        var bytes = GrowingBuffer<UInt8>(capacity: body.count + 16)
        bytes.append(number: RunningNote.magic)
        bytes.append(number: Checksum.of(body.bytes(from: 0)))
        bytes.append(body.bytes(from: 0))
        return bytes.bytes
    }

    /// Where those sessions lie.
    var locations: [SessionLocation] {
        months.flatMap { month in month.running.map { SessionLocation(id: $0.text, month: month.name) } }
    }

    /// Whether nothing came, went or was renamed in any folder since.
    func holds(in sessions: Folder) -> Bool {
        sessions.stamp() == folderStamp && months.allSatisfy { sessions.stamp(of: $0.name) == $0.stamp }
    }

    /// The same of the folders of some months alone.
    func holds(in sessions: Folder, for touched: [String]) -> Bool {
        sessions.stamp() == folderStamp
            && touched.allSatisfy { name in
                months.contains { $0.name == name && sessions.stamp(of: name) == $0.stamp }
            }
    }

    /// Takes the folders of those months as they are by now; false where a change of them could not be told.
    mutating func renew(_ touched: [String], in sessions: Folder) -> Bool {
        for index in months.indices where touched.contains(months[index].name) {
            guard let stamp = RunningNote.stamp(of: months[index].name, in: sessions) else { return false }
            months[index].stamp = stamp
        }
        return true
    }

    mutating func set(_ location: SessionLocation, isRunning: Bool) {
        guard let index = months.firstIndex(where: { $0.name == location.month }) else { return }
        let key = SessionKey(location.id)
        months[index].running.removeAll { $0 == key }
        if isRunning { months[index].running.append(key) }
    }

    /// Writes it where none is. Nothing is lost where that fails, nor where it does not reach the disk.
    func write(in local: Folder) {
        let bytes = bytes
        guard bytes.count <= RunningNote.mostBytes else { return }
        do throws(IOFailure) { try local.create(RunningNote.name).write(bytes) } catch {
            RunningNote.remove(in: local)
        }
    }

    static func remove(in local: Folder) { try? local.remove(name) }

    /// Nil where there is nothing, or the clock of the file system goes by whole seconds: too much can happen in one.
    private static func stamp(of name: String, in folder: Folder) -> FileStamp? {
        guard let stamp = folder.stamp(of: name), !stamp.isOfCoarseClock else { return nil }
        return stamp
    }
}

/// Keeps the note of what runs as it should be while an operation is carried out.
///
/// It is removed before the first file is renamed and written anew after the last one: whoever dies in between leaves
/// none. Only what was right before is kept, so the folders must be as it says up to that moment; what others do to them
/// between that and the last rename cannot be told from it, so an operation on many sessions leaves none.
struct RunningNoteKeeper {
    /// Sessions that are renamed in a moment.
    static let mostChanges = 16

    /// A session that is written or removed, and whether a clock runs in it afterwards.
    typealias Change = (location: SessionLocation, isRunning: Bool)

    private let local: Folder
    private let sessions: Folder?
    /// Nil where nobody knows what runs afterwards.
    private let changes: [Change]?
    private var months: [String] = []
    private var note: RunningNote?

    /// - Parameter note: what has just been found to run; nil for what was noted down.
    init(in local: Folder, of sessions: Folder?, _ note: RunningNote?, _ changes: [Change]?) {
        self.local = local
        self.sessions = sessions
        self.changes = changes
        self.note = note
        for change in changes ?? [] where !months.contains(change.location.month) {
            months.append(change.location.month)
        }
    }

    /// To be called right before files of sessions are renamed.
    mutating func begin() {
        guard changes?.isEmpty != true else { return }
        let isKept = changes.map { $0.count <= RunningNoteKeeper.mostChanges } ?? false
        if !isKept { note = nil } else if note == nil { note = RunningNote(in: local) }
        RunningNote.remove(in: local)
        guard let sessions, note?.holds(in: sessions, for: months) == true else { return note = nil }
    }

    /// To be called right after that.
    mutating func end() {
        guard let sessions, let changes, note?.renew(months, in: sessions) == true else { return note = nil }
        for change in changes { note?.set(change.location, isRunning: change.isRunning) }
    }

    func write() {
        if changes?.isEmpty == false { note?.write(in: local) }
    }
}
