// A part of the page: heading, a sentence that says what is shown, the chart, and the table behind it.
import { h, table } from "./dom.js";

export function createSection(id) {
    const title = h("h2", { id: `${id}-title` });
    const lead = h("p", { class: "lead" });
    const body = h("div", { class: "body" });
    const behind = h("details", { class: "behind" });
    const node = h("section", { id, "aria-labelledby": `${id}-title` }, title, lead, body, behind);
    let rows = null;
    const fillTable = () => behind.open && rows !== null && behind.replaceChildren(behind.firstChild, table(rows()));
    behind.addEventListener("toggle", fillTable);
    behind.hidden = true;
    return {
        node, body,
        say(heading, sentence) {
            title.textContent = heading;
            lead.textContent = sentence;
        },
        /** The table is made when it is opened: of(): {caption, heads, rows} */
        tableBehind(word, of) {
            rows = of;
            behind.hidden = false;
            if (behind.firstChild === null) {
                behind.append(h("summary"));
            }
            behind.firstChild.textContent = word;
            behind.replaceChildren(behind.firstChild);
            fillTable();
        },
    };
}
