import CommandKit
import SessionsCore
import Terminal

/// `sessions attach get`: copy an attachment out.
struct AttachGetCommand: SessionsCommand {
    /// Bytes that are read at a time.
    private static let pieceSize = 1 << 18

    static let info = CommandInfo(
        "get", "Copy an attachment out",
        discussion: """
            The copy has the name of the attachment, and is there whole or not at all: where the content is no \
            longer what was attached, the command ends with 5. A file that is there already is not replaced.
            """,
        examples: [
            Example("sessions attach get @ trace.txt", "into the folder you are in"),
            Example("sessions attach get @ 1 -o -", "to standard output"),
        ])
    var session = RequiredSession()
    var attachment = RequiredAttachment()
    var destination: String?
    var isOverwriting = false

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        attachment.declare(&arguments)
        arguments.option(
            "-o, --output <folder>", &destination, "The folder to copy it to, '-' for standard output",
            completion: .folder)
        arguments.flag("-f, --force", &isOverwriting, "Replace a file of that name")
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        let attachment = try session.attachment(attachment.reference)
        let content = AttachmentContent(
            of: attachment, in: session, try context.workspace(), now: context.now)
        if destination == "-" { return try write(content.open(), to: context.output) }

        let folder = destination.map(context.path) ?? context.currentFolder
        let name = try content.copy(toFolder: folder, overwriting: isOverwriting)
        if context.isJSON {
            try context.print([
                "id": .string(attachment.id), "path": .string(Self.join(folder, name)),
                "sha256": .string(attachment.sha256), "size": .number(JSONNumber(attachment.size)),
            ])
        } else {
            let path = (destination.map { Self.join($0, name) } ?? name).visible
            try context.print(context.isQuiet ? path : "\(context.output.style.green("Copied")) to \(path)")
        }
    }

    private func write(_ file: InputFile, to output: Output) throws {
        while true {
            let piece = try file.read(upTo: Self.pieceSize)
            if piece.isEmpty { return }
            try output.write(bytes: piece)
        }
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
