/// The hand that changes one session's document, each change with its event.
struct SessionEdit {
    private(set) var session: Session
    private(set) var hasChanged = false
    private let ids: Identifier.Source
    private let user: String
    private let now: Instant
    private var lastSequence: Int

    /// Texts longer than this many bytes are not repeated in events.
    private static let longestText = 200

    init(session: Session, user: String, now: Instant, ids: Identifier.Source) {
        self.session = session
        self.user = user
        self.now = now
        self.ids = ids
        lastSequence = 0
        // Of many changes of one session each begins here: the keys need not be made into texts.
        for member in session.document["events"]?.objectValue?.members ?? [] {
            lastSequence = max(lastSequence, member.value.objectValue?["seq"]?.intValue ?? 0)
        }
    }

    /// Sets (or with nil removes) what stands at a path, and says so in an event. A value that stands there
    /// already is no change.
    mutating func set(
        _ value: JSON?, at pointer: JSONPointer, as kind: Event.Kind = .edited, claimed: Instant? = nil
    ) throws(SessionsError) {
        let old = session.document[pointer]
        guard old != value else { return }
        try store(value, at: pointer)
        record(kind, at: pointer, from: old, to: value, claimed: claimed)
    }

    /// Sets what stands at a path as part of a change that has its event elsewhere.
    mutating func store(_ value: JSON?, at pointer: JSONPointer) throws(SessionsError) {
        if let size = value?.longestText, size > Limits.text {
            throw .limit(what: "a text of \(size) bytes", limit: "\(Limits.text) bytes")
        }
        guard session.document.set(value, at: pointer) else {
            throw .damaged(path: session.id, problem: "\(pointer): expected an object")
        }
        hasChanged = true
    }

    /// Adds an event.
    mutating func record(
        _ kind: Event.Kind, at pointer: JSONPointer? = nil, from: JSON? = nil, to: JSON? = nil,
        claimed: Instant? = nil
    ) {
        lastSequence += 1
        var event: JSONObject = [
            "at": .string(now.rfc3339), "by": .string(user), "seq": .number(JSONNumber(lastSequence)),
            "type": .string(kind.rawValue),
        ]
        event["path"] = pointer.map { .string($0.description) }
        event["from"] = from.flatMap(SessionEdit.short)
        event["to"] = to.flatMap(SessionEdit.short)
        if let claimed, claimed != now { event["for"] = .string(claimed.rfc3339) }
        _ = session.document.set(.object(event), at: JSONPointer("events", newID(.event, in: "events")))
        hasChanged = true
    }

    /// An id that no element under that path has.
    func newID(_ kind: Identifier.Element, in path: String...) -> String {
        let elements = session.document[JSONPointer(components: path)]?.objectValue
        while true {
            let id = ids.element(kind)
            if elements?[id] == nil { return id }
        }
    }

    private static func short(_ value: JSON) -> JSON? {
        switch value {
        case .object, .array: nil
        case .string(let text) where text.utf8.count > longestText: nil
        default: value
        }
    }
}

extension JSON {
    /// Bytes of the longest text in it, keys apart.
    fileprivate var longestText: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .array(let elements): elements.map(\.longestText).max() ?? 0
        case .object(let object): object.map(\.value.longestText).max() ?? 0
        case .null, .bool, .number: 0
        }
    }
}
