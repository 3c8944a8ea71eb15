/// Text made ready to be compared without regard to case.
package struct FoldedText: Equatable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            bytes = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        } else {
            bytes = Array(text.lowercased().utf8)
        }
    }

    package func contains(_ other: FoldedText) -> Bool { ByteSearch.contains(bytes, other.bytes) }
}
