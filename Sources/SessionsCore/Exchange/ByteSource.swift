/// The bytes of a file, one after the other, of which one piece is in memory at a time.
package struct ByteSource {
    /// Bytes that are read at a time.
    private static let pieceSize = 1 << 18

    /// Nil where all there is is in the piece.
    private let file: InputFile?
    private var piece: [UInt8]
    private var index = 0
    /// Bytes that lie before the piece.
    private var before = 0
    private let size: Int
    /// Why there are no more bytes, where that is not because the end has come.
    private(set) var failure: IOFailure?

    package init(_ bytes: [UInt8]) {
        file = nil
        piece = bytes
        size = bytes.count
    }

    package init(_ file: InputFile) {
        self.file = file
        piece = []
        size = file.size
    }

    /// The share that has been read, 0 to 1.
    var progress: Double { size == 0 ? 1 : min(1, Double(before + index) / Double(size)) }

    /// The next byte, which stays the next one; nil at the end.
    @inline(__always)
    mutating func peek() -> UInt8? {
        if index < piece.count { return piece[index] }
        return refill() ? piece[index] : nil
    }

    /// Passes over the byte that `peek` gave.
    @inline(__always)
    mutating func skip() { index += 1 }

    /// Appends the bytes up to one that ends them, which stays the next one, or to the end of all. Those beyond the
    /// limit are passed over; one of them is appended, so that it is seen that there were more.
    mutating func append(to bytes: inout [UInt8], limit: Int, until isEnd: (UInt8) -> Bool) {
        while peek() != nil {
            let end = piece[index...].firstIndex(where: isEnd) ?? piece.count
            bytes.append(contentsOf: piece[index..<min(end, index + max(0, limit + 1 - bytes.count))])
            index = end
            if end < piece.count { return }
        }
    }

    /// Passes over a byte order mark, where one stands at the very beginning.
    mutating func skipByteOrderMark() {
        if peek() != nil, piece[index...].starts(with: [0xef, 0xbb, 0xbf]) { index += 3 }
    }

    private mutating func refill() -> Bool {
        guard let file, failure == nil else { return false }
        before += piece.count
        (piece, index) = ([], 0)
        do throws(IOFailure) { piece = try file.read(upTo: Self.pieceSize) } catch { failure = error }
        return !piece.isEmpty
    }
}
