// When each project is built and its seats are in use, with what delays add.
import { h } from "./dom.js";
import { whole } from "./numbers.js";
import { createSection } from "./section.js";

const seatsAt = (project, levels) => project.seats.filter(([level]) => levels.includes(level)).reduce((sum, [, seats]) => sum + seats, 0);

/** The school year in which the project's seats are in use with these values; null: never. */
function usableYear(page, project) {
    const delay = page.of.parameters["supply.delay_years"];
    const builder = delay.keys.indexOf(project.builder.id);
    if (project.usable === null || project.completion === null || project.completion <= page.of.baseYear || builder < 0) {
        return project.usable;
    }
    return project.usable + page.values[delay.offset + builder] - page.of.values[delay.offset + builder];
}

export function createTimeline(page) {
    const section = createSection("timeline");
    const list = h("div", { class: "timeline" });
    section.body.append(list);

    const chosen = () => {
        const { of, state, places } = page;
        const { place, level } = state.get();
        const inside = (town) => places[place].kind === "district" || town === place || (places[place].kind === "area" && of.towns[town].area === place - of.towns.length);
        return of.projects
            .map((project) => ({ project, seats: seatsAt(project, level.levels), usable: usableYear(page, project) }))
            .filter(({ project, seats }) => seats !== 0 && inside(project.town))
            .sort((one, other) => (one.usable ?? Infinity) - (other.usable ?? Infinity));
    };

    const bar = (from, to, name, first, last) => {
        const share = (year) => (100 * (Math.min(Math.max(year, first), last) - first)) / (last - first);
        return to > from ? h("span", { class: name, style: `left:${share(from)}%;width:${share(to) - share(from)}%` }) : null;
    };

    const row = ({ project, seats, usable }, first, last) => {
        const { of, words: w, language } = page;
        const late = usable !== null && project.completion !== null ? usable - project.completion : 0;
        const from = project.start ?? project.completion ?? usable ?? last;
        const planned = project.completion ?? usable ?? last;
        const when = usable === null ? w.notUsable : `${usable}${late > 0 ? `（${w.late(late)}）` : ""}`.replace(/[（）]/g, (mark) => (language === "zh" ? mark : mark === "（" ? " (" : ")"));
        return h("div", { class: "project", role: "listitem", title: project.note ?? "" },
            h("div", { class: "what" }, h("b", null, project.name || project.id), h("span", null, `${of.towns[project.town][language]} · ${project.builder[language]} · ${whole(seats)}`)),
            h("div", { class: "bars", "aria-hidden": "true" },
                bar(from, planned, "building", first, last), usable !== null ? bar(planned, usable, "delayed", first, last) : null, usable !== null ? bar(usable, last, "opened", first, last) : null),
            h("div", { class: `when${late > 0 ? " late" : ""}` }, when));
    };

    const draw = () => {
        const { of, words: w, language } = page;
        const projects = chosen();
        const dated = projects.flatMap(({ project, usable }) => [project.start, project.completion, usable]).filter((year) => year !== null);
        const first = Math.min(of.baseYear, ...dated);
        const last = Math.max(...dated, of.baseYear + 5) + 1;
        section.say(w.timelineTitle, projects.length === 0 ? w.noProjects : w.timelineLead(projects.length, whole(projects.reduce((sum, one) => sum + one.seats, 0))));
        const years = Array.from({ length: last - first }, (_, index) => first + index);
        list.replaceChildren(
            h("ul", { class: "legend" }, ["building", "delayed", "opened"].map((name) => h("li", { class: name }, w[name]))),
            h("div", { class: "project scale", "aria-hidden": "true" }, h("div", { class: "what" }), h("div", { class: "bars" }, years.map((year) => h("i", { style: `left:${(100 * (year - first)) / (last - first)}%` }, String(year)))), h("div", { class: "when" }, w.usable)),
            h("div", { role: "list" }, projects.map((one) => row(one, first, last))));
        list.hidden = projects.length === 0;
        section.tableBehind(w.tableBehind, () => ({
            caption: w.timelineTitle,
            heads: [w.project, w.town, w.kind, w.builder, w.projectSeats, w.start, w.completion, w.usable],
            rows: projects.map(({ project, seats, usable }) => [`${project.id} ${project.name ?? ""}`, of.towns[project.town][language], project.kind[language], project.builder[language], whole(seats), project.start ?? "–", project.completion ?? "–", usable ?? w.notUsable]),
        }));
    };
    return { node: section.node, draw };
}
