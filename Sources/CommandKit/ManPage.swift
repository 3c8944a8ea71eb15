/// One page of the manual while it is written: sections in the order that mdoc(7) wants.
struct ManPage {
    /// Another page.
    struct Reference: Comparable {
        let name: String
        let section: Int

        init(_ name: String, _ section: Int) {
            self.name = name
            self.section = section
        }

        static func < (a: Reference, b: Reference) -> Bool { (a.section, a.name) < (b.section, b.name) }
    }

    /// `sessions-goal-add`
    let title: String
    private let section: Int
    private var text = MdocText()

    /// - Parameter date: `November 22, 2026`.
    init(_ title: String, section: Int, date: String) {
        self.title = title
        self.section = section
        text.macro("Dd", date)
        text.macro("Dt", title.uppercased(), String(section))
        text.macro("Os")
    }

    var file: Manual.Page { Manual.Page(fileName: "\(title).\(section)", text: text.text) }

    // MARK: Sections

    mutating func heading(_ heading: String) {
        text.macro("Sh", heading.split(separator: " ").map { MdocText.argument(String($0)) })
    }

    mutating func name(_ summary: String) {
        heading("NAME")
        text.macro("Nm", title)
        text.macro("Nd", summary.split(separator: " ").map { MdocText.argument(String($0)) })
    }

    mutating func overviewSynopsis() {
        heading("SYNOPSIS")
        text.macro("Nm", MdocText.argument(title))
        text.macro("Ar", "command")
        text.macro("Op", "Ar", "options")
    }

    mutating func synopsis(_ page: CommandPage) {
        let words = page.path.map(MdocText.argument)
        let name = [words[0], "Cm"] + words.dropFirst()
        heading("SYNOPSIS")
        // Where there are only subcommands, the one form is theirs.
        if page.subcommands.isEmpty || page.synopsis.count > 1 {
            text.macro("Nm", name)
            for argument in page.arguments {
                text.macro(
                    argument.isRequired ? "Ar" : "Op",
                    (argument.isRequired ? [] : ["Ar"]) + Self.value(argument.spelling))
            }
            if !page.options.isEmpty { text.macro("Op", "Ar", "options") }
        }
        if !page.subcommands.isEmpty {
            text.macro("Nm", name)
            text.macro("Ar", "command")
        }
    }

    mutating func description(_ discussion: String) {
        heading("DESCRIPTION")
        Self.write(discussion, to: &text)
    }

    mutating func arguments(_ page: CommandPage) {
        guard !page.arguments.isEmpty else { return }
        heading("ARGUMENTS")
        text.macro("Bl", "-tag", "-width", "Ds")
        for argument in page.arguments {
            text.macro("It", ["Ar"] + Self.value(argument.spelling))
            Self.write(
                argument.help, choices: argument.choices, defaultText: argument.defaultText, to: &text)
        }
        text.macro("El")
    }

    mutating func options(_ sections: [OptionSection]) {
        for options in sections {
            heading(options.heading.uppercased())
            text.macro("Bl", "-tag", "-width", "Ds")
            for option in options.rows {
                text.macro("It", Self.spelling(option))
                Self.write(
                    option.help, choices: option.choices, defaultText: option.defaultText, to: &text)
                if option.isRepeatable { text.paragraph("May be given several times.") }
            }
            text.macro("El")
        }
    }

    /// Commands below this one, each with its own page.
    mutating func commands(_ heading: String, _ rows: [CommandRow]) {
        guard !rows.isEmpty else { return }
        self.heading(heading.uppercased())
        text.macro("Bl", "-tag", "-width", "Ds")
        for row in rows {
            text.macro("It", "Xr", title + "-" + row.name, "1")
            text.paragraph(row.summary + ".")
        }
        text.macro("El")
    }

    mutating func examples(_ examples: [Example]) {
        guard !examples.isEmpty else { return }
        heading("EXAMPLES")
        Self.write(examples, to: &text)
    }

    mutating func exitStatus(_ statuses: [Topic.Entry]) {
        guard !statuses.isEmpty else { return }
        heading("EXIT STATUS")
        text.macro("Bl", "-tag", "-width", "Ds")
        for status in statuses {
            text.macro("It", MdocText.argument(status.name))
            text.paragraph(status.meaning.capitalisingFirst + ".")
        }
        text.macro("El")
    }

