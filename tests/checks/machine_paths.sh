#!/bin/sh
# Nothing in the checkout may hold a path of the machine on which it was written.
set -u
cd "$XUEWEI_SOURCE" || exit 99

# This checkout's own path is looked for too, where it is long enough not to be an ordinary word.
own=/home/nobody/nothing/here
case $XUEWEI_SOURCE in
/*/*) own=$XUEWEI_SOURCE ;;
esac

found=$(find . \( -path ./.git -o -path ./build -o -path ./output -o -name machine_paths.sh \) -prune -o -type f \
    -exec grep -HInE -e '(^|[^A-Za-z0-9._-])/(home|Users)/[A-Za-z0-9_.-]+/' -e '(^|[^A-Za-z0-9._-])/root/' {} +
    find . \( -path ./.git -o -path ./build -o -path ./output -o -name machine_paths.sh \) -prune -o -type f \
        -exec grep -HInF -e "$own/" {} +)
if [ -n "$found" ]; then
    echo "Paths of a machine:"
    echo "$found"
    exit 1
fi
