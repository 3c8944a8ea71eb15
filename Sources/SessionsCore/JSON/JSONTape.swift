/// A JSON text as its tokens, one behind the other, each knowing where the value ends that it begins: what can be
/// looked through and written again without a tree of values being made.
///
/// Only texts in the form of this program are taken: keys without escapes, in the order of their bytes.
struct JSONTape {
    enum Kind {
        case object, array, key, string, number
        /// `true`, `false`, `null`.
        case word
    }

    struct Node {
        let kind: Kind
        /// Whether its text stands for itself: it has no escapes.
        let isPlain: Bool
        /// Where its text stands, that of strings and keys without the quotes.
        let start: Int
        var end: Int
        /// The number of the node behind it and all that is in it. Behind a key comes its value.
        var next: Int
    }

    private var nodes: [Node] = []
    /// The arrays and objects that have not ended, and the last key of each, -1 where there is none.
    private var open: [(node: Int, key: Int)] = []
    private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Whether the text was read to its end.
    private var isWhole = false

    /// Reads a text in the place of the one before; says whether it is JSON in that form, within the limits. The
    /// bytes must stay where they are while the tape is used.
    mutating func read(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits) -> Bool {
        nodes.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        self.bytes = bytes
        isWhole = false
        var scanner = JSONScanner(bytes, limits: limits)
        do throws(JSONError) {
            while try add(scanner.next(), endingAt: scanner.position) {}
        } catch {
            return false
        }
        return isWhole
    }

    /// Adds a token; whether there are more.
    @inline(__always)
    private mutating func add(_ token: JSONScanner.Token, endingAt end: Int) -> Bool {
        let index = nodes.count
        switch token {
        case .beginObject: begin(.object, at: end - 1)
        case .beginArray: begin(.array, at: end - 1)
        case .endObject, .endArray:
            guard let last = open.popLast() else { return false }
            nodes[last.node].next = index
            nodes[last.node].end = end
        case .key(let text):
            guard !text.hasEscapes, let object = open.last else { return false }
            if object.key >= 0 {
                let before = self.text(of: object.key)
                guard before.order(to: UnsafeRawBufferPointer(rebasing: bytes[text.start..<text.end])) < 0
                else { return false }
            }
            open[open.count - 1].key = index
            nodes.append(Node(kind: .key, isPlain: true, start: text.start, end: text.end, next: index + 1))
        case .string(let text):
            nodes.append(
                Node(
                    kind: .string, isPlain: !text.hasEscapes, start: text.start, end: text.end,
                    next: index + 1))
        case .number(let text):
            nodes.append(
                Node(kind: .number, isPlain: true, start: text.start, end: text.end, next: index + 1))
        case .bool(let value):
            nodes.append(
                Node(kind: .word, isPlain: true, start: end - (value ? 4 : 5), end: end, next: index + 1))
        case .null:
            nodes.append(Node(kind: .word, isPlain: true, start: end - 4, end: end, next: index + 1))
        case .end:
            isWhole = true
            return false
        }
        return true
    }

    /// Adds the beginning of an array or object; where it ends is known at its end.
    @inline(__always)
    private mutating func begin(_ kind: Kind, at start: Int) {
        open.append((nodes.count, -1))
        nodes.append(Node(kind: kind, isPlain: true, start: start, end: start, next: nodes.count))
    }

    @inline(__always)
    subscript(index: Int) -> Node { nodes[index] }

    /// The bytes of a string, key, number or word as they are written.
    @inline(__always)
    func text(of index: Int) -> UnsafeRawBufferPointer {
        let node = nodes[index]
        return UnsafeRawBufferPointer(
            start: bytes.baseAddress.map { $0 + node.start }, count: node.end - node.start)
    }

    /// The number of the key that comes first in an object, and the one that is behind the last.
    @inline(__always)
    func members(of object: Int) -> (first: Int, end: Int) { (object + 1, nodes[object].next) }

    /// The key behind one and its value.
    @inline(__always)
    func key(behind key: Int) -> Int { nodes[key + 1].next }

    /// The value that an object has under a key; nil where it has none.
    @inline(__always)
    func value(_ name: StaticString, of object: Int) -> Int? {
        var (key, end) = members(of: object)
        while key < end {
            if isText(key, name) { return key + 1 }
            key = self.key(behind: key)
        }
        return nil
    }

    /// Whether a key or string is that text, without escapes.
    @inline(__always)
    func isText(_ index: Int, _ text: StaticString) -> Bool {
        let node = nodes[index]
        return node.end - node.start == text.utf8CodeUnitCount && node.isPlain
            && self.text(of: index).order(
                to: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) == 0
    }
}

extension JSONTape {
    /// What a string says, its escapes replaced.
    func string(_ index: Int) -> String {
        let node = nodes[index]
        let quoted = UnsafeRawBufferPointer(rebasing: bytes[node.start - 1..<node.end + 1])
        // What was read once is read again.
        return (try? JSON(parsing: quoted, limits: JSONLimits(stringBytes: .max)))?.stringValue ?? ""
    }
}
