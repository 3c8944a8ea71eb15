import CommandKit
import Testing

@testable import SessionsCLI
@testable import SessionsCore

@Suite("Topics")
struct TopicTests {
    /// What each example of `help query` finds among the sessions of `workspace`.
    private static let findings: [(query: String, titles: [String])] = [
        ("status:active,paused", ["Login page"]), ("tag:bug,design", ["Cookie", "Login page"]),
        ("project:web", ["Cookie", "Login page"]), ("template:bug-fix", ["Cookie"]),
        ("owner:me", ["Cookie", "Login page", "Recipes"]), ("with:lin", ["Login page"]),
        ("id:k7m", ["Cookie"]), ("plan:2h..", ["Login page"]), ("tracked:..90m", ["Cookie", "Recipes"]),
        ("outcome:failed,partial", ["Recipes"]), ("rating:4..", ["Recipes"]), ("skill:swift", ["Recipes"]),
        ("created:2026-11-22", ["Recipes"]),
        ("started:yesterday", ["Login page"]),
        ("completed:2026-Q4", ["Recipes"]), ("updated:..7d", ["Cookie"]),
        ("in:last-week", ["Login page", "Recipes"]),
        ("is:mine", ["Cookie", "Login page", "Recipes"]), ("has:goal", ["Cookie"]), ("no:plan", ["Recipes"]),
        ("view:web", ["Cookie", "Login page"]),
    ]

    /// Three sessions, looked at on Monday, 23 November 2026.
    private func workspace() throws -> Program {
        let program = try Program()
        program.set("SESSIONS_ID_SEED", "324444")
        func at(_ time: String, _ words: String...) throws {
            program.set("SESSIONS_NOW", time)
            let outcome = try program.run(words)
            #expect(outcome.status == 0, "\(words): \(outcome.error)")
        }
        try at("2026-11-02T09:00:00Z", "init")
        try at("2026-11-02T09:00:00Z", "new", "Cookie", "-p", "web.auth", "--tag", "bug", "-t", "bug-fix")
        try at(
            "2026-11-20T09:00:00Z", "new", "Login page", "-p", "web", "--tag", "design", "--plan", "3h",
            "--with",
            "lin@example.org")
        try at("2026-11-22T06:00:00Z", "start", "@")
        try at("2026-11-22T08:00:00Z", "new", "Recipes")
        try at(
            "2026-11-22T09:00:00Z", "complete", "@", "--outcome", "partial", "--rating", "5", "--skill",
            "swift=+1")
        try at("2026-11-22T09:00:00Z", "view", "save", "web", "project:web")
        program.set("SESSIONS_NOW", "2026-11-23T12:00:00Z")
        return program
    }

    @Test("Every condition that 'help query' shows finds what it says")
    func conditions() throws {
        #expect(Topic.conditions.map(\.name) == Self.findings.map(\.query))
        // None is left out, and each once.
        let names = Topic.conditions.map { String($0.name.prefix { $0 != ":" }) }
        #expect(names == ConditionReader.names)
        let program = try workspace()
        for (query, titles) in Self.findings {
            let found = try program.output("list", query, "--sort", "title", "--format", "{title}")
            #expect(found.split(separator: "\n").map(String.init) == titles, "\(query)")
        }
    }

    @Test("Whatever looks like a query in 'help query' can be read")
    func queries() throws {
        for case .list(let entries) in Topic.query.blocks {
            for entry in entries {
                #expect(throws: Never.self, "\(entry.name)") {
                    try QueryParser.parse([entry.name]) { _ in "a" }
                }
            }
        }
    }

    @Test("Whatever looks like a time in 'help times' can be read")
    func times() throws {
        var isAboutAmounts = false
        for block in Topic.times.blocks {
            if case .heading(let text) = block { isAboutAmounts = text == "Amounts" }
            guard case .list(let entries) = block else { continue }
            for name in entries.flatMap({ $0.name.split(separator: ", ").map(String.init) }) {
                #expect(isAboutAmounts ? TimeAmount(name) != nil : Moment(name) != nil, "\(name)")
            }
        }
    }

    @Test("Every variable that the program reads is in 'help environment'")
    func variables() throws {
        var read: [String] = []
        for file in PackageFiles.swiftFiles(in: "Sources") {
            for line in (PackageFiles.read(file) ?? "").split(separator: "\n") {
                for call in ["ariable(\"", "folder(\"", "setenv(\""] {
                    for part in line.split(separator: call).dropFirst() {
                        let name = String(part.prefix { $0 != "\"" })
                        if name.allSatisfy({ $0.isUppercase || $0 == "_" }) { read.append(name) }
                    }
                }
            }
        }
        #expect(!read.isEmpty)
        // The C library reads the last one.
        #expect(Set(read + ["TZ"]) == Set(Topic.variables.map(\.name)))
    }

    @Test("The session and the template shown in 'help format' are such, laid out as the program does")
    func format() throws {
        let files = Topic.format.blocks.compactMap { block in
            if case .text(let text) = block { text } else { nil }
        }
        let file = try #require(files.first)
        let document = try #require(JSON(parsing: file).objectValue)
        try SessionChecker.check(document)
        #expect(String(decoding: JSON.object(document).bytes(.file), as: UTF8.self) == file + "\n")
        let last = try #require(files.last)
        let template = try TemplateFile.parse(typed: last, named: "a", of: .workspace)
        #expect(template.remarks == [] && files.count == 2)
        #expect(String(decoding: try TemplateFile.bytes(of: template), as: UTF8.self) == last + "\n")
    }
}
