// The page of a comparison: the answer, what differs, the change by assumption over the years, and the figures.
import { categories, COLOURS, createChart, measure } from "./chart.js";
import { compareWords } from "./compare_words.js";
import { openComparison } from "./document.js";
import { h, table } from "./dom.js";
import { signed } from "./numbers.js";
import { createSection } from "./section.js";
import { createState } from "./state.js";
import { words } from "./words.js";

// Told apart by those who see few colours, too; what comes behind the last has no colour of its own.
const PALETTE = ["#0b6b63", "#d9822b", "#5c4b99", "#3e9ad1", "#b5508f", "#8a9a2d", "#7a4b2a", "#1f3a6e"];

const of = openComparison();
const district = of.places.length - 1;

// What is looked at first: the first level that changes, in the year that the program answers for.
function firstChoice() {
    const level = Math.max(0, of.levels.findIndex((one) => one.changes));
    return { language: of.language, place: district, level, year: of.levels[level].year };
}

const state = createState(firstChoice());
const spoken = () => ({ ...words[state.get().language], ...compareWords[state.get().language] });
const named = (name) => name[state.get().language];

function placeName(index) {
    const place = of.places[index];
    const w = spoken();
    return place.kind === "town" ? named(place) : place.kind === "area" ? w.subtotal(named(place)) : w.district;
}

const cell = (year, place, level) => ((year - of.first) * of.places.length + place) * of.levels.length + level;
const cells = of.years.length * of.places.length * of.levels.length;

/** Both gaps, the change, and what each assumption makes of it; NaN where that is not known. */
function figures(year, place, level) {
    const at = cell(year, place, level);
    const [a, b] = [of.gaps[at], of.gaps[cells + at]];
    const shares = of.causes.map((_, cause) => of.shares[cause * cells + at]);
    const shown = shares.slice(0, PALETTE.length);
    const rest = shares.slice(PALETTE.length);
    return { a, b, change: b - a, shares: rest.length > 0 ? [...shown, rest.reduce((sum, share) => sum + share, 0)] : shown };
}

/** Names and colours of what the shares are of; all behind the last colour together. */
function causes() {
    const shown = of.causes.slice(0, PALETTE.length).map((cause, index) => ({ name: named(cause), colour: PALETTE[index] }));
    return of.causes.length > PALETTE.length ? [...shown, { name: spoken().others, colour: "#cbd2d9" }] : shown;
}

const shownFigure = (value) => (Number.isNaN(value) ? "–" : signed(value));
const kindOf = (value) => (Math.round(value) > 0 ? "short" : Math.round(value) < 0 ? "spare" : null);

function createAnswers() {
    const node = h("section", { class: "headline", "aria-labelledby": "headline-title" });
    const draw = () => node.replaceChildren(
        h("h2", { id: "headline-title" }, spoken().headline),
        h("div", { class: "cards" }, of.said.map((said) => h("article", { class: "card answer" }, h("p", null, named(said))))));
    return { node, draw };
}

function createInputs() {
    const section = createSection("inputs");
    const draw = () => {
        const w = spoken();
        section.say(w.inputsTitle, of.inputs.length > 0 ? w.inputsLead : w.nothing);
        section.body.replaceChildren(
            of.inputs.length > 0 ? table({ name: "sources", caption: w.inputsTitle, heads: named(of.inputHeads), rows: of.inputs.map(named) }) : "",
            ...of.inputNotes.map((note) => h("p", { class: "note" }, named(note))));
    };
    return { node: section.node, draw };
}

// Another level is looked at in the year that the program answers for.
function choose(name, value) {
    state.set(name === "level" ? { level: value, year: of.levels[value].year } : { [name]: value });
}

