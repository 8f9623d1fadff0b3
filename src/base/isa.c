#include "isa.h"

#define ISA_WORD(ID, name) [ISA_##ID] = #name,
const char *const isa_words[ISAS] = { ISA_SETS(ISA_WORD) };

enum isa isa_in_use = ISA_PLAIN;
