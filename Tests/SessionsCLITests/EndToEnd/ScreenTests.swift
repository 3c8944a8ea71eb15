import SessionsCore
import Testing

@testable import Terminal

/// Every command in a narrow and in a wide window, in a pipe, and before nobody.
@Suite("What every command looks like")
struct ScreenTests {
    /// Titles that are hard to fit: longer than any window, wide, without blanks, in clusters and with marks.
    private static let hardTitles = [
        String(repeating: "A title that goes on, ", count: 14) + "over.",
        "東京オフィスのログイン画面を直す、そして試験をする、さらに報告書を書いて送る over",
        "👩‍💻 Pair on the parser 👨‍👩‍👧‍👦 with everybody 🇩🇪 🇯🇵 and over again until it is done",
        "Re\u{301}sume\u{301} " + String(repeating: "e\u{301}", count: 60) + " over",
        String(repeating: "unbreakable", count: 28), "한국어 제목 over",
    ]
    /// What fits into 200 columns along with everything that stands beside it.
    private static let easyTitles = [
        "Mend the login redirect that loops over and over", "東京オフィスのログイン画面を直す over", "👩‍💻 Pair over 🇩🇪",
    ]
    /// What is for programs alone, and never broken. `--format` and help of commands are in the words of others.
    private static let data = [
        ["schema"], ["completions"], ["export"], ["batch"], ["list", "--all", "--format"],
    ]

    /// Runs every line in a workspace with such titles, each after the others, and shows what came of it.
    private func sweep(
        _ reader: ProgramInProcess.Reader, titles: [String], _ look: ([String], Outcome) -> Void
    ) throws {
        let program = try ProgramInProcess()
        func make(_ words: [String]) {
            let outcome = program.run(words)
            #expect(outcome.status == 0, "\(words): \(outcome.error)")
        }
        make(["init"])
        try EveryCommand.prepare(program.folder, work: "web") { program.set($0, $1) }
        for (index, title) in titles.enumerated() {
            var words = ["new", title, "--project", "web.auth.\(index)", "--plan", "90m", "--tag", "safari"]
            if titles == Self.hardTitles {
                words += (0..<30).flatMap { ["--tag", index == 1 ? "緊急\($0)" : "tag\($0)"] }
                words += ["--with", "somebody.with.a.long.name@mail.example.org:viewer", "--goal", title]
                words += ["-m", title]
            }
            make(words)
            program.now = program.now.advanced(bySeconds: 60)
            make(["start", "@", "--note", title, "--parallel"])
            make(["comment", "-m", title])
        }
        // Forgotten by now, all of them.
        program.now = program.now.advanced(bySeconds: 9 * 3600)
        let id = program.run(["list", "-q", "--sort", "created", "tag:safari"]).output.split(separator: "\n")
        program.reader = reader
        let middle = EveryCommand.changing.firstIndex { $0.runs(["complete"]) } ?? 0
        let lines =
            [
                EveryCommand.Line("status"), EveryCommand.Line("goal add ID over"),
                EveryCommand.Line("pause ID"),
            ]
            + EveryCommand.changing[..<middle] + EveryCommand.other
            + [EveryCommand.Line("list --explain over tag:a OR project:web.auth plan:1h..2d tracked:1h..")]
            + EveryCommand.changing[middle...]
        for line in lines {
            let session = String(try #require(id.last))
            let words = line.words(for: session)
            let outcome = program.run(words, input: line.input(for: session))
            #expect(outcome.status == 0, "\(words): \(outcome.error)")
            look(words, outcome)
        }
    }

    private func isData(_ words: [String]) -> Bool { Self.data.contains { words.starts(with: $0) } }

    @Test("No line is wider than the window", arguments: [40, 60, 80, 200])
    func fits(columns: Int) throws {
        try sweep(.terminal(columns: columns), titles: Self.hardTitles) { words, outcome in
            guard !isData(words) else { return }
            for line in outcome.output.split(separator: "\n") where String(line).columns > columns {
                // A path, a hash or an example that is one piece.
                let isOnePiece =
                    words[0] == "init" || words[0] == "help" && line.hasPrefix("  sessions ")
                    || ["template", "hook"].contains(words[0]) && line.contains("/")
                    || words == ["trust", "--print"]
                #expect(isOnePiece, "\(words): \(line)")
            }
        }
    }

    @Test("Nothing is cut where there is room")
    func whole() throws {
        try sweep(.terminal(columns: 200), titles: Self.easyTitles) { words, outcome in
            guard !isData(words), words[0] != "help" else { return }
            for line in outcome.output.split(separator: "\n") where !line.contains("TITLE…") {
                #expect(!line.contains("…"), "\(words): \(line)")
            }
        }
    }

    @Test("In a pipe nothing is cut or broken, and nothing is said beside it")
    func piped() throws {
        let long = try #require(Self.hardTitles.first)
        var seen: [String] = []
        try sweep(.pipe, titles: Self.hardTitles) { words, outcome in
            #expect(outcome.error == "", "\(words)")
            guard !isData(words), words[0] != "help" else { return }
            for line in outcome.output.split(separator: "\n") where !line.contains("TITLE…") {
                #expect(!line.contains("…") && !line.contains("\u{1b}"), "\(words): \(line)")
                if line.contains(long) { seen.append(words[0]) }
            }
        }
        for command in ["list", "show", "status", "search", "log", "goal", "start"] {
            #expect(seen.contains(command), "\(command)")
        }
    }

    @Test("A reader who went away is no failure")
    func closedEarly() throws {
        try sweep(.nobody, titles: Self.easyTitles) { words, outcome in
            #expect(outcome == Outcome(), "\(words)")
        }
    }
}
