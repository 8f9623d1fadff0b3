// Two assumptions together: a matrix of the greatest gap, or of the first short year. Of more axes the last two.
import { h } from "./dom.js";
import { gapColour, whole } from "./numbers.js";
import { createSection } from "./section.js";

const FIGURES = 3; // greatest gap, its year, first short year

export function createSweep(page) {
    const section = createSection("sweep");
    const switcher = h("div", { class: "segments" });
    const others = h("div", { class: "pickers" });
    const region = h("div", { class: "scroll", tabindex: "0", role: "region" });
    section.body.append(switcher, others, region);
    let shows = "greatest";
    const axes = page.of.ensemble.axes;
    const fixed = axes.slice(0, -2).map(() => 0);

    // Point of the grid, the last axis fastest.
    const pointOf = (indices) => indices.reduce((point, index, axis) => point * axes[axis].shown.length + index, 0);

    const cell = (indices, place, level, greatest) => {
        const { of, words: w } = page;
        const row = (pointOf(indices) * of.placeCount + place) * of.levels.length + level;
        const [gap, year, first] = of.ensemble.paths.subarray(row * FIGURES, (row + 1) * FIGURES);
        const { background, light } = gapColour(gap, greatest);
        const text = shows === "greatest" ? whole(gap) : Number.isNaN(first) ? w.sweepNever : String(first);
        return h("td", { style: `background:${background}`, class: light ? "light" : null, title: `${whole(gap)} · ${w.schoolYear(year)}` }, text);
    };

    const drawPickers = () => {
        const { words: w, language } = page;
        switcher.replaceChildren(...[["greatest", w.sweepGreatest], ["first", w.sweepFirst]].map(([which, text]) => h("button", { type: "button", "aria-pressed": String(shows === which), onclick: () => { shows = which; draw(); } }, text)));
        others.replaceChildren(...fixed.map((value, axis) => h("label", null, axes[axis].name[language],
            h("select", { onchange: (event) => { fixed[axis] = Number(event.target.value); draw(); } }, axes[axis].shown.map((text, index) => h("option", { value: index, selected: index === value }, text))))));
    };

    function draw() {
        const { of, words: w, language, state } = page;
        const { place, level } = state.get();
        if (of.ensemble.paths === undefined || level.levels.length > 1) {
            section.say(w.sweepTitle, of.ensemble.paths === undefined ? w.sweepLarge : w.fanChoose);
            region.replaceChildren();
            return;
        }
        const across = axes.at(-1);
        const down = axes.length > 1 ? axes.at(-2) : null;
        const rows = down === null ? [null] : down.shown.map((_, index) => index);
        const indices = (row, column) => [...fixed, ...(row === null ? [] : [row]), column];
        const all = of.ensemble.paths.filter((_, index) => index % FIGURES === 0);
        const name = page.placeName(place);
        let greatest = 0;
        for (let point = 0; point < of.ensemble.runs; point++) {
            greatest = Math.max(greatest, Math.abs(all[(point * of.placeCount + place) * of.levels.length + level.levels[0]]));
        }
        drawPickers();
        section.say(w.sweepTitle, w.sweepLead(name, page.levelName(), of.ensemble.from));
        region.setAttribute("aria-label", w.sweepTitle);
        region.replaceChildren(h("table", { class: "heat matrix" },
            h("caption", { class: "unseen" }, w.sweepLead(name, page.levelName(), of.ensemble.from)),
            h("thead", null,
                h("tr", null, h("th", null), h("th", { colspan: across.shown.length, scope: "colgroup" }, across.name[language])),
                h("tr", null, h("th", { scope: "col" }, down?.name[language] ?? ""), across.shown.map((text) => h("th", { scope: "col" }, text)))),
            h("tbody", null, rows.map((row) => h("tr", null, h("th", { scope: "row" }, row === null ? "" : down.shown[row]), across.shown.map((_, column) => cell(indices(row, column), place, level.levels[0], greatest)))))));
    }
    return { node: section.node, draw };
}
