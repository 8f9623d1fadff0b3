/** The plan's projects and their seats: projects.csv, project_seats.csv. */
#ifndef PROJECT_READER_H
#define PROJECT_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads both after the towns and levels are known. Without projects.csv there are none. */
bool projects_read(struct model_source *source);

#endif
