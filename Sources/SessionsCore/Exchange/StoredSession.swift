/// A session as the bytes of its file, with all that is derived from it, for printing very many: nothing is made of
/// what is only passed on.
///
/// It takes files in the form in which this program writes them, and of those only what is usual. What it takes is
/// right by `SessionChecker`, and comes to the same values as `Session` has; for all else that has to be asked.
struct StoredSession {
    /// One of those that stand in an object under their ids.
    struct Element {
        /// The node of its id.
        let key: Int
        /// What it is ordered by before its id.
        var number = 0
        var at = Instant(milliseconds: 0)
    }

    /// A goal, or a milestone of one.
    struct Step {
        let key: Int
        let position: Double
        let weight: Double
        let milestones: [Step]
        let isDone: Bool
        let progress: Double
    }

    private(set) var tape = JSONTape()
    private(set) var attachments: [Element] = []
    private(set) var comments: [Element] = []
    private(set) var events: [Element] = []
    private(set) var intervals: [Element] = []
    private(set) var links: [Element] = []
    private(set) var lessons: [Element] = []
    private(set) var goals: [Step] = []
    /// The nodes of times that are shown again.
    private(set) var updatedAt = 0
    private(set) var startedAt: Int?
    private(set) var completedAt: Int?
    private(set) var archivedAt: Int?
    private(set) var archived: Int?
    private(set) var status = 0
    private(set) var tracked = TimeAmount(seconds: 0)
    private(set) var wall = TimeAmount(seconds: 0)
    private(set) var isRunning = false
    private(set) var isOverBudget: Bool?
    private var planned: TimeAmount?
    private var createdAt = Instant(milliseconds: 0)

    /// The node of the whole.
    static let root = 0

    /// Reads the bytes of a file in the place of the one before; says whether it took them. They must stay where
    /// they are while it is used.
    mutating func read(_ bytes: UnsafeRawBufferPointer, id: String, now: Instant) -> Bool {
        guard tape.read(bytes, limits: JSONLimits(stringBytes: Limits.text)), tape[Self.root].kind == .object,
            readMembers(id: id), readEvents(), readPeople(), readReflection(), readGoals(),
            readContributions(), readIntervals(now: now)
        else { return false }
        isOverBudget = planned.map { tracked > $0 }
        return true
    }

    private mutating func readMembers(id: String) -> Bool {
        guard let found = tape.value("id", of: Self.root), isWord(found), tape.string(found) == id,
            let schema = tape.value("schema", of: Self.root), whole(schema) == Session.schema,
            hasText("title", Self.root, isNeeded: true), hasText("createdBy", Self.root, isNeeded: true),
            hasText("description", Self.root), hasText("project", Self.root), hasText("template", Self.root),
            let created = tape.value("createdAt", of: Self.root), let createdAt = time(created),
            let status = tape.value("status", of: Self.root), tape[status].kind == .string,
            tape.isText(status, "completed") || tape.isText(status, "paused")
                || tape.isText(status, "draft") || tape.isText(status, "active")
        else { return false }
        self.status = status
        self.createdAt = createdAt
        updatedAt = created
        planned = nil
        if let plan = tape.value("plannedMinutes", of: Self.root) {
            guard let minutes = whole(plan) else { return false }
            planned = TimeAmount(seconds: minutes * 60)
        }
        if let tags = tape.value("tags", of: Self.root), !isListOfTexts(tags) { return false }
        (archived, archivedAt) = (tape.value("archived", of: Self.root), nil)
        if let archived {
            guard tape[archived].kind == .object else { return false }
            archivedAt = tape.value("at", of: archived)
            if let archivedAt, time(archivedAt) == nil { return false }
        }
        guard let source = tape.value("source", of: Self.root) else { return true }
        return tape[source].kind == .object && hasText("name", source, isNeeded: true)
            && hasText("id", source, isNeeded: true)
    }

