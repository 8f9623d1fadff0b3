#!/bin/sh
# The benchmark from end to end at a tiny size: every row is measured, the engines do the same work, and the naive
# program's rows are those of the program's gap.csv. Takes the driver, the naive program and the generator.
set -u
bench=$1
naive=$2
country=$3
ground=$(mktemp -d)
trap 'rm -rf "$ground"' EXIT
status=0

python=-
for found in python3 /usr/bin/python3; do
    if "$found" -c 'import numpy' 2>/dev/null; then
        python=$found
        break
    fi
done

fail() {
    echo "FAILED: $*"
    status=1
}

"$bench" "$XUEWEI_PROGRAM" "$naive" "$country" "$XUEWEI_SOURCE" "$ground/made" "$python" quick \
    >"$ground/table" 2>"$ground/words" || fail "the driver ended with $?"
cat "$ground/words" "$ground/table"
rows=9
[ ! -w /dev/shm ] || rows=10
[ "$(grep -c '^J[123] .*[0-9].*limit: ' "$ground/table")" -eq $rows ] || fail "$rows rows were to be measured"
[ "$python" != - ] || grep -q '^numpy: not measured' "$ground/table" || fail "that numpy is missing was to be said"
grep -q '^instructions' "$ground/table" || fail "instructions were to be counted, or missed"

# Two countries of the same size are the same; a town's figures do not hang on how many there are.
"$country" "$ground/again" 40 5 || fail "no second country"
diff -r "$ground/made/country_40_5" "$ground/again" || fail "the country is not the same twice"

# Figures 4 to 19 of a naive row are columns 5 to 20 of gap.csv; sums of areas come only there.
"$naive" run "$ground/made/j3" "$ground/again/model/base_population.csv" 1 "$ground/naive.csv" >/dev/null ||
    fail "no naive rows"
awk -F, '
    function near(a, b) { return a - b < 1e-6 + 1e-9 * (b < 0 ? -b : b) && b - a < 1e-6 + 1e-9 * (b < 0 ? -b : b) }
    BEGIN { level["kindergarten"] = 0; level["primary"] = 1; level["junior"] = 2 }
    FNR == 1 { next }
    FNR == NR { for (i = 4; i <= 19; i++) figure[$1, $2, $3, i] = $i; rows++; next }
    $3 == "total" { next }
    {
        seen++
        for (i = 4; i <= 19; i++)
            if (!near($(i + 1), figure[$1, $3, level[$4], i])) {
                print "gap.csv, line " FNR ": " $(i + 1) ", naive " figure[$1, $3, level[$4], i]
                bad = 1
                exit
            }
    }
    END { exit bad || rows != 720 || seen != rows }' "$ground/naive.csv" "$ground/made/country_result/gap.csv" ||
    fail "naive rows are not those of gap.csv"

# Of more towns than anybody reads, the terminal shows the sums alone and says where the towns are.
"$country" "$ground/many" 101 3 || fail "no country of many towns"
"$XUEWEI_PROGRAM" --lang en run "$ground/many/country.yaml" --output "$ground/many_result" --tables gap \
    >"$ground/many.txt" 2>/dev/null || fail "many towns were not run"
grep -q "There are 101 towns; .*many_result/gap.csv" "$ground/many.txt" || fail "many towns: where they are is not said"
grep -q "Town populations assumed: 101 towns" "$ground/many.txt" || fail "many towns: how many are assumed is not said"
! grep -q "^Example town 00050 " "$ground/many.txt" || fail "many towns: they are shown"
grep -q "^示例省07 sum " "$ground/many.txt" || fail "many towns: areas are not shown"
"$XUEWEI_PROGRAM" --lang en run "$ground/many/country_draws.yaml" --tables none >"$ground/many_draws.txt" 2>/dev/null ||
    fail "many towns were not drawn"
grep -q "There are 101 towns; .*written to variants.csv" "$ground/many_draws.txt" || fail "draws: where towns are is not said"
! grep -q "^Example town 00050 " "$ground/many_draws.txt" || fail "draws of many towns: they are shown"
"$XUEWEI_PROGRAM" --lang en run "$ground/made/country_40_5/country.yaml" --tables none 2>/dev/null |
    grep -q "^Example town 00020 " || fail "a few towns are not shown"

# A country by several threads, which keep sums alone, has the rows of a run that keeps all.
"$country" "$ground/shared" 700 3 || fail "no country to share"
"$XUEWEI_PROGRAM" run "$ground/shared/country.yaml" --output "$ground/kept" --tables all >/dev/null 2>&1 &&
    "$XUEWEI_PROGRAM" run "$ground/shared/country.yaml" --output "$ground/summed" --tables gap --threads 3 \
        >/dev/null 2>&1 || fail "a country was not run"
cmp "$ground/kept/gap.csv" "$ground/summed/gap.csv" || fail "gaps of a country that is shared by threads differ"

# Draws: both programs draw the same distributions, so that medians and widths are near each other.
if [ "$python" != - ]; then
    "$naive" draws "$ground/made/j1" "$ground/made/j1/people.csv" 2000 >"$ground/draws_c" || fail "no naive draws"
    "$python" "$XUEWEI_SOURCE/tests/bench/jobs.py" draws "$ground/made/j1" "$ground/made/j1/people.csv" 2000 \
        >"$ground/draws_numpy" || fail "no numpy draws"
    cat "$ground/draws_c" "$ground/draws_numpy" | awk '
        $1 == "sums" { median[++n] = $2; width[n] = $3 }
        END {
            print "medians " median[1] " " median[2] ", widths " width[1] " " width[2]
            apart = (median[1] - median[2]) / width[1]
            wider = width[1] / width[2]
            exit n != 2 || apart > 0.02 || apart < -0.02 || wider > 1.1 || wider < 0.9
        }' || fail "draws of both are not alike"
fi
exit $status
