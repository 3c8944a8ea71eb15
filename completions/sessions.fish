# Completions of sessions for fish, made by 'sessions completions fish'.

# Whether an option of a command takes a value.
function __sessions_takes_value
    switch "$argv[1]/$argv[2]"
        case '*/-C' '*/--workspace' '*/--color'
            return 0
        case 'new/-t' 'new/--template' 'new/-p' 'new/--project' 'new/--tag' 'new/--plan' 'new/--goal' 'new/--with' 'new/--attach' 'new/-m' 'new/--message' 'new/-F' 'new/--file' 'new/--at'
            return 0
        case 'start/--at' 'start/--note'
            return 0
        case 'pause/--at'
            return 0
        case 'complete/--outcome' 'complete/--rating' 'complete/--learned' 'complete/--at'
            return 0
        case 'status/--format' 'status/--fields'
            return 0
        case 'edit/--title' 'edit/--plan' 'edit/-p' 'edit/--project' 'edit/--add-tag' 'edit/--remove-tag' 'edit/-m' 'edit/--message' 'edit/-F' 'edit/--file'
            return 0
        case 'goal add/--milestone' 'goal add/--weight' 'goal add/--plan'
            return 0
        case 'goal done/--at'
            return 0
        case 'goal edit/--title' 'goal edit/--milestone' 'goal edit/--weight' 'goal edit/--plan' 'goal edit/--to'
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
        case 'stats/--by'
            return 0
        case 'op log/-n' 'op log/--limit' 'op log/--page'
            return 0
        case 'init/--name'
            return 0
        case 'export/--fields'
            return 0
        case 'import/--from' 'import/--map' 'import/--map-status' 'import/--source'
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
            case 'goal/reopen'
                set __sessions_path 'goal reopen'
                continue
            case 'goal/edit'
                set __sessions_path 'goal edit'
                continue
            case 'goal/remove'
                set __sessions_path 'goal remove'
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
            case '/gc'
                set __sessions_path 'gc'
                continue
            case '/init'
                set __sessions_path 'init'
                continue
            case '/export'
                set __sessions_path 'export'
                continue
            case '/import'
                set __sessions_path 'import'
                continue
            case '/config'
                set __sessions_path 'config'
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
complete -c sessions -n '__sessions_at \'\' 1' -a goal -d 'Add, list and reach goals'
complete -c sessions -n '__sessions_at \'\' 1' -a comment -d 'Say something about a session'
complete -c sessions -n '__sessions_at \'\' 1' -a attach -d 'Copy files into a session'
complete -c sessions -n '__sessions_at \'\' 1' -a list -d 'List sessions'
complete -c sessions -n '__sessions_at \'\' 1' -a search -d 'Find sessions by their text'
complete -c sessions -n '__sessions_at \'\' 1' -a show -d 'Show one session, whole'
complete -c sessions -n '__sessions_at \'\' 1' -a log -d 'Show what happened'
complete -c sessions -n '__sessions_at \'\' 1' -a stats -d 'Count sessions and add up their time'
complete -c sessions -n '__sessions_at \'\' 1' -a view -d 'Give queries a name'
complete -c sessions -n '__sessions_at \'\' 1' -a archive -d 'Put sessions away'
complete -c sessions -n '__sessions_at \'\' 1' -a restore -d 'Bring archived sessions back'
complete -c sessions -n '__sessions_at \'\' 1' -a delete -d 'Remove sessions that were a mistake'
complete -c sessions -n '__sessions_at \'\' 1' -a undo -d 'Take back the last command that changed something'
complete -c sessions -n '__sessions_at \'\' 1' -a redo -d 'Take back the last undo'
complete -c sessions -n '__sessions_at \'\' 1' -a op -d 'Look at the operations that can be undone'
complete -c sessions -n '__sessions_at \'\' 1' -a gc -d 'Clear away what is of no use any more'
complete -c sessions -n '__sessions_at \'\' 1' -a init -d 'Make a workspace'
complete -c sessions -n '__sessions_at \'\' 1' -a export -d 'Print sessions for other programs'
complete -c sessions -n '__sessions_at \'\' 1' -a import -d 'Bring records of another program in'
complete -c sessions -n '__sessions_at \'\' 1' -a config -d 'Show or change your settings'
complete -c sessions -n '__sessions_at \'\' 1' -a schema -d 'Print the JSON Schema of a session'
complete -c sessions -n '__sessions_at \'\' 1' -a completions -d 'Print the completions for a shell'
complete -c sessions -n '__sessions_at \'\' 1' -a help -d 'Show help for a command or a topic'
complete -c sessions -n '__sessions_at \'\' 1' -a version -d 'Show the version'
complete -c sessions -n '__sessions_at \'goal\' 1' -a add -d 'Add a goal to a session'
complete -c sessions -n '__sessions_at \'goal\' 1' -a list -d 'List the goals of a session'
complete -c sessions -n '__sessions_at \'goal\' 1' -a done -d 'Mark goals or milestones as reached'
complete -c sessions -n '__sessions_at \'goal\' 1' -a reopen -d 'Mark goals or milestones as open again'
complete -c sessions -n '__sessions_at \'goal\' 1' -a edit -d 'Change a goal or a milestone'
complete -c sessions -n '__sessions_at \'goal\' 1' -a remove -d 'Take a goal or a milestone away'
complete -c sessions -n '__sessions_at \'attach\' 1' -a list -d 'List the attachments of a session'
complete -c sessions -n '__sessions_at \'attach\' 1' -a get -d 'Copy an attachment out'
complete -c sessions -n '__sessions_at \'attach\' 1' -a open -d 'Open an attachment'
complete -c sessions -n '__sessions_at \'attach\' 1' -a remove -d 'Take attachments out of a session'
complete -c sessions -n '__sessions_at \'attach\' 1' -a verify -d 'Check that attachments are still what was attached'
complete -c sessions -n '__sessions_at \'view\' 1' -a save -d 'Give a query a name'
complete -c sessions -n '__sessions_at \'view\' 1' -a list -d 'List the queries that have a name'
complete -c sessions -n '__sessions_at \'view\' 1' -a remove -d 'Forget a query that has a name'
complete -c sessions -n '__sessions_at \'op\' 1' -a log -d 'List the operations that can be undone'
complete -c sessions -n '__sessions_at \'new\'' -s t -l template -x -k -a '(__sessions_candidates template)' -d 'Begin from a template'
complete -c sessions -n '__sessions_at \'new\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project, like web.auth'
complete -c sessions -n '__sessions_at \'new\'' -l tag -x -k -a '(__sessions_candidates tag)' -d 'A tag'
complete -c sessions -n '__sessions_at \'new\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'new\'' -l goal -x -d 'What it is to reach'
complete -c sessions -n '__sessions_at \'new\'' -l with -x -d 'Somebody who takes part, as USER or USER:ROLE'
complete -c sessions -n '__sessions_at \'new\'' -l attach -r -F -d 'A file to copy in'
complete -c sessions -n '__sessions_at \'new\'' -l allow-large -d 'Attach files over 10 MB too'
complete -c sessions -n '__sessions_at \'new\'' -s m -l message -x -d 'The description'
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
complete -c sessions -n '__sessions_at \'start\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'pause\'' -l at -x -d 'When it stopped'
complete -c sessions -n '__sessions_at \'pause\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'pause\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'complete\'' -l outcome -x -a 'success partial failed' -d 'How it ended'
complete -c sessions -n '__sessions_at \'complete\'' -l rating -x -d 'How well it went, 1 to 5'
complete -c sessions -n '__sessions_at \'complete\'' -l learned -x -d 'What was learned'
complete -c sessions -n '__sessions_at \'complete\'' -l incomplete -d 'Although a required goal is open'
complete -c sessions -n '__sessions_at \'complete\'' -l at -x -d 'When it was finished'
complete -c sessions -n '__sessions_at \'complete\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'complete\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'status\'' -l format -x -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'status\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'status\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'status\'' -l fields -x -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'edit\'' -l title -x -d 'A new title'
complete -c sessions -n '__sessions_at \'edit\'' -l plan -x -d 'How long it is to take, like 90m or 1h30m'
complete -c sessions -n '__sessions_at \'edit\'' -s p -l project -x -k -a '(__sessions_candidates project)' -d 'The project'
complete -c sessions -n '__sessions_at \'edit\'' -l add-tag -x -k -a '(__sessions_candidates tag)' -d 'Add a tag'
complete -c sessions -n '__sessions_at \'edit\'' -l remove-tag -x -k -a '(__sessions_candidates tag)' -d 'Take a tag away'
complete -c sessions -n '__sessions_at \'edit\'' -s m -l message -x -d 'A new description'
complete -c sessions -n '__sessions_at \'edit\'' -s F -l file -r -F -d 'Read the description from a file, \'-\' for standard input'
complete -c sessions -n '__sessions_at \'edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'edit\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal add\'' -l milestone -x -d 'A step on the way'
complete -c sessions -n '__sessions_at \'goal add\'' -l required -d 'The session is not completed without it'
complete -c sessions -n '__sessions_at \'goal add\'' -l weight -x -d 'What it counts for in the progress (default: 1)'
complete -c sessions -n '__sessions_at \'goal add\'' -l plan -x -d 'How long it is to take'
complete -c sessions -n '__sessions_at \'goal add\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal add\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal list\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal done\'' -l at -x -d 'When they were reached'
complete -c sessions -n '__sessions_at \'goal done\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal done\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal reopen\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal reopen\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal edit\'' -l title -x -d 'A new title'
complete -c sessions -n '__sessions_at \'goal edit\'' -l milestone -x -d 'Add a step on the way'
complete -c sessions -n '__sessions_at \'goal edit\'' -l required -d 'The session is not completed without it'
complete -c sessions -n '__sessions_at \'goal edit\'' -l optional -d 'The session can be completed without it'
complete -c sessions -n '__sessions_at \'goal edit\'' -l weight -x -d 'What it counts for in the progress'
complete -c sessions -n '__sessions_at \'goal edit\'' -l plan -x -d 'How long it is to take; an empty text takes the plan away'
complete -c sessions -n '__sessions_at \'goal edit\'' -l to -x -d 'Move it to this place among the others'
complete -c sessions -n '__sessions_at \'goal edit\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal edit\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'goal remove\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'goal remove\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'comment\'' -s m -l message -x -d 'The comment'
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
complete -c sessions -n '__sessions_at \'list\'' -l format -x -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'list\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'list\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'list\'' -l fields -x -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'list\'' -l exit-status -d 'End with 3 where nothing matches'
complete -c sessions -n '__sessions_at \'list\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'search\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'search\'' -l all -d 'Archived ones too'
complete -c sessions -n '__sessions_at \'search\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'search\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'search\'' -l format -x -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'search\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'search\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'search\'' -l fields -x -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'search\'' -l exit-status -d 'End with 3 where nothing matches'
complete -c sessions -n '__sessions_at \'search\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'show\'' -l format -x -d 'A line for each session, like \'{id}\\t{title}\''
complete -c sessions -n '__sessions_at \'show\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'show\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'show\'' -l fields -x -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'show\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'log\'' -l since -x -d 'Not what was recorded before'
complete -c sessions -n '__sessions_at \'log\'' -s n -l limit -x -d 'How many, 0 for all (default on a terminal: 50)'
complete -c sessions -n '__sessions_at \'log\'' -l page -x -d 'Which part of them, from 1'
complete -c sessions -n '__sessions_at \'log\' 1' -k -a '(__sessions_candidates session)'
complete -c sessions -n '__sessions_at \'stats\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'stats\'' -l by -x -a 'status project tag template day' -d 'A line for each of these'
complete -c sessions -n '__sessions_at \'stats\' 1+' -k -a '(__sessions_candidates query)'
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
complete -c sessions -n '__sessions_at \'gc\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'init\'' -l name -x -d 'What to call it'
complete -c sessions -n '__sessions_at \'init\' 1' -a '(__fish_complete_directories (commandline -ct))'
complete -c sessions -n '__sessions_at \'export\'' -l explain -d 'Show how the query was read, and do nothing else'
complete -c sessions -n '__sessions_at \'export\'' -l jsonl -d 'Print JSON, each session on a line'
complete -c sessions -n '__sessions_at \'export\'' -l csv -d 'Print comma-separated values under a line of names'
complete -c sessions -n '__sessions_at \'export\'' -l fields -x -d 'Only these, with commas between them: names as in --format or keys of the JSON'
complete -c sessions -n '__sessions_at \'export\' 1+' -k -a '(__sessions_candidates query)'
complete -c sessions -n '__sessions_at \'import\'' -l from -x -a 'csv jsonl' -d 'What it is (default: told by its name)'
complete -c sessions -n '__sessions_at \'import\'' -l map -x -d 'Which column holds a field'
complete -c sessions -n '__sessions_at \'import\'' -l map-status -x -d 'What a status of the file means, several with commas'
complete -c sessions -n '__sessions_at \'import\'' -l source -x -d 'What to call the other program (default: the file\'s name)'
complete -c sessions -n '__sessions_at \'import\'' -l skip-bad -d 'Leave rows out that cannot be read'
complete -c sessions -n '__sessions_at \'import\'' -l dry-run -d 'Show what would change, and change nothing'
complete -c sessions -n '__sessions_at \'import\' 1' -F
complete -c sessions -n '__sessions_at \'config\'' -l unset -d 'Take the value away'
complete -c sessions -n '__sessions_at \'config\' 1' -a 'user.email user.aliases'
complete -c sessions -n '__sessions_at \'completions\' 1' -a 'bash zsh fish'
complete -c sessions -n '__sessions_at \'help\' 1+' -k -a '(__sessions_candidates topic)'
