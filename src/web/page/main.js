// The page: opens the document, makes its parts, and draws them anew whenever what they look at changes.
import { h } from "./dom.js";
import { openDocument } from "./document.js";
import { createPlaces, greatestGap, levelChoices, levelName } from "./places.js";
import { createState } from "./state.js";
import { words } from "./words.js";
import { checkModel, drawModel, endsOfModel, openModel, runModel } from "./model.js";
import { createHeadline } from "./headline.js";
import { createPickers } from "./pickers.js";
import { createDemand } from "./demand.js";
import { createFan } from "./fan.js";
import { createHeat } from "./heat.js";
import { createPyramid } from "./pyramid.js";
import { createSliders } from "./sliders.js";
import { createStanding } from "./standing.js";
import { createSweep } from "./sweep.js";
import { createTable } from "./table.js";
import { createTiles } from "./tiles.js";
import { createTimeline } from "./timeline.js";
import { createTornado } from "./tornado.js";

const of = openDocument();
const { places, district } = createPlaces(of);
const choices = levelChoices(of);

// The year that is looked at first: the first that is not known yet; of a sweep the last, in which all that is moved has acted.
function firstYear() {
    return of.ensemble?.kind === "sweep" ? of.scenario.last : of.scenario.open;
}

const state = createState({ language: of.language, place: district, level: choices[Math.min(1, of.levels.length - 1)], year: firstYear() });

const programDraws = of.ensemble?.kind === "uncertainty" ? { ...of.ensemble, count: of.ensemble.draws } : null;

/** What all parts share: document, numbers in force, and words. */
const page = {
    of, places, district, choices, state,
    values: of.values,
    run: { gaps: of.gaps, population: of.population },
    engine: null,
    engineTrouble: null,
    check: null,
    get language() { return state.get().language; },
    get words() { return words[state.get().language]; },
    placeName(index) {
        const { language } = state.get();
        const place = places[index];
        return place.kind === "town" ? place[language] : place.kind === "area" ? words[language].subtotal(place[language]) : words[language].total(place[language]);
    },
    levelName: () => levelName(of, state.get().level, state.get().language),
    /** Of all towns and years: what the colours of the gaps go by. */
    greatestGap: (levels) => greatestGap(of, page.run.gaps, levels),
    /** Of an uncertainty what the draws say, else null: all of the program's, or the first few about changed values. */
    draws: () => page.changedDraws ?? programDraws,
    changedDraws: null,
    /** Of a sensitivity: [input][end][state printed][place][level]; null where there is no engine to tell. */
    ends: of.ensemble?.ends ?? null,
    /** Runs the model with the values; every part shows what comes out. */
    recompute(values) {
        page.values = values;
        page.run = runModel(page.engine, values);
        const asItIs = values.every((value, index) => value === of.values[index]);
        runEnsemble(values, asItIs);
        document.body.classList.toggle("changed", !asItIs);
        drawChanges();
        draw(DEPENDS.run);
    },
    /** A tooltip: its texts are escaped here, since ECharts takes markup. */
    tip(title, rows) {
        const node = h("div", { class: "tip" }, h("b", null, title), rows.map(([name, text, colour]) => h("div", null, colour ? h("i", { style: `background:${colour}` }) : null, h("span", null, name), h("em", null, text))));
        return node;
    },
};

function runEnsemble(values, asItIs) {
    if (of.ensemble?.kind === "uncertainty") {
        page.changedDraws = asItIs ? null : drawModel(page.engine, values);
    } else if (of.ensemble?.kind === "sensitivity") {
        page.ends = endsOfModel(page.engine, values);
    }
}

function parts() {
    const kind = of.ensemble?.kind;
    return {
        headline: createHeadline(page),
        pickers: createPickers(page),
        demand: createDemand(page),
        fan: kind === "uncertainty" ? createFan(page) : null,
        heat: createHeat(page),
        tiles: of.towns.some((town) => town.neighbours) ? createTiles(page) : null,
        sweep: kind === "sweep" ? createSweep(page) : null,
        tornado: kind === "sensitivity" ? createTornado(page) : null,
        pyramid: createPyramid(page),
        timeline: of.projects.length > 0 ? createTimeline(page) : null,
        table: createTable(page),
        standing: createStanding(page),
        sliders: createSliders(page),
    };
}

