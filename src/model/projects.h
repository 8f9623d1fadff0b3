/** The plan's projects: what is built where, when, by whom, and how many seats it brings. */
#ifndef PROJECTS_H
#define PROJECTS_H

#include <stdbool.h>
#include <stddef.h>

#include "estates.h"
#include "words.h"

/** A project's year where the plan gives none. */
enum { NO_YEAR = 0 };

/** A row of projects.csv. Figures that the plan does not give are NAN. */
struct project {
    const char *id;
    const char *name;
    enum project_kind kind;
    size_t town;
    enum status town_status; /**< How the town is known: named in the plan, derived, or assumed. */
    double land_m2;          /**< Site area; NAN: not given. */
    double floor_area_m2;    /**< NAN: not given. */
    int start;               /**< Year that building starts, or NO_YEAR. */
    bool start_undecided;    /**< The plan prints "to be decided" for the start. */
    int completion;          /**< Year that it is complete, or NO_YEAR; seats are usable on 1 September of it. */
    double cost_wan_yuan;    /**< As the cost column prints it, 10,000 yuan; NAN: blank. */
    double cost_text;        /**< As the text of the row says; NAN: not said. */
    enum builder builder;
    const struct estate *estate; /**< With whose homes it is handed over; NULL: none. Borrowed from the model's. */
    const char *annex;           /**< Where the plan lists it. */
    const char *part;
    const char *note;
};

/** A row of project_seats.csv: what a project adds at one level. Figures that the plan does not give are NAN. */
struct project_seats {
    size_t project;
    size_t level;
    double seats;          /**< The reading taken; gross. */
    double classes;        /**< Classes that the seats are for. */
    double replaced_seats; /**< Seats of an older building that go when these come; 0 where not known. */
    double column_seats;   /**< As the seat column prints; NAN: blank. */
    double text_seats;     /**< As the text of the row says; NAN: not said. */
    double text_rooms;     /**< Rooms or classes that the text names; NAN: not said. */
};

/** Whether the project is a whole school (not an addition to one): size norms are for these. */
bool project_is_school(const struct project *self);

/** Whether the project's seats open grade by grade when the scenario opens schools so: new and received schools. */
bool project_fills_by_grade(const struct project *self);

#endif
