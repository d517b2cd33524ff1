// Puts the charts into the built site: src/bin/charts.rs with its glue and what it uses of ECharts, fetched when a reader first opens them.
//
//   node scripts/charts.mjs WASM [DIR=dist]     WASM is what cargo built of the program `charts`
//
// wasm-bindgen writes the glue, esbuild puts it, src/charts.js and ECharts into one module, binaryen shrinks the program.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { glued, put } from "./program.mjs";
import { bundled, dropUnusedExports, optimise } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);
const program = glued("charts", wasm);
const { work, glue, module } = program;

// From here, where its packages are found, whatever folder cargo builds in.
const echarts = await bundled(readFileSync("src/echarts.js", "utf8"), "src", "esm", { "process.env.NODE_ENV": '"production"' });
writeFileSync(join(work, "echarts.js"), echarts);

const script = await bundled(readFileSync("src/charts.js", "utf8"), work, "esm");
// By the glue alone: ECharts holds every word there is.
dropUnusedExports(module, await withoutEcharts());
optimise(module);
put(program, script, "charts", dist);

/** The glue as it is bundled, with nothing of ECharts but a name. */
async function withoutEcharts() {
  const empty = join(work, "glue");
  mkdirSync(empty);
  cpSync(glue, join(empty, "charts.js"));
  writeFileSync(join(empty, "echarts.js"), "export const init = () => null;");
  return bundled(readFileSync("src/charts.js", "utf8"), empty, "esm");
}
