import Testing

@testable import SessionsCLI

/// What only the whole program in its own process shows. Slow next to the transcripts, so only that.
@Suite("End to end")
struct EndToEndTests {
    @Test("The first write settles who writes, by git's address")
    func identityFromGit() throws {
        guard Program.isInstalled("git") else { return }
        let program = try Program()
        program.set("SESSIONS_USER", nil)
        try program.folder.write("[user]\n\temail = ada@git.example\n", to: "home/.gitconfig")
        let outcome = try program.run("new", "First")
        #expect(outcome.error.contains("sessions: you are ada@git.example; "))
        #expect(outcome.error.contains("sessions: made your personal workspace in "))
        #expect(outcome.status == 0)
        try program.folder.write("[user]\n\temail = other@git.example\n", to: "home/.gitconfig")
        #expect(try program.run("new", "Second").error == "")
        #expect(try program.output("list", "--format", "{owner}") == "ada@git.example\nada@git.example\n")
    }

    @Test("Without git's address it is the login name at this machine")
    func identityFromLogin() throws {
        let program = try Program()
        program.set("SESSIONS_USER", nil)
        program.set("LOGNAME", "ada")
        let outcome = try program.run("new", "First")
        #expect(outcome.error.contains("sessions: you are ada@"))
        #expect(try program.output("config", "user.email").hasPrefix("ada@"))
    }

    @Test("Data goes to standard output, the rest to standard error")
    func streams() throws {
        let program = try Program()
        let made = try program.run("new", "One", "-q")
        #expect(made.output.count == 13)
        #expect(made.error.hasPrefix("sessions: made your personal workspace in "))
        #expect(try program.run("list", "-q") == Outcome(output: made.output))
    }

    @Test(
        "Standard output is empty where a command fails",
        arguments: [
            ["lst"], ["list", "--srot"], ["list", "tga:x"], ["show", "nosuch"], ["show", "nosuch", "--json"],
            ["new", ""], ["start", "@", "--at", "never"], ["pause"], ["complete", "--rating", "9", "--json"],
            ["attach", "@", "/missing"], ["import", "/missing.csv", "--map", "title=a"],
            ["--workspace", "/missing", "list"],
            ["time", "add", "@", "--for", "0m"], ["time", "edit", "@", "1", "--end", "9:00"],
            ["time", "split", "@", "1", "--at", "9:00", "--json"], ["time", "remove", "@", "1"],
            ["pause", "@", "--at", "last"], ["start", "--plan", "1h"],
            ["config", "user.name"], ["undo", "99"], ["goal", "done", "@", "9", "-q"],
        ])
    func quietFailure(words: [String]) throws {
        let program = try Program()
        try program.output("new", "One")
        let outcome = try program.run(words)
        #expect(outcome.output == "")
        #expect(outcome.error.hasSuffix("\n"))
        #expect((1...6).contains(outcome.status))
    }

