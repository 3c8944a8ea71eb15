/// A session as the bytes of its file, with all that is derived from it, for printing very many: nothing is made of
/// what is only passed on.
///
/// It takes files in the form in which this program writes them, and of those only what is usual. What it takes is
/// right by `SessionChecker`, and comes to the same values as `Session` has; for all else that has to be asked.
///
/// Members are looked up in the order of their keys, as they stand in the file.
struct StoredSession: ~Copyable {
    /// One of those that stand in an object under their ids.
    struct Element {
        /// The line that it begins with.
        let line: Int
        /// What it is ordered by before its id: of an event its own number, of others that of the one that added it.
        var number = 0
        var at = Instant(milliseconds: 0)
    }

    /// A goal, or a milestone of one.
    struct Step {
        let line: Int
        let position: Double
        let weight: Double
        let milestones: [Step]
        let isDone: Bool
        let progress: Double
    }

    private(set) var outline = JSONOutline()
    private(set) var attachments: [Element] = []
    private(set) var comments: [Element] = []
    private(set) var events: [Element] = []
    private(set) var intervals: [Element] = []
    private(set) var links: [Element] = []
    private(set) var lessons: [Element] = []
    private(set) var people: [Element] = []
    private(set) var goals: [Step] = []
    /// The lines of times that are shown again.
    private(set) var updatedAt = 0
    private(set) var startedAt: Int?
    private(set) var completedAt: Int?
    private(set) var archivedAt: Int?
    private(set) var archived: Int?
    private(set) var status = 0
    private(set) var tags: Int?
    private(set) var reflection: Int?
    private(set) var tracked = TimeAmount(seconds: 0)
    private(set) var wall = TimeAmount(seconds: 0)
    private(set) var isRunning = false
    private(set) var isOverBudget: Bool?
    private var stretches: [(start: Instant, end: Instant)] = []
    /// The day that was read last: most times of a session lie on few of them.
    var lastDay = StoredDay()

    /// The line of the whole.
    static let root = 0

    /// Reads the bytes of a file in the place of the one before; says whether it took them. They must stay where
    /// they are while it is used.
    mutating func read(_ bytes: UnsafeRawBufferPointer, id: String, now: Instant) -> Bool {
        guard outline.read(bytes, limits: JSONLimits(stringBytes: Limits.text)) else { return false }
        guard outline[Self.root].kind == .object else { return false }
        var members = Members(of: Self.root, outline)
        archived = members.next("archived", outline)
        let attachments = members.next("attachments", outline)
        let comments = members.next("comments", outline)
        guard let created = members.next("createdAt", outline), let createdAt = time(created),
            isText(members.next("createdBy", outline), isNeeded: true),
            isText(members.next("description", outline))
        else { return false }
        updatedAt = created
        let events = members.next("events", outline)
        let goals = members.next("goals", outline)
        guard let found = members.next("id", outline), isWord(found), outline.string(found) == id else {
            return false
        }
        let intervals = members.next("intervals", outline)
        let links = members.next("links", outline)
        let people = members.next("participants", outline)
        let planned = members.next("plannedMinutes", outline)
        guard isText(members.next("project", outline)) else { return false }
        reflection = members.next("reflection", outline)
        guard let schema = members.next("schema", outline), whole(schema) == Session.schema,
            isSource(members.next("source", outline)),
            let status = members.next("status", outline), isStatus(status)
        else { return false }
        self.status = status
        tags = members.next("tags", outline)
        guard tags.map({ isListOfTexts($0) }) ?? true, isText(members.next("template", outline)),
            isText(members.next("title", outline), isNeeded: true),
            readArchived(), readEvents(events), readPeople(people), readReflection(), readGoals(goals),
            readComments(comments), readAttachments(attachments), readLinks(links, createdAt),
            readIntervals(intervals, now)
        else { return false }
        isOverBudget = nil
        if let planned {
            guard let minutes = whole(planned) else { return false }
            isOverBudget = tracked > TimeAmount(seconds: minutes * 60)
        }
        return true
    }

    private func isStatus(_ line: Int) -> Bool {
        outline[line].kind == .string
            && (outline.isText(line, "completed") || outline.isText(line, "paused")
                || outline.isText(line, "draft") || outline.isText(line, "active"))
    }

