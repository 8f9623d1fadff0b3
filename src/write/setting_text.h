/** A changed parameter in words and figures, years and keys drawn together. */
#ifndef SETTING_TEXT_H
#define SETTING_TEXT_H

#include "forecast_comparison.h"

/**
 * The keys that change alike: their names with commas, or ids where `as_ids`; `all` where that is all of them; "" of a
 * parameter without keys. Long lists end in how many more there are, but not ids. free().
 */
char *setting_keys(const struct forecast_comparison *comparison, const struct setting_change *change,
                   enum language language, bool as_ids);

/**
 * The value on a side: a number or word or, of a path, its values in the first and last year that differ, between which
 * it need not be straight. free().
 */
char *setting_value(const struct forecast_comparison *comparison, const struct setting_change *change, size_t side,
                    enum language language);

#endif
