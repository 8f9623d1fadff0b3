// Elements made from data: texts only ever become text, so no name of a town can become markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (name.startsWith("on")) {
            node.addEventListener(name.slice(2), value);
        } else if (value !== false && value !== null && value !== undefined) {
            node.setAttribute(name, value === true ? "" : value);
        }
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
}

/** h("p", {class: "lead", onclick: f}, "text", node ...) */
export function h(tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A table with a caption for those who do not see the heading above it. Cells are texts, or {text, ...attributes}. */
export function table({ caption, heads, rows, name }) {
    const cell = (tag, of, scope) => {
        const { text, ...attributes } = of !== null && typeof of === "object" && !(of instanceof Node) ? of : { text: of };
        return h(tag, { scope, ...attributes }, text);
    };
    return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
        h("table", { class: name },
            h("caption", { class: "unseen" }, caption),
            h("thead", null, h("tr", null, heads.map((head) => cell("th", head, "col")))),
            h("tbody", null, rows.map((row) => h("tr", null, row.map((of, index) => cell(index === 0 ? "th" : "td", of, index === 0 ? "row" : null)))))));
}