    @Test("JSON is what jq takes")
    func jq() throws {
        guard Program.isInstalled("jq") else { return }
        let program = try Program()
        program.set("SESSIONS_NOW", "2026-11-22T12:00:00Z")
        try program.output("new", "Ein Titel mit \"Anführungszeichen\" und 🚀", "--plan", "90m", "--start")
        try program.output("new", "Zwei\tTabs")
        let lines = [
            (
                "sessions list --json --sort title | jq -r '.[].title'",
                "Ein Titel mit \"Anführungszeichen\" und 🚀\nZwei\tTabs\n"
            ),
            ("sessions list --json | jq length", "2\n"),
            ("sessions show @- --json | jq -c '[.plannedMinutes, .running]'", "[90,true]\n"),
            ("sessions stats --json | jq .totals.sessions", "2\n"),
            ("sessions log --json | jq -r 'map(.type) | sort | join(\",\")'", "created,created,started\n"),
            ("sessions status --json | jq '.running | length'", "1\n"),
            ("sessions edit @ --add-tag x --json 2>&- | jq .changed", "true\n"),
            ("sessions config --json | jq -r '.[0].value'", "ada@example.org\n"),
            ("sessions version --json | jq .schema", "1\n"),
            ("sessions show nosuch --json 2>&1 | jq -r .error.code", "not-found\n"),
        ]
        for (line, output) in lines { #expect(try program.shell(line).output == output, "\(line)") }
    }

    @Test("A reader who has seen enough is no error")
    func closedPipe() throws {
        let program = try Program()
        let rows = (1...3000).map { "A title that fills the pipe, number \($0)\n" }.joined()
        try program.output(
            "import", "-", "--from", "csv", "--map", "title=title", "-q", input: "title\n" + rows)
        for line in ["list | head -1", "list --json | head -1", "log | head -1", "search title | head -1"] {
            let outcome = try program.shell("sessions \(line); echo ${PIPESTATUS[0]} >&2")
            #expect(outcome.output.split(separator: "\n").count == 1, "\(line)")
            #expect(outcome.error == "0\n", "\(line)")
        }
    }

    @Test("A full disk behind standard output is an error")
    func fullDisk() throws {
        guard PackageFiles.exists("/dev/full") else { return }
        let program = try Program()
        try program.output("new", "One")
        for line in ["list", "show", "version", "help", "list --json", "stats", "log", "status"] {
            let outcome = try program.shell("sessions \(line) > /dev/full")
            #expect(outcome.status == 1, "\(line)")
            #expect(outcome.error.contains("cannot write the output: No space left"), "\(line)")
        }
    }

    @Test(
        "A file that may not grow behind standard output is an error, not a signal",
        arguments: ["--version", "list"])
    func fileSizeLimit(line: String) throws {
        let program = try Program()
        try program.output("new", "One")
        let outcome = try program.shell(
            "set -o pipefail; (ulimit -f 0; sessions \(line) > out) 2>&1 | cat >&2")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("cannot write the output: File too large"))
    }

    @Test("Where the workspace cannot be told, nothing is written somewhere else")
    func nowhere() throws {
        let program = try Program()
        let gone = try program.shell("mkdir gone; cd gone; rmdir ../gone; sessions new lost; sessions init")
        #expect(gone.status == 1)
        #expect(gone.error.contains("the current folder"))
        try program.output("init")
        try program.output("new", "One")
        let settings = try program.folder.read("home/work/.sessions/workspace.json")
        _ = try program.shell("rm .sessions/workspace.json")
        let missing = try program.run("new", "Two")
        #expect(missing.status == 5)
        #expect(missing.error.contains("workspace.json") && missing.error.contains("sessions init"))
        try program.output("init")
        #expect(try program.folder.read("home/work/.sessions/workspace.json") == settings)
        #expect(try program.output("list", "--format", "{title}") == "One\n")
        #expect(program.folder.files(below: "home").allSatisfy { !$0.contains(".local/share") })
    }

    @Test("Many sessions that are named are found, each once, or nothing is changed")
    func manyNamed() throws {
        let program = try Program()
        let ids = try (1...12).map { _ in String(try program.output("new", "One", "-q").dropLast()) }
        try program.output("start", ids[2])
        try program.output("pause")
        let named = ids.prefix(10).map { String($0.prefix(8)) } + [ids[0], "@"]
        let unknown = try program.run(["archive"] + named + ["zzzz2222"])
        #expect(unknown.status == 4)
        #expect(unknown.error.contains("zzzz2222"))
        #expect(try program.run("archive", input: "").status == 2)
        #expect(try program.output("list", "status:archived", "-q") == "")
        try program.output("archive", "-", input: named.joined(separator: "\n") + "\n")
        let archived = try program.output("list", "status:archived", "-q").split(separator: "\n").map(
            String.init)
        #expect(archived.sorted() == ids.prefix(10).sorted())
    }

