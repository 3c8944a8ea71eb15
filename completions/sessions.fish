# Completions of sessions for fish, made by 'sessions completions fish'.

# Whether an option of a command takes a value.
function __sessions_takes_value
    switch "$argv[1]/$argv[2]"
        case '*/-C' '*/--workspace' '*/--color'
            return 0
        case 'new/-t' 'new/--template' 'new/-p' 'new/--project' 'new/--tag' 'new/--plan' 'new/--set' 'new/--goal' 'new/--with' 'new/--attach' 'new/-m' 'new/--message' 'new/-F' 'new/--file' 'new/--at'
            return 0
        case 'start/--at' 'start/--note' 'start/-t' 'start/--template' 'start/-p' 'start/--project' 'start/--tag' 'start/--plan' 'start/--set'
            return 0
        case 'pause/--at'
            return 0
        case 'complete/--outcome' 'complete/--rating' 'complete/--learned' 'complete/--skill' 'complete/--at'
            return 0
        case 'status/--format' 'status/--fields'
            return 0
        case 'edit/--title' 'edit/--plan' 'edit/-p' 'edit/--project' 'edit/--add-tag' 'edit/--remove-tag' 'edit/-m' 'edit/--message' 'edit/-F' 'edit/--file'
            return 0
        case 'reflect/--outcome' 'reflect/--rating' 'reflect/--learned' 'reflect/--skill'
            return 0
        case 'goal add/--milestone' 'goal add/--check' 'goal add/--weight' 'goal add/--plan'
            return 0
        case 'goal done/--at'
            return 0
        case 'goal check/--timeout' 'goal check/--trusted'
            return 0
        case 'goal edit/--title' 'goal edit/--milestone' 'goal edit/--check' 'goal edit/--weight' 'goal edit/--plan' 'goal edit/--to'
            return 0
        case 'time add/--from' 'time add/--to' 'time add/--for' 'time add/--on' 'time add/--note'
            return 0
        case 'time edit/--start' 'time edit/--from' 'time edit/--end' 'time edit/--to' 'time edit/--for' 'time edit/--on' 'time edit/--note'
            return 0
        case 'time split/--at' 'time split/--until'
            return 0
        case 'comment/-m' 'comment/--message' 'comment/-F' 'comment/--file' 'comment/--reply'
            return 0
        case 'attach get/-o' 'attach get/--output'
            return 0
        case 'list/--sort' 'list/-n' 'list/--limit' 'list/--page' 'list/--format' 'list/--fields'
            return 0
        case 'search/-n' 'search/--limit' 'search/--page' 'search/--format' 'search/--fields'
            return 0
        case 'show/--format' 'show/--fields'
            return 0
        case 'log/--since' 'log/-n' 'log/--limit' 'log/--page'
            return 0
        case 'stats/--by' 'stats/--since' 'stats/--until' 'stats/--round'
            return 0
        case 'estimate/-t' 'estimate/--template' 'estimate/-p' 'estimate/--project' 'estimate/--tag' 'estimate/--plan' 'estimate/--set'
            return 0
        case 'insights/--predictions' 'insights/-n' 'insights/--limit' 'insights/--page'
            return 0
        case 'op log/-n' 'op log/--limit' 'op log/--page'
            return 0
        case 'init/--name'
            return 0
        case 'template new/--like' 'template new/--summary' 'template new/--title' 'template new/-p' 'template new/--project' 'template new/--tag' 'template new/--plan' 'template new/--goal' 'template new/--with' 'template new/--field' 'template new/--require' 'template new/-m' 'template new/--message' 'template new/-F' 'template new/--file'
            return 0
        case 'template edit/-F' 'template edit/--file'
            return 0
        case 'template suggest/-p' 'template suggest/--project' 'template suggest/--tag' 'template suggest/-n' 'template suggest/--limit' 'template suggest/--page'
            return 0
        case 'export/--fields'
            return 0
        case 'import/--from' 'import/--map' 'import/--map-status' 'import/--source'
            return 0
        case 'trust/--yes' 'trust/--remove'
            return 0
    end
    return 1
end

