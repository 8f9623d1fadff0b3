#!/bin/sh
# Makes the page and an assembler file that puts it into the program:
#     build.sh SOURCE PACKAGES PAGE ASSEMBLER ENGINE on|off
# SOURCE has the page's parts, PACKAGES is a folder of the build for what npm brings, ENGINE is engine.wasm or - where that
# is not built; off: no page is wanted. Commands are looked for, not
# Debian packages: node may come from elsewhere. What is lacking is written into the program, which then says so.
set -u
source=$1
packages=$2
page=$3
assembler=$4
engine=$5
wish=$6

# As enum page_lack of page_bytes.h.
nothing=0
node_is_lacking=1
packages_are_lacking=2
left_out=3

# esbuild wants node 18.
have_node() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        node -e 'process.exit(parseInt(process.versions.node, 10) >= 18 ? 0 : 1)'
}

# The packages of the lock file, once.
have_packages() {
    [ ! -f "$packages/whole" ] || ! cmp -s "$source/package-lock.json" "$packages/package-lock.json" || return 0
    rm -rf "$packages"
    mkdir -p "$packages" && cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$packages" &&
        (cd "$packages" && npm ci --ignore-scripts --prefer-offline --fetch-retries=1 >npm.log 2>&1 </dev/null) &&
        : >"$packages/whole"
}

if [ "$wish" = off ]; then
    lack=$left_out
elif ! have_node; then
    lack=$node_is_lacking
elif ! have_packages; then
    lack=$packages_are_lacking
else
    lack=$nothing
fi

if [ $lack -eq $nothing ]; then
    node "$source/build.mjs" "$packages/node_modules" "$page" "$engine" || exit 1
else
    : >"$page"
fi

cat >"$assembler" <<END
    .section .rodata
    .global page_lack
    .balign 4
page_lack:
    .long $lack
    .global page_template
page_template:
    .incbin "$page"
    .byte 0
    .section .note.GNU-stack,"",%progbits
END
