extension JSON {
    /// Reads a whole JSON text, strictly by RFC 8259. Keys that are equal once unescaped are refused.
    ///
    /// O(n) for objects whose keys are in the order of their bytes, else O(n log n).
    package init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        var builder = JSONTreeBuilder(JSONScanner(bytes, limits: limits))
        self = try builder.build()
    }

    /// The same for an array of bytes.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            try JSON(parsing: UnsafeRawBufferPointer(buffer), limits: limits)
        }
    }

    /// The same for a string.
    package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        self = try JSON(parsing: Array(text.utf8), limits: limits)
    }
}

/// Builds a value from the tokens of a scanner. It calls itself once for each level, and the scanner
/// ends that at its limit.
private struct JSONTreeBuilder: ~Copyable {
    private var scanner: JSONScanner
    private var elements = GrowingBuffer<JSON>(capacity: 32)
    private var members = GrowingBuffer<JSONObject.Member>(capacity: 32)

    init(_ scanner: JSONScanner) {
        self.scanner = scanner
    }

    mutating func build() throws(JSONError) -> JSON {
        let root = try value(scanner.next())
        _ = try scanner.next()
        return root
    }

    private mutating func value(_ token: JSONScanner.Token) throws(JSONError) -> JSON {
        switch token {
        case .string(let text): .string(scanner.string(text))
        case .number(let text): .number(JSONNumber(scanned: scanner.string(text)))
        case .bool(let value): .bool(value)
        case .beginObject: try object()
        case .beginArray: try array()
        case .null, .key, .endObject, .endArray, .end: .null
        }
    }

    private mutating func array() throws(JSONError) -> JSON {
        let base = elements.count
        while true {
            let token = try scanner.next()
            if case .endArray = token { return .array(elements.take(from: base)) }
            try elements.append(value(token))
        }
    }

    private mutating func object() throws(JSONError) -> JSON {
        let start = scanner.position - 1
        let base = members.count
        while case .key(let text) = try scanner.next() {
            let key = key(text)
            let value = try value(scanner.next())
            members.append(JSONObject.Member(key: key, value: value))
        }
        if !JSONObject.Member.sort(members.elements(from: base)) { throw duplicateKey(inObjectAt: start) }
        return .object(JSONObject(sorted: members.take(from: base)))
    }

    private func key(_ text: JSONScanner.Text) -> JSONKey {
        let string = scanner.string(text)
        return text.hasEscapes ? JSONKey(string) : JSONKey(string, bytes: scanner.rawBytes(text))
    }

    /// Reads the object again to find the first key that was there before.
    private func duplicateKey(inObjectAt start: Int) -> JSONError {
        var again = JSONScanner(
            UnsafeRawBufferPointer(rebasing: scanner.bytes[start...]), limits: scanner.limits)
        var keys: [(key: JSONKey, offset: Int)] = []
        _ = try? again.next()
        while case .key(let text)? = try? again.next() {
            keys.append((JSONKey(again.string(text)), start + text.start - 1))
            _ = try? again.skipValue()
        }
        keys.sort { $0.key == $1.key ? $0.offset < $1.offset : $0.key < $1.key }
        let repeated = zip(keys, keys.dropFirst()).filter { $0.key == $1.key }.map { $1 }
        let first = repeated.min { $0.offset < $1.offset } ?? (JSONKey(""), start)
        return scanner.error(.duplicateKey(first.key.text), at: first.offset)
    }
}
