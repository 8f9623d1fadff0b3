#!/bin/sh
# kill -9 at sixty moments from the first to the last of a run: the result in the folder is always whole, and the next
# run works and takes away what the killed ones have left.
. "$XUEWEI_SOURCE/tests/crash/ground.sh"
place=$ground/out/result
rounds=${KILL_ROUNDS:-60}

# Two scenarios, so that it can be told which of their results is there.
baseline=$scenario
printf 'format: 1\nextends: %s\ntitle: other\nfertility: {multiplier: 1.5}\n' "$baseline" >"$ground/other.yaml"
scenario=$ground/other.yaml
run "$place" || complain "the other run: $(cat "$ground/said")"
other=$(hash "$place")
scenario=$baseline
started=$(date +%s%N)
run "$place" || complain "the first run: $(cat "$ground/said")"
took=$((($(date +%s%N) - started) / 1000))
first=$(hash "$place")
[ "$first" != "$other" ] || complain 'two scenarios with one result'

killed=0
changed=0
now=$first
round=0
while [ $round -lt "$rounds" ]; do
    before=$now
    [ "$now" = "$first" ] && scenario=$ground/other.yaml || scenario=$baseline
    # In turn all over a run's time and a little beyond its end, counted in microseconds.
    moment=$((took * 5 * round / (4 * rounds)))
    "$program" run "$scenario" --output "$place" --lang en >/dev/null 2>&1 &
    child=$!
    sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
    kill -9 $child 2>/dev/null
    wait $child 2>/dev/null
    [ $? -eq 137 ] && killed=$((killed + 1))
    now=$(hash "$place")
    if [ "$now" != "$first" ] && [ "$now" != "$other" ]; then
        complain "killed after $moment us: neither the earlier result nor the new one: $(ls -la "$place")"
        break
    fi
    [ "$now" = "$before" ] || changed=$((changed + 1))
    round=$((round + 1))
done
echo "$killed of $rounds runs killed; the new result came $changed times; $(left_over "$ground/out") left over"

scenario=$baseline
run "$place" || complain "the run after: $(cat "$ground/said")"
expect_whole "$place" "$first" 'the run after'
[ "$(left_over "$ground/out")" -eq 0 ] || complain "left over: $(ls -la "$ground/out")"
exit $failed
