// Cuts the built module in two: what answers first, and what src/later.rs leads to, fetched afterwards; run after Trunk.
//
//   node scripts/split.mjs WASM [DIR=dist]     WASM is what cargo built, before wasm-bindgen
//
// Trunk knows no split modules: what it made of the whole module gives way to what is made here. wasm-split-cli cuts
// along the relocations, wasm-bindgen writes the glue of the main part, esbuild puts the glue and the chunk's loader
// into one small file, binaryen shrinks each part. Every name carries a hash of its content, and each file names
// exactly the one that goes with it: two deployments never mix.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FEATURES, bundled, dropUnusedExports, fail, hashOf, optimise, run, withoutStreams } from "./wasm.mjs";

const [wasm, dist = "dist"] = process.argv.slice(2);

/** The loader, as the page's own source, and the name under which wasm-split-cli makes the module import it. */
const LOADER = "src/later.js";
const LOADER_IMPORTED = "__wasm_split.js";
/** What Trunk made of the whole module. */
const BY_TRUNK = /^jalons-[0-9a-f]+(_bg\.wasm|\.js)$/;

if (!wasm) fail("say which module is to be split: node scripts/split.mjs target/…/jalons.wasm dist");
const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
const byTrunk = readdirSync(dist).filter((file) => BY_TRUNK.test(file) && html.includes(file));
if (byTrunk.length !== 2) fail(`${page} does not name the two files of Trunk's module; run ./scripts/build --again`);

const work = join(dirname(wasm), "split");
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run("wasm-split-cli", wasm, work, "--out-name", "jalons");
const parts = readdirSync(work).filter((file) => file.endsWith(".wasm"));
if (parts.join() !== "jalons.wasm,split_later.wasm") {
  fail(`the module was cut into ${parts.join(", ")} instead of jalons.wasm and split_later.wasm; see src/later.rs`);
}

const chunkBytes = optimised("split_later.wasm");
const chunk = publish("jalons-later", "wasm", chunkBytes);
writeFileSync(join(work, LOADER_IMPORTED), readFileSync(LOADER, "utf8").replace("__CHUNK__", `./${chunk}`));

// --keep-lld-exports: the chunk imports them.
const bindgen = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work, "--out-name", "jalons"];
run("wasm-bindgen", ...bindgen, join(work, "jalons.wasm"));
shortenImports();
const glueFile = join(work, "jalons.js");
writeFileSync(glueFile, withoutStreams(readFileSync(glueFile, "utf8")));
// The page's first script calls only this.
const glueText = await bundled('export { default } from "./jalons.js";', work, "esm");
const askedByChunk = WebAssembly.Module.imports(new WebAssembly.Module(chunkBytes)).map(({ name }) => name);
dropUnusedExports(join(work, "jalons_bg.wasm"), glueText, new Set(askedByChunk));
const main = publish("jalons", "wasm", optimised("jalons_bg.wasm"));
const glue = publish("jalons", "js", glueText);

writeFileSync(page, byTrunk.reduce((html, file) => html.replaceAll(file, file.endsWith(".js") ? glue : main), html));
for (const file of byTrunk) rmSync(join(dist, file));
console.log(`jalons: split the module into ${main} and ${chunk}`);

// ---------------------------------------------------------------- the steps

/** A part of the module, after wasm-opt. */
function optimised(part) {
  const file = join(work, part);
  optimise(file);
  return readFileSync(file);
}

/** The names of what the module imports end in sixteen random digits, in the module and in the glue: short ones instead. */
function shortenImports() {
  const [module, text, glue] = ["jalons_bg.wasm", "jalons_bg.wat", "jalons.js"].map((file) => join(work, file));
  run("wasm-dis", ...FEATURES, module, "-o", text);
  const names = new Map();
  const renamed = readFileSync(text, "utf8").replace(/(\(import "\.\/jalons_bg\.js") "([^"]+)"/g, (_, before, name) => {
    names.set(name, `i${names.size.toString(36)}`);
    return `${before} "${names.get(name)}"`;
  });
  writeFileSync(text, renamed);
  run("wasm-as", ...FEATURES, text, "-o", module);

  let found = 0;
  const glueText = readFileSync(glue, "utf8").replace(/^( {8})(\w+)(?=: function\()/gm, (whole, before, name) => {
    found += names.has(name);
    return names.has(name) ? before + names.get(name) : whole;
  });
  if (found !== names.size) fail(`the glue provides ${found} of ${names.size} imports under their names; see shortenImports`);
  writeFileSync(glue, glueText);
}

/** Writes a file into dist/ under a name that carries its hash. */
function publish(name, extension, content) {
  const file = `${name}-${hashOf(content)}.${extension}`;
  writeFileSync(join(dist, file), content);
  return file;
}
