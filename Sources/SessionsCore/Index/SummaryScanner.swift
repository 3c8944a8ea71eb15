/// Makes rows of the files of sessions without making values of what stands in them: most of the time that a first
/// index takes would go into those.
///
/// It reads files as this program writes them: every line in its place, the keys of each object in order, in ASCII and
/// without escapes.
/// Whatever is different, or wrong, it leaves to `SessionFile`, which reads everything and says what is wrong. So
/// it takes no file that `SessionChecker` refuses, and its rows are the same as those of a `Session`.
struct SummaryScanner: ~Copyable {
    /// Something that is left to others to read.
    struct Unusual: Error {}

    var scanner = JSONScanner(UnsafeRawBufferPointer(start: nil, count: 0))
    var facts = SummaryFacts()
    var texts = ScannedTexts()
    var tags: [JSONScanner.Text] = []
    /// By person.
    var participants: [(person: JSONScanner.Text, role: Role)] = []
    /// By name.
    var skills: [(name: JSONScanner.Text, change: Int)] = []
    var goals: [ScannedGoal] = []
    var milestones: [ScannedMilestone] = []
    var comments: [ScannedElement] = []
    var attachments: [ScannedElement] = []
    var lessons: [ScannedElement] = []
    var intervals: [ScannedInterval] = []
    var events: [ScannedEvent] = []
    /// The day that was read last: most times of a session lie on few of them.
    private var lastDay = StoredDay()
    /// How many objects and lists are open.
    private var depth = 0

