// A frame that allows nothing but scripts, on a page of another host, from a host that says nothing of other origins: the single file works there, and every page goes on to it.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { By } from "selenium-webdriver";
import { startStaticServer } from "../../scripts/static-server.mjs";
import { DIST, openSite } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";
import { listedRequests, walkThrough } from "./whole-explorer.mjs";
import { SINGLE_FILE as FILE, explorerPages, onePerLanguage } from "./written-pages.mjs";

/** What is sent in place of a file; each test says. */
let answers = () => undefined;
let page;
let host;
let empty;
before(async () => {
  page = await openSite({ mount: "/some/where/", hasFrames: true, answers: (...asked) => answers(...asked) });
  empty = mkdtempSync(join(tmpdir(), "jalons-host-"));
  host = await startStaticServer({ root: empty, pages: { "/article": article } });
});
after(async () => {
  await page?.close();
  await host?.stop();
  rmSync(empty, { recursive: true, force: true });
});
beforeEach(() => (answers = () => undefined));

/** An article of another site with one frame, in its corner: chromedriver misses marks in a frame of another process that stands further down. */
function article(url) {
  const address = url.searchParams.get("address").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return {
    type: "text/html",
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,"><style>body{margin:0}iframe{border:0;display:block}</style><iframe title="Jalons" sandbox="allow-scripts" width="1240" height="760" src="${address}"></iframe><p>Below.</p>`,
  };
}

/** Loads the article with this page of the site in its frame, and turns to the frame. */
async function framed(path) {
  await page.driver.switchTo().defaultContent();
  await page.leave();
  await page.browser.setViewport(1280, 900);
  await page.driver.get(`${host.origin}/article?${new URLSearchParams({ address: page.server.url + path })}`);
  await page.driver.switchTo().frame(await page.driver.findElement(By.css("iframe")));
}

/** What was heard in the frame, and what it requested beyond the site's own origin. */
async function problems() {
  const heard = await page.driver.executeScript("return window.__heard.problems.splice(0)");
  assert.equal(await page.driver.executeScript("return self.origin"), "null", "the frame's origin is opaque");
  return [...heard.map(({ kind, text }) => `${kind}: ${text}`), ...(await listedRequests(page))]
    .filter((text) => !text.endsWith("/__listeners.js") && !text.startsWith(`${page.server.url}${FILE}`));
}

/** Files of the site requested since a number of requests. */
const filesSince = (first) =>
  page.server.requests.slice(first).map(({ file }) => file).filter((file) => file !== null);

inEveryEngine("in a frame that allows only scripts, the file is the whole explorer", async () => {
  const first = page.server.requests.length;
  await walkThrough(page, async (hash) => {
    await framed(hash ? `${FILE}#${hash}` : FILE);
    await page.isReady();
    assert.deepEqual(await problems(), [], `at #${hash}`);
  });
  assert.deepEqual(await problems(), [], "at the end");
  assert.deepEqual([...new Set(filesSince(first))], [FILE]);
});

/** Opens these pages in such a frame, and expects the file in their place. */
async function goOn(pages) {
  for (const { path, view, own } of pages) {
    await framed(path);
    await page.isReady();
    assert.equal(await page.address(), `${page.server.url}${FILE}${own && `#${own}`}`, path);
    assert.equal(await page.view(), view, path);
    assert.deepEqual(await problems(), [], path);
  }
}

inOneEngine("in such a frame every page goes on to the file with its view and its language", async () => {
  await goOn(explorerPages());
});

inEveryEngine("in such a frame a page of each language goes on to the file, with its address", async () => {
  await goOn(onePerLanguage(explorerPages()));
  // What is asked for goes before what a page is.
  for (const { path } of onePerLanguage(explorerPages())) {
    const asked = "?id=7#view=budget&scope=cloud&lang=en";
    await framed(path + asked);
    await page.isReady();
    assert.equal(await page.address(), page.server.url + FILE + asked, path);
    assert.deepEqual(await problems(), [], path);
  }
});

inEveryEngine("a host that answers with its first page for everything does not send the frame in circles", async () => {
  answers = (file, bytes) =>
    file === FILE
      ? { type: "text/html", body: readFileSync(join(DIST, "index.html"), "utf8").replace(/<html[^>]*>/, (tag) => `${tag}<script src="/__listeners.js"></script>`) }
      : undefined;
  const first = page.server.requests.length;
  await framed("index.html#view=budget");
  await page.waitFor(() => document.documentElement?.dataset.state === "failed", "the page to say that it cannot start");
  assert.deepEqual(filesSince(first).filter((file) => file.endsWith(".html")), ["index.html", FILE]);
  await page.waitFor(() => document.readyState === "complete", "the whole page");
  assert.equal((await page.notes()).length, 1);
  assert.match(await page.driver.executeScript("return document.querySelector('#app').textContent"), /908/);
});
