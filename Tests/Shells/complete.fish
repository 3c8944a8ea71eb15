# fish --no-config complete.fish SCRIPT LINE: what fish completes LINE with, one candidate on each line.
source $argv[1]
complete -C $argv[2]