    /// Adds the session of a file.
    ///
    /// - Parameter key: its id, as the file is named.
    /// - Returns: false where others have to read it; nothing was added then.
    mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ key: SessionKey, month: Int, to builder: inout SummaryBuilder
    ) -> Bool {
        scanner = JSONScanner(bytes, limits: JSONLimits(stringBytes: Limits.text))
        (facts, texts, depth) = (SummaryFacts(), ScannedTexts(), 0)
        tags.removeAll(keepingCapacity: true)
        participants.removeAll(keepingCapacity: true)
        skills.removeAll(keepingCapacity: true)
        goals.removeAll(keepingCapacity: true)
        milestones.removeAll(keepingCapacity: true)
        comments.removeAll(keepingCapacity: true)
        attachments.removeAll(keepingCapacity: true)
        lessons.removeAll(keepingCapacity: true)
        intervals.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
        facts.key = key
        do throws(Unusual) {
            try readDocument()
            try derive()
        } catch {
            return false
        }
        builder.add(facts, month: month) { field, details in
            append(field, to: &details)
        } text: { text in
            appendText(to: &text)
        }
        return true
    }

    private mutating func readDocument() throws(Unusual) {
        var required = 0
        try object { scan, key throws(Unusual) in
            let scanner = scan.scanner
            func isKey(_ name: StaticString) -> Bool { scanner.isWritten(key, as: name) }
            if isKey("createdAt") {
                scan.facts.created = try scan.time()
                required += 1
            } else if isKey("createdBy") {
                scan.texts.createdBy = try scan.text()
                required += 1
            } else if isKey("id") {
                let id = try scan.text()
                let bytes = scanner.rawBytes(id)
                guard bytes.count == Identifier.sessionLength, SessionKey(utf8: bytes) == scan.facts.key
                else { throw Unusual() }
                required += 1
            } else if isKey("schema") {
                guard try scan.whole() >= 1 else { throw Unusual() }
                required += 1
            } else if isKey("status") {
                guard let status: Status = try scan.name(), status != .archived else { throw Unusual() }
                scan.facts.status = status
                required += 1
            } else if isKey("title") {
                scan.texts.title = try scan.text()
                required += 1
            } else if isKey("events") {
                try scan.elements { scan, id throws(Unusual) in try scan.readEvent(id) }
            } else if isKey("intervals") {
                try scan.elements { scan, id throws(Unusual) in try scan.readInterval(id) }
            } else if isKey("comments") {
                try scan.elements { scan, id throws(Unusual) in try scan.readComment(id) }
            } else if isKey("goals") {
                try scan.elements { scan, id throws(Unusual) in try scan.readGoal(id) }
            } else if isKey("participants") {
                try scan.readParticipants()
            } else if isKey("plannedMinutes") {
                scan.facts.planned = try scan.minutes()
            } else if isKey("project") {
                scan.texts.project = try scan.text()
                scan.facts.flags.insert(.project)
            } else if isKey("tags") {
                scan.tags = try scan.readTexts()
                if !scan.tags.isEmpty { scan.facts.flags.insert(.tag) }
            } else if isKey("template") {
                scan.texts.template = try scan.text()
                scan.facts.flags.insert(.template)
            } else if isKey("description") {
                scan.texts.description = try scan.text()
                scan.facts.flags.insert(.description)
            } else if isKey("reflection") {
                try scan.readReflection()
            } else if isKey("attachments") {
                try scan.elements { scan, id throws(Unusual) in try scan.readAttachment(id) }
            } else if isKey("links") {
                try scan.readLinks()
            } else if isKey("archived") {
                scan.facts.flags.insert(.archived)
                try scan.readArchived()
            } else if isKey("source") {
                try scan.readSource()
            } else {
                try scan.skip()
            }
        }
        guard scanner.skip("\n"), scanner.position == scanner.count, required == 6 else {
            throw Unusual()
        }
    }

    // MARK: Values

    /// Reads an object, the value that comes next.
    ///
    /// - Parameter visit: reads the value of a key.
    @inline(__always)
    mutating func object(
        _ visit: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        guard try begin("{", "}") else { return }
        var last: JSONScanner.Text?
        repeat {
            let key = try key(behind: last)
            last = key
            try visit(&self, key)
        } while scanner.skip(",")
        try end("}")
    }

    /// Reads a list, the value that comes next.
    ///
    /// - Parameter visit: reads an element.
    @inline(__always)
    private mutating func list(_ visit: (inout SummaryScanner) throws(Unusual) -> Void) throws(Unusual) {
        guard try begin("[", "]") else { return }
        repeat {
            guard scanner.skipLineBreak(depth: depth) else { throw Unusual() }
            try visit(&self)
        } while scanner.skip(",")
        try end("]")
    }

    /// Begins an object or list; says whether there is anything in it.
    @inline(__always)
    private mutating func begin(_ first: Unicode.Scalar, _ last: Unicode.Scalar) throws(Unusual) -> Bool {
        guard scanner.skip(first), depth < scanner.limits.depth else { throw Unusual() }
        if scanner.skip(last) { return false }
        depth &+= 1
        return true
    }

    @inline(__always)
    private mutating func end(_ last: Unicode.Scalar) throws(Unusual) {
        depth &-= 1
        guard scanner.skipLineBreak(depth: depth), scanner.skip(last) else { throw Unusual() }
    }

    /// Not copied into every place where something is read: it is long.
    @inline(never)
    private mutating func key(behind last: JSONScanner.Text?) throws(Unusual) -> JSONScanner.Text {
        guard scanner.skipLineBreak(depth: depth), let key = scanner.plainKey(),
            last.map({ scanner.isWritten($0, before: key) }) ?? true
        else { throw Unusual() }
        return key
    }

    /// Reads an object of objects.
    ///
    /// - Parameter read: reads one of them, with its key.
    mutating func elements(
        _ read: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        try object { scan, id throws(Unusual) in try read(&scan, id) }
    }

    @inline(never)
    mutating func text() throws(Unusual) -> JSONScanner.Text {
        guard scanner.nextByte == UInt8(ascii: "\"") else { throw Unusual() }
        do { return try scanner.scanString() } catch { throw Unusual() }
    }

    /// The value with the name that comes next; nil where there is none of that name.
    mutating func name<Value: CaseIterable & RawRepresentable<String>>() throws(Unusual) -> Value? {
        let text = try text()
        guard !text.hasEscapes else { throw Unusual() }
        let bytes = scanner.rawBytes(text)
        return Value.allCases.first { value in value.rawValue.withBytes { $0.order(to: bytes) == 0 } }
    }

    @inline(never)
    mutating func time() throws(Unusual) -> Instant {
        if let time = scanner.time(&lastDay) { return time }
        let text = try text()
        guard !text.hasEscapes, let time = Instant(rfc3339: scanner.rawBytes(text)) else { throw Unusual() }
        return time
    }

    mutating func flag() throws(Unusual) {
        do { try scanner.scanWord(scanner.nextByte == UInt8(ascii: "t") ? "true" : "false") } catch {
            throw Unusual()
        }
    }

    /// Reads a number, of which it returns the text and the value where that is a few digits and nothing else.
    @inline(never)
    private mutating func digits() throws(Unusual) -> (JSONScanner.Text, Int?) {
        let first = scanner.nextByte
        guard first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: "-") else { throw Unusual() }
        do {
            let text = try scanner.scanNumber()
            return (text, scanner.digits(text))
        } catch { throw Unusual() }
    }

    mutating func number() throws(Unusual) -> Double {
        let (text, digits) = try digits()
        // As exact as the other way: so few digits have a `Double` of their own.
        if let digits { return Double(digits) }
        guard let number = JSONNumber(scanned: scanner.string(text)).doubleValue else { throw Unusual() }
        return number
    }

    mutating func whole() throws(Unusual) -> Int {
        let (text, digits) = try digits()
        if let digits { return digits }
        guard let number = JSONNumber(scanned: scanner.string(text)).intValue else { throw Unusual() }
        return number
    }

    mutating func minutes() throws(Unusual) -> TimeAmount {
        guard let amount = TimeAmount(minutes: try number()) else { throw Unusual() }
        return amount
    }

    mutating func readTexts() throws(Unusual) -> [JSONScanner.Text] {
        var texts: [JSONScanner.Text] = []
        try list { scan throws(Unusual) in texts.append(try scan.text()) }
        return texts
    }

    /// Reads a value that nothing is made of.
    mutating func skip() throws(Unusual) {
        switch scanner.nextByte {
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "{"): try object { scan, _ throws(Unusual) in try scan.skip() }
        case UInt8(ascii: "["): try list { scan throws(Unusual) in try scan.skip() }
        case UInt8(ascii: "t"), UInt8(ascii: "f"): try flag()
        case UInt8(ascii: "n"): do { try scanner.scanWord("null") } catch { throw Unusual() }
        default: _ = try digits()
        }
    }
}

extension JSONScanner {
    /// The value of a number that is a few digits and nothing else.
    fileprivate func digits(_ text: Text) -> Int? {
        guard text.end &- text.start <= 15 else { return nil }
        var value = 0
        for byte in rawBytes(text) {
            guard byte &- UInt8(ascii: "0") < 10 else { return nil }
            value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
        return value
    }
}
