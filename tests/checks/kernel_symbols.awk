# Lines: kernel|base|model LIBRARY[MEMBER]: SYMBOL TYPE ...
# A member is clean when all that it needs is allowed or defined in a clean member. Names what is not. The model is
# plain data: the functions that free it share their member with those that only look something up, so it counts as
# clean.

# Comparing words needs no machine either, but is the business of the layers below.
function allowed(symbol, where) {
    return where != "kernel" && symbol ~ /^(memcmp|strcmp|strlen)$/ ||
        symbol ~ /^(sqrt|fabs|floor|memcpy|memset|memmove|__assert_fail|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_)$/ ||
        symbol ~ /^(__asan_|__ubsan_|__sanitizer_|__gcov_|__llvm_)/
}

{
    member = substr($2, 1, length($2) - 1)
    part[member] = $1
    if ($4 == "U" || $4 == "w")
        needs[member] = needs[member] " " $3
    else
        home[$3] = member
}

END {
    do {
        changed = 0
        for (member in part) {
            if (member in unclean || part[member] == "model")
                continue
            count = split(needs[member], list, " ")
            for (i = 1; i <= count; i++) {
                symbol = list[i]
                if (allowed(symbol, part[member]) || (symbol in home && !(home[symbol] in unclean)))
                    continue
                unclean[member] = symbol in home ? symbol " (in " home[symbol] ")" : symbol
                changed = 1
            }
        }
    } while (changed)
    for (member in part)
        if (part[member] == "kernel" && member in unclean) {
            print member " reaches " unclean[member]
            status = 1
        }
    exit status
}
