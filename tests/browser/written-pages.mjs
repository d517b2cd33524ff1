// The pages of the built site on which the explorer starts, as their own tags describe them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./page.mjs";

/** The one file that holds the whole explorer. */
export const SINGLE_FILE = "jalons.html";

/** All but the single file: [{path, own}], where `own` is what the address must say elsewhere to mean the same page. */
export function explorerPages() {
  return readdirSync(DIST, { recursive: true })
    .filter((path) => path.endsWith(".html") && path !== SINGLE_FILE)
    .map((path) => ({ path, tag: /<html[^>]*>/.exec(readFileSync(join(DIST, path), "utf8"))[0] }))
    .map(({ path, tag }) => ({ path, view: attribute(tag, "data-page-view"), lang: attribute(tag, "lang") }))
    .filter(({ view }) => view)
    .map(({ path, view, lang }) => {
      const own = [view === "timeline" ? "" : `view=${view}`, lang === "fr" ? "" : `lang=${lang}`].filter(Boolean).join("&");
      return { path, view, lang, own };
    });
}

/** The last page of each language: none that opens first. */
export const onePerLanguage = (pages) => ["fr", "en"].map((lang) => pages.findLast((page) => page.lang === lang));

function attribute(tag, name) {
  return new RegExp(`\\s${name}="?([^\\s">]*)`).exec(tag)?.[1];
}
