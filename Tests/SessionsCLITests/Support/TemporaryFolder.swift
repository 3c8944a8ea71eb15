import Foundation

/// A folder of one test's own, removed with everything in it when the test is done.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .resolvingSymlinksInPath().appendingPathComponent("sessions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(of: name), withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(of: name)))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(of: name), withDestinationPath: target)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(of: name))), as: UTF8.self)
    }

    /// The paths of all files below a folder.
    func files(below name: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: path(of: name))?.compactMap { $0 as? String } ?? []
        return names.map { "\(name)/\($0)" }.sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path(of: $0), isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    /// Every name below a folder, with the content of the files: what must not change where nothing may.
    func snapshot(of name: String) -> [String: Data?] {
        let names = FileManager.default.enumerator(atPath: path(of: name))?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, FileManager.default.contents(atPath: path(of: "\(name)/\($0)")))
            })
    }

    func path(of name: String) -> String { "\(path)/\(name)" }
}

/// Files of the package, for tests that compare with them.
enum PackageFiles {
    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(root)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    static func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)"))
    }

    static func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(root)/\(name)")
    }

    /// The names in a folder, sorted.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }

    /// The paths of the Swift files in a folder and below it.
    static func swiftFiles(in folder: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String }
        return (paths ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func isExecutable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Whether expectations are to be rewritten, and not compared: `RECORD=1 swift test`.
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
}