    private mutating func readEvents() -> Bool {
        (startedAt, completedAt) = (nil, nil)
        let read = elements(of: "events") { event in
            guard let number = tape.value("seq", of: event).flatMap(whole),
                let at = tape.value("at", of: event).flatMap(time), hasText("by", event),
                hasText("type", event)
            else { return nil }
            // What was added is found by its path.
            if let path = tape.value("path", of: event), !isWord(path) { return nil }
            if let claimed = tape.value("for", of: event), time(claimed) == nil { return nil }
            return Element(key: event - 1, number: number, at: at)
        }
        guard let read else { return false }
        events = read.sorted { ($0.number, $0.at, $0.key) < ($1.number, $1.at, $1.key) }
        var earliest: Instant?
        for event in events {
            guard let type = tape.value("type", of: event.key + 1) else { continue }
            let isStart = tape.isText(type, "started")
            guard isStart || tape.isText(type, "completed"),
                let node = tape.value("for", of: event.key + 1) ?? tape.value("at", of: event.key + 1),
                let happened = time(node)
            else { continue }
            if !isStart {
                completedAt = tape.isText(status, "completed") ? node : nil
            } else if earliest.map({ happened < $0 }) ?? true {
                (earliest, startedAt) = (happened, node)
            }
        }
        if let last = events.last, let at = tape.value("at", of: last.key + 1) { updatedAt = at }
        return true
    }

    private mutating func readContributions() -> Bool {
        let comments = elements(of: "comments") { comment in
            guard hasText("text", comment, isNeeded: true), hasText("by", comment),
                hasText("inReplyTo", comment), let at = tape.value("at", of: comment).flatMap(time)
            else { return nil }
            if let mentions = tape.value("mentions", of: comment), !isListOfTexts(mentions) { return nil }
            return Element(key: comment - 1, at: at)
        }
        let attachments = elements(of: "attachments") { attachment in
            guard hasText("name", attachment, isNeeded: true), hasText("by", attachment),
                hasText("mediaType", attachment), let hash = tape.value("sha256", of: attachment),
                isHash(hash)
            else { return nil }
            if let size = tape.value("size", of: attachment), whole(size) == nil { return nil }
            guard let node = tape.value("at", of: attachment) else { return Element(key: attachment - 1) }
            return time(node).map { Element(key: attachment - 1, at: $0) }
        }
        let links = elements(of: "links") { link in
            guard hasText("target", link, isNeeded: true), hasText("kind", link), hasText("by", link) else {
                return nil
            }
            guard let node = tape.value("at", of: link) else { return Element(key: link - 1, at: createdAt) }
            return time(node).map { Element(key: link - 1, at: $0) }
        }
        guard let comments, let attachments, var links else { return false }
        links.sort { ($0.at, $0.key) < ($1.at, $1.key) }
        // Of those of one time the kinds would have to be compared.
        guard !links.indices.dropFirst().contains(where: { links[$0].at == links[$0 - 1].at }) else {
            return false
        }
        (self.comments, self.attachments, self.links) = (
            inOrder(comments, below: "/comments/"), inOrder(attachments, below: "/attachments/"), links
        )
        return true
    }

    private mutating func readIntervals(now: Instant) -> Bool {
        var times: [Interval] = []
        let read = elements(of: "intervals") { interval in
            guard hasText("by", interval), hasText("note", interval) else { return nil }
            if let offset = tape.value("utcOffset", of: interval), !isOffset(offset) { return nil }
            let extent: Interval.Extent
            if let start = tape.value("start", of: interval) {
                let end = tape.value("end", of: interval)
                guard let start = time(start), end == nil || end.flatMap(time) != nil else { return nil }
                extent = .stretch(start: start, end: end.flatMap(time))
            } else {
                guard let date = tape.value("date", of: interval), isWord(date),
                    let day = CalendarDay(tape.string(date)),
                    let seconds = tape.value("seconds", of: interval).flatMap(whole)
                else { return nil }
                extent = .amount(TimeAmount(seconds: seconds), on: day)
            }
            times.append(Interval(by: "", extent: extent, utcOffset: 0))
            return Element(key: interval - 1, at: times[times.count - 1].order)
        }
        guard let read else { return false }
        intervals = read.sorted { ($0.at, $0.key) < ($1.at, $1.key) }
        tracked = times.tracked(now: now)
        wall = times.wall(now: now)
        isRunning = times.contains(where: \.isOpen)
        return true
    }

