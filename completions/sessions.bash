# Completions of sessions for bash, made by 'sessions completions bash'.

# The command that a name leads to from another one; sets path.
_sessions_enter() {
    case "$1/$2" in
        '/new') path='new' ;;
        '/start'|'/resume') path='start' ;;
        '/pause') path='pause' ;;
        '/complete') path='complete' ;;
        '/status') path='status' ;;
        '/edit') path='edit' ;;
        '/reflect') path='reflect' ;;
        '/goal') path='goal' ;;
        'goal/add') path='goal add' ;;
        'goal/list') path='goal list' ;;
        'goal/done') path='goal done' ;;
        'goal/check') path='goal check' ;;
        'goal/reopen') path='goal reopen' ;;
        'goal/edit') path='goal edit' ;;
        'goal/remove') path='goal remove' ;;
        '/time') path='time' ;;
        'time/add') path='time add' ;;
        'time/list') path='time list' ;;
        'time/edit') path='time edit' ;;
        'time/split') path='time split' ;;
        'time/remove') path='time remove' ;;
        'time/gaps') path='time gaps' ;;
        'time/check') path='time check' ;;
        '/comment') path='comment' ;;
        '/attach') path='attach' ;;
        'attach/list') path='attach list' ;;
        'attach/get') path='attach get' ;;
        'attach/open') path='attach open' ;;
        'attach/remove') path='attach remove' ;;
        'attach/verify') path='attach verify' ;;
        '/list') path='list' ;;
        '/search') path='search' ;;
        '/show') path='show' ;;
        '/log') path='log' ;;
        '/stats') path='stats' ;;
        '/estimate') path='estimate' ;;
        '/insights') path='insights' ;;
        '/view') path='view' ;;
        'view/save') path='view save' ;;
        'view/list') path='view list' ;;
        'view/remove') path='view remove' ;;
        '/archive') path='archive' ;;
        '/restore') path='restore' ;;
        '/delete') path='delete' ;;
        '/undo') path='undo' ;;
        '/redo') path='redo' ;;
        '/op') path='op' ;;
        'op/log') path='op log' ;;
        '/doctor') path='doctor' ;;
        '/gc') path='gc' ;;
        '/init') path='init' ;;
        '/template') path='template' ;;
        'template/list') path='template list' ;;
        'template/show') path='template show' ;;
        'template/new') path='template new' ;;
        'template/edit') path='template edit' ;;
        'template/check') path='template check' ;;
        'template/from') path='template from' ;;
        'template/suggest') path='template suggest' ;;
        'template/remove') path='template remove' ;;
        '/export') path='export' ;;
        '/import') path='import' ;;
        '/batch') path='batch' ;;
        '/config') path='config' ;;
        '/trust') path='trust' ;;
        '/hook') path='hook' ;;
        'hook/list') path='hook list' ;;
        '/schema') path='schema' ;;
        '/completions') path='completions' ;;
        '/help') path='help' ;;
        '/version') path='version' ;;
        *) return 1 ;;
    esac
}

# The commands below one; sets list.
_sessions_commands() {
    case "$1" in
        '') list='new start pause complete status edit reflect goal time comment attach list search show log stats estimate insights view archive restore delete undo redo op doctor gc init template export import batch config trust hook schema completions help version' ;;
        'goal') list='add list done check reopen edit remove' ;;
        'time') list='add list edit split remove gaps check' ;;
        'attach') list='list get open remove verify' ;;
        'view') list='save list remove' ;;
        'op') list='log' ;;
        'template') list='list show new edit check from suggest remove' ;;
        'hook') list='list' ;;
        *) return 1 ;;
    esac
}