# Finds the command on the line, the number of the argument at the cursor, and the folder it is about.
function __sessions_read_line
    set -l words (commandline -opc)
    test "$words" = "$__sessions_line"; and return
    set -g __sessions_line "$words"
    set -g __sessions_path ''
    set -g __sessions_argument 1
    set -g __sessions_place
    set -l ended
    set -e words[1]
    while set -q words[1]
        set -l word $words[1]
        set -e words[1]
        if test -n "$ended"
            set __sessions_argument (math $__sessions_argument + 1)
            continue
        end
        switch $word
            case --
                set ended yes
                continue
            case '--workspace=*'
                set -a __sessions_place $word
                continue
            case '--*=*'
                continue
            case '--*'
                if __sessions_takes_value "$__sessions_path" $word; and set -q words[1]
                    contains -- $word -C --workspace
                    and set -a __sessions_place $word (string replace -r '^~/' "$HOME/" -- $words[1])
                    set -e words[1]
                end
                continue
            case '-?*'
                if not string match -qr '^-[0-9]' -- $word
                    set -l letters (string split '' -- (string sub -s 2 -- $word))
                    for index in (seq (count $letters))
                        set -l option -$letters[$index]
                        __sessions_takes_value "$__sessions_path" $option; or continue
                        if test $index -eq (count $letters); and set -q words[1]
                            contains -- $option -C --workspace
                            and set -a __sessions_place $option (string replace -r '^~/' "$HOME/" -- $words[1])
                            set -e words[1]
                        end
                        break
                    end
                    continue
                end
        end
        if test $__sessions_argument -eq 1
            switch "$__sessions_path/$word"
            case '/new'
                set __sessions_path 'new'
                continue
            case '/start' '/resume'
                set __sessions_path 'start'
                continue
            case '/pause'
                set __sessions_path 'pause'
                continue
            case '/complete'
                set __sessions_path 'complete'
                continue
            case '/status'
                set __sessions_path 'status'
                continue
            case '/edit'
                set __sessions_path 'edit'
                continue
            case '/reflect'
                set __sessions_path 'reflect'
                continue
            case '/goal'
                set __sessions_path 'goal'
                continue
            case 'goal/add'
                set __sessions_path 'goal add'
                continue
            case 'goal/list'
                set __sessions_path 'goal list'
                continue
            case 'goal/done'
                set __sessions_path 'goal done'
                continue
            case 'goal/check'
                set __sessions_path 'goal check'
                continue
            case 'goal/reopen'
                set __sessions_path 'goal reopen'
                continue
            case 'goal/edit'
                set __sessions_path 'goal edit'
                continue
            case 'goal/remove'
                set __sessions_path 'goal remove'
                continue
            case '/time'
                set __sessions_path 'time'
                continue
            case 'time/add'
                set __sessions_path 'time add'
                continue
            case 'time/list'
                set __sessions_path 'time list'
                continue
            case 'time/edit'
                set __sessions_path 'time edit'
                continue
            case 'time/split'
                set __sessions_path 'time split'
                continue
            case 'time/remove'
                set __sessions_path 'time remove'
                continue
            case 'time/gaps'
                set __sessions_path 'time gaps'
                continue
            case 'time/check'
                set __sessions_path 'time check'
                continue
            case '/comment'
                set __sessions_path 'comment'
                continue
            case '/attach'
                set __sessions_path 'attach'
                continue
            case 'attach/list'
                set __sessions_path 'attach list'
                continue
            case 'attach/get'
                set __sessions_path 'attach get'
                continue
            case 'attach/open'
                set __sessions_path 'attach open'
                continue
            case 'attach/remove'
                set __sessions_path 'attach remove'
                continue
            case 'attach/verify'
                set __sessions_path 'attach verify'
                continue
            case '/list'
                set __sessions_path 'list'
                continue
            case '/search'
                set __sessions_path 'search'
                continue
            case '/show'
                set __sessions_path 'show'
                continue
            case '/log'
                set __sessions_path 'log'
                continue
            case '/stats'
                set __sessions_path 'stats'
                continue
            case '/estimate'
                set __sessions_path 'estimate'
                continue
            case '/insights'
                set __sessions_path 'insights'
                continue
            case '/view'
                set __sessions_path 'view'
                continue
            case 'view/save'
                set __sessions_path 'view save'
                continue
            case 'view/list'
                set __sessions_path 'view list'
                continue
            case 'view/remove'
                set __sessions_path 'view remove'
                continue
            case '/archive'
                set __sessions_path 'archive'
                continue
            case '/restore'
                set __sessions_path 'restore'
                continue
            case '/delete'
                set __sessions_path 'delete'
                continue
            case '/undo'
                set __sessions_path 'undo'
                continue
            case '/redo'
                set __sessions_path 'redo'
                continue
            case '/op'
                set __sessions_path 'op'
                continue
            case 'op/log'
                set __sessions_path 'op log'
                continue
            case '/doctor'
                set __sessions_path 'doctor'
                continue
            case '/gc'
                set __sessions_path 'gc'
                continue
            case '/init'
                set __sessions_path 'init'
                continue
            case '/template'
                set __sessions_path 'template'
                continue
            case 'template/list'
                set __sessions_path 'template list'
                continue
            case 'template/show'
                set __sessions_path 'template show'
                continue
            case 'template/new'
                set __sessions_path 'template new'
                continue
            case 'template/edit'
                set __sessions_path 'template edit'
                continue
            case 'template/check'
                set __sessions_path 'template check'
                continue
            case 'template/from'
                set __sessions_path 'template from'
                continue
            case 'template/suggest'
                set __sessions_path 'template suggest'
                continue
            case 'template/remove'
                set __sessions_path 'template remove'
                continue
            case '/export'
                set __sessions_path 'export'
                continue
            case '/import'
                set __sessions_path 'import'
                continue
            case '/batch'
                set __sessions_path 'batch'
                continue
            case '/config'
                set __sessions_path 'config'
                continue
            case '/trust'
                set __sessions_path 'trust'
                continue
            case '/hook'
                set __sessions_path 'hook'
                continue
            case 'hook/list'
                set __sessions_path 'hook list'
                continue
            case '/schema'
                set __sessions_path 'schema'
                continue
            case '/completions'
                set __sessions_path 'completions'
                continue
            case '/help'
                set __sessions_path 'help'
                continue
            case '/version'
                set __sessions_path 'version'
                continue
            end
        end
        set __sessions_argument (math $__sessions_argument + 1)
    end
