#!/bin/sh
# The examples do what they say, and what they show is what the program writes.
set -u
library=$1
example=$2
python=$3
cd "$XUEWEI_SOURCE" || exit 99
ground=$(mktemp -d "${TMPDIR:-/tmp}/xuewei-library-XXXXXX") || exit 99
trap 'rm -rf "$ground"' EXIT
status=0

fail() {
    echo "FAILED: $1"
    status=1
}

"$XUEWEI_PROGRAM" run tests/models/fivefour.yaml --tables gap --output "$ground/result" >"$ground/said" || exit 99
# The district's rows alone: no area, town total.
awk -F, -v OFS=, '$2 == "" && $3 == "total" && $4 == "junior" { printf "%d,%.0f\n", $1, $10 }' "$ground/result/gap.csv" \
    >"$ground/program"

"$python" examples/sweep.py tests/models/fivefour.yaml --library "$library" --level junior --factors 0.5 1 2 \
    --svg "$ground/sweep.svg" >"$ground/sweep" || fail "sweep.py"
tail -n +2 "$ground/sweep" | cut -d, -f1,3 | cmp -s - "$ground/program" || {
    fail "sweep.py shows other gaps at factor 1 than the program writes"
    diff "$ground/sweep" "$ground/program"
}
[ "$(head -n 1 "$ground/sweep")" = "year,x0.5,x1,x2" ] || fail "heads of the sweep"
"$python" -c 'import sys, xml.dom.minidom as m; n = m.parse(sys.argv[1]).getElementsByTagName("polyline"); sys.exit(len(n) != 3)' \
    "$ground/sweep.svg" || fail "the picture has not three lines"
"$python" examples/sweep.py tests/scenarios/invalid/notice_year_outside.yaml --library "$library" >"$ground/out" \
    2>"$ground/problems" && fail "a bad scenario was swept"
grep -q 'notice_year_outside.yaml:4:23: school_year: found 2026' "$ground/problems" || fail "its problem is not shown"

"$example" tests/models/fivefour.yaml >"$ground/example" || fail "gap.c"
[ "$(wc -l <"$ground/example")" -eq 6 ] || fail "gap.c shows other years"
"$example" /nowhere.yaml >"$ground/out" 2>&1
[ $? -eq 65 ] || fail "gap.c takes a file that is not there"
exit $status
