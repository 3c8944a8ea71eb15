import CommandKit
import SessionsCore

/// `sessions template edit`: change a template.
struct TemplateEditCommand: SessionsCommand {
    static let info = CommandInfo(
        "edit", "Change a template",
        discussion: """
            A terminal opens your editor, VISUAL or EDITOR, on its file, whatever is wrong with that; what you \
            write replaces it once it is a template. With -F it is read from a file instead.
            """,
        examples: [Example("sessions template edit visit -F visit.json", "as that file says")])
    var name = ""
    var file: String?
    var place = TemplatePlace()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "The template", completion: .dynamic("template"))
        arguments.option(
            "-F, --file <file>", &file, "Read all of it as JSON from a file, '-' for standard input",
            completion: .file)
        place.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.endUnfinished()
        let (origin, old) = try place.file(of: name, context.templates(), to: "edit")
        func keep(_ text: String) throws {
            let template = try TemplateFile.parse(typed: text, named: name, of: origin)
            try context.keep(template, replacing: old, change, verb: "Changed")
        }
        if let file { return try keep(context.text([], orFile: file) ?? "") }
        guard let editor = TextEditor(context) else {
            throw UsageError(
                "no terminal to edit it on", hint: "give all of it with -F FILE",
                command: "sessions template edit")
        }
        guard let text = String(validating: old, as: UTF8.self) else {
            throw SessionsError.notTemplate(name: name, problem: "its file is not UTF-8")
        }
        try editor.edit(text, named: name, keep)
    }
}
