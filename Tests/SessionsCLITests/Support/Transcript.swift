/// A conversation with the program, as one reads it on a terminal.
///
///     # A comment. Blank lines between the steps are free.
///     $ new "fix the lexer" --start         words for the program, quoted as for a shell
///     Started k7m2  fix the lexer           what it prints
///     [2] sessions: a line on standard error
///     [exit 6]                              its exit status, unless that is 0
///     % cat > notes.txt <<EOF               a line for bash, in the same folder
///     > first line                          where a command goes on
///     > EOF
///     @ +90m                                moves the clock (see `TranscriptPlayer` for what else)
///
/// An output line that looks like one of these is written with a backslash before it. Blank lines at the end of
/// an output do not count; one that the program prints there is written as a lone backslash.
struct Transcript: Equatable {
    struct Problem: Error, Equatable {
        let line: Int
        let text: String
    }

    struct Step: Equatable {
        enum Prompt: String {
            case program = "$ "
            case shell = "% "
        }

        let line: Int
        let prompt: Prompt
        /// Without prompts; several lines where it goes on.
        let command: String
        var outcome: Outcome
    }

    enum Item: Equatable {
        /// A comment or a blank line.
        case remark(String)
        case setting(line: Int, String)
        case step(Step)
    }

    var items: [Item] = []

    var steps: [Step] {
        items.compactMap { if case .step(let step) = $0 { step } else { nil } }
    }

    /// Reads a transcript.
    init(_ text: String) throws(Problem) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.isEmpty || line.hasPrefix("#") {
                items.append(.remark(line))
            } else if line.hasPrefix("@ ") {
                items.append(.setting(line: index + 1, String(line.dropFirst(2))))
            } else if let prompt = Step.Prompt(rawValue: String(line.prefix(2))) {
                var command = String(line.dropFirst(2))
                let start = index + 1
                while index + 1 < lines.count, lines[index + 1].hasPrefix("> ") || lines[index + 1] == ">" {
                    index += 1
                    command += "\n" + lines[index].dropFirst(2)
                }
                let outcome = try Transcript.outcome(lines, &index)
                items.append(.step(Step(line: start, prompt: prompt, command: command, outcome: outcome)))
                continue
            } else {
                throw Problem(line: index + 1, text: "'\(line)' follows no command")
            }
            index += 1
        }
    }

    /// The whole as it is written to its file.
    var text: String {
        var lines: [String] = []
        for item in items {
            switch item {
            case .remark(let text): lines.append(text)
            case .setting(_, let text): lines.append("@ " + text)
            case .step(let step):
                let command = step.command.split(separator: "\n", omittingEmptySubsequences: false)
                lines.append(step.prompt.rawValue + (command.first ?? ""))
                lines += command.dropFirst().map { $0.isEmpty ? ">" : "> " + $0 }
                lines += step.outcome.transcriptLines
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads what follows a command, and leaves the index at the first line that is no part of it.
    private static func outcome(_ lines: [String], _ index: inout Int) throws(Problem) -> Outcome {
        var outcome = Outcome()
        var end = index + 1
        while end < lines.count, !Outcome.beginsSomethingElse(lines[end]) { end += 1 }
        var last = end
        while last > index + 1, lines[last - 1].isEmpty { last -= 1 }
        var isEnded = false
        for number in (index + 1)..<last {
            let line = lines[number]
            guard !isEnded else {
                throw Problem(line: number + 1, text: "'\(line)' stands behind the exit status")
            }
            if line.hasPrefix("[exit ") {
                guard line.hasSuffix("]"), let status = Int32(line.dropFirst(6).dropLast()) else {
                    throw Problem(line: number + 1, text: "'\(line)' is no exit status")
                }
                outcome.status = status
                isEnded = true
            } else if line == Outcome.noNewline {
                outcome.output.removeLast(outcome.output.isEmpty ? 0 : 1)
            } else if line.hasPrefix(Outcome.errorMark) {
                outcome.error += line.dropFirst(Outcome.errorMark.count) + "\n"
            } else {
                outcome.output += (line.hasPrefix("\\") ? line.dropFirst() : line[...]) + "\n"
            }
        }
        index = last
        return outcome
    }
}

extension Outcome {
    fileprivate static let errorMark = "[2] "
    fileprivate static let noNewline = "[no newline]"

    fileprivate static func beginsSomethingElse(_ line: String) -> Bool {
        ["$ ", "% ", "@ ", "#"].contains { line.hasPrefix($0) }
    }

    private static func needsBackslash(_ line: Substring) -> Bool {
        beginsSomethingElse(String(line)) || line == ">"
            || ["> ", "\\", "[exit ", "[2] ", "[no newline]"].contains { line.hasPrefix($0) }
    }

    /// As a transcript shows it.
    var transcriptLines: [String] {
        var shown: [String] = []
        if !output.isEmpty {
            var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
            let endsInNewline = lines.last == ""
            if endsInNewline { lines.removeLast() }
            shown = lines.map { Self.needsBackslash($0) ? "\\" + $0 : String($0) }
            if shown.last == "", error.isEmpty, status == 0 { shown[shown.count - 1] = "\\" }
            if !endsInNewline { shown.append(Self.noNewline) }
        }
        if !error.isEmpty {
            var lines = error.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            shown += lines.map { Self.errorMark + $0 }
        }
        if status != 0 { shown.append("[exit \(status)]") }
        return shown
    }
}
