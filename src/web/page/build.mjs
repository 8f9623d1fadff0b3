// Bundles the page: build.mjs PACKAGES OUTPUT ENGINE, where ENGINE is engine.wasm, or - where there is none. The same sources and packages give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [packages, output, engine] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const esbuild = createRequire(join(packages, "/"))("esbuild");

// The engine's bytes as a module; none where it was not built.
const enginePlugin = {
    name: "engine",
    setup(build) {
        build.onResolve({ filter: /^engine\.wasm$/ }, () => ({ path: "engine.wasm", namespace: "engine" }));
        build.onLoad({ filter: /.*/, namespace: "engine" }, () => ({
            contents: engine === "-" ? new Uint8Array() : readFileSync(resolve(engine)), loader: "binary",
        }));
    },
};

async function bundle(entry, options) {
    const result = await esbuild.build({
        entryPoints: [join(here, entry)],
        bundle: true,
        write: false,
        minify: true,
        charset: "utf8",
        legalComments: "none",
        nodePaths: [packages],
        plugins: [enginePlugin],
        logLevel: "warning",
        ...options,
    });
    return result.outputFiles[0].text;
}

// Inside a <script>, these would end it or begin a comment.
const insideScript = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// What is bundled, and the terms on which that is allowed.
const licences = ["echarts/LICENSE", "echarts/NOTICE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE", "tslib/LICENSE.txt"]
    .map((file) => `== ${file} ==\n\n${readFileSync(join(packages, file), "utf8").trim()}\n`)
    .join("\n");

const script = await bundle("start.js", {
    format: "iife",
    target: ["chrome90", "firefox100", "safari15"],
    define: { __DEV__: "false", "process.env.NODE_ENV": '"production"' },
});
const style = await bundle("style.css", { target: ["chrome90", "firefox100", "safari15"] });

const parts = {
    "/*xuewei:style*/": style.trim(),
    "/*xuewei:script*/": insideScript(script.trim()),
    "<!--xuewei:licences-->": escaped(licences),
};
let page = readFileSync(join(here, "template.html"), "utf8");
for (const [mark, text] of Object.entries(parts)) {
    if (page.split(mark).length !== 2) {
        throw new Error(`template.html must have ${mark} once`);
    }
    page = page.split(mark).join(text);
}
writeFileSync(output, page);