end

# Whether the line is about a command, and the cursor at its argument of a number, or from it on.
function __sessions_at
    __sessions_read_line
    test "$__sessions_path" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case ''
            return 0
        case '*+'
            test $__sessions_argument -ge (string sub -e -1 -- $argv[2])
        case '*'
            test $__sessions_argument -eq $argv[2]
    end
end

# Candidates that the program knows, with what they mean.
function __sessions_candidates
    command -q sessions; or return
    __sessions_read_line
    set -l word (commandline -ct | string replace -r '^--[^=]*=' '' | string replace -ra '[\'"\\\\]' '')
    string match -qr '^-[^0-9]' -- $word; and set word ''
    command sessions $__sessions_place __complete $argv[1] -- "$word" 2>/dev/null
end

complete -c sessions -f
complete -c sessions -s C -x -a '(__fish_complete_directories (commandline -ct))' -d 'Go to this folder first'
complete -c sessions -l workspace -x -a '(__fish_complete_directories (commandline -ct))' -d 'Use the workspace in this folder'
complete -c sessions -l json -d 'Print JSON, all fields'
complete -c sessions -s q -l quiet -d 'Print ids only'
complete -c sessions -l color -x -a 'auto always never' -d 'Use colours'
complete -c sessions -l no-pager -d 'Do not show long output a screen at a time'
complete -c sessions -s h -l help -d 'Show help'
complete -c sessions -l version -d 'Show the version'
complete -c sessions -n '__sessions_at \'\' 1' -a new -d 'Plan a session'
complete -c sessions -n '__sessions_at \'\' 1' -a start -d 'Start the clock of a session'
complete -c sessions -n '__sessions_at \'\' 1' -a pause -d 'Stop the clock of a session'
complete -c sessions -n '__sessions_at \'\' 1' -a complete -d 'Finish a session, and note what came of it'
complete -c sessions -n '__sessions_at \'\' 1' -a status -d 'Show what is running'
complete -c sessions -n '__sessions_at \'\' 1' -a edit -d 'Change a session'
complete -c sessions -n '__sessions_at \'\' 1' -a reflect -d 'Note what came of a session, at any time'
complete -c sessions -n '__sessions_at \'\' 1' -a goal -d 'Add, list and reach goals'
complete -c sessions -n '__sessions_at \'\' 1' -a time -d 'Add, list and mend tracked time'
complete -c sessions -n '__sessions_at \'\' 1' -a comment -d 'Say something about a session'
complete -c sessions -n '__sessions_at \'\' 1' -a attach -d 'Copy files into a session'
complete -c sessions -n '__sessions_at \'\' 1' -a list -d 'List sessions'
complete -c sessions -n '__sessions_at \'\' 1' -a search -d 'Find sessions by their text'
complete -c sessions -n '__sessions_at \'\' 1' -a show -d 'Show one session, whole'
complete -c sessions -n '__sessions_at \'\' 1' -a log -d 'Show what happened'
complete -c sessions -n '__sessions_at \'\' 1' -a stats -d 'Count sessions and add up their time'
complete -c sessions -n '__sessions_at \'\' 1' -a estimate -d 'Say how long work will take'
complete -c sessions -n '__sessions_at \'\' 1' -a insights -d 'Show what your sessions teach'
complete -c sessions -n '__sessions_at \'\' 1' -a view -d 'Give queries a name'
complete -c sessions -n '__sessions_at \'\' 1' -a archive -d 'Put sessions away'
complete -c sessions -n '__sessions_at \'\' 1' -a restore -d 'Bring archived sessions back'
complete -c sessions -n '__sessions_at \'\' 1' -a delete -d 'Remove sessions that were a mistake'
complete -c sessions -n '__sessions_at \'\' 1' -a undo -d 'Take back the last command that changed something'
complete -c sessions -n '__sessions_at \'\' 1' -a redo -d 'Take back the last undo'
complete -c sessions -n '__sessions_at \'\' 1' -a op -d 'Look at the operations that can be undone'
complete -c sessions -n '__sessions_at \'\' 1' -a doctor -d 'Find what is damaged, and mend it'
complete -c sessions -n '__sessions_at \'\' 1' -a gc -d 'Clear away what is of no use any more'
complete -c sessions -n '__sessions_at \'\' 1' -a init -d 'Make a workspace'
complete -c sessions -n '__sessions_at \'\' 1' -a template -d 'Make recipes for new sessions'
complete -c sessions -n '__sessions_at \'\' 1' -a export -d 'Print sessions for other programs'
complete -c sessions -n '__sessions_at \'\' 1' -a import -d 'Bring exported sessions or records of another program in'
complete -c sessions -n '__sessions_at \'\' 1' -a batch -d 'Run many commands as one operation'
complete -c sessions -n '__sessions_at \'\' 1' -a config -d 'Show or change your settings'
complete -c sessions -n '__sessions_at \'\' 1' -a trust -d 'Look at commands from shared files, and allow them to run'
complete -c sessions -n '__sessions_at \'\' 1' -a hook -d 'See which programs of yours are run along with commands'
complete -c sessions -n '__sessions_at \'\' 1' -a schema -d 'Print the JSON Schema of what commands print'
complete -c sessions -n '__sessions_at \'\' 1' -a completions -d 'Print the completions for a shell'
complete -c sessions -n '__sessions_at \'\' 1' -a help -d 'Show help for a command or a topic'
complete -c sessions -n '__sessions_at \'\' 1' -a version -d 'Show the version'
complete -c sessions -n '__sessions_at \'goal\' 1' -a add -d 'Add a goal to a session'
complete -c sessions -n '__sessions_at \'goal\' 1' -a list -d 'List the goals of a session'
complete -c sessions -n '__sessions_at \'goal\' 1' -a done -d 'Mark goals or milestones as reached'
complete -c sessions -n '__sessions_at \'goal\' 1' -a check -d 'Run the checks of goals'
complete -c sessions -n '__sessions_at \'goal\' 1' -a reopen -d 'Mark goals or milestones as open again'
complete -c sessions -n '__sessions_at \'goal\' 1' -a edit -d 'Change a goal or a milestone'
complete -c sessions -n '__sessions_at \'goal\' 1' -a remove -d 'Take a goal or a milestone away'
complete -c sessions -n '__sessions_at \'time\' 1' -a add -d 'Note down time that was not tracked'
complete -c sessions -n '__sessions_at \'time\' 1' -a list -d 'List the tracked time of a session'
complete -c sessions -n '__sessions_at \'time\' 1' -a edit -d 'Change tracked time'
complete -c sessions -n '__sessions_at \'time\' 1' -a split -d 'Cut a stretch of tracked time in two'
complete -c sessions -n '__sessions_at \'time\' 1' -a remove -d 'Take tracked time away'
complete -c sessions -n '__sessions_at \'time\' 1' -a gaps -d 'Show when nothing of yours was tracked within a day'
complete -c sessions -n '__sessions_at \'time\' 1' -a check -d 'Find tracked time that cannot be right'
complete -c sessions -n '__sessions_at \'attach\' 1' -a list -d 'List the attachments of a session'
complete -c sessions -n '__sessions_at \'attach\' 1' -a get -d 'Copy an attachment out'
complete -c sessions -n '__sessions_at \'attach\' 1' -a open -d 'Open an attachment'
complete -c sessions -n '__sessions_at \'attach\' 1' -a remove -d 'Take attachments out of a session'
complete -c sessions -n '__sessions_at \'attach\' 1' -a verify -d 'Check that attachments are still what was attached'
complete -c sessions -n '__sessions_at \'view\' 1' -a save -d 'Give a query a name'
complete -c sessions -n '__sessions_at \'view\' 1' -a list -d 'List the queries that have a name'
complete -c sessions -n '__sessions_at \'view\' 1' -a remove -d 'Forget a query that has a name'
complete -c sessions -n '__sessions_at \'op\' 1' -a log -d 'List the operations that can be undone'
complete -c sessions -n '__sessions_at \'template\' 1' -a list -d 'List the templates, and where each comes from'
complete -c sessions -n '__sessions_at \'template\' 1' -a show -d 'Show a template and what it asks for'
complete -c sessions -n '__sessions_at \'template\' 1' -a new -d 'Make a template'
complete -c sessions -n '__sessions_at \'template\' 1' -a edit -d 'Change a template'
complete -c sessions -n '__sessions_at \'template\' 1' -a check -d 'Check one template, or all'
complete -c sessions -n '__sessions_at \'template\' 1' -a from -d 'Make a template of a finished session'
complete -c sessions -n '__sessions_at \'template\' 1' -a suggest -d 'Say which template fits a new session, and why'
complete -c sessions -n '__sessions_at \'template\' 1' -a remove -d 'Remove a template'
complete -c sessions -n '__sessions_at \'hook\' 1' -a list -d 'List your hooks, and say where to put them'
complete -c sessions -n '__sessions_at \'new\'' -s t -l template -x -k -a '(__sessions_candidates template)' -d 'Begin from a template'
complete -c sessions -n '__sessions_at \'new\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project, like web.auth'
complete -c sessions -n '__sessions_at \'new\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'new\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'new\'' -l set -x -k -a '(__sessions_candidates field)' -d 'Fill a field of the template: NAME=VALUE'
complete -c sessions -n '__sessions_at \'new\'' -l goal -x -d 'What it is to reach'
complete -c sessions -n '__sessions_at \'new\'' -l with -x -d 'Somebody who takes part, as USER or USER:ROLE'
complete -c sessions -n '__sessions_at \'new\'' -l attach -r -F -d 'A file to copy in'
complete -c sessions -n '__sessions_at \'new\'' -l allow-large -d 'Attach files over 10 MB too'
complete -c sessions -n '__sessions_at \'new\'' -s m -l message -x -d 'The description; each one is a paragraph'
complete -c sessions -n '__sessions_at \'new\'' -s F -l file -r -F -d 'Read the description from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'new\'' -l start -d 'Start it at once'
complete -c sessions -n '__sessions_at \'new\'' -l parallel -d 'With --start: leave my other session running'
complete -c sessions -n '__sessions_at \'new\'' -l at -x -d 'With --start: when it began'
complete -c sessions -n '__sessions_at \'new\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'start\'' -l at -x -d 'When it began'
complete -c sessions -n '__sessions_at \'start\'' -l parallel -d 'Leave my other session running'
complete -c sessions -n '__sessions_at \'start\'' -l note -x -d 'What this stretch of work is about'
complete -c sessions -n '__sessions_at \'start\'' -l reopen -d 'Take up a completed session again'
complete -c sessions -n '__sessions_at \'start\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'start\'' -l new -d 'Make it first; \'sessions new\' takes more'
complete -c sessions -n '__sessions_at \'start\'' -s t -l template -x -k -a '(__sessions_candidates template)' -d 'Begin from a template'
complete -c sessions -n '__sessions_at \'start\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project, like web.auth'
complete -c sessions -n '__sessions_at \'start\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'start\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'start\'' -l set -x -k -a '(__sessions_candidates field)' -d 'Fill a field of the template: NAME=VALUE'
complete -c sessions -n '__sessions_at \'start\' 1+' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'pause\'' -l at -x -d 'When it stopped; \'last\' for your last change since it started'
complete -c sessions -n '__sessions_at \'pause\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'pause\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'complete\'' -l outcome -x -a 'success partial failed' -d 'How it ended'
complete -c sessions -n '__sessions_at \'complete\'' -l rating -x -d 'How well it went, 1 to 5'
complete -c sessions -n '__sessions_at \'complete\'' -l learned -x -d 'What was learned'
complete -c sessions -n '__sessions_at \'complete\'' -l skill -x -d 'What was practised, and by how much: NAME or NAME=+1'
complete -c sessions -n '__sessions_at \'complete\'' -l incomplete -d 'Although a required goal is open'
complete -c sessions -n '__sessions_at \'complete\'' -l at -x -d 'When it was finished'
complete -c sessions -n '__sessions_at \'complete\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'complete\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'status\'' -l short -d 'Print one short line on your own running session, and nothing without one'
complete -c sessions -n '__sessions_at \'status\'' -l format -x -k -a '(__sessions_candidates format)' -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'status\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'status\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'status\'' -l fields -x -k -a '(__sessions_candidates fields)' -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'status\'' -l exit-status -d 'End with 3 where nothing is running'
complete -c sessions -n '__sessions_at \'edit\'' -l title -x -d 'A new title'
complete -c sessions -n '__sessions_at \'edit\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'edit\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project'
complete -c sessions -n '__sessions_at \'edit\'' -l add-tag -x -k -a '(__sessions_candidates tag)' -d 'Add a tag'
complete -c sessions -n '__sessions_at \'edit\'' -l remove-tag -x -k -a '(__sessions_candidates tag)' -d 'Take a tag away'
complete -c sessions -n '__sessions_at \'edit\'' -s m -l message -x -d 'A new description; each one is a paragraph'
complete -c sessions -n '__sessions_at \'edit\'' -s F -l file -r -F -d 'Read the description from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'edit\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'reflect\'' -l outcome -x -a 'success partial failed' -d 'How it ended'
complete -c sessions -n '__sessions_at \'reflect\'' -l rating -x -d 'How well it went, 1 to 5'
complete -c sessions -n '__sessions_at \'reflect\'' -l learned -x -d 'What was learned'
complete -c sessions -n '__sessions_at \'reflect\'' -l skill -x -d 'What was practised, and by how much: NAME or NAME=+1'
complete -c sessions -n '__sessions_at \'reflect\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'reflect\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal add\'' -l milestone -x -d 'A step on the way'
complete -c sessions -n '__sessions_at \'goal add\'' -l check -x -d 'The command that proves a step: of each --milestone in their order, or of a step of its own'
complete -c sessions -n '__sessions_at \'goal add\'' -l required -d 'The session is not completed without it'
complete -c sessions -n '__sessions_at \'goal add\'' -l weight -x -d 'What it counts for in the progress (default: 1)'
complete -c sessions -n '__sessions_at \'goal add\'' -l plan -x -d 'How long it is to take'
complete -c sessions -n '__sessions_at \'goal add\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal add\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal list\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal done\'' -l at -x -d 'When they were reached'
complete -c sessions -n '__sessions_at \'goal done\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal done\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal check\'' -l timeout -x -d 'How long each may take'
complete -c sessions -n '__sessions_at \'goal check\'' -l trusted -x -d 'Trust exactly the checks that \'sessions trust --print\' gave this hash for'
complete -c sessions -n '__sessions_at \'goal check\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal check\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal reopen\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal reopen\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal edit\'' -l title -x -d 'A new title'
complete -c sessions -n '__sessions_at \'goal edit\'' -l milestone -x -d 'A step on the way'
complete -c sessions -n '__sessions_at \'goal edit\'' -l check -x -d 'The command that proves a step: of each --milestone in their order, or of a step of its own'
complete -c sessions -n '__sessions_at \'goal edit\'' -l required -d 'The session is not completed without it'
complete -c sessions -n '__sessions_at \'goal edit\'' -l optional -d 'The session can be completed without it'
complete -c sessions -n '__sessions_at \'goal edit\'' -l weight -x -d 'What it counts for in the progress'
complete -c sessions -n '__sessions_at \'goal edit\'' -l plan -x -d 'How long it is to take; an empty text takes the plan away'
complete -c sessions -n '__sessions_at \'goal edit\'' -l to -x -d 'Move it to this place among the others'
complete -c sessions -n '__sessions_at \'goal edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal edit\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal remove\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal remove\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time add\'' -l from -x -d 'When it began'
complete -c sessions -n '__sessions_at \'time add\'' -l to -x -d 'When it ended'
complete -c sessions -n '__sessions_at \'time add\'' -l for -x -d 'How long it was, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'time add\'' -l on -x -d 'The day it was on: of an amount, or of the times of day given'
complete -c sessions -n '__sessions_at \'time add\'' -l note -x -d 'What it was spent on'
complete -c sessions -n '__sessions_at \'time add\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'time add\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time list\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time edit\'' -l start -l from -x -d 'When it began'
complete -c sessions -n '__sessions_at \'time edit\'' -l end -l to -x -d 'When it ended'
complete -c sessions -n '__sessions_at \'time edit\'' -l for -x -d 'How long it was: moves the end, or the beginning where only the end is given'
complete -c sessions -n '__sessions_at \'time edit\'' -l on -x -d 'The day it was on'
complete -c sessions -n '__sessions_at \'time edit\'' -l note -x -d 'What it was spent on; an empty text takes the note away'
complete -c sessions -n '__sessions_at \'time edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'time edit\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time split\'' -l at -x -d 'Where the first part ends'
complete -c sessions -n '__sessions_at \'time split\'' -l until -x -d 'Where the second part begins (default: at once)'
complete -c sessions -n '__sessions_at \'time split\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'time split\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time remove\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'time remove\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'time check\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'time check\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'comment\'' -s m -l message -x -d 'The comment; each one is a paragraph'
complete -c sessions -n '__sessions_at \'comment\'' -s F -l file -r -F -d 'Read it from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'comment\'' -l reply -x -d 'The comment it answers, by its number or id'
complete -c sessions -n '__sessions_at \'comment\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'comment\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach\'' -l allow-large -d 'Files over 10 MB too'
complete -c sessions -n '__sessions_at \'attach\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'attach\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach\' 2+' -F
complete -c sessions -n '__sessions_at \'attach list\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach get\'' -s o -l output -x -a '(__fish_complete_directories (commandline -ct))' -d 'The folder to copy it to, \'-\' for standard output'
complete -c sessions -n '__sessions_at \'attach get\'' -s f -l force -d 'Replace a file of that name'
complete -c sessions -n '__sessions_at \'attach get\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach open\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'attach open\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach remove\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'attach remove\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'attach verify\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'list\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'list\'' -l sort -x -a 'updated created title status project tracked plan' -d 'In the order of this; times and amounts the largest first'
complete -c sessions -n '__sessions_at \'list\'' -l reverse -d 'The other way round'
complete -c sessions -n '__sessions_at \'list\'' -l all -d 'Archived ones too'
complete -c sessions -n '__sessions_at \'list\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'list\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'list\'' -l format -x -k -a '(__sessions_candidates format)' -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'list\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'list\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'list\'' -l fields -x -k -a '(__sessions_candidates fields)' -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'list\'' -l exit-status -d 'End with 3 where nothing matches'
complete -c sessions -n '__sessions_at \'list\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'search\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'search\'' -l all -d 'Archived ones too'
complete -c sessions -n '__sessions_at \'search\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'search\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'search\'' -l format -x -k -a '(__sessions_candidates format)' -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'search\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'search\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'search\'' -l fields -x -k -a '(__sessions_candidates fields)' -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'search\'' -l exit-status -d 'End with 3 where nothing matches'
complete -c sessions -n '__sessions_at \'search\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'show\'' -l format -x -k -a '(__sessions_candidates format)' -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'show\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'show\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'show\'' -l fields -x -k -a '(__sessions_candidates fields)' -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'show\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'log\'' -l since -x -d 'Not what was recorded before'
complete -c sessions -n '__sessions_at \'log\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'log\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'log\'' -l exit-status -d 'End with 3 where nothing happened'
complete -c sessions -n '__sessions_at \'log\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'stats\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'stats\'' -l by -x -a 'status project tag template person outcome rating skill day week month weekday hour' -d 'A line for each of these, or of two: project,month'
complete -c sessions -n '__sessions_at \'stats\'' -l since -x -d 'Only time from then on'
complete -c sessions -n '__sessions_at \'stats\'' -l until -x -d 'Only time before that'
complete -c sessions -n '__sessions_at \'stats\'' -l round -x -d 'Round the tracked time of each line to this'
complete -c sessions -n '__sessions_at \'stats\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'stats\'' -l exit-status -d 'End with 3 where there is nothing to count'
complete -c sessions -n '__sessions_at \'stats\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'estimate\'' -s t -l template -x -k -a '(__sessions_candidates template)' -d 'Begin from a template'
complete -c sessions -n '__sessions_at \'estimate\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project, like web.auth'
complete -c sessions -n '__sessions_at \'estimate\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'estimate\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'estimate\'' -l set -x -k -a '(__sessions_candidates field)' -d 'Fill a field of the template: NAME=VALUE'
complete -c sessions -n '__sessions_at \'estimate\'' -l exit-status -d 'End with 3 where a query matches nothing'
complete -c sessions -n '__sessions_at \'estimate\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'insights\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'insights\'' -l learned -d 'What was learned, and in which session'
complete -c sessions -n '__sessions_at \'insights\'' -l skills -d 'What was practised: how often, with what change, when last'
complete -c sessions -n '__sessions_at \'insights\'' -l calibration -d 'Say how often forecasts of these sessions would have held instead'
complete -c sessions -n '__sessions_at \'insights\'' -l predictions -r -F -d 'The same, and write what was forecast: lines of id,p50,p80 in minutes (\'-\' for standard output)'
complete -c sessions -n '__sessions_at \'insights\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'insights\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'insights\'' -l exit-status -d 'End with 3 where there is nothing to tell'
complete -c sessions -n '__sessions_at \'insights\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'view save\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'view save\' 2+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'view remove\' 1' -k -a '(__sessions_candidates view)'
complete -c sessions -n '__sessions_at \'archive\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'archive\' 1+' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'restore\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'restore\' 1+' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'delete\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'delete\' 1+' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'undo\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'redo\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'op log\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'op log\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'doctor\'' -l fix -d 'Mend what can be mended'
complete -c sessions -n '__sessions_at \'doctor\'' -l hashes -d 'Compare the hashes of the contents of attachments too'
complete -c sessions -n '__sessions_at \'doctor\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'doctor\' 1+' -F
complete -c sessions -n '__sessions_at \'gc\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'init\'' -l name -x -d 'What to call it'
complete -c sessions -n '__sessions_at \'init\' 1' -a '(__fish_complete_directories (commandline -ct))'
complete -c sessions -n '__sessions_at \'template show\'' -l source -d 'Print its file, to make another one of it'
complete -c sessions -n '__sessions_at \'template show\'' -l personal -d 'Your own, for every workspace and nobody else, not the workspace\'s'
complete -c sessions -n '__sessions_at \'template show\' 1' -k -a '(__sessions_candidates template)'
complete -c sessions -n '__sessions_at \'template new\'' -l like -x -k -a '(__sessions_candidates template)' -d 'Begin as another one'
complete -c sessions -n '__sessions_at \'template new\'' -l summary -x -d 'What it is for, in a line'
complete -c sessions -n '__sessions_at \'template new\'' -l title -x -d 'Their titles, like \'{{ticket}}: {{title}}\''
complete -c sessions -n '__sessions_at \'template new\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'Their project'
complete -c sessions -n '__sessions_at \'template new\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'template new\'' -l plan -x -d 'How long they are to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'template new\'' -l goal -x -d 'What they are to reach'
complete -c sessions -n '__sessions_at \'template new\'' -l with -x -d 'Who takes part, as USER or USER:ROLE'
complete -c sessions -n '__sessions_at \'template new\'' -l field -x -d 'Something that can be given, as NAME:TYPE'
complete -c sessions -n '__sessions_at \'template new\'' -l require -x -d 'Something that must be given, as NAME:TYPE'
complete -c sessions -n '__sessions_at \'template new\'' -s m -l message -x -d 'Their description'
complete -c sessions -n '__sessions_at \'template new\'' -s F -l file -r -F -d 'Read all of it as JSON from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'template new\'' -l personal -d 'Your own, for every workspace and nobody else, not the workspace\'s'
complete -c sessions -n '__sessions_at \'template new\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'template edit\'' -s F -l file -r -F -d 'Read all of it as JSON from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'template edit\'' -l personal -d 'Your own, for every workspace and nobody else, not the workspace\'s'
complete -c sessions -n '__sessions_at \'template edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'template edit\' 1' -k -a '(__sessions_candidates template)'
complete -c sessions -n '__sessions_at \'template check\' 1' -k -a '(__sessions_candidates template)'
complete -c sessions -n '__sessions_at \'template from\'' -l personal -d 'Your own, for every workspace and nobody else, not the workspace\'s'
complete -c sessions -n '__sessions_at \'template from\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'template from\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'template suggest\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project, like web.auth'
complete -c sessions -n '__sessions_at \'template suggest\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'template suggest\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'template suggest\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'template remove\'' -l personal -d 'Your own, for every workspace and nobody else, not the workspace\'s'
complete -c sessions -n '__sessions_at \'template remove\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'template remove\' 1' -k -a '(__sessions_candidates template)'
complete -c sessions -n '__sessions_at \'export\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'export\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'export\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'export\'' -l fields -x -k -a '(__sessions_candidates fields)' -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'export\'' -l exit-status -d 'End with 3 where nothing matches'
complete -c sessions -n '__sessions_at \'export\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'import\'' -l from -x -a 'csv json jsonl' -d 'What it is (default: told by its name)'
complete -c sessions -n '__sessions_at \'import\'' -l map -x -k -a '(__sessions_candidates import-field)' -d 'Which column holds a field'
complete -c sessions -n '__sessions_at \'import\'' -l map-status -x -d 'What a status of the file means, several with commas'
complete -c sessions -n '__sessions_at \'import\'' -l source -x -d 'What to call the other program (default: the file\'s name)'
complete -c sessions -n '__sessions_at \'import\'' -l skip-bad -d 'Leave rows out that cannot be read'
complete -c sessions -n '__sessions_at \'import\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'import\' 1' -F
complete -c sessions -n '__sessions_at \'batch\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'config\'' -l unset -d 'Take the value away'
complete -c sessions -n '__sessions_at \'config\' 1' -a 'user.email user.aliases hooks.timeout time.forgottenAfter index.check'
complete -c sessions -n '__sessions_at \'trust\'' -l yes -x -d 'Allow the command of this hash, or with that of --print all of them'
complete -c sessions -n '__sessions_at \'trust\'' -l remove -x -d 'Allow the command of this hash no longer'
complete -c sessions -n '__sessions_at \'trust\'' -l list -d 'List what is allowed here'
complete -c sessions -n '__sessions_at \'trust\'' -l print -d 'Print one hash over all checks of the workspace'
complete -c sessions -n '__sessions_at \'schema\' 1+' -k -a '(__sessions_candidates topic)'
complete -c sessions -n '__sessions_at \'completions\' 1' -a 'bash zsh fish'
complete -c sessions -n '__sessions_at \'help\' 1+' -k -a '(__sessions_candidates topic)'
