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
    let shows = page.of.ensemble.gap === undefined ? "greatest" : "gap";
    const axes = page.of.ensemble.axes;
    const fixed = axes.slice(0, -2).map(() => 0);

    // Point of the grid, the last axis fastest.
    const pointOf = (indices) => indices.reduce((point, index, axis) => point * axes[axis].shown.length + index, 0);

    const rowOf = (point, place, level) => (point * page.of.placeCount + place) * page.of.levels.length + level;
    const pathOf = (point, place, level) => page.of.ensemble.paths.subarray(rowOf(point, place, level) * FIGURES, (rowOf(point, place, level) + 1) * FIGURES);
    const gapOf = (point, place, level, year) => {
        const { of } = page;
        return shows === "gap" ? of.ensemble.gap[rowOf(point * of.years.length + year - of.scenario.first, place, level)] : pathOf(point, place, level)[0];
    };

    const cell = (point, place, level, year, greatest) => {
        const { words: w } = page;
        const [, when, first] = pathOf(point, place, level);
        const gap = gapOf(point, place, level, year);
        const { background, light } = gapColour(gap, greatest);
        const text = shows !== "first" ? whole(gap) : Number.isNaN(first) ? w.sweepNever : String(first);
        return h("td", { style: `background:${background}`, class: light ? "light" : null, title: `${whole(gap)} · ${w.schoolYear(shows === "gap" ? year : when)}` }, text);
    };

    const drawPickers = () => {
        const { words: w, language } = page;
        switcher.replaceChildren(...[...(page.of.ensemble.gap === undefined ? [] : [["gap", w.sweepGap]]), ["greatest", w.sweepGreatest], ["first", w.sweepFirst]].map(([which, text]) => h("button", { type: "button", "aria-pressed": String(shows === which), onclick: () => { shows = which; draw(); } }, text)));
        others.replaceChildren(...fixed.map((value, axis) => h("label", null, axes[axis].name[language],
            h("select", { onchange: (event) => { fixed[axis] = Number(event.target.value); draw(); } }, axes[axis].shown.map((text, index) => h("option", { value: index, selected: index === value }, text))))));
    };

    function draw() {
        const { of, words: w, language, state } = page;
        const { place, level, year } = state.get();
        if (of.ensemble.paths === undefined || level.levels.length > 1) {
            section.say(w.sweepTitle, of.ensemble.paths === undefined ? w.sweepLarge : w.fanChoose);
            region.replaceChildren();
            return;
        }
        const across = axes.at(-1);
        const down = axes.length > 1 ? axes.at(-2) : null;
        const rows = down === null ? [null] : down.shown.map((_, index) => index);
        const indices = (row, column) => [...fixed, ...(row === null ? [] : [row]), column];
        const name = page.placeName(place);
        let greatest = 0;
        for (let point = 0; point < of.ensemble.runs; point++) {
            greatest = Math.max(greatest, Math.abs(gapOf(point, place, level.levels[0], year)));
        }
        drawPickers();
        const lead = shows === "gap" ? w.sweepLeadYear(name, page.levelName(), w.schoolYear(year)) : w.sweepLead(name, page.levelName(), of.ensemble.from);
        section.say(w.sweepTitle, document.body.classList.contains("changed") ? `${lead} · ${w.sweepFixed}` : lead);
        region.setAttribute("aria-label", w.sweepTitle);
        region.replaceChildren(h("table", { class: "heat matrix" },
            h("caption", { class: "unseen" }, lead),
            h("thead", null,
                h("tr", null, h("th", null), h("th", { colspan: across.shown.length, scope: "colgroup" }, across.name[language])),
                h("tr", null, h("th", { scope: "col" }, down?.name[language] ?? ""), across.shown.map((text) => h("th", { scope: "col" }, text)))),
            h("tbody", null, rows.map((row) => h("tr", null, h("th", { scope: "row" }, row === null ? "" : down.shown[row]), across.shown.map((_, column) => cell(pointOf(indices(row, column)), place, level.levels[0], year, greatest)))))));
    }
    return { node: section.node, draw };
}
