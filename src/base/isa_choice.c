#include "isa_choice.h"

#include <stddef.h>
#include <string.h>

bool isa_is_here(enum isa isa)
{
#if defined __x86_64__ && defined __GNUC__
    switch (isa) {
    case ISA_AVX2:
        return __builtin_cpu_supports("avx2");
    case ISA_AVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    case ISA_PLAIN:
    case ISAS:
        break;
    }
#endif
    return isa == ISA_PLAIN;
}

bool isa_choose(const char *word)
{
    const bool any = word == NULL || *word == '\0';

    for (size_t isa = ISAS; isa-- > 0;) {
        if (isa_is_here((enum isa)isa) && (any || strcmp(word, isa_words[isa]) == 0)) {
            isa_in_use = (enum isa)isa;
            return true;
        }
    }
    return false;
}
