/// Reading what stands in known places: members by their keys, and values.
extension SummaryScanner {
    /// The members of an object that are still to be read, in the order of their keys.
    struct Members {
        fileprivate enum Place {
            case key, behindValue, behindObject
        }

        fileprivate var place: Place
        /// The key that was read last.
        fileprivate var last: JSONScanner.Text?
    }

    /// Begins to read an object, the value that comes next.
    @inline(__always)
    mutating func members() throws(Unusual) -> Members {
        let isEmpty = try !begin("{", "}")
        guard isEmpty || scanner.skipLineBreak(depth: depth) else { throw Unusual() }
        return Members(place: isEmpty ? .behindObject : .key)
    }

    /// Whether there is a member with a key; its value comes next then. Keys have to be asked for in their order;
    /// members between them are passed over.
    @inline(__always)
    mutating func next(_ name: StaticString, _ members: inout Members) throws(Unusual) -> Bool {
        try goOn(&members)
        guard members.place == .key, scanner.byte(at: scanner.position &+ 1) <= name.utf8Start[0] else {
            return false
        }
        let start = scanner.position &+ 1
        guard scanner.skipKey(name) else {
            return try passOver(until: UnsafeRawBufferPointer(name), &members)
        }
        let length = name.utf8CodeUnitCount
        members.last = JSONScanner.Text(start: start, end: start &+ length, decodedCount: length)
        members.place = .behindValue
        return true
    }

    /// Passes over the members before a key, or over all where there is none; says whether that comes next.
    @inline(never)
    private mutating func passOver(
        until name: UnsafeRawBufferPointer?, _ members: inout Members
    ) throws(Unusual) -> Bool {
        while members.place == .key {
            let start = scanner.position
            let key = try key(behind: members.last)
            let order = name.map { scanner.rawBytes(key).order(to: $0) } ?? -1
            if order > 0 {
                scanner.position = start
                return false
            }
            members.last = key
            members.place = .behindValue
            if order == 0 { return true }
            try skip()
            try goOn(&members)
        }
        return false
    }

    /// Goes on to the next key, or to the end of the object.
    @inline(__always)
    private mutating func goOn(_ members: inout Members) throws(Unusual) {
        if members.place == .behindValue { members.place = try isKeyNext() ? .key : .behindObject }
    }

    @inline(never)
    private mutating func isKeyNext() throws(Unusual) -> Bool {
        guard scanner.skip(",") else {
            try end("}")
            return false
        }
        guard scanner.skipLineBreak(depth: depth) else { throw Unusual() }
        return true
    }

    /// Passes over the members that were not asked for.
    @inline(__always)
    mutating func end(_ members: inout Members) throws(Unusual) {
        try goOn(&members)
        if members.place == .key { _ = try passOver(until: nil, &members) }
    }

    /// The text of a member; nil without such a member.
    @inline(__always)
    mutating func text(
        _ name: StaticString, _ members: inout Members
    ) throws(Unusual) -> JSONScanner.Text? { try next(name, &members) ? try text() : nil }

    @inline(__always)
    mutating func time(_ name: StaticString, _ members: inout Members) throws(Unusual) -> Instant? {
        try next(name, &members) ? try time() : nil
    }

    @inline(__always)
    mutating func whole(_ name: StaticString, _ members: inout Members) throws(Unusual) -> Int? {
        try next(name, &members) ? try whole() : nil
    }

    @inline(__always)
    mutating func number(_ name: StaticString, _ members: inout Members) throws(Unusual) -> Double? {
        try next(name, &members) ? try number() : nil
    }

    /// Reads an object of which every key may be anything.
    ///
    /// - Parameter visit: reads the value of a key.
    @inline(__always)
    mutating func elements(
        _ visit: (inout SummaryScanner, JSONScanner.Text) throws(Unusual) -> Void
    ) throws(Unusual) {
        var members = try members()
        while members.place == .key {
            let key = try key(behind: members.last)
            (members.last, members.place) = (key, .behindValue)
            try visit(&self, key)
            try goOn(&members)
        }
    }