# The options of a command; sets list.
_sessions_options() {
    list='-C --workspace --json --quiet --color --no-pager --help --version'
    case "$1" in
        'new') list+=' --template --project --tag --plan --set --goal --with --attach --allow-large --message --file --start --parallel --at --dry-run' ;;
        'start') list+=' --at --parallel --note --reopen --dry-run --new --template --project --tag --plan --set' ;;
        'pause') list+=' --at --dry-run' ;;
        'complete') list+=' --outcome --rating --learned --skill --incomplete --at --dry-run' ;;
        'status') list+=' --short --format --jsonl --csv --fields --exit-status' ;;
        'edit') list+=' --title --plan --project --add-tag --remove-tag --message --file --dry-run' ;;
        'reflect') list+=' --outcome --rating --learned --skill --dry-run' ;;
        'goal add') list+=' --milestone --check --required --weight --plan --dry-run' ;;
        'goal done') list+=' --at --dry-run' ;;
        'goal check') list+=' --timeout --trusted --dry-run' ;;
        'goal reopen') list+=' --dry-run' ;;
        'goal edit') list+=' --title --milestone --check --required --optional --weight --plan --to --dry-run' ;;
        'goal remove') list+=' --dry-run' ;;
        'time add') list+=' --from --to --for --on --note --dry-run' ;;
        'time edit') list+=' --from --to --for --on --note --dry-run' ;;
        'time split') list+=' --at --until --dry-run' ;;
        'time remove') list+=' --dry-run' ;;
        'time check') list+=' --explain' ;;
        'comment') list+=' --message --file --reply --dry-run' ;;
        'attach') list+=' --allow-large --dry-run' ;;
        'attach get') list+=' --output --force' ;;
        'attach open') list+=' --dry-run' ;;
        'attach remove') list+=' --dry-run' ;;
        'list') list+=' --explain --sort --reverse --all --limit --page --format --jsonl --csv --fields --exit-status' ;;
        'search') list+=' --explain --all --limit --page --format --jsonl --csv --fields --exit-status' ;;
        'show') list+=' --format --jsonl --csv --fields' ;;
        'log') list+=' --since --limit --page --exit-status' ;;
        'stats') list+=' --explain --by --since --until --round --csv --exit-status' ;;
        'estimate') list+=' --template --project --tag --plan --set --exit-status' ;;
        'insights') list+=' --explain --learned --skills --calibration --predictions --limit --page --exit-status' ;;
        'view save') list+=' --explain' ;;
        'archive') list+=' --dry-run' ;;
        'restore') list+=' --dry-run' ;;
        'delete') list+=' --dry-run' ;;
        'undo') list+=' --dry-run' ;;
        'redo') list+=' --dry-run' ;;
        'op log') list+=' --limit --page' ;;
        'doctor') list+=' --fix --hashes --dry-run' ;;
        'gc') list+=' --dry-run' ;;
        'init') list+=' --name' ;;
        'template show') list+=' --source --personal' ;;
        'template new') list+=' --like --summary --title --project --tag --plan --goal --with --field --require --message --file --personal --dry-run' ;;
        'template edit') list+=' --file --personal --dry-run' ;;
        'template from') list+=' --personal --dry-run' ;;
        'template suggest') list+=' --project --tag --limit --page' ;;
        'template remove') list+=' --personal --dry-run' ;;
        'export') list+=' --explain --jsonl --csv --fields --exit-status' ;;
        'import') list+=' --from --map --map-status --source --skip-bad --dry-run' ;;
        'batch') list+=' --dry-run' ;;
        'config') list+=' --unset' ;;
        'trust') list+=' --yes --remove --list --print' ;;
    esac
}

