import Testing

@testable import SessionsCore

@Suite("Git checkouts")
struct GitCheckoutTests {
    private static let commit = "0123456789abcdef0123456789abcdef01234567"
    private static let other = "89abcdef0123456789abcdef0123456789abcdef"

    private func checkout(_ files: [(name: String, text: String)], at folder: String = "") throws
        -> GitCheckout?
    {
        let root = try TemporaryFolder()
        for (name, text) in files { try root.write(text, at: name) }
        return GitCheckout(around: root.path + "/" + folder)
    }

    @Test("A branch, from the folder itself and from below")
    func branch() throws {
        let files = [
            (".git/HEAD", "ref: refs/heads/fix/login\n"), (".git/refs/heads/fix/login", Self.commit + "\n"),
            ("src/deep/a.txt", ""),
        ]
        for folder in ["", "src/deep"] {
            let found = try #require(try checkout(files, at: folder))
            #expect(found.branch == "fix/login")
            #expect(found.commit == Self.commit)
        }
    }

    @Test("A branch among the packed references")
    func packed() throws {
        let found = try checkout([
            (".git/HEAD", "ref: refs/heads/main\n"),
            (
                ".git/packed-refs",
                "# pack-refs with: peeled\n\(Self.other) refs/heads/main2\n\(Self.commit) refs/heads/main\n^\(Self.other)\n"
            ),
        ])
        #expect(found?.branch == "main")
        #expect(found?.commit == Self.commit)
    }

    @Test("A reference of its own goes before a packed one")
    func looseFirst() throws {
        let found = try checkout([
            (".git/HEAD", "ref: refs/heads/main\n"), (".git/refs/heads/main", Self.commit),
            (".git/packed-refs", "\(Self.other) refs/heads/main\n"),
        ])
        #expect(found?.commit == Self.commit)
    }

    @Test("A commit without a branch, and a branch without a commit")
    func partly() throws {
        let detached = try #require(try checkout([(".git/HEAD", Self.commit + "\n")]))
        #expect(detached.branch == nil)
        #expect(detached.commit == Self.commit)
        let unborn = try #require(try checkout([(".git/HEAD", "ref: refs/heads/main\n")]))
        #expect(unborn.branch == "main")
        #expect(unborn.commit == nil)
    }

    @Test("A checkout beside the first one")
    func worktree() throws {
        let found = try checkout(
            [
                ("main/.git/HEAD", "ref: refs/heads/main\n"),
                ("main/.git/refs/heads/side", Self.commit + "\n"),
                ("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n"),
                ("main/.git/worktrees/side/commondir", "../..\n"),
                ("side/.git", "gitdir: ../main/.git/worktrees/side\n"),
            ], at: "side")
        #expect(found?.branch == "side")
        #expect(found?.commit == Self.commit)
    }

    @Test(
        "What is no checkout",
        arguments: [
            [("a.txt", "")], [(".git/HEAD", "nonsense\n")], [(".git/HEAD", "ref: refs/heads/../../secret\n")],
            [(".git/HEAD", "ref: /etc/passwd\n")], [(".git/HEAD", "ref: refs/heads/a\u{1b}[31m\n")],
            [(".git/HEAD", "")], [(".git", "gitdir: nowhere\n")],
        ])
    func none(files: [(name: String, text: String)]) throws {
        #expect(try checkout(files) == nil)
    }

    @Test("What git itself makes is read as git reads it")
    func git() throws {
        let folder = try TemporaryFolder()
        guard
            try CapturedProgram(shellLine: "command -v git").run().end.isSuccess
        else { return }
        var program = CapturedProgram(
            shellLine: """
                git init -q . && git -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m one && \
                git checkout -q -b fix/it && git worktree add -q ../$$ 2>/dev/null; git pack-refs --all && \
                git rev-parse HEAD
                """)
        program.folder = folder.path
        program.variables = [("HOME", folder.path)]
        let result = try program.run()
        let found = try #require(GitCheckout(around: folder.path))
        #expect(found.branch == "fix/it")
        #expect(found.commit.map { $0 + "\n" } == result.output)
    }
}
