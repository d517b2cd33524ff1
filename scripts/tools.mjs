// Puts the search and its worker into the built site: src/bin/tools.rs with its glue, fetched when a reader first searches.
//
//   node scripts/tools.mjs WASM [DIR=dist]     WASM is what cargo built of the program `tools`
//
// wasm-bindgen writes the glue, esbuild puts it and src/tools.js into one classic script, binaryen shrinks the module.
// Both files carry the hash of both, and the page names them once, without their endings: two deployments never mix.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FEATURES, bundled, dropUnusedExports, fail, hashOf, run, withoutCustomSections, withoutStreams } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);

/** Where the page names the files. */
const PLACE = "__TOOLS__";
const WORKER = "src/tools.js";

if (!wasm) fail("say which module is the tools': node scripts/tools.mjs target/…/tools.wasm dist");
const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
if (!html.includes(PLACE)) fail(`${page} has no ${PLACE} to name the tools in; run ./scripts/build --again`);

const work = join(dirname(wasm), "tools-glue");
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", work, "--out-name", "tools", wasm);
const [glue, module] = ["tools.js", "tools_bg.wasm"].map((file) => join(work, file));
writeFileSync(glue, withoutStreams(readFileSync(glue, "utf8")));

const script = await bundled(readFileSync(WORKER, "utf8"), work, "iife");
dropUnusedExports(module, script);
// For speed rather than size: a reader waits for each answer, and for these bytes only once.
run("wasm-opt", "-O3", ...FEATURES, module, "-o", module);

const bytes = withoutCustomSections(readFileSync(module));
const name = `jalons-tools-${hashOf(script, bytes)}`;
writeFileSync(join(dist, `${name}.js`), script);
writeFileSync(join(dist, `${name}.wasm`), bytes);
writeFileSync(page, html.replaceAll(PLACE, `./${name}`));
console.log(`jalons: put the search into ${name}.js and ${name}.wasm`);
