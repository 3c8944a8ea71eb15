import SessionsCore
import Testing

@testable import SessionsCLI

@Suite("A batch")
struct BatchTests {
    private static func lines(_ words: [[String]]) -> String {
        words.map { line in
            String(decoding: JSON.array(line.map(JSON.string)).bytes(.line), as: UTF8.self) + "\n"
        }.joined()
    }

    @Test("A bad line, wherever it stands, leaves every byte as it was", arguments: [0, 1, 57, 99])
    func badLine(index: Int) throws {
        let program = try Program()
        try program.output("init")
        let ids = try (1...3).map { try program.output("new", "Number \($0)", "-q").filter { $0 != "\n" } }
        try program.folder.write("content", to: "home/work/a.txt")
        // Leaves the lock noted and its folders made, as any refused command does.
        #expect(try program.run("pause", "@", "--at", "+1h").status != 0)
        let before = program.folder.snapshot(of: "home")
        var words: [[String]] = (0..<100).map { number in
            switch number % 5 {
            case 0: ["new", "New \(number)", "--start"]
            case 1: ["comment", ids[number % 3], "-m", "words \(number)"]
            case 2: ["attach", "@", "a.txt"]
            case 3: ["edit", ids[number % 3], "--add-tag", "t\(number)"]
            default: ["start", ids[number % 3]]
            }
        }
        words[index] = ["comment", ids[0], "--reply", "999", "-m", "to nobody"]
        let outcome = try program.run("batch", input: Self.lines(words))
        #expect(outcome.output == "")
        #expect(outcome.error.hasPrefix("sessions: line \(index + 1): "))
        #expect(outcome.status == ExitCode.notFound.rawValue)
        var after = program.folder.snapshot(of: "home")
        // Who had the lock last is no part of the work.
        for key in after.keys where key.hasSuffix("local/lock") { after[key] = before[key] }
        #expect(after == before)
        words.remove(at: index)
        let answers = try program.output("batch", input: Self.lines(words)).split(separator: "\n")
        #expect(answers.count == 99)
        try program.output("undo")
        #expect(try program.output("list", "-q").split(separator: "\n").count == 3)
        try program.output("redo")
        #expect(try program.output("list", "-q").split(separator: "\n").count > 20)
    }

    @Test("It does what the same commands do one by one")
    func sameAsOneByOne() throws {
        let words = [
            ["new", "One", "-t", "bug-fix"], ["start"], ["goal", "done", "@", "1"], ["comment", "-m", "a"],
            ["new", "Two", "--tag", "t", "--start"], ["comment", "@-", "-m", "b", "--reply", "1"],
            ["pause"], ["edit", "@-", "--plan", "2h"],
            ["complete", "@", "--incomplete", "--learned", "much"],
        ]
        func result(_ run: (Program) throws -> Void) throws -> [String: String] {
            let program = try Program()
            program.set("SESSIONS_NOW", "2026-11-22T15:00:00Z")
            try program.output("init")
            try run(program)
            let format = "{title} {status} {tags} {plan} {progress} {tracked}"
            return [
                "list": try program.output("list", "--sort", "title", "--format", format),
                "recent": try program.output("show", "@", "--json").contains("\"Two\"") ? "Two" : "One",
                "events": try program.output("log").split(separator: "\n").map {
                    $0.split(separator: "\t")[2...].joined(separator: " ")
                }.sorted().joined(separator: "\n"),
            ]
        }
        let together = try result { try $0.output("batch", input: Self.lines(words)) }
        let single = try result { program in for line in words { try program.output(line) } }
        #expect(together == single)
    }

