/// What values are, and in what order they stand.
extension StoredSession {
    /// What stands in an object of the session under ids, in their order; none where there is no such object.
    ///
    /// - Parameter make: an element of the node that stands under the id; nil for one that is not taken.
    /// - Returns: nil where one is not taken.
    func elements(of name: StaticString, _ make: (Int) -> Element?) -> [Element]? {
        guard let list = tape.value(name, of: Self.root) else { return [] }
        guard tape[list].kind == .object else { return nil }
        var elements: [Element] = []
        var (key, end) = tape.members(of: list)
        while key < end {
            guard isWord(key), tape[key + 1].kind == .object, let element = make(key + 1) else { return nil }
            elements.append(element)
            key = tape.key(behind: key)
        }
        return elements
    }

    /// By time, those of one moment as they were added, as the events say, and then by id.
    func inOrder(_ elements: [Element], below path: StaticString) -> [Element] {
        guard elements.count > 1 else { return elements }
        var elements = elements
        for index in elements.indices { elements[index].number = number(ofAdding: elements[index].key, path) }
        return elements.sorted { ($0.at, $0.number, $0.key) < ($1.at, $1.number, $1.key) }
    }

    /// The number of the event, the last by its id, that is about an element; 0 where there is none.
    private func number(ofAdding key: Int, _ path: StaticString) -> Int {
        let id = tape.text(of: key)
        var found: (event: Int, number: Int)?
        for event in events where found.map({ event.key > $0.event }) ?? true {
            guard let node = tape.value("path", of: event.key + 1) else { continue }
            let text = tape.text(of: node)
            let start = path.utf8CodeUnitCount
            guard text.count == start + id.count,
                UnsafeRawBufferPointer(rebasing: text[start...]).order(to: id) == 0,
                UnsafeRawBufferPointer(rebasing: text[..<start]).order(
                    to: UnsafeRawBufferPointer(start: path.utf8Start, count: start)) == 0
            else { continue }
            found = (event.key, event.number)
        }
        return found?.number ?? 0
    }

    /// Whether an object has a text there, or nothing where nothing is needed.
    func hasText(_ name: StaticString, _ object: Int, isNeeded: Bool = false) -> Bool {
        tape.value(name, of: object).map { tape[$0].kind == .string } ?? !isNeeded
    }

    /// Whether it is a text of visible ASCII, written as it is: ordered and compared by its bytes as by its
    /// characters.
    func isWord(_ node: Int) -> Bool {
        (tape[node].kind == .string || tape[node].kind == .key) && tape[node].isPlain
            && tape.text(of: node).allSatisfy { (0x21...0x7e).contains($0) }
    }

    func isListOfTexts(_ node: Int) -> Bool {
        guard tape[node].kind == .array else { return false }
        return (node + 1..<tape[node].next).allSatisfy { tape[$0].kind == .string }
    }

    func isFlag(_ node: Int) -> Bool {
        tape[node].kind == .word && tape.text(of: node).first != UInt8(ascii: "n")
    }

    func isHash(_ node: Int) -> Bool {
        guard isWord(node) else { return false }
        let text = tape.text(of: node)
        return text.count == 64 && text.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    func isOffset(_ node: Int) -> Bool { isWord(node) && Zone.offset(of: tape.string(node)) != nil }

    /// A whole number from 0 of at most nine digits; nil for any other.
    func whole(_ node: Int) -> Int? {
        guard tape[node].kind == .number else { return nil }
        let text = tape.text(of: node)
        guard text.count <= 9 else { return nil }
        var value = 0
        for byte in text {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    func decimal(_ node: Int) -> Double? {
        guard tape[node].kind == .number else { return nil }
        if let whole = whole(node) { return Double(whole) }
        return JSONNumber(scanned: String(decoding: tape.text(of: node), as: UTF8.self)).doubleValue
    }

    /// A time as this program writes it: `2026-11-22T12:50:31.123Z`; nil for any other.
    func time(_ node: Int) -> Instant? {
        guard tape[node].kind == .string, tape[node].isPlain else { return nil }
        let text = tape.text(of: node)
        guard text.count == 24, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z")
        else { return nil }
        var areDigits = true
        func number(_ range: Range<Int>) -> Int {
            var value = 0
            for index in range {
                let digit = text[index] &- 48
                if digit > 9 { areDigits = false }
                value = value * 10 + Int(digit)
            }
            return value
        }
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard let day = CalendarDay(year: number(0..<4), month: number(5..<7), day: number(8..<10)),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
        let instant = Instant(milliseconds: Int64(seconds) * 1000 + Int64(number(20..<23)))
        return areDigits ? instant : nil
    }
}
