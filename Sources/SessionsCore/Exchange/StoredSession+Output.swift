extension StoredSession {
    /// What stands in the place of a stored value, or is new.
    private enum Derived {
        case flag(Bool)
        case whole(Int)
        case decimal(Double)
        case node(Int)
        case word(StaticString)
        case elements([Element])
        case lessons
        case people(Int?)
        case goals
        case milestones([Step])
        case reflection(Int)
        /// Nothing, also where something is stored.
        case nothing
    }

    /// Appends the session as programs are shown it: what `Session.output(now:)` comes to, as text.
    func append(to bytes: inout JSONBuffer<UInt8>, _ writer: JSONWriter, indent: Int) {
        let (first, end) = tape.members(of: Self.root)
        append(
            first..<end,
            [
                ("archivedAt", archivedAt.map(Derived.node) ?? .nothing),
                ("attachments", .elements(attachments)),
                ("comments", .elements(comments)), ("completedAt", completedAt.map(Derived.node) ?? .nothing),
                ("events", .elements(events)), ("goals", .goals), ("intervals", .elements(intervals)),
                ("links", .elements(links)), ("overBudget", isOverBudget.map(Derived.flag) ?? .nothing),
                ("participants", .people(tape.value("participants", of: Self.root))),
                ("progress", progress.map(Derived.decimal) ?? .nothing),
                ("reflection", tape.value("reflection", of: Self.root).map(Derived.reflection) ?? .nothing),
                ("running", .flag(isRunning)), ("startedAt", startedAt.map(Derived.node) ?? .nothing),
                ("status", archived == nil ? .node(status) : .word("archived")),
                ("statusBefore", statusBefore),
                ("tags", tape.value("tags", of: Self.root).map(Derived.node) ?? .elements([])),
                ("trackedSeconds", .whole(tracked.seconds)), ("updatedAt", .node(updatedAt)),
                ("wallSeconds", .whole(wall.seconds)),
            ], to: &bytes, writer, indent)
    }

    private var statusBefore: Derived {
        if archived != nil { return .node(status) }
        return tape.value("statusBefore", of: Self.root).map(Derived.node) ?? .nothing
    }

    /// Appends an object: the members that are stored, the first of them at a node, and others, both in the order
    /// of their keys.
    private func append(
        _ members: Range<Int>, _ others: [(key: StaticString, value: Derived)],
        to bytes: inout JSONBuffer<UInt8>, _ writer: JSONWriter, _ indent: Int
    ) {
        bytes.append(UInt8(ascii: "{"))
        var isEmpty = true
        func begin(_ key: UnsafeRawBufferPointer, _ bytes: inout JSONBuffer<UInt8>) {
            if !isEmpty { bytes.append(UInt8(ascii: ",")) }
            isEmpty = false
            writer.appendLineBreak(to: &bytes, indent: indent + 1)
            writer.append(text: key, to: &bytes)
            writer.appendColon(to: &bytes)
        }
        var key = members.lowerBound
        for other in others {
            let name = UnsafeRawBufferPointer(start: other.key.utf8Start, count: other.key.utf8CodeUnitCount)
            while key < members.upperBound {
                let order = tape.text(of: key).order(to: name)
                if order > 0 { break }
                if order < 0 {
                    begin(tape.text(of: key), &bytes)
                    writer.append(tape, key + 1, to: &bytes, indent: indent + 1)
                }
                key = tape.key(behind: key)
            }
            if case .nothing = other.value { continue }
            begin(name, &bytes)
            append(other.value, to: &bytes, writer, indent + 1)
        }
        while key < members.upperBound {
            begin(tape.text(of: key), &bytes)
            writer.append(tape, key + 1, to: &bytes, indent: indent + 1)
            key = tape.key(behind: key)
        }
        if !isEmpty { writer.appendLineBreak(to: &bytes, indent: indent) }
        bytes.append(UInt8(ascii: "}"))
    }

    private func append(
        _ value: Derived, to bytes: inout JSONBuffer<UInt8>, _ writer: JSONWriter, _ indent: Int
    ) {
        switch value {
        case .flag(let value): bytes.append(value ? "true" : "false")
        case .whole(let value): writer.append(.number(JSONNumber(value)), to: &bytes, indent: indent)
        case .decimal(let value):
            writer.append(JSONNumber(value).map(JSON.number) ?? .null, to: &bytes, indent: indent)
        case .node(let node): writer.append(tape, node, to: &bytes, indent: indent)
        case .word(let text): writer.append("\(text)", to: &bytes)
        case .elements(let elements):
            appendList(elements.count, to: &bytes, writer, indent) { index, bytes in
                appendElement(elements[index].key, to: &bytes, writer, indent + 1)
            }
        case .lessons:
            appendList(lessons.count, to: &bytes, writer, indent) { index, bytes in
                let key = lessons[index].key
                append(
                    key..<key, [("id", .node(key)), ("text", .node(key + 1))], to: &bytes, writer, indent + 1)
            }
        case .people(let people):
            var keys: [Int] = []
            if let people {
                var (key, end) = tape.members(of: people)
                while key < end {
                    keys.append(key)
                    key = tape.key(behind: key)
                }
            }
            appendList(keys.count, to: &bytes, writer, indent) { index, bytes in
                let key = keys[index]
                append(
                    key..<key, [("id", .node(key)), ("role", .node(key + 1))], to: &bytes, writer, indent + 1)
            }
        case .goals:
            appendList(goals.count, to: &bytes, writer, indent) { index, bytes in
                let goal = goals[index]
                let (first, end) = tape.members(of: goal.key + 1)
                append(
                    first..<end,
                    [
                        ("done", .flag(goal.isDone)), ("id", .node(goal.key)),
                        ("milestones", .milestones(goal.milestones)), ("progress", .decimal(goal.progress)),
                    ], to: &bytes, writer, indent + 1)
            }
        case .milestones(let milestones):
            appendList(milestones.count, to: &bytes, writer, indent) { index, bytes in
                appendElement(milestones[index].key, to: &bytes, writer, indent + 1)
            }
        case .reflection(let reflection):
            let (first, end) = tape.members(of: reflection)
            let hasLessons = tape.value("learned", of: reflection) != nil
            append(
                first..<end, hasLessons ? [("learned", .lessons)] : [], to: &bytes, writer, indent)
        case .nothing: break
        }
    }

    /// An element with its id among its members.
    private func appendElement(
        _ key: Int, to bytes: inout JSONBuffer<UInt8>, _ writer: JSONWriter, _ indent: Int
    ) {
        let (first, end) = tape.members(of: key + 1)
        append(first..<end, [("id", .node(key))], to: &bytes, writer, indent)
    }

    private func appendList(
        _ count: Int, to bytes: inout JSONBuffer<UInt8>, _ writer: JSONWriter, _ indent: Int,
        _ append: (Int, inout JSONBuffer<UInt8>) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            writer.appendLineBreak(to: &bytes, indent: indent + 1)
            append(index, &bytes)
        }
        if count > 0 { writer.appendLineBreak(to: &bytes, indent: indent) }
        bytes.append(UInt8(ascii: "]"))
    }
}
