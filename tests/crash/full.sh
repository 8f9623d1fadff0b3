#!/bin/sh
# A limit on the size of files, a disk that is full: status 74, a message that names the file, the earlier result whole.
. "$XUEWEI_SOURCE/tests/crash/ground.sh"

run "$ground/result" || complain "the first run: $(cat "$ground/said")"
before=$(hash "$ground/result")

# In blocks of 512 bytes, as POSIX has it (bash too, where it runs as sh).
limited() {
    (
        ulimit -f 1
        run "$ground/result"
    )
}
expect 74 'larger than files may be here' limited
expect_whole "$ground/result" "$before" 'a limit on file sizes'

# A disk of 64 KB, in a name space of its own, which ends with the shell in it.
on_a_tiny_disk() {
    mkdir "$ground/disk"
    unshare -rm sh -c '
        mount -t tmpfs -o size=64k tmpfs "$1" || exit 99
        "$2" run "$3" --output "$1/result" --lang en
        status=$?
        ls -A "$1" >"$1.after"
        exit $status' sh "$ground/disk" "$program" "$scenario" >/dev/null 2>"$ground/said"
}
if unshare -rm sh -c 'mount -t tmpfs -o size=64k tmpfs "$1"' sh "$ground" 2>/dev/null; then
    expect 74 'the disk is full' on_a_tiny_disk
    [ -f "$ground/disk.after" ] || complain 'the small disk was not looked at'
    [ ! -s "$ground/disk.after" ] || complain "left on the full disk: $(cat "$ground/disk.after")"
else
    echo 'not tried: a disk that is full, since this system lets nobody mount one'
fi

run "$ground/result" || complain "the run after: $(cat "$ground/said")"
expect_whole "$ground/result" "$before" 'the run after'
[ "$(left_over "$ground")" -eq 0 ] || complain "left over: $(ls -la "$ground")"
exit $failed
