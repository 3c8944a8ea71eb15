# bash complete.bash SCRIPT LINE: what bash completes LINE with, one candidate on each line.
# Does what readline does before it calls the function: cuts the line into words. COMP_TYPE may be set.
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
COMP_TYPE=${COMP_TYPE:-9}
COLUMNS=80
COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:'
COMP_WORDS=()
word='' quote='' kind=blank
for ((i = 0; i < COMP_POINT; i++)); do
    c=${COMP_LINE:i:1}
    if [[ -n $quote ]]; then
        word+=$c
        [[ $c == "$quote" ]] && quote=''
    elif [[ $c == ' ' ]]; then
        [[ $kind == blank ]] || COMP_WORDS+=("$word")
        word='' kind=blank
    elif [[ $c == [:=@] ]]; then
        [[ $kind == word ]] && { COMP_WORDS+=("$word"); word=''; }
        word+=$c kind=break
    else
        [[ $kind == break ]] && { COMP_WORDS+=("$word"); word=''; }
        [[ $c == [\'\"] ]] && quote=$c
        [[ $c == \\ ]] && { word+=$c; c=${COMP_LINE:++i:1}; }
        word+=$c kind=word
    fi
done
COMP_WORDS+=("$word")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
# Outside of a completion compopt only complains; what is asked of it is printed as a candidate of its own.
compopt() { [[ $2 == nosort ]] || echo "compopt $2"; }
_sessions sessions "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
