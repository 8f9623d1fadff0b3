// The engine on the scenario's image, and whether its own run is the program's to the last bit.
import engineBytes from "engine.wasm";
import { openEngine } from "../engine.js";

/** The first draws of an uncertainty: enough for a band, few enough for a moving slider. */
const DRAWS = 300;

// By their bits: 0 and -0 differ, as they would in a file.
function sameBits(one, other) {
    const [a, b] = [one, other].map((array) => new BigUint64Array(array.slice().buffer));
    return a.length === b.length && a.every((bits, index) => bits === b[index]);
}

/** Opens it; null where the page came without. Throws where it cannot run here. */
export async function openModel(of) {
    return of.image === null || engineBytes.length === 0 ? null : openEngine(engineBytes, of.image);
}

/** Runs the scenario as it is, and says whether values and gaps are those of the program. */
export function checkModel(engine, of) {
    return sameBits(engine.values, of.values) && sameBits(engine.run(engine.values).gaps, of.gaps);
}

/** A run with the values; arrays of its own. */
export function runModel(engine, values) {
    const { gaps, population } = engine.run(values);
    return { gaps: gaps.slice(), population: population.slice() };
}

/** The first draws about the values: {count, gap [printed][place][level][quantile], probability, expected}. */
export function drawModel(engine, values) {
    const count = Math.min(DRAWS, engine.shape.draws);
    const { quantiles, probability, expected } = engine.draws(values, count, 1);
    return { count, gap: quantiles.slice(), probability: probability.slice(), expected: expected.slice() };
}

/** Ends of each doubtful figure: [input][end][printed][place][level]. */
export const endsOfModel = (engine, values) => engine.ends(values).slice();
