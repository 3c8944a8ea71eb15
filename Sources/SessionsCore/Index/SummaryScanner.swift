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
    var lastDay = StoredDay()
    /// How many objects and lists are open.
    var depth = 0

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
        var members = try members()
        if try next("archived", &members) { try readArchived() }
        if try next("attachments", &members) {
            try elements { scan, id throws(Unusual) in try scan.readAttachment(id) }
        }
        if try next("comments", &members) {
            try elements { scan, id throws(Unusual) in try scan.readComment(id) }
        }
        guard let created = try time("createdAt", &members) else { throw Unusual() }
        facts.created = created
        texts.createdBy = try text("createdBy", &members)
        texts.description = try text("description", &members)
        if try next("events", &members) {
            try elements { scan, id throws(Unusual) in try scan.readEvent(id) }
        }
        if try next("goals", &members) {
            try elements { scan, id throws(Unusual) in try scan.readGoal(id) }
        }
        guard let id = try text("id", &members).map(scanner.rawBytes), id.count == Identifier.sessionLength,
            SessionKey(utf8: id) == facts.key
        else { throw Unusual() }
        if try next("intervals", &members) {
            try elements { scan, id throws(Unusual) in try scan.readInterval(id) }
        }
        if try next("links", &members) { try readLinks() }
        if try next("participants", &members) { try readParticipants() }
        if try next("plannedMinutes", &members) { facts.planned = try minutes() }
        texts.project = try text("project", &members)
        if try next("reflection", &members) { try readReflection() }
        guard let schema = try whole("schema", &members), schema >= 1 else { throw Unusual() }
        if try next("source", &members) { try readSource() }
        guard try next("status", &members), let status: Status = try name(), status != .archived else {
            throw Unusual()
        }
        facts.status = status
        if try next("tags", &members) { tags = try readTexts() }
        texts.template = try text("template", &members)
        texts.title = try text("title", &members)
        try end(&members)
        guard texts.createdBy != nil, texts.title != nil, scanner.skip("\n"),
            scanner.position == scanner.count
        else { throw Unusual() }
        if texts.description != nil { facts.flags.insert(.description) }
        if texts.project != nil { facts.flags.insert(.project) }
        if texts.template != nil { facts.flags.insert(.template) }
        if !tags.isEmpty { facts.flags.insert(.tag) }
    }
}
