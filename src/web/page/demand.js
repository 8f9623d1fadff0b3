// Demand against seats over the years, with what the plan says is needed.
import { categories, COLOURS, createChart, measure } from "./chart.js";
import { whole } from "./numbers.js";
import { figure } from "./places.js";
import { createSection } from "./section.js";

const sameLevels = (one, other) => one.length === other.length && one.every((level, index) => level === other[index]);

// The base year's seats and the target, at the year by which the plan wants it.
function target(page, levels) {
    const { of, run, state, district } = page;
    const found = of.targets.find((one) => sameLevels(one.levels, levels));
    if (found === undefined || state.get().place !== district) {
        return null;
    }
    const base = figure(of, run.gaps, of.baseYear, district, levels, "seats");
    return { ...found, level: base + found.seats };
}

const line = (name, data, colour, more) => ({
    name, type: "line", data, symbol: "none", color: colour, lineStyle: { color: colour, width: 2 }, emphasis: { disabled: true }, ...more,
});

function goal(page, found) {
    const { of, words: w } = page;
    const data = of.years.map((year) => (year >= Math.min(found.year ?? year, of.years.at(-1)) ? found.level : null));
    return line(w.target, data, COLOURS.faint, { lineStyle: { color: COLOURS.faint, width: 1.5, type: [2, 4] } });
}

export function createDemand(page) {
    const section = createSection("demand");
    const chart = createChart(320);
    const legend = document.createElement("ul");
    const note = document.createElement("p");
    legend.className = "legend";
    note.className = "note";
    section.body.append(legend, chart.node, note);

    const draw = () => {
        const { of, run, state, words: w } = page;
        const { place, level } = state.get();
        const levels = level.levels;
        const of_ = (name) => of.years.map((year) => figure(of, run.gaps, year, place, levels, name));
        const [demand, seats, nominal] = ["demand", "seats", "seats_nominal"].map(of_);
        const wanted = target(page, levels);
        const placeName = page.placeName(place);
        section.say(w.demandTitle, w.demandLead(placeName, page.levelName()));
        legend.replaceChildren(...[[w.demand, "demand"], [w.supply, "seats"], [w.nominal, "nominal"], ...(wanted ? [[w.target, "target"]] : [])].map(([text, name]) => {
            const item = document.createElement("li");
            item.className = name;
            item.textContent = text;
            return item;
        }));
        note.textContent = wanted ? w.targetNote(whole(wanted.seats), wanted.year) : "";
        chart.draw({
            xAxis: categories(of.years, { boundaryGap: true }),
            yAxis: measure({ min: 0, axisLabel: { formatter: whole, color: "#52606d" } }),
            tooltip: { trigger: "axis", confine: true, formatter: (points) => page.tip(w.schoolYear(Number(points[0].axisValue)), points.filter((one) => one.value !== null && one.value !== undefined).map((one) => [one.seriesName, whole(one.value), one.color])) },
            series: [
                line(w.nominal, nominal, COLOURS.accent, { step: "middle", lineStyle: { color: COLOURS.accent, width: 1.5, type: "dashed" } }),
                line(w.supply, seats, COLOURS.accent, { step: "middle", areaStyle: { color: COLOURS.pale, opacity: 0.7, origin: "start" } }),
                line(w.demand, demand, COLOURS.ink, { lineStyle: { color: COLOURS.ink, width: 2.5 } }),
                ...(wanted ? [goal(page, wanted)] : []),
            ],
        }, `${w.demandTitle}: ${placeName}, ${page.levelName()}`);
        section.tableBehind(w.tableBehind, () => ({
            caption: `${w.demandTitle} · ${placeName} · ${page.levelName()}`,
            heads: [w.year, w.demand, w.supply, w.nominal, w.gap],
            rows: of.years.map((year, index) => [w.schoolYear(year), whole(demand[index]), whole(seats[index]), whole(nominal[index]), whole(demand[index] - seats[index])]),
        }));
    };
    return { node: section.node, draw, chart };
}
