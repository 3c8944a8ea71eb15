import CommandKit
import SessionsCore
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program: words in, exit status out. The only place where errors are caught for good.
package struct CommandLineTool {
    private let environment: Environment
    private let makeOutput: (Int32, ColourChoice) -> Output

    /// The program in its process.
    package init() {
        let environment = Environment.ofProcess()
        self.init(environment: environment) { descriptor, colour in
            let forced = environment.variable("CLICOLOR_FORCE")
            return Output(
                descriptor: descriptor, colour: colour, noColor: environment.variable("NO_COLOR") != nil,
                clicolorForce: forced != nil && forced != "0", dumb: environment.variable("TERM") == "dumb",
                columns: environment.variable("COLUMNS").flatMap { Int($0) })
        }
    }

    /// - Parameter makeOutput: gives the output for descriptor 1 or 2.
    package init(environment: Environment, makeOutput: @escaping (Int32, ColourChoice) -> Output) {
        self.environment = environment
        self.makeOutput = makeOutput
    }

    /// Runs the command line of this process; the exit status.
    package static func runProcess() -> Int32 {
        // The quickest answer there is, as scripts ask for it: nothing is looked at but the one word.
        if CommandLine.argc == 2, let word = CommandLine.unsafeArgv[1], strcmp(word, "--version") == 0,
            System.writeAtOnce(VersionCommand.text + "\n", to: 1)
        {
            return 0
        }
        return CommandLineTool().runOwnWords()
    }

    private func runOwnWords() -> Int32 {
        var words: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[index] else { break }
            guard let word = String(validatingCString: bytes) else {
                return fail(
                    UsageError("argument \(index) is not UTF-8", command: "sessions"), GlobalOptions())
            }
            words.append(word)
        }
        return run(words)
    }

    /// Runs a command line without the program's name; the exit status.
    package func run(_ words: [String]) -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        var globals = GlobalOptions()
        do {
            // No table of commands is made for it.
            if words == ["--version"] { return try run(VersionCommand(), words, globals).rawValue }
        } catch {
            return fail(error, globals)
        }
        var resolution = CommandTable.sessions.resolve(words, globals: &globals)
        var words = words
        do {
            if resolution.unknown != nil {
                var line = ForeignLine(words, resolution, globals)
                defer { (words, resolution, globals) = (line.words, line.resolution, line.globals) }
                try line.replaceUnknown(makeContext)
            }
            let type = try Self.commandType(resolution, globals)
            let command = try Self.parse(type, resolution, &globals)
            return try run(command, words, globals).rawValue
        } catch {
            // What stands behind a word that names no command has been read by nobody.
            if resolution.unknown != nil, resolution.rest.prefix(while: { $0 != "--" }).contains("--json") {
                globals.isJSON = true
            }
            return fail(error, globals)
        }
    }

    /// Tells of an error; the exit status for it.
    private func fail(_ error: any Error, _ globals: GlobalOptions) -> Int32 {
        let output = makeOutput(2, globals.colour)
        let report = ErrorReport(error)
        report.write(to: output, asJSON: globals.isJSON)
        try? output.flush()
        return report.exitCode.rawValue
    }

    /// What to run; help or the version where these were asked for, and the overview where nothing was.
    private static func commandType(
        _ resolution: Resolution, _ globals: GlobalOptions
    ) throws -> any Command.Type {
        if resolution.unknown == nil, resolution.path.count == 1 {
            if globals.wantsVersion { return VersionCommand.self }
            if resolution.rest.isEmpty, resolution.wrongOption == nil, !globals.wantsHelp {
                return FirstPage.self
            }
        }
        // Filled in by now where there is no command, as for a group.
        if resolution.unknown == nil, globals.wantsHelp { return HelpCommand.self }
        return try resolution.command()
    }

    private static func parse(
        _ type: any Command.Type, _ resolution: Resolution, _ globals: inout GlobalOptions
    ) throws -> any Command {
        do {
            let command = try CommandParser.parse(
                type, resolution.words, path: resolution.path, globals: &globals)
            return globals.wantsHelp ? HelpCommand(topic: Array(resolution.path.dropFirst())) : command
        } catch {
            guard globals.wantsHelp else { throw error }
            return HelpCommand(topic: Array(resolution.path.dropFirst()))
        }
    }

    private func makeContext(_ globals: GlobalOptions, _ words: [String]) throws(SessionsError) -> Context {
        try Context(
            output: makeOutput(1, globals.colour), error: makeOutput(2, globals.colour),
            environment: environment, globals: globals, commandLine: words)
    }

    private func run(_ command: any Command, _ words: [String], _ globals: GlobalOptions) throws -> ExitCode {
        let context = try makeContext(globals, words)
        defer { try? context.error.flush() }
        do {
            _ = try command.run(given: context)
            try context.output.finish()
            return context.exitCode
        } catch OutputError.closedPipe {
            return .done
        } catch let failure as SessionsError where !globals.isJSON {
            throw failure.withShortIDs(context.shortIDs)
        } catch let failure as OutputError where context.hasWritten {
            context.note("the change was made; only the result could not be printed")
            throw failure
        }
    }
}
