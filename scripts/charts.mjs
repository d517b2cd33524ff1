// Puts the charts into the built site: src/bin/charts.rs with its glue and what it uses of ECharts, fetched when a reader first opens them.
//
//   node scripts/charts.mjs WASM [DIR=dist]     WASM is what cargo built of the program `charts`
//
// wasm-bindgen writes the glue, esbuild puts it, src/charts.js and ECharts into one module, binaryen shrinks the program.
// Both files carry the hash of both, and the page names them once, without their endings: two deployments never mix.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FEATURES, bundled, dropUnusedExports, fail, hashOf, run, withoutCustomSections, withoutStreams } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);

/** Where the page names the files. */
const PLACE = "__CHARTS__";

if (!wasm) fail("say which module is the charts': node scripts/charts.mjs target/…/charts.wasm dist");
const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
if (!html.includes(PLACE)) fail(`${page} has no ${PLACE} to name the charts in; run ./scripts/build --again`);

const work = join(dirname(wasm), "charts-glue");
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", work, "--out-name", "charts", wasm);
const [glue, module] = ["charts.js", "charts_bg.wasm"].map((file) => join(work, file));
const glueText = withoutStreams(readFileSync(glue, "utf8"));
writeFileSync(glue, glueText);
// From here, where its packages are found, whatever folder cargo builds in.
const echarts = await bundled(readFileSync("src/echarts.js", "utf8"), "src", "esm", { "process.env.NODE_ENV": '"production"' });
writeFileSync(join(work, "echarts.js"), echarts);

const script = await bundled(readFileSync("src/charts.js", "utf8"), work, "esm");
// By the glue alone: ECharts holds every word there is.
dropUnusedExports(module, await withoutEcharts());
run("wasm-opt", "-Oz", ...FEATURES, module, "-o", module);

const bytes = withoutCustomSections(readFileSync(module));
const name = `charts-${hashOf(script, bytes)}`;
writeFileSync(join(dist, `${name}.js`), script);
writeFileSync(join(dist, `${name}.wasm`), bytes);
writeFileSync(page, html.replaceAll(PLACE, `./${name}`));
console.log(`jalons: put the charts into ${name}.js and ${name}.wasm`);

/** The glue as it is bundled, with nothing of ECharts but a name. */
async function withoutEcharts() {
  const empty = join(work, "glue");
  mkdirSync(empty);
  writeFileSync(join(empty, "charts.js"), glueText);
  writeFileSync(join(empty, "echarts.js"), "export const init = () => null;");
  return bundled(readFileSync("src/charts.js", "utf8"), empty, "esm");
}
