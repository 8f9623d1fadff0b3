// Which assumption the gap hangs on: each alone at its low and its high end, the widest first.
import { h } from "./dom.js";
import { percent, whole } from "./numbers.js";
import { figure } from "./places.js";
import { createSection } from "./section.js";

const MOST = 12;   // bars; the table has all

export function createTornado(page) {
    const section = createSection("tornado");
    const list = h("div", { class: "tornado", role: "list" });
    section.body.append(list);

    // Shares of the variance are those of the scenario as it is: [state printed][place][level][input][by itself, in all].
    const rowsOf = (place, level, year) => {
        const { of } = page;
        const { inputs, shares } = of.ensemble;
        const cells = of.years.length * of.placeCount * of.levels.length;
        const cell = ((year - of.scenario.first) * of.placeCount + place) * of.levels.length + level;
        return inputs
            .map((input, index) => {
                const [low, high] = [0, 1].map((end) => page.ends[(index * 2 + end) * cells + cell]);
                const [share, total] = [0, 1].map((which) => shares?.[(cell * inputs.length + index) * 2 + which] ?? NaN);
                return { input, low, high, share, total, width: Math.abs(high - low) };
            })
            .sort((one, other) => other.width - one.width);
    };

    const draw = () => {
        const { of, run, words: w, language, state } = page;
        const { place, level, year } = state.get();
        section.node.hidden = page.ends === null;
        if (section.node.hidden) {
            return;
        }
        if (level.levels.length > 1) {
            section.say(w.tornadoTitle, w.fanChoose);
            list.replaceChildren();
            return;
        }
        const rows = rowsOf(place, level.levels[0], year);
        const now = figure(of, run.gaps, year, place, level.levels, "gap");
        const edges = rows.flatMap(({ low, high }) => [low, high]).concat(now);
        const [least, most] = [Math.min(...edges), Math.max(...edges)];
        const share = (gap) => (most > least ? (100 * (gap - least)) / (most - least) : 50);
        const name = page.placeName(place);
        const span = (from, to, end) => h("span", { class: end, style: `left:${Math.min(share(from), share(to))}%;width:${Math.abs(share(to) - share(from))}%` });
        section.say(w.tornadoTitle, w.tornadoLead(name, page.levelName(), w.schoolYear(year)));
        list.replaceChildren(
            h("ul", { class: "legend" }, h("li", { class: "low" }, w.atLow), h("li", { class: "high" }, w.atHigh), h("li", { class: "now" }, `${w.asScenario} ${whole(now)}`)),
            ...rows.filter((row) => row.width >= 0.5).slice(0, MOST).map((row) => h("div", { class: "input", role: "listitem" },
                h("div", { class: "what" }, row.input.name[language]),
                h("div", { class: "bars", title: `${w.atLow} ${whole(row.low)} · ${w.atHigh} ${whole(row.high)}` },
                    span(now, row.low, "low"), span(now, row.high, "high"), h("i", { class: "now", style: `left:${share(now)}%` })),
                h("div", { class: "when" }, w.range(whole(Math.min(row.low, row.high)), whole(Math.max(row.low, row.high)))))));
        section.tableBehind(w.tableBehind, () => ({
            caption: w.tornadoLead(name, page.levelName(), w.schoolYear(year)),
            heads: [w.tornadoInput, w.drawn, w.atLow, w.atHigh, w.share, w.totalShare],
            rows: rows.map((row) => [row.input.name[language], row.input.drawn[language], whole(row.low), whole(row.high), Number.isNaN(row.share) ? "–" : percent(row.share, 1), Number.isNaN(row.total) ? "–" : percent(row.total, 1)]),
        }));
    };
    return { node: section.node, draw };
}
