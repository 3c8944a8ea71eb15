import CommandKit
import SessionsCore

/// `sessions template from`: make a template of a session.
struct TemplateFromCommand: SessionsCommand {
    static let info = CommandInfo(
        "from", "Make a template of a finished session",
        discussion: """
            It takes over the description, the project, the tags, the people beside the owner, and the goals with \
            their milestones and checks. The plan is the time that was tracked, and that of a goal the time in \
            which it was reached: what was worked from one step to the next counts for the latter. Where that \
            cannot be told, because two goals were reached at the same time, or none was tracked, a goal gets no \
            plan.
            """,
        examples: [
            Example("sessions template from k7m2 login", "called login"),
            Example("sessions template from @ --personal", "for yourself, called as the session is"),
        ])
    var session = RequiredSession()
    var name: String?
    var place = TemplatePlace()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<name>", &name, "What to call it (default: the first words of the title)")
        place.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        guard session.statusBefore == .completed else {
            throw SessionsError.refused(
                action: "make a template of", subject: session.id, reason: "it is \(session.status.rawValue)",
                way: "complete it first: the template is to say how long things take")
        }
        guard let name = name ?? TemplateName.from(session.title) else {
            throw UsageError(
                "its title makes no name", hint: "say what to call it", command: "sessions template from")
        }
        let (document, withoutTime) = Template.document(of: session, now: context.now)
        let template = try TemplateFile.template(
            document, named: name, of: place.origin)
        try context.keep(template, replacing: nil, change, verb: "Made")
        if !withoutTime.isEmpty {
            context.note("nothing tells how long these took: " + withoutTime.joined(separator: ", "))
        }
    }
}
