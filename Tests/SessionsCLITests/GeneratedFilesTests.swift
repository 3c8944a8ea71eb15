import CommandKit
import Foundation
import Testing

@testable import SessionsCLI

/// Files that are made from the command table and committed, so that they can be installed without running
/// the program. `RECORD=1 swift test --filter Generated` writes them anew.
@Suite("Generated files are those of the command table")
struct GeneratedFilesTests {
    @Test("in man/")
    func manual() throws {
        try check("man", Manual.sessions.pages.map { ($0.fileName, $0.text) })
    }

    @Test("in completions/")
    func completions() throws {
        try check(
            "completions",
            CompletionScript.Shell.allCases.map {
                ($0.fileName(for: "sessions"), CompletionScript.sessions(for: $0))
            })
    }

    /// Compares a folder of the package with what belongs there, nothing less and nothing more.
    private func check(_ folder: String, _ files: [(name: String, text: String)]) throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../" + folder).standardized
        let manager = FileManager.default
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try? manager.removeItem(at: url)
            try manager.createDirectory(at: url, withIntermediateDirectories: true)
            for file in files {
                try Data(file.text.utf8).write(to: url.appendingPathComponent(file.name))
            }
        }
        let present = try manager.contentsOfDirectory(atPath: url.path)
        #expect(present.sorted() == files.map(\.name).sorted())
        for file in files {
            let committed = try String(contentsOf: url.appendingPathComponent(file.name), encoding: .utf8)
            #expect(committed == file.text, "\(folder)/\(file.name) is out of date")
        }
    }
}