    mutating func seeAlso(_ references: [Reference]) {
        guard !references.isEmpty else { return }
        let sorted = references.sorted()
        heading("SEE ALSO")
        for (index, reference) in sorted.enumerated() {
            let comma = index < sorted.count - 1 ? [","] : []
            text.macro("Xr", [reference.name, String(reference.section)] + comma)
        }
    }

    mutating func topic(_ topic: Topic) {
        // The first section is the description; a heading of the topic begins another one.
        var needsDescription = true
        var needsBreak = false
        for block in topic.blocks {
            if case .heading(let text) = block {
                heading(text.uppercased())
                (needsDescription, needsBreak) = (false, false)
                continue
            }
            if needsDescription { heading("DESCRIPTION") }
            needsDescription = false
            switch block {
            case .heading: break
            case .paragraph(let paragraph):
                if needsBreak { text.macro("Pp") }
                text.paragraph(paragraph)
            case .list(let entries):
                text.macro("Bl", "-tag", "-width", "Ds")
                for entry in entries {
                    text.macro("It", "Cm", MdocText.argument(entry.name))
                    text.paragraph(entry.meaning.capitalisingFirst + ".")
                }
                text.macro("El")
            case .text(let kept):
                text.literal(kept.split(separator: "\n", omittingEmptySubsequences: false))
            case .examples(let examples):
                if needsBreak { text.macro("Pp") }
                Self.write(examples, to: &text)
            }
            needsBreak = true
        }
    }

    // MARK: Parts

    /// Paragraphs between blank lines; lines that begin with a space are kept.
    private static func write(_ discussion: String, to text: inout MdocText) {
        var filled: [Substring] = []
        var kept: [Substring] = []
        var isFirst = true
        var needsBreak = false
        func endFilled() {
            guard !filled.isEmpty else { return }
            if needsBreak, !isFirst { text.macro("Pp") }
            text.paragraph(filled.joined(separator: " "))
            (filled, isFirst, needsBreak) = ([], false, false)
        }
        func endKept() {
            guard !kept.isEmpty else { return }
            text.literal(kept)
            // The display sets itself apart from what follows only with a paragraph of its own.
            (kept, isFirst, needsBreak) = ([], false, true)
        }
        for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                endFilled()
                endKept()
                needsBreak = true
            } else if line.hasPrefix(" ") {
                endFilled()
                kept.append(line.drop { $0 == " " })
            } else {
                endKept()
                filled.append(line)
            }
        }
        endFilled()
        endKept()
    }

    private static func write(_ examples: [Example], to text: inout MdocText) {
        for (index, example) in examples.enumerated() {
            if index > 0 { text.macro("Pp") }
            text.paragraph(example.meaning.capitalisingFirst + ":")
            text.literal([example.command])
        }
    }

    private static func write(
        _ help: String, choices: [String], defaultText: String?, to text: inout MdocText
    ) {
        text.paragraph(help + ".")
        if !choices.isEmpty { text.paragraph("One of \(Failure.alternatives(choices)).") }
        if let defaultText { text.paragraph("Default: \(defaultText).") }
    }

    /// `Fl t , Fl -template Ar name`
    private static func spelling(_ option: OptionRow) -> [String] {
        var words: [String] = []
        for name in option.names {
            if !words.isEmpty { words.append(",") }
            words += ["Fl", MdocText.escaped(String(name.dropFirst()))]
        }
        if let value = option.value { words += ["Ar"] + Self.value(value) }
        return words
    }

    /// `<name>` without its brackets, as `Ar` underlines it; anything more complicated keeps them.
    private static func value(_ spelling: String) -> [String] {
        let isRepeated = spelling.hasSuffix("…")
        let word = isRepeated ? String(spelling.dropLast()) : spelling
        let inner = word.dropFirst().dropLast()
        let isSimple = word.hasPrefix("<") && word.hasSuffix(">") && !inner.contains { "<>".contains($0) }
        return [MdocText.argument(isSimple ? String(inner) : word)] + (isRepeated ? ["..."] : [])
    }
}

extension String {
    /// The first letter as at the beginning of a sentence.
    fileprivate var capitalisingFirst: String { prefix(1).uppercased() + dropFirst() }
}
