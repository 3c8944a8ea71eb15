import CommandKit
import Testing

@testable import SessionsCLI

private let folder = "Tests/SessionsCLITests/Golden/help"

private func paths() -> [[String]] {
    var paths: [[String]] = [[]]
    CommandTable.sessions.forEachEntry { _, path in paths.append(Array(path.dropFirst())) }
    return paths
}

private func fileName(_ path: [String]) -> String {
    (["sessions"] + path).joined(separator: "-") + ".txt"
}

@Suite("Help")
struct HelpTests {
    @Test("-h of every command is what the golden file says", arguments: paths())
    func golden(path: [String]) throws {
        let line = (path + ["-h"]).joined(separator: " ")
        var transcript = try Transcript("")
        transcript.items = [
            .step(Transcript.Step(line: 1, prompt: .program, command: line, outcome: Outcome()))
        ]
        let outcome = try #require(try TranscriptPlayer().play(transcript).steps.first).outcome
        #expect(outcome.status == 0)
        #expect(outcome.error == "")
        for line in outcome.output.split(separator: "\n") {
            #expect(line.count <= 80, "wider than 80 columns: \(line)")
        }
        let name = "\(folder)/\(fileName(path))"
        if PackageFiles.isRecording {
            try PackageFiles.write(outcome.output, to: name)
        } else {
            #expect(outcome.output == PackageFiles.read(name), "RECORD=1 swift test rewrites \(name)")
        }
    }

    @Test("There is no golden file without its command")
    func stale() throws {
        let known = paths().map(fileName)
        for name in PackageFiles.names(in: folder) where !known.contains(name) {
            if PackageFiles.isRecording {
                try PackageFiles.remove("\(folder)/\(name)")
            } else {
                Issue.record("\(name) belongs to no command")
            }
        }
    }

    @Test("Summaries are short enough for the overview, and every command has an example")
    func summaries() {
        CommandTable.sessions.forEachEntry { entry, path in
            let name = path.joined(separator: " ")
            #expect(entry.info.summary.count <= 60, "\(name)")
            if entry.command != nil { #expect(!entry.info.examples.isEmpty, "\(name)") }
        }
    }
}
