# What answers.sh and renew.sh share; to be read in by them, with $root, the checkout, and $program set. Inputs are copied
# to $ground, where the program runs, so that no answer has a path of the machine.
set -u
ground=$(mktemp -d "${TMPDIR:-/tmp}/xuewei-answers-XXXXXX") || exit 99
trap 'rm -rf "$ground"' EXIT
mkdir "$ground/models" && cp -R "$root/tests/models/fivefour" "$root/tests/models/fivefour.yaml" "$ground/models" || exit 99
cp "$root/tests/models/fivefour_other.yaml" "$ground/models" || exit 99
cp -R "$root/tests/scenarios" "$ground" || exit 99
cd "$ground" || exit 99
cat >one_year.yaml <<'END'
format: 1
extends: models/fivefour.yaml
title: {zh: 一年, en: "One year, </script>"}
horizon: {first: 2020, last: 2020}
END
cat >sweep.yaml <<'END'
format: 1
extends: one_year.yaml
sweep:
  - {parameter: migration.multiplier, times: [0, 1]}
END

# answer FILE STATUS VERB...: the answer to FILE, its version hidden; the exit status must be that, and the answer's too.
answer() {
    to=$1
    wanted=$2
    shift 2
    "$program" "$@" --json --lang en >"$ground/answer" 2>"$ground/said"
    status=$?
    if [ $status -ne "$wanted" ] || ! grep -qx "  \"status\": $wanted" "$ground/answer"; then
        echo "FAILED: xuewei $*: status $status, wanted $wanted"
        cat "$ground/said"
        bad=1
    fi
    sed 's/^\(.*\)"xuewei": "[^"]*"/\1"xuewei": "VERSION"/' "$ground/answer" >"$made/$to"
}

# produce FOLDER: all answers, as this program gives them.
produce() {
    made=$1
    bad=0
    mkdir -p "$made" || exit 99
    answer run.json 0 run one_year.yaml --tables none
    answer sweep.json 0 run sweep.yaml --output sweep --tables gap
    answer shard.json 0 run sweep.yaml --output sweep --shard 1/1
    answer merge.json 0 merge sweep.yaml --output sweep --tables gap
    if ! sed 's/"verb": "merge"/"verb": "run"/' "$made/merge.json" | cmp - "$made/sweep.json"; then
        echo "FAILED: merge does not answer what a single run does"
        bad=1
    fi
    rm "$made/merge.json"
    answer slurm.json 0 slurm sweep.yaml --output sweep --tasks 1 --program xuewei
    answer check.json 65 check scenarios/invalid/several_at_once.yaml one_year.yaml
    answer refused.json 65 run scenarios/invalid/key_unknown_near.yaml
    answer missing.json 66 run none.yaml
    answer audit.json 66 audit none
    answer compare.json 0 compare one_year.yaml models/fivefour_other.yaml --output compared
    answer compare_year.json 64 compare one_year.yaml models/fivefour_other.yaml --year 2030
    answer parameters.json 0 parameters
}
