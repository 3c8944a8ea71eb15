extension CompletionScript {
    /// For bash 3.2 and later, without the bash-completion package.
    var bash: String {
        """
        # Completions of \(program) for bash, made by '\(program) completions bash'.

        # The command that a name leads to from another one; sets path.
        _\(program)_enter() {
            case "$1/$2" in
        \(lines(pages.map { ($0.keys, "path=" + $0.words.shellQuoted) }))
                *) return 1 ;;
            esac
        }

        # The commands below one; sets list.
        _\(program)_commands() {
            case "$1" in
        \(lines(groups.map { ([$0], "list=" + pages(below: $0).map { $0.path.last ?? "" }.joined(separator: " ").shellQuoted) }))
                *) return 1 ;;
            esac
        }

        # The options of a command; sets list.
        _\(program)_options() {
            list=\(names(of: globals).shellQuoted)
            case "$1" in
        \(lines(pages.filter { !$0.ownOptions.isEmpty }.map { ([$0.words], "list+=" + (" " + names(of: $0.ownOptions)).shellQuoted) }))
            esac
        }

        # What the value of an option is; sets kind, and fails where it takes none.
        _\(program)_value() {
            case "$2" in
        \(lines(globals.filter { $0.value != nil }.map { ($0.names, kind(Value($0))) }))
                *) ! : ;;
            esac && return
            case "$1/$2" in
        \(lines(pages.flatMap { page in
            page.ownOptions.filter { $0.value != nil }.map { option in
                (option.names.map { page.words + "/" + $0 }, kind(Value(option)))
            }
        }))
                *) return 1 ;;
            esac
        }

        # What the argument of a command is at a place counted from 1; sets kind.
        _\(program)_argument() {
            case "$1/$2" in
        \(arguments)
                *) return 1 ;;
            esac
        }

        # Whether an option awaits its value in the next word; sets option and kind.
        _\(program)_awaits() {
            local index
            option=$2
            if [[ $2 == --* ]]; then
                [[ $2 != *=* ]] && _\(program)_value "$1" "$2"
                return
            fi
            for ((index = 1; index < ${#2}; index++)); do
                option=-${2:index:1}
                if _\(program)_value "$1" "$option"; then
                    ((index == ${#2} - 1))
                    return
                fi
            done
            return 1
        }

        # Whether a word of letters ends in an option and the beginning of its value; sets lead and kind.
        _\(program)_glued() {
            local index
            for ((index = 1; index < ${#2} - 1; index++)); do
                if _\(program)_value "$1" "-${2:index:1}"; then
                    lead=${2:0:index + 1}
                    return
                fi
            done
            return 1
        }

        # A word as typed, without its quotes. Nothing in it is expanded but a home folder.
        _\(program)_plain() {
            plain=${1//[\\'\\"]/}
            # Within quotes a backslash is one.
            [[ $1 == [\\'\\"]* ]] || plain=${plain//\\\\/}
            [[ $1 == \\~/* ]] && plain=$HOME/${plain#\\~/}
        }

        # Offers a candidate with what it means.
        _\(program)_offer() {
            local text
            [[ $1 == "$plain"* ]] || return 0
            text=$1
            if [[ $cur != [\\'\\"]* && $1 == *[!A-Za-z0-9_.,:=@%+/-]* ]]; then printf -v text %q "$1"; fi
            text=$lead$text
            text=${text#"$break"}
            COMPREPLY+=("$text")
            meanings+=("${2:+  ($2)}")
        }

        _\(program)() {
            local IFS=$' \\t\\n' line=${COMP_LINE:0:COMP_POINT} words=() place=() meanings=()
            local index part rest path='' argument=1 ended='' option='' kind='' list='' cur lead='' plain break text
            COMPREPLY=()

            # The words up to the cursor. bash has cut them at ':', '=' and '@' too; where no blank stands
            # between two, they are one.
            for ((index = 0; index <= COMP_CWORD; index++)); do
                part=${COMP_WORDS[index]}
                rest=${line#"${line%%[![:space:]]*}"}
                ((index < COMP_CWORD)) || part=$rest
                if [[ $rest == "$line" ]] && ((index > 0)); then
                    words[${#words[@]} - 1]+=$part
                else
                    words+=("$part")
                fi
                line=${rest:${#part}}
            done

            # The command, and the number of the argument at the cursor.
            for ((index = 1; index < ${#words[@]} - 1; index++)); do
                part=${words[index]}
                kind=''
                if [[ -n $ended ]]; then
                    ((argument++))
                elif [[ $part == -- ]]; then
                    ended=yes
                elif [[ $part == -[!0-9]* ]]; then
                    if _\(program)_awaits "$path" "$part"; then
                        ((++index == ${#words[@]} - 1)) && break
                        _\(program)_plain "${words[index]}"
                        case $option in \(placeOptions.joined(separator: "|"))) place+=("$option" "$plain") ;; esac
                    else
                        _\(program)_plain "$part"
                        case $part in \(placeOptions.filter { $0.hasPrefix("--") }.map { $0 + "=*" }.joined(separator: "|"))) place+=("$plain") ;; esac
                    fi
                    kind=''
                elif ((argument > 1)) || ! _\(program)_enter "$path" "$part"; then
                    ((argument++))
                fi
            done

            cur=${words[${#words[@]} - 1]}
            # bash replaces only what follows the last of the characters it cuts words at.
            rest=$cur
            [[ $COMP_WORDBREAKS == *:* ]] && rest=${rest##*:}
            [[ $COMP_WORDBREAKS == *=* ]] && rest=${rest##*=}
            [[ $COMP_WORDBREAKS == *@* ]] && rest=${rest##*@}
            break=${cur%"$rest"}

            if [[ -z $kind ]]; then
                if [[ -z $ended && $cur == --*=* ]]; then
                    lead=${cur%%=*}=
                    _\(program)_value "$path" "${cur%%=*}" || return 0
                    cur=${cur#*=}
                elif [[ -z $ended && $cur == -[!0-9-]?* ]] && _\(program)_glued "$path" "$cur"; then
                    cur=${cur#"$lead"}
                elif [[ -z $ended && $cur == -* && $cur != -[0-9]* ]]; then
                    _\(program)_options "$path"
                    kind="words $list"
                else
                    if ((argument == 1)) && _\(program)_commands "$path"; then
                        plain=$cur
                        for part in $list; do _\(program)_offer "$part"; done
                    fi
                    _\(program)_argument "$path" "$argument"
                fi
            fi
            _\(program)_plain "$cur"

            case $kind in
                file)
                    # The shell's own completion of file names knows all about quoting them.
                    compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$rest"))
                    ;;
                folder) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$rest")) ;;
                words*) for part in ${kind#words}; do _\(program)_offer "$part"; done ;;
                program*)
                    while IFS=$'\\t' read -r part text; do
                        _\(program)_offer "$part" "$text"
                    done < <(command \(program) ${place[@]+"${place[@]}"} \(candidates) "${kind#program }" -- "$plain" 2>/dev/null)
                    compopt -o nosort 2>/dev/null
                    ;;
            esac

            # A field is followed by its value, without a blank.
            [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
            # Meanings are shown where bash lists candidates (?, !, @), and never inserted.
            if [[ ${#COMPREPLY[@]} -gt 1 && " 63 33 64 " == *" $COMP_TYPE "* ]]; then
                for index in "${!COMPREPLY[@]}"; do
                    text=${COMPREPLY[index]}${meanings[index]}
                    COMPREPLY[index]=${text:0:${COLUMNS:-80} - 1}
                done
            fi
            return 0
        }

        complete -F _\(program) \(program)

        """
    }

    /// Paths that have commands below them; the program itself is the empty one.
    var groups: [String] { [""] + pages.filter { !$0.subcommands.isEmpty }.map(\.words) }

    /// Branches of a `case`.
    private func lines(_ branches: [(patterns: [String], body: String)]) -> String {
        branches.map { "        \($0.patterns.map(\.shellQuoted).joined(separator: "|"))) \($0.body) ;;" }
            .joined(separator: "\n")
    }

    /// The long name of each, or the short one where there is no other.
    private func names(of options: [OptionRow]) -> String {
        options.compactMap { $0.names.last }.joined(separator: " ")
    }

    private func kind(_ value: Value) -> String {
        switch value {
        case .nothing: "kind=none"
        case .file: "kind=file"
        case .folder: "kind=folder"
        case .words(let words): "kind=" + ("words " + words.joined(separator: " ")).shellQuoted
        case .program(let name): "kind=" + "program \(name)".shellQuoted
        }
    }

    private var arguments: String {
        pages.flatMap { page in
            page.arguments.enumerated().map { index, argument in
                let key = (page.words + "/").shellQuoted + (argument.isRepeatable ? "*" : String(index + 1))
                return "        \(key)) \(kind(Value(argument))) ;;"
            }
        }.joined(separator: "\n")
    }
}
