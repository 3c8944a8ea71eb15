extension StoredSession {
    /// An object that is being written: its stored members are gone through in the order of their keys, and others
    /// are put between them.
    private struct Place {
        /// The stored members that are still to come.
        var rest: Range<Int>
        /// The levels by which its members are indented.
        let indent: Int
        var isEmpty = true
    }

    private struct Form {
        let writer: JSONWriter
        /// The levels by which the whole is indented.
        let indent: Int
    }

    /// Appends the session as programs are shown it: what `Session.output(now:)` comes to, as text.
    func append(to bytes: inout GrowingBuffer<UInt8>, _ writer: JSONWriter, indent: Int) {
        let form = Form(writer: writer, indent: indent)
        appendObject(Self.root, to: &bytes, form, indent) { place, bytes in
            let level = place.indent
            func put(_ key: StaticString, _ line: Int?) {
                begin(key, line != nil, &place, &bytes, form)
                if let line { form.writer.append(outline, line, to: &bytes, indent: level) }
            }
            func put(_ key: StaticString, flag: Bool?) {
                begin(key, flag != nil, &place, &bytes, form)
                if let flag { bytes.append(flag ? "true" : "false") }
            }
            func put(_ key: StaticString, number: JSONNumber?) {
                begin(key, number != nil, &place, &bytes, form)
                number?.text.withBytes { bytes.append($0) }
            }
            func put(_ key: StaticString, _ elements: [Element]) {
                begin(key, true, &place, &bytes, form)
                appendElements(elements, to: &bytes, form, level)
            }
            put("archivedAt", archivedAt)
            put("attachments", attachments)
            put("comments", comments)
            put("completedAt", completedAt)
            put("events", events)
            begin("goals", true, &place, &bytes, form)
            appendGoals(to: &bytes, form, level)
            put("intervals", intervals)
            put("links", links)
            put("overBudget", flag: isOverBudget)
            begin("participants", true, &place, &bytes, form)
            appendList(people.count, to: &bytes, form, level) { index, bytes in
                appendPair(people[index].line, "role", to: &bytes, form, level + 1)
            }
            put("progress", number: progress.flatMap(JSONNumber.init))
            if let reflection {
                begin("reflection", true, &place, &bytes, form)
                appendReflection(reflection, to: &bytes, form, level)
            }
            put("running", flag: isRunning)
            put("startedAt", startedAt)
            if archived == nil {
                put("status", status)
            } else {
                begin("status", true, &place, &bytes, form)
                bytes.append("\"archived\"")
                put("statusBefore", status)
            }
            begin("tags", true, &place, &bytes, form)
            if let tags {
                form.writer.append(outline, tags, to: &bytes, indent: level)
            } else {
                bytes.append("[]")
            }
            put("trackedSeconds", number: JSONNumber(tracked.seconds))
            put("updatedAt", updatedAt)
            put("wallSeconds", number: JSONNumber(wall.seconds))
        }
    }

    // MARK: Objects

    /// Appends an object of the stored members of another and those that `put` puts between them.
    private func appendObject(
        _ object: Int?, to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int,
        _ put: (inout Place, inout GrowingBuffer<UInt8>) -> Void
    ) {
        var place = Place(rest: object.map { outline.members(of: $0) } ?? 0..<0, indent: indent + 1)
        bytes.append(UInt8(ascii: "{"))
        put(&place, &bytes)
        copy(until: place.rest.upperBound, &place, &bytes, form)
        if !place.isEmpty { form.writer.appendLineBreak(to: &bytes, indent: indent) }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Goes past the stored members that stand before a key, and begins the member of that key, in the place of one
    /// that is stored.
    ///
    /// - Parameter isThere: whether there is one; else only what is stored is left out.
    private func begin(
        _ key: StaticString, _ isThere: Bool, _ place: inout Place, _ bytes: inout GrowingBuffer<UInt8>,
        _ form: Form
    ) {
        let name = UnsafeRawBufferPointer(key)
        var member = place.rest.lowerBound
        var order = -1
        while member < place.rest.upperBound {
            order = outline.key(of: member).order(to: name)
            if order >= 0 { break }
            member = outline.member(behind: member)
        }
        copy(until: member, &place, &bytes, form)
        if member < place.rest.upperBound, order == 0 {
            place.rest = outline.member(behind: member)..<place.rest.upperBound
        }
        guard isThere else { return }
        if !place.isEmpty { bytes.append(UInt8(ascii: ",")) }
        place.isEmpty = false
        form.writer.appendLineBreak(to: &bytes, indent: place.indent)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(name)
        bytes.append(UInt8(ascii: "\""))
        form.writer.appendColon(to: &bytes)
    }

    /// Copies stored members as they are.
    private func copy(
        until end: Int, _ place: inout Place, _ bytes: inout GrowingBuffer<UInt8>, _ form: Form
    ) {
        let members = place.rest.lowerBound..<end
        guard !members.isEmpty else { return }
        if !place.isEmpty { bytes.append(UInt8(ascii: ",")) }
        place.isEmpty = false
        place.rest = end..<place.rest.upperBound
        guard form.writer.style == .output, outline.isShownAsWritten else {
            return form.writer.append(outline, members, to: &bytes, indent: place.indent)
        }
        // Elements stay as deep as they were, so that all lines move by the levels of the whole.
        let text = outline.text(ofLines: members)
        form.writer.appendLineBreak(to: &bytes, indent: place.indent)
        bytes.append(lines: text, count: members.count, indentedBy: 2 * form.indent)
    }

    // MARK: Lists

    private func appendElements(
        _ elements: [Element], to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int
    ) {
        appendList(elements.count, to: &bytes, form, indent) { index, bytes in
            appendElement(elements[index].line, to: &bytes, form, indent + 1)
        }
    }

    /// An element with its id among its members.
    private func appendElement(
        _ element: Int, to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int
    ) {
        appendObject(element, to: &bytes, form, indent) { place, bytes in
            begin("id", true, &place, &bytes, form)
            appendID(of: element, to: &bytes)
        }
    }

    /// An element that is stored as a text under its id.
    private func appendPair(
        _ line: Int, _ name: StaticString, to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int
    ) {
        appendObject(nil, to: &bytes, form, indent) { place, bytes in
            begin("id", true, &place, &bytes, form)
            form.writer.append(text: outline.key(of: line), to: &bytes)
            begin(name, true, &place, &bytes, form)
            form.writer.append(outline, line, to: &bytes, indent: place.indent)
        }
    }

    private func appendGoals(to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int) {
        appendList(goals.count, to: &bytes, form, indent) { index, bytes in
            let goal = goals[index]
            appendObject(goal.line, to: &bytes, form, indent + 1) { place, bytes in
                begin("done", true, &place, &bytes, form)
                bytes.append(goal.isDone ? "true" : "false")
                begin("id", true, &place, &bytes, form)
                appendID(of: goal.line, to: &bytes)
                begin("milestones", true, &place, &bytes, form)
                appendList(goal.milestones.count, to: &bytes, form, place.indent) { index, bytes in
                    appendElement(goal.milestones[index].line, to: &bytes, form, indent + 3)
                }
                begin("progress", true, &place, &bytes, form)
                (JSONNumber(goal.progress)?.text ?? "null").withBytes { bytes.append($0) }
            }
        }
    }

    private func appendReflection(
        _ reflection: Int, to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int
    ) {
        appendObject(reflection, to: &bytes, form, indent) { place, bytes in
            guard outline.value("learned", of: reflection) != nil else { return }
            begin("learned", true, &place, &bytes, form)
            let indent = place.indent
            appendList(lessons.count, to: &bytes, form, indent) { index, bytes in
                appendPair(lessons[index].line, "text", to: &bytes, form, indent + 1)
            }
        }
    }

    /// The id that an element is stored under, which is a word (`isWord`).
    private func appendID(of element: Int, to bytes: inout GrowingBuffer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(outline.key(of: element))
        bytes.append(UInt8(ascii: "\""))
    }

    private func appendList(
        _ count: Int, to bytes: inout GrowingBuffer<UInt8>, _ form: Form, _ indent: Int,
        _ append: (Int, inout GrowingBuffer<UInt8>) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            form.writer.appendLineBreak(to: &bytes, indent: indent + 1)
            append(index, &bytes)
        }
        if count > 0 { form.writer.appendLineBreak(to: &bytes, indent: indent) }
        bytes.append(UInt8(ascii: "]"))
    }
}
