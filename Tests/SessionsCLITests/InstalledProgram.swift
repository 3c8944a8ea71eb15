import Foundation

/// A program on this machine that tests run.
struct InstalledProgram {
    let path: String

    init(path: String) {
        self.path = path
    }

    /// Nil where it is not installed.
    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let paths = folders.map { $0 + "/" + name }
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else { return nil }
        self.path = path
    }

    /// `sessions` as it was built with the tests: beside their bundle.
    static let sessions: InstalledProgram? = {
        for word in CommandLine.arguments {
            guard let bundle = word.range(of: ".xctest") else { continue }
            let folder = URL(fileURLWithPath: String(word[..<bundle.lowerBound])).deletingLastPathComponent()
            let path = folder.appendingPathComponent("sessions").path
            if FileManager.default.isExecutableFile(atPath: path) { return InstalledProgram(path: path) }
        }
        return nil
    }()

    /// Runs it to its end; what it writes to standard output.
    func output(_ words: [String], in folder: URL, _ environment: [String: String] = [:]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
