// Makes the inline scripts of the built page small: what Trunk leaves as it was written, comments and all; run after Trunk.
//
//   node scripts/shrink.mjs [DIR=dist]

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { fail } from "./wasm.mjs";

/** What browsers too old for the app read, too: they are told so. The first of them had dynamic imports. */
const OLD = { target: "es2018", supported: { "dynamic-import": true } };

const page = join(process.argv[2] ?? "dist", "index.html");
let [scripts, before, after] = [0, 0, 0];
const html = readFileSync(page, "utf8").replace(/<script>([^]*?)<\/script>/g, (_, script) => {
  const { code } = transformSync(script, { minify: true, ...OLD });
  [scripts, before, after] = [scripts + 1, before + script.length, after + code.length];
  return `<script>${code.trim()}</script>`;
});
if (scripts === 0) fail(`${page} has no inline script; run ./scripts/build --again`);
writeFileSync(page, html);
console.log(`jalons: shrank ${scripts} inline script${scripts === 1 ? "" : "s"} from ${before} to ${after} characters`);
