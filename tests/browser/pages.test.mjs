// The pages of text as a reader meets them: at any width, by the keyboard, from a file and on paper; they have no scripts.
//
// What they hold and where they lead is asserted of their files: tests/site/pages.test.mjs.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { ALL_TEXT_PAGES, FOLDERS } from "../site/site.mjs";
import { smallTargets } from "./accessible.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inChromium, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** Clicks the first link that this selector finds, with the real pointer, and waits until the page has gone there. */
async function follow(selector, what, end) {
  await page.clickOn(selector, what);
  await page.waitFor((end) => location.href.endsWith(end) && document.readyState === "complete", `the page …${end}`, end);
}

inOneEngine("at 320 px no page scrolls sideways, and every target is 24 px large or has the room", async () => {
  const wide = [];
  const small = [];
  for (const { path } of ALL_TEXT_PAGES) {
    await page.visit(path, { width: 320 });
    const beyond = await page.driver.executeScript(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => `${element.localName} "${element.textContent.slice(0, 40)}"`)
        .slice(0, 3),
    );
    const width = await page.driver.executeScript("return document.documentElement.scrollWidth");
    if (width > 320 || beyond.length > 0) wide.push(`${path}: ${width} px, ${beyond.join("; ")}`);
    for (const line of await smallTargets(page)) small.push(`${path}: ${line}`);
  }
  assert.deepEqual(wide, []);
  assert.deepEqual(small.slice(0, 20), []);
});

inEveryEngine("a link to a record of another kind brings that record into view, marked", async () => {
  const { id, programmes } = rows("events").find(({ programmes }) => programmes !== "");
  const [programme] = programmes.split(";");
  await page.visit(`records/events/index.html#focus=${id}`);
  const link = `article[id="focus=${id}"] a[href$="programmes/index.html#focus=${programme}"]`;
  await follow(link, "link to the programme", `/records/programmes/index.html#focus=${programme}`);
  const target = await page.driver.executeScript(() => {
    const article = document.querySelector("article:target");
    const box = article.getBoundingClientRect();
    const outline = getComputedStyle(article).outlineStyle;
    return { id: article.id, top: box.top, heading: article.querySelector("h3").textContent, outline };
  });
  assert.equal(target.id, `focus=${programme}`);
  assert.equal(target.heading, rows("programmes").find(({ id }) => id === programme).label_fr);
  assert.ok(target.top >= -1 && target.top < 900, `its top is at ${target.top}`);
  assert.equal(target.outline, "solid");
});

inEveryEngine("a record is opened in the explorer of its language", async () => {
  for (const [lang, folder] of Object.entries(FOLDERS)) {
    const { id } = rows("events")[5];
    await page.visit(`${folder}records/events/index.html#focus=${id}`);
    await follow(`article[id="focus=${id}"] .record-foot a`, "link to the explorer", `/${folder}index.html#focus=${id}`);
    await page.waitFor(() => document.documentElement.dataset.state === "ready", "the explorer");
    await page.waitFor(() => document.querySelector("[data-record]") !== null, "the record");
    assert.equal(await page.record(), id);
    assert.equal(await page.driver.executeScript("return document.documentElement.lang"), lang);
  }
});

inEveryEngine("opened from a file, a page has its styles and leads to the next", async () => {
  const files = pathToFileURL(resolve(process.env.JALONS_DIST ?? "dist")).href;
  await page.driver.switchTo().defaultContent();
  await page.driver.get(`${files}/en/records/index.html`);
  const column = await page.driver.executeScript("return getComputedStyle(document.querySelector('.page')).maxWidth");
  assert.equal(column, "1000px");
  await follow("main h2 a", "first kind", "/en/records/themes/index.html");
  await follow("header a[hreflang=fr]", "link to French", "/records/themes/index.html");
  assert.ok((await page.address()).startsWith(`${files}/records/`));
  assert.equal(await page.driver.executeScript("return document.documentElement.lang"), "fr");
});

inEveryEngine("the first stop of the keyboard leads past the links to the content", async () => {
  await page.visit("records/facts/index.html");
  await page.press("TAB");
  const first = await page.driver.executeScript(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { href: document.activeElement.getAttribute("href"), isSeen: box.top >= 0 && box.height > 20 };
  });
  assert.deepEqual(first, { href: "#content", isSeen: true });
  await page.press("ENTER");
  await page.waitFor(() => document.activeElement?.id === "content", "the keyboard in the content");
  await page.driver.actions({ async: true }).sendKeys(Key.TAB).perform();
  const next = await page.driver.executeScript("return document.activeElement.closest('main') !== null");
  assert.ok(next, "what comes next is in the content");
});

inChromium("the pages of text as they are printed", "on paper the addresses of sources stand beside them, and what only leads around is gone", async () => {
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print", features: [] });
  await page.visit("records/events/index.html");
  const printed = await page.driver.executeScript(() => {
    const link = document.querySelector("article a.external");
    return {
      address: getComputedStyle(link, "::after").content,
      href: link.getAttribute("href"),
      shown: [...document.querySelectorAll("nav, .record-foot")].filter((element) => element.getClientRects().length > 0).length,
      records: [...document.querySelectorAll("article")].filter((article) => article.getClientRects().length > 0).length,
    };
  });
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: [] });
  assert.ok(printed.address.includes(printed.href), printed.address);
  assert.equal(printed.shown, 0);
  assert.equal(printed.records, rows("events").length);
});
