#!/bin/sh
# Sources are listed by hand, so one that was forgotten would not be built, and a forgotten test would never fail.
set -u
cd "$XUEWEI_SOURCE" || exit 99
status=0

for source in src/*.c src/*/*.c; do
    if ! grep -q "'${source##*/}'" "${source%/*}/meson.build"; then
        echo "$source is not in ${source%/*}/meson.build"
        status=1
    fi
done

for source in tests/*/test_*.c; do
    folder=${source#tests/}
    folder=${folder%%/*}
    noun=${source##*/test_}
    noun=${noun%.c}
    # The layer's list may go on over several lines, up to its closing bracket.
    if ! sed -n "/^  '$folder': *\[/,/\]/p" tests/meson.build | grep -q "'$noun'"; then
        echo "$source is not in tests/meson.build under '$folder'"
        status=1
    fi
done
exit $status
