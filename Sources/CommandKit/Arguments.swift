/// What a command declares its arguments to: `arguments.option("-p, --project <name>", &project, "…")`.
///
/// A spelling is written exactly as help prints it. In the first pass over a command every call is
/// recorded with its default, read from the place; in the second the place receives what was typed.
package struct Arguments {
    enum Pass {
        /// What parsing needs: spellings and kinds.
        case outline
        /// Choices and defaults too.
        case page
        case filling
    }

    private let pass: Pass
    private(set) var declarations: [Declaration] = []
    private var heading: String

    // The filling pass.
    private let scanner: WordScanner
    private var nextDeclaration = 0
    /// Index into the scanner's arguments.
    private var nextArgument = 0
    private(set) var failure: Failure?

    /// A recording pass.
    init(_ pass: Pass, heading: String = "") {
        self.pass = pass
        self.heading = heading
        scanner = WordScanner([], [])
        if pass == .outline { declarations.reserveCapacity(24) }
    }

    /// The filling pass over the same declarations that `scanner` knew.
    init(filling scanner: WordScanner) {
        pass = .filling
        heading = ""
        self.scanner = scanner
        failure = scanner.failure
    }

    /// The heading in help of the options that follow, until the next one: `Change options`.
    package mutating func heading(_ text: String) {
        heading = text
    }

    // MARK: Options

    /// An option without a value: `-q, --quiet`. Given any number of times, it sets the place to true.
    package mutating func flag(_ spelling: String, _ place: inout Bool, _ help: String) {
        guard pass == .filling else {
            record(Declaration(kind: .flag, spelling: spelling, help: help))
            return
        }
        readUses { _ in place = true }
    }

    /// An option with a value: `-n, --limit <number>`. Given several times, the last one holds.
    package mutating func option<T: ArgumentValue>(
        _ spelling: String, _ place: inout T, _ help: String, completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .option, spelling: spelling, help: help, completion: completion)
            record(declaration, T.self, place.argumentText)
            return
        }
        readUses { text throws(ArgumentProblem) in place = try T(argument: text) }
    }

    /// An option with a value and no default. Given several times, the last one holds.
    package mutating func option<T: ArgumentValue>(
        _ spelling: String, _ place: inout T?, _ help: String, completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .option, spelling: spelling, help: help, completion: completion)
            record(declaration, T.self, place?.argumentText ?? "")
            return
        }
        readUses { text throws(ArgumentProblem) in place = try T(argument: text) }
    }

    /// An option that may be repeated: all values in their order, instead of the default.
    package mutating func option<T: ArgumentValue>(
        _ spelling: String, _ place: inout [T], _ help: String, completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .option, spelling: spelling, help: help, isRepeatable: true, completion: completion)
            record(declaration, T.self, Self.text(of: place))
            return
        }
        var isDefault = true
        readUses { text throws(ArgumentProblem) in
            if isDefault { place = [] }
            isDefault = false
            place.append(try T(argument: text))
        }
    }

    // MARK: Arguments

    /// A required argument: `<id>`.
    package mutating func argument<T: ArgumentValue>(
        _ spelling: String, _ place: inout T, _ help: String, completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .argument, spelling: spelling, help: help, isRequired: true, completion: completion)
            record(declaration, T.self, "")
            return
        }
        if nextArgument == scanner.arguments.count { failMissing(spelling, T.self) }
        readArguments(spelling, atMost: 1) { text throws(ArgumentProblem) in place = try T(argument: text) }
    }

    /// An argument that may be left out; help shows it in brackets.
    package mutating func argument<T: ArgumentValue>(
        _ spelling: String, _ place: inout T?, _ help: String, completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .argument, spelling: spelling, help: help, completion: completion)
            record(declaration, T.self, place?.argumentText ?? "")
            return
        }
        readArguments(spelling, atMost: 1) { text throws(ArgumentProblem) in place = try T(argument: text) }
    }

    /// All the arguments that are left: `<file>…`. The place keeps its default where there is none.
    package mutating func argument<T: ArgumentValue>(
        _ spelling: String, _ place: inout [T], _ help: String, required: Bool = false,
        completion: Completion = .none
    ) {
        guard pass == .filling else {
            let declaration = Declaration(
                kind: .argument, spelling: spelling, help: help, isRequired: required, isRepeatable: true,
                completion: completion)
            record(declaration, T.self, required ? "" : Self.text(of: place))
            return
        }
        if required, nextArgument == scanner.arguments.count { failMissing(spelling, T.self) }
        var isDefault = true
        readArguments(spelling, atMost: .max) { text throws(ArgumentProblem) in
            if isDefault { place = [] }
            isDefault = false
            place.append(try T(argument: text))
        }
    }

    // MARK: The recording passes

    private mutating func record(_ declaration: Declaration) {
        var declaration = declaration
        declaration.heading = heading
        declarations.append(declaration)
    }

    private mutating func record<T: ArgumentValue>(
        _ declaration: Declaration, _ type: T.Type, _ defaultText: @autoclosure () -> String
    ) {
        var declaration = declaration
        if pass == .page {
            declaration.choices = T.choices
            declaration.defaultText = defaultText()
        }
        record(declaration)
    }

    private static func text<T: ArgumentValue>(of values: [T]) -> String {
        values.map { $0.argumentText }.joined(separator: ",")
    }

    // MARK: The filling pass

    // The places are set from inside: arrays and optionals of `T` would be made as types at run time,
    // which costs more than all the rest of a declaration.
    private mutating func readUses(_ read: (String) throws(ArgumentProblem) -> Void) {
        for use in scanner.uses where use.declaration == nextDeclaration {
            do throws(ArgumentProblem) {
                try read(use.value)
            } catch {
                fail(error.failure(word: use.value, place: "'\(use.name)'", position: use.position))
            }
        }
        nextDeclaration += 1
    }

    private mutating func readArguments(
        _ spelling: String, atMost limit: Int, _ read: (String) throws(ArgumentProblem) -> Void
    ) {
        let end = nextArgument + min(limit, scanner.arguments.count - nextArgument)
        while nextArgument < end {
            let position = scanner.arguments[nextArgument]
            do throws(ArgumentProblem) {
                try read(scanner.words[position])
            } catch {
                fail(error.failure(word: scanner.words[position], place: spelling, position: position))
            }
            nextArgument += 1
        }
        nextDeclaration += 1
    }

    private mutating func failMissing<T: ArgumentValue>(_ spelling: String, _ type: T.Type) {
        let choices = T.choices
        let hint = choices.isEmpty ? nil : "one of \(Failure.alternatives(choices))"
        fail(Failure(position: Failure.missing, message: "missing argument \(spelling)", hint: hint))
    }

    private mutating func fail(_ new: Failure) {
        if let failure, failure.position <= new.position { return }
        failure = new
    }

    /// To be called after everything was declared: a word that nobody took is a failure.
    mutating func rejectWordsLeft() {
        guard nextArgument < scanner.arguments.count else { return }
        let position = scanner.arguments[nextArgument]
        fail(
            Failure(
                position: position, message: "unexpected argument '\(scanner.words[position])'", hint: nil))
    }
}
