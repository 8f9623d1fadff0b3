#include "projects.h"

bool project_is_school(const struct project *self)
{
    return self->kind != KIND_EXPAND && self->kind != KIND_CLOSE;
}

bool project_fills_by_grade(const struct project *self)
{
    return self->kind == KIND_NEW || self->kind == KIND_RECEIVE;
}
