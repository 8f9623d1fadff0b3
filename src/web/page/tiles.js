// Towns as tiles on a square grid, neighbours side by side as far as that goes: a scheme of who adjoins whom, no map.
import { h, svg } from "./dom.js";
import { gapColour, HALF_A_CHILD, whole } from "./numbers.js";
import { figure } from "./places.js";
import { createSection } from "./section.js";

const ROUNDS = 40;
const AROUND = [[1, 0], [0, 1], [-1, 0], [0, -1], [1, 1], [-1, 1], [-1, -1], [1, -1]];
const key = (x, y) => `${x},${y}`;

// How far neighbours are from touching: nothing side by side, a little at a corner, more beyond.
function apart([x, y], [u, v]) {
    const [across, down] = [Math.abs(x - u), Math.abs(y - v)];
    return across + down === 1 ? 0 : across === 1 && down === 1 ? 0.5 : across * across + down * down;
}

/** Where each town with neighbours stands: [[x, y] or null]. The same for the same neighbours, without chance. */
export function layOut(neighbours) {
    const at = neighbours.map(() => null);
    const taken = new Map();
    const put = (town, [x, y]) => { at[town] = [x, y]; taken.set(key(x, y), town); };
    const cost = (town, place) => neighbours[town].reduce((sum, other) => sum + (at[other] === null ? 0 : apart(place, at[other])), 0);
    // Free places about the towns placed already; of equals the one nearest the middle keeps the whole compact.
    const freePlaces = () => {
        const free = new Map();
        for (const place of at.filter((one) => one !== null)) {
            for (const [x, y] of AROUND.map(([dx, dy]) => [place[0] + dx, place[1] + dy])) {
                if (!taken.has(key(x, y))) {
                    free.set(key(x, y), [x, y]);
                }
            }
        }
        return [...free.values()];
    };
    const best = (town, places) => places.map((place) => [cost(town, place) + 0.001 * (place[0] ** 2 + place[1] ** 2), place]).sort((one, other) => one[0] - other[0])[0];
    const byDegree = neighbours.map((_, town) => town).filter((town) => neighbours[town].length > 0).sort((one, other) => neighbours[other].length - neighbours[one].length || one - other);

    // Breadth first from the town with the most neighbours; a part that hangs together with nothing comes beside.
    for (const first of byDegree) {
        if (at[first] !== null) {
            continue;
        }
        const right = Math.max(-2, ...at.filter((one) => one !== null).map(([x]) => x));
        put(first, taken.size === 0 ? [0, 0] : [right + 2, 0]);
        for (const queue = [first]; queue.length > 0;) {
            const next = neighbours[queue.shift()].filter((town) => at[town] === null).sort((one, other) => neighbours[other].length - neighbours[one].length || one - other);
            for (const town of next) {
                put(town, best(town, freePlaces())[1]);
                queue.push(town);
            }
        }
    }
    improve(byDegree, { at, taken, put, cost, freePlaces, best });
    return at;
}

// Moves a town, or changes two, as long as that brings neighbours closer.
function improve(towns, { at, taken, put, cost, freePlaces, best }) {
    const move = (town) => {
        const now = at[town];
        const [, place] = best(town, freePlaces());
        if (cost(town, place) < cost(town, now)) {
            taken.delete(key(...now));
            put(town, place);
            return true;
        }
        return false;
    };
    const change = (one, other) => {
        const [a, b] = [at[one], at[other]];
        const before = cost(one, a) + cost(other, b);
        put(one, b);
        put(other, a);
        if (cost(one, b) + cost(other, a) < before) {
            return true;
        }
        put(one, a);
        put(other, b);
        return false;
    };
    // Of many towns the first placing stands: all pairs of them would take too long.
    const rounds = towns.length > 80 ? 0 : ROUNDS;
    for (let round = 0; round < rounds; round++) {
        let moved = false;
        for (const town of towns) {
            moved = move(town) || moved;
            for (const other of towns) {
                moved = (other > town && change(town, other)) || moved;
            }
        }
        if (!moved) {
            return;
        }
    }
}

export function createTiles(page) {
    const { of } = page;
    const section = createSection("tiles");
    const at = layOut(of.towns.map((town) => town.neighbours ?? []));
    const placed = of.towns.map((_, town) => town).filter((town) => at[town] !== null);
    const [left, top] = [0, 1].map((axis) => Math.min(...placed.map((town) => at[town][axis])));
    const [right, bottom] = [0, 1].map((axis) => Math.max(...placed.map((town) => at[town][axis])));
    const [WIDE, HIGH, BETWEEN] = [116, 72, 12];
    const middle = (town) => [(at[town][0] - left + 0.5) * (WIDE + BETWEEN), (at[town][1] - top + 0.5) * (HIGH + BETWEEN)];

    // Lines between all that adjoin: between tiles side by side a short bridge, else how they hang together all the same.
    const links = () => placed.flatMap((town) => of.towns[town].neighbours.filter((other) => other > town).map((other) => {
        const [[x1, y1], [x2, y2]] = [middle(town), middle(other)];
        return svg("line", { x1, y1, x2, y2 });
    }));

    // A long name is cut; the whole of it stands in the tile's title. Wide characters take two places.
    const short = (name) => {
        let room = 14;
        const kept = [...name].filter((letter) => (room -= letter.codePointAt(0) > 0x2e7f ? 2 : 1) >= 0).join("");
        return kept === name ? name : `${kept}…`;
    };

    const tile = (town, gap, greatest, chosen) => {
        const { words: w, state } = page;
        const { background, light } = gapColour(gap, greatest);
        const [x, y] = middle(town);
        const name = page.placeName(town);
        const said = `${name} · ${gap >= HALF_A_CHILD ? w.gapShort(whole(gap)) : w.gapSpare(whole(-gap))}`;
        const choose = () => { state.set({ place: town }); };
        return svg("g", {
            class: `tile${light ? " light" : ""}${chosen ? " chosen" : ""}`, role: "button", tabindex: "0", "aria-pressed": String(chosen), "aria-label": said, "data-town": town, "data-gap": gap,
            onclick: choose, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(); } },
        }, svg("title", null, said), svg("rect", { x: x - WIDE / 2, y: y - HIGH / 2, width: WIDE, height: HIGH, rx: 8, fill: background }),
        svg("text", { x, y: y - 6 }, short(name)), svg("text", { x, y: y + 18, class: "figure" }, whole(gap)));
    };

    function draw() {
        const { run, words: w, state } = page;
        const { place, level, year } = state.get();
        const greatest = page.greatestGap(level.levels);
        const focused = document.activeElement?.closest?.("#tiles [data-town]")?.dataset.town;
        const [width, height] = [(right - left + 1) * (WIDE + BETWEEN), (bottom - top + 1) * (HIGH + BETWEEN)];
        section.say(w.tilesTitle, w.tilesLead(page.levelName(), w.schoolYear(year)));
        section.body.replaceChildren(h("div", { class: "scroll" }, svg("svg", { class: "tiles", viewBox: `0 0 ${width} ${height}`, style: `max-width:${width}px;min-width:${Math.min(width, width * 0.55)}px`, role: "group", "aria-label": w.tilesTitle },
            links(), placed.map((town) => tile(town, figure(of, run.gaps, year, town, level.levels, "gap"), greatest, town === place)))));
        section.body.querySelector(`[data-town="${focused}"]`)?.focus();
    }
    return { node: section.node, draw };
}