// What has to be drawn anew when a choice changes.
const DEPENDS = {
    run: ["headline", "demand", "fan", "heat", "tiles", "sweep", "tornado", "pyramid", "timeline", "table", "standing"],
    year: ["pickers", "heat", "tiles", "sweep", "tornado", "pyramid", "table", "standing"],
    place: ["pickers", "demand", "fan", "heat", "tiles", "sweep", "tornado", "pyramid", "timeline", "table"],
    level: ["pickers", "demand", "fan", "heat", "tiles", "sweep", "tornado", "timeline", "table"],
};

const made = parts();
// For those who open the console, and for tests.
window.report = page;
const shell = {
    title: h("h1"), question: h("p", { class: "question" }), scenario: h("p", { class: "scenario" }),
    language: h("button", { type: "button", class: "plain", id: "language", onclick: () => state.set({ language: page.language === "zh" ? "en" : "zh" }) }),
    print: h("button", { type: "button", class: "plain", onclick: () => print() }),
    about: h("footer"),
    check: h("p", { class: "check", role: "status" }),
    changes: h("p", { class: "changes", role: "status", hidden: true }),
    skip: h("a", { class: "skip", href: "#main" }),
};

// On the screen and on paper: that these are not the scenario's own numbers, and what was moved.
function drawChanges() {
    const moved = made.sliders.moved();
    shell.changes.hidden = moved.length === 0;
    shell.changes.textContent = page.words.changes(moved);
}

function drawShell() {
    const { words: w, language } = page;
    document.documentElement.lang = w.htmlLanguage;
    document.title = `${of.district[language]} · ${of.scenario.title[language] || of.scenario.name}`;
    shell.title.textContent = of.district[language];
    shell.scenario.textContent = of.scenario.title[language] || of.scenario.name;
    shell.question.textContent = of.scenario.question[language];
    shell.language.textContent = w.other;
    shell.language.lang = language === "zh" ? "en" : "zh-CN";
    shell.print.textContent = w.print;
    shell.skip.textContent = w.skip;
    shell.check.textContent = page.check === null ? "" : page.check ? w.checked : w.checkFailed;
    shell.check.classList.toggle("failed", page.check === false);
    shell.about.replaceChildren(h("h2", null, w.about), h("p", null, w.version(of.version)), shell.check, h("details", null, h("summary", null, w.licences), h("pre", null, document.getElementById("licences").content.textContent)));
}

function draw(names) {
    names.forEach((name) => made[name]?.draw());
}

function drawAll() {
    drawShell();
    draw(Object.keys(made));
    drawChanges();
}

state.listen((_, changed) => {
    if (changed.includes("language")) {
        drawAll();
    } else {
        draw([...new Set(changed.flatMap((name) => DEPENDS[name] ?? []))]);
    }
});

document.getElementById("page").replaceChildren(
    shell.skip,
    h("header", null, h("div", { class: "names" }, shell.scenario, shell.title, shell.question), h("div", { class: "tools" }, shell.language, shell.print)),
    h("main", { id: "main" },
        shell.changes, made.headline.node,
        h("div", { class: "work" },
            made.sliders.node,
            h("div", { class: "charts" }, made.pickers.node, ["demand", "fan", "heat", "tiles", "sweep", "tornado", "pyramid", "timeline", "table", "standing"].map((name) => made[name]?.node)))),
    shell.about);
drawAll();
document.documentElement.dataset.charts = String(Math.round(performance.now()));

// The charts stand on the program's numbers already; with the engine they can move.
async function start() {
    try {
        page.engine = await openModel(of);
        page.check = page.engine === null ? null : checkModel(page.engine, of);
    } catch (error) {
        page.engineTrouble = error.message;
    }
    if (page.engine !== null) {
        page.recompute(of.values);
    }
    drawShell();
    draw(["sliders"]);
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
start();
