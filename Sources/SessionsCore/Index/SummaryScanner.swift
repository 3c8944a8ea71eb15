/// Makes rows of the files of sessions without making values of what stands in them: most of the time that a first
/// index takes would go into those.
///
/// It reads files as this program writes them: the keys of each object in order, in ASCII and without escapes.
/// Whatever is different, or wrong, it leaves to `SessionFile`, which reads everything and says what is wrong. So
/// it takes no file that `SessionChecker` refuses, and its rows are the same as those of a `Session`.
struct SummaryScanner: ~Copyable {
    /// Something that is left to others to read.
    struct Unusual: Error {}

    var scanner = JSONScanner(UnsafeRawBufferPointer(start: nil, count: 0))
    var facts = SummaryFacts()
    var texts = ScannedTexts()
    var goals: [ScannedGoal] = []
    var milestones: [ScannedMilestone] = []
    var comments: [ScannedElement] = []
    var attachments: [ScannedElement] = []
    var lessons: [ScannedElement] = []
    var intervals: [ScannedInterval] = []
    var events: [ScannedEvent] = []
    /// The day that was read last: most times of a session lie on few of them.
    private var lastDay = StoredDay()

    /// Adds the session of a file.
    ///
    /// - Parameter key: its id, as the file is named.
    /// - Returns: false where others have to read it; nothing was added then.
    mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ key: SessionKey, month: Int, to builder: inout SummaryBuilder
    ) -> Bool {
        scanner = JSONScanner(bytes, limits: JSONLimits(stringBytes: Limits.text))
        (facts, texts) = (SummaryFacts(), ScannedTexts())
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
                guard scanner.string(id) == scan.facts.key.text else { throw Unusual() }
                required += 1
            } else if isKey("schema") {
                guard try scan.whole() >= 1 else { throw Unusual() }
                required += 1
            } else if isKey("status") {
                guard let status = Status(rawValue: scanner.string(try scan.text())), status != .archived
                else { throw Unusual() }
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
                scan.texts.tags = try scan.readTexts()
                if scan.texts.tags?.isEmpty == false { scan.facts.flags.insert(.tag) }
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
        guard case .end = try next(), required == 6 else { throw Unusual() }
    }

    // MARK: Values

    /// Not copied into every place where something is read: it is long.
    @inline(never)
    private mutating func next() throws(Unusual) -> JSONScanner.Token {
        do { return try scanner.next() } catch { throw Unusual() }
    }

    /// Reads an object, the value that comes next.
    ///
    /// - Parameter visit: reads the value of a key.
    @inline(__always)
    mutating func object(
        _ visit: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        guard case .beginObject = try next() else { throw Unusual() }
        try members(visit)
    }

    /// Reads an object that has begun.
    private mutating func members(
        _ visit: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        var last: JSONScanner.Text?
        while case .key(let key) = try next() {
            guard scanner.isPlain(key), last.map({ scanner.isWritten($0, before: key) }) ?? true else {
                throw Unusual()
            }
            last = key
            try visit(&self, key)
        }
    }

    /// Reads an object of objects.
    ///
    /// - Parameter read: reads one of them, with its key.
    mutating func elements(
        _ read: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        try object { scan, id throws(Unusual) in try read(&scan, id) }
    }

    mutating func text() throws(Unusual) -> JSONScanner.Text {
        guard case .string(let text) = try next() else { throw Unusual() }
        return text
    }

    mutating func time() throws(Unusual) -> Instant {
        let text = try text()
        guard !text.hasEscapes,
            let time = lastDay.time(scanner.rawBytes(text)) ?? Instant(rfc3339: scanner.rawBytes(text))
        else { throw Unusual() }
        return time
    }

    mutating func flag() throws(Unusual) {
        guard case .bool = try next() else { throw Unusual() }
    }

    mutating func number() throws(Unusual) -> Double {
        guard case .number(let text) = try next() else { throw Unusual() }
        // As exact as the other way: so few digits have a `Double` of their own.
        if let digits = scanner.digits(text) { return Double(digits) }
        guard let number = JSONNumber(scanned: scanner.string(text)).doubleValue else { throw Unusual() }
        return number
    }

    mutating func whole() throws(Unusual) -> Int {
        guard case .number(let text) = try next() else { throw Unusual() }
        if let digits = scanner.digits(text) { return digits }
        guard let number = JSONNumber(scanned: scanner.string(text)).intValue else { throw Unusual() }
        return number
    }

    mutating func minutes() throws(Unusual) -> TimeAmount {
        guard let amount = TimeAmount(minutes: try number()) else { throw Unusual() }
        return amount
    }

    /// Reads a list of texts, and returns where it begins and ends.
    mutating func readTexts() throws(Unusual) -> [JSONScanner.Text] {
        guard case .beginArray = try next() else { throw Unusual() }
        var texts: [JSONScanner.Text] = []
        while true {
            switch try next() {
            case .string(let text): texts.append(text)
            case .endArray: return texts
            default: throw Unusual()
            }
        }
    }

    /// Reads a value that nothing is made of.
    mutating func skip() throws(Unusual) {
        let depth = scanner.depth
        switch try next() {
        case .beginObject: try members { scan, _ throws(Unusual) in try scan.skip() }
        case .beginArray:
            while scanner.depth > depth { try skip() }
        default: break
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