function createPickers() {
    const node = h("div", { class: "pickers bar", role: "group" });
    const draw = () => {
        const w = spoken();
        const { place, level, year } = state.get();
        const select = (name, label, options, chosen) => h("label", null, h("span", null, label), h("select", { name, onchange: (event) => choose(name, Number(event.target.value)) },
            options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
        node.replaceChildren(
            select("place", w.place, [district, ...of.places.keys()].slice(0, -1).map((index) => [index, placeName(index)]), place),
            select("level", w.level, of.levels.map((one, index) => [index, named(one)]), level),
            select("year", w.year, of.years.map((one) => [one, w.schoolYear(one)]), year));
    };
    return { node, draw };
}

const tip = (title, rows) => h("div", { class: "tip" }, h("b", null, title), rows.map(([name, text, colour]) => h("div", null, h("i", { style: `background:${colour}` }), h("span", null, name), h("em", null, text))));

function createCauses() {
    const section = createSection("causes");
    const chart = createChart(320);
    const legend = h("ul", { class: "legend" });
    section.body.append(legend, chart.node);
    const draw = () => {
        const w = spoken();
        const { place, level } = state.get();
        const rows = of.years.map((year) => figures(year, place, level));
        const known = rows[0].shares.length > 0 && !rows.some((row) => row.shares.some(Number.isNaN));
        const parts = known ? causes() : [];
        const where = [placeName(place), named(of.levels[level])];
        const bar = (name, colour, data) => ({ name, type: "bar", stack: "change", color: colour, barMaxWidth: 34, data, emphasis: { disabled: true } });
        section.say(w.chartTitle, (known ? w.chartLead : w.chartPlain)(...where));
        legend.replaceChildren(...parts.map(({ name, colour }) => h("li", { class: "swatch", style: `--swatch:${colour}` }, name)), h("li", null, w.change));
        chart.draw({
            xAxis: categories(of.years, { boundaryGap: true, axisLine: { onZero: true, lineStyle: { color: COLOURS.ink } }, axisLabel: { color: "#52606d", fontSize: 12 } }),
            yAxis: measure({ axisLabel: { formatter: signed, color: "#52606d" } }),
            tooltip: { trigger: "axis", confine: true, formatter: (points) => tip(w.schoolYear(Number(points[0].axisValue)), points.map((one) => [one.seriesName, shownFigure(one.value), one.color])) },
            series: [
                ...parts.map(({ name, colour }, index) => bar(name, colour, rows.map((row) => row.shares[index]))),
                { name: w.change, type: "line", color: COLOURS.ink, lineStyle: { color: COLOURS.ink, width: 2 }, symbol: "circle", symbolSize: 5, data: rows.map((row) => row.change), emphasis: { disabled: true } },
            ],
        }, `${w.chartTitle}: ${where.join(", ")}`);
    };
    return { node: section.node, draw };
}

function createFigures() {
    const section = createSection("figures");
    const switcher = h("div", { class: "segments" });
    const region = h("div", { class: "scroll", tabindex: "0", role: "region" });
    let by = "town";
    let sort = { column: -1, down: false };
    section.body.append(switcher, region);

    const rowsOf = () => {
        const { place, level, year } = state.get();
        const row = (text, kind, { a, b, change, shares }) => ({ text, kind, values: [a, b, change, ...shares] });
        return by === "town"
            ? of.places.map((one, index) => row(placeName(index), one.kind, figures(year, index, level)))
            : of.years.map((one) => row(spoken().schoolYear(one), null, figures(one, place, level)));
    };

    const sorted = (rows) => {
        const sign = sort.down ? -1 : 1;
        if (sort.column < 0) {
            return sort.down ? rows.reverse() : rows;
        }
        return rows.sort((one, other) => sign * (one.values[sort.column] - other.values[sort.column]));
    };

    const head = (text, column) => {
        const active = sort.column === column;
        return h("th", { scope: "col", "aria-sort": active ? (sort.down ? "descending" : "ascending") : "none" },
            h("button", { type: "button", title: spoken().sortBy(text), onclick: () => { sort = { column, down: active ? !sort.down : column >= 0 }; draw(); } },
                text, h("span", { class: "arrow", "aria-hidden": "true" }, active ? (sort.down ? " ↓" : " ↑") : "")));
    };

    function draw() {
        const w = spoken();
        const { place, level, year } = state.get();
        const where = `${by === "town" ? w.schoolYear(year) : placeName(place)} · ${named(of.levels[level])}`;
        section.say(w.tableTitle, where);
        switcher.replaceChildren(...[["town", w.byTown], ["year", w.byYear]].map(([which, text]) => h("button", { type: "button", "aria-pressed": String(by === which), onclick: () => { by = which; sort = { column: -1, down: false }; draw(); } }, text)));
        region.setAttribute("aria-label", w.tableTitle);
        region.replaceChildren(h("table", { class: "numbers" },
            h("caption", { class: "unseen" }, `${w.tableTitle}: ${where}`),
            h("thead", null, h("tr", null, [by === "town" ? w.town : w.year, w.gapA, w.gapB, w.change, ...causes().map(({ name }) => name)].map((text, index) => head(text, index - 1)))),
            h("tbody", null, sorted(rowsOf()).map((row) => h("tr", { class: row.kind }, h("th", { scope: "row" }, row.text), row.values.map((value) => h("td", { class: kindOf(value) }, shownFigure(value))))))));
    }
    return { node: section.node, draw };
}

function createNotes() {
    const section = createSection("notes");
    const draw = () => {
        section.say(spoken().notes, "");
        section.body.replaceChildren(...of.notes.map((note) => h("p", { class: "lead" }, named(note))));
    };
    return { node: section.node, draw };
}

const made = { answers: createAnswers(), inputs: createInputs(), pickers: createPickers(), causes: createCauses(), figures: createFigures(), notes: createNotes() };
const shell = {
    title: h("h1"), kind: h("p", { class: "scenario" }), sides: h("div", { class: "question" }),
    language: h("button", { type: "button", class: "plain", id: "language", onclick: () => state.set({ language: state.get().language === "zh" ? "en" : "zh" }) }),
    print: h("button", { type: "button", class: "plain", onclick: () => print() }),
    skip: h("a", { class: "skip", href: "#main" }),
    about: h("footer"),
};

function drawShell() {
    const w = spoken();
    const titles = of.sides.map((side) => named(side.title) || side.scenario);
    document.documentElement.lang = w.htmlLanguage;
    document.title = w.versus(...titles);
    shell.title.textContent = w.versus(...titles);
    shell.kind.textContent = w.kind;
    shell.sides.replaceChildren(...of.titles.map((one) => h("p", null, named(one))));
    shell.language.textContent = w.other;
    shell.language.lang = state.get().language === "zh" ? "en" : "zh-CN";
    shell.print.textContent = w.print;
    shell.skip.textContent = w.skip;
    shell.about.replaceChildren(h("h2", null, w.about), h("p", null, w.version(of.version)), h("details", null, h("summary", null, w.licences), h("pre", null, document.getElementById("licences").content.textContent)));
}

function draw(names) {
    names.forEach((name) => made[name].draw());
}

state.listen((_, changed) => {
    if (changed.includes("language")) {
        drawShell();
        draw(Object.keys(made));
    } else {
        draw(changed.includes("place") || changed.includes("level") ? ["pickers", "causes", "figures"] : ["pickers", "figures"]);
    }
});

document.getElementById("page").replaceChildren(
    shell.skip,
    h("header", null, h("div", { class: "names" }, shell.kind, shell.title, shell.sides), h("div", { class: "tools" }, shell.language, shell.print)),
    h("main", { id: "main" }, made.answers.node,
        h("div", { class: "charts alone" }, ["inputs", "pickers", "causes", "figures", "notes"].map((name) => made[name].node))),
    shell.about);
drawShell();
draw(Object.keys(made));
// For those who open the console, and for tests.
window.comparison = { of, state, figures, causes };
document.documentElement.dataset.ready = String(Math.round(performance.now()));
