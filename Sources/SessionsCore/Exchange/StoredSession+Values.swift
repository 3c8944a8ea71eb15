/// What values are.
extension StoredSession {
    /// The members of an object that are still to be looked at.
    struct Members {
        private var rest: Range<Int>

        @inline(__always)
        init(of object: Int, _ outline: borrowing JSONOutline) {
            rest = outline.members(of: object)
        }

        /// The member under a key, and nil where there is none. Keys have to be asked for in their order.
        @inline(__always)
        mutating func next(_ name: StaticString, _ outline: borrowing JSONOutline) -> Int? {
            let name = UnsafeRawBufferPointer(name)
            while let member = rest.first {
                let key = outline.key(of: member)
                // Most differ where they begin.
                let order =
                    key.isEmpty || key[0] == name[0] ? key.order(to: name) : Int(key[0]) - Int(name[0])
                if order > 0 { return nil }
                rest = outline.member(behind: member)..<rest.upperBound
                if order == 0 { return member }
            }
            return nil
        }

        /// The next member; nil at their end.
        @inline(__always)
        mutating func next(_ outline: borrowing JSONOutline) -> Int? {
            guard let member = rest.first else { return nil }
            rest = outline.member(behind: member)..<rest.upperBound
            return member
        }
    }

    /// Reads what stands in an object under ids, in their order; nothing where there is no object.
    ///
    /// - Parameter read: reads one of them; false for one that is not taken.
    /// - Returns: false where one is not taken.
    mutating func eachElement(of list: Int?, _ read: (inout StoredSession, Int) -> Bool) -> Bool {
        guard let list else { return true }
        guard outline[list].kind == .object else { return false }
        var members = Members(of: list, outline)
        while let element = members.next(outline) {
            guard isID(element), outline[element].kind == .object, read(&self, element) else { return false }
        }
        return true
    }

    /// Puts elements in order: by time, those of one moment as they were added, as the events say, and then by id.
    static func order(
        _ elements: inout [Element], below path: StaticString, by events: [Element],
        _ outline: borrowing JSONOutline
    ) {
        guard elements.count > 1 else { return }
        elements.sort { ($0.at, $0.line) < ($1.at, $1.line) }
        var isClear = true
        for index in 1..<elements.count where elements[index].at == elements[index - 1].at { isClear = false }
        if isClear { return }
        for index in elements.indices {
            elements[index].number = number(
                ofAdding: outline.key(of: elements[index].line), path, events, outline)
        }
        elements.sort { ($0.at, $0.number, $0.line) < ($1.at, $1.number, $1.line) }
    }

    /// The number of the event, the last by its id, that is about an element; 0 where there is none.
    private static func number(
        ofAdding id: UnsafeRawBufferPointer, _ path: StaticString, _ events: [Element],
        _ outline: borrowing JSONOutline
    ) -> Int {
        let start = path.utf8CodeUnitCount
        var found: Element?
        for event in events {
            guard event.line > found?.line ?? 0, let line = outline.value("path", of: event.line) else {
                continue
            }
            let text = outline.text(of: line)
            guard text.count == start + id.count,
                UnsafeRawBufferPointer(rebasing: text[start...]).order(to: id) == 0,
                UnsafeRawBufferPointer(rebasing: text[..<start]).order(to: UnsafeRawBufferPointer(path)) == 0
            else { continue }
            found = event
        }
        return found?.number ?? 0
    }

