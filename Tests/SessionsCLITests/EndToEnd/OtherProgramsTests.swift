import CommandKit
import Testing

@testable import SessionsCLI

/// Checks and hooks in a process of their own: what interrupts them, and what they get.
@Suite("Other programs")
struct OtherProgramsTests {
    private func makeProgram(check: String? = nil) throws -> Program {
        let program = try Program()
        try program.output("init")
        try program.output("new", "One")
        if let check { try program.output("goal", "add", "@", "Verify", "--check", check) }
        return program
    }

    private func writeHook(_ name: String, _ text: String, _ program: Program) throws {
        try program.folder.makeFolder("home/.config/sessions/hooks")
        try program.folder.write("#!/bin/sh\n\(text)\n", to: "home/hook")
        // A copy: the file that was written here may still be open in a process that another test has just begun,
        // and what is open for writing cannot be run.
        _ = try program.shell("cd ~/.config/sessions/hooks && cp ~/hook \(name) && chmod +x \(name)")
    }

    @Test("Who interrupts a command ends the check with all it has started")
    func interrupt() throws {
        let program = try makeProgram(check: "exec > fifo; echo started; trap '' TERM; sleep 60 & sleep 60")
        // The pipe ends when the last of them that could write to it has ended.
        let outcome = try program.shell(
            """
            mkfifo fifo; sessions goal check --json & exec 9< fifo; read line <&9; echo "$line"
            kill -TERM $!; cat <&9; wait $!
            """)
        #expect(outcome.status == 130)
        #expect(outcome.output == "started\n")
        #expect(outcome.error.contains(#""code":"interrupted""#))
        #expect(try program.output("goal", "list", "@").contains("[ ]"))
    }

    @Test("A check inherits no file that the program has open")
    func descriptors() throws {
        guard PackageFiles.exists("/proc/self/fd") else { return }
        let program = try makeProgram(check: "echo /proc/self/fd/*; exit 1")
        let expected = try program.shell("sh -c 'echo /proc/self/fd/*' < /dev/null").output
        #expect(try program.run("goal", "check").output.contains("| " + expected))
    }

    @Test("What passed counts for nothing where the milestone has another check by then")
    func checkChangedMeanwhile() throws {
        let program = try makeProgram(check: "sessions goal edit @ 1.1 --check false -q")
        let outcome = try program.run("goal", "check")
        #expect(outcome.status == 6)
        #expect(outcome.error.contains("somebody changed it meanwhile"))
        #expect(try program.output("goal", "list", "@").contains("[ ]"))
    }

    @Test("The hook that the manual shows does what it says")
    func manual() throws {
        guard Program.isInstalled("jq") else { return }
        let program = try makeProgram()
        let texts = Topic.hooks.blocks.compactMap { if case .text(let text) = $0 { text } else { nil } }
        try writeHook("pre-complete", try #require(texts.first), program)
        let outcome = try program.run("complete")
        #expect(outcome.status == 6)
        #expect(outcome.error.contains("say what you learned"))
        try program.output("complete", "--learned", "much")
    }

    @Test("A hook that changes the session it is asked about keeps the change from being made")
    func changedMeanwhile() throws {
        let program = try makeProgram()
        try writeHook("pre-archive", "sessions comment @ -m meddled -q", program)
        let outcome = try program.run("archive", "@")
        #expect(outcome.status == 6)
        #expect(outcome.error.contains("somebody changed it meanwhile"))
        #expect(try program.output("show", "--format", "{status}") == "draft\n")
    }

    @Test("When hooks run afterwards, nothing is locked any more, and they run no hooks")
    func afterwards() throws {
        let program = try makeProgram()
        try writeHook(
            "post-archive", "sessions restore @- -q || sessions restore $(sessions list --all -q)", program)
        try writeHook("post-restore", "touch ran", program)
        try program.output("archive", "@")
        #expect(try program.output("list", "--format", "{status}") == "draft\n")
        #expect(!PackageFiles.exists(program.work + "/ran"))
    }

    @Test("A hook has its time limit")
    func timeLimit() throws {
        let program = try makeProgram()
        try writeHook("pre-archive", "echo wait; sleep 60", program)
        try program.output("config", "hooks.timeout", "0.2s")
        let outcome = try program.run("archive", "@")
        #expect(outcome.status == 6)
        #expect(outcome.error.contains("the hook 'pre-archive' ran out of time: wait"))
    }

    @Test("A new session has the id that the hook before it was told")
    func sameID() throws {
        let program = try makeProgram()
        try writeHook("pre-new", #"sed 's/.*"id":"\([a-z0-9]*\)","intervals.*/\1/' > told"#, program)
        let id = try program.output("new", "Two", "-q")
        #expect(try program.folder.read("home/work/told") == id)
    }

    @Test("Hooks for one workspace run in that one")
    func oneWorkspace() throws {
        let program = try makeProgram()
        let own = try program.shell(
            "sessions hook list --json | sed -n 's/.*\"workspace\": \"\\(.*\\)\"/\\1/p'")
        let name = try #require(own.output.split(separator: "/").last).filter { $0 != "\n" }
        try program.folder.makeFolder("home/.config/sessions/hooks/\(name)")
        try writeHook("\(name)/pre-new", "exit 1", program)
        #expect(try program.run("new", "Two").status == 6)
        program.set("SESSIONS_WORKSPACE", nil)
        _ = try program.shell("mkdir other && cd other && sessions init")
        #expect(try program.shell("cd other && sessions new Two").status == 0)
    }

    @Test("Nothing in a workspace is run as a hook")
    func nothingShared() throws {
        let program = try makeProgram()
        for folder in ["hooks", "local/hooks"] {
            try program.folder.makeFolder("home/work/.sessions/\(folder)")
            try program.folder.write("#!/bin/sh\ntouch ran\n", to: "home/work/.sessions/\(folder)/pre-new")
            _ = try program.shell("chmod +x .sessions/\(folder)/pre-new")
        }
        try program.output("new", "Two")
        #expect(!PackageFiles.exists(program.work + "/ran"))
    }

    @Test("What is checked out is recorded at the start and at the end")
    func links() throws {
        guard Program.isInstalled("git") else { return }
        let program = try makeProgram()
        let setUp = try program.shell(
            """
            git init -q -b main . && git config user.name A && git config user.email a@b.c
            git commit -q --allow-empty -m one && sessions start -q
            git checkout -q -b fix && git commit -q --allow-empty -m two && sessions complete -q
            git log --reverse --format=%H
            """)
        try #require(setUp.status == 0, "\(setUp.error)")
        let commits = Array(setUp.output.split(separator: "\n").suffix(2))
        let links = try program.shell("sessions show --json | grep '\"target\"'").output
        #expect(
            links.split(separator: "\n").map { $0.split(separator: "\"")[3] }
                == ["main", commits[0], "fix", commits[1]].map { Substring($0) }, "\(setUp.error)")
    }
}
