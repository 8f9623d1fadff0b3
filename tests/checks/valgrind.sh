#!/bin/sh
# Runs a test program under valgrind. Criterion gives each test a process of its own and ignores how it ends, so the
# verdict is taken from valgrind's logs: any log that is not empty fails the test.
set -u
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# What is only possibly lost belongs to Criterion, whose threads still run when a test ends.
valgrind --quiet --trace-children=yes --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    --log-file="$logs/%p" "$@"
status=$?

for log in "$logs"/*; do
    if [ -s "$log" ]; then
        cat "$log" >&2
        status=1
    fi
done
exit $status
