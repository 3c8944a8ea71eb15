import Testing

@testable import CommandKit

/// Sebastiano Vigna's SplitMix64: small, and the same numbers for a seed everywhere.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct PropertyTests {
    private static let texts = [
        "", "-", "--", "-5", "a", "=", "a=b", "-h", "--help", "-n", "é", "👩‍💻", "\u{301}", "list", "two words",
        "'\"", "\n",
    ]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func randomWordsNeverCrash(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let pieces =
            Self.texts + [
                "goal", "comment", "edit", "add", "pause", "ls", "--limit", "-C", "--sort", "title", "-an",
                "--tag=x",
                "---", "--=", "-=", "-n\u{301}", "--count=2", "--json",
            ]
        for _ in 0..<2000 {
            let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                (0..<Int.random(in: 0...2, using: &random)).map { _ in
                    pieces.randomElement(using: &random) ?? ""
                }.joined()
            }
            let error = usageError { () throws(UsageError) in _ = try call(words) }
            // Words may hold anything, but what the parser itself says is one plain line.
            if let error {
                #expect(!error.message.isEmpty && !error.message.hasSuffix("."), "seed \(seed): \(words)")
                #expect(error.command.hasPrefix("jobs"), "seed \(seed): \(words)")
            }
        }
    }

    /// A command line written from known values, in any order and any style, reads back as those values.
    @Test(arguments: [11, 12, 13, 14, 15] as [UInt64])
    func writtenWordsReadBack(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        for _ in 0..<1000 {
            var expected = ListCommand()
            var globals = Globals()
            var options: [[String]] = []
            func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
            func write(_ names: [String], _ value: String) {
                let name = names.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) {
                    options.append([name, value])
                } else if name.hasPrefix("--") {
                    options.append([name + "=" + value])
                } else if value.isEmpty {
                    options.append([name, value])
                } else {
                    options.append([name + value])
                }
            }
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                switch Int.random(in: 0...6, using: &random) {
                case 0:
                    expected.limit = Int.random(in: -99...99, using: &random)
                    write(["-n", "--limit"], String(expected.limit))
                case 1:
                    let value = text()
                    expected.project = value
                    write(["-p", "--project"], value)
                case 2:
                    expected.sort = Order.allCases.randomElement(using: &random) ?? .title
                    write(["--sort"], expected.sort.rawValue)
                case 3:
                    expected.tags.append(text())
                    write(["-t", "--tag"], expected.tags.last ?? "")
                case 4:
                    expected.all = true
                    expected.change.quiet = true
                    options.append(
                        [["-aq"], ["-qa"], ["-a", "--quiet"]].randomElement(using: &random) ?? [])
                case 5:
                    globals.settings.append(text())
                    write(["--set"], globals.settings.last ?? "")
                default:
                    let word = ["x", "-1", "-", "", "list", "two words"].randomElement(using: &random) ?? ""
                    expected.query.append(word)
                    options.append([word])
                }
            }
            // Global options may come before the command's name: those of the leading ones that are.
            let leading = options.prefix { $0[0].hasPrefix("--set") }
            var words = leading.flatMap { $0 } + ["list"] + options.dropFirst(leading.count).flatMap { $0 }
            if Bool.random(using: &random) {
                let last = [text(), text()]
                expected.query += last
                words += ["--"] + last
            }
            let found = try call(words)
            let command = try #require(found.command as? ListCommand)
            #expect(command.query == expected.query, "seed \(seed): \(words)")
            #expect(command.limit == expected.limit, "seed \(seed): \(words)")
            #expect(command.project == expected.project, "seed \(seed): \(words)")
            #expect(command.sort == expected.sort, "seed \(seed): \(words)")
            #expect(command.tags == expected.tags, "seed \(seed): \(words)")
            #expect(command.all == expected.all, "seed \(seed): \(words)")
            #expect(command.change == expected.change, "seed \(seed): \(words)")
            #expect(found.globals == globals, "seed \(seed): \(words)")
        }
    }
}
