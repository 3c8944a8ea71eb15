import CommandKit
import SessionsCore

/// `sessions template show`: one template, whole.
struct TemplateShowCommand: SessionsCommand {
    static let info = CommandInfo(
        "show", "Show a template and what it asks for",
        examples: [
            Example("sessions template show bug-fix", "its goals, and how to use it"),
            Example("sessions template show bug-fix --source > mine.json", "to begin another one with"),
            Example("sessions template show bug-fix --json | jq -r '.goals[].title'", "for a script"),
        ])
    var name = ""
    var place = TemplatePlace()
    var showsSource = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "The template", completion: .dynamic("template"))
        arguments.flag("--source", &showsSource, "Print its file, to make another one of it")
        place.declare(&arguments)
    }

    func run(in context: Context) throws {
        let library = try context.templates()
        let origin = try place.origin(of: name, library)
        guard let template = try library.template(named: name, of: origin) else {
            throw SessionsError.templateNotFound(name: name, known: try library.names(of: .personal))
        }
        if showsSource { return try context.output.write(bytes: TemplateFile.bytes(of: template)) }
        let path = library.path(of: name, origin)
        if context.isJSON {
            var output = template.output
            output["path"] = path.map(JSON.string)
            return try context.print(.object(output))
        }
        if context.isQuiet { return try context.print(template.name) }
        let others = try library.entries().filter { $0.name == name && $0.origin != origin }
        let page = TemplatePage(
            template, path: path, others: others, style: context.output.style, width: context.output.width)
        context.usePager()
        for line in page.lines { try context.print(line) }
    }
}
