// Seals the built pages: writes the Content-Security-Policy, with the hash of each inline script and style, into every page of dist/.
//
//   node scripts/seal.mjs [DIR=dist]
//
// Each page carries <meta http-equiv="Content-Security-Policy" content="__CSP__">, first in its
// <head> after the charset. Sealing a sealed page again changes nothing. It refuses what the
// policy would silently block in a browser or what would tie the site to one address: `style=`
// attributes, on… handlers, and addresses that begin with / or with another host.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse } from "parse5";
import { elements } from "./markup.mjs";

const root = process.argv[2] ?? "dist";

/** Script types that a browser runs; anything else (JSON-LD, say) is data and needs no hash. */
const RUNS = new Set(["", "module", "importmap", "text/javascript", "application/javascript"]);

/** Attributes whose address the browser fetches by itself. Links that a reader follows may lead anywhere. */
const FETCHED = {
  link: ["href", "imagesrcset"],
  script: ["src"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  iframe: ["src"],
  image: ["href", "xlink:href"],
  use: ["href", "xlink:href"],
};
/** Links that only name the page: nothing is fetched. */
const NAMING_RELATIONS = /\b(canonical|alternate|author|license)\b/;

/** A single file has no files beside it, and in an opaque origin 'self' would match none: it has what it holds itself. */
function policyOfSingleFile(scripts, styles) {
  return [
    "default-src 'none'",
    `script-src ${[...scripts, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src data: blob:",
    "connect-src 'none'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function policy(scripts, styles) {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    // The preview of a frame: the page itself.
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const problems = [];
let pages = 0;
for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
  const file = join(entry.path, entry.name);
  const html = await readFile(file, "utf8");
  const sealed = seal(html, relative(root, file));
  if (sealed !== html) await writeFile(file, sealed);
  pages += 1;
}
if (pages === 0) problems.push(`${root}/ holds no page; run ./scripts/build`);
if (problems.length > 0) {
  for (const problem of problems) console.error(`jalons: ${problem}.`);
  process.exit(1);
}
console.log(`jalons: sealed ${pages} page${pages === 1 ? "" : "s"} with their policy`);

/** The page with its policy written in; what is wrong with it goes to `problems`. */
function seal(html, name) {
  const hashes = { script: new Set(), style: new Set() };
  let place = null;
  let isSingleFile = false;

  // Without scripting, so that what stands in <noscript> is seen as elements too.
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  for (const element of elements(document)) {
    const attributes = Object.fromEntries(
      element.attrs.map((attr) => [attr.prefix ? `${attr.prefix}:${attr.name}` : attr.name, attr.value]),
    );
    const at = `${name}:${element.sourceCodeLocation?.startLine ?? "?"}`;
    isSingleFile ||= element.tagName === "html" && "data-single-file" in attributes;

    if ("style" in attributes) {
      problems.push(`${at}: <${element.tagName}> has a style attribute, which the policy blocks; use a class or an SVG attribute`);
    }
    for (const handler of Object.keys(attributes).filter((key) => /^on[a-z]/.test(key))) {
      problems.push(`${at}: <${element.tagName}> has ${handler}=, which the policy blocks; listen from the app`);
    }
    for (const key of FETCHED[element.tagName] ?? []) {
      const address = attributes[key];
      if (!address || (element.tagName === "link" && NAMING_RELATIONS.test(attributes.rel ?? ""))) continue;
      if (/^(\/|https?:)/.test(address)) {
        problems.push(`${at}: <${element.tagName} ${key}="${address}"> is not a relative address; the site must work under any path`);
      }
      if (isSingleFile && !address.startsWith("data:")) {
        problems.push(`${at}: <${element.tagName} ${key}="${address}"> is a second file; a single file has none`);
      }
    }

    // What a single file carries packed and runs as an inline script.
    if (attributes["data-runs"]) hashes.script.add(`'${attributes["data-runs"]}'`);
    const inline = element.childNodes?.map((node) => node.value ?? "").join("") ?? "";
    if (element.tagName === "style") hashes.style.add(hash(inline));
    if (element.tagName === "script" && !("src" in attributes) && RUNS.has((attributes.type ?? "").toLowerCase())) {
      hashes.script.add(hash(inline));
    }
    if (element.tagName === "meta" && attributes["http-equiv"]?.toLowerCase() === "content-security-policy") {
      if (place) problems.push(`${at}: a second policy; one page carries one`);
      place = element.sourceCodeLocation.attrs.content;
      if (!place) problems.push(`${at}: the policy's <meta> has no content="__CSP__" to be written over`);
    }
  }
  if (!place) {
    problems.push(`${name}: no <meta http-equiv="Content-Security-Policy" content="__CSP__"> to write the policy into`);
    return html;
  }
  const written = isSingleFile ? policyOfSingleFile : policy;
  const content = `content="${written([...hashes.script], [...hashes.style])}"`;
  return html.slice(0, place.startOffset) + content + html.slice(place.endOffset);
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
