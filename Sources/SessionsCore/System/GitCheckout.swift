/// What a git checkout has at hand, read from its files without running git: hooks and settings of a repository
/// that somebody else made have no say in it.
package struct GitCheckout: Equatable, Sendable {
    /// The branch that is checked out; nil where it is none.
    package let branch: String?
    /// The commit that is checked out; nil before the first one.
    package let commit: String?

    /// Files that are read here are small; a list of packed references of so many bytes is not searched.
    private static let limit = 16 << 20

    init(branch: String?, commit: String?) {
        self.branch = branch
        self.commit = commit
    }

    /// The checkout that a folder lies in; nil where it lies in none.
    package init?(around path: String) {
        guard let folder = Self.gitFolder(around: System.realPath(path) ?? path),
            let head = Self.line("HEAD", in: folder)
        else { return nil }
        guard head.hasPrefix("ref: ") else {
            guard Self.isHash(head) else { return nil }
            self.init(branch: nil, commit: head)
            return
        }
        let reference = String(head.dropFirst(5))
        guard Self.isReference(reference) else { return nil }
        let heads = "refs/heads/"
        // Checkouts beside the first one share its branches.
        let common = Self.line("commondir", in: folder).map { Self.join(folder, $0) } ?? folder
        self.init(
            branch: reference.hasPrefix(heads) ? String(reference.dropFirst(heads.count)) : nil,
            commit: Self.commit(of: reference, in: common))
    }

    /// The folder with the data of git: `.git`, or what the file of that name says.
    private static func gitFolder(around path: String) -> String? {
        var folder = path
        while true {
            let git = join(folder, ".git")
            if line("HEAD", in: git) != nil { return git }
            if let text = line(".git", in: folder), text.hasPrefix("gitdir: ") {
                return join(folder, String(text.dropFirst(8)))
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func commit(of reference: String, in folder: String) -> String? {
        if let hash = line(reference, in: folder) { return isHash(hash) ? hash : nil }
        for line in text(join(folder, "packed-refs"))?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2, parts[1] == reference, isHash(String(parts[0])) { return String(parts[0]) }
        }
        return nil
    }

    private static func text(_ path: String) -> String? {
        (try? InputFile(opening: path).readAll(limit: limit)).flatMap {
            String(validating: $0, as: UTF8.self)
        }
    }

    /// The first line of a file; nil where it cannot be read.
    private static func line(_ name: String, in folder: String) -> String? {
        text(join(folder, name))?.split(separator: "\n", omittingEmptySubsequences: false).first
            .map(String.init)
    }

    private static func join(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : folder + (folder.hasSuffix("/") ? "" : "/") + path
    }

    private static func isHash(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Whether it is a name within the folder, as git allows them.
    private static func isReference(_ text: String) -> Bool {
        text.hasPrefix("refs/") && text.utf8.count <= 1000
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
            && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && !$0.hasPrefix(".")
            }
    }
}
