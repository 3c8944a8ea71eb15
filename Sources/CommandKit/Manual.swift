/// The manual of a program: a page in mdoc for the program, for each command and for each topic.
package struct Manual: Sendable {
    /// One file of it: `sessions-goal-add.1`.
    package struct Page: Sendable, Equatable {
        package let fileName: String
        package let text: String
    }

    package let program: String
    /// What the program is good for, in a few words without a full stop.
    package let tagline: String
    /// Paragraphs about the program, separated by blank lines.
    package let description: String
    /// As it stands on the pages: `November 22, 2026`.
    package let date: String
    /// How commands end: the status and what it says.
    package let exitStatuses: [Topic.Entry]
    package let listings: [CommandListing]
    package let commands: [CommandPage]
    package let topics: [Topic]

    package init(
        of table: CommandTable, globals: some ArgumentDeclaring, tagline: String, description: String,
        date: String, exitStatuses: [Topic.Entry], topics: [Topic]
    ) {
        program = table.program
        self.tagline = tagline
        self.description = description
        self.date = date
        self.exitStatuses = exitStatuses
        listings = table.listings
        commands = table.pages(globals: globals)
        self.topics = topics.filter { $0.section != nil }
    }

    /// All pages. The same data give the same text at any time and place.
    package var pages: [Page] { [overview] + commands.map(page) + topics.map(page) }

    // MARK: Pages

    private var overview: Page {
        var page = ManPage(program, section: 1, date: date)
        page.name(tagline)
        page.overviewSynopsis()
        page.description(description)
        for listing in listings {
            page.commands(listing.heading, listing.rows)
        }
        page.options(commands.first?.globalOptions ?? [])
        page.exitStatus(exitStatuses)
        page.seeAlso(topicReferences)
        return page.file
    }

    private func page(_ command: CommandPage) -> Page {
        var page = ManPage(Self.manName(command.path), section: 1, date: date)
        page.name(command.summary.loweringFirst)
        page.synopsis(command)
        page.description(command.discussion.isEmpty ? command.summary + "." : command.discussion)
        page.arguments(command)
        page.options(command.options + command.globalOptions)
        page.commands("Commands", command.subcommands)
        page.exitStatus(exitStatuses)
        page.examples(command.examples)
        let parent = ManPage.Reference(Self.manName(command.path.dropLast()), 1)
        let program = ManPage.Reference(program, 1)
        let children = command.subcommands.map {
            ManPage.Reference(Self.manName(command.path + [$0.name]), 1)
        }
        page.seeAlso([program] + (parent == program ? [] : [parent]) + children)
        return page.file
    }

    private func page(_ topic: Topic) -> Page {
        var page = ManPage("\(program)-\(topic.name)", section: topic.section ?? 7, date: date)
        page.name(topic.summary.loweringFirst)
        page.topic(topic)
        let others = topicReferences.filter { $0.name != page.title }
        page.seeAlso([ManPage.Reference(program, 1)] + others)
        return page.file
    }

    private var topicReferences: [ManPage.Reference] {
        topics.map { ManPage.Reference("\(program)-\($0.name)", $0.section ?? 7) }
    }

    private static func manName(_ path: some Collection<String>) -> String { path.joined(separator: "-") }
}

extension String {
    /// `Pause a session` as it stands after a dash; a word in capitals stays.
    fileprivate var loweringFirst: String {
        guard let first, !dropFirst().prefix(1).contains(where: \.isUppercase) else { return self }
        return first.lowercased() + dropFirst()
    }
}