# What the value of an option is; sets kind, and fails where it takes none.
_sessions_value() {
    case "$2" in
        '-C') kind=folder ;;
        '--workspace') kind=folder ;;
        '--color') kind='words auto always never' ;;
        *) ! : ;;
    esac && return
    case "$1/$2" in
        'new/-t'|'new/--template') kind='program template' ;;
        'new/-p'|'new/--project') kind='program project' ;;
        'new/--tag') kind='program tag' ;;
        'new/--plan') kind=none ;;
        'new/--set') kind='program field' ;;
        'new/--goal') kind=none ;;
        'new/--with') kind=none ;;
        'new/--attach') kind=file ;;
        'new/-m'|'new/--message') kind=none ;;
        'new/-F'|'new/--file') kind=file ;;
        'new/--at') kind=none ;;
        'start/--at') kind=none ;;
        'start/--note') kind=none ;;
        'start/-t'|'start/--template') kind='program template' ;;
        'start/-p'|'start/--project') kind='program project' ;;
        'start/--tag') kind='program tag' ;;
        'start/--plan') kind=none ;;
        'start/--set') kind='program field' ;;
        'pause/--at') kind=none ;;
        'complete/--outcome') kind='words success partial failed' ;;
        'complete/--rating') kind=none ;;
        'complete/--learned') kind=none ;;
        'complete/--skill') kind=none ;;
        'complete/--at') kind=none ;;
        'status/--format') kind='program format' ;;
        'status/--fields') kind='program fields' ;;
        'edit/--title') kind=none ;;
        'edit/--plan') kind=none ;;
        'edit/-p'|'edit/--project') kind='program project' ;;
        'edit/--add-tag') kind='program tag' ;;
        'edit/--remove-tag') kind='program tag' ;;
        'edit/-m'|'edit/--message') kind=none ;;
        'edit/-F'|'edit/--file') kind=file ;;
        'reflect/--outcome') kind='words success partial failed' ;;
        'reflect/--rating') kind=none ;;
        'reflect/--learned') kind=none ;;
        'reflect/--skill') kind=none ;;
        'goal add/--milestone') kind=none ;;
        'goal add/--check') kind=none ;;
        'goal add/--weight') kind=none ;;
        'goal add/--plan') kind=none ;;
        'goal done/--at') kind=none ;;
        'goal check/--timeout') kind=none ;;
        'goal check/--trusted') kind=none ;;
        'goal edit/--title') kind=none ;;
        'goal edit/--milestone') kind=none ;;
        'goal edit/--check') kind=none ;;
        'goal edit/--weight') kind=none ;;
        'goal edit/--plan') kind=none ;;
        'goal edit/--to') kind=none ;;
        'time add/--from') kind=none ;;
        'time add/--to') kind=none ;;
        'time add/--for') kind=none ;;
        'time add/--on') kind=none ;;
        'time add/--note') kind=none ;;
        'time edit/--start'|'time edit/--from') kind=none ;;
        'time edit/--end'|'time edit/--to') kind=none ;;
        'time edit/--for') kind=none ;;
        'time edit/--on') kind=none ;;
        'time edit/--note') kind=none ;;
        'time split/--at') kind=none ;;
        'time split/--until') kind=none ;;
        'comment/-m'|'comment/--message') kind=none ;;
        'comment/-F'|'comment/--file') kind=file ;;
        'comment/--reply') kind=none ;;
        'attach get/-o'|'attach get/--output') kind=folder ;;
        'list/--sort') kind='words updated created title status project tracked plan' ;;
        'list/-n'|'list/--limit') kind=none ;;
        'list/--page') kind=none ;;
        'list/--format') kind='program format' ;;
        'list/--fields') kind='program fields' ;;
        'search/-n'|'search/--limit') kind=none ;;
        'search/--page') kind=none ;;
        'search/--format') kind='program format' ;;
        'search/--fields') kind='program fields' ;;
        'show/--format') kind='program format' ;;
        'show/--fields') kind='program fields' ;;
        'log/--since') kind=none ;;
        'log/-n'|'log/--limit') kind=none ;;
        'log/--page') kind=none ;;
        'stats/--by') kind='words status project tag template person outcome rating skill day week month weekday hour' ;;
        'stats/--since') kind=none ;;
        'stats/--until') kind=none ;;
        'stats/--round') kind=none ;;
        'estimate/-t'|'estimate/--template') kind='program template' ;;
        'estimate/-p'|'estimate/--project') kind='program project' ;;
        'estimate/--tag') kind='program tag' ;;
        'estimate/--plan') kind=none ;;
        'estimate/--set') kind='program field' ;;
        'insights/--predictions') kind=file ;;
        'insights/-n'|'insights/--limit') kind=none ;;
        'insights/--page') kind=none ;;
        'op log/-n'|'op log/--limit') kind=none ;;
        'op log/--page') kind=none ;;
        'init/--name') kind=none ;;
        'template new/--like') kind='program template' ;;
        'template new/--summary') kind=none ;;
        'template new/--title') kind=none ;;
        'template new/-p'|'template new/--project') kind='program project' ;;
        'template new/--tag') kind='program tag' ;;
        'template new/--plan') kind=none ;;
        'template new/--goal') kind=none ;;
        'template new/--with') kind=none ;;
        'template new/--field') kind=none ;;
        'template new/--require') kind=none ;;
        'template new/-m'|'template new/--message') kind=none ;;
        'template new/-F'|'template new/--file') kind=file ;;
        'template edit/-F'|'template edit/--file') kind=file ;;
        'template suggest/-p'|'template suggest/--project') kind='program project' ;;
        'template suggest/--tag') kind='program tag' ;;
        'template suggest/-n'|'template suggest/--limit') kind=none ;;
        'template suggest/--page') kind=none ;;
        'export/--fields') kind='program fields' ;;
        'import/--from') kind='words csv json jsonl' ;;
        'import/--map') kind='program import-field' ;;
        'import/--map-status') kind=none ;;
        'import/--source') kind=none ;;
        'trust/--yes') kind=none ;;
        'trust/--remove') kind=none ;;
        *) return 1 ;;
    esac
}

