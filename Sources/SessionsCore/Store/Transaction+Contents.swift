extension Transaction {
    /// Copies a file's content in, to lie under its hash in the folder of a session.
    package func takeIn(_ file: InputFile, for sessionID: String) throws(SessionsError) -> StoredContent {
        var hash = SHA256()
        var size = 0
        func copy(to output: OutputFile?) throws(IOFailure) {
            while true {
                let piece = try file.read(upTo: 1 << 18)
                if piece.isEmpty { return }
                hash.update(piece)
                size += piece.count
                try output?.write(piece)
            }
        }
        return try SessionsError.wrap { () throws(IOFailure) in
            if let storage { try storage.staging.add(mode: nil, copy) } else { try copy(to: nil) }
            let content = StoredContent(sha256: hash.finish(), size: size)
            let path = WorkspacePath(["attachments", sessionID, content.sha256])
            let isThere = try workspace.folder(at: path.folders)?.file(path.name) != nil
            if isThere || paths.contains(path) {
                try storage?.staging.removeLast()
            } else {
                try add(.init(path: path, before: nil, after: content.sha256, undo: .keep))
                paths.insert(path)
            }
            return content
        }
    }

    /// The staged files of a process that died, in bytes: cleared away when this began, and in a dry run still
    /// there, along with those of a process that is at work.
    var leftovers: [(name: String, size: Int)] {
        get throws(SessionsError) {
            if let storage { return storage.leftovers }
            return try SessionsError.wrap { () throws(IOFailure) in
                let staging = try workspace.folder(at: ["local", StagingArea.folderName])
                return try staging.map { folder throws(IOFailure) in
                    try StagingArea.leftovers(in: folder)
                } ?? []
            }
        }
    }
}
