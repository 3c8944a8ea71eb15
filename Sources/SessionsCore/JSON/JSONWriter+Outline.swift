/// Values that are written as they were read, without having been made.
extension JSONWriter {
    /// Appends the value of a line, as `append(_:to:indent:)` does the same value of a tree.
    func append(
        _ outline: borrowing JSONOutline, _ index: Int, to bytes: inout GrowingBuffer<UInt8>, indent: Int
    ) {
        let line = outline[index]
        switch line.kind {
        case .string:
            if line.isPlain {
                append(text: outline.text(of: index), to: &bytes)
            } else {
                append(outline.string(index), to: &bytes)
            }
        case .number, .word, .end: bytes.append(outline.text(of: index))
        case .array, .object:
            bytes.append(line.kind == .array ? "[" : "{")
            let members = outline.members(of: index)
            append(outline, members, to: &bytes, indent: indent + 1)
            if !members.isEmpty { appendLineBreak(to: &bytes, indent: indent) }
            bytes.append(line.kind == .array ? "]" : "}")
        }
    }

    /// Appends members or elements that stand behind each other, each on a line of its own.
    ///
    /// - Parameter indent: the levels by which they are indented.
    func append(
        _ outline: borrowing JSONOutline, _ members: Range<Int>, to bytes: inout GrowingBuffer<UInt8>,
        indent: Int
    ) {
        var member = members.lowerBound
        while member < members.upperBound {
            if member > members.lowerBound { bytes.append(UInt8(ascii: ",")) }
            appendLineBreak(to: &bytes, indent: indent)
            let line = outline[member]
            if line.keyEnd > line.start {
                append(text: outline.key(of: member), to: &bytes)
                appendColon(to: &bytes)
            }
            append(outline, member, to: &bytes, indent: indent)
            member = outline.member(behind: member)
        }
    }

    @inline(__always)
    func appendColon(to bytes: inout GrowingBuffer<UInt8>) {
        bytes.append(UInt8(ascii: ":"))
        if style != .line { bytes.append(UInt8(ascii: " ")) }
    }
}