    @Test("A workspace that cannot be written to can be read")
    func readOnly() throws {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        // Permissions do not hold back the superuser, who becomes nobody here.
        let isRoot = try program.shell("id -u").output == "0\n"
        if isRoot, !Program.isInstalled("setpriv") { return }
        try program.copyProgram()
        // Nobody may not write where lines are counted either, if they are.
        let prefix =
            isRoot ? "LLVM_PROFILE_FILE=/dev/null setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        if !isRoot { _ = try program.shell("chmod -R a-w .sessions") }
        defer { _ = try? program.shell("chmod -R u+w .sessions") }
        let before = program.folder.snapshot(of: "home/work/.sessions")
        #expect(try program.shell(prefix + "sessions list --format '{title}'") == Outcome(output: "One\n"))
        for line in ["new Two", "edit @ --title Two", "archive @", "undo"] {
            let outcome = try program.shell("\(prefix)sessions \(line)")
            #expect(outcome.status == 1, "\(line): \(outcome.error)")
            #expect(outcome.output == "", "\(line)")
            #expect(outcome.error.contains("Permission denied"), "\(line): \(outcome.error)")
            #expect(outcome.error.contains("hint: check who owns it and its permissions"), "\(line)")
        }
        #expect(program.folder.snapshot(of: "home/work/.sessions") == before)
    }

    @Test("A word that is not UTF-8 is refused, and so is such a file")
    func invalidUTF8() throws {
        let program = try Program()
        try program.output("new", "One")
        for line in [
            #"sessions new $'a\xff'"#, #"sessions list --format $'\xc3'"#,
            #"sessions comment -m $'\xed\xa0\x80'"#,
        ] {
            let outcome = try program.shell(line)
            #expect(outcome.status == 2, "\(line)")
            #expect(outcome.output == "", "\(line)")
        }
        let outcome = try program.shell(#"printf 'a\xff' > bad.txt; sessions comment -F bad.txt"#)
        #expect(
            outcome
                == Outcome(error: "sessions: 'bad.txt' is not a text: expected UTF-8\n", status: 2))
        #expect(try program.shell(#"printf 'a\xff' | sessions comment -F -"#).status == 2)
        #expect(try program.output("list", "--format", "{title}") == "One\n")
    }

