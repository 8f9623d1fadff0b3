// Assumptions to be moved. Each changes the values exactly as a line of a scenario would.
import { h } from "./dom.js";
import { percent, signed, whole } from "./numbers.js";
import { figure } from "./places.js";
import { scenarioText, widthOf } from "./yaml.js";
import { words as allWords } from "./words.js";

/** Below this width, in pixels, the sliders are folded up: charts come first on a phone. */
const NARROW = 900;

/** A round number near a share of the residents, so that the slider fits a town and a city. */
function roundStep(residents) {
    const rough = Math.max(1, residents / 2000);
    const unit = 10 ** Math.floor(Math.log10(rough));
    return Math.max(1, Math.round(rough / unit)) * unit;
}

// Changes the values of a parameter by change(value, key): of a path from the first open year on.
function alter(page, values, name, change, keys) {
    const { of } = page;
    const parameter = of.parameters[name];
    const width = widthOf(of, parameter);
    const from = parameter.type === "path" ? of.scenario.open - of.baseYear : 0;
    const all = parameter.keys.length === 0 ? [0] : parameter.keys.map((_, index) => index);
    for (const key of keys ?? all) {
        for (let index = from; index < width; index++) {
            const at = parameter.offset + key * width + index;
            values[at] = Math.min(parameter.high, Math.max(parameter.low, change(values[at], key)));
        }
    }
}

function definitions(page) {
    const { of, district } = page;
    const step = roundStep(of.towns.reduce((sum, town) => sum + town.population, 0));
    const youngest = of.levels.reduce((best, level, index) => (level.entryAge < of.levels[best].entryAge ? index : best), 0);
    const baseSeats = (level) => figure(of, of.gaps, of.baseYear, district, [level], "seats");
    const developer = of.parameters["supply.delay_years"].keys.indexOf("developer");
    const times = (value) => percent(value);
    return [
        { id: "births", low: 0.5, high: 1.5, step: 0.01, rest: 1, text: times, set: (values, x) => alter(page, values, "fertility.multiplier", (value) => value * x) },
        { id: "migration", low: -20 * step, high: 20 * step, step, rest: 0, text: (x, w) => w.persons(signed(x)), set: (values, x) => alter(page, values, "migration.added", (value) => value + x) },
        { id: "developerDelay", low: 0, high: 5, step: 1, rest: 0, text: (x, w) => w.yearsLate(x), set: (values, x) => alter(page, values, "supply.delay_years", (value) => value + x, [developer]) },
        { id: "classSize", low: -10, high: 10, step: 1, rest: 0, text: (x, w) => w.pupils(signed(x)), set: (values, x) => alter(page, values, "norms.class_size_added", (value) => value + x) },
        { id: "kindergartenRate", name: (w, language) => w.kindergartenRate(of.levels[youngest][language]), low: 0.8, high: 1.1, step: 0.01, rest: 1, text: times, set: (values, x) => alter(page, values, "enrolment.rate_multiplier", (value) => value * x, [youngest]) },
        { id: "publicShare", low: 0.7, high: 1.5, step: 0.01, rest: 1, text: times, set: (values, x) => alter(page, values, "enrolment.public_share_multiplier", (value) => value * x) },
        { id: "backlog", low: -0.1, high: 0.1, step: 0.005, rest: 0, text: (x) => (x > 0 ? "+" : "") + percent(x, 1), set: (values, x) => alter(page, values, "supply.backlog", (value, level) => value + Math.round(x * baseSeats(level))) },
    ];
}

export function createSliders(page) {
    const rows = definitions(page).map((of) => ({ ...of, input: h("input", { type: "range", id: `slider-${of.id}`, min: of.low, max: of.high, step: of.step, value: of.rest }), output: h("output", { for: `slider-${of.id}` }), label: h("label", { for: `slider-${of.id}` }) }));
    const node = h("aside", { class: "sliders", "aria-labelledby": "sliders-title" });
    const said = h("p", { class: "said", role: "status" });
    let waiting = 0;

    const moved = (row) => Number(row.input.value) !== row.rest;
    const values = () => {
        const copy = Float64Array.from(page.of.values);
        rows.filter(moved).forEach((row) => row.set(copy, Number(row.input.value)));
        return copy;
    };
    const show = (row) => {
        const { words: w } = page;
        const text = moved(row) ? row.text(Number(row.input.value), w) : w.asIs;
        row.output.textContent = text;
        row.input.setAttribute("aria-valuetext", text);
        row.output.classList.toggle("moved", moved(row));
    };
    // At most one run a frame, of the latest values.
    const changed = () => {
        rows.forEach(show);
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => page.recompute(values()));
    };
    rows.forEach((row) => row.input.addEventListener("input", changed));

    const reset = () => {
        rows.forEach((row) => (row.input.value = row.rest));
        changed();
    };
    const scenario = () => scenarioText(page.of, page.values, allWords);
    const copy = async () => {
        const { words: w } = page;
        try {
            await navigator.clipboard.writeText(scenario());
            said.textContent = w.copied;
        } catch {
            said.textContent = w.notCopied;
        }
    };
    const save = () => {
        const address = URL.createObjectURL(new Blob([scenario()], { type: "application/yaml" }));
        h("a", { href: address, download: `${page.of.scenario.name}_changed.yaml` }).click();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
    };

    const draw = () => {
        const { of, words: w, language } = page;
        const live = page.engine !== null;
        rows.forEach((row) => {
            row.label.textContent = row.name === undefined ? w[row.id] : row.name(w, language);
            row.input.disabled = !live;
            show(row);
        });
        said.textContent = "";
        node.replaceChildren(h("details", { open: node.firstChild?.open ?? innerWidth > NARROW },
            h("summary", { id: "sliders-title" }, w.slidersTitle),
            h("p", { class: "lead" }, live ? w.slidersLead(of.scenario.open) : page.engineTrouble === null ? w.slidersOff : w.engineFailed(page.engineTrouble)),
            h("div", { class: "rows" }, rows.map((row) => h("div", { class: "row" }, row.label, row.output, row.input))),
            h("div", { class: "buttons" },
                h("button", { type: "button", class: "plain", id: "reset", disabled: !live, onclick: reset }, w.reset),
                h("button", { type: "button", class: "strong", id: "copy-yaml", onclick: copy }, w.copyYaml),
                h("button", { type: "button", class: "plain", id: "save-yaml", onclick: save }, w.saveYaml)),
            said,
            h("p", { class: "hint" }, w.yamlHint(of.scenario.file ?? `${of.scenario.name}.yaml`))));
    };
    /** What has been moved, in words. */
    const movedWords = () => rows.filter(moved).map((row) => `${row.label.textContent} ${row.text(Number(row.input.value), page.words)}`);
    return { node, draw, moved: movedWords };
}
