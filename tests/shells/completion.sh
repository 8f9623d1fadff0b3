#!/usr/bin/env bash
# bash's completion, asked for as bash asks: it offers every verb, and to each verb all of its options and no others.
set -u
cd "$XUEWEI_SOURCE" || exit 1
source completions/xuewei.bash || exit 1
status=0

# offered WORDS...: what is offered for the last of them, sorted, in a line.
offered() {
    COMP_WORDS=("$XUEWEI_PROGRAM" "$@")
    COMP_CWORD=$#
    _xuewei 2>/dev/null
    printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
}

# expect WHAT WORDS...
expect() {
    local wanted=$1 found
    shift
    found=$(offered "$@")
    if [ "$found" != "$wanted " ]; then
        echo "xuewei $*: offered: $found; wanted: $wanted"
        status=1
    fi
}

sorted() {
    printf '%s\n' "$@" | sort | tr '\n' ' ' | sed 's/ $//'
}

verbs=$("$XUEWEI_PROGRAM" --help --lang en | sed -n 's/^  xuewei \([a-z]*\) .*/\1/p; s/^  xuewei \([a-z]*\)$/\1/p')
[ "$(echo "$verbs" | wc -l)" -ge 9 ] || { echo "verbs: $verbs"; status=1; }
expect "$(sorted $verbs help --lang --help --version)" ''
for verb in $verbs; do
    expect "$verb" "$verb"
    options=$("$XUEWEI_PROGRAM" "$verb" --help --lang en | grep -o '^  --[a-z-]*')
    expect "$(sorted $options --lang --help)" "$verb" -
done
expect 'run' --lang en ru
expect 'en zh' --lang ''
expect 'all gap none' run --tables ''
expect 'gap' run scenarios/baseline.yaml --tables g
expect 'district' schema d
expect 'models/qingcheng' audit models/q
expect 'scenarios/baseline.yaml' compare scenarios/developers_late.yaml scenarios/bas
expect 'scenarios/baseline.yaml' run scenarios/bas
expect 'scenarios/baseline.yaml' run --json scenarios/bas

# zsh's is at least zsh.
if command -v zsh >/dev/null; then
    zsh -n completions/_xuewei || status=1
fi
exit $status
