import CommandKit
import Testing

@testable import SessionsCLI

private let folder = "Tests/SessionsCLITests/Transcripts"

private func transcriptNames() -> [String] {
    PackageFiles.names(in: folder).filter { $0.hasSuffix(".txt") }
}

@Suite("Transcripts")
struct TranscriptTests {
    @Test("The program does what the transcript says", arguments: transcriptNames())
    func replay(name: String) throws {
        let path = "\(folder)/\(name)"
        let text = try #require(PackageFiles.read(path))
        let expected: Transcript
        let played: Transcript
        do {
            expected = try Transcript(text)
            played = try TranscriptPlayer().play(expected)
        } catch let problem as Transcript.Problem {
            Issue.record("\(name):\(problem.line): \(problem.text)")
            return
        }
        if PackageFiles.isRecording {
            if played.text != text { try PackageFiles.write(played.text, to: path) }
            return
        }
        for (step, seen) in zip(expected.steps, played.steps) where step.outcome != seen.outcome {
            Issue.record(
                """
                \(name):\(step.line): \(step.prompt.rawValue)\(step.command)
                expected:
                \(step.outcome.transcriptLines.joined(separator: "\n"))
                but it was:
                \(seen.outcome.transcriptLines.joined(separator: "\n"))
                """)
        }
    }

    @Test("Every command is in a transcript")
    func everyCommandIsPlayed() throws {
        let lines = try transcriptNames().flatMap { name in
            try Transcript(PackageFiles.read("\(folder)/\(name)") ?? "").steps
                .filter { $0.prompt == .program }.flatMap {
                    try ShellCommands($0.command).commands.map(\.words)
                }
        }
        CommandTable.sessions.forEachEntry { entry, path in
            guard entry.command != nil else { return }
            let names = Array(path.dropFirst())
            #expect(
                lines.contains { $0.starts(with: names) },
                "no transcript runs \(names.joined(separator: " "))")
        }
    }

    /// What takes more than one process (the lock) or a broken machine is in the end-to-end tests.
    @Test("Every exit code is in a transcript")
    func everyExitCode() throws {
        let codes = try transcriptNames().flatMap { name in
            try Transcript(PackageFiles.read("\(folder)/\(name)") ?? "").steps
                .filter { $0.prompt == .program }.map(\.outcome.status)
        }
        #expect(Set(codes).sorted() == [0, 1, 2, 3, 4, 5, 6])
    }
}

@Suite("The language of transcripts")
struct TranscriptLanguageTests {
    @Test("A transcript is read into steps, settings and remarks")
    func reading() throws {
        let transcript = try Transcript(
            """
            # first

            $ list
            one

            two
            [2] sessions: a line
            [2] hint: another
            [exit 3]

            @ +90m
            % cat <<EOF
            > $ not a command
            >
            > EOF
            \\$ not a command
            \\
            """)
        #expect(
            transcript.items == [
                .remark("# first"), .remark(""),
                .step(
                    .init(
                        line: 3, prompt: .program, command: "list",
                        outcome: Outcome(
                            output: "one\n\ntwo\n", error: "sessions: a line\nhint: another\n", status: 3))),
                .remark(""), .setting(line: 11, "+90m"),
                .step(
                    .init(
                        line: 12, prompt: .shell, command: "cat <<EOF\n$ not a command\n\nEOF",
                        outcome: Outcome(output: "$ not a command\n\n"))),
            ])
    }

    @Test(
        "Every outcome is read back as it was written",
        arguments: [
            Outcome(), Outcome(output: "a"), Outcome(output: "a\n"), Outcome(output: "a\n\n\n"),
            Outcome(output: "\n"), Outcome(output: "\n\n", error: "x\n"), Outcome(output: "\n", status: 2),
            Outcome(output: "$ a\n% b\n@ c\n# d\n> e\n>\n\\f\n[exit 1]\n[2] g\n[no newline]\n[\n"),
            Outcome(error: "# a\n\n$ b\n", status: 130), Outcome(output: "tab\there \n"),
        ])
    func roundTrip(outcome: Outcome) throws {
        let step = Transcript.Step(line: 1, prompt: .program, command: "x", outcome: outcome)
        var transcript = try Transcript("")
        transcript.items = [.step(step), .remark(""), .remark("# end")]
        #expect(try Transcript(transcript.text) == transcript)
    }

    @Test(
        "What is no transcript is refused",
        arguments: [
            ("output\n", 1), ("# a\n\nlost output\n", 3), ("$ a\n[exit six]\n", 2), ("$ a\n[exit 6]\nb\n", 3),
            ("@ +1m\nb\n", 2),
        ])
    func wrong(text: String, line: Int) throws {
        let problem = #expect(throws: Transcript.Problem.self) { try Transcript(text) }
        #expect(problem?.line == line)
    }

    @Test(
        "A setting that means nothing, or an open quote, is refused",
        arguments: ["@ +soon", "@ x", "$ new 'a"])
    func wrongStep(text: String) throws {
        let transcript = try Transcript(text)
        #expect(throws: Transcript.Problem.self) { try TranscriptPlayer().play(transcript) }
    }

    @Test(
        "What happens otherwise than written is noticed",
        arguments: [
            "$ version\nsessions 0.0.0\n", "$ version\n", "$ verson\n", "$ version\n[exit 1]\n",
            "% echo a\n", "% exit 3\n", "% echo a >&2\na\n",
        ])
    func difference(text: String) throws {
        let transcript = try Transcript(text)
        #expect(try TranscriptPlayer().play(transcript) != transcript)
    }

    @Test("The player gives what a step asks for")
    func player() throws {
        let transcript = try Transcript(
            """
            % pwd; echo $HOME; echo to >&2; exit 4
            /home/ada/web
            /home/ada
            [2] to
            [exit 4]
            $ --workspace /home/ada/nowhere list
            [2] sessions: no workspace in '/home/ada/nowhere'
            [2] hint: make one with 'sessions init /home/ada/nowhere'
            [exit 4]
            """)
        #expect(try TranscriptPlayer().play(transcript) == transcript)
    }

    @Test("Lines are taken apart as by a shell")
    func shellCommands() throws {
        typealias Command = ShellCommands.Command
        let lines: [(String, [Command])] = [
            ("a 'b c' \"d \\\"e\" f\\ g ''", [Command(words: ["a", "b c", "d \"e", "f g", ""])]),
            ("A=1 B_2='x y' a C=3", [Command(variables: ["A=1", "B_2=x y"], words: ["a", "C=3"])]),
            ("a | b -", [Command(words: ["a"]), Command(words: ["b", "-"])]),
            ("a - <<< 'two words'", [Command(words: ["a", "-"], input: "two words\n")]),
            ("a 'b|c' \\\nd", [Command(words: ["a", "b|c", "d"])]),
        ]
        for (line, commands) in lines { #expect(try ShellCommands(line).commands == commands) }
        for line in ["a 'b", "a \"b", "a \\", "a > b", "a; b", "a <<<"] {
            #expect(throws: ShellCommands.Problem.self) { try ShellCommands(line) }
        }
    }
}
