/*
 * Holds engine.wasm to the program's own figures, to the last bit: arguments are engine.js, engine.wasm, gap.h, the
 * number of draws, and folders that engine_oracle has filled. Says how long runs take; nothing hangs on that.
 */
import { readFileSync, existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { strict as assert } from "node:assert";

const [script, wasmPath, gapHeader, draws, ...folders] = process.argv.slice(2);
const { openEngine, MisfitError, GAP_FIELDS } = await import(pathToFileURL(script).href);
const wasm = readFileSync(wasmPath);
const count = Number(draws);

/* The first place at which the bits differ, or -1. */
function difference(ours, theirs) {
    const a = new BigUint64Array(ours.slice().buffer);
    const b = new BigUint64Array(theirs.buffer.slice(theirs.byteOffset, theirs.byteOffset + theirs.length));

    return a.length !== b.length ? Math.min(a.length, b.length) : a.findIndex((bits, index) => bits !== b[index]);
}

function assertSame(folder, name, array) {
    const expected = readFileSync(`${folder}/${name}`);
    const at = difference(array, expected);

    assert.equal(at, -1, `${folder}: ${name} differs at ${at}`);
    assert.ok(array.length > 0, `${folder}: ${name} is empty`);
}

function milliseconds(times, go) {
    go();
    const began = performance.now();

    for (let time = 0; time < times; time++) {
        go();
    }
    return ((performance.now() - began) / times).toFixed(1);
}

/* The scenario's own figures, with other values run in between, which must leave nothing behind. */
function check(folder, engine) {
    const { shape, values } = engine;
    /* the path of fertility, which stands in THE table after the towns' multipliers */
    const moved = values.map((value, at) => (at >= shape.towns && at < shape.towns + shape.states ? 0.9 * value : value));
    const others = engine.run(moved).gaps.slice();
    const arrays = engine.run(values);

    assert.notEqual(difference(others, Buffer.from(arrays.gaps.slice().buffer)), -1, "other values, same gaps");
    Object.entries(arrays).forEach(([name, array]) => assertSame(folder, name, array));
    console.log(`  ${folder.split("/").pop()}: a run ${milliseconds(20, () => engine.run(values))} ms`);
    if (existsSync(`${folder}/quantiles`)) {
        engine.draws(moved, 20);
        Object.entries(engine.draws(values, count)).forEach(([name, array]) => assertSame(folder, name, array));
        console.log(`  ${count} draws ${milliseconds(3, () => engine.draws(values, count))} ms; of the gap alone ` +
            `${milliseconds(3, () => engine.draws(values, count, 1))} ms; ends of ${shape.inputs} figures ` +
            `${milliseconds(3, () => engine.ends(values))} ms`);
    }
    if (existsSync(`${folder}/ends`)) {
        engine.ends(moved);
        assertSame(folder, "ends", engine.ends(values));
        console.log(`  ends of ${shape.inputs} figures ${milliseconds(3, () => engine.ends(values))} ms`);
    }
}

async function refuses(image, reason) {
    await assert.rejects(openEngine(wasm, image), (error) => error.message.includes(reason), reason);
}

/* What is not an image, and values that cannot be, are refused with a reason. */
async function checkRefusals(image) {
    const engine = await openEngine(wasm, image);
    const { values, shape } = engine;
    const damaged = Uint8Array.from(image);

    damaged[image.length >> 1] ^= 1;
    await refuses(new Uint8Array(0), "not one");
    await refuses(wasm, "not one");
    await refuses(damaged, "damaged");
    await refuses(image.subarray(0, image.length - 1), "cut off");
    await assert.rejects(openEngine(image, image));
    for (const bad of [NaN, Infinity, -1e9]) {
        const wrong = values.slice();

        wrong[7] = bad;
        assert.throws(() => engine.run(wrong), (error) => error instanceof MisfitError && error.index === 7);
    }
    assert.throws(() => engine.run(values.slice(1)), RangeError);
    assert.throws(() => engine.draws(values, shape.draws + 1), RangeError);
    if (shape.draws >= 100000) {
        assert.throws(() => engine.draws(values, shape.draws), /not enough memory/);
    }
    engine.run(values);
}

const module = new WebAssembly.Module(wasm);
const header = readFileSync(gapHeader, "utf8").split("struct gap {")[1].split("};")[0];

assert.deepEqual(WebAssembly.Module.imports(module), [], "the engine asks something of the page");
assert.deepEqual([...header.matchAll(/^ {4}double (\w+);/gm)].map((match) => match[1]), GAP_FIELDS);
for (const folder of folders) {
    const image = readFileSync(`${folder}/image`);

    console.log(`engine.wasm ${wasm.length} bytes, image ${image.length} bytes`);
    check(folder, await openEngine(wasm, image));
    await checkRefusals(image);
}
