import CommandKit
import SessionsCore
import Terminal

/// `sessions new`: plan a session.
struct NewCommand: SessionsCommand {
    static let info = CommandInfo(
        "new", "Plan a session",
        discussion: """
            The template brings a plan, tags and goals; what is given here takes precedence over its plan, and is \
            added to its tags and goals. 'sessions template list' names the templates; what one asks for is given \
            with --set. Without a title a terminal opens your editor, VISUAL or EDITOR.
            """,
        examples: [
            Example("sessions new Fix the login redirect -t bug-fix --start", "begin at once"),
            Example(
                "sessions new Read up on merging --plan 2h --tag reading -p notes", "a plan, a tag, a project"
            ),
        ])
    static let joinsBatch = true
    var title: [String] = []
    var options = PlanOptions()
    var goals: [String] = []
    var participants: [Participant] = []
    var attachments: [String] = []
    var allowsLarge = false
    var text: [String] = []
    var file: String?
    var starts = false
    var isParallel = false
    var at = Moment.now
    /// What the first stretch of work is about.
    var note: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<title>…", &title, "What is to be done")
        options.declare(&arguments)
        arguments.option("--goal <title>", &goals, "What it is to reach")
        arguments.option("--with <user>", &participants, "Somebody who takes part, as USER or USER:ROLE")
        arguments.option("--attach <file>", &attachments, "A file to copy in", completion: .file)
        arguments.flag("--allow-large", &allowsLarge, "Attach files over 10 MB too")
        arguments.option("-m, --message <text>", &text, "The description; each one is a paragraph")
        arguments.option(
            "-F, --file <file>", &file, "Read the description from a file, '-' for standard input",
            completion: .file)
        arguments.flag("--start", &starts, "Start it at once")
        arguments.flag("--parallel", &isParallel, "With --start: leave my other session running")
        arguments.option("--at <time>", &at, "With --start: when it began")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard starts || at == .now && !isParallel else {
            throw UsageError(
                "--at and --parallel are for --start", hint: "add --start", command: "sessions new")
        }
        let template = try options.template(context)
        var plan = try options.plan(titled: title.joined(by: " "), context)
        plan.description = try context.text(text, orFile: file)
        plan.goals = goals.map { SessionPlan.PlannedGoal($0) }
        plan.participants = participants
        guard title.isEmpty, template?.needsTitle != false else { return try create(plan, template, context) }
        guard let editor = TextEditor(context) else {
            throw UsageError("missing argument <title>…", command: "sessions new")
        }
        // What is wrong with a field is told before anybody writes.
        var trial = plan
        try options.complete(&trial, from: template, context)
        try editor.edit(EditableSession(of: plan).text, named: "new") { text in
            let text = EditableSession(edited: text)
            guard !text.title.isEmpty else {
                throw UsageError(
                    "no title, no session", hint: "the first line is the title", command: "sessions new")
            }
            try text.apply(to: &plan, day: context.dayOfWork(for: [text.plan]))
            try create(plan, template, context)
        }
    }

    private func create(_ plan: SessionPlan, _ template: Template?, _ context: Context) throws {
        var plan = plan
        try options.complete(&plan, from: template, context)
        let forecast = context.forecast(of: plan)
        try context.change(change, asList: false) { transaction, engine in
            var session = try engine.create(plan) { id throws(SessionsError) in
                try transaction.knows(id)
            }
            for file in attachments {
                let file = try AttachedFile(file, context, allowsLarge: allowsLarge)
                _ = try file.attach(to: &session, transaction, engine)
            }
            var details = Self.plan(session)
            if let line = forecast.flatMap({ context.line($0, template: plan.template) }) {
                details.append("forecast: " + line.reduce("") { $0 + $1.text })
            }
            if starts {
                do throws(SessionsError) {
                    _ = try engine.start(&session, at: at, StartOptions(note: note))
                } catch {
                    // Nobody knows the id of a session that is not made.
                    throw error.about(session.title)
                }
                try context.linkCheckout(to: &session, engine)
                if !isParallel {
                    details += try context.pauseOthers(than: session, at: at, transaction, engine)
                }
            }
            try transaction.create(session)
            let verb = starts ? "Started" : "Created"
            return [
                ChangedSession(
                    session: session, hasChanged: true, verb: verb, details: details, forecast: forecast)
            ]
        }
        if template == nil { hintAtTemplate(plan, context) }
    }

    /// Says which template would have fitted, where a person looks on and past sessions leave little doubt.
    private func hintAtTemplate(_ plan: SessionPlan, _ context: Context) {
        guard context.openOperation == nil, context.output.isTerminal, !context.isJSON, !context.isQuiet,
            !change.isDryRun,
            let best = try? context.templateSuggestions(
                for: plan.title, project: plan.project, tags: plan.tags
            ).suggestions.first,
            best.uses >= Self.fewestUses, best.probability >= Self.surety
        else { return }
        let why = best.reasons(context).prefix(2).joined(separator: ", ")
        context.note("'-t \(best.template)' may have fitted: \(why)")
    }

    /// What it takes to speak of a template that nobody asked for.
    private static let fewestUses = 3
    private static let surety = 0.6

    /// What the session is to be: `plan 1h30m, to reach: Fix, Verify`.
    private static func plan(_ session: Session) -> [String] {
        var parts: [String] = []
        if let planned = session.planned { parts.append("plan \(planned)") }
        if !session.goals.isEmpty {
            parts.append("to reach: " + session.goals.map(\.title).joined(separator: ", "))
        }
        return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    }
}

extension EditableSession {
    /// The text of a session that is not there yet.
    fileprivate init(of plan: SessionPlan) {
        self.init()
        description = plan.description ?? ""
        self.plan = plan.planned?.description ?? ""
        project = plan.project ?? ""
        tags = plan.tags
    }

    fileprivate func apply(to plan: inout SessionPlan, day: Int) throws(SessionsError) {
        plan.title = title
        plan.description = description
        plan.planned = try planned(day: day)
        plan.project = project.isEmpty ? nil : project
        plan.tags = tags
    }
}
