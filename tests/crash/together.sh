#!/bin/sh
# Many runs into one folder at once: each ends well, the result is whole, nothing is left over. Ctrl-C and an ordinary
# kill leave the earlier result, too.
. "$XUEWEI_SOURCE/tests/crash/ground.sh"
place=$ground/out/result

run "$place" || complain "the first run: $(cat "$ground/said")"
whole=$(hash "$place")
rm -rf "$place"

round=0
while [ $round -lt 5 ]; do
    children=
    for _ in 1 2 3 4 5 6; do
        "$program" run "$scenario" --output "$place" --lang en >/dev/null 2>>"$ground/together" &
        children="$children $!"
    done
    for child in $children; do
        wait "$child" || complain "one of six runs at once: status $?: $(cat "$ground/together")"
    done
    expect_whole "$place" "$whole" 'six runs at once'
    round=$((round + 1))
done

for signal in INT TERM HUP; do
    "$program" run "$scenario" --output "$place" --lang en >/dev/null 2>&1 &
    child=$!
    sleep 0.005
    kill -s $signal $child 2>/dev/null
    wait $child 2>/dev/null
    expect_whole "$place" "$whole" "signal $signal"
done
run "$place" || complain "the run after: $(cat "$ground/said")"
expect_whole "$place" "$whole" 'the run after'
[ "$(left_over "$ground/out")" -eq 0 ] || complain "left over: $(ls -la "$ground/out")"
exit $failed
