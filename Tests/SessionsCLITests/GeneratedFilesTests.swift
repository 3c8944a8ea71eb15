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

    @Test(
        "and mandoc finds no fault in the manual",
        .enabled(if: InstalledProgram("mandoc") != nil, "mandoc is not installed"))
    func lint() throws {
        let mandoc = try #require(InstalledProgram("mandoc"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder("man").path).sorted()
        let faults = try mandoc.output(["-T", "lint"] + files, in: folder("man")).split(separator: "\n")
        // Whether another page is installed here is not the page's fault; `references` looks after those.
        #expect(faults.filter { !$0.contains("referenced manual not found") } == [])
    }

    @Test("and the pages of the manual refer to pages that there are")
    func references() {
        let pages = Manual.sessions.pages
        for line in pages.flatMap({ $0.text.split(separator: "\n") }) {
            let words = line.split(separator: " ").drop { $0 != "Xr" && $0 != ".Xr" }.dropFirst().prefix(2)
            guard !words.isEmpty else { continue }
            #expect(pages.contains { $0.fileName == words.joined(separator: ".") }, "\(line)")
        }
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
        let url = self.folder(folder)
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

    private func folder(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../" + name)
            .standardized
    }
}
