import Testing

@testable import SessionsCore

@Suite("A line of CSV")
struct CSVRowTests {
    @Test(
        "Only fields that need it stand in quotes",
        arguments: [
            (["a", "b c", ""], "a,b c,\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"),
            (["say \"a\""], "\"say \"\"a\"\"\"\r\n"), (["a\nb", "c\r\nd"], "\"a\nb\",\"c\r\nd\"\r\n"),
            ([""], "\"\"\r\n"), (["日本,語"], "\"日本,語\"\r\n"),
        ])
    func text(fields: [String], text: String) {
        #expect(CSVRow.text(fields) == text)
    }

    @Test("What was written is read again")
    func roundTrip() throws {
        let pieces = [",", "\"", "\n", "\r", "\r\n", "a", "é", "e\u{301}", " ", "日", "\u{0}", ";"]
        var random = SplitMix64(seed: 20_261_122)
        for _ in 0..<2_000 {
            let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        pieces.randomElement(using: &random) ?? ""
                    }.joined()
                }
            }
            var reader = CSVReader(Array(rows.map(CSVRow.text).joined().utf8))
            for row in rows {
                let fields = try #require(try reader.next()).fields
                #expect(fields.map { Array($0.utf8) } == row.map { Array($0.utf8) })
            }
            #expect(try reader.next() == nil)
        }
    }
}
