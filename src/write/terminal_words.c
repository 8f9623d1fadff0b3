#include "terminal_words.h"

#define WORD(id, zh, en) [WORD_##id] = { zh, en },
const char *const terminal_words[TERMINAL_WORD_COUNT][LANGUAGES] = { TERMINAL_WORDS };
#undef WORD
