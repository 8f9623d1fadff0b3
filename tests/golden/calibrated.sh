#!/bin/sh
# The fragment that scenarios of qingcheng extend is what calibrate makes of the model as it is now, to the byte. After a
# change of the model it is renewed by
#
#     ./xw calibrate models/qingcheng
#
# and then every result that stands on it moves, too.
root=$XUEWEI_SOURCE
program=$XUEWEI_PROGRAM
. "$root/tests/golden/produce.sh"

kept=models/qingcheng/calibrated.yaml
"$program" calibrate models/qingcheng --lang en >"$ground/printed" || { cat "$ground/printed"; exit 1; }
if ! cmp -s "$root/$kept" "$kept"; then
    echo "FAILED: $kept is not what calibrate makes (>) of the model:"
    diff "$root/$kept" "$kept"
    exit 1
fi
