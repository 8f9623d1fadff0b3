#!/bin/sh
# What stands in the way of a result and is not ours is left alone, with a message and status 73.
. "$XUEWEI_SOURCE/tests/crash/ground.sh"

mkdir "$ground/thesis"
echo 'years of work' >"$ground/thesis/chapter.txt"
before=$(hash "$ground/thesis")
expect 73 'is no result of xuewei' run "$ground/thesis"
expect_whole "$ground/thesis" "$before" 'a folder of someone else'

echo 'a file' >"$ground/file"
expect 73 'exists and is no folder' run "$ground/file"
expect 73 'a part of the path is a file' run "$ground/file/deep/result"
[ "$(cat "$ground/file")" = 'a file' ] || complain 'the file has changed'

ln -s thesis "$ground/link"
expect 73 'is a symbolic link' run "$ground/link"
[ -L "$ground/link" ] || complain 'the link has gone'
expect_whole "$ground/thesis" "$before" 'a folder behind a link'

run "$ground/result" || complain "a plain run: $(cat "$ground/said")"
echo notes >"$ground/result/notes.txt"
before=$(hash "$ground/result")
expect 73 "'notes.txt' in the folder" run "$ground/result"
expect_whole "$ground/result" "$before" "a result with a user's file"

expect 73 'exists and is no folder' run /dev/full
expect 73 'has a name of its own' run "$ground/result/.."
expect 73 'cannot write' run /proc/result

# Root may write anywhere; without a user to become, this is not tried.
mkdir "$ground/locked"
chmod 555 "$ground/locked"
if [ "$(id -u)" -ne 0 ]; then
    expect 73 'permission denied' run "$ground/locked/result"
elif command -v setpriv >/dev/null && chmod 755 "$ground" &&
    setpriv --reuid 65534 --regid 65534 --clear-groups sh -c '[ -x "$1" ] && [ -r "$2" ]' sh "$program" "$scenario"; then
    chmod 777 "$ground"
    : >"$ground/said" && chmod 666 "$ground/said"
    program="setpriv --reuid 65534 --regid 65534 --clear-groups $program"
    as_nobody() {
        $program run "$scenario" --output "$1" --lang en >/dev/null 2>"$ground/said"
    }
    expect 73 'permission denied' as_nobody "$ground/locked/result"
    expect 73 'permission denied' as_nobody "$ground/locked/deep/result"
else
    echo 'not tried: a folder without permission, as root without another user that can run the program'
fi
[ "$(left_over "$ground")" -eq 0 ] || complain "left over: $(ls -la "$ground")"
exit $failed
