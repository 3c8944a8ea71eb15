import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Programs whose output is kept")
struct CapturedProgramTests {
    /// As the program does when it begins.
    init() { signal(SIGPIPE, SIG_IGN) }

    private func shell(_ line: String) -> CapturedProgram { CapturedProgram(shellLine: line) }

    @Test("What it prints, on either way, and how it ends")
    func result() throws {
        let result = try shell("echo one; echo two >&2; exit 3").run()
        #expect(result.output == "one\ntwo\n")
        #expect(result.end == .exited(3))
        #expect(!result.end.isSuccess)
        #expect(result.omittedBytes == 0)
        #expect(try shell(":").run().end.isSuccess)
        #expect(try shell("kill -9 $$").run().end == .signalled(9))
        var quiet = shell("echo one; echo two >&2")
        quiet.keepsErrors = false
        #expect(try quiet.run().output == "one\n")
    }

    @Test("Words are no shell's; a program that is not there is an error")
    func words() throws {
        #expect(try CapturedProgram("echo", ["$HOME;", "a b"]).run().output == "$HOME; a b\n")
        #expect(throws: SessionsError.io(IOFailure("start", "no-such-program", number: ENOENT))) {
            try CapturedProgram("no-such-program", []).run()
        }
        // Only what comes before the zero would be run.
        #expect(throws: SessionsError.self) { try shell("true\0; false").run() }
    }

    @Test("Its folder, its variables and its input")
    func surroundings() throws {
        let folder = try TemporaryFolder()
        var program = shell("pwd; echo $SESSIONS_TEST $HOME; cat")
        program.folder = folder.path
        program.variables = [("SESSIONS_TEST", "here"), ("HOME", "/elsewhere")]
        program.input = Array("some\ninput".utf8)
        let real = try #require(System.realPath(folder.path))
        #expect(try program.run().output == "\(real)\nhere /elsewhere\nsome\ninput")
        program.folder = folder.path + "/missing"
        #expect(throws: SessionsError.self) { try program.run() }
    }

    @Test("Without input there is an end of it at once")
    func noInput() throws {
        #expect(try shell("cat; echo end").run().output == "end\n")
    }

    @Test("Much input and much output at the same time do not wait for each other")
    func muchOfBoth() throws {
        var program = shell("cat")
        program.input = [UInt8](repeating: 120, count: 1 << 21)
        program.keptBytes = 1 << 22
        #expect(try program.run().output.utf8.count == 1 << 21)
        // One that does not want it all.
        var other = shell("exit 4")
        other.input = program.input
        #expect(try other.run().end == .exited(4))
    }

    @Test("Of long output the end is kept")
    func longOutput() throws {
        var program = shell("seq 1 100000")
        program.keptBytes = 100
        let result = try program.run()
        #expect(result.output.hasSuffix("99999\n100000\n"))
        #expect(result.output.utf8.count == 100)
        #expect(result.omittedBytes == 588_895 - 100)
    }

    @Test("What is no text is made one")
    func bytes() throws {
        #expect(try shell(#"printf 'a\377b'"#).run().output == "a\u{fffd}b")
    }

    @Test("Past its limit it is ended, and what it started too")
    func limit() throws {
        let folder = try TemporaryFolder()
        var program = shell("sleep 60 & echo $! > child; wait")
        program.folder = folder.path
        program.limit = TimeLimit(milliseconds: 200)
        let result = try program.run()
        #expect(result.end == .timedOut)
        let child = try #require(folder.text(at: "child").flatMap { Int32($0.filter { $0 != "\n" }) })
        // Only once the system has cleared it away does nobody answer; until then it is no sleeper any more.
        let state = folder.isProcessAsleep(child)
        #expect(!state)
    }

    @Test("One that does not want to end is ended all the same")
    func stubborn() throws {
        var program = shell("trap '' TERM; while :; do sleep 60; done")
        program.limit = TimeLimit(milliseconds: 100)
        let result = try program.run()
        #expect(result.end == .timedOut)
    }

    @Test("One that never stops printing is ended too")
    func chatty() throws {
        var program = shell("yes")
        program.limit = TimeLimit(milliseconds: 100)
        let result = try program.run()
        #expect(result.end == .timedOut)
        #expect(result.output.utf8.count == program.keptBytes)
    }

    @Test("One that cleans up when it is told to end has time to do so")
    func cleanUp() throws {
        var program = shell("trap 'echo cleaned; exit 0' TERM; echo ready; sleep 60 & wait")
        program.limit = TimeLimit(milliseconds: 300)
        let result = try program.run()
        #expect(result.end == .timedOut)
        #expect(result.output.hasSuffix("cleaned\n"))
    }

    @Test("What it leaves running does not keep anybody waiting")
    func leftRunning() throws {
        var program = shell("sleep 60 & echo done")
        program.limit = TimeLimit(milliseconds: 20_000)
        let result = try program.run()
        #expect(result.output == "done\n")
        #expect(result.end == .exited(0))
    }

    @Test("It has no terminal to ask")
    func noTerminal() throws {
        #expect(
            try shell("exec 2>&-; (exec < /dev/tty) && echo asked || echo alone").run().output == "alone\n")
    }

    @Test(
        "Limits are read",
        arguments: [
            ("0.5s", 500), ("10s", 10_000), ("1.25s", 1250), ("10m", 600_000), ("1h30m", 5_400_000),
            ("2", 120_000), ("1m30s", 90_000), ("0.001s", 1),
        ])
    func limits(text: String, milliseconds: Int) {
        #expect(TimeLimit(text)?.milliseconds == milliseconds)
    }

    @Test(
        "What is no limit", arguments: ["", "s", "0", "0s", "0.0001s", "-5s", "1e3s", "nans", "soon", "5 s"])
    func noLimits(text: String) {
        #expect(TimeLimit(text) == nil)
    }

    @Test(
        "Limits are written as they are read",
        arguments: [
            (500, "0.5s"), (10_000, "10s"), (1250, "1.25s"), (600_000, "10m"), (90_000, "90s"), (1, "0.001s"),
        ]
    )
    func limitTexts(milliseconds: Int, text: String) {
        #expect(TimeLimit(milliseconds: milliseconds).description == text)
        #expect(TimeLimit(text)?.milliseconds == milliseconds)
    }
}

extension TemporaryFolder {
    /// Whether a process of that number is one that sleeps, as one that was ended is not.
    fileprivate func isProcessAsleep(_ process: Int32) -> Bool {
        let result = try? CapturedProgram("ps", ["-o", "stat=", "-p", "\(process)"]).run()
        return result?.output.hasPrefix("S") ?? false
    }
}
