# What the scripts here share; to be read in by them. The program is run in a folder of its own, on the baseline.
set -u
program=$XUEWEI_PROGRAM
scenario=$XUEWEI_SOURCE/scenarios/baseline.yaml
ground=$(mktemp -d "${TMPDIR:-/tmp}/xuewei-crash-XXXXXX") || exit 99
failed=0
cleanup=
trap '$cleanup; chmod -R u+w "$ground"; rm -rf "$ground"' EXIT

# complain WORDS: the test has failed, but goes on.
complain() {
    echo "FAILED: $*"
    failed=1
}

# run FOLDER [OPTIONS]: the program's exit status; what it says is in $ground/said.
run() {
    place=$1
    shift
    "$program" run "$scenario" --output "$place" --lang en "$@" >/dev/null 2>"$ground/said"
}

# hash FOLDER: of the names and bytes of all that is in it.
hash() {
    (cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum) 2>&1
}

# left_over FOLDER: hidden entries beside the results in it.
left_over() {
    find "$1" -mindepth 1 -maxdepth 1 -name '.*' | wc -l
}

# expect STATUS WORDS COMMAND...: the command ends so, and says something with these words.
expect() {
    wanted=$1
    words=$2
    shift 2
    "$@"
    got=$?
    [ "$got" -eq "$wanted" ] || complain "$*: status $got instead of $wanted: $(cat "$ground/said")"
    grep -qF -- "$words" "$ground/said" || complain "$*: does not say '$words': $(cat "$ground/said")"
}

# expect_whole FOLDER HASH WORDS: the result there is the one with that hash.
expect_whole() {
    [ "$(hash "$1")" = "$2" ] || complain "$3: the earlier result has changed: $(ls -la "$1")"
}
