# zsh -f complete.zsh SCRIPT LINE: what zsh completes LINE with, one candidate on each line.
# The completion system works only under the line editor, so a second zsh is typed to, on a terminal of its own.
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "source ${(q)ZSH_ARGZERO:A:h}/complete-inner.zsh ${(q)1}"
zpty -r inner output '*READY*' || exit 1
zpty -n -w inner "$2"$'\t'
zpty -r inner output '*BEGIN'$'\r\n''*END*' || exit 1
output=${output##*BEGIN$'\r\n'}
output=${output%END*}
print -rn -- "${output//$'\r'/}"
zpty -d inner
