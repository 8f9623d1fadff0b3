// The JSON document that the program put into the page, its numbers unpacked.

function bytes(text) {
    const binary = atob(text);
    const array = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) {
        array[index] = binary.charCodeAt(index);
    }
    return array;
}

// Lowest byte first, as every machine that runs a browser has them.
const doubles = (text) => new Float64Array(bytes(text).buffer);
const floats = (text) => new Float32Array(bytes(text).buffer);

function unpackEnsemble(of) {
    for (const key of ["gap", "probability", "expected", "ends", "paths"]) {
        if (of !== null && typeof of[key] === "string") {
            of[key] = floats(of[key]);
        }
    }
    if (of !== null && typeof of.shares === "string") {
        of.shares = Float64Array.from(new Int16Array(bytes(of.shares).buffer), (units) => units / 10000);
    }
    return of;
}

let parsed = null;
const read = () => (parsed ??= JSON.parse(document.getElementById("data").textContent));

/** Which kind of document it is; none: that of a run. */
export const documentKind = () => read().kind ?? "run";

function yearsOf(first, last) {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The document of a comparison. */
export function openComparison() {
    const of = read();
    of.gaps = doubles(of.gaps);
    of.shares = doubles(of.shares);
    of.years = yearsOf(of.first, of.last);
    return of;
}

export function openDocument() {
    const of = read();
    of.gaps = doubles(of.gaps);
    of.values = doubles(of.values);
    of.population = of.population === undefined ? null : floats(of.population);
    of.image = of.image === undefined ? null : bytes(of.image);
    of.ensemble = unpackEnsemble(of.ensemble);
    of.placeCount = of.towns.length + of.areas.length + 1;
    of.field = Object.fromEntries(of.fields.map((name, index) => [name, index]));
    of.years = yearsOf(of.scenario.first, of.scenario.last);
    return of;
}
