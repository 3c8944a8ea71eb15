extension SummaryScanner {
    /// Puts what was read in order, and makes the facts of it that do not stand in the file.
    mutating func derive() throws(Unusual) {
        let scanner = scanner
        func isFirst(_ a: Text, _ b: Text) -> Bool { scanner.isWritten(a, before: b) }
        events.sort { a, b in
            if a.sequence != b.sequence { return a.sequence < b.sequence }
            return a.at == b.at ? isFirst(a.id, b.id) : a.at < b.at
        }
        intervals.sort { a, b in
            let (first, second) = (a.interval.order, b.interval.order)
            return first == second ? isFirst(a.id, b.id) : first < second
        }
        goals.sort { $0.position == $1.position ? isFirst($0.id, $1.id) : $0.position < $1.position }
        comments = try inOrder(comments, below: "/comments/")
        attachments = try inOrder(attachments, below: "/attachments/")
        lessons = try inOrder(lessons, below: "/reflection/learned/")

        facts.updated = events.last?.at ?? facts.created
        for event in events where event.kind == .started {
            facts.started = min(facts.started ?? event.happened, event.happened)
        }
        if facts.status == .completed {
            facts.completed = events.last { $0.kind == .completed }?.happened
        }
        for interval in intervals {
            facts.flags.insert(.time)
            if interval.interval.isOpen {
                facts.flags.insert(.running)
            } else {
                facts.tracked += interval.interval.seconds(now: facts.created)
            }
        }
        if !lessons.isEmpty { facts.flags.insert(.lesson) }
        if !skills.isEmpty { facts.flags.insert(.skill) }
        facts.progress = progress
        (facts.goals, facts.goalsReached) = (goals.count, goals.count { $0.isReached })
        (facts.comments, facts.attachments) = (comments.count, attachments.count)
    }

    /// As `[Goal].progress`, added up in the same order: sums of numbers with fractions depend on it.
    private var progress: Double? {
        let total = goals.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        return goals.reduce(0) { sum, goal in
            let steps = milestones[goal.milestones]
            guard !steps.isEmpty else { return sum + goal.weight * (goal.isReached ? 1 : 0) }
            return sum + goal.weight * (Double(steps.count { $0.isDone }) / Double(steps.count))
        } / total
    }

    /// By time, then by the events that added them, then by id, as `Session` has them.
    private func inOrder(
        _ elements: [ScannedElement], below path: StaticString
    ) throws(Unusual) -> [ScannedElement] {
        guard elements.count > 1 else { return elements }
        let scanner = scanner
        var sorted = elements.sorted { $0.at < $1.at }
        guard zip(sorted, sorted.dropFirst()).contains(where: { $0.at == $1.at }) else { return sorted }
        for event in events {
            // A path in other characters could be equal as text and yet not by its bytes.
            if let path = event.path, !scanner.isPlain(path) { throw Unusual() }
        }
        for number in sorted.indices {
            let id = sorted[number].id
            // Of several that added it the last one by id counts.
            let added = events.filter { $0.path.map { scanner.isWritten($0, as: path, then: id) } ?? false }
                .max { scanner.isWritten($0.id, before: $1.id) }
            sorted[number].addition = added?.sequence ?? 0
        }
        return sorted.sorted { a, b in
            if a.at != b.at { return a.at < b.at }
            return a.addition == b.addition
                ? scanner.isWritten(a.id, before: b.id) : a.addition < b.addition
        }
    }

    // MARK: Details

    func append(_ field: SummaryField, to details: inout SummaryBuilder.Bytes) {
        switch field {
        case .title: append(texts.title, to: &details)
        case .project: append(texts.project, to: &details)
        case .template: append(texts.template, to: &details)
        case .createdBy: append(texts.createdBy, to: &details)
        case .tags: for tag in tags { append(counted: tag, to: &details) }
        case .people:
            for (person, role) in participants {
                details.append(number: UInt8(role.number))
                append(counted: person, to: &details)
            }
        case .mentions:
            let mentions = comments.flatMap(\.mentions).map(scanner.string)
            SummaryBuilder.append(mentions: mentions, to: &details)
        case .intervals:
            for interval in intervals {
                SummaryBuilder.append(interval.interval, to: &details)
                append(counted: interval.person, to: &details)
            }
        case .events: for event in events { details.append(number: event.happened.milliseconds) }
        case .source:
            guard let source = texts.source else { break }
            append(counted: source.name, to: &details)
            append(source.id, to: &details)
        case .skills:
            for skill in skills {
                details.append(number: Int64(skill.change))
                append(counted: skill.name, to: &details)
            }
        }
    }

    private func append(_ text: Text?, to details: inout SummaryBuilder.Bytes) {
        guard let text else { return }
        if text.hasEscapes {
            details.append(text: scanner.string(text))
        } else {
            details.append(scanner.rawBytes(text))
        }
    }

    private func append(counted text: Text?, to details: inout SummaryBuilder.Bytes) {
        details.append(number: UInt32(truncatingIfNeeded: text?.decodedCount ?? 0))
        append(text, to: &details)
    }

    // MARK: Text

    /// Appends the folded lines in the order of `SearchText`.
    func appendText(to bytes: inout SummaryBuilder.Bytes) {
        if let title = texts.title, !appendPlain(.title, title, to: &bytes) {
            SearchText.Field.title.append(FoldedText(scanner.string(title)), to: &bytes)
        }
        for goal in goals {
            appendLines(.goal, goal.title, to: &bytes)
            for milestone in milestones[goal.milestones] { appendLines(.goal, milestone.title, to: &bytes) }
        }
        if let description = texts.description { appendLines(.description, description, to: &bytes) }
        for attachment in attachments { appendLines(.attachment, attachment.text, to: &bytes) }
        for interval in intervals { if let note = interval.note { appendLines(.note, note, to: &bytes) } }
        for comment in comments { appendLines(.comment, comment.text, to: &bytes) }
        for lesson in lessons { appendLines(.lesson, lesson.text, to: &bytes) }
    }

    private func appendLines(_ field: SearchText.Field, _ text: Text, to bytes: inout SummaryBuilder.Bytes) {
        guard text.decodedCount > 0, !appendPlain(field, text, to: &bytes) else { return }
        for line in SearchText.lines(of: scanner.string(text)) {
            field.append(FoldedText(String(line)), to: &bytes)
        }
    }

    /// Appends a text that is one line of ASCII; says whether it is.
    private func appendPlain(_ field: SearchText.Field, _ text: Text, to bytes: inout SummaryBuilder.Bytes)
        -> Bool
    {
        guard scanner.isPlain(text) else { return false }
        bytes.append(SummaryLayout.lineMark + UInt8(field.number))
        let start = bytes.count
        bytes.append(scanner.rawBytes(text))
        let line = bytes.elements(from: start)
        for index in 0..<line.count { line[index] = FoldedText.folded(line[index]) }
        return true
    }
}

extension JSONScanner {
    /// Whether it is written as a beginning in ASCII with another text behind it.
    fileprivate func isWritten(_ text: Text, as beginning: StaticString, then rest: Text) -> Bool {
        let count = beginning.utf8CodeUnitCount
        guard text.end - text.start == count + rest.end - rest.start else { return false }
        let bytes = rawBytes(text)
        for index in 0..<count where bytes[index] != beginning.utf8Start[index] { return false }
        return UnsafeRawBufferPointer(rebasing: bytes[count...]).order(to: rawBytes(rest)) == 0
    }
}
