import Testing

@testable import SessionsCLI

/// The program on a terminal of its own, which `script` makes.
@Suite("On a terminal", .enabled(if: ChildProcess.path(of: "script") != nil, "script is not installed"))
struct TerminalTests {
    /// Runs a line of the shell on a terminal of 80 columns and 24 rows; what is seen there.
    private func onTerminal(_ line: String, _ program: Program) throws -> Outcome {
        try program.folder.write("stty rows 24 cols 80\n\(line)\n", to: "home/line.sh")
        let outcome = try ChildProcess.run(
            "script", ["-qec", "sh ../line.sh", "/dev/null"], in: program.work, variables: program.variables)
        return Outcome(output: outcome.output.replacing("\r\n", with: "\n"), status: outcome.status)
    }

    private func makeProgram(sessions: Int = 0) throws -> Program {
        let program = try Program()
        program.set("TERM", "xterm")
        try program.output("init")
        for number in 0..<sessions { try program.output("new", "Session \(number)") }
        return program
    }

    // MARK: The pager

    @Test("Long output goes through the pager, short output does not")
    func pager() throws {
        let program = try makeProgram(sessions: 2)
        program.set("PAGER", "sed 's/^/paged: /'")
        for line in ["sessions help", "sessions new -h"] {
            let seen = try onTerminal(line, program).output
            #expect(!seen.isEmpty && seen.split(separator: "\n").allSatisfy { $0.hasPrefix("paged: ") })
        }
        #expect(try !onTerminal("sessions list", program).output.contains("paged"))
        #expect(try !onTerminal("sessions --no-pager help", program).output.contains("paged"))
        #expect(try !onTerminal("sessions log --json -n 0", program).output.contains("paged"))
        #expect(try !onTerminal("sessions export --jsonl; sessions schema", program).output.contains("paged"))
        #expect(try !onTerminal("sessions help | cat", program).output.contains("paged"))
        #expect(try !onTerminal("TERM=dumb sessions help", program).output.contains("paged"))
        #expect(try onTerminal("stty rows 3; sessions list", program).output.contains("paged: "))
        for words in ["log", "stats", "show @", "search Session"] {
            let seen = try onTerminal("stty rows 3; sessions \(words)", program).output
            #expect(seen.contains("paged: "), "\(words)")
        }
    }

    @Test("SESSIONS_PAGER goes before PAGER, and an empty one or cat means none")
    func choice() throws {
        let program = try makeProgram()
        program.set("PAGER", "sed 's/^/paged: /'")
        for none in ["''", "cat", "' '"] {
            let seen = try onTerminal("SESSIONS_PAGER=\(none) sessions help", program).output
            #expect(seen.hasPrefix("Plan, track") && !seen.contains("paged"), "\(none)")
        }
        #expect(try onTerminal("SESSIONS_PAGER='tr a-z A-Z' sessions help", program).output.hasPrefix("PLAN"))
    }

    @Test("A pager that is not there hides nothing, and one that is left early is no failure")
    func brokenPager() throws {
        let program = try makeProgram()
        let seen = try onTerminal("PAGER=nosuchpager sessions help", program)
        #expect(seen.output.contains("Plan, track") && seen.status == 0)
        #expect(try onTerminal("PAGER='head -1' sessions help", program).status == 0)
        #expect(try onTerminal("PAGER='exec 0<&-; exit 3' sessions help", program).status == 0)
    }

    @Test("less is told to leave where all fits, and not what a person told it otherwise")
    func less() throws {
        let program = try makeProgram()
        #expect(try onTerminal("PAGER='echo $LESS #' sessions help", program).output == "FRX\n")
        #expect(try onTerminal("LESS=i PAGER='echo $LESS #' sessions help", program).output == "i\n")
    }

    // MARK: The editor

    @Test("new, edit and comment open the editor")
    func editor() throws {
        let program = try makeProgram()
        try program.folder.write(
            "printf 'From the editor\\nBody\\nTags: x\\n' > \"$1\"\n", to: "home/title.sh")
        program.set("EDITOR", "sh ../title.sh")
        let made = try onTerminal("sessions new", program)
        #expect(made.status == 0 && made.output.contains("From the editor"))
        #expect(try program.output("list", "--format", "{title} {tags}") == "From the editor x\n")
        program.set("EDITOR", "sed -i s/From/By/")
        #expect(try onTerminal("sessions edit", program).output.contains("By the editor"))
        program.set("VISUAL", "sed -i '1s/^/Words/'")
        #expect(try onTerminal("sessions comment", program).status == 0)
        #expect(try program.output("show", "@").contains("Words"))
    }

