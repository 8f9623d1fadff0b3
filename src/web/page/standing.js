// What the figures rest on: measured, derived or assumed, and what was observed beside the model.
import { h, table } from "./dom.js";
import { percent, signed, whole } from "./numbers.js";
import { figure } from "./places.js";
import { createSection } from "./section.js";

export function createStanding(page) {
    const section = createSection("standing");

    const statusWord = (id) => page.words[{ measured: "statusMeasured", derived: "statusDerived", assumed: "statusAssumed" }[id]];
    const badge = (id) => h("span", { class: `status ${id}` }, statusWord(id));

    const meter = (part, all) => {
        const share = all > 0 ? part / all : 0;
        return h("div", { class: "meter" }, h("span", { style: `width:${100 * Math.min(1, Math.max(0, share))}%` }), h("b", null, percent(share)));
    };

    const shares = () => {
        const { of, run, words: w, language, state, district } = page;
        const { year } = state.get();
        const at = (level, name) => figure(of, run.gaps, year, district, [level], name);
        return h("div", { class: "shares" }, h("div", { class: "share heading" }, h("span"), h("span", null, w.ofDemand), h("span", null, w.ofSeats)),
            of.levels.map((level, index) => h("div", { class: "share" }, h("span", null, level[language]), meter(at(index, "demand_assumed"), at(index, "demand")), meter(at(index, "seats_assumed"), at(index, "seats")))));
    };

    const byStatus = (rows) => ["measured", "derived", "assumed"]
        .map((id) => [id, rows.filter((row) => row.status === id).map((row) => row.text)])
        .filter(([, texts]) => texts.length > 0)
        .map(([id, texts]) => h("p", null, badge(id), " ", texts.join(page.language === "zh" ? "、" : ", ")));

    const known = () => {
        const { of, words: w, language } = page;
        const projects = of.projects.map((project) => ({ status: project.townStatus, text: project.name || project.id }));
        return h("div", { class: "known" },
            h("h3", null, w.townPopulation), byStatus(of.towns.filter((town) => town.population > 0).map((town) => ({ status: town.status, text: town[language] }))),
            h("h3", null, w.baseSeats), byStatus(of.levels.map((level) => ({ status: level.baseStatus, text: level[language] }))),
            projects.length > 0 ? [h("h3", null, w.projectTowns), ["measured", "derived", "assumed"].map((id) => h("p", null, badge(id), ` ${projects.filter((one) => one.status === id).length}`))] : null);
    };

    const observed = () => {
        const { of, words: w, language } = page;
        if (of.observed.length === 0) {
            return null;
        }
        return [h("h3", null, w.observedTitle), table({
            caption: w.observedTitle, name: "sources",
            heads: [w.series, w.period, w.observed, w.model, w.difference, w.status, w.source],
            rows: of.observed.map((row) => [{ text: row.series[language], class: "whole" }, { text: row.period, class: "whole" }, whole(row.value), row.model === null ? "–" : whole(row.model), row.model === null ? "–" : signed(row.model - row.value), { text: badge(row.status) }, row.source ?? ""]),
        })];
    };

    const drawnInputs = () => {
        const { of, words: w, language } = page;
        const inputs = of.ensemble?.inputs ?? [];
        return inputs.length === 0 ? null : h("details", null, h("summary", null, w.inputsTitle), table({
            caption: w.inputsTitle, name: "sources", heads: [w.tornadoInput, w.drawn, w.source],
            rows: inputs.map((input) => [input.name[language], input.drawn[language], input.source[language]]),
        }));
    };

    const draw = () => {
        const { words: w, state } = page;
        section.say(w.standingTitle, w.standingLead(w.schoolYear(state.get().year)));
        section.body.replaceChildren(...[shares(), known(), observed(), drawnInputs()].flat().filter((node) => node !== null));
    };
    return { node: section.node, draw };
}