    @Test("Texts beyond their limits are refused without being repeated")
    func tooLong() throws {
        let program = try Program()
        let large = String(repeating: "x", count: 2 << 20)
        try program.folder.write(large, to: "home/work/large.txt")
        try program.folder.write("title\n\(large)\nGood\n", to: "home/work/large.csv")
        try program.output("new", "One")
        for line in [
            "sessions new $(head -c 100000 large.txt)", "sessions edit @ --title $(head -c 1001 large.txt)",
            "sessions import large.csv --map title=title", "sessions comment -F - < large.txt",
            "sessions goal add @ $(head -c 100000 large.txt)", "sessions new '' -F large.txt",
            "sessions new ''",
        ] {
            let outcome = try program.shell(line)
            #expect((1...2).contains(outcome.status), "\(line)")
            #expect(outcome.output == "", "\(line)")
            #expect(outcome.error.utf8.count < 300, "\(line)")
        }
        #expect(
            try program.output("import", "large.csv", "--map", "title=title", "--skip-bad", "-q").count == 13)
        #expect(try program.output("list", "--sort", "title", "--format", "{title}") == "Good\nOne\n")
        try program.output("edit", "@", "--title", String(repeating: "é", count: 1000))
    }

    private static func knowsZones() -> Bool {
        if PackageFiles.exists("/usr/share/zoneinfo/Europe/Berlin") { return true }
        print("passed over: tzdata is not installed")
        return false
    }

    @Test(
        "Clocks that are moved an hour on or back keep time",
        arguments: [
            // The last hour before the clocks go on, and the first after it.
            ("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29 01:30–03:30", "+01:00"),
            // Both times 02:30.
            ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25 02:30–02:30", "+02:00"),
        ])
    func daylightSaving(start: String, end: String, shown: String, offset: String) throws {
        guard Self.knowsZones() else { return }
        let program = try Program()
        program.set("TZ", "Europe/Berlin")
        program.set("SESSIONS_NOW", start)
        let id = try program.output("new", "Night", "--start", "-q").filter { $0 != "\n" }
        program.set("SESSIONS_NOW", end)
        try program.output("pause")
        #expect(try program.output("show", "--format", "{tracked}") == "1h\n")
        #expect(try program.output("show").contains("\(shown)       1h  ada@example.org"))
        #expect(try program.file(ofSession: id).contains(#""utcOffset": "\#(offset)""#))
    }

    @Test("A local time that is skipped moves on, one that comes twice is the first")
    func localTimes() throws {
        guard Self.knowsZones() else { return }
        let program = try Program()
        program.set("TZ", "Europe/Berlin")
        program.set("SESSIONS_NOW", "2026-03-29T10:00:00Z")
        try program.output("new", "Spring", "--start", "--at", "2026-03-29 02:30")
        #expect(try program.output("show", "--format", "{started}") == "2026-03-29 03:30\n")
        try program.output("pause")
        program.set("SESSIONS_NOW", "2026-10-25T10:00:00Z")
        let id = try program.output("new", "Autumn", "--start", "--at", "2026-10-25 02:30", "-q").filter {
            $0 != "\n"
        }
        #expect(try program.file(ofSession: id).contains(#""start": "2026-10-25T00:30:00.000Z""#))
        #expect(try program.run("edit", "--plan", "2026-02-30").status == 2)
        #expect(try program.run("pause", "--at", "2026-02-30 10:00").status == 2)
    }

    @Test("The clock of the machine may go back")
    func clockGoesBack() throws {
        let program = try Program()
        program.set("SESSIONS_NOW", "2026-11-22T12:00:00Z")
        try program.output("new", "One", "--start")
        program.set("SESSIONS_NOW", "2026-11-22T11:00:00Z")
        #expect(try program.output("show", "--format", "{tracked} {wall}") == "0m 0m\n")
        #expect(try program.run("status").status == 0)
        try program.output("pause")
        #expect(try program.output("show", "--format", "{tracked} {status}") == "0m paused\n")
        program.set("SESSIONS_NOW", "2026-11-22T12:10:00Z")
        #expect(try program.output("show", "--format", "{tracked} {wall}") == "0m 0m\n")
        #expect(try program.output("stats", "--json").contains("\"trackedSeconds\": 0,"))
    }

    @Test("Two processes that write at the same time lose nothing")
    func hammering() throws {
        let program = try Program()
        let count = 200
        try program.output("init")
        let id = try program.output("new", "Contended", "-q").filter { $0 != "\n" }
        let outcome = try program.shell(
            """
            comments() { for n in $(seq \(count)); do sessions comment \(id) -m "comment $n" -q || exit 1; done; }
            edits() { for n in $(seq \(count)); do sessions edit \(id) --add-tag "tag$n" -q || exit 1; done; }
            comments & first=$!
            edits & second=$!
            wait $first && wait $second
            """)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.error == "")
        let file = try program.file(ofSession: id)
        for number in 1...count {
            #expect(file.contains("\"text\": \"comment \(number)\""))
            #expect(file.contains("\"tag\(number)\"\n") || file.contains("\"tag\(number)\",\n"))
        }
        #expect(file.matches(of: /"seq": \d+/).count == 2 * count + 1)
        #expect(Set(file.matches(of: /"seq": (\d+)/).map(\.1)).count == 2 * count + 1)
        #expect(program.folder.files(below: "home/work/.sessions/local/tmp") == [])
        #expect(try program.output("undo", "-q") == "\(id)\n")
    }

    @Test("Who waits too long for the lock is told who holds it")
    func locked() throws {
        guard Program.isInstalled("flock") else { return }
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        let outcome = try program.shell("exec 9<> .sessions/local/lock; flock 9; sessions edit @ --title Two")
        #expect(outcome.status == 7)
        #expect(outcome.output == "")
        #expect(outcome.error.hasPrefix("sessions: the workspace is in use by process "))
        #expect(try program.output("list", "--format", "{title}") == "One\n")
    }

    @Test("A release build needs nothing beside itself")
    func staticExecutable() throws {
        guard Program.isReleaseBuild else {
            print("passed over: \(Program.path) is not a release build")
            return
        }
        #if os(Linux)
            guard Program.isInstalled("file") else { return }
            let program = try Program()
            #expect(try program.shell("file -L ../../bin/sessions").output.contains("statically linked"))
            #expect(try program.shell("env -i ../../bin/sessions version").output.hasPrefix("sessions "))
        #endif
    }
}
