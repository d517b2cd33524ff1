// What the programs beside the page's own have in common on their way into the built site: their glue, their place in the page, their names.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundled, dropUnusedExports, fail, hashOf, optimise, run, withoutCustomSections, withoutStreams } from "./wasm.mjs";

/** The program `key`, compiled to `wasm`, with the glue that wasm-bindgen writes for it in a folder of its own. */
export function glued(key, wasm) {
  if (!key || !wasm) fail("say which module is to go into the site: target/…/release/NAME.wasm, then its folder");
  const work = join(dirname(wasm), `${key}-glue`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", work, "--out-name", key, wasm);
  const [glue, module] = [`${key}.js`, `${key}_bg.wasm`].map((file) => join(work, file));
  writeFileSync(glue, withoutStreams(readFileSync(glue, "utf8")));
  return { key, work, glue, module };
}

/**
 * The program `key` as a worker: esbuild puts its glue and src/KEY.js into one classic script, which also runs from a blob;
 * binaryen shrinks its module, by size if nothing else is said and not at all at the level `null`.
 */
export async function worker(key, wasm, level = "-Oz") {
  const program = glued(key, wasm);
  copyFileSync("src/serving.js", join(program.work, "serving.js"));
  const script = await bundled(readFileSync(`src/${key}.js`, "utf8"), program.work, "iife");
  if (level !== null) {
    dropUnusedExports(program.module, script);
    optimise(program.module, level);
  }
  return { program, script };
}

/**
 * Writes a program into a folder as a script and a module. Both carry the hash of both: two deployments never mix. Gives
 * their name without its endings.
 */
export function write({ module }, script, begins, folder) {
  const bytes = withoutCustomSections(readFileSync(module));
  const name = `${begins}-${hashOf(script, bytes)}`;
  writeFileSync(join(folder, `${name}.js`), script);
  writeFileSync(join(folder, `${name}.wasm`), bytes);
  return name;
}

/** Puts a program into the site, whose page names it in its place: the key in capitals, between lines. */
export function put(program, script, begins, dist) {
  const page = join(dist, "index.html");
  const place = `__${program.key.toUpperCase()}__`;
  const markup = readFileSync(page, "utf8");
  if (!markup.includes(place)) fail(`${page} has no ${place} to name ${program.key} in; run ./scripts/build --again`);
  const name = write(program, script, begins, dist);
  writeFileSync(page, markup.replaceAll(place, `./${name}`));
  console.log(`jalons: put ${name}.js and ${name}.wasm into the site`);
}
