#!/bin/sh
# The manual's page has every verb and, under it, every option that the program's help has, and no others; the commands
# take no option that help does not have.
set -u
cd "$XUEWEI_SOURCE" || exit 1
status=0

verbs=$("$XUEWEI_PROGRAM" --help --lang en | sed -n 's/^  xuewei \([a-z][a-z]*\).*/\1/p')
options_of() {
    "$XUEWEI_PROGRAM" "$1" --help --lang en | sed -n 's/^  --\([a-z-]*\).*/\1/p' | sort
}

for page in man/xuewei.1.scd man/zh_CN/xuewei.1.scd; do
    for verb in $verbs; do
        grep -q "^## xuewei $verb\( \|$\)" $page || { echo "$page: no verb $verb"; status=1; }
        told=$(awk -v verb="$verb" '/^#/ { here = $2 == "xuewei" && $3 == verb } here && /^\*--/ { print }' $page |
            sed 's/^\*--\([a-z-]*\)\*.*/\1/' | sort)
        if [ "$told" != "$(options_of "$verb")" ]; then
            echo "$page: options of $verb:" $told "; help has:" $(options_of "$verb")
            status=1
        fi
    done
    for verb in $(sed -n 's/^## xuewei \([a-z]*\).*/\1/p' $page); do
        echo "$verbs" | grep -qx "$verb" || { echo "$page: there is no verb $verb"; status=1; }
    done
done

# merge and run share a file, and with it the list that getopt_long() is given.
for verb in $verbs; do
    others=
    [ "$verb" != merge ] || continue
    [ "$verb" != run ] || others=merge
    source=src/commands/${verb}_command.c
    taken=$({
        grep '_argument, NULL' "$source" | grep -o '"[a-z-]*"' | tr -d '"'
        ! grep -q arguments_json_alone "$source" || echo json
    } | sort -u)
    told=$(for each in $verb $others; do options_of "$each"; done | sort -u)
    if [ "$taken" != "$told" ]; then
        echo "$verb takes:" $taken "; help has:" $told
        status=1
    fi
done
if command -v scdoc >/dev/null; then
    for page in man/xuewei.1.scd man/zh_CN/xuewei.1.scd; do
        scdoc <$page >/dev/null || { echo "$page: scdoc refuses it"; status=1; }
    done
fi
exit $status
