#include "projected.h"

#include <stdlib.h>
#include <string.h>

enum { CELLS = SEXES * FIXTURE_AGES };

struct projected projected(const struct fixture *district, size_t width)
{
    const struct model *model = &district->inputs.model;
    const size_t states = district->inputs.scenario.layout.years;
    const size_t places = states * model->town_count;
    struct projected self = { .population = calloc(places * CELLS, sizeof(double)),
                              .components = calloc(places * COMPONENTS, sizeof(double)),
                              .children = calloc(places * model->grade_count, sizeof(double)) };
    const struct town_states to = { self.population, states, self.components, self.children };
    struct block block = { .memory = NULL };

    town_block_lay_out(&self.towns, &district->inputs, states, &block);
    self.memory = aligned_alloc(64, block.used);
    memset(self.memory, 0xff, block.used);
    block = (struct block) { .memory = self.memory, .size = block.used };
    town_block_lay_out(&self.towns, &district->inputs, states, &block);
    town_block_share(&self.towns, &district->inputs, district->values);
    for (size_t first = 0; first < model->town_count; first += width) {
        const size_t count = model->town_count - first < width ? model->town_count - first : width;

        town_block_project(&self.towns, &district->inputs, district->values, first, count, &to);
    }
    return self;
}

void projected_free(struct projected *self)
{
    free(self->population);
    free(self->components);
    free(self->children);
    free(self->memory);
}
