// Lets the built site be read without network: writes the worker that keeps it, with the list of its files, and names the page's script.
//
//   node scripts/offline.mjs [DIR=dist]                    after the seal; running it again changes nothing
//   JALONS_OFFLINE=no node scripts/offline.mjs [DIR=dist]  withdraws it: the worker deletes what it kept and itself
//
// The version is a hash over the content of every file. The page names its script by the version, so it knows its own;
// the worker's name never changes, or browsers would not find the next one.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { bundled, fail, hashOf } from "./wasm.mjs";

const dist = process.argv[2] ?? "dist";
const isWithdrawn = process.env.JALONS_OFFLINE === "no";

const WORKER = "service-worker.js";
const PAGE_SCRIPT = /^jalons-offline-[0-9a-f]+\.js$/;
/** Where a page names its script: nothing but the name, which is resolved against the root of the site. */
const PLACE = /(<html\b[^>]*? data-offline=)(?:"[^"]*"|[^\s>]*)/;
/** The manifest of the installed app, of which each language has its own. */
const MANIFEST = /\bmanifest(-en)?\.webmanifest\b/g;
const IS_ENGLISH = /<html\b[^>]*? lang=["']?en\b/;
/** Stands alone and fetches nothing: no script is named in it. */
const SINGLE_FILE = "jalons.html";
/** Kept once it was used, or when a reader asks: what is large, and what only few open. */
const OPTIONAL = /^(jalons\.html$|charts|echarts)/;
/** Never kept: nothing of the site asks for it. */
const FOR_OTHERS = /(^|\/)(robots\.txt|sitemap\.xml|oembed[^/]*\.json|\.[^/]*)$|(^|\/)(open-graph|og)[^/]*\.png$/;

const read = (path) => readFileSync(join(dist, path));
let paths = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, sep).length).replaceAll(sep, "/"))
  .sort();
for (const path of paths.filter((path) => PAGE_SCRIPT.test(path))) rmSync(join(dist, path));
paths = paths.filter((path) => path !== WORKER && !PAGE_SCRIPT.test(path));
const pages = paths.filter((path) => path.endsWith(".html") && PLACE.test(read(path)));
if (!pages.includes("index.html")) fail(`${dist}/index.html has no data-offline to name the script in; run ./scripts/build --again`);

const [pageScript, worker] = ["src/offline.js", "src/service-worker.js"].map((path) => readFileSync(path, "utf8"));
const version = hashOf(pageScript, worker, ...paths.flatMap((path) => [path, "\0", pages.includes(path) ? named(path, "") : read(path)]));

if (isWithdrawn) {
  name("");
  await publish(WORKER, readFileSync("src/service-worker-withdrawn.js", "utf8"), {});
  console.log("jalons: withdrew reading without network: the worker deletes what it kept, then itself");
} else {
  const script = `jalons-offline-${version}.js`;
  name(script);
  const kept = paths.filter((path) => !FOR_OTHERS.test(path));
  const sum = (paths) => paths.reduce((sum, path) => sum + read(path).length, 0);
  const everything = sum(kept);
  const usual = sum(kept.filter((path) => !OPTIONAL.test(path)));
  await publish(script, pageScript, { __BYTES__: [usual, everything] }, "esm");
  const files = [...kept, script].map((path) => {
    const bytes = read(path);
    return [encodeURI(path), hashOf(bytes), bytes.length, Number(OPTIONAL.test(path))];
  });
  await publish(WORKER, worker, { '"__VERSION__"': version, __FILES__: files });
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `jalons: ${files.length} files can be read without network (${megabytes(usual)} kept by a visit, ${megabytes(everything)} when asked for), version ${version}`,
  );
}

/** Writes the name of the page's script into every page that fetches it. */
function name(script) {
  for (const page of pages) writeFileSync(join(dist, page), named(page, script));
}

/** A page that names its script, and the manifest of its language. */
function named(page, script) {
  const html = read(page).toString();
  const manifest = `manifest${IS_ENGLISH.test(html) ? "-en" : ""}.webmanifest`;
  return html.replace(PLACE, `$1"${page === SINGLE_FILE ? "" : script}"`).replace(MANIFEST, manifest);
}

/** Writes a script into the site, with values in place of their names. */
async function publish(file, source, values, format = "iife") {
  const text = Object.entries(values).reduce(
    (text, [place, value]) => text.replace(place, () => JSON.stringify(value)),
    source,
  );
  writeFileSync(join(dist, file), await bundled(text, ".", format));
}
