// Puts the programs beside the page (search and files, import, charts) into a page that is being changed: not optimised, under names that stay.
//
//   node scripts/dev-beside.mjs FROM DIR     FROM is the folder in which cargo has left them

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { glued, worker } from "./program.mjs";
import { bundled } from "./wasm.mjs";

const [from, folder] = process.argv.slice(2);

for (const key of ["tools", "import"]) keep(key, await worker(key, join(from, `${key}.wasm`), null));
const program = glued("charts", join(from, "charts.wasm"));
const echarts = await bundled(readFileSync("src/echarts.js", "utf8"), "src", "esm", { "process.env.NODE_ENV": '"production"' });
writeFileSync(join(program.work, "echarts.js"), echarts);
keep("charts", { program, script: await bundled(readFileSync("src/charts.js", "utf8"), program.work, "esm") });

function keep(key, { program, script }) {
  writeFileSync(join(folder, `${key}.js`), script);
  copyFileSync(program.module, join(folder, `${key}.wasm`));
}
