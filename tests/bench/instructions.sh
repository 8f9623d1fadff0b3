#!/bin/sh
# The instructions of a draw, which no load of the machine moves, stay near what they are: callgrind counts them, on its
# own processor (AVX2 where this one has it). Takes the driver; for gcc's code as for use.
set -u
bench=$1
most=80000
ground=$(mktemp -d)
trap 'rm -rf "$ground"' EXIT

if ! grep -q avx2 /proc/cpuinfo; then
    echo "no AVX2 here, whose instructions these are"
    exit 77
fi
valgrind -q --tool=callgrind --toggle-collect=many_runs_go --callgrind-out-file="$ground/out" \
    "$bench" draws "$XUEWEI_SOURCE/tests/bench/j2_quick.yaml" >"$ground/said" || exit 1
cat "$ground/said"
awk -v most="$most" '
    $1 == "sums" { draws = $2 }
    $1 == "summary:" || $1 == "totals:" { all = $2 }
    END {
        if (draws == 0 || all == 0) { print "FAILED: nothing was counted"; exit 1 }
        printf "%.0f instructions a draw, %d at most\n", all / draws, most
        exit all / draws > most
    }' "$ground/said" "$ground/out"
