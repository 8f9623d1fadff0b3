#!/bin/sh
# The closing line of ./xw test is taken at its word, so its counting is tested: subtests, scripts, tests that crash
# without a word, skipped ones and bad ones that fail as they must.
set -u
cd "$XUEWEI_SOURCE" || exit 99
status=0

# Arguments: the line expected, the exit status expected; meson's log on standard input.
expect() {
    line=$(awk -f tests/checks/count.awk)
    ended=$?
    if [ "$line" != "$1" ] || [ $ended -ne "$2" ]; then
        echo "expected '$1' and status $2, got '$line' and status $ended"
        status=1
    fi
}

expect '3 passed, 0 failed, 1 skipped' 0 <<'EOF'
{"name": "a", "stdout": "TAP version 13\n1..3\nok - a::b  (0.00s)\nok - a::c  (0.00s)\nok - a::d # SKIP no cases\n", "result": "OK", "returncode": 0}
{"name": "b", "stdout": "", "result": "OK", "returncode": 0}
EOF
expect '2 passed, 3 failed' 1 <<'EOF'
{"name": "a", "stdout": "1..2\nok - a::b\nnot ok - a::c\n  expected \"result\": \"OK\"\n", "result": "FAIL", "returncode": 1}
{"name": "b", "stdout": "", "result": "TIMEOUT", "returncode": -9}
{"name": "c", "stdout": "1..1\nok - c::d\n", "result": "ERROR", "returncode": -6}
EOF
expect '1 passed, 0 failed' 0 <<'EOF'
{"name": "leak", "stdout": "not ok - honesty::leak", "result": "EXPECTEDFAIL", "returncode": 1}
EOF
expect '0 passed, 1 failed' 1 <<'EOF'
{"name": "leak", "stdout": "", "result": "UNEXPECTEDPASS", "returncode": 0}
EOF
expect '0 passed, 0 failed, 1 skipped' 1 <<'EOF'
{"name": "a", "stdout": "", "result": "SKIP", "returncode": 77}
EOF
expect '0 passed, 0 failed' 1 </dev/null
exit $status
