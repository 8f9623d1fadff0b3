// Towns, areas and the district, in the order of the gap rows; levels, alone or together.

export function createPlaces(of) {
    const places = [
        ...of.towns.map((town) => ({ ...town, kind: "town" })),
        ...of.areas.map((area) => ({ ...area, kind: "area" })),
        { ...of.district, kind: "district" },
    ];
    const district = places.length - 1;
    return { places, district };
}

/** What can be chosen as a level: each, and those that a target of the plan takes together. */
export function levelChoices(of) {
    const single = of.levels.map((level, index) => ({ levels: [index], id: level.id }));
    const together = of.targets
        .filter((target) => target.levels.length > 1)
        .map((target) => ({ levels: target.levels, id: target.levels.map((level) => of.levels[level].id).join("+") }))
        .filter((choice, index, all) => all.findIndex((other) => other.id === choice.id) === index);
    return [...single, ...together];
}

export const levelName = (of, choice, language) => choice.levels.map((level) => of.levels[level][language]).join(" + ");

/** Places with somebody or something at the levels: one where nobody lives and nothing stands has no row. */
export function placesShown(page, levels) {
    const { of, run, places } = page;
    const empty = (place) => of.years.every((year) => ["demand", "seats"].every((name) => figure(of, run.gaps, year, place, levels, name) === 0));
    return places.map((_, index) => index).filter((place) => places[place].kind !== "town" || !empty(place));
}

/** A figure of a year, place and levels, from gaps [state][place][level][field]. */
export function figure(of, gaps, year, place, levels, name) {
    const state = year - of.baseYear;
    let sum = 0;
    for (const level of levels) {
        sum += gaps[((state * of.placeCount + place) * of.levels.length + level) * of.fields.length + of.field[name]];
    }
    return sum;
}

/** The greatest gap or surplus of a town in any year: what colours go by, since the sums would leave the towns pale. */
export function greatestGap(of, gaps, levels) {
    let greatest = 0;
    for (let town = 0; town < of.towns.length; town++) {
        for (const year of of.years) {
            greatest = Math.max(greatest, Math.abs(figure(of, gaps, year, town, levels, "gap")));
        }
    }
    return greatest;
}