# What the argument of a command is at a place counted from 1; sets kind.
_sessions_argument() {
    case "$1/$2" in
        'new/'*) kind=none ;;
        'start/'*) kind='program session' ;;
        'pause/'1) kind='program session' ;;
        'complete/'1) kind='program session' ;;
        'edit/'1) kind='program session' ;;
        'reflect/'1) kind='program session' ;;
        'goal add/'1) kind='program session' ;;
        'goal add/'*) kind=none ;;
        'goal list/'1) kind='program session' ;;
        'goal done/'1) kind='program session' ;;
        'goal done/'*) kind=none ;;
        'goal check/'1) kind='program session' ;;
        'goal check/'*) kind=none ;;
        'goal reopen/'1) kind='program session' ;;
        'goal reopen/'*) kind=none ;;
        'goal edit/'1) kind='program session' ;;
        'goal edit/'2) kind=none ;;
        'goal remove/'1) kind='program session' ;;
        'goal remove/'2) kind=none ;;
        'time add/'1) kind='program session' ;;
        'time list/'1) kind='program session' ;;
        'time edit/'1) kind='program session' ;;
        'time edit/'2) kind=none ;;
        'time split/'1) kind='program session' ;;
        'time split/'2) kind=none ;;
        'time remove/'1) kind='program session' ;;
        'time remove/'*) kind=none ;;
        'time gaps/'*) kind=none ;;
        'time check/'*) kind='program query' ;;
        'comment/'1) kind='program session' ;;
        'attach/'1) kind='program session' ;;
        'attach/'*) kind=file ;;
        'attach list/'1) kind='program session' ;;
        'attach get/'1) kind='program session' ;;
        'attach get/'2) kind=none ;;
        'attach open/'1) kind='program session' ;;
        'attach open/'2) kind=none ;;
        'attach remove/'1) kind='program session' ;;
        'attach remove/'*) kind=none ;;
        'attach verify/'1) kind='program session' ;;
        'list/'*) kind='program query' ;;
        'search/'*) kind='program query' ;;
        'show/'1) kind='program session' ;;
        'log/'1) kind='program session' ;;
        'stats/'*) kind='program query' ;;
        'estimate/'*) kind='program query' ;;
        'insights/'*) kind='program query' ;;
        'view save/'1) kind=none ;;
        'view save/'*) kind='program query' ;;
        'view remove/'1) kind='program view' ;;
        'archive/'*) kind='program session' ;;
        'restore/'*) kind='program session' ;;
        'delete/'*) kind='program session' ;;
        'undo/'1) kind=none ;;
        'doctor/'*) kind=file ;;
        'init/'1) kind=folder ;;
        'template show/'1) kind='program template' ;;
        'template new/'1) kind=none ;;
        'template edit/'1) kind='program template' ;;
        'template check/'1) kind='program template' ;;
        'template from/'1) kind='program session' ;;
        'template from/'2) kind=none ;;
        'template suggest/'*) kind=none ;;
        'template remove/'1) kind='program template' ;;
        'export/'*) kind='program query' ;;
        'import/'1) kind=file ;;
        'config/'1) kind='words user.email user.aliases hooks.timeout time.forgottenAfter index.check' ;;
        'config/'2) kind=none ;;
        'schema/'*) kind='program topic' ;;
        'completions/'1) kind='words bash zsh fish' ;;
        'help/'*) kind='program topic' ;;
        *) return 1 ;;
    esac
}

