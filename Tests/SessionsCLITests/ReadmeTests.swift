import Testing

@testable import SessionsCLI

/// What the README shows is what happens.
@Suite("The README")
struct ReadmeTests {
    private static let name = "README.md"

    private let text: String

    init() throws { text = try #require(PackageFiles.read(Self.name)) }

    /// What stands in the blocks marked by a word, in their order.
    private static func blocks(_ mark: String, in text: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```\(mark)", block == nil {
                block = []
            } else if line == "```", let ended = block {
                blocks.append(ended.map { $0 + "\n" }.joined())
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private func block(_ mark: String, at location: SourceLocation = #_sourceLocation) throws -> String {
        try #require(Self.blocks(mark, in: text).first, "no block of \(mark)", sourceLocation: location)
    }

    @Test("The first session goes as it is shown")
    func firstSession() throws {
        let blocks = Self.blocks("console", in: text)
        #expect(blocks.count > 2)
        // One conversation, with a remark before each block.
        var conversation = ""
        for (index, block) in blocks.enumerated() { conversation += "# \(index)\n" + block }
        let script = Self.lines(of: conversation).map { line in
            line.hasPrefix("$ sessions") ? "$ " + line.dropFirst(11) : line
        }
        let played = try TranscriptPlayer().play(Transcript(script.joined(separator: "\n")))
        let shown = Self.lines(of: played.text).compactMap(Self.asSeen).joined(separator: "\n")
        guard PackageFiles.isRecording else {
            #expect(shown == conversation, "RECORD=1 swift test --filter Readme rewrites it")
            return
        }
        var readme = text
        var rest = shown[...]
        for (index, block) in blocks.enumerated() {
            rest = rest.dropFirst("# \(index)\n".count)
            let end = rest.firstRange(of: "# \(index + 1)\n")?.lowerBound ?? rest.endIndex
            readme = readme.replacing("```console\n\(block)```", with: "```console\n\(rest[..<end])```")
            rest = rest[end...]
        }
        try PackageFiles.write(readme, to: Self.name)
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// A line of a transcript as a person sees it: with the program's name, both streams, and no exit status.
    private static func asSeen(_ line: String) -> String? {
        if line.hasPrefix("[exit ") { return nil }
        if line.hasPrefix("[2] ") { return String(line.dropFirst(4)) }
        guard line.hasPrefix("$ ") else { return line }
        return line == "$ " ? "$ sessions" : "$ sessions " + line.dropFirst(2)
    }

    @Test("The Makefile makes releases that are on record, and none without a session")
    func makefile() throws {
        guard Program.isInstalled("make") else { return }
        let program = try Program()
        try program.folder.write(block("make"), to: "home/work/Makefile")
        try program.output("init")
        let early = try program.shell("make release VERSION=1.2")
        #expect(
            early.status == 2 && early.error.contains("test] Error \(ExitCode.nothing.rawValue)"),
            "\(early.error)")
        #expect(try program.output("list", "--all", "-q") == "")
        for goal in ["begin", "release"] {
            let made = try program.shell("make \(goal) VERSION=1.2")
            #expect(made.status == 0, "\(made.error)")
        }
        #expect(try program.output("list", "--format", "{title} {status}") == "Release 1.2 completed\n")
        #expect(try program.output("attach", "list", "@").contains("test.log"))
        #expect(try program.output("search", "released").contains("released 1.2"))
        #expect(try program.folder.read("home/work/release-time.json").contains("\"completed\": 1"))
        #expect(try program.shell("make release VERSION=1.3").status == 2)
    }

    @Test("The job of a server passes where all is well, and fails where a clock runs or a file is damaged")
    func job() throws {
        let lines = try block("yaml").split(separator: "\n").map(String.init)
        let begin = try #require(lines.firstIndex { $0.hasSuffix("run: |") })
        let script = lines[(begin + 1)...].joined(separator: "\n")
        let program = try Program()
        program.set("GITHUB_STEP_SUMMARY", program.folder.path(of: "summary"))
        try program.output("init")
        try program.output("new", "One", "-p", "web")
        #expect(try program.shell("set -e\n\(script)").status == 0)
        #expect(try program.folder.read("summary").hasPrefix("web\t"))
        try program.output("start")
        #expect(try program.shell("set -e\n\(script)").status == 1)
        try program.output("pause")
        #expect(try program.shell("set -e\n\(script)").status == 0)
        let file = try #require(program.folder.files(below: "home/work/.sessions/sessions").first)
        try program.folder.write("<<<<<<< ours\n", to: file)
        #expect(try program.shell("set -e\n\(script)").status == ExitCode.damaged.rawValue)
    }

    @Test("The file of a session that it shows is one")
    func sessionFile() throws {
        let program = try Program()
        try program.folder.write(try block("json"), to: "home/work/k7m2q9wd4xhz.json")
        try program.output("doctor", "k7m2q9wd4xhz.json")
    }

    @Test("The lines to install it put everything where it is looked for")
    func install() throws {
        let section = try #require(text.range(of: "## Install\n"))
        let blocks = Self.blocks("text", in: String(text[section.upperBound...]))
        let lines = blocks.prefix(2).joined().replacing("swift build -c release\n", with: "")
        #expect(lines.contains("/usr/local/bin/") && lines.contains("/usr/local/share"))
        let program = try Program()
        for folder in ["package/.build/release", "usr/bin", "usr/share"] {
            try program.folder.makeFolder(folder)
        }
        let package = program.folder.path(of: "package")
        for folder in ["man", "completions"] {
            try program.folder.link("package/\(folder)", to: "\(PackageFiles.root)/\(folder)")
        }
        try program.folder.link("package/.build/release/sessions", to: Program.path)
        let usr = program.folder.path(of: "usr")
        let script = "set -e; cd '\(package)'\n" + lines.replacing("/usr/local", with: usr)
        let outcome = try program.shell(script)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(try program.shell("'\(usr)/bin/sessions' --version").output.hasPrefix("sessions "))
        for file in [
            "man/man1/sessions.1", "man/man1/sessions-new.1", "man/man5/sessions-format.5",
            "man/man7/sessions-query.7",
            "bash-completion/completions/sessions", "zsh/site-functions/_sessions",
            "fish/vendor_completions.d/sessions.fish",
        ] {
            #expect(PackageFiles.exists("\(usr)/share/\(file)"), "\(file)")
        }
        guard Program.isInstalled("bash") else { return }
        #expect(try program.shell("source <(sessions completions bash); complete -p sessions").status == 0)
    }
}
