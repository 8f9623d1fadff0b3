// The figures under the field's own headings, sorted by any column.
import { h } from "./dom.js";
import { mu, whole } from "./numbers.js";
import { figure, placesShown } from "./places.js";
import { createSection } from "./section.js";

const COLUMNS = [
    ["children", "children"], ["enrolment", "enrolment"], ["demand", "demand"], ["seatsColumn", "seats"], ["gap", "gap"],
    ["classes", "classes_needed"], ["land", "land_needed_m2", mu], ["staff", "staff_needed"],
];

export function createTable(page) {
    const section = createSection("figures");
    const switcher = h("div", { class: "segments" });
    const region = h("div", { class: "scroll", tabindex: "0", role: "region" });
    section.body.append(switcher, region);
    let by = "town";
    let sort = { column: -1, down: false };

    const rowsOf = () => {
        const { of, run, words: w, state, places } = page;
        const { place, level, year } = state.get();
        const row = (text, one, of_) => ({ text, kind: places[of_].kind, values: COLUMNS.map(([, name]) => figure(of, run.gaps, one, of_, level.levels, name)) });
        return by === "town" ? placesShown(page, level.levels).map((index) => row(page.placeName(index), year, index)) : of.years.map((one) => row(w.schoolYear(one), one, place));
    };

    const sorted = (rows) => {
        if (sort.column < 0) {
            return sort.down ? [...rows].reverse() : rows;
        }
        const sign = sort.down ? -1 : 1;
        return [...rows].sort((one, other) => sign * (one.values[sort.column] - other.values[sort.column]));
    };

    const head = (text, column) => {
        const { words: w } = page;
        const active = sort.column === column;
        return h("th", { scope: "col", "aria-sort": active ? (sort.down ? "descending" : "ascending") : "none" },
            h("button", { type: "button", title: w.sortBy(text), onclick: () => { sort = { column, down: active ? !sort.down : column >= 0 }; draw(); } },
                text, h("span", { class: "arrow", "aria-hidden": "true" }, active ? (sort.down ? " ↓" : " ↑") : "")));
    };

    const cell = (value, [, name, shown]) => h("td", { class: name === "gap" ? (Math.round(value) > 0 ? "short" : Math.round(value) < 0 ? "spare" : null) : null, "data-field": name }, (shown ?? whole)(value));

    function draw() {
        const { words: w, state } = page;
        const { place, year } = state.get();
        const where = by === "town" ? w.schoolYear(year) : page.placeName(place);
        section.say(w.tableTitle, `${where} · ${page.levelName()}`);
        switcher.replaceChildren(...[["town", w.byTown], ["year", w.byYear]].map(([which, text]) => h("button", { type: "button", "aria-pressed": String(by === which), onclick: () => { by = which; sort = { column: -1, down: false }; draw(); } }, text)));
        region.setAttribute("aria-label", w.tableTitle);
        region.replaceChildren(h("table", { class: "numbers" },
            h("caption", { class: "unseen" }, `${w.tableTitle}: ${where}, ${page.levelName()}`),
            h("thead", null, h("tr", null, head(by === "town" ? w.town : w.year, -1), COLUMNS.map(([word], index) => head(w[word], index)))),
            h("tbody", null, sorted(rowsOf()).map((row) => h("tr", { class: by === "town" ? row.kind : null }, h("th", { scope: "row" }, row.text), row.values.map((value, index) => cell(value, COLUMNS[index])))))));
    }
    return { node: section.node, draw };
}