    private func isSource(_ line: Int?) -> Bool {
        guard let line else { return true }
        guard outline[line].kind == .object else { return false }
        var members = Members(of: line, outline)
        return isText(members.next("id", outline), isNeeded: true)
            && isText(members.next("name", outline), isNeeded: true)
    }

    private mutating func readArchived() -> Bool {
        archivedAt = nil
        guard let archived else { return true }
        guard outline[archived].kind == .object else { return false }
        archivedAt = outline.value("at", of: archived)
        return archivedAt.map { time($0) != nil } ?? true
    }

    private mutating func readEvents(_ list: Int?) -> Bool {
        events.removeAll(keepingCapacity: true)
        (startedAt, completedAt) = (nil, nil)
        var completed: Element?
        var earliest: Instant?
        let isRead = eachElement(of: list) { session, line in
            var members = Members(of: line, session.outline)
            guard let recorded = members.next("at", session.outline), let at = session.time(recorded),
                session.isText(members.next("by", session.outline))
            else { return false }
            let claimed = members.next("for", session.outline)
            let happened = claimed.map { session.time($0) } ?? at
            guard let happened else { return false }
            // What was added is found by its path.
            if let path = members.next("path", session.outline), !session.isWord(path) { return false }
            guard let number = members.next("seq", session.outline).flatMap({ session.whole($0) }) else {
                return false
            }
            let type = members.next("type", session.outline)
            guard session.isText(type) else { return false }
            let event = Element(line: line, number: number, at: at)
            session.events.append(event)
            guard let type else { return true }
            let node = claimed ?? recorded
            if session.outline.isText(type, "started") {
                if earliest.map({ happened < $0 }) ?? true {
                    (earliest, session.startedAt) = (happened, node)
                }
            } else if session.outline.isText(type, "completed"),
                completed.map({ ($0.number, $0.at, $0.line) < (number, at, line) }) ?? true
            {
                (completed, session.completedAt) = (event, node)
            }
            return true
        }
        guard isRead else { return false }
        if !outline.isText(status, "completed") { completedAt = nil }
        events.sort { ($0.number, $0.at, $0.line) < ($1.number, $1.at, $1.line) }
        if let last = events.last, let at = outline.value("at", of: last.line) { updatedAt = at }
        return true
    }

    private mutating func readComments(_ list: Int?) -> Bool {
        comments.removeAll(keepingCapacity: true)
        let isRead = eachElement(of: list) { session, line in
            var members = Members(of: line, session.outline)
            guard let at = members.next("at", session.outline), let at = session.time(at),
                session.isText(members.next("by", session.outline)),
                session.isText(members.next("inReplyTo", session.outline)),
                members.next("mentions", session.outline).map({ session.isListOfTexts($0) }) ?? true,
                session.isText(members.next("text", session.outline), isNeeded: true)
            else { return false }
            session.comments.append(Element(line: line, at: at))
            return true
        }
        if isRead { Self.order(&comments, below: "/comments/", by: events, outline) }
        return isRead
    }

    private mutating func readAttachments(_ list: Int?) -> Bool {
        attachments.removeAll(keepingCapacity: true)
        let isRead = eachElement(of: list) { session, line in
            var element = Element(line: line)
            var members = Members(of: line, session.outline)
            guard session.readTime(of: &element, &members),
                session.isText(members.next("by", session.outline)),
                session.isText(members.next("mediaType", session.outline)),
                session.isText(members.next("name", session.outline), isNeeded: true),
                let hash = members.next("sha256", session.outline), session.isHash(hash),
                members.next("size", session.outline).map({ session.whole($0) != nil }) ?? true
            else { return false }
            session.attachments.append(element)
            return true
        }
        if isRead { Self.order(&attachments, below: "/attachments/", by: events, outline) }
        return isRead
    }

    private mutating func readLinks(_ list: Int?, _ createdAt: Instant) -> Bool {
        links.removeAll(keepingCapacity: true)
        let isRead = eachElement(of: list) { session, line in
            var element = Element(line: line, at: createdAt)
            var members = Members(of: line, session.outline)
            guard session.readTime(of: &element, &members),
                session.isText(members.next("by", session.outline)),
                session.isText(members.next("kind", session.outline)),
                session.isText(members.next("target", session.outline), isNeeded: true)
            else { return false }
            session.links.append(element)
            return true
        }
        links.sort { ($0.at, $0.line) < ($1.at, $1.line) }
        // Of those of one time the kinds would have to be compared.
        return isRead && !links.indices.dropFirst().contains { links[$0].at == links[$0 - 1].at }
    }

