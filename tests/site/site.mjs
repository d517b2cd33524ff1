// The built site and its data as files: what is asserted of them needs no browser.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { parse } from "csv-parse/sync";
import { parse as parseHtml } from "parse5";

/** The folder of the built site. */
export const DIST = process.env.JALONS_DIST ?? "dist";
/** The folder of the data package. */
export const DATA = process.env.JALONS_DATA ?? "data";

/** The collections of records that have a page of text each. */
export const COLLECTIONS = [
  "themes", "events", "programmes", "envelopes", "indicators", "projects", "editions", "facts", "actors", "positions",
  "discrepancies",
];
/** The pages of text of one language, by their path in its folder. */
export const TEXT_PAGES = [
  "records/index.html",
  ...COLLECTIONS.map((collection) => `records/${collection}/index.html`),
  ...["sources", "glossary", "method", "accessibility", "legal", "privacy"].map((name) => `${name}/index.html`),
];
/** The folder of each language. */
export const FOLDERS = { fr: "", en: "en/" };
/** All pages of text: [{lang, path}]. */
export const ALL_TEXT_PAGES = Object.entries(FOLDERS).flatMap(([lang, folder]) => TEXT_PAGES.map((path) => ({ lang, path: folder + path })));

/** The rows of one file of the data package, as objects. */
export function rows(resource) {
  return parse(readFileSync(join(DATA, `${resource}.csv`), "utf8"), { columns: true, bom: true });
}

/** Files of a folder, by their path in it. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

export const htmlFiles = () => filesIn(DIST).filter((path) => path.endsWith(".html"));
export const read = (path) => readFileSync(join(DIST, path), "utf8");

/** How many bytes a file of the site has at brotli 11. */
export function brotliSize(path) {
  const bytes = readFileSync(join(DIST, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

// ---------------------------------------------------------------- documents

export const documentOf = (path) => parseHtml(read(path));

/** Every element below a node for which a test holds, in the order of the document. */
export function all(node, test) {
  return (node.childNodes ?? []).flatMap((child) => [...(child.tagName && test(child) ? [child] : []), ...all(child, test)]);
}

export const named = (...names) => (element) => names.includes(element.tagName);
export const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value ?? null;

/** The text of a node, with one space between words. */
export function textOf(node) {
  const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));
  return text(node).replace(/\s+/g, " ").trim();
}
