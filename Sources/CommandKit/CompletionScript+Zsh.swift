extension CompletionScript {
    /// For the completion system of zsh 5: a file for `fpath`.
    var zsh: String {
        let valued = globals.filter { $0.value != nil }.flatMap(\.names)
        let others = valued.filter { !placeOptions.contains($0) }
        return """
            #compdef \(program)
            # Completions of \(program) for zsh, made by '\(program) completions zsh'.

            # Candidates that the program knows: what they are is text, whatever it holds.
            _\(program)_candidates() {
                local line value meaning expl
                local -a fields fields_shown values values_shown
                for line in "${(@f)$(command \(program) $_\(program)_place \(candidates) $1 -- "${(Q)PREFIX}" 2>/dev/null)}"; do
                    [[ -n $line ]] || continue
                    value=${line%%$'\\t'*}
                    meaning=${line#$value}
                    meaning=${meaning#$'\\t'}
                    line=$value${meaning:+  -- $meaning}
                    line=${line[1,COLUMNS-1]}
                    if [[ $value == *[:=] ]]; then
                        fields+=("$value")
                        fields_shown+=("$line")
                    else
                        values+=("$value")
                        values_shown+=("$line")
                    fi
                done
                local -a shown
                [[ "${(j::)values_shown}${(j::)fields_shown}" == "${(j::)values}${(j::)fields}" ]] || shown=(-l)
                # A field is followed by its value, without a blank.
                (( $#fields )) && _wanted -V $1 expl $1 compadd -S '' $shown -d fields_shown -a fields
                (( $#values )) && _wanted -V $1 expl $1 compadd $shown -d values_shown -a values
            }

            \(groups.map(commands).joined(separator: "\n"))
            # What may follow a command.
            _\(program)_page() {
                local -a arguments
                arguments=(
            \(globals.map(specification).joined(separator: "\n"))
                )
                case $1 in
                    ('') arguments+=('1: :\(function("commands", ""))') ;;
            \(pages.map(page).joined(separator: "\n"))
                esac
                _arguments -s -S $arguments
            }

            _\(program)() {
                local page= word name
                local -i index=2
                local -a _\(program)_place

                # The program is asked about the folder that the line is about.
                while (( index < CURRENT )); do
                    word=$words[index]
                    case $word in
                        (--) break ;;
                        (\(placeOptions.joined(separator: "|")))
                            if (( index + 1 < CURRENT )); then
                                name=${(Q)words[index+1]}
                                _\(program)_place+=($word "${name/#\\~\\//$HOME/}")
                            fi
                            (( index++ ))
                            ;;
                        (\(placeOptions.filter { $0.hasPrefix("--") }.map { $0 + "=*" }.joined(separator: "|")))
                            _\(program)_place+=("${(Q)word}")
                            ;;
                    esac
                    (( index++ ))
                done

                # Find the command and take its names away; global options may stand before and between them.
                index=2
                while (( index < CURRENT )); do
                    word=$words[index]
                    case $word in
                        (--) break ;;
                        (\((placeOptions + others).joined(separator: "|"))) (( index += 2 )); continue ;;
                        (-*) (( index++ )); continue ;;
                    esac
                    case $page/$word in
            \(pages.map { "            (\($0.keys.map(\.shellQuoted).joined(separator: "|"))) page=\($0.words.shellQuoted) ;;" }
                .joined(separator: "\n"))
                        (*) break ;;
                    esac
                    words[index]=()
                    (( CURRENT-- ))
                done
                _\(program)_page $page
            }

            # Called by the completion system as a function, or read with the others into the shell.
            if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                _\(program) "$@"
            else
                compdef _\(program) \(program)
            fi

            """
    }

    /// A function that offers the commands below a path.
    private func commands(below path: String) -> String {
        let rows = pages(below: path).map { page in
            "        " + "\(page.path.last ?? ""):\(page.summary)".shellQuoted
        }
        return """
            \(function("commands", path))() {
                local -a commands
                commands=(
            \(rows.joined(separator: "\n"))
                )
                _describe -t commands command commands
            }

            """
    }

    private func page(_ page: CommandPage) -> String {
        var specifications = page.ownOptions.map(specification)
        for (index, argument) in page.arguments.enumerated() {
            let place = argument.isRepeatable ? "*" : String(index + 1)
            var action = action(Value(argument))
            // The first argument may be the name of a command instead.
            if index == 0, !page.subcommands.isEmpty {
                action = "{\(function("commands", page.words)); \(action)}"
            }
            let name = argument.spelling.filter { !"<>…".contains($0) }
            specifications.append("        " + "\(place):\(name.zshEscaped):\(action)".shellQuoted)
        }
        if page.arguments.isEmpty, !page.subcommands.isEmpty {
            specifications.append("        " + "1: :\(function("commands", page.words))".shellQuoted)
        }
        guard !specifications.isEmpty else { return "        (\(page.words.shellQuoted)) ;;" }
        return """
                    (\(page.words.shellQuoted))
                        arguments+=(
            \(specifications.map { "        " + $0 }.joined(separator: "\n"))
                        )
                        ;;
            """
    }

    /// One option as `_arguments` wants it.
    private func specification(_ option: OptionRow) -> String {
        var rest = "[\(option.help.zshEscaped)]"
        if let value = option.value {
            let name = value.filter { !"<>".contains($0) }
            rest += ":\(name.zshEscaped):\(action(Value(option)))"
        }
        let names = option.names.map { name in
            option.value == nil ? name : name + (name.hasPrefix("--") ? "=" : "+")
        }
        let excluded = option.isRepeatable ? "*" : "(\(option.names.joined(separator: " ")))"
        guard names.count > 1 else { return "        " + (excluded + names.joined() + rest).shellQuoted }
        return "        " + excluded.shellQuoted + "{\(names.joined(separator: ","))}" + rest.shellQuoted
    }

    private func action(_ value: Value) -> String {
        switch value {
        case .nothing: " "
        case .file: "_files"
        case .folder: "_files -/"
        case .words(let words): "(\(words.joined(separator: " ")))"
        // The blank keeps `_arguments` from putting arguments of its own before this one.
        case .program(let name): " _\(program)_candidates \(name)"
        }
    }
}

extension String {
    /// Text between the colons and brackets of `_arguments`.
    fileprivate var zshEscaped: String {
        reduce(into: "") { text, character in
            if ":[]\\".contains(character) { text += "\\" }
            text.append(character)
        }
    }
}
