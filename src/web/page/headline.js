// The result in a sentence a level: short or spare, when, how many, where worst.
import { h } from "./dom.js";
import { HALF_A_CHILD, whole } from "./numbers.js";
import { figure } from "./places.js";

/** What is said of a level; years without a shortage of half a child are enough. */
export function judge(page, level) {
    const { of, run, district } = page;
    const at = (year, name, place = district) => figure(of, run.gaps, year, place, [level], name);
    const short = of.years.filter((year) => at(year, "gap") >= HALF_A_CHILD);
    const hidden = of.years.filter((year) => at(year, "shortage") >= HALF_A_CHILD);
    const years = short.length > 0 ? short : hidden;
    const field = short.length > 0 ? "gap" : "shortage";
    const last = of.years.at(-1);
    const end = at(last, "gap");
    if (years.length === 0) {
        return { kind: "enough", end, last };
    }
    const peak = years.reduce((best, year) => (at(year, field) > at(best, field) ? year : best));
    const towns = of.towns.map((town, index) => ({ town, gap: at(peak, "gap", index) }));
    const worst = towns.reduce((best, one) => (one.gap > best.gap ? one : best));
    return {
        kind: short.length > 0 ? "short" : "hidden",
        peak, amount: at(peak, field), spare: at(peak, "surplus"),
        from: years[0], to: years.at(-1), worst, townCount: of.towns.length, end, last,
    };
}

export function sentence(page, level, found) {
    const { of, words: w, language } = page;
    const name = of.levels[level][language];
    const year = w.schoolYear;
    const stop = language === "zh" ? "；" : "; ";
    const end = found.end >= HALF_A_CHILD ? w.shortAtEnd(year(found.last), whole(found.end)) : w.spareAtEnd(year(found.last), whole(-found.end));
    if (found.kind === "enough") {
        return [w.enough(name), end].join(stop);
    }
    const first = found.kind === "short"
        ? w.peak(name, year(found.peak), whole(found.amount))
        : w.peakHidden(name, year(found.peak), whole(found.amount), whole(found.spare));
    const [still, from] = found.kind === "short" ? [w.spanStill, w.span] : [w.spanStillHidden, w.spanHidden];
    const span = found.to === found.last ? still(year(found.from)) : from(year(found.from), year(found.to));
    const where = found.townCount > 1 && found.worst.gap >= HALF_A_CHILD ? [w.worst(found.worst.town[language], whole(found.worst.gap))] : [];
    return [first, span, ...where, ...(found.to === found.last ? [] : [end])].join(stop);
}

const figureOf = (label, text, kind) => h("div", { class: `figure ${kind}` }, h("b", null, text), h("span", null, label));

export function createHeadline(page) {
    const node = h("section", { class: "headline", "aria-labelledby": "headline-title" });
    const draw = () => {
        const { of, words: w, language } = page;
        node.replaceChildren(
            h("h2", { id: "headline-title" }, w.headline),
            h("div", { class: "cards" }, of.levels.map((level, index) => {
                const found = judge(page, index);
                return h("article", { class: "card", "data-level": level.id },
                    h("h3", null, level[language]),
                    h("div", { class: "figures" },
                        found.kind === "enough" ? figureOf(w.neverShortLabel, w.neverShort, "calm") : figureOf(`${w.shortLabel} · ${found.peak}`, whole(found.amount), "short"),
                        found.end < 0 ? figureOf(`${w.spareLabel} · ${found.last}`, whole(-found.end), "spare") : null),
                    h("p", null, sentence(page, index, found) + (language === "zh" ? "。" : ".")));
            })));
    };
    return { node, draw };
}
