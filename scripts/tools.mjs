// Puts the search and its worker into the built site: src/bin/tools.rs with its glue, fetched when a reader first searches.
//
//   node scripts/tools.mjs WASM [DIR=dist]     WASM is what cargo built of the program `tools`
//
// wasm-bindgen writes the glue, esbuild puts it and src/tools.js into one classic script, binaryen shrinks the module.

import { readFileSync } from "node:fs";
import { glued, put } from "./program.mjs";
import { FEATURES, bundled, dropUnusedExports, run } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);
const program = glued("tools", wasm);
const { work, module } = program;

const script = await bundled(readFileSync("src/tools.js", "utf8"), work, "iife");
dropUnusedExports(module, script);
// For speed rather than size: a reader waits for each answer, and for these bytes only once.
run("wasm-opt", "-O3", ...FEATURES, module, "-o", module);
put(program, script, "jalons-tools", dist);
