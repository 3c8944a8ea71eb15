extension CompletionScript {
    /// For fish 3.
    var fish: String {
        """
        # Completions of \(program) for fish, made by '\(program) completions fish'.

        # Whether an option of a command takes a value.
        function __\(program)_takes_value
            switch "$argv[1]/$argv[2]"
                case \(globals.filter { $0.value != nil }.flatMap(\.names).map { "'*/\($0)'" }.joined(separator: " "))
                    return 0
        \(pages.compactMap(valuedOptions).joined(separator: "\n"))
            end
            return 1
        end

        # Finds the command on the line, the number of the argument at the cursor, and the folder it is about.
        function __\(program)_read_line
            set -l words (commandline -opc)
            test "$words" = "$__\(program)_line"; and return
            set -g __\(program)_line "$words"
            set -g __\(program)_path ''
            set -g __\(program)_argument 1
            set -g __\(program)_place
            set -l ended
            set -e words[1]
            while set -q words[1]
                set -l word $words[1]
                set -e words[1]
                if test -n "$ended"
                    set __\(program)_argument (math $__\(program)_argument + 1)
                    continue
                end
                switch $word
                    case --
                        set ended yes
                        continue
                    case \(placeOptions.filter { $0.hasPrefix("--") }.map { "'\($0)=*'" }.joined(separator: " "))
                        set -a __\(program)_place $word
                        continue
                    case '--*=*'
                        continue
                    case '--*'
                        if __\(program)_takes_value "$__\(program)_path" $word; and set -q words[1]
                            contains -- $word \(placeOptions.joined(separator: " "))
                            and set -a __\(program)_place $word (string replace -r '^~/' "$HOME/" -- $words[1])
                            set -e words[1]
                        end
                        continue
                    case '-?*'
                        if not string match -qr '^-[0-9]' -- $word
                            set -l letters (string split '' -- (string sub -s 2 -- $word))
                            for index in (seq (count $letters))
                                set -l option -$letters[$index]
                                __\(program)_takes_value "$__\(program)_path" $option; or continue
                                if test $index -eq (count $letters); and set -q words[1]
                                    contains -- $option \(placeOptions.joined(separator: " "))
                                    and set -a __\(program)_place $option (string replace -r '^~/' "$HOME/" -- $words[1])
                                    set -e words[1]
                                end
                                break
                            end
                            continue
                        end
                end
                if test $__\(program)_argument -eq 1
                    switch "$__\(program)_path/$word"
        \(pages.map(enter).joined(separator: "\n"))
                    end
                end
                set __\(program)_argument (math $__\(program)_argument + 1)
            end
        end

        # Whether the line is about a command, and the cursor at its argument of a number, or from it on.
        function __\(program)_at
            __\(program)_read_line
            test "$__\(program)_path" = "$argv[1]"; or return 1
            switch "$argv[2]"
                case ''
                    return 0
                case '*+'
                    test $__\(program)_argument -ge (string sub -e -1 -- $argv[2])
                case '*'
                    test $__\(program)_argument -eq $argv[2]
            end
        end

        # Candidates that the program knows, with what they mean.
        function __\(program)_candidates
            command -q \(program); or return
            __\(program)_read_line
            set -l word (commandline -ct | string replace -r '^--[^=]*=' '' | string replace -ra '[\\'"\\\\\\\\]' '')
            string match -qr '^-[^0-9]' -- $word; and set word ''
            command \(program) $__\(program)_place \(candidates) $argv[1] -- "$word" 2>/dev/null
        end

        complete -c \(program) -f
        \((globals.map { option(nil, $0) } + groups.flatMap(commands)).joined(separator: "\n"))
        \(pages.flatMap(rules).joined(separator: "\n"))

        """
    }

    private func valuedOptions(_ page: CommandPage) -> String? {
        let names = page.ownOptions.filter { $0.value != nil }.flatMap(\.names)
        guard !names.isEmpty else { return nil }
        let patterns = names.map { "\(page.words)/\($0)".fishQuoted }.joined(separator: " ")
        return "        case \(patterns)\n            return 0"
    }

    private func enter(_ page: CommandPage) -> String {
        """
                    case \(page.keys.map(\.fishQuoted).joined(separator: " "))
                        set __\(program)_path \(page.words.fishQuoted)
                        continue
        """
    }

    private func commands(below path: String) -> [String] {
        pages(below: path).map { page in
            rule(path, "1") + " -a \(page.path.last ?? "") -d \(page.summary.fishQuoted)"
        }
    }

    private func rules(_ page: CommandPage) -> [String] {
        page.ownOptions.map { option(page.words, $0) }
            + page.arguments.enumerated().compactMap { index, argument in
                let place = String(index + 1) + (argument.isRepeatable ? "+" : "")
                return values(Value(argument)).map { rule(page.words, place) + $0 }
            }
    }

    /// - Parameter path: nil for an option of all commands.
    private func option(_ path: String?, _ option: OptionRow) -> String {
        let names = option.names.map { name in
            name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        var line = (path.map { rule($0) } ?? "complete -c \(program)") + names.joined()
        if option.value != nil {
            let value = Value(option)
            line += (value == .file ? " -r" : " -x") + (values(value) ?? "")
        }
        return line + " -d \(option.help.fishQuoted)"
    }

    private func rule(_ path: String, _ place: String? = nil) -> String {
        // Quoted twice: once for this line and once for the condition that it becomes.
        let condition = "__\(program)_at \(path.fishQuoted)" + (place.map { " " + $0 } ?? "")
        return "complete -c \(program) -n \(condition.fishQuoted)"
    }

    private func values(_ value: Value) -> String? {
        switch value {
        case .nothing: nil
        case .file: " -F"
        case .folder: " -a '(__fish_complete_directories (commandline -ct))'"
        case .words(let words): " -a \(words.joined(separator: " ").fishQuoted)"
        case .program(let name): " -k -a '(__\(program)_candidates \(name))'"
        }
    }
}

extension String {
    /// One word of fish, whatever it holds.
    fileprivate var fishQuoted: String {
        reduce(into: "'") { text, character in
            if "'\\".contains(character) { text += "\\" }
            text.append(character)
        } + "'"
    }
}
