/// The changes of files that a record tells of: read from its bytes one by one, each time anew.
struct FileChanges: Sequence, Sendable {
    typealias Element = OperationRecord.FileChange

    private let bytes: FixedBytes
    private let start: Int

    /// - Parameter start: where the list of them begins, in JSON that was found to be whole.
    init(_ bytes: FixedBytes, from start: Int) {
        self.bytes = bytes
        self.start = start
    }

    /// Whether each of them is one that this program knows.
    var areAllKnown: Bool {
        var iterator = makeIterator()
        while iterator.next() != nil {}
        return iterator.isAtEnd
    }

    func makeIterator() -> Iterator { Iterator(bytes, from: start) }

    struct Iterator: IteratorProtocol {
        /// Keeps them where they are.
        private let bytes: FixedBytes
        private var scanner: JSONScanner
        /// Whether the list ended, and not at something unknown.
        private(set) var isAtEnd = false

        fileprivate init(_ bytes: FixedBytes, from start: Int) {
            self.bytes = bytes
            let rest = UnsafeRawBufferPointer(start: bytes.start + start, count: bytes.count - start)
            scanner = JSONScanner(rest, limits: OperationRecord.limits)
            _ = try? scanner.next()
        }

        mutating func next() -> Element? {
            guard !isAtEnd, let first = try? scanner.next() else { return nil }
            guard case .beginObject = first else {
                isAtEnd = first == .endArray
                return nil
            }
            let start = scanner.position - 1
            let depth = scanner.depth
            do throws(JSONError) {
                while scanner.depth >= depth { _ = try scanner.next() }
                let text = UnsafeRawBufferPointer(rebasing: scanner.bytes[start..<scanner.position])
                return Element(try JSON(parsing: text, limits: OperationRecord.limits))
            } catch {
                return nil
            }
        }
    }
}

extension OperationRecord.FileChange {
    var json: JSON {
        var object: JSONObject = ["path": .string(path.description)]
        object["before"] = before.map(JSON.string)
        object["after"] = after.map(JSON.string)
        object["mode"] = mode.map { .number(JSONNumber(Int($0))) }
        switch undo {
        case .remove: break
        case .keep: object["keep"] = true
        case .steps(let change, let old):
            object["steps"] = change.json
            if let old { Self.put(old, into: &object) }
        case .whole(let bytes): Self.put(bytes, into: &object)
        }
        return .object(object)
    }

    /// A file is text. The bytes of one that is damaged must come back all the same: each stands as the scalar of
    /// its number.
    private static func put(_ bytes: [UInt8], into object: inout JSONObject) {
        if let text = String(validating: bytes, as: UTF8.self) {
            object["whole"] = .string(text)
        } else {
            object["bytes"] = .string(String(String.UnicodeScalarView(bytes.map(Unicode.Scalar.init))))
        }
    }

    init?(_ json: JSON) {
        guard let object = json.objectValue,
            let path = object["path"]?.stringValue.flatMap({ WorkspacePath($0) })
        else { return nil }
        self.path = path
        before = object["before"]?.stringValue
        after = object["after"]?.stringValue
        mode = object["mode"]?.intValue.flatMap { FileMode(exactly: $0) }.map { $0 & 0o777 }
        let whole =
            object["whole"]?.stringValue.map { Array($0.utf8) }
            ?? object["bytes"]?.stringValue.map {
                $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            }
        if let steps = object["steps"] {
            guard let change = DocumentChange(steps) else { return nil }
            undo = .steps(change, old: whole)
        } else if let whole {
            undo = .whole(whole)
        } else {
            undo = object["keep"]?.boolValue == true ? .keep : .remove
        }
    }
}
