/// One piece of work: a view of the JSON document that is its file.
///
/// The document is the truth. What this program does not know in it stays as it is; what it knows is read
/// through the properties here and changed only through a `SessionEdit`, which the engine hands out.
package struct Session: Equatable, Sendable {
    /// The format this program writes.
    package static let schema = 1

    package internal(set) var document: JSONObject

    /// A document that has been checked; `Session(checking:)` does that.
    init(document: JSONObject) {
        self.document = document
    }

    package var id: String { text("id") }
    package var title: String { text("title") }
    package var description: String? { document["description"]?.stringValue }
    package var project: String? { document["project"]?.stringValue }
    package var template: String? { document["template"]?.stringValue }
    package var createdBy: String { text("createdBy") }
    package var createdAt: Instant { instant(document["createdAt"]) ?? Instant(milliseconds: 0) }
    package var schema: Int { document["schema"]?.intValue ?? 0 }

    package var tags: [String] {
        document["tags"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// The budget.
    package var planned: TimeAmount? {
        document["plannedMinutes"]?.doubleValue.flatMap(TimeAmount.init(minutes:))
    }

    /// The status on disk, whether or not the session is archived.
    package var statusBefore: Status { Status(rawValue: text("status")) ?? .draft }

    package var status: Status { isArchived ? .archived : statusBefore }

    package var isArchived: Bool { document["archived"] != nil }

    /// The id another program knew it by.
    package var source: (name: String, id: String)? {
        guard let source = document["source"]?.objectValue, let name = source["name"]?.stringValue,
            let id = source["id"]?.stringValue
        else { return nil }
        return (name, id)
    }

    /// How it ended, where that was said in one of the words there are.
    package var outcome: Reflection.Outcome? {
        (document["reflection"]?.objectValue?["outcome"]?.stringValue).flatMap(Reflection.Outcome.init)
    }

    /// How well it went, 1 to 5.
    package var rating: Int? { document["reflection"]?.objectValue?["rating"]?.intValue }

    /// By person.
    package var participants: [Participant] {
        elements("participants") { person, role in
            role.stringValue.flatMap(Role.init(rawValue:)).map { Participant(person: person, role: $0) }
        }
    }

    /// By position.
    package var goals: [Goal] {
        elements("goals", Goal.init).sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }

    /// By time, those of one moment in the order in which they were added.
    package var comments: [Comment] {
        inOrder(elements("comments", Comment.init), below: "/comments/", at: { $0.at }, id: { $0.id })
    }

    /// By time, those of one moment in the order in which they were added.
    package var attachments: [Attachment] {
        inOrder(
            elements("attachments", Attachment.init), below: "/attachments/", at: { $0.at }, id: { $0.id })
    }

    var hasLesson: Bool {
        document["reflection"]?.objectValue?["learned"]?.objectValue.map { !$0.isEmpty } ?? false
    }

    /// What was learned, in the order in which it was noted down.
    package var lessons: [Lesson] {
        let members = document["reflection"]?.objectValue?["learned"]?.objectValue ?? JSONObject()
        let added = additions(members.count, below: "/reflection/learned/")
        return members.compactMap { id, text in text.stringValue.map { Lesson(id: id, text: $0) } }
            .sorted { (added[$0.id] ?? 0, $0.id) < (added[$1.id] ?? 0, $1.id) }
    }

    /// By beginning; plain amounts stand at the beginning of their day.
    package var intervals: [Interval] {
        elements("intervals", Interval.init).sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }

    /// In the order in which they were made.
    package var events: [Event] {
        elements("events", Event.init).sorted(by: <)
    }

    /// By time, then by when they were added. The events are looked through only where that is asked for.
    private func inOrder<Element>(
        _ elements: [Element], below path: String, at: (Element) -> Instant, id: (Element) -> String
    ) -> [Element] {
        guard elements.count > 1 else { return elements }
        let sorted = elements.sorted { at($0) < at($1) }
        guard zip(sorted, sorted.dropFirst()).contains(where: { at($0) == at($1) }) else { return sorted }
        let added = additions(elements.count, below: path)
        return elements.sorted {
            (at($0), added[id($0)] ?? 0, id($0)) < (at($1), added[id($1)] ?? 0, id($1))
        }
    }

    /// The numbers of the events that added the elements below a path, by id; none where there is nothing to put
    /// in order.
    private func additions(_ count: Int, below path: String) -> [String: Int] {
        guard count > 1 else { return [:] }
        var numbers: [String: Int] = [:]
        for (_, event) in document["events"]?.objectValue ?? JSONObject() {
            guard let event = event.objectValue, let added = event["path"]?.stringValue, added.hasPrefix(path)
            else {
                continue
            }
            numbers[String(added.dropFirst(path.count)), default: .max] = event["seq"]?.intValue ?? 0
        }
        return numbers
    }

    private func text(_ key: String) -> String { document[key]?.stringValue ?? "" }

    private func elements<Element>(_ key: String, _ make: (String, JSON) -> Element?) -> [Element] {
        guard let members = document[key]?.objectValue else { return [] }
        var elements: [Element] = []
        elements.reserveCapacity(members.count)
        for (id, value) in members {
            if let element = make(id, value) { elements.append(element) }
        }
        return elements
    }
}

/// A stored time; nil where there is none.
func instant(_ json: JSON?) -> Instant? {
    json?.stringValue.flatMap { Instant(rfc3339: $0) }
}