    @Test("The first write of all can be one")
    func firstWrite() throws {
        let program = try Program()
        let bad = try program.run("batch", input: #"["pause"]"# + "\n")
        #expect(bad.status == ExitCode.notFound.rawValue)
        #expect(program.folder.snapshot(of: "home").keys.sorted() == ["work"])
        let made = try program.run("batch", input: #"["new", "One"]"# + "\n" + #"["start"]"#)
        #expect(made.status == 0, "\(made.error)")
        #expect(try program.output("status", "--format", "{title}") == "One\n")
    }

    @Test("As long as it is, it is one operation")
    func long() throws {
        let program = try Program()
        try program.output("init")
        let words = (1...1000).map { ["new", "Number \($0)", "--tag", "t"] }
        #expect(
            try program.output("batch", "-q", input: Self.lines(words)).split(separator: "\n").count == 1000)
        let ids = try program.output("list", "-q").split(separator: "\n").map(String.init)
        #expect(ids.count == 1000)
        var changes = ids.map { ["comment", $0, "-m", "done"] }
        changes[998] = ["comment", "nosuch", "-m", "done"]
        let outcome = try program.run("batch", input: Self.lines(changes))
        #expect(outcome.error.hasPrefix("sessions: line 999: no session 'nosuch'; nothing was changed\n"))
        #expect(try program.output("search", "done", "-q") == "")
        #expect(try program.output("op", "log", "-q") == "1\n")
        changes.remove(at: 998)
        try program.output("batch", input: Self.lines(changes))
        #expect(try program.output("op", "log", "-q") == "2\n1\n")
        try program.output("undo")
        #expect(try program.output("search", "done", "-q") == "")
    }

    @Test(
        "What writes elsewhere is refused before anything is done, in a dry run too",
        arguments: [
            ["template", "remove", "mine", "--personal"],
            ["template", "new", "other", "--personal", "--plan", "1h"],
            ["template", "from", "@", "--personal"],
            ["template", "edit", "mine", "-F", "a.json", "--personal"],
            ["template", "new", "shared", "--plan", "1h"], ["config", "user.email", "lin@example.org"],
            ["goal", "check", "@"], ["trust"], ["doctor", "--fix"], ["import", "a.json"], ["gc"], ["undo"],
            ["redo"], ["attach", "open", "@", "1"], ["batch"], ["view", "save", "mine", "tag:bug"],
        ])
    func elsewhere(words: [String]) throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One", "--start")
        try program.output("template", "new", "mine", "--personal", "--plan", "1h")
        try program.folder.write("{}", to: "home/work/a.json")
        let before = program.folder.snapshot(of: "home")
        for options in [[], ["--dry-run"]] {
            let lines = Self.lines([["comment", "@", "-m", "first"], words, ["pause", "nosuch"]])
            let outcome = try program.run(["batch"] + options, input: lines)
            #expect(outcome.status == ExitCode.usage.rawValue, "\(outcome.error)")
            #expect(outcome.error.hasPrefix("sessions: line 2: '\(words[0])"), "\(outcome.error)")
            #expect(outcome.error.contains("is not for batches; nothing was changed"), "\(outcome.error)")
            #expect(program.folder.snapshot(of: "home") == before)
        }
    }

    @Test("No check is run in a batch, whatever is asked before it")
    func checks() throws {
        let program = try Program()
        try program.output("init")
        let id = try program.output("new", "One", "-q").filter { $0 != "\n" }
        try program.output("goal", "add", "@", "Verify", "--required", "--check", "echo ran >> ran")
        let lines = Self.lines([["comment", "-m", "first"], ["complete", id]])
        for options in [[], ["--dry-run"]] {
            let outcome = try program.run(["batch"] + options, input: lines)
            #expect(outcome.status == ExitCode.refused.rawValue)
            #expect(
                outcome.error.hasPrefix(
                    "sessions: line 2: cannot complete '\(id)': the check 1.1 'echo ran >> ran' is open"))
            #expect(outcome.error.contains("sessions goal check \(id)"), "\(outcome.error)")
        }
        #expect(!PackageFiles.exists(program.folder.path(of: "home/work/ran")))
        try program.output("goal", "check", "@")
        try program.output("batch", input: lines)
        #expect(try program.output("show", id, "--json").contains(#""status": "completed""#))
        #expect(try program.folder.read("home/work/ran") == "ran\n")
    }

    @Test("A required check of a session that the batch made keeps it open")
    func checkOfNew() throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "Old")
        let lines = [
            ["new", "New"], ["goal", "add", "@", "Verify", "--required", "--check", "touch ran"],
            ["complete", "@"],
        ]
        let outcome = try program.run("batch", input: Self.lines(lines))
        #expect(outcome.status == ExitCode.refused.rawValue)
        #expect(
            outcome.error.contains("line 3") && outcome.error.contains("the check 1.1 'touch ran' is open"))
    }

    @Test("A check put down by a batch is not trusted by that", arguments: [[], ["--dry-run"], ["fails"]])
    func trust(options: [String]) throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        try program.output("goal", "add", "@", "Mine", "--milestone", "step")
        var lines = [
            ["goal", "add", "@", "Verify", "--check", "touch ran"],
            ["goal", "edit", "@", "1.1", "--check", "touch b"],
        ]
        if options == ["fails"] { lines.append(["pause", "nosuch"]) }
        _ = try program.run(["batch"] + options.filter { $0 != "fails" }, input: Self.lines(lines))
        #expect(try program.output("trust", "--list") == "")
        #expect(program.folder.files(below: "home/.config/sessions/workspaces") == [])
    }
}
