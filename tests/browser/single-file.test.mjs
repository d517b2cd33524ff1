// The single file: alone in a folder, and from any host, it is the whole explorer, and asks for nothing beside itself.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENGINE, LISTENERS } from "./engines.mjs";
import { DIST, HEAD_BEGINS, openSite } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";
import { listedRequests, walkThrough } from "./whole-explorer.mjs";
import { SINGLE_FILE as FILE, explorerPages, onePerLanguage } from "./written-pages.mjs";

let alone;
let site;
let page;
before(async () => {
  // Nothing is beside it: whatever it asked for would be missing.
  alone = mkdtempSync(join(tmpdir(), "jalons-alone-"));
  copyFileSync(join(DIST, FILE), join(alone, FILE));
  // And the site as it is unpacked into a folder.
  site = mkdtempSync(join(tmpdir(), "jalons-folder-"));
  cpSync(DIST, site, { recursive: true });
  if (ENGINE === "webkit") {
    for (const path of [FILE, ...explorerPages().map(({ path }) => path)]) listen(join(site, path));
    listen(join(alone, FILE));
  }
  page = await openSite();
});
after(async () => {
  await page?.close();
  for (const folder of [alone, site]) rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  // What the browser asked for and said before: its own first page, the test before.
  await page.leave();
  await page.browser.requests();
  await page.browser.driverProblems();
});

/** Puts the listeners into a file that no server will change on its way. */
function listen(file) {
  writeFileSync(file, readFileSync(file, "utf8").replace(HEAD_BEGINS, (tag) => `${tag}<script>${LISTENERS}</script>`));
}

async function opened(address) {
  await page.leave();
  await page.driver.get(address);
  await page.isReady();
}

/** The problems heard on this page, and every request since the last question but those for the file. */
async function foreign(file) {
  const heard = await page.driver.executeScript("return window.__heard.problems.splice(0)");
  const said = [...heard, ...(await page.browser.driverProblems())].map(({ kind, text }) => `${kind}: ${text}`);
  const asked = [...(await page.browser.requests()), ...(await listedRequests(page))];
  return [...said, ...asked.filter((url) => url.split("#")[0] !== file && !/^(data|blob|about):/.test(url))];
}

inEveryEngine("alone in a folder, the file is the whole explorer and asks for nothing", async () => {
  const file = pathToFileURL(join(alone, FILE)).href;
  await opened(file);
  await walkThrough(page, async (hash) => {
    assert.deepEqual(await foreign(file), [], `before #${hash}`);
    await opened(hash ? `${file}#${hash}` : file);
  });
  assert.deepEqual(await foreign(file), [], "at the end");
});

inEveryEngine("from a host, the file is the whole explorer and asks for nothing", async () => {
  const file = `${page.server.url}${FILE}`;
  const first = page.server.requests.length;
  await walkThrough(page, (hash) => opened(hash ? `${file}#${hash}` : file));
  const asked = page.server.requests.slice(first).map(({ path }) => path);
  // WebKit's listeners come from the test's server.
  assert.deepEqual([...new Set(asked)].filter((path) => path !== "/__listeners.js"), [`/${FILE}`]);
  assert.deepEqual(await page.problems(), []);
});

/** Opens these pages from the folder, and expects the file in their place. */
async function goOn(pages) {
  const target = pathToFileURL(join(site, FILE)).href;
  for (const { path, view, lang, own } of pages) {
    await opened(pathToFileURL(join(site, path)).href);
    assert.equal(await page.address(), own ? `${target}#${own}` : target, path);
    assert.deepEqual([await page.view(), await page.driver.executeScript("return document.documentElement.lang")], [view, lang], path);
    assert.deepEqual(await foreignTo(site), [], path);
  }
}

inOneEngine("every page opened from a folder goes on to the single file with its view and its language", async () => {
  await goOn(explorerPages());
});

inEveryEngine("a page of each language goes on from a folder to the single file, with its address", async () => {
  await goOn(onePerLanguage(explorerPages()));
  const target = pathToFileURL(join(site, FILE)).href;
  // What is asked for goes before what a page is.
  for (const { path } of onePerLanguage(explorerPages())) {
    const asked = "?id=7#view=table&of=actors&lang=en";
    await opened(`${pathToFileURL(join(site, path)).href}${asked}`);
    assert.equal(await page.address(), `${target}${asked}`, path);
    assert.deepEqual(await foreignTo(site), [], path);
  }
});

/** The problems heard, and every request that left the folder. */
async function foreignTo(folder) {
  const inside = pathToFileURL(folder).href;
  return (await foreign("")).filter((url) => !url.startsWith(`${inside}/`));
}
