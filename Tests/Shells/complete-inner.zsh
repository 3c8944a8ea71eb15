# The zsh that complete.zsh types to.
PROMPT=
fpath=(${1:h} $fpath)
autoload -U compinit
compinit -u -D
COLUMNS=80
bindkey '^I' complete-word
zstyle ':completion:*' insert-tab false
zstyle '*' list-grouped false
say-begin() { print BEGIN }
say-end() { print END }
compprefuncs=(say-begin)
comppostfuncs=(say-end)
# Candidates are printed where they would be added, with what is shown for them.
compadd() {
    # A call that only fills arrays.
    if [[ ${argv[1,(i)(-|--)]} == *-(O|A|D)(\ |)* ]]; then
        builtin compadd "$@"
        return
    fi
    local -a hits shown display
    local index=${argv[(i)-d]} suffix=
    if (( index < $#argv )); then
        display=("${(@P)argv[index+1]}")
    fi
    (( ${argv[(i)-S]} < $#argv )) && suffix=" (suffix '${argv[${argv[(i)-S]}+1]}')"
    builtin compadd -A hits -D display "$@"
    for (( index = 1; index <= $#hits; index++ )); do
        print -r -- "$IPREFIX$hits[index]$suffix${display[index]:+	$display[index]}"
    done
    (( $#hits ))
}
print READY
