/**
 * The model in the page: opens the engine (engine.wasm, the very sources of the program's arithmetic) on the image of a
 * scenario (image.h) and runs it for any values of the parameters. No network, no dependencies; the same in node.
 *
 * Arrays are flat Float64Arrays, the last axis fastest. Places are the towns, then the areas, then the district. All
 * states of a run begin with the model's base year; "printed" are the scenario's school years alone.
 */

/** Fields of a gap, in the order of struct gap (gap.h). */
export const GAP_FIELDS = [
    "children", "enrolment", "demand", "seats_nominal", "seats", "gap", "shortage", "surplus", "classes_needed",
    "classes_short", "land_needed_m2", "land_short_m2", "staff_needed", "staff_short", "demand_assumed",
    "seats_assumed",
];

/** Measures of draws, in the order of enum measure (town_gaps.h). */
export const MEASURES = ["gap", "demand", "seats"];

/** Quantiles of draws, in the order of QUANTILE_PROBABILITIES (quantiles.h). */
export const QUANTILES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

/* What enum image_fault means, and in its place -1. */
const FAULTS = {
    "-1": "there is not enough memory",
    1: "the image is not one",
    2: "the image is of another version",
    3: "the image is cut off",
    4: "the image is damaged",
    5: "the image says what cannot be",
};

/* Of the arrays and the shape, the order is that of exports.c. */
const ARRAYS = [
    "gaps", "population", "components", "enrolled", "publicPupils", "seats", "seatsNominal", "quantiles", "mean",
    "probability", "expected", "ends",
];
const SHAPE = [
    "firstYear", "states", "firstPrinted", "printed", "towns", "areas", "levels", "grades", "ages", "sexes",
    "components", "fieldCount", "size", "inputs", "draws", "measures", "quantiles",
];

/** A value that no scenario could give; `index` is its place in the vector. */
export class MisfitError extends Error {
    constructor(index) {
        super(`value ${index} is outside its parameter's range`);
        this.index = index;
    }
}

function readShape(memory, place) {
    const numbers = new Int32Array(memory.buffer, place, SHAPE.length);
    const shape = { fields: GAP_FIELDS };

    SHAPE.forEach((name, index) => (shape[name] = numbers[index]));
    shape.places = shape.towns + shape.areas + 1;
    if (shape.fieldCount !== GAP_FIELDS.length || shape.measures !== MEASURES.length ||
        shape.quantiles !== QUANTILES.length) {
        throw new Error("engine.js and engine.wasm are not of the same build");
    }
    return Object.freeze(shape);
}

/**
 * Opens the engine. `wasmBytes` and `imageBytes` are Uint8Arrays. Throws an Error with the reason where the engine
 * cannot be started or the image cannot be read.
 */
export async function openEngine(wasmBytes, imageBytes) {
    const { instance } = await WebAssembly.instantiate(wasmBytes, {});
    const { memory, ...calls } = instance.exports;
    const room = calls.image_room(imageBytes.length);

    if (room === 0) {
        throw new Error(FAULTS[-1]);
    }
    new Uint8Array(memory.buffer, room, imageBytes.length).set(imageBytes);
    const fault = calls.open_image(imageBytes.length);

    if (fault !== 0) {
        throw new Error(FAULTS[fault]);
    }
    return new Engine(memory, calls);
}

/** A scenario that is ready to run. Its methods are synchronous; what they return is valid until the next call. */
class Engine {
    #memory;
    #calls;

    constructor(memory, calls) {
        this.#memory = memory;
        this.#calls = calls;
        /**
         * Numbers: firstYear (of the first state), states; firstPrinted (the first printed state, from 0), printed
         * (school years printed); towns, areas, places, levels, grades (of all levels), ages, sexes, components; size
         * (of the vector of values); inputs (doubtful figures; 0: no ends()), draws (at most so many; 0: no draws());
         * fields: GAP_FIELDS.
         */
        this.shape = readShape(memory, calls.shape_place());
        /** The scenario's own values, [size]. A copy: it may be changed and given to run(). */
        this.values = this.#view(calls.values_place(), this.shape.size).slice();
    }

