#!/bin/sh
# No quoted include may name a folder: "../model/words.h" would compile whatever headers a layer is shown, and the
# one-way order of the layers would be a wish.
set -u
cd "$XUEWEI_SOURCE" || exit 99

found=$(find src tests -name '*.[ch]' -exec grep -HnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*/' {} +)
if [ -n "$found" ]; then
    echo "An include names a folder; name the header alone and the layer in meson.build:"
    echo "$found"
    exit 1
fi

# The pattern itself must be able to find one.
printf '# include  "../model/words.h"\n' | grep -qE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*/'