    private mutating func readIntervals(_ list: Int?, _ now: Instant) -> Bool {
        intervals.removeAll(keepingCapacity: true)
        stretches.removeAll(keepingCapacity: true)
        isRunning = false
        var seconds = 0
        let isRead = eachElement(of: list) { session, line in
            guard let extent = session.extent(of: line) else { return false }
            let interval = Interval(by: "", extent: extent, utcOffset: 0)
            session.intervals.append(Element(line: line, at: interval.order))
            if interval.isOpen { session.isRunning = true }
            seconds += interval.seconds(now: now)
            if let stretch = interval.stretch(now: now) { session.stretches.append(stretch) }
            return true
        }
        intervals.sort { ($0.at, $0.line) < ($1.at, $1.line) }
        tracked = TimeAmount(seconds: seconds)
        wall = WallClock.union(of: stretches)
        return isRead
    }

    private mutating func extent(of line: Int) -> Interval.Extent? {
        var members = Members(of: line, outline)
        guard isText(members.next("by", outline)) else { return nil }
        let date = members.next("date", outline)
        let end = members.next("end", outline)
        guard isText(members.next("note", outline)) else { return nil }
        let seconds = members.next("seconds", outline)
        let start = members.next("start", outline)
        if let offset = members.next("utcOffset", outline), !isOffset(offset) { return nil }
        if let start {
            guard let start = time(start) else { return nil }
            guard let end else { return .stretch(start: start, end: nil) }
            return time(end).map { .stretch(start: start, end: $0) }
        }
        guard let date, isWord(date), let day = CalendarDay(outline.string(date)),
            let seconds = seconds.flatMap({ whole($0) })
        else { return nil }
        return .amount(TimeAmount(seconds: seconds), on: day)
    }

    private mutating func readPeople(_ list: Int?) -> Bool {
        people.removeAll(keepingCapacity: true)
        guard let list else { return true }
        guard outline[list].kind == .object else { return false }
        var members = Members(of: list, outline)
        while let person = members.next(outline) {
            guard isWord(person), Role(rawValue: outline.string(person)) != nil else { return false }
            people.append(Element(line: person))
        }
        return true
    }

    private mutating func readReflection() -> Bool {
        lessons.removeAll(keepingCapacity: true)
        guard let reflection else { return true }
        guard outline[reflection].kind == .object else { return false }
        var members = Members(of: reflection, outline)
        let learned = members.next("learned", outline)
        guard isText(members.next("outcome", outline)),
            members.next("rating", outline).map({ whole($0) != nil }) ?? true
        else { return false }
        if let skills = members.next("skills", outline) {
            guard outline[skills].kind == .object else { return false }
            var members = Members(of: skills, outline)
            while let skill = members.next(outline) { if whole(skill) == nil { return false } }
        }
        guard let learned else { return true }
        guard outline[learned].kind == .object else { return false }
        members = Members(of: learned, outline)
        while let lesson = members.next(outline) {
            guard isID(lesson), outline[lesson].kind == .string else { return false }
            lessons.append(Element(line: lesson))
        }
        Self.order(&lessons, below: "/reflection/learned/", by: events, outline)
        return true
    }

    private mutating func readGoals(_ list: Int?) -> Bool {
        goals.removeAll(keepingCapacity: true)
        guard let list else { return true }
        guard let read = steps(list, areGoals: true) else { return false }
        goals = read
        return true
    }

    /// Goals or milestones in their order; nil where one is not taken.
    mutating func steps(_ list: Int, areGoals: Bool) -> [Step]? {
        var steps: [Step] = []
        let isRead = eachElement(of: list) { session, line in
            guard let step = session.step(line, isGoal: areGoals) else { return false }
            steps.append(step)
            return true
        }
        guard isRead else { return nil }
        // Those of one place stay in the order of their ids.
        if steps.count > 1 { steps.sort { ($0.position, $0.line) < ($1.position, $1.line) } }
        return steps
    }
}