    /* Made anew each time: views die as memory grows. */
    #view(place, length) {
        return new Float64Array(this.#memory.buffer, place, length);
    }

    #array(name, ...axes) {
        const place = this.#calls.array_place(ARRAYS.indexOf(name));

        return this.#view(place, axes.reduce((product, axis) => product * axis, 1));
    }

    /* Puts the values in and calls; throws where the call says that it cannot. */
    #go(values, call) {
        const room = this.#view(this.#calls.values_place(), this.shape.size);

        if (values.length !== this.shape.size) {
            throw new RangeError(`${values.length} values instead of ${this.shape.size}`);
        }
        room.set(values);
        const status = call();

        if (status > 0) {
            throw new MisfitError(status - 1);
        }
        if (status < 0) {
            throw new Error(FAULTS[status]);
        }
    }

    /**
     * A whole run with the values [size]. Returns views:
     *   gaps          [state][place][level][field]
     *   population    [state][town][sex][age] persons at the state date; male, female
     *   components    [state but the last][town][component] persons in the year that begins there
     *   enrolled, publicPupils   [state][town][grade]
     *   seats, seatsNominal      [state][town][level]
     */
    run(values) {
        const s = this.shape;

        this.#go(values, () => this.#calls.run_values());
        return {
            gaps: this.#array("gaps", s.states, s.places, s.levels, s.fieldCount),
            population: this.#array("population", s.states, s.towns, s.sexes, s.ages),
            components: this.#array("components", s.states - 1, s.towns, s.components),
            enrolled: this.#array("enrolled", s.states, s.towns, s.grades),
            publicPupils: this.#array("publicPupils", s.states, s.towns, s.grades),
            seats: this.#array("seats", s.states, s.towns, s.levels),
            seatsNominal: this.#array("seatsNominal", s.states, s.towns, s.levels),
        };
    }

    /**
     * The first `count` draws (1 to shape.draws) of the doubtful figures about the values, with the scenario's luck;
     * `measures` of MEASURES are kept, the first ones. Where count is shape.draws and the values are the scenario's
     * own, these are the program's figures to the last bit. Returns views:
     *   quantiles     [measure][printed][place][level][quantile]
     *   mean          [measure][printed][place][level]
     *   probability   [printed][place][level] share of draws with a shortage
     *   expected      [printed][place][level] shortage to be expected, in seats
     */
    draws(values, count, measures = MEASURES.length) {
        const s = this.shape;
        const cells = [s.printed, s.places, s.levels];

        if (!Number.isInteger(count) || count < 1 || count > s.draws) {
            throw new RangeError(`${count} draws instead of 1 to ${s.draws}`);
        }
        if (!Number.isInteger(measures) || measures < 1 || measures > MEASURES.length) {
            throw new RangeError(`${measures} measures instead of 1 to ${MEASURES.length}`);
        }
        this.#go(values, () => this.#calls.run_draws(count, measures));
        return {
            quantiles: this.#array("quantiles", measures, ...cells, QUANTILES.length),
            mean: this.#array("mean", measures, ...cells),
            probability: this.#array("probability", ...cells),
            expected: this.#array("expected", ...cells),
        };
    }

    /**
     * The gap with each doubtful figure at its low and at its high end, the others as the values have them: a view
     * [input][end][printed][place][level]. Inputs are in the order of the scenario.
     */
    ends(values) {
        const s = this.shape;

        if (s.inputs === 0) {
            throw new RangeError("the scenario has no doubtful figures");
        }
        this.#go(values, () => this.#calls.run_ends());
        return this.#array("ends", s.inputs, 2, s.printed, s.places, s.levels);
    }
}
