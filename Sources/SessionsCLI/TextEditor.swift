import SessionsCore
import Terminal

/// Has a person write a text in their own editor.
struct TextEditor {
    private let context: Context

    /// Nil where no person is there to write.
    init?(_ context: Context) {
        guard context.output.isTerminal, context.environment.isInputTerminal(), !context.isJSON else {
            return nil
        }
        self.context = context
    }

    /// Has a text edited and does something with it.
    ///
    /// - Parameters:
    ///   - name: what the file is called that it lies in meanwhile.
    ///   - use: is given the text as the person left it. Where it fails, the text is kept and its file named.
    func edit<Value>(_ text: String, named name: String, _ use: (String) throws -> Value) throws -> Value {
        let folder = context.environment.variable("TMPDIR") ?? "/tmp"
        let file = try TemporaryText(text, in: folder, named: "sessions-\(name)")
        let value: Value
        do {
            try open(file)
            value = try use(file.read())
        } catch {
            // What cannot be read as a text is something too.
            let left = try? file.read()
            if left == text || left.map(Self.saysNothing) == true {
                file.remove()
            } else {
                context.note("your text is kept in '\(file.path)'")
            }
            throw error
        }
        file.remove()
        return value
    }

    private func open(_ file: TemporaryText) throws {
        let environment = context.environment
        let editor = environment.variable("VISUAL") ?? environment.variable("EDITOR") ?? "vi"
        // What has been said so far belongs above the editor.
        try context.error.flush()
        let program = TerminalProgram(line: editor + " \"$1\"", arguments: [file.path])
        guard program?.wait() == 0 else {
            throw SessionsError.refused(
                action: "use the editor", subject: editor, reason: "it did not end well",
                way: "name another one in VISUAL or EDITOR")
        }
    }
}

extension TextEditor {
    private static func saysNothing(_ text: String) -> Bool {
        withoutRemarks(text).allSatisfy(\.isWhitespace)
    }

    /// Text without the lines that begin with `#`.
    static func withoutRemarks(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .filter { !$0.hasPrefix("#") }
            .joined(separator: "\n")
    }
}
