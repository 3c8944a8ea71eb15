import CommandKit
import SessionsCore
import Testing

@testable import SessionsCLI

/// Rules that hold for every command there is.
@Suite("Every command")
struct EveryCommandTests {
    @Test("There is a line for every command")
    func lines() {
        for page in CommandTable.sessions.pages(globals: GlobalOptions()) where page.subcommands.isEmpty {
            let path = Array(page.path.dropFirst())
            let changes = page.options.flatMap(\.rows).contains { $0.names.contains("--dry-run") }
            let lines = changes ? EveryCommand.changing : EveryCommand.other
            #expect(lines.contains { $0.runs(path) }, "\(path)")
        }
    }

    @Test("A dry run says what would be and changes nothing")
    func dryRun() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = try program.output("new", "One", "--goal", "Done", "-q").filter { $0 != "\n" }
        for line in EveryCommand.changing {
            let words = line.words(for: id)
            let before = program.folder.snapshot(of: "home")
            for form in [[], ["-q"], ["--json"]] {
                let outcome = try program.run(words + ["--dry-run"] + form, input: line.input(for: id))
                #expect(outcome.status == 0, "\(words): \(outcome.error)")
                #expect(outcome.output != "", "\(words)")
                #expect(program.folder.snapshot(of: "home") == before, "\(words)")
            }
            #expect(try program.run(words, input: line.input(for: id)).status == 0, "\(words)")
            #expect(program.folder.snapshot(of: "home") != before, "\(words)")
        }
    }

    @Test("--json prints one JSON document, -q the ids of sessions")
    func forms() throws {
        for form in ["--json", "-q"] {
            let program = try Program()
            try EveryCommand.prepare(program)
            try program.output("init")
            let id = try program.output("new", "One", "--goal", "Done", "-q").filter { $0 != "\n" }
            for line in EveryCommand.changing {
                let outcome = try program.run(line.words(for: id) + [form], input: line.input(for: id))
                #expect(outcome.status == 0, "\(line.words): \(outcome.error)")
                if form == "--json" {
                    #expect(throws: Never.self, "\(line.words)") {
                        try JSON(parsing: Array(outcome.output.utf8))
                    }
                } else {
                    let lines = outcome.output.split(separator: "\n")
                    if let names = line.names {
                        #expect(outcome.output == names + "\n")
                        continue
                    }
                    #expect(!lines.isEmpty, "\(line.words)")
                    for line in lines { #expect(Identifier.isSession(String(line)), "\(line)") }
                }
            }
            // Help and scripts are text in any case.
            for line in EveryCommand.other
            where form == "--json" && !["help", "completions"].contains(line.words[0]) {
                let outcome = try program.run(line.words(for: id) + [form], input: line.input(for: id))
                #expect(throws: Never.self, "\(line.words)") { try JSON(parsing: Array(outcome.output.utf8)) }
            }
        }
    }

    @Test("Whatever takes several sessions reads their ids from standard input, and prints an array of them")
    func idsFromInput() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = try program.output("new", "One", "--goal", "Done", "-q").filter { $0 != "\n" }
        var tried: [String] = []
        for line in EveryCommand.changing {
            let several = CommandTable.sessions.pages(globals: GlobalOptions()).contains { page in
                line.runs(Array(page.path.dropFirst()))
                    && page.arguments.contains {
                        $0.completion == .dynamic("session") && ($0.isRepeatable || $0.help.contains("'-'"))
                    }
            }
            guard several, line.words(for: "-").contains("-") else {
                try program.output(line.words(for: id), input: line.input(for: id))
                continue
            }
            tried.append(line.words[0])
            let none = try program.output(line.words(for: "-") + ["--json", "--dry-run"])
            #expect(none == "[]\n", "\(line.words)")
            let output = try program.output(line.words(for: "-") + ["--json"], input: "\(id) and more\n")
            let printed = try JSON(parsing: Array(output.utf8)).arrayValue ?? []
            #expect(printed.map { $0.objectValue?["id"]?.stringValue } == [id], "\(line.words)")
        }
        for name in ["start", "pause", "edit", "comment", "complete", "archive", "restore", "delete"] {
            #expect(tried.contains(name), "\(name)")
        }
    }

    @Test("What the program does not know in a file survives every command, to the last digit")
    func unknownKeys() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = "bcdfghjkmnpq"
        try program.folder.makeFolder("home/work/.sessions/sessions/2026-11")
        try program.folder.write(Self.strange, to: "home/work/.sessions/sessions/2026-11/\(id).json")
        for line in EveryCommand.changing {
            let outcome = try program.run(line.words(for: id), input: line.input(for: id))
            #expect(outcome.status == 0, "\(line.words): \(outcome.error)")
            // The file is gone then, and back after the undo that follows.
            if line.runs(["delete"]) { continue }
            let file = try program.file(ofSession: id).filter { $0 != "\n" && $0 != " " }
            for (name, value) in Self.unknown {
                #expect(file.contains("\"\(name)\":\(value)"), "\(name) after \(line.words)")
            }
        }
        let shown = try program.output("show", id, "--json").filter { $0 != "\n" && $0 != " " }
        for (name, value) in Self.unknown where name != "telepathy" {
            #expect(shown.contains("\"\(name)\":\(value)"), "\(name)")
        }
    }

    /// A key at each level of `strange`, and its value without blanks.
    private static let unknown = [
        ("xTop", "2.50"), ("xDeep", #"{"a":null,"b":[1.0,{"c":1e3}],"ü":"\"\\\u0001"}"#), ("xGoal", "2.50"),
        ("xMilestone", "2.50"), ("xEvidence", "[1.0]"), ("xComment", "[]"), ("xInterval", "{}"),
        ("xAttachment", "-0.0"),
        ("xEvent", "12345678901234567890.50"), ("xReflection", "true"), ("xSource", "2.50"),
        ("xLink", "2.50"),
        ("weight", "2.50"), ("rating", "4.0"), ("type", #""telepathy""#),
    ]

    private static let strange = #"""
        {"xTop": 2.50, "xDeep": {"a": null, "b": [1.0, {"c": 1e3}], "ü": "\"\\\u0001"},
         "attachments": {"abcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org",
            "mediaType": "text/plain", "name": "t.txt", "sha256":
            "0000000000000000000000000000000000000000000000000000000000000000", "size": 1, "xAttachment": -0.0}},
         "comments": {"cbcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "text": "over",
            "xComment": []}},
         "createdAt": "2026-11-22T08:00:00.000Z", "createdBy": "ada@example.org",
         "events": {"ebcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "seq": 1,
            "type": "created", "xEvent": 12345678901234567890.50},
            "ebcdfghjkmp": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "seq": 2,
            "type": "telepathy"}},
         "goals": {"gbcdfghjkmn": {"milestones": {"mbcdfghjkmn": {"position": 1, "title": "Step",
            "check": "true", "evidence": {"at": "2026-11-22T08:00:00.000Z", "xEvidence": [1.0]},
            "xMilestone": 2.50}}, "position": 1, "title": "Goal", "weight": 2.50, "xGoal": 2.50}},
         "id": "bcdfghjkmnpq",
         "intervals": {"ibcdfghjkmn": {"by": "ada@example.org", "end": "2026-11-22T09:00:00.000Z",
            "start": "2026-11-22T08:00:00.000Z", "utcOffset": "+01:00", "xInterval": {}}},
         "links": {"lbcdfghjkmn": {"kind": "commit", "target": "1f3c", "xLink": 2.50}},
         "participants": {"ada@example.org": "owner"},
         "reflection": {"learned": {"lbcdfghjkmn": "Something"}, "rating": 4.0, "xReflection": true},
         "schema": 1, "source": {"id": "T-9", "name": "elsewhere", "xSource": 2.50},
         "status": "paused", "title": "Strange"}
        """#

    // MARK: Escape sequences

    /// Sets the title of a terminal, colours, goes back, turns the writing round; then a plain word to search for.
    private static let hostile = #"\u001b]0;x\u0007\u001b[31m\u009b1m\r\b\u007f\u202e\u2066over"#

    private static let hostileFile = #"""
        {"attachments": {"abcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "HOSTILE",
            "mediaType": "HOSTILE", "name": "HOSTILE", "sha256":
            "0000000000000000000000000000000000000000000000000000000000000000", "size": 1}},
         "comments": {"cbcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "HOSTILE", "text": "HOSTILE"}},
         "createdAt": "2026-11-22T08:00:00.000Z", "createdBy": "HOSTILE", "description": "HOSTILE",
         "events": {"ebcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "HOSTILE", "seq": 1,
            "type": "HOSTILE", "path": "/HOSTILE", "from": "HOSTILE", "to": {"HOSTILE": ["HOSTILE"]}},
            "ebcdfghjkmp": {"at": "2026-11-22T08:00:00.000Z", "by": "HOSTILE", "seq": 2,
            "type": "edited", "path": "/title", "from": "HOSTILE", "to": "HOSTILE"}},
         "goals": {"gbcdfghjkmn": {"milestones": {"mbcdfghjkmn": {"position": 1, "title": "HOSTILE",
            "check": "HOSTILE", "evidence": {"at": "2026-11-22T08:00:00.000Z", "by": "HOSTILE", "commit":
            "HOSTILE", "exit": 1}}},
            "position": 1, "title": "HOSTILE", "required": true}},
         "id": "bcdfghjkmnpq",
         "intervals": {"ibcdfghjkmn": {"by": "HOSTILE", "end": "2026-11-22T09:00:00.000Z", "note": "HOSTILE",
            "start": "2026-11-22T08:00:00.000Z", "utcOffset": "+01:00"},
            "ibcdfghjkmp": {"by": "HOSTILE", "start": "2026-11-22T09:00:00.000Z", "utcOffset": "+01:00"}},
         "links": {"kbcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "kind": "HOSTILE", "target": "HOSTILE"}},
         "participants": {"HOSTILE": "owner"}, "project": "HOSTILE",
         "reflection": {"learned": {"lbcdfghjkmn": "HOSTILE"}, "outcome": "HOSTILE"},
         "schema": 1, "source": {"id": "HOSTILE", "name": "HOSTILE"},
         "status": "active", "tags": ["HOSTILE"], "template": "HOSTILE", "title": "HOSTILE"}
        """#

    /// What could act on a terminal: controls but newline and tab, and those that turn the writing round.
    private static func active(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7f...0x9f).contains($0.value)
                || (0x202a...0x202e).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
    }

    @Test("What is stored in a file never acts on the terminal of who looks at it")
    func storedEscapes() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = "bcdfghjkmnpq"
        let file = Self.hostileFile.replacing("HOSTILE", with: Self.hostile)
        try program.folder.makeFolder("home/work/.sessions/sessions/2026-11")
        try program.folder.write(file, to: "home/work/.sessions/sessions/2026-11/\(id).json")
        try program.folder.write(
            file.replacing(id, with: "ccdfghjkmnpq").replacing("\"schema\": 1", with: "\"schema\": [1]"),
            to: "home/work/.sessions/sessions/2026-11/ccdfghjkmnpq.json")
        for words in [
            ["list"], ["show", id], ["log"], ["search", "over"], ["status"], ["stats", "--by", "tag"],
            ["trust"], ["goal", "list", id],
        ] {
            #expect(try program.run(words).output.contains(#"\u{1b}[31m\u{9b}1m"#), "\(words)")
        }
        for line in EveryCommand.other + EveryCommand.changing {
            for form in [[], ["-q"], ["--color", "always"]] {
                let outcome = try program.run(line.words(for: id) + form, input: line.input(for: id))
                let text =
                    form == ["--color", "always"] ? Self.withoutColours(outcome.output) : outcome.output
                #expect(Self.active(in: text) == [], "\(line.words)")
                #expect(Self.active(in: outcome.error) == [], "\(line.words)")
            }
            let json = try program.run(line.words(for: id) + ["--json"], input: line.input(for: id))
            #expect(
                Self.active(in: json.output + json.error).filter { $0.value < 0x20 } == [], "\(line.words)")
        }
    }

    @Test("Nor does what is stored in a template, and none of it is run")
    func storedTemplate() throws {
        let program = try Program()
        try program.output("init")
        let file = #"""
            {"schema": 1, "summary": "HOSTILE", "title": "HOSTILE {{part}}", "description": "HOSTILE", "HOSTILE": 1,
             "fields": {"part": {"type": "choice", "choices": ["HOSTILE", "a"], "default": "a",
                "summary": "HOSTILE", "HOSTILE": 1}},
             "goals": {"HOSTILE": {"title": "HOSTILE", "milestones": {"HOSTILE": {"title": "HOSTILE",
                "check": "touch $HOME/ran HOSTILE"}}}}}
            """#.replacing("HOSTILE", with: Self.hostile.replacing(#"\r"#, with: ""))
        try program.folder.makeFolder("home/work/.sessions/templates")
        try program.folder.write(file, to: "home/work/.sessions/templates/hostile.json")
        try program.folder.write(
            file.replacing(": 1,", with: ": 1, \"project\": \"\(Self.hostile)\","),
            to: "home/work/.sessions/templates/damaged.json")
        for words in [
            ["template", "list"], ["template", "show", "hostile"], ["template", "check"],
            ["new", "-t", "hostile", "--set", "part=b"], ["new", "-t", "hostile", "--set", "b=b"],
            ["new", "-t", "hostile"], ["goal", "list", "@"], ["template", "show", "damaged"],
            ["show"], ["list"],
            ["template", "new", "mine", "--like", "hostile"], ["template", "edit", "hostile", "-F", "a.txt"],
            ["__complete", "template", "--", ""], ["__complete", "field", "--", ""],
            ["__complete", "field", "--", "part="], ["complete", "@", "--incomplete"],
            ["template", "from", "@", "from"],
            ["template", "remove", "hostile"],
        ] {
            for form in [["--dry-run"], ["-q"], ["--json"], []] {
                let outcome = try program.run(words + form)
                let text = outcome.output + outcome.error
                let active = Self.active(in: text).filter { form != ["--json"] || $0.value < 0x20 }
                #expect(active == [], "\(words)")
            }
        }
        #expect(!PackageFiles.exists(program.folder.path(of: "home/ran")))
        #expect(try program.output("template", "show", "from").contains("touch $HOME/ran"))
    }

    /// The program's own colours, which `--color always` asks for.
    private static func withoutColours(_ text: String) -> String {
        text.replacing(/\u{1b}\[[0-9;]*m/, with: "")
    }

    @Test(
        "What is typed is not sent back to the terminal as it is",
        arguments: [
            "X", "show X", "list --X", "list --sort X", "list X:", "list status:X", "list '\"X'", "new X",
            "new X --start",
            "new a --tag 'a X'", "new a --project 'a X'", "new a -t X", "new a --with 'a:X'",
            "new a --with 'X X'",
            "start --at X", "attach @ X", "attach @ X/a", "attach get @ X", "attach remove @ X", "delete X",
            "attach open @ X", "attach list X", "attach verify X", "import X --map title=a",
            "import X.csv --map title=a",
            "import tasks.csv --map X=a", "import tasks.csv --map title=X", "--workspace X list", "-C X list",
            "config user.email 'X X'", "config X", "undo X", "goal done @ X", "goal X",
            "comment --reply X -m a",
            "template show X", "template new X --goal a", "template new a --goal a --field X",
            "template new a --title '{{X}}'", "template new a --field 'size:choice:X=y'",
            "template new a --tag 'X X'",
            "template new a --like X", "template new a -F X", "template edit X", "template remove X",
            "template from X",
            "template check X", "template from @ X", "new a -t bug-fix --set X=X", "new a --set X",
            "time add @ --from X --to X", "time add @ --for X", "time add @ --for 1h --on X",
            "time edit @ X --for 1h",
            "time split @ X --at X", "time remove @ X", "time gaps X", "time check X:", "pause --at X",
            "start X X",
            "help X", "init X", "stats --by X", "edit @ --title X", "undo", "log", "SESSIONS_NOW",
        ])
    func typedEscapes(line: String) throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        try program.output("new", "One")
        let words = try ShellCommands(line).commands[0].words
            .map { $0.replacing("X", with: "\u{1b}[31m\u{9b}2J\u{202e}") }
        if line == "SESSIONS_NOW" { program.set("SESSIONS_NOW", "\u{1b}[31m") }
        for form in [[], ["-q"], ["--json"]] {
            let outcome = try program.run(words + form)
            #expect(Self.active(in: outcome.error).filter { form != ["--json"] || $0.value < 0x20 } == [])
            #expect(Self.active(in: outcome.output).filter { form != ["--json"] || $0.value < 0x20 } == [])
        }
    }
}
