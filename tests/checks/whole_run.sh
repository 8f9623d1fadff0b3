#!/bin/sh
# The program under valgrind, from scenario to tables: no leak, no value used before it is set, nothing read or written
# out of bounds.
set -u
cd "$XUEWEI_SOURCE" || exit 99
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sh tests/checks/valgrind.sh "$XUEWEI_PROGRAM" run scenarios/baseline.yaml --output "$folder/baseline" >"$folder/out" 2>&1
status=$?
[ $status -eq 0 ] || cat "$folder/out"
exit $status