    /// Reads a list, the value that comes next.
    ///
    /// - Parameter visit: reads an element.
    @inline(__always)
    private mutating func list(_ visit: (inout SummaryScanner) throws(Unusual) -> Void) throws(Unusual) {
        guard try begin("[", "]") else { return }
        repeat {
            guard scanner.skipLineBreak(depth: depth) else { throw Unusual() }
            try visit(&self)
        } while scanner.skip(",")
        try end("]")
    }

    /// Begins an object or list; says whether there is anything in it.
    @inline(__always)
    private mutating func begin(_ first: Unicode.Scalar, _ last: Unicode.Scalar) throws(Unusual) -> Bool {
        guard scanner.skip(first), depth < scanner.limits.depth else { throw Unusual() }
        if scanner.skip(last) { return false }
        depth &+= 1
        return true
    }

    @inline(__always)
    private mutating func end(_ last: Unicode.Scalar) throws(Unusual) {
        depth &-= 1
        guard scanner.skipLineBreak(depth: depth), scanner.skip(last) else { throw Unusual() }
    }

    /// Not copied into every place where something is read: it is long.
    @inline(never)
    private mutating func key(behind last: JSONScanner.Text?) throws(Unusual) -> JSONScanner.Text {
        guard let key = scanner.plainKey(),
            last.map({ scanner.isWritten($0, before: key) }) ?? true
        else { throw Unusual() }
        return key
    }

    // MARK: Values

    @inline(never)
    mutating func text() throws(Unusual) -> JSONScanner.Text {
        guard scanner.nextByte == UInt8(ascii: "\"") else { throw Unusual() }
        do { return try scanner.scanString() } catch { throw Unusual() }
    }

    /// The value with the name that comes next; nil where there is none of that name.
    mutating func name<Value: CaseIterable & RawRepresentable<String>>() throws(Unusual) -> Value? {
        let text = try text()
        guard !text.hasEscapes else { throw Unusual() }
        let bytes = scanner.rawBytes(text)
        return Value.allCases.first { value in value.rawValue.withBytes { $0.order(to: bytes) == 0 } }
    }

    @inline(never)
    mutating func time() throws(Unusual) -> Instant {
        if let time = scanner.time(&lastDay) { return time }
        let text = try text()
        guard !text.hasEscapes, let time = Instant(rfc3339: scanner.rawBytes(text)) else { throw Unusual() }
        return time
    }

    mutating func flag() throws(Unusual) {
        do { try scanner.scanWord(scanner.nextByte == UInt8(ascii: "t") ? "true" : "false") } catch {
            throw Unusual()
        }
    }

    /// Reads a number, of which it returns the text and the value where that is a few digits and nothing else.
    @inline(never)
    private mutating func digits() throws(Unusual) -> (JSONScanner.Text, Int?) {
        let first = scanner.nextByte
        guard first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: "-") else { throw Unusual() }
        do {
            let text = try scanner.scanNumber()
            return (text, scanner.digits(text))
        } catch { throw Unusual() }
    }

    mutating func number() throws(Unusual) -> Double {
        let (text, digits) = try digits()
        // As exact as the other way: so few digits have a `Double` of their own.
        if let digits { return Double(digits) }
        guard let number = JSONNumber(scanned: scanner.string(text)).doubleValue else { throw Unusual() }
        return number
    }

    mutating func whole() throws(Unusual) -> Int {
        let (text, digits) = try digits()
        if let digits { return digits }
        guard let number = JSONNumber(scanned: scanner.string(text)).intValue else { throw Unusual() }
        return number
    }

    mutating func minutes() throws(Unusual) -> TimeAmount {
        guard let amount = TimeAmount(minutes: try number()) else { throw Unusual() }
        return amount
    }

    mutating func readTexts() throws(Unusual) -> [JSONScanner.Text] {
        var texts: [JSONScanner.Text] = []
        try list { scan throws(Unusual) in texts.append(try scan.text()) }
        return texts
    }

    /// Reads a value that nothing is made of.
    mutating func skip() throws(Unusual) {
        switch scanner.nextByte {
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "{"): try elements { scan, _ throws(Unusual) in try scan.skip() }
        case UInt8(ascii: "["): try list { scan throws(Unusual) in try scan.skip() }
        case UInt8(ascii: "t"), UInt8(ascii: "f"): try flag()
        case UInt8(ascii: "n"): do { try scanner.scanWord("null") } catch { throw Unusual() }
        default: _ = try digits()
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
