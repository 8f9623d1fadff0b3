# Completion of xuewei for bash. Verbs and options come from what the program's own help says, so that this file needs no
# change when they do.

# The lines of help on options: `--tables none|gap|all`.
_xuewei_options() {
    "$1" "$2" --help --lang en 2>/dev/null | sed -n 's/^  \(--[a-z]\)/\1/p'
}

_xuewei_verbs() {
    "$1" --help --lang en 2>/dev/null | sed -n 's/^  xuewei \([a-z][a-z]*\).*/\1/p'
}

# What the verb works on: `SCENARIO.yaml`, `MODEL` ...
_xuewei_operand() {
    "$1" "$2" --help --lang en 2>/dev/null | sed -n "1s/^  xuewei $2 \([^-].*\)/\1/p" | sed 's/ \[*--.*//'
}

_xuewei_words() {
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen -W "$1" -- "$2")
}

# Folders, and files with the ending $2, if one is given.
_xuewei_paths() {
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen -d -- "$1"; [ -z "$2" ] || compgen -f -X "!*$2" -- "$1")
    compopt -o filenames 2>/dev/null
}

_xuewei_of_type() {
    case $1 in
    *.yaml*) _xuewei_paths "$2" .yaml ;;
    *'|'*) _xuewei_words "$(printf '%s' "$1" | tr '[|]' '   ')" "$2" ;;
    MODEL*) _xuewei_paths "$2" '' ;;
    'A B') _xuewei_paths "$2" .yaml ;;
    DIR | FILE | PATH) _xuewei_paths "$2" '*' ;;
    esac
}

_xuewei() {
    local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local verb='' index argument

    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
        --lang) ((index++)) ;;
        -*) ;;
        *)
            verb=${COMP_WORDS[index]}
            break
            ;;
        esac
    done
    if [ "$before" = --lang ]; then
        _xuewei_words 'zh en' "$current"
        return
    fi
    if [ -z "$verb" ]; then
        _xuewei_words "$(_xuewei_verbs "$program") help --lang --help --version" "$current"
        return
    fi
    argument=$(_xuewei_options "$program" "$verb" | sed -n "s/^$before //p")
    if [[ $before == --* && -n $argument ]]; then
        _xuewei_of_type "$argument" "$current"
    elif [[ $current == -* ]]; then
        _xuewei_words "$(_xuewei_options "$program" "$verb" | sed 's/ .*//') --lang --help" "$current"
    else
        _xuewei_of_type "$(_xuewei_operand "$program" "$verb")" "$current"
    fi
}

complete -F _xuewei xuewei
