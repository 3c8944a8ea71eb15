/// The id of a session as one number that is ordered as the ids are: five bits for each character, the first
/// one highest. A beginning of an id is the same with zeros behind it.
struct SessionKey: Comparable, Hashable, Sendable {
    let bits: UInt64

    private static let bitsPerCharacter = 5
    private static let characters = Array("23456789bcdfghjkmnpqrstvwxz".utf8)

    init(bits: UInt64) {
        self.bits = bits
    }

    /// From the beginning of an id or all of it; what cannot stand in one counts as an end.
    init(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    init(utf8 bytes: some Sequence<UInt8>) {
        var bits: UInt64 = 0
        var shift = 64
        for byte in bytes.prefix(Identifier.sessionLength) {
            let digit = SessionKey.digit(byte)
            if digit == 0 { break }
            shift -= SessionKey.bitsPerCharacter
            bits |= digit << UInt64(shift)
        }
        self.bits = bits
    }

    /// From the name of a session's file; nil for any other.
    init?(fileName: UnsafePointer<CChar>) {
        var bits: UInt64 = 0
        for index in 0..<Identifier.sessionLength {
            let digit = SessionKey.digit(UInt8(bitPattern: fileName[index]))
            if digit == 0 || index == 0 && digit <= 8 { return nil }
            bits = bits << UInt64(SessionKey.bitsPerCharacter) | digit
        }
        // Nothing behind the zero that ends the name is looked at.
        for index in 0..<SessionKey.ending.utf8CodeUnitCount + 1
        where UInt8(bitPattern: fileName[Identifier.sessionLength + index])
            != SessionKey.ending.utf8Start[index]
        { return nil }
        self.bits = bits << UInt64(64 - SessionKey.bitsPerCharacter * Identifier.sessionLength)
    }

    /// What the name of a file has behind the id; a zero follows it, here as there.
    private static let ending: StaticString = ".json"

    /// For each byte from `2` to `z` its place among the characters of ids, 1 for the first; 0 for one that is none.
    private static let digits: [UInt8] = [
        1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10,
        11, 0, 12, 13, 14, 0, 15, 16, 0, 17, 18, 0, 19, 20, 21, 22, 23, 0, 24, 25, 26, 0, 27,
    ]

    /// 1 to 8 for the digits, 9 and up for the letters; 0 for what is in no id.
    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt64 {
        let place = Int(byte) &- 0x32
        return place >= 0 && place < digits.count ? UInt64(digits[place]) : 0
    }

    /// The id.
    var text: String {
        String(unsafeUninitializedCapacity: Identifier.sessionLength) { buffer in
            var shift = 64
            for index in 0..<Identifier.sessionLength {
                shift -= SessionKey.bitsPerCharacter
                let digit = Int(bits >> UInt64(shift) & 31)
                buffer[index] =
                    digit > 0 && digit <= SessionKey.characters.count
                    ? SessionKey.characters[digit - 1] : UInt8(ascii: "?")
            }
            return Identifier.sessionLength
        }
    }

    /// How many characters two ids have in common at their beginnings.
    func charactersShared(with other: SessionKey) -> Int {
        min(Identifier.sessionLength, (bits ^ other.bits).leadingZeroBitCount / SessionKey.bitsPerCharacter)
    }

    /// Whether it begins with those characters.
    func begins(with prefix: SessionKey, characters: Int) -> Bool {
        charactersShared(with: prefix) >= characters
    }

    static func < (a: SessionKey, b: SessionKey) -> Bool { a.bits < b.bits }
}
