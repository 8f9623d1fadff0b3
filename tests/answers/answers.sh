#!/bin/sh
# What --json answers, to the byte, against what is kept here (renew.sh renews it); and the tables of an answer against
# the CSVs of the same run.
root=$XUEWEI_SOURCE
program=$XUEWEI_PROGRAM
. "$root/tests/answers/produce.sh"

produce "$ground/made"
for kept in "$root"/tests/answers/*.json; do
    name=${kept##*/}
    if ! cmp -s "$kept" "$ground/made/$name"; then
        echo "FAILED: $name is not what is kept in tests/answers (<); the program answers (>):"
        diff "$kept" "$ground/made/$name" | head -n 20
        bad=1
    fi
done
[ "$(ls "$ground/made")" = "$(cd "$root/tests/answers" && ls -- *.json)" ] || { echo "FAILED: other answers than kept"; bad=1; }

# The figures of the files that the same run wrote.
if command -v python3 >/dev/null; then
    python3 "$root/tests/answers/same.py" "$ground/made/sweep.json" sweep gap sweep_summary || bad=1
    python3 "$root/tests/answers/same.py" "$ground/made/compare.json" compared compare differences || bad=1
    cp -R "$root/models" "$ground" && mkdir "$ground/own"
    "$program" audit models/qingcheng --json --csv own/audit.csv >own/audit.json || bad=1
    python3 "$root/tests/answers/same.py" own/audit.json own audit || bad=1
    "$program" backtest models/qingcheng --json --csv own/backtest.csv >own/backtest.json || bad=1
    python3 "$root/tests/answers/same.py" own/backtest.json own backtest || bad=1
    "$program" calibrate models/qingcheng --json --output own/c.yaml --csv own/calibration.csv >own/calibration.json || bad=1
    python3 "$root/tests/answers/same.py" own/calibration.json own calibration || bad=1
fi
exit $bad
