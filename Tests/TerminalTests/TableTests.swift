import Testing

@testable import Terminal

@Suite struct TableTests {
    static let columns: [Table.Column] = [
        .init("ID"),
        .init("STATUS", priority: 2),
        .init("TITLE", isFlexible: true, minimumWidth: 12, priority: 9),
        .init("PROJECT", isFlexible: true, minimumWidth: 6, priority: 3),
        .init("TRACKED", alignment: .right, priority: 4),
        .init("UPDATED", priority: 1),
    ]
    static let rows: [[Cell]] = [
        [
            Cell([Span("k7", .bold), Span("m2", .dim)]), Cell("active", .green),
            "Login redirect loops on Safari",
            "web.auth", "1h30m", "2 hours ago",
        ],
        ["b4xz", "paused", "日本語のタイトルをここに書いてみる長い行", "docs", "15m", "yesterday"],
        ["q9wd", "draft", "👩‍👩‍👧‍👦 e\u{301}clair \u{1b}[2J\nforged", "", "0m", ""],
    ]

    static func render(_ output: Output, columns: [Table.Column] = columns, rows: [[Cell]] = rows) throws
        -> String
    {
        var table = Table(columns, to: output)
        for row in rows { try table.add(row) }
        try table.finish()
        return output.text
    }