    @Test("Nobody is asked where nobody is there")
    func nobody() throws {
        let program = try makeProgram(sessions: 1)
        program.set("EDITOR", "touch ../asked; true")
        for words in ["new", "comment", "edit"] {
            #expect(try program.run(words).status == 2)
            #expect(try onTerminal("sessions \(words) < /dev/null", program).status == 2)
            #expect(try onTerminal("sessions \(words) > ../out", program).status == 2)
        }
        #expect(!PackageFiles.exists(program.folder.path(of: "home/asked")))
    }

    @Test("What was written is kept where the command fails, and only its owner can read it")
    func keptText() throws {
        let program = try makeProgram(sessions: 1)
        try program.folder.makeFolder("kept")
        program.set("TMPDIR", program.folder.path(of: "kept"))
        program.set("EDITOR", "sed -i 's/^Plan:.*/Plan: soon/'")
        let failed = try onTerminal("sessions edit", program)
        #expect(failed.status == 2 && failed.output.contains("sessions: your text is kept in '"))
        let files = program.folder.files(below: "kept")
        #expect(files.count == 1)
        let file = try #require(files.first)
        #expect(try program.folder.read(file).contains("Plan: soon"))
        #expect(try program.shell("stat -c %a '\(program.folder.path(of: file))'").output == "600\n")

        // Where nothing was written, nothing is kept; nor where all went well.
        program.set("EDITOR", "false")
        #expect(try onTerminal("sessions edit", program).status == 6)
        program.set("EDITOR", "true")
        #expect(try onTerminal("sessions edit", program).status == 0)
        #expect(try onTerminal("sessions new", program).status == 2)
        #expect(try onTerminal("sessions comment", program).status == 2)
        program.set("EDITOR", ": >")
        #expect(try onTerminal("sessions new", program).status == 2)
        #expect(program.folder.files(below: "kept") == files)

        // What is no template is kept as well, and the one there was stays.
        try program.output("template", "new", "visit", "--plan", "1h")
        program.set("EDITOR", "sed -i 's/60/soon/'")
        let edited = try onTerminal("sessions template edit visit", program)
        #expect(edited.status == 2 && edited.output.contains("sessions: your text is kept in '"))
        #expect(edited.output.contains("line 2, column 21: expected a value, found 's'"))
        let kept = try #require(program.folder.files(below: "kept").first { !files.contains($0) })
        #expect(try program.folder.read(kept).contains("\"plannedMinutes\": soon"))
        #expect(try program.output("template", "show", "visit", "--source").contains("60"))
    }

    @Test(
        "Whatever a command fails of, the text written for it is kept",
        arguments: [
            ("new", "sed -i -e '1s/^/Typed/' -e 's/^Plan:.*/Plan: soon/'"),
            ("new --start --at 2100-01-01", "sed -i '1s/^/Typed/'"),
            ("new --attach missing.txt", "sed -i '1s/^/Typed/'"),
            ("edit", "sed -i -e '1s/^/Typed/' -e 's/^Plan:.*/Plan: never/'"),
            ("edit", "sed -i '1s/^/Typed/' \"$1\"; rm -r .sessions; true"),
            ("comment --reply 9", "sed -i '1s/^/Typed/'"),
            ("comment", "sed -i '1s/^/Typed/' \"$1\"; sessions delete -q @ > /dev/null; true"),
        ])
    func keptWhatever(words: String, editor: String) throws {
        let program = try makeProgram(sessions: 1)
        try program.folder.makeFolder("kept")
        program.set("TMPDIR", program.folder.path(of: "kept"))
        program.set("EDITOR", editor)
        let failed = try onTerminal("sessions \(words)", program)
        #expect(failed.status != 0 && failed.output.contains("sessions: your text is kept in '"))
        let files = program.folder.files(below: "kept")
        #expect(files.count == 1)
        #expect(try program.folder.read(#require(files.first)).contains("Typed"))
    }

    @Test("No lock is held meanwhile, and what others change is not undone")
    func meanwhile() throws {
        let program = try makeProgram(sessions: 1)
        program.set("EDITOR", "sessions edit @ --plan 3h --add-tag theirs; sed -i '1s/.*/Mine/'")
        #expect(try onTerminal("sessions edit", program).status == 0)
        #expect(try program.output("list", "--format", "{title} {plan} {tags}") == "Mine 3h theirs\n")
    }
}
