// Makes the page of index.html for whoever is changing the project: no view written into it, no policy, nothing to be kept offline.
//
//   node scripts/dev-page.mjs DIR     does so with the page that Trunk has left in DIR (see scripts/finish)

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The names of the programs beside the page, without their endings. */
export const PROGRAMS = { __TOOLS__: "./tools", __IMPORT__: "./import", __CHARTS__: "./charts" };
/** What the page says of a site that has other pages, or that may be read offline. */
const OF_A_SITE = / (data-twin|data-offline)="__\w+__"/g;
const POLICY = /\s*<meta\s+http-equiv="?Content-Security-Policy"?[^>]*>/i;

/** A page without what only a release has. What names the data stays: `prerender --dev` writes it. */
export function devPage(html) {
  const named = Object.entries(PROGRAMS).reduce((html, [place, name]) => html.replaceAll(place, name), html);
  return named
    .replace(OF_A_SITE, "")
    .replace(POLICY, "")
    .replace("__TITLE__", "Jalons")
    .replace("__NOSCRIPT__", "Cette page de travail demande JavaScript.");
}

/**
 * The template with its styles as files of their own, to be taken one by one, and its scripts in it: what they import, they
 * import from where the page is.
 */
export function withoutTrunk(html, start) {
  const tag = (file, type) => (type === "css" ? `<link rel="stylesheet" href="./${file}">` : `<script>${readFileSync(file, "utf8")}</script>`);
  return html
    .replace(/<link data-trunk rel="inline" href="([^"]+)" type="(css|js)">/g, (_, file, type) => tag(file, type))
    .replace(/\s*<link data-trunk [^>]*>/g, "")
    .replace("</body>", `${start}\n</body>`);
}

/** The style sheets that the app adopts when it needs them: src/later.rs names them in their order. */
export function lazyStyles() {
  return [...readFileSync("src/later.rs", "utf8").matchAll(/include_str!\("\.\.\/(style\/[\w-]+\.css)"\)/g)].map(([, file]) => file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (!folder || !readdirSync(folder).includes("index.html")) {
    console.error("jalons: say in which folder Trunk has left the page: node scripts/dev-page.mjs DIR");
    process.exit(2);
  }
  const page = join(folder, "index.html");
  writeFileSync(page, devPage(readFileSync(page, "utf8")));
}
