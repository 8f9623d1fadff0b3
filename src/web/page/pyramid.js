// Residents by sex and single year of age, which plays through the years. School ages stand out.
import { categories, COLOURS, createChart, measure } from "./chart.js";
import { h } from "./dom.js";
import { whole } from "./numbers.js";
import { createSection } from "./section.js";

const STEP = 500; // milliseconds a year

export function createPyramid(page) {
    const section = createSection("pyramid");
    const chart = createChart(440);
    const button = h("button", { type: "button", class: "plain", onclick: () => (timer === 0 ? play() : stop()) });
    const slider = h("input", { type: "range", step: "1", oninput: () => { stop(); page.state.set({ year: Number(slider.value) }); } });
    const legend = h("ul", { class: "legend" });
    const sides = h("div", { class: "sides", "aria-hidden": "true" });
    section.body.append(h("div", { class: "player" }, button, slider), legend, sides, chart.node);
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
        sides.replaceChildren(h("span", null, w.left(w.male)), h("span", null, w.right(w.female)));
        const bars = (label, data, sign) => ({
            name: label, type: "bar", stack: "all", barCategoryGap: "15%", silent: false, emphasis: { disabled: true },
            data: data.map((value, age) => ({ value: sign * value, itemStyle: { color: shade(age), opacity: sign < 0 ? 1 : 0.78 } })),
        });
        chart.draw({
            grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
            xAxis: measure({ min: -most, max: most, splitNumber: 6, axisLabel: { formatter: (value) => whole(Math.abs(value)), color: "#52606d", showMinLabel: false, showMaxLabel: false } }),
            yAxis: categories(men.map((_, age) => age), { axisLabel: { interval: 9, color: "#52606d", formatter: (age) => w.years(age) }, axisLine: { show: false } }),
            tooltip: { trigger: "axis", axisPointer: { type: "none" }, confine: true, formatter: (points) => page.tip(`${points[0].axisValue} ${w.age}`, points.map((one) => [one.seriesName, whole(Math.abs(one.value))])) },
            series: [bars(w.male, men, -1), bars(w.female, women, 1)],
        }, w.pyramidLead(name, year, whole(total)));
        section.tableBehind(w.tableBehind, () => ({
            caption: w.pyramidLead(name, year, whole(total)),
            heads: [w.age, w.male, w.female],
            rows: men.map((value, age) => [String(age), whole(value), whole(women[age])]),
        }));
    };
    return { node: section.node, draw, chart };
}
