// What the programs beside the page's own have in common on their way into the built site: their glue, their place in the page, their names.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, hashOf, run, withoutCustomSections, withoutStreams } from "./wasm.mjs";

/**
 * The program `key`, compiled to `wasm`, with the glue that wasm-bindgen writes for it in a folder of its own. The built
 * page in `dist` must hold its place: its key in capitals, between lines.
 */
export function glued(key, wasm, dist) {
  if (!wasm) fail(`say which module is the ${key}': node scripts/${key}.mjs target/…/${key}.wasm dist`);
  const page = join(dist, "index.html");
  const place = `__${key.toUpperCase()}__`;
  if (!readFileSync(page, "utf8").includes(place)) {
    fail(`${page} has no ${place} to name the ${key} in; run ./scripts/build --again`);
  }
  const work = join(dirname(wasm), `${key}-glue`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", work, "--out-name", key, wasm);
  const [glue, module] = [`${key}.js`, `${key}_bg.wasm`].map((file) => join(work, file));
  writeFileSync(glue, withoutStreams(readFileSync(glue, "utf8")));
  return { work, glue, module, dist, page, place };
}

/**
 * Puts a program into the site as a script and a module. Both carry the hash of both, and the page names them once,
 * without their endings: two deployments never mix.
 */
export function put({ module, dist, page, place }, script, begins) {
  const bytes = withoutCustomSections(readFileSync(module));
  const name = `${begins}-${hashOf(script, bytes)}`;
  writeFileSync(join(dist, `${name}.js`), script);
  writeFileSync(join(dist, `${name}.wasm`), bytes);
  writeFileSync(page, readFileSync(page, "utf8").replaceAll(place, `./${name}`));
  console.log(`jalons: put ${name}.js and ${name}.wasm into the site`);
}
