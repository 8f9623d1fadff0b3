#include "page.h"

#include <assert.h>
#include <string.h>

#include "engine_missing.h"
#include "page_bytes.h"
#include "page_document.h"

enum page_standing page_standing(const struct model *model)
{
    if (model->level_count == 0) {
        return PAGE_NO_LEVELS;
    }
    if (model->town_count > PAGE_TOWNS) {
        return PAGE_TOO_LARGE;
    }
    return page_built();
}

enum page_standing page_built(void)
{
    return page_lack == PAGE_LEFT_OUT         ? PAGE_NOT_BUILT
           : page_lack == PAGE_LACKS_NODE     ? PAGE_NO_NODE
           : page_lack == PAGE_LACKS_PACKAGES ? PAGE_NO_PACKAGES
                                              : PAGE_STANDS;
}

const char *page_engine_missing(void)
{
    return ENGINE_MISSING;
}

enum message page_message(enum page_standing standing)
{
    static const enum message messages[] = { [PAGE_STANDS] = MESSAGES,
                                             [PAGE_NOT_BUILT] = MESSAGE_PAGE_NOT_BUILT,
                                             [PAGE_NO_NODE] = MESSAGE_PAGE_NO_NODE,
                                             [PAGE_NO_PACKAGES] = MESSAGE_PAGE_NO_PACKAGES,
                                             [PAGE_NO_LEVELS] = MESSAGE_PAGE_NO_LEVELS,
                                             [PAGE_TOO_LARGE] = MESSAGE_PAGE_TOO_LARGE };

    return messages[standing];
}

const char *page_begin(FILE *stream)
{
    const char *mark = strstr(page_template, PAGE_DATA_MARK);

    assert(mark != NULL);
    fwrite(page_template, 1, (size_t)(mark - page_template), stream);
    return mark + strlen(PAGE_DATA_MARK);
}

void page_write(FILE *stream, const struct results *of)
{
    const char *rest = page_begin(stream);

    page_document(stream, of, *page_engine_missing() == '\0');
    fputs(rest, stream);
}
