#!/bin/sh
# Renews the kept answers, for a change that is meant to change them; XUEWEI_PROGRAM names the program, else ./xw builds it.
# Read the difference afterwards: programs of others read these answers.
root=$(cd "$(dirname "$0")/../.." && pwd -P) || exit 99
program=${XUEWEI_PROGRAM:-$root/xw}
. "$root/tests/answers/produce.sh"

produce "$ground/made"
rm -f "$root"/tests/answers/*.json
cp "$ground"/made/*.json "$root/tests/answers" && echo "Renewed: tests/answers"
exit $bad
