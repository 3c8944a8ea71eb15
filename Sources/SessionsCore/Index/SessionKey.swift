/// The id of a session as one number that is ordered as the ids are: five bits for each character, the first
/// one highest. A beginning of an id is the same with zeros behind it.
struct SessionKey: Comparable, Hashable, Sendable {
    let bits: UInt64

    private static let bitsPerCharacter = 5
    /// A bit for each letter that ids are made of, `a` the lowest.
    private static let letters: UInt32 = 0x02ef_b6ee
    private static let characters = Array("23456789bcdfghjkmnpqrstvwxz".utf8)

    init(bits: UInt64) {
        self.bits = bits
    }

    /// From the beginning of an id or all of it; what cannot stand in one counts as an end.
    init(_ text: some StringProtocol) {
        var bits: UInt64 = 0
        var shift = 64
        for byte in text.utf8.prefix(Identifier.sessionLength) {
            guard let digit = SessionKey.digit(byte) else { break }
            shift -= SessionKey.bitsPerCharacter
            bits |= digit << UInt64(shift)
        }
        self.bits = bits
    }

    /// From the name of a session's file; nil for any other.
    init?(fileName: UnsafePointer<CChar>) {
        var bits: UInt64 = 0
        var shift = 64
        for index in 0..<Identifier.sessionLength {
            guard let digit = SessionKey.digit(UInt8(bitPattern: fileName[index])), index > 0 || digit > 8
            else { return nil }
            shift -= SessionKey.bitsPerCharacter
            bits |= digit << UInt64(shift)
        }
        var index = Identifier.sessionLength
        for byte in SessionKey.ending {
            guard UInt8(bitPattern: fileName[index]) == byte else { return nil }
            index += 1
        }
        self.bits = bits
    }

    /// What the name of a file has behind the id, with the zero that ends it.
    private static let ending = Array(".json".utf8) + [0]

    /// 1 to 8 for the digits, 9 and up for the letters; nil for what is in no id.
    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt64? {
        if byte >= 0x32, byte <= 0x39 { return UInt64(byte) &- 0x31 }
        guard byte >= 0x61, byte <= 0x7a else { return nil }
        let letter = UInt32(1) << UInt32(byte &- 0x61)
        guard letters & letter != 0 else { return nil }
        return UInt64((letters & (letter &- 1)).nonzeroBitCount) &+ 9
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
