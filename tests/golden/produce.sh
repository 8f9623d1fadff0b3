# What renew.sh and compare.sh share; to be read in by them, with $root, the checkout, and $program set.
#
# resolved.yaml names the model as seen from the results, and what is printed names the results as they were asked for.
# So that neither depends on where checkout and temporary folders are, inputs are copied beside the results: the model
# in $ground/models, the results in $ground/output, the program run in $ground.
set -u
ground=$(mktemp -d "${TMPDIR:-/tmp}/xuewei-golden-XXXXXX") || exit 99
trap 'rm -rf "$ground"' EXIT
mkdir "$ground/models" "$ground/scenarios" && cp -R "$root/tests/models/fivefour" "$root/tests/models/fivefour.yaml" \
    "$root/tests/models/fivefour_other.yaml" \
    "$root/models/qingcheng" "$ground/models" && cp "$root/scenarios/baseline.yaml" "$ground/scenarios" || exit 99
cd "$ground" || exit 99

# run SCENARIO [OPTIONS]: what it prints goes into a file or pipe, so it is whole and plain, whatever the width.
run() {
    "$program" run "$@"
}

# rows PATTERN FILE: the headings, and the rows in which the pattern is found.
rows() {
    awk -v pattern="$1" 'NR == 1 || $0 ~ pattern' "$2"
}

# produce FOLDER: all golden files, as this program makes them.
produce() {
    mkdir -p "$1/fivefour" || exit 99
    for language in zh en; do
        run models/fivefour.yaml --lang $language >"$ground/printed" || exit 1
        # which files there are to open hangs on what the program was built with
        grep -v -e '^另有可打开的文件：' -e '^To open and pass on: ' "$ground/printed" >"$1/fivefour/terminal_$language.txt"
        cp output/fivefour/notice.md "$1/fivefour/notice_$language.md" || exit 1
    done
    for table in gap.csv components.csv enrolment.csv supply.csv projects.csv resolved.yaml; do
        cp "output/fivefour/$table" "$1/fivefour" || exit 1
    done
    # By age there is much to read: the last state, into which all the others have gone.
    rows '^2025,' output/fivefour/population.csv >"$1/fivefour/population_2025.csv" || exit 1

    # two forecasts of the same model compared: what is printed, and the tables
    mkdir -p "$1/compared" || exit 99
    for language in zh en; do
        "$program" compare models/fivefour.yaml models/fivefour_other.yaml --output output/compared --lang $language \
            >"$1/compared/terminal_$language.txt" || exit 1
    done
    cp output/compared/compare.csv output/compared/differences.csv "$1/compared" || exit 1

    run scenarios/baseline.yaml --lang en >"$ground/printed" || exit 1
    rows '^[0-9]*,,total,' output/baseline/gap.csv >"$1/qingcheng_totals.csv" || exit 1
}