# Whether an option awaits its value in the next word; sets option and kind.
_sessions_awaits() {
    local index
    option=$2
    if [[ $2 == --* ]]; then
        [[ $2 != *=* ]] && _sessions_value "$1" "$2"
        return
    fi
    for ((index = 1; index < ${#2}; index++)); do
        option=-${2:index:1}
        if _sessions_value "$1" "$option"; then
            ((index == ${#2} - 1))
            return
        fi
    done
    return 1
}

# Whether a word of letters ends in an option and the beginning of its value; sets lead and kind.
_sessions_glued() {
    local index
    for ((index = 1; index < ${#2} - 1; index++)); do
        if _sessions_value "$1" "-${2:index:1}"; then
            lead=${2:0:index + 1}
            return
        fi
    done
    return 1
}

# A word as typed, without its quotes. Nothing in it is expanded but a home folder.
_sessions_plain() {
    plain=${1//[\'\"]/}
    # Within quotes a backslash is one.
    [[ $1 == [\'\"]* ]] || plain=${plain//\\/}
    [[ $1 == \~/* ]] && plain=$HOME/${plain#\~/}
}

# Offers a candidate with what it means.
_sessions_offer() {
    local text
    [[ $1 == "$plain"* ]] || return 0
    text=$1
    if [[ $cur != [\'\"]* && $1 == *[!A-Za-z0-9_.,:=@%+/-]* ]]; then printf -v text %q "$1"; fi
    text=$lead$text
    text=${text#"$break"}
    COMPREPLY+=("$text")
    meanings+=("${2:+  ($2)}")
}

_sessions() {
    local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words=() place=() meanings=()
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
            if _sessions_awaits "$path" "$part"; then
                ((++index == ${#words[@]} - 1)) && break
                _sessions_plain "${words[index]}"
                case $option in -C|--workspace) place+=("$option" "$plain") ;; esac
            else
                _sessions_plain "$part"
                case $part in --workspace=*) place+=("$plain") ;; esac
            fi
            kind=''
        elif ((argument > 1)) || ! _sessions_enter "$path" "$part"; then
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
            _sessions_value "$path" "${cur%%=*}" || return 0
            cur=${cur#*=}
        elif [[ -z $ended && $cur == -[!0-9-]?* ]] && _sessions_glued "$path" "$cur"; then
            cur=${cur#"$lead"}
        elif [[ -z $ended && $cur == -* && $cur != -[0-9]* ]]; then
            _sessions_options "$path"
            kind="words $list"
        else
            if ((argument == 1)) && _sessions_commands "$path"; then
                plain=$cur
                for part in $list; do _sessions_offer "$part"; done
            fi
            _sessions_argument "$path" "$argument"
        fi
    fi
    _sessions_plain "$cur"

    case $kind in
        file)
            # The shell's own completion of file names knows all about quoting them.
            compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$rest"))
            ;;
        folder) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$rest")) ;;
        words*) for part in ${kind#words}; do _sessions_offer "$part"; done ;;
        program*)
            while IFS=$'\t' read -r part text; do
                _sessions_offer "$part" "$text"
            done < <(command sessions ${place[@]+"${place[@]}"} __complete "${kind#program }" -- "$plain" 2>/dev/null)
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

complete -F _sessions sessions
