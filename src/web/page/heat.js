// Towns by years: the gap in colour and in figures; a table, so that everyone can read it.
import { h } from "./dom.js";
import { gapColour, HALF_A_CHILD, percent, whole } from "./numbers.js";
import { figure, placesShown } from "./places.js";
import { createSection } from "./section.js";

export function createHeat(page) {
    const section = createSection("heat");
    const region = h("div", { class: "scroll", tabindex: "0", role: "region" });
    const switcher = h("div", { class: "segments" });
    let shows = "gap";
    section.body.append(switcher, region);

    // Of draws the probability can be shown in its place: [state printed][place][level].
    const probability = (year, place, level) => {
        const { of, draws } = page;
        return draws().probability[((year - of.scenario.first) * of.placeCount + place) * of.levels.length + level];
    };

    const gapCell = (year, place, levels, greatest) => {
        const { of, run, words: w } = page;
        const gap = figure(of, run.gaps, year, place, levels, "gap");
        const { background, light } = gapColour(gap, greatest);
        const said = gap >= HALF_A_CHILD ? w.gapShort(whole(gap)) : w.gapSpare(whole(-gap));
        return h("td", {
            style: `background:${background}`, class: light ? "light" : null, "data-gap": gap,
            title: `${page.placeName(place)} · ${w.schoolYear(year)} · ${said}`,
        }, whole(gap));
    };

    const probabilityCell = (year, place, levels) => {
        const { words: w } = page;
        const value = probability(year, place, levels[0]);
        const { background, light } = gapColour(value, 1.2);
        return h("td", { style: `background:${value > 0 ? background : "#fff"}`, class: light ? "light" : null, title: `${page.placeName(place)} · ${w.schoolYear(year)} · ${w.probability} ${percent(value)}` }, percent(value));
    };

    const choose = (text, changes, pressed, label) => h("button", { type: "button", "aria-pressed": String(pressed), title: label, onclick: () => page.state.set(changes) }, text);

    const drawSwitch = (possible) => {
        const { words: w } = page;
        switcher.hidden = !possible;
        switcher.replaceChildren(...[["gap", w.heatGap], ["probability", w.heatProbability]].map(([which, text]) => h("button", {
            type: "button", "aria-pressed": String(shows === which), onclick: () => { shows = which; draw(); },
        }, text)));
    };

    function draw() {
        const { of, words: w, state } = page;
        const { place, level, year } = state.get();
        const levels = level.levels;
        const possible = page.draws() !== null && levels.length === 1;
        const cell = possible && shows === "probability" ? probabilityCell : gapCell;
        const greatest = page.greatestGap(levels);
        drawSwitch(possible);
        section.say(w.heatTitle, w.heatLead(page.levelName()));
        region.setAttribute("aria-label", w.heatTitle);
        region.replaceChildren(h("table", { class: "heat" },
            h("caption", { class: "unseen" }, `${w.heatTitle}: ${page.levelName()}`),
            h("thead", null, h("tr", null, h("th", { scope: "col" }, w.town), of.years.map((one) => h("th", { scope: "col", class: one === year ? "chosen" : null }, choose(String(one), { year: one }, one === year, w.schoolYear(one)))))),
            h("tbody", null, placesShown(page, levels).map((index) => h("tr", { class: page.places[index].kind },
                h("th", { scope: "row", class: index === place ? "chosen" : null }, choose(page.placeName(index), { place: index }, index === place, page.placeName(index))),
                of.years.map((one) => cell(one, index, levels, greatest)))))));
    }
    return { node: section.node, draw };
}