    @Test func fits200Columns() throws {
        let text = try Self.render(.memory(isTerminal: true, columns: 200))
        #expect(
            text == """
                ID    STATUS  TITLE                                     PROJECT   TRACKED  UPDATED
                k7m2  active  Login redirect loops on Safari            web.auth    1h30m  2 hours ago
                b4xz  paused  日本語のタイトルをここに書いてみる長い行  docs          15m  yesterday
                q9wd  draft   👩‍👩‍👧‍👦 e\u{301}clair \\u{1b}[2J\\u{a}forged                           0m

                """)
    }

    @Test func fits80Columns() throws {
        let text = try Self.render(.memory(isTerminal: true, columns: 80))
        #expect(
            text == """
                ID    STATUS  TITLE                               PROJECT   TRACKED  UPDATED
                k7m2  active  Login redirect loops on Safari      web.auth    1h30m  2 hours ago
                b4xz  paused  日本語のタイトルをここに書いてみ…   docs          15m  yesterday
                q9wd  draft   👩‍👩‍👧‍👦 e\u{301}clair \\u{1b}[2J\\u{a}forged                     0m

                """)
    }

    @Test func fits40Columns() throws {
        let text = try Self.render(.memory(isTerminal: true, columns: 40))
        #expect(
            text == """
                ID    TITLE            PROJECT   TRACKED
                k7m2  Login redirect…  web.auth    1h30m
                b4xz  日本語のタイト…  docs          15m
                q9wd  👩‍👩‍👧‍👦 e\u{301}clair \\u{1…                 0m

                """)
    }

    @Test func theWidestFlexibleColumnShrinksFirst() throws {
        let columns: [Table.Column] = [
            .init("A", isFlexible: true, minimumWidth: 3), .init("B", isFlexible: true, minimumWidth: 3),
            .init("C"),
        ]
        func row(_ width: Int) throws -> Substring? {
            let output = Output.memory(isTerminal: true, columns: width)
            return try Self.render(output, columns: columns, rows: [["abcdefghij", "klmnop", "qr"]])
                .split(separator: "\n").last
        }
        #expect(try row(22) == "abcdefghij  klmnop  qr")
        #expect(try row(18) == "abcde…  klmnop  qr")
        #expect(try row(15) == "abc…  klmn…  qr")
        #expect(try row(12) == "ab…  kl…  qr")
        #expect(try row(11) == "abc…  klmn…", "C is dropped, and the others take its room")
        #expect(try row(7) == "abcdef…")
    }

    @Test func keepsTheFirstColumnAlone() throws {
        #expect(try Self.render(.memory(isTerminal: true, columns: 7)) == "ID\nk7m2\nb4xz\nq9wd\n")
        #expect(try Self.render(.memory(isTerminal: true, columns: 3)) == "ID\nk7…\nb4…\nq9…\n")
        #expect(try Self.render(.memory(isTerminal: true, columns: 1)) == "…\n…\n…\n…\n")
    }

    @Test func isCompleteWhenPiped() throws {
        let text = try Self.render(.memory(columns: 20))
        #expect(
            text == """
                k7m2\tactive\tLogin redirect loops on Safari\tweb.auth\t1h30m\t2 hours ago
                b4xz\tpaused\t日本語のタイトルをここに書いてみる長い行\tdocs\t15m\tyesterday
                q9wd\tdraft\t👩‍👩‍👧‍👦 e\u{301}clair \\u{1b}[2J\\u{a}forged\t\t0m\t

                """)
    }

    @Test func tonesAreAppliedAfterFitting() throws {
        let style = Style(isEnabled: true)
        let columns: [Table.Column] = [.init("ID"), .init("N", alignment: .right), .init("T")]
        let rows: [[Cell]] = [
            [Cell([Span("ab", .bold), Span("cd", .dim)]), Cell("7", .red), Cell("x ", .green)]
        ]
        let terminal = try Self.render(.memory(isTerminal: true, style: style), columns: columns, rows: rows)
        #expect(
            terminal == """
                \(style.bold("ID"))    \(style.bold("N"))  \(style.bold("T"))
                \(style.bold("ab"))\(style.dim("cd"))  \(style.red("7"))  \(style.green("x"))

                """)
        let piped = try Self.render(.memory(style: style), columns: columns, rows: rows)
        #expect(
            piped == style.bold("ab") + style.dim("cd") + "\t" + style.red("7") + "\t" + style.green("x ")
                + "\n")
    }

    @Test(arguments: [
        (9, "ID\nabcdefgh\n"), (7, "ID\nabcdef…\n"), (5, "ID\nabcd…\n"), (4, "ID\nabc…\n"), (1, "…\n…\n"),
    ])
    func spansAreCutTogether(width: Int, expected: String) throws {
        let rows = [[Cell([Span("abcd", .bold), Span("efgh", .dim)])]]
        let columns: [Table.Column] = [.init("ID", isFlexible: true, minimumWidth: 1)]
        #expect(
            try Self.render(.memory(isTerminal: true, columns: width), columns: columns, rows: rows)
                == expected)
    }

    @Test func lowestPriorityGoesFirstAndOfEqualsTheRightmost() throws {
        let columns: [Table.Column] = [
            .init("AAAA"), .init("BBBB", priority: 1), .init("CCCC"), .init("DDDD"),
        ]
        func header(_ width: Int) throws -> Substring? {
            try Self.render(
                .memory(isTerminal: true, columns: width), columns: columns, rows: [["x", "x", "x", "x"]]
            )
            .split(separator: "\n").first
        }
        #expect(try header(22) == "AAAA  BBBB  CCCC  DDDD")
        #expect(try header(21) == "AAAA  BBBB  CCCC")
        #expect(try header(15) == "AAAA  BBBB")
        #expect(try header(9) == "AAAA")
    }

    @Test func aColumnWithNothingInItIsLeftOut() throws {
        let columns: [Table.Column] = [.init("A"), .init("BBBB"), .init(""), .init("C")]
        func seen(_ rows: [[Cell]], isTerminal: Bool = true) throws -> String {
            try Self.render(.memory(isTerminal: isTerminal), columns: columns, rows: rows)
        }
        #expect(try seen([["", "", "", "3"]]) == "A  C\n   3\n")
        #expect(try seen([["1", "", "", ""], ["1", "2", "", ""]]) == "A  BBBB\n1\n1  2\n")
        #expect(try seen([["1", "", "2", "3"]]) == "A     C\n1  2  3\n")
        #expect(try seen([["", "", "", ""]]) == "A\n\n")
        // A program counts on them all.
        #expect(try seen([["1", "", "", "3"]], isTerminal: false) == "1\t\t\t3\n")
    }

    @Test func unevenRowsAndEmptyTables() throws {
        let columns: [Table.Column] = [.init("A"), .init("B")]
        let rows: [[Cell]] = [["1"], ["1", "2", "3"], []]
        #expect(
            try Self.render(.memory(isTerminal: true), columns: columns, rows: rows) == "A  B\n1\n1  2\n\n")
        #expect(try Self.render(.memory(), columns: columns, rows: rows) == "1\t\n1\t2\n\t\n")
        #expect(try Self.render(.memory(isTerminal: true), columns: columns, rows: []) == "")
        #expect(try Self.render(.memory(isTerminal: true), columns: [], rows: [["x"]]) == "")
    }

    @Test func pipedRowsDoNotWait() throws {
        let output = Output.memory()
        var table = Table([.init("A")], to: output)
        try table.add(["x"])
        #expect(output.text == "x\n")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyRowIsOneLineThatFits(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<40 {
            let columns = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Table.Column(
                    random.text(upTo: 4), alignment: Bool.random(using: &random) ? .left : .right,
                    isFlexible: Bool.random(using: &random),
                    minimumWidth: Int.random(in: -1...10, using: &random),
                    priority: Int.random(in: 0...3, using: &random))
            }
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                columns.map { _ in Cell([Span(random.text(upTo: 9)), Span(random.text(upTo: 9), .dim)]) }
            }
            let width = Int.random(in: 1...100, using: &random)
            let fitted = try Self.render(
                .memory(isTerminal: true, columns: width), columns: columns, rows: rows)
            let lines = fitted.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            #expect(lines.count == rows.count + 2, "seed \(seed)")
            for line in lines {
                #expect(line.columns <= width, "seed \(seed): \(line)")
                #expect(line.unicodeScalars.last != " ", "seed \(seed): \(line)")
                #expect(line.isSafeToShow, "seed \(seed): \(line)")
            }
            let piped = try Self.render(.memory(), columns: columns, rows: rows).unicodeScalars
            #expect(piped.count { $0 == "\n" } == rows.count, "seed \(seed)")
            #expect(piped.count { $0 == "\t" } == rows.count * (columns.count - 1), "seed \(seed)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func columnsAreAligned(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var checked = 0
        for _ in 0..<40 {
            var columns = (0..<3).map { _ in
                Table.Column(
                    "T", alignment: Bool.random(using: &random) ? .left : .right, isFlexible: true,
                    minimumWidth: 2)
            }
            columns.append(.init("|", priority: 9))
            let rows = (0..<4).map { _ in
                (0..<3).map { _ in Cell([Span(random.text(upTo: 6)), Span(random.text(upTo: 6))]) } + ["|"]
            }
            let width = Int.random(in: 15...60, using: &random)
            let text = try Self.render(
                .memory(isTerminal: true, columns: width), columns: columns, rows: rows)
            let lines = text.unicodeScalars.split(separator: "\n").map { String($0.dropLast()) }
            let ends = lines.map(\.columns)
            #expect(ends.allSatisfy { $0 == ends[0] }, "seed \(seed):\n\(text)")
            checked += lines.count
        }
        #expect(checked == 200)
    }
}
