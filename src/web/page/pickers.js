// Place, level and year: what all charts look at.
import { h } from "./dom.js";
import { levelName } from "./places.js";

export function createPickers(page) {
    const node = h("div", { class: "pickers bar", role: "group" });
    const draw = () => {
        const { of, words: w, state, places, language, choices } = page;
        const { place, level, year } = state.get();
        const select = (label, options, onchange, name) => h("label", null, h("span", null, label), h("select", { name, onchange }, options));
        node.replaceChildren(
            select(w.place, [places.length - 1, ...places.keys()].filter((index, at, all) => all.indexOf(index) === at).map((index) => h("option", { value: index, selected: index === place }, page.placeName(index))), (event) => state.set({ place: Number(event.target.value) }), "place"),
            select(w.year, of.years.map((one) => h("option", { value: one, selected: one === year }, w.schoolYear(one))), (event) => state.set({ year: Number(event.target.value) }), "year"),
            h("label", { class: "narrow" }, h("span", null, w.level), h("select", { name: "level", onchange: (event) => state.set({ level: choices[event.target.value] }) },
                choices.map((choice, index) => h("option", { value: index, selected: choice === level }, levelName(of, choice, language))))),
            h("fieldset", { class: "segments wide" }, h("legend", { class: "unseen" }, w.level),
                choices.map((choice) => h("button", { type: "button", "data-level": choice.id, "aria-pressed": String(choice === level), onclick: () => state.set({ level: choice }) }, levelName(of, choice, language)))));
    };
    return { node, draw };
}
