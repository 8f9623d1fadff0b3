#!/bin/sh
# Same inputs, same bytes, provenance.json and resolved.yaml too: from run to run, in any locale, time zone,
# language (but for tables.xlsx) and working folder, under any name of the results, and wherever the inputs are.
root=$XUEWEI_SOURCE
program=$XUEWEI_PROGRAM
. "$root/tests/golden/produce.sh"
failed=0

# What is written for people is in their language.
in_words="-x notice.md -x notice.html -x report.html -x tables.xlsx"

# same WORDS FOLDER FOLDER [-x FILE ...]: no file of one differs from that of the other or is lacking there.
same() {
    words=$1
    shift
    diff -r "$@" >"$ground/difference" && return
    echo "FAILED: $words: other bytes:"
    head -n 20 "$ground/difference"
    failed=1
}

# A locale that writes numbers with a comma, where the machine has one.
comma=$(locale -a 2>/dev/null | grep -iE '^(de|fr|ru|es|it|nl|pl)_' | head -n 1)

# check NAME SCENARIO: runs it in many ways; paths of both are below $ground.
check() {
    name=$1
    scenario=$2
    run "$scenario" --lang en >"$ground/printed" 2>&1 || { cat "$ground/printed"; exit 1; }
    first=$ground/output/$name

    run "$scenario" --output output/again --lang en >"$ground/again" 2>&1
    same "$name, run again under another name" "$first" output/again
    sed 's:output/again:output/'"$name:g" "$ground/again" | cmp -s - "$ground/printed" ||
        { echo "FAILED: $name, run again: other text"; failed=1; }

    for locale in C C.UTF-8 zh_CN.GB18030 en_US.UTF-8 $comma; do
        LC_ALL=$locale TZ=Asia/Shanghai "$program" run "$scenario" --output "output/locale" --lang en >"$ground/said" 2>&1
        same "$name in locale $locale" "$first" output/locale
    done
    run "$scenario" --output output/zh --lang zh >"$ground/said" 2>&1
    # shellcheck disable=SC2086 # several options
    same "$name in Chinese" "$first" output/zh $in_words

    (cd / && umask 077 && run "$ground/$scenario" --output "$ground/output/elsewhere" --lang en >"$ground/said" 2>&1)
    same "$name from another folder, by absolute paths" "$first" output/elsewhere
    (cd "${scenario%/*}" && run "${scenario##*/}" --output ../output/beside --lang en >"$ground/said" 2>&1)
    same "$name from beside the scenario" "$first" output/beside

    mkdir -p "moved by hand/一" && cp -R models scenarios "moved by hand/一"
    (cd "moved by hand/一" && run "$scenario" --lang en >"$ground/said" 2>&1)
    same "$name with its inputs elsewhere" "$first" "moved by hand/一/output/$name"

    run "output/$name/resolved.yaml" --output output/resolved >"$ground/said" 2>&1
    for table in "$first"/*.csv; do
        cmp -s "$table" "output/resolved/${table##*/}" ||
            { echo "FAILED: $name, run by its resolved.yaml: other ${table##*/}"; failed=1; }
    done
}

check fivefour models/fivefour.yaml
check baseline scenarios/baseline.yaml
exit $failed
