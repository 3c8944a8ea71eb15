import CommandKit
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
        .enabled(if: ChildProcess.path(of: "mandoc") != nil, "mandoc is not installed"))
    func lint() throws {
        let folder = try TemporaryFolder()
        for page in Manual.sessions.pages { try folder.write(page.text, to: page.fileName) }
        let files = Manual.sessions.pages.map(\.fileName)
        let outcome = try ChildProcess.run(
            "mandoc", ["-T", "lint"] + files, in: folder.path,
            variables: [("PATH", "/usr/local/bin:/usr/bin:/bin")])
        // Whether another page is installed here is not the page's fault; `references` looks after those.
        let faults = outcome.output.split(separator: "\n").filter {
            !$0.contains("referenced manual not found")
        }
        #expect(faults == [])
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
        let names = files.map(\.name).sorted()
        if PackageFiles.isRecording {
            for file in files { try PackageFiles.write(file.text, to: "\(folder)/\(file.name)") }
            for name in PackageFiles.names(in: folder) where !names.contains(name) {
                try PackageFiles.remove("\(folder)/\(name)")
            }
        }
        #expect(PackageFiles.names(in: folder) == names)
        for file in files {
            #expect(
                PackageFiles.read("\(folder)/\(file.name)") == file.text,
                "\(folder)/\(file.name) is out of date: RECORD=1 swift test --filter Generated")
        }
    }
}
