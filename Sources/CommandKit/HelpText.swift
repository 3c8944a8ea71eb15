/// Help as plain text, from pages.
package enum HelpText {
    /// All commands under their headings.
    /// - Parameters:
    ///   - closing: a paragraph at the end, such as where to read on; empty for none.
    ///   - width: columns; more than 100 are not used.
    package static func overview(
        program: String, tagline: String, listings: [CommandListing], options: [OptionSection] = [],
        closing: String = "", width: Int
    ) -> String {
        var layout = HelpLayout(width: width)
        layout.paragraph(tagline)
        layout.usage(["\(program) <command> [options]"])
        let lists = listings.map { HelpLayout.List($0.heading, $0.rows.map { ($0.name, $0.summary) }) }
        layout.lists(lists + options.map(optionList))
        layout.paragraph(closing)
        return layout.text
    }

    /// One command.
    /// - Parameter width: columns; more than 100 are not used.
    package static func page(_ page: CommandPage, width: Int) -> String {
        var layout = HelpLayout(width: width)
        layout.paragraph(page.summary)
        layout.usage(page.synopsis)
        layout.discussion(page.discussion)
        let arguments = page.arguments.map { row in
            let notes = notes(row.choices, row.defaultText, isRepeatable: false)
            return (row.spelling, row.help + notes)
        }
        layout.lists(
            [
                HelpLayout.List("Arguments", arguments),
                HelpLayout.List("Commands", page.subcommands.map { ($0.name, $0.summary) }),
            ] + (page.options + page.globalOptions).map(optionList))
        if !page.aliases.isEmpty { layout.lines("Aliases", page.aliases) }
        layout.examples(page.examples)
        return layout.text
    }

    private static func optionList(_ section: OptionSection) -> HelpLayout.List {
        let rows = section.rows.map { row in
            let names = row.names.joined(separator: ", ") + (row.value.map { " " + $0 } ?? "")
            // Long names stand under one another whether or not a letter precedes them.
            let indent = row.names.first.map { $0.hasPrefix("--") } ?? false ? "    " : ""
            return (
                indent + names, row.help + notes(row.choices, row.defaultText, isRepeatable: row.isRepeatable)
            )
        }
        return HelpLayout.List(section.heading, rows)
    }

    private static func notes(_ choices: [String], _ defaultText: String?, isRepeatable: Bool) -> String {
        var notes: [String] = []
        if !choices.isEmpty { notes.append(Failure.alternatives(choices)) }
        if let defaultText { notes.append("default: \(defaultText)") }
        if isRepeatable { notes.append("repeatable") }
        return notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    }
}
