/// Which triples of bytes stand in the texts of a block: one that has not all triples of a word has not the word,
/// and need not be looked through for it.
///
/// 2,048 bytes, a bit for each of 16,384 numbers that triples come to, the lowest bit of a byte first. Where a bit is
/// set, another triple may have been the one, so that most blocks without a word are left out, and none that has it.
struct TextSignature: Sendable {
    static let byteCount = 2_048
    private static let numbers = 8 * byteCount

    private let bits: IndexBytes
    private let checksum: UInt64

    /// - Parameter checksum: what that of the bytes must be.
    init(_ bytes: IndexBytes, checksum: UInt64) {
        bits = bytes
        self.checksum = checksum
    }

    /// Whether it is as it was written.
    var isSound: Bool { bits.checksum == checksum }

    /// Whether all these triples may stand in the block.
    func holds(_ triples: [Int]) -> Bool {
        triples.allSatisfy { bits.integer(at: $0 / 8, as: UInt8.self) >> UInt8($0 % 8) & 1 != 0 }
    }

    /// The numbers of the triples of a word; none for one of fewer than three bytes, which may stand anywhere.
    static func triples(of word: FoldedText) -> [Int] {
        var (triple, numbers) = (UInt32(0), [Int]())
        for (index, byte) in word.bytes.enumerated() {
            triple = next(triple, byte)
            if index >= 2 { numbers.append(number(of: triple)) }
        }
        return numbers
    }

    /// The signature of a block.
    static func bytes(of texts: UnsafeRawBufferPointer) -> [UInt8] {
        // A byte for each at first: every byte of every text comes by here.
        var isThere = [UInt8](repeating: 0, count: numbers)
        var triple: UInt32 = 0
        for byte in texts {
            triple = next(triple, byte)
            isThere[number(of: triple)] = 1
        }
        return (0..<byteCount).map { place in
            (0..<8).reduce(0) { $0 | isThere[8 * place + $1] << UInt8($1) }
        }
    }

    @inline(__always)
    private static func next(_ triple: UInt32, _ byte: UInt8) -> UInt32 { triple >> 8 | UInt32(byte) << 16 }

    /// Its highest bits when multiplied with the golden ratio (Knuth, "Sorting and Searching", 6.4).
    @inline(__always)
    private static func number(of triple: UInt32) -> Int { Int((triple &* 0x9e37_79b1) >> 18) }
}
