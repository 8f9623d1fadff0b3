#include "workbook_words.h"

#define ENTRY(id, zh, en) [TERM_##id] = { zh, en },
const char *const workbook_words[WORKBOOK_WORD_COUNT][LANGUAGES] = { WORKBOOK_WORDS };
#undef ENTRY
