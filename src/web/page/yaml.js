// What was changed on the page as a scenario: run by the program it gives the same numbers to the last bit.

/** Doubles of one key of a parameter: a path has the years. */
export function widthOf(of, parameter) {
    return parameter.type === "path" ? of.states : 1;
}

const quoted = (text) => JSON.stringify(text);
const key = (id) => (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(id) ? id : quoted(id));
// JavaScript writes the shortest number that reads back the same; 1e-7 becomes 1.0e-7, which YAML reads as a number, too.
const number = (value) => String(value).replace(/^(-?\d+)e/, "$1.0e");

function valueText(of, parameter, values, first) {
    if (parameter.type !== "path") {
        return number(values[first]);
    }
    const years = Array.from({ length: of.states }, (_, index) => `${of.baseYear + index}: ${number(values[first + index])}`);
    return `{${years.join(", ")}}`;
}

// The parameter's lines, if any of its values is not the scenario's own.
function parameterLines(of, name, values) {
    const parameter = of.parameters[name];
    const width = widthOf(of, parameter);
    const differs = (first) => Array.from({ length: width }, (_, index) => first + index).some((index) => values[index] !== of.values[index]);
    const short = name.split(".")[1];
    if (parameter.keys.length === 0) {
        return differs(parameter.offset) ? [`  ${short}: ${valueText(of, parameter, values, parameter.offset)}`] : [];
    }
    const changed = parameter.keys.map((id, index) => ({ id, first: parameter.offset + index * width })).filter(({ first }) => differs(first));
    return changed.length === 0 ? [] : [`  ${short}:`, ...changed.map(({ id, first }) => `    ${key(id)}: ${valueText(of, parameter, values, first)}`)];
}

/** The scenario file as text. */
export function scenarioText(of, values, words) {
    const sections = new Map();
    for (const name of Object.keys(of.parameters)) {
        const lines = parameterLines(of, name, values);
        const section = name.split(".")[0];
        sections.set(section, [...(sections.get(section) ?? []), ...lines]);
    }
    const titles = ["zh", "en"].map((language) => `  ${language}: ${quoted(words[language].yamlFrom(of.scenario.title[language]))}`);
    return [
        "format: 1",
        `extends: ${quoted(of.scenario.file ?? `${of.scenario.name}.yaml`)}`,
        "title:", ...titles,
        ...[...sections].filter(([, lines]) => lines.length > 0).flatMap(([section, lines]) => [`${section}:`, ...lines]),
        "",
    ].join("\n");
}
