#!/bin/sh
# Whole runs, compared to the byte with what is kept here. A change that is meant to move numbers renews them: renew.sh.
root=$XUEWEI_SOURCE
program=$XUEWEI_PROGRAM
. "$root/tests/golden/produce.sh"

produce "$ground/golden"
status=0
for golden in "$root"/tests/golden/fivefour/* "$root"/tests/golden/compared/* "$root/tests/golden/qingcheng_totals.csv"; do
    name=${golden#"$root/tests/golden/"}
    if ! cmp -s "$golden" "$ground/golden/$name"; then
        echo "FAILED: $name is not what is kept in tests/golden (<); the program makes (>):"
        diff "$golden" "$ground/golden/$name" | head -n 20
        status=1
    fi
done

kept=$(cd "$root/tests/golden" && ls fivefour compared)
made=$(cd "$ground/golden" && ls fivefour compared)
if [ "$kept" != "$made" ]; then
    echo "FAILED: other files are kept than made; kept:" $kept "made:" $made
    status=1
fi
exit $status
