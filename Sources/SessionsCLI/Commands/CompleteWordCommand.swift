import CommandKit
import SessionsCore
import Terminal

/// `sessions __complete KIND -- WORD`: what a word could become, for the completion scripts.
///
/// Prints a candidate and its description on each line, with a tab between them. It is run at each press of
/// the Tab key, so it reads no more than it needs, and what cannot be read is no candidate and no error. A
/// kind that it does not know, from the script of another version, has no candidates.
struct CompleteWordCommand: SessionsCommand {
    /// Sessions that are offered with their titles, each of which is in a file of its own.
    private static let titlesRead = 25

    static let info = CommandInfo("__complete", "Print what a word could become")
    var kind = ""
    var word: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<kind>", &kind, "What the word is to be")
        arguments.argument("<word>", &word, "Its beginning")
    }

    func run(in context: Context) throws {
        let word = word ?? ""
        for candidate in try candidates(context, word) where candidate.text.hasPrefix(word) {
            // What cannot be shown as it is cannot be offered as it is.
            guard candidate.text.visible == candidate.text else { continue }
            let meaning = candidate.meaning.visible
            try context.print(meaning.isEmpty ? candidate.text : candidate.text + "\t" + meaning)
        }
    }

    private struct Candidate {
        let text: String
        var meaning = ""
    }

    private func candidates(_ context: Context, _ word: String) throws -> [Candidate] {
        switch kind {
        case "session": try Self.sessions(context, word)
        case "tag": try Self.catalog(context).labels.tags.map { Candidate(text: $0) }
        case "project": try Self.catalog(context).labels.projects.map { Candidate(text: $0) }
        case "template": try Self.templates(context)
        case "field": try Self.fields(context, word)
        case "topic": Self.topics
        case "query": try Self.query(context, word)
        case "fields": Self.another(of: Self.fields, in: word, behind: word.startIndex)
        case "format": Self.placeholders(word)
        case "import-field": ImportMapping.Field.allCases.map { Candidate(text: $0.rawValue + "=") }
        default: []
        }
    }

    // MARK: Kinds

    private static func sessions(_ context: Context, _ word: String) throws -> [Candidate] {
        if word.hasPrefix("@") {
            return [
                Candidate(text: "@", meaning: "the session changed last"),
                Candidate(text: "@-", meaning: "the one before"),
            ]
        }
        // Where nothing is typed yet, those at hand are more help than all there are.
        return try catalog(context).candidates(
            beginning: word, for: context.user(), titles: titlesRead, limit: word.isEmpty ? titlesRead : 100
        ).map { Candidate(text: $0.id, meaning: $0.title) }
    }

    /// Somebody who types is not kept waiting while every file is looked at.
    private static func catalog(_ context: Context) throws -> SessionCatalog {
        try SessionCatalog(of: context.workspace(), IndexRules(check: .folders))
    }

    private static func templates(_ context: Context) throws -> [Candidate] {
        try usableTemplates(context).map { Candidate(text: $0.name, meaning: $0.summary ?? "") }
    }

    /// What `--set` takes: the fields of all templates, as nobody knows here which one is meant, or the values of
    /// the one that is begun.
    private static func fields(_ context: Context, _ word: String) throws -> [Candidate] {
        var all: [Candidate] = []
        for template in try usableTemplates(context) {
            for field in template.fields {
                let begun = field.name + "="
                let candidates =
                    word.hasPrefix(begun)
                    ? field.values.map { Candidate(text: begun + $0) }
                    : [Candidate(text: begun, meaning: field.summary ?? template.name)]
                all += candidates.filter { new in !all.contains { $0.text == new.text } }
            }
        }
        return all
    }

    private static func usableTemplates(_ context: Context) throws -> [Template] {
        try context.templates().entries().compactMap { $0.isShadowed ? nil : try? $0.content.get() }
    }

    private static var topics: [Candidate] {
        CommandTable.sessions.listings.flatMap(\.rows).map { Candidate(text: $0.name, meaning: $0.summary) }
            + Topic.all.map { Candidate(text: $0.name, meaning: $0.summary) }
    }

    private static var fields: [Candidate] {
        SessionField.all.map { Candidate(text: $0.name, meaning: $0.meaning) }
    }

    /// A field in braces, behind what stands before the brace that is open.
    private static func placeholders(_ word: String) -> [Candidate] {
        let open = word.lastIndex(of: "{") ?? word.endIndex
        guard !word[open...].contains("}"), open < word.endIndex || word.isEmpty else { return [] }
        return fields.map { Candidate(text: word[..<open] + "{\($0.text)}", meaning: $0.meaning) }
    }

    /// A word that becomes a list with commas between its values: those that are not in it yet, behind the others.
    ///
    /// - Parameter start: where the list begins.
    private static func another(
        of values: [Candidate], in word: String, behind start: String.Index
    ) -> [Candidate] {
        let begun = word[start...].lastIndex(of: ",").map { word[...$0] } ?? word[..<start]
        let given = begun[start...].split(separator: ",")
        return values.filter { value in !given.contains { $0 == value.text } }
            .map { Candidate(text: begun + $0.text, meaning: $0.meaning) }
    }

    /// A field of a query, or the last of its values.
    private static func query(_ context: Context, _ word: String) throws -> [Candidate] {
        guard let colon = word.firstIndex(of: ":") else {
            return [
                Candidate(text: "status:", meaning: "where it stands"),
                Candidate(text: "tag:", meaning: "with this tag"),
                Candidate(text: "project:", meaning: "of this project or one below it"),
                Candidate(text: "template:", meaning: "made from this template"),
            ]
        }
        let values: [Candidate]
        switch word[..<colon] {
        case "status": values = Status.allCases.map { Candidate(text: $0.rawValue) }
        case "tag": values = try catalog(context).labels.tags.map { Candidate(text: $0) }
        case "project": values = try catalog(context).labels.projects.map { Candidate(text: $0) }
        case "template": values = try templates(context)
        default: values = []
        }
        return another(of: values, in: word, behind: word.index(after: colon))
    }
}
