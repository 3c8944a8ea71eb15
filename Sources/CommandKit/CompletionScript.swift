/// The scripts with which shells complete a program's command lines, made from its pages.
///
/// Commands, options and choices stand in the script. Values that are known only at the time come from the
/// program itself: `program [global folders] CANDIDATES KIND -- WORD` prints one on each line, with a tab
/// and a description behind it where there is one. What it prints is data for the scripts: they quote it
/// and never let the shell read it as code.
package struct CompletionScript: Sendable {
    package enum Shell: String, CaseIterable, Sendable {
        case bash, zsh, fish

        /// What the shell wants a file of completions for `program` to be called.
        package func fileName(for program: String) -> String {
            switch self {
            case .bash: "\(program).bash"
            case .zsh: "_\(program)"
            case .fish: "\(program).fish"
            }
        }
    }

    /// What a value is completed with.
    enum Value: Equatable {
        case nothing
        case file
        case folder
        case words([String])
        case program(String)

        init(_ choices: [String], _ completion: Completion) {
            switch completion {
            case .none: self = choices.isEmpty ? .nothing : .words(choices)
            case .file: self = .file
            case .folder: self = .folder
            case .dynamic(let kind): self = .program(kind)
            }
        }
    }

    let program: String
    let pages: [CommandPage]
    /// The command that prints candidates.
    let candidates: String

    /// - Parameter pages: all of the program, groups before what they hold.
    package init(_ pages: [CommandPage], candidates: String) {
        program = pages.first?.path.first ?? ""
        self.pages = pages
        self.candidates = candidates
    }

    /// The script. The same pages give the same text at any time and place.
    package func text(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    // MARK: What the three have in common

    var globals: [OptionRow] { pages.first.map { $0.globalOptions.flatMap(\.rows) } ?? [] }

    /// Names of the global options that lead to files: the program needs them to find its data.
    var placeOptions: [String] {
        globals.filter { $0.value != nil && Value($0) == .folder || Value($0) == .file }.flatMap(\.names)
    }

    /// The commands below a path without the program's name.
    func pages(below path: String) -> [CommandPage] {
        pages.filter { $0.path.dropLast().dropFirst().joined(separator: " ") == path }
    }

    /// The name of a function for a path.
    func function(_ kind: String, _ path: String) -> String {
        let words = [kind] + path.split { $0 == " " || $0 == "-" }.map(String.init)
        return "_\(program)_" + words.joined(separator: "_")
    }
}

extension CompletionScript.Value {
    init(_ option: OptionRow) { self.init(option.choices, option.completion) }
    init(_ argument: ArgumentRow) { self.init(argument.choices, argument.completion) }
}

extension CommandPage {
    /// The path without the program's name: `goal add`.
    var words: String { path.dropFirst().joined(separator: " ") }

    var ownOptions: [OptionRow] { options.flatMap(\.rows) }

    /// The names and aliases that lead to this command, below its parent's path: `goal/add`.
    var keys: [String] {
        let parent = path.dropFirst().dropLast().joined(separator: " ")
        return ([path.last ?? ""] + aliases).map { parent + "/" + $0 }
    }
}

extension String {
    /// One word of a shell like sh, whatever it holds.
    var shellQuoted: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
