/// Rules for a whole command table, for a program's tests: they hold for commands not yet written.
extension CommandTable {
    /// What is wrong with the table, one line each; empty when all is well.
    ///
    /// Looks for doubled names and spellings, spellings the parser cannot use, texts that are missing or
    /// against the style, arguments in an order that can never be filled, commands that
    /// want another context, and examples that do not parse.
    /// - Parameter context: what the program runs its commands in.
    package func lint<Context>(globals: some ArgumentDeclaring, context: Context.Type) -> [String] {
        var problems: [String] = []
        let shared = CommandPage.declarations(of: globals, heading: "")
        let sharedProblems = Self.declarationProblems(shared) + Self.doubledSpellings(shared, from: 0)
        problems += sharedProblems.map { "global options: \($0)" }
        problems += Self.nameProblems(sections.flatMap { $0.entries }).map { "\(program): \($0)" }
        forEachEntry { entry, path in
            let info = entry.info
            var found = Self.nameProblems(entry.subcommands)
            if info.name != entry.name { found.append("calls itself '\(info.name)'") }
            found += Self.textProblems(info.summary, of: "summary")
            if let command = entry.command {
                if !command.runs(in: context) { found.append("does not run in a \(context)") }
                let own = CommandPage.declarations(of: command.init(), heading: "")
                found += Self.declarationProblems(own)
                found += Self.doubledSpellings(shared + own, from: shared.count)
            }
            for example in info.examples { found += exampleProblems(example, globals: globals) }
            problems += found.map { "\(path.joined(separator: " ")): \($0)" }
        }
        return problems
    }

    // MARK: Names and texts

    private static func nameProblems(_ entries: [CommandEntry]) -> [String] {
        var problems: [String] = []
        var seen: [String] = []
        for name in entries.flatMap({ [$0.name] + $0.info.aliases }) {
            if seen.contains(name) { problems.append("two commands are called '\(name)'") }
            seen.append(name)
            let isPlain = name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
            if name.isEmpty || !isPlain || name.hasPrefix("-") {
                problems.append("'\(name)' is not a name of lower-case letters, digits and hyphens")
            }
        }
        return problems
    }

    private static func textProblems(_ text: String, of what: String) -> [String] {
        guard let first = text.first else { return ["\(what) is missing"] }
        var problems: [String] = []
        if first.isWhitespace || first.isLowercase {
            problems.append("\(what) does not start with a capital")
        }
        if text.hasSuffix(".") { problems.append("\(what) ends with a full stop") }
        if text.contains("\n") { problems.append("\(what) is more than one line") }
        return problems
    }

    // MARK: Options and arguments

    private static func declarationProblems(_ declarations: [Declaration]) -> [String] {
        declarations.flatMap { textProblems($0.help, of: "help of '\($0.spelling)'") }
            + declarations.filter { $0.kind != .argument }.compactMap(spellingProblem)
            + argumentProblems(declarations.filter { $0.kind == .argument })
    }

    private static func spellingProblem(_ declaration: Declaration) -> String? {
        let spelling = Spelling(declaration.spelling)
        let printed = spelling.names.joined(separator: ", ") + (spelling.value.map { " " + $0 } ?? "")
        let names = spelling.names.allSatisfy { name in
            let letters = name.drop { $0 == "-" }
            let isPlain = letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            let isShort = name.count == 2 && letters.count == 1 && letters.allSatisfy { $0.isLetter }
            return isPlain && (isShort || (name.count - letters.count == 2 && letters.count > 1))
        }
        guard names, !spelling.names.isEmpty, printed == declaration.spelling else {
            return "'\(declaration.spelling)' is not spelled like '-n, --name <value>'"
        }
        switch (declaration.kind, spelling.value) {
        case (.flag, .some): return "flag '\(declaration.spelling)' cannot have a value"
        case (.option, nil): return "option '\(declaration.spelling)' does not show its value"
        case (.option, .some(let value)) where !value.contains("<"):
            return "the value in '\(declaration.spelling)' is not in angle brackets"
        default: return nil
        }
    }

    /// Names that a declaration from `start` on shares with one before it.
    private static func doubledSpellings(_ declarations: [Declaration], from start: Int) -> [String] {
        var problems: [String] = []
        var seen: [String] = []
        for (index, declaration) in declarations.enumerated() where declaration.kind != .argument {
            for name in Spelling(declaration.spelling).names {
                if index >= start, seen.contains(name) {
                    problems.append("'\(name)' is declared twice")
                }
                seen.append(name)
            }
        }
        return problems
    }

    private static func argumentProblems(_ arguments: [Declaration]) -> [String] {
        var problems: [String] = []
        var before: Declaration?
        for argument in arguments {
            let name = argument.spelling
            let isPlain = name.hasPrefix("<") && name.hasSuffix(argument.isRepeatable ? ">…" : ">")
            if !isPlain {
                problems.append(
                    "argument '\(name)' is not spelled like '<name>', or '<name>…' for any number")
            }
            if let before, before.isRepeatable {
                problems.append("argument '\(name)' can never be given after '\(before.spelling)'")
            } else if let before, !before.isRequired, argument.isRequired {
                problems.append("required argument '\(name)' follows '\(before.spelling)', which is not")
            }
            before = argument
        }
        return problems
    }

    // MARK: Examples

    private func exampleProblems(_ example: Example, globals: some ArgumentDeclaring) -> [String] {
        let name = "example '\(example.command)'"
        guard let line = ShellLine(example.command) else { return ["\(name) has an open quote"] }
        var problems: [String] = []
        if example.meaning.isEmpty { problems.append("\(name) has no explanation") }
        let calls = line.commands.filter { $0.first == program }
        if calls.isEmpty { problems.append("\(name) does not run \(program)") }
        for call in calls {
            var globals = globals
            let resolution = resolve(Array(call.dropFirst()), globals: &globals)
            do throws(UsageError) {
                _ = try CommandParser.parse(
                    resolution.command(), resolution.words, path: resolution.path, globals: &globals)
            } catch {
                problems.append("\(name): \(error.message)")
            }
        }
        return problems
    }
}
