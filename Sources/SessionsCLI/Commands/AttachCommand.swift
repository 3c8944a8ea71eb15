import CommandKit
import SessionsCore

/// `sessions attach`: copy files in.
struct AttachCommand: SessionsCommand {
    static let info = CommandInfo(
        "attach", "Copy files into a session",
        discussion: """
            A file of the same name and content that is there already is not added again. The words 'list', \
            'get', 'open', 'remove' and 'verify' right behind 'attach' are commands.
            """,
        examples: [
            Example("sessions attach @ trace.txt", "to the current session"),
            Example("sessions attach @ ./list", "a file that is called like a command"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var files: [String] = []
    var allowsLarge = false
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<file>…", &files, "The files", required: true, completion: .file)
        arguments.flag("--allow-large", &allowsLarge, "Files over 10 MB too")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let files = try files.map { try AttachedFile($0, context, allowsLarge: allowsLarge) }
        try context.changeSessions(
            [session.id], asList: false, change, done: "Attached to", already: "Attached already to"
        ) { session, engine, transaction in
            var hasChanged = false
            for file in files where try file.attach(to: &session, transaction, engine) { hasChanged = true }
            return hasChanged
        }
    }
}

/// A file that is to be attached, opened before anything is changed.
struct AttachedFile {
    private let file: InputFile
    private let name: String

    init(_ path: String, _ context: Context, allowsLarge: Bool) throws(SessionsError) {
        guard !path.isEmpty else {
            throw .invalid(what: "a file", value: path, expected: "the path of one")
        }
        do throws(IOFailure) { file = try InputFile(opening: context.path(path)) } catch { throw .io(error) }
        let own = path.split(separator: "/").last.map(String.init) ?? ""
        name = SessionRules.attachmentName(ofFile: own)
        if !name.utf8.elementsEqual(own.utf8) { context.note("'\(own)' is attached as '\(name)'") }
        guard file.size <= Limits.attachment || allowsLarge else {
            throw .limit(
                what: "'\(path)', \(file.size) bytes,",
                limit: "\(Limits.attachment) bytes (--allow-large takes it)")
        }
    }

    /// Copies the content in and names it in the session; whether it was not there already.
    func attach(to session: inout Session, _ transaction: Transaction, _ engine: Engine) throws(SessionsError)
        -> Bool
    {
        try engine.attach(try transaction.takeIn(file, for: session.id), as: name, to: &session)
    }
}
