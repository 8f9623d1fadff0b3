// Residents by sex and single year of age, which plays through the years. School ages stand out.
import { h, svg } from "./dom.js";
import { whole } from "./numbers.js";
import { createSection } from "./section.js";

const STEP = 500; // milliseconds a year

// The drawing's own units: it is scaled to its place.
const WIDTH = innerWidth < 560 ? 420 : 800;
const BAR = 4;
const LEFT = 60;
const MIDDLE = LEFT + (WIDTH - LEFT) / 2;
const REACH = (WIDTH - LEFT) / 2 - 10;

/** A round figure at most half of the widest bar, for the scale. */
function scaleStep(most) {
    const unit = 10 ** Math.floor(Math.log10(most / 2));
    return [5, 2, 1].map((times) => times * unit).find((step) => step <= most / 2) ?? unit;
}

export function createPyramid(page) {
    const section = createSection("pyramid");
    const drawing = svg("svg", { class: "pyramid", role: "img" });
    const pointed = h("p", { class: "pointed", "aria-hidden": "true" });
    const button = h("button", { type: "button", class: "plain", onclick: () => (timer === 0 ? play() : stop()) });
    const slider = h("input", { type: "range", step: "1", oninput: () => { stop(); page.state.set({ year: Number(slider.value) }); } });
    const legend = h("ul", { class: "legend" });
    section.body.append(h("div", { class: "player" }, button, slider), legend, pointed, drawing);
    let timer = 0;

    const stop = () => {
        clearInterval(timer);
        timer = 0;
        button.textContent = page.words.play;
    };
    const play = () => {
        const years = page.of.years;
        if (page.state.get().year === years.at(-1)) {
            page.state.set({ year: years[0] });
        }
        timer = setInterval(() => {
            const { year } = page.state.get();
            year < years.at(-1) ? page.state.set({ year: year + 1 }) : stop();
        }, STEP);
        button.textContent = page.words.pause;
    };

    // Towns of a place, as indices.
    const townsOf = (place) => {
        const { of, places } = page;
        const every = of.towns.map((_, index) => index);
        const area = place - of.towns.length;
        return places[place].kind === "town" ? [place] : places[place].kind === "area" ? every.filter((town) => of.towns[town].area === area) : every;
    };

    const people = (place, year, sex) => {
        const { of, run } = page;
        const sums = new Array(of.ages).fill(0);
        for (const town of townsOf(place)) {
            const first = (((year - of.baseYear) * of.towns.length + town) * 2 + sex) * of.ages;
            for (let age = 0; age < of.ages; age++) {
                sums[age] += run.population[first + age];
            }
        }
        return sums;
    };

    const levelOfAge = (age) => page.of.levels.findIndex((level) => age >= level.entryAge && age < level.entryAge + level.grades);
    const SHADES = ["#0b6b63", "#c08a2b", "#7a4f9a", "#3d7ea6", "#9a4a4a"];
    const shade = (age) => (levelOfAge(age) < 0 ? "#cbd2d9" : SHADES[levelOfAge(age) % SHADES.length]);

    // The widest bar of all years, so that bars can be compared from year to year; kept until place or run change.
    let widest = { of: null };
    const widestOf = (place) => {
        if (widest.of !== page.run || widest.place !== place) {
            const all = page.of.years.flatMap((year) => [...people(place, year, 0), ...people(place, year, 1)]);
            widest = { of: page.run, place, value: all.reduce((most, one) => Math.max(most, one), 1) };
        }
        return widest.value;
    };

    const HEAD = 20;
    const HEIGHT = HEAD + page.of.ages * BAR + 26;
    drawing.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);

    // Bars of a shade are one path.
    const paint = (men, women, most) => {
        const { words: w } = page;
        const top = (age) => HEAD + (page.of.ages - 1 - age) * BAR;
        const paths = new Map();
        men.forEach((value, age) => {
            const [left, right] = [(REACH * value) / most, (REACH * women[age]) / most];
            const bar = `M${(MIDDLE - left).toFixed(1)} ${top(age)}h${(left + right).toFixed(1)}v${BAR - 0.8}h${(-left - right).toFixed(1)}z`;
            paths.set(shade(age), (paths.get(shade(age)) ?? "") + bar);
        });
        const step = scaleStep(most);
        const at = (value) => MIDDLE + (REACH * value) / most;
        const ticks = [-2, -1, 0, 1, 2].map((times) => times * step).filter((value) => Math.abs(value) <= most);
        const ages = men.map((_, age) => age).filter((age) => age % 10 === 0);
        drawing.replaceChildren(
            ...ticks.map((value) => svg("line", { x1: at(value), x2: at(value), y1: HEAD, y2: HEIGHT - 24, class: "rule" })),
            ...[...paths].map(([fill, d]) => svg("path", { d, fill })),
            svg("line", { x1: MIDDLE, x2: MIDDLE, y1: HEAD, y2: HEIGHT - 24, class: "middle" }),
            ...ticks.map((value) => svg("text", { x: at(value), y: HEIGHT - 8, "text-anchor": "middle" }, whole(Math.abs(value)))),
            ...ages.map((age) => svg("text", { x: LEFT - 14, y: top(age) + BAR, "text-anchor": "end" }, w.years(age))),
            svg("text", { x: MIDDLE - 14, y: 12, "text-anchor": "end" }, w.left(w.male)),
            svg("text", { x: MIDDLE + 14, y: 12 }, w.right(w.female)));
    };

    const draw = () => {
        const { of, words: w, state, language } = page;
        section.node.hidden = page.run.population === null;
        if (section.node.hidden) {
            return;
        }
        const { place, year } = state.get();
        const [men, women] = [people(place, year, 0), people(place, year, 1)];
        const name = page.placeName(place);
        const total = [...men, ...women].reduce((sum, one) => sum + one, 0);
        const most = widestOf(place);
        section.say(w.pyramidTitle, w.pyramidLead(name, year, whole(total)));
        button.textContent = timer === 0 ? w.play : w.pause;
        slider.min = of.years[0];
        slider.max = of.years.at(-1);
        slider.value = year;
        slider.setAttribute("aria-label", w.year);
        slider.setAttribute("aria-valuetext", w.schoolYear(year));
        legend.replaceChildren(...of.levels.map((level, index) => h("li", { class: "swatch", style: `--swatch:${SHADES[index % SHADES.length]}` }, level[language])));
        drawing.setAttribute("aria-label", w.pyramidLead(name, year, whole(total)));
        paint(men, women, most);
        drawing.onpointermove = (event) => {
            const box = drawing.getBoundingClientRect();
            const age = of.ages - 1 - Math.floor(((event.clientY - box.top) / box.height) * (HEIGHT / BAR) - HEAD / BAR);
            pointed.textContent = age >= 0 && age < of.ages ? w.atAge(age, whole(men[age]), whole(women[age])) : "";
        };
        drawing.onpointerleave = () => (pointed.textContent = "");
        section.tableBehind(w.tableBehind, () => ({
            caption: w.pyramidLead(name, year, whole(total)),
            heads: [w.age, w.male, w.female],
            rows: men.map((value, age) => [String(age), whole(value), whole(women[age])]),
        }));
    };
    return { node: section.node, draw };
}
