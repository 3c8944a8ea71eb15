/// Values that are written as they were read, without having been made.
extension JSONWriter {
    /// Appends a value of a tape, as `append(_:to:indent:)` does the same value of a tree.
    func append(_ tape: JSONTape, _ index: Int, to bytes: inout JSONBuffer<UInt8>, indent: Int) {
        let node = tape[index]
        switch node.kind {
        case .key, .string: append(string: index, of: tape, to: &bytes)
        case .number, .word: bytes.append(tape.text(of: index))
        case .array:
            bytes.append(UInt8(ascii: "["))
            var element = index + 1
            while element < node.next {
                if element > index + 1 { bytes.append(UInt8(ascii: ",")) }
                appendLineBreak(to: &bytes, indent: indent + 1)
                append(tape, element, to: &bytes, indent: indent + 1)
                element = tape[element].next
            }
            if node.next > index + 1 { appendLineBreak(to: &bytes, indent: indent) }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            var (key, end) = tape.members(of: index)
            let isEmpty = key == end
            while key < end {
                if key > index + 1 { bytes.append(UInt8(ascii: ",")) }
                appendLineBreak(to: &bytes, indent: indent + 1)
                append(text: tape.text(of: key), to: &bytes)
                appendColon(to: &bytes)
                append(tape, key + 1, to: &bytes, indent: indent + 1)
                key = tape.key(behind: key)
            }
            if !isEmpty { appendLineBreak(to: &bytes, indent: indent) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a string or key in quotes.
    @inline(__always)
    private func append(
        string index: Int, of tape: JSONTape, to bytes: inout JSONBuffer<UInt8>
    ) {
        if tape[index].isPlain { return append(text: tape.text(of: index), to: &bytes) }
        append(tape.string(index), to: &bytes)
    }

    @inline(__always)
    func appendColon(to bytes: inout JSONBuffer<UInt8>) {
        bytes.append(UInt8(ascii: ":"))
        if style != .line { bytes.append(UInt8(ascii: " ")) }
    }
}
