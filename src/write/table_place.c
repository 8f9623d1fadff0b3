#include "table_place.h"

struct table_place table_place(const struct model *model, size_t index)
{
    if (index < model->town_count) {
        const struct town *town = &model->towns[index];

        return (struct table_place) { town->area == NO_AREA ? NULL : model->areas[town->area].id, town->name.id,
                                      town->name.text[CHINESE] };
    }
    if (index < model->town_count + model->area_count) {
        const struct name *area = &model->areas[index - model->town_count];

        return (struct table_place) { area->id, "total", area->text[CHINESE] };
    }
    return (struct table_place) { NULL, "total", model->name.text[CHINESE] };
}
