#!/bin/sh
# kill -9 while a part of many runs is worked on and written: merging either takes the whole part or says that it is not
# there or not finished; it never takes half of one. The part run again, all is as if nothing had happened.
. "$XUEWEI_SOURCE/tests/crash/ground.sh"
place=$ground/out/result
parts=$place.shards
rounds=${KILL_ROUNDS:-30}

cat >"$ground/many.yaml" <<END
format: 1
extends: $scenario
title: many
uncertainty:
  draws: 4000
  seed: 7
  inputs:
    - {parameter: fertility.multiplier, times: {low: 0.9, high: 1.1}, source: made up}
END
scenario=$ground/many.yaml
merge() {
    "$program" merge "$scenario" --output "$place" --lang en >/dev/null 2>"$ground/said"
}

run "$ground/out/single" || complain "the single run: $(cat "$ground/said")"
single=$(hash "$ground/out/single")
run "$place" --shard 1/2 || complain "part 1: $(cat "$ground/said")"
started=$(date +%s%N)
run "$place" --shard 2/2 || complain "part 2: $(cat "$ground/said")"
took=$((($(date +%s%N) - started) / 1000))

killed=0
merged=0
round=0
while [ $round -lt "$rounds" ]; do
    rm -rf "$place" "$parts"/shard-2-of-2.*
    # In turn all over a run's time and a little beyond its end, counted in microseconds.
    moment=$((took * 5 * round / (4 * rounds)))
    "$program" run "$scenario" --output "$place" --shard 2/2 >/dev/null 2>&1 &
    child=$!
    sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
    kill -9 $child 2>/dev/null
    wait $child 2>/dev/null
    [ $? -eq 137 ] && killed=$((killed + 1))
    if merge; then
        merged=$((merged + 1))
        expect_whole "$place" "$single" "merged after a kill at $moment us"
    else
        [ ! -e "$place" ] || complain "killed after $moment us: a result although merging was refused"
        grep -qE 'shard-2-of-2.bin: this part (is missing|was not finished)' "$ground/said" ||
            complain "killed after $moment us: $(cat "$ground/said")"
    fi
    round=$((round + 1))
done
echo "$killed of $rounds parts killed; $merged could be merged"
[ "$killed" -gt 0 ] || complain 'none was killed'

run "$place" --shard 2/2 || complain "part 2 again: $(cat "$ground/said")"
merge || complain "merging: $(cat "$ground/said")"
expect_whole "$place" "$single" 'after all kills'

# An ordinary kill, as a cluster sends before the hard one: nothing of the part is left.
rm -rf "$place" "$parts"/shard-2-of-2.*
"$program" run "$scenario" --output "$place" --shard 2/2 --lang en >/dev/null 2>"$ground/said" &
child=$!
sleep "$(printf '%d.%06d' $((took / 3 / 1000000)) $((took / 3 % 1000000)))"
kill $child 2>/dev/null
wait $child
case $? in
0) echo 'not seen: the part was done before it was told to end' ;;
130) grep -q 'nothing was written' "$ground/said" || complain "an ordinary kill: $(cat "$ground/said")" ;;
143) ;; # before the runs began
*) complain "an ordinary kill: status $?: $(cat "$ground/said")" ;;
esac

# Ctrl-C at any moment of a merge: it is whole, or there is none.
run "$place" --shard 2/2 || complain "part 2 once more: $(cat "$ground/said")"
started=$(date +%s%N)
merge || complain "merging once more: $(cat "$ground/said")"
took=$((($(date +%s%N) - started) / 1000))
round=0
stopped=0
while [ $round -lt 10 ]; do
    rm -rf "$place"
    "$program" merge "$scenario" --output "$place" --lang en >/dev/null 2>"$ground/said" &
    child=$!
    sleep "$(printf '%d.%06d' 0 $((took * round / 10 % 1000000)))"
    kill $child 2>/dev/null
    wait $child 2>/dev/null
    [ $? -eq 0 ] || stopped=$((stopped + 1))
    [ ! -e "$place" ] || expect_whole "$place" "$single" "a merge told to end in round $round"
    round=$((round + 1))
done
echo "$stopped of $round merges stopped"
exit $failed
