/// A key of an object, ordered and compared by its UTF-8 bytes. The first eight bytes stand beside the text
/// as one number, which decides almost every comparison.
struct JSONKey: Comparable, Sendable {
    let text: String
    /// The first eight bytes, the first one highest, zeros where the key is shorter.
    let head: UInt64

    init(_ text: String) {
        self.text = text
        head = text.withBytes { $0.head() }
    }

    /// For a caller that has the bytes of `text` at hand.
    init(_ text: String, bytes: UnsafeRawBufferPointer) {
        self.text = text
        head = bytes.head()
    }

    static func == (left: JSONKey, right: JSONKey) -> Bool {
        left.head == right.head && order(ofTails: left, right) == 0
    }

    static func < (left: JSONKey, right: JSONKey) -> Bool {
        left.head == right.head ? order(ofTails: left, right) < 0 : left.head < right.head
    }

    /// Negative, zero or positive, for keys with the same head.
    @inline(__always)
    static func order(ofTails left: JSONKey, _ right: JSONKey) -> Int {
        let leftCount = left.text.utf8.count
        let rightCount = right.text.utf8.count
        // The shorter one is wholly in the head, so it is the beginning of the longer one.
        if min(leftCount, rightCount) <= 8 { return leftCount - rightCount }
        return left.text.withBytes { left in right.text.withBytes { right in left.order(to: right) } }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func head() -> UInt64 {
        if count >= 8 { return UInt64(bigEndian: loadUnaligned(as: UInt64.self)) }
        var head: UInt64 = 0
        for byte in self { head = head << 8 | UInt64(byte) }
        return isEmpty ? 0 : head << UInt64(64 - 8 * count)
    }
}