    /// A goal or milestone; nil for one that is not taken.
    mutating func step(_ line: Int, isGoal: Bool) -> Step? {
        var (position, weight) = (0.0, 1.0)
        var milestones: [Step] = []
        var members = Members(of: line, outline)
        if !isGoal, !isText(members.next("check", outline)) { return nil }
        let doneAt = members.next("doneAt", outline)
        if let doneAt, time(doneAt) == nil { return nil }
        if isGoal {
            if let list = members.next("milestones", outline) {
                guard let read = steps(list, areGoals: false) else { return nil }
                milestones = read
            }
            if let plan = members.next("plannedMinutes", outline), whole(plan) == nil { return nil }
        } else if members.next("evidence", outline) != nil {
            return nil
        }
        if let line = members.next("position", outline) {
            guard let value = decimal(line) else { return nil }
            position = value
        }
        if isGoal, let required = members.next("required", outline), !isFlag(required) { return nil }
        guard isText(members.next("title", outline), isNeeded: true) else { return nil }
        if isGoal, let line = members.next("weight", outline) {
            guard let value = decimal(line), Goal.weights.contains(value) else { return nil }
            weight = value
        }
        let isDone = milestones.isEmpty ? doneAt != nil : milestones.allSatisfy(\.isDone)
        let progress =
            milestones.isEmpty
            ? (isDone ? 1 : 0) : Double(milestones.count { $0.isDone }) / Double(milestones.count)
        return Step(
            line: line, position: position, weight: weight, milestones: milestones, isDone: isDone,
            progress: progress)
    }

    /// The share of the goals that is reached; nil where there are none.
    var progress: Double? {
        let total = goals.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        return goals.reduce(0) { $0 + $1.weight * $1.progress } / total
    }

    /// Whether it is a text, or nothing where nothing is needed.
    @inline(__always)
    func isText(_ line: Int?, isNeeded: Bool = false) -> Bool {
        line.map { outline[$0].kind == .string } ?? !isNeeded
    }

    /// Whether it is a text of visible ASCII, written as it is: ordered and compared by its bytes as by its
    /// characters.
    func isWord(_ line: Int) -> Bool {
        outline[line].kind == .string && outline[line].isPlain && outline.text(of: line).isVisibleASCII
    }

    /// The same of the key of a member.
    func isID(_ line: Int) -> Bool { outline.key(of: line).isVisibleASCII }

    func isListOfTexts(_ line: Int) -> Bool {
        outline[line].kind == .array && outline.members(of: line).allSatisfy { outline[$0].kind == .string }
    }

    func isFlag(_ line: Int) -> Bool {
        outline[line].kind == .word && outline.text(of: line).first != UInt8(ascii: "n")
    }

    func isHash(_ line: Int) -> Bool {
        guard isWord(line) else { return false }
        let text = outline.text(of: line)
        return text.count == 64 && text.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    func isOffset(_ line: Int) -> Bool {
        isWord(line) && Zone.offset(of: outline.text(of: line)) != nil
    }

    /// A whole number from 0 of at most nine digits; nil for any other.
    func whole(_ line: Int) -> Int? {
        guard outline[line].kind == .number else { return nil }
        let text = outline.text(of: line)
        guard text.count <= 9 else { return nil }
        var value = 0
        for byte in text {
            guard byte &- 48 < 10 else { return nil }
            value = value &* 10 &+ Int(byte &- 48)
        }
        return value
    }

    func decimal(_ line: Int) -> Double? {
        guard outline[line].kind == .number else { return nil }
        if let whole = whole(line) { return Double(whole) }
        return JSONNumber(scanned: String(decoding: outline.text(of: line), as: UTF8.self)).doubleValue
    }

    /// A time as this program writes it; nil for any other.
    @inline(__always)
    mutating func time(_ line: Int) -> Instant? {
        guard outline[line].kind == .string, outline[line].isPlain else { return nil }
        return lastDay.time(outline.text(of: line))
    }

    /// Takes over when an element was made, where that is said; false where it is no time.
    mutating func readTime(of element: inout Element, _ members: inout Members) -> Bool {
        guard let line = members.next("at", outline) else { return true }
        guard let at = time(line) else { return false }
        element.at = at
        return true
    }
}

extension UnsafeRawBufferPointer {
    fileprivate var isVisibleASCII: Bool {
        for byte in self where byte &- 0x21 >= 0x5e { return false }
        return true
    }
}
