// What the steps after the compiler share: the tools that work on a module, and names that carry a hash.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

// Never --all-features: it writes an import that browsers refuse.
export const FEATURES = [
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];
/** The oldest browsers that the page promises to work in. */
export const BROWSERS = ["chrome103", "firefox113", "safari16.4"];

/**
 * Leptos' server functions bring classes of streams that nothing here makes; only these lines keep esbuild from dropping
 * them, and the module from dropping what they free.
 */
export function withoutStreams(glue) {
  return glue
    .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*$/gm, "")
    .replace(/^const IntoUnderlying\w+Finalization = [^;]*;$/gm, "");
}

/** A script and what it imports from `folder` as one small file; `define` gives values in place of names. */
export async function bundled(script, folder, format, define = {}) {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: folder },
    bundle: true,
    minify: true,
    format,
    define,
    target: BROWSERS,
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** Drops what a module exports to nobody: neither to its glue nor to `others`, names that something else asks for. */
export function dropUnusedExports(module, glue, others = new Set()) {
  const words = new Set(glue.match(/[\w$]+/g));
  const used = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(module)))
    .map(({ name }) => name)
    .filter((name) => others.has(name) || words.has(name));
  const graph = `${module}.exports.json`;
  const nodes = used.map((name) => ({ name: `export ${name}`, export: name }));
  writeFileSync(graph, JSON.stringify([{ name: "page", root: true, reaches: nodes.map(({ name }) => name) }, ...nodes]));
  run("wasm-metadce", ...FEATURES, "--graph-file", graph, module, "-o", module);
}

/**
 * A module without its custom sections (names, relocations): nothing runs them. WebAssembly core specification, 5.5:
 * after eight bytes of header come sections, each an id, a size in LEB128 and so many bytes; a custom one has the id 0.
 */
export function withoutCustomSections(bytes) {
  const kept = [bytes.subarray(0, 8)];
  for (let place = 8; place < bytes.length; ) {
    const [start, id] = [place, bytes[place]];
    let [size, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[++place];
      size |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    place += 1 + size;
    if (id !== 0) kept.push(bytes.subarray(start, place));
  }
  return Buffer.concat(kept);
}

/** Sixteen digits that change with the content. */
export function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 16);
}

/** Makes a module small, or fast; twice, for what the first pass leaves the second makes smaller still. */
export function optimise(module, level = "-Oz") {
  run("wasm-opt", level, level, ...FEATURES, module, "-o", module);
}

/** Runs a tool; what it says is shown only if it fails. */
export function run(tool, ...args) {
  try {
    execFileSync(tool, args, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    fail(`${tool} failed: ${String(error.stderr ?? "").trim() || error.message}`);
  }
}

export function fail(reason) {
  console.error(`jalons: ${reason}.`);
  process.exit(1);
}