    private func readPeople() -> Bool {
        guard let people = tape.value("participants", of: Self.root) else { return true }
        guard tape[people].kind == .object else { return false }
        var (key, end) = tape.members(of: people)
        while key < end {
            guard isWord(key + 1), Role(rawValue: tape.string(key + 1)) != nil else { return false }
            key = tape.key(behind: key)
        }
        return true
    }

    private mutating func readReflection() -> Bool {
        lessons.removeAll(keepingCapacity: true)
        guard let reflection = tape.value("reflection", of: Self.root) else { return true }
        guard tape[reflection].kind == .object, hasText("outcome", reflection) else { return false }
        if let rating = tape.value("rating", of: reflection), whole(rating) == nil { return false }
        if let skills = tape.value("skills", of: reflection) {
            guard tape[skills].kind == .object else { return false }
            var (key, end) = tape.members(of: skills)
            while key < end {
                guard whole(key + 1) != nil else { return false }
                key = tape.key(behind: key)
            }
        }
        guard let learned = tape.value("learned", of: reflection) else { return true }
        guard tape[learned].kind == .object else { return false }
        var (key, end) = tape.members(of: learned)
        while key < end {
            guard isWord(key), tape[key + 1].kind == .string else { return false }
            lessons.append(Element(key: key))
            key = tape.key(behind: key)
        }
        lessons = inOrder(lessons, below: "/reflection/learned/")
        return true
    }

    private mutating func readGoals() -> Bool {
        goals.removeAll(keepingCapacity: true)
        guard let node = tape.value("goals", of: Self.root) else { return true }
        guard let read = steps(node, areGoals: true) else { return false }
        goals = read
        return true
    }

    /// The share of the goals that is reached; nil where there are none.
    var progress: Double? {
        let total = goals.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        return goals.reduce(0) { $0 + $1.weight * $1.progress } / total
    }

    /// Goals or milestones in their order; nil where one is not taken.
    private func steps(_ node: Int, areGoals: Bool) -> [Step]? {
        guard tape[node].kind == .object else { return nil }
        var steps: [Step] = []
        var (key, end) = tape.members(of: node)
        while key < end {
            guard let step = step(key, isGoal: areGoals) else { return nil }
            steps.append(step)
            key = tape.key(behind: key)
        }
        // Those of one place stay in the order of their ids.
        if steps.count > 1 { steps.sort { ($0.position, $0.key) < ($1.position, $1.key) } }
        return steps
    }

    private func step(_ key: Int, isGoal: Bool) -> Step? {
        let step = key + 1
        guard isWord(key), tape[step].kind == .object, hasText("title", step, isNeeded: true) else {
            return nil
        }
        var (position, weight) = (0.0, 1.0)
        if let node = tape.value("position", of: step) {
            guard let value = decimal(node) else { return nil }
            position = value
        }
        let doneAt = tape.value("doneAt", of: step)
        if let doneAt, time(doneAt) == nil { return nil }
        var milestones: [Step] = []
        if isGoal {
            if let node = tape.value("weight", of: step) {
                guard let value = decimal(node), Goal.weights.contains(value) else { return nil }
                weight = value
            }
            if let plan = tape.value("plannedMinutes", of: step), whole(plan) == nil { return nil }
            if let required = tape.value("required", of: step), !isFlag(required) { return nil }
            if let node = tape.value("milestones", of: step) {
                guard let read = steps(node, areGoals: false) else { return nil }
                milestones = read
            }
        } else {
            guard hasText("check", step), tape.value("evidence", of: step) == nil else { return nil }
        }
        let isDone = milestones.isEmpty ? doneAt != nil : milestones.allSatisfy(\.isDone)
        let progress =
            milestones.isEmpty
            ? (isDone ? 1 : 0) : Double(milestones.count { $0.isDone }) / Double(milestones.count)
        return Step(
            key: key, position: position, weight: weight, milestones: milestones, isDone: isDone,
            progress: progress)
    }
}
