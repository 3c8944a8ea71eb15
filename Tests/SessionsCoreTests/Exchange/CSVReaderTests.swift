import Testing

@testable import SessionsCore

@Suite struct CSVReaderTests {
    /// Each row, or `line N: problem`.
    private func read(_ bytes: [UInt8]) -> [String] {
        var reader = CSVReader(bytes)
        var rows: [String] = []
        while true {
            do throws(CSVReader.Problem) {
                guard let row = try reader.next() else { return rows }
                rows.append("\(row.line) " + row.fields.joined(separator: "|"))
            } catch {
                rows.append("line \(error.line): \(error.text)")
            }
            if rows.count > 100 { return rows }
        }
    }

    @Test(arguments: ["aaaaaaaa", "\"aaaa\naaaa\"", String(repeating: ",", count: 80)])
    func aRowBeyondTheLimitIsPassedOver(_ long: String) throws {
        let row = String(repeating: long, count: long.hasPrefix("\"") || long.hasPrefix(",") ? 1 : 30)
        let quoted = long.hasPrefix("\"") ? "\"" + String(repeating: "a\n", count: 60) + "\"" : row
        var reader = CSVReader(ByteSource(Array("a,b\n\(quoted),x\nc,d\n".utf8)), limit: 64)
        #expect(try reader.next()?.fields == ["a", "b"])
        do throws(CSVReader.Problem) {
            _ = try reader.next()
            Issue.record("it was taken")
        } catch {
            #expect(error.line == 2 && error.fault == .tooLarge && error.text == "it is longer than 64 bytes")
        }
        #expect(try reader.next()?.fields == ["c", "d"])
    }

    @Test(arguments: [
        ("", []), ("\n\r\n\n", []), ("a", ["1 a"]), ("a,b", ["1 a|b"]), ("a,b\n", ["1 a|b"]),
        ("a,b\r\nc,d\r\n", ["1 a|b", "2 c|d"]), ("a,b\nc,d", ["1 a|b", "2 c|d"]), ("a,\n", ["1 a|"]),
        (",\n", ["1 |"]), (",", ["1 |"]), ("a\n\nb\n", ["1 a", "3 b"]), ("\"a\",\"b\"\n", ["1 a|b"]),
        ("\"a,b\",c", ["1 a,b|c"]), ("\"a\nb\",c\nd", ["1 a\nb|c", "3 d"]),
        ("\"a\r\nb\"\r\nd", ["1 a\r\nb", "3 d"]),
        ("\"a\"\"b\"", ["1 a\"b"]), ("\"\"\"\"", ["1 \""]), ("\"\"", ["1 "]), ("\"\",\"\"\n", ["1 |"]),
        (" a , b \n", ["1  a | b "]), ("a\"b,c", ["1 a\"b|c"]), ("a;b", ["1 a;b"]),
        ("\u{feff}a,b\n", ["1 a|b"]),
        ("\u{feff}\"a\"\n", ["1 a"]), ("é,日本\n", ["1 é|日本"]), ("a\0b", ["1 a\0b"]),
        ("\"a\n", ["line 1: a quoted field is not closed"]),
        ("x\n\"a\nb", ["1 x", "line 2: a quoted field is not closed"]),
        ("\"a\"b,c\nd\n", ["line 1: text behind a closing quote", "2 d"]),
        ("\"a\" ,c\r\nd", ["line 1: text behind a closing quote", "2 d"]),
        ("a,\"b\n\"c\nd", ["line 2: text behind a closing quote", "3 d"]),
        ("\"a\"b", ["line 1: text behind a closing quote"]),
    ])
    func theFormOfRFC4180IsRead(_ text: String, _ rows: [String]) {
        #expect(read(Array(text.utf8)) == rows)
    }

    /// The row is left out as a whole, line ends in quotes included.
    @Test func whatIsNotUTF8IsNamedAndTheNextRowIsRead() {
        #expect(
            read(Array("a\n".utf8) + [0xff] + Array(",\"x\ny\",z\nb\n".utf8)) == [
                "1 a", "line 2: it is not UTF-8", "4 b",
            ])
        #expect(
            read(Array("\"x\n".utf8) + [0xc3] + Array("\",z\nb".utf8)) == ["line 1: it is not UTF-8", "3 b"])
        #expect(read([0xff]) == ["line 1: it is not UTF-8"])
    }

    @Test func whatIsWrittenIsReadBack() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let pieces = ["a", "b", ",", "\"", "\n", "\r\n", "\r", " ", "é", "日", "\"\"", "", "x,y"]
        for round in 0..<2_000 {
            let columns = 1 + generator.below(4)
            let rows = (0..<generator.below(6)).map { _ in
                (0..<columns).map { _ in
                    (0..<generator.below(5)).map { _ in pieces[generator.below(pieces.count)] }.joined()
                }
            }
            let end = generator.below(2) == 0 ? "\n" : "\r\n"
            let lines = rows.map { row in
                row.map { field in
                    // A lone empty field would be an empty line.
                    let isPlain =
                        !field.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
                        && (columns > 1 || !field.isEmpty)
                    if isPlain, generator.below(2) == 0 { return field }
                    var text = ""
                    for scalar in field.unicodeScalars {
                        text.unicodeScalars.append(scalar)
                        if scalar == "\"" { text.unicodeScalars.append(scalar) }
                    }
                    return "\"\(text)\""
                }.joined(separator: ",")
            }
            var text = lines.joined(separator: end)
            if generator.below(2) == 0, !text.isEmpty { text += end }
            var reader = CSVReader(Array(text.utf8))
            var read: [[String]] = []
            while let row = try? reader.next() { read.append(row.fields) }
            #expect(
                read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
                "seed \(seed), round \(round)")
            #expect(reader.source.progress == 1, "seed \(seed), round \(round)")
        }
    }

    @Test func noBytesCrashTheReaderOrKeepItForEver() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("ab,\"\"\n\r ".utf8) + [0xff, 0xc3, 0xef, 0xbb, 0xbf]
        for _ in 0..<20_000 {
            let bytes = (0..<generator.below(30)).map { _ in alphabet[generator.below(alphabet.count)] }
            #expect(read(bytes).count <= bytes.count, "seed \(seed), \(bytes)")
        }
    }
}
