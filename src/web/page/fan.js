// The gap in many futures: bands of quantiles about the median.
import { categories, COLOURS, createChart, measure } from "./chart.js";
import { percent, whole } from "./numbers.js";
import { createSection } from "./section.js";

// Pairs of the quantiles 2.5, 5, 10, 25, 50, 75, 90, 95, 97.5 %, widest first, and how much of the futures lies between.
const BANDS = [{ low: 0, high: 8, share: 95, opacity: 0.16 }, { low: 2, high: 6, share: 80, opacity: 0.22 }, { low: 3, high: 5, share: 50, opacity: 0.34 }];
const MEDIAN = 4;

export function createFan(page) {
    const section = createSection("fan");
    const chart = createChart(300);
    section.body.append(chart.node);

    const draw = () => {
        const { of, words: w, state } = page;
        const { place, level } = state.get();
        const draws = page.draws();
        chart.node.hidden = level.levels.length > 1;
        if (level.levels.length > 1) {
            section.say(w.fanTitle, w.fanChoose);
            return;
        }
        const row = (year) => ((year - of.scenario.first) * of.placeCount + place) * of.levels.length + level.levels[0];
        const quantile = (which) => of.years.map((year) => draws.gap[row(year) * 9 + which]);
        const hidden = { type: "line", symbol: "none", lineStyle: { opacity: 0 }, stackStrategy: "all", tooltip: { show: false }, emphasis: { disabled: true } };
        const bands = BANDS.flatMap(({ low, high, share, opacity }) => {
            const [bottom, top] = [quantile(low), quantile(high)];
            return [
                { ...hidden, stack: share, data: bottom },
                { ...hidden, stack: share, name: w.band(share), data: top.map((value, index) => value - bottom[index]), areaStyle: { color: COLOURS.accent, opacity } },
            ];
        });
        const median = quantile(MEDIAN);
        const name = page.placeName(place);
        section.say(w.fanTitle, w.fanLead(name, page.levelName(), whole(draws.count)));
        chart.draw({
            xAxis: categories(of.years, { axisLabel: { color: "#52606d" }, axisLine: { onZero: false, lineStyle: { color: COLOURS.faint } } }),
            yAxis: measure({ axisLabel: { formatter: whole, color: "#52606d" } }),
            tooltip: {
                trigger: "axis", confine: true,
                formatter: (points) => {
                    const index = points[0].dataIndex;
                    const year = of.years[index];
                    return page.tip(w.schoolYear(year), [
                        [w.median, whole(median[index])],
                        ...BANDS.map(({ low, high, share }) => [w.band(share), w.range(whole(quantile(low)[index]), whole(quantile(high)[index]))]),
                        [w.probability, percent(draws.probability[row(year)])],
                    ]);
                },
            },
            series: [...bands, {
                name: w.median, type: "line", data: median, symbol: "none", lineStyle: { color: COLOURS.ink, width: 2 }, color: COLOURS.ink,
                markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: COLOURS.shortage, type: "solid", width: 1 }, data: [{ yAxis: 0 }] },
            }],
        }, `${w.fanTitle}: ${name}, ${page.levelName()}`);
        section.tableBehind(w.tableBehind, () => ({
            caption: `${w.fanTitle} · ${name} · ${page.levelName()}`,
            heads: [w.year, w.low, w.middle, w.high, w.probability, w.expectedShortage],
            rows: of.years.map((year, index) => [w.schoolYear(year), whole(quantile(2)[index]), whole(median[index]), whole(quantile(6)[index]), percent(draws.probability[row(year)], 1), whole(draws.expected[row(year)])]),
        }));
    };
    return { node: section.node, draw, chart };
}
