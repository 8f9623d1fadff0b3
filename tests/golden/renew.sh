#!/bin/sh
# Renews the golden files, for a change that is meant to move numbers or to print something else:
#
#     tests/golden/renew.sh
#
# builds the program by ./xw, or takes the one that XUEWEI_PROGRAM names. Read the difference afterwards (git diff
# tests/golden): each line of it is a result that will be another for the user, too, so CHANGELOG.md says so under
# "Results change". The model of fivefour is small enough to work out any figure on paper: tests/models/fivefour.
root=$(cd "$(dirname "$0")/../.." && pwd -P) || exit 99
program=${XUEWEI_PROGRAM:-$root/xw}
. "$root/tests/golden/produce.sh"

produce "$ground/golden"
rm -rf "$root/tests/golden/fivefour" "$root/tests/golden/compared"
cp -R "$ground/golden/fivefour" "$ground/golden/compared" "$ground/golden/qingcheng_totals.csv" "$root/tests/golden" && echo "Renewed: tests/golden"
