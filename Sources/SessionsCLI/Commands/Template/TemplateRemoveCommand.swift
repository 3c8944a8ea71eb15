import CommandKit
import SessionsCore

/// `sessions template remove`: remove a template.
struct TemplateRemoveCommand: SessionsCommand {
    static let info = CommandInfo(
        "remove", "Remove a template",
        discussion: """
            Sessions that were made with it stay as they are. 'sessions undo' brings one of a workspace back; one \
            of your own is gone for good.
            """,
        examples: [Example("sessions template remove visit", "that one")])
    var name = ""
    var place = TemplatePlace()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "The template", completion: .dynamic("template"))
        place.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.endUnfinished()
        let library = try context.templates()
        let (origin, bytes) = try place.file(of: name, library, to: "remove")
        if origin == .personal {
            context.noteTestVariables()
            if !change.isDryRun {
                try library.remove(named: name)
                context.hasWritten = true
            }
        } else {
            _ = try context.transaction(isDryRun: change.isDryRun) { transaction, engine in
                try transaction.removeTemplate(named: name, bytes, engine)
            }
        }
        if context.isJSON {
            var object: JSONObject = [
                "changed": true, "name": .string(name), "origin": .string(origin.rawValue),
            ]
            if change.isDryRun { object["dryRun"] = true }
            return try context.print(.object(object))
        }
        if context.isQuiet { return try context.print(name) }
        let done = context.output.style.green((change.isDryRun ? "Dry run: " : "") + "Removed")
        try context.print("\(done) template \(name)")
    }
}
