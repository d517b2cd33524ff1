// Puts what reads a reader's own files into the built site: src/bin/import.rs with its glue, fetched when files are brought.
//
//   node scripts/import.mjs WASM [DIR=dist]     WASM is what cargo built of the program `import`
//
// wasm-bindgen writes the glue, esbuild puts it and src/import.js into one classic script, binaryen shrinks the module.

import { readFileSync } from "node:fs";
import { glued, put } from "./program.mjs";
import { FEATURES, bundled, dropUnusedExports, run } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);
const program = glued("import", wasm);
const { work, module } = program;

const script = await bundled(readFileSync("src/import.js", "utf8"), work, "iife");
dropUnusedExports(module, script);
run("wasm-opt", "-Oz", ...FEATURES, module, "-o", module);
put(program, script, "jalons-import", dist);
