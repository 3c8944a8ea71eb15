import CommandKit
import SessionsCore

/// `sessions template new`: make a template.
struct TemplateNewCommand: SessionsCommand {
    static let info = CommandInfo(
        "new", "Make a template",
        discussion: """
            It goes into the workspace, to be shared with it, or with --personal into your configuration. \
            '{{name}}' in a text is where the value of the field of that name goes; '{{title}}' is what is typed \
            as the title. With -F the whole is read as JSON ('sessions help format' says how it looks), and \
            without any option a terminal opens your editor, VISUAL or EDITOR, on an example of that.

            A field is NAME, NAME:TYPE or NAME:choice:A,B, and =DEFAULT may follow. The types are text, number, \
            date, duration, choice and flag.
            """,
        examples: [
            Example("sessions template new release --plan 2h --goal Build --goal Publish", "with two goals"),
            Example(
                "sessions template new hotfix --like bug-fix --require ticket",
                "as bug-fix, with a field that must be given"),
            Example(
                "sessions template new visit --field mood:choice:good,bad --tag '{{mood}}'",
                "a tag that is chosen"),
        ])
    var name = ""
    var base: String?
    var plan = TemplatePlan()
    var planned: AmountText?
    var file: String?
    var place = TemplatePlace()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<name>", &name, "What to call it: lower-case letters, digits, '-' and '.'")
        arguments.option(
            "--like <template>", &base, "Begin as another one", completion: .dynamic("template"))
        arguments.option("--summary <text>", &plan.summary, "What it is for, in a line")
        arguments.option(
            "--title <text>", &plan.title, "Their titles, like '{{ticket}}: {{title}}'")
        arguments.option(
            "-p, --project <name>", &plan.project, "Their project", completion: .dynamic("project"))
        arguments.option("--tag <tag>", &plan.tags, "A tag", completion: .dynamic("tag"))
        arguments.option("--plan <time>", &planned, "How long they are to take, like 90m or 1h30m")
        arguments.option("--goal <title>", &plan.goals, "What they are to reach")
        arguments.option("--with <user>", &plan.participants, "Who takes part, as USER or USER:ROLE")
        arguments.option("--field <field>", &plan.fields, "Something that can be given, as NAME:TYPE")
        arguments.option(
            "--require <field>", &plan.requiredFields, "Something that must be given, as NAME:TYPE")
        arguments.option("-m, --message <text>", &plan.description, "Their description")
        arguments.option(
            "-F, --file <file>", &file, "Read all of it as JSON from a file, '-' for standard input",
            completion: .file)
        place.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let name = try TemplateName.check(name)
        var plan = plan
        plan.planned = try planned.map(context.amount)
        if let file {
            guard !plan.saysAnything, base == nil else {
                throw UsageError(
                    "both -F and what is to stand in the file", hint: "give the template in one way",
                    command: "sessions template new")
            }
            let text = try context.text([], orFile: file) ?? ""
            return try make(TemplateFile.parse(typed: text, named: name, of: place.origin), context)
        }
        guard plan.saysAnything || base != nil else { return try edit(name, context) }
        let document = try base.map { try context.templates().template(named: $0).document } ?? JSONObject()
        let made = Template.document(of: plan, on: document, ids: try context.ids())
        try make(TemplateFile.template(made, named: name, of: place.origin), context)
    }

    private func edit(_ name: String, _ context: Context) throws {
        guard let editor = TextEditor(context) else {
            throw UsageError(
                "nothing to make it of", hint: "say what with --title, --plan, --goal, --field … or -F",
                command: "sessions template new")
        }
        // Nobody is to write one first and be refused then.
        let file = try context.templates().file(named: name, of: place.origin)
        try TemplateFile.requireUnchanged(file, since: nil, of: name)
        try editor.edit(Template.example, named: name) { text in
            guard text != Template.example else {
                throw UsageError(
                    "nothing was changed, no template", hint: "change the example and save it",
                    command: "sessions template new")
            }
            try make(TemplateFile.parse(typed: text, named: name, of: place.origin), context)
        }
    }

    private func make(_ template: Template, _ context: Context) throws {
        try context.keep(template, replacing: nil, change, verb: "Made")
    }
}

extension TemplatePlan.Field: ArgumentValue {
    /// `ticket`, `due:date`, `severity:choice:high,low=low`.
    package init(argument: String) throws(ArgumentProblem) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        let kind = parts.count > 1 ? TemplateField.Kind(rawValue: String(parts[1])) : .text
        guard let kind, parts.count < 3 || kind == .choice else {
            throw ArgumentProblem(
                not: "a field",
                expected: "NAME, NAME:choice:A,B, or NAME: and text, number, date, duration or flag")
        }
        let choices = parts.count > 2 ? parts[2].split(separator: ",").map(String.init) : []
        self.init(
            name: String(parts[0]), kind: kind, choices: choices,
            defaultText: halves.count > 1 ? String(halves[1]) : nil)
    }

    package var argumentText: String { name }
}
