// The pages of text as a reader without scripts meets them: all there, at any width, each leading to the others.
//
// In Chromium scripts are switched off where what is tried allows it; the pages have none in any engine.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { smallTargets, violations } from "./accessible.mjs";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const isWhole = ENGINE === "chromium";
const COLLECTIONS = [
  "themes", "events", "programmes", "envelopes", "indicators", "projects", "editions", "facts", "actors", "positions",
  "discrepancies",
];

/** All pages of text; in the other engines every third. */
const PATHS = [
  "records/index.html",
  ...COLLECTIONS.map((collection) => `records/${collection}/index.html`),
  ...["sources", "glossary", "method", "accessibility", "legal", "privacy"].map((name) => `${name}/index.html`),
].filter((_, place) => isWhole || place % 3 === 0);
const FOLDERS = { fr: "", en: "en/" };
const OTHER = { fr: "en", en: "fr" };
const ALL = Object.keys(FOLDERS).flatMap((lang) => PATHS.map((path) => ({ lang, path: FOLDERS[lang] + path })));

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** Switches the page's own scripts off or on, where the driver can. */
async function scripts(disabled) {
  if (isWhole) await page.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: disabled });
}

async function prefer(scheme) {
  if (!isWhole) return;
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features });
}

/** The path of the page in the site, with its hash. */
async function whereabouts() {
  return (await page.address()).slice(page.server.url.length);
}

/** Clicks the first link that this selector finds, with the real pointer, and waits until the page has gone there. */
async function follow(selector, what, end) {
  await page.clickOn(selector, what);
  await page.waitFor((end) => location.href.endsWith(end) && document.readyState === "complete", `the page …${end}`, end);
}

inOneEngine("each page says in its language what it holds, without a script, a request elsewhere or a fault", async () => {
  await scripts(true);
  const faults = [];
  for (const { lang, path } of ALL) {
    await page.visit(path);
    const seen = await page.driver.executeScript(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      heading: [...document.querySelectorAll("h1")].map((heading) => heading.textContent),
      scripts: [...document.scripts].filter(({ type, src }) => type !== "application/ld+json" && !src.endsWith("/__listeners.js")).length,
      words: document.querySelector("main").innerText.split(/\s+/).length,
      here: [...document.querySelectorAll("[aria-current=page]")].map((element) => element.textContent),
    }));
    assert.equal(seen.lang, lang, path);
    assert.equal(seen.heading.length, 1, path);
    assert.ok(seen.title.startsWith(`${seen.heading[0]} · `), `${path} is called ${seen.title}`);
    assert.equal(seen.scripts, 0, path);
    assert.ok(seen.words > 100, `${path} has ${seen.words} words`);
    assert.deepEqual(seen.here, seen.heading, `${path} says where it is`);
    // Switched-off scripts take the listeners along: the driver's own log is left.
    const problems = isWhole ? await page.browser.driverProblems() : await page.problems();
    for (const problem of problems) faults.push(`${path}: ${problem.text ?? problem}`);
    for (const url of await page.browser.requestsElsewhere(page.server.origin)) faults.push(`${path} asks for ${url}`);
  }
  await scripts(false);
  assert.deepEqual(faults, []);
});

inOneEngine("at 320 px no page scrolls sideways, and every target is 24 px large or has the room", async () => {
  const wide = [];
  const small = [];
  for (const { path } of ALL) {
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

for (const [lang, scheme, width] of [["fr", "light", 1280], ["en", "dark", 390]]) {
  inOneEngine(`axe finds nothing on the pages, ${lang}, ${scheme}, ${width} px`, async () => {
    await prefer(scheme);
    const found = [];
    // What differs by scheme and language is in a few of them: a list of lists, a list, what is written.
    const some = ["records/index.html", "records/indicators/index.html", "legal/index.html", "accessibility/index.html"];
    for (const path of isWhole && scheme === "light" ? PATHS : some) {
      await page.visit(FOLDERS[lang] + path, { width });
      const paper = await page.driver.executeScript("return getComputedStyle(document.documentElement).colorScheme");
      if (isWhole) assert.equal(paper, scheme, path);
      for (const line of await violations(page)) found.push(`${path}: ${line}`);
    }
    await prefer("light");
    assert.deepEqual(found, []);
  });
}

inOneEngine("every target of the pages is 24 px large or has the room, at 1280 px", async () => {
  const found = [];
  for (const path of PATHS) {
    await page.visit(path);
    for (const line of await smallTargets(page)) found.push(`${path}: ${line}`);
  }
  assert.deepEqual(found.slice(0, 20), []);
});

inOneEngine("each page leads to itself in the other language, and back", async () => {
  await scripts(true);
  for (const path of PATHS) {
    await page.visit(path);
    for (const lang of ["en", "fr"]) {
      await follow(`header a[hreflang=${lang}]`, `link to ${lang}`, `/${FOLDERS[lang]}${path}`);
      assert.equal(await whereabouts(), FOLDERS[lang] + path);
      assert.equal(await page.driver.executeScript("return document.documentElement.lang"), lang);
      const offered = await page.driver.executeScript(
        "return [...document.querySelectorAll('header a[hreflang]')].map((link) => link.lang)",
      );
      assert.deepEqual(offered, [OTHER[lang]], `${lang}: ${path}`);
    }
  }
  await scripts(false);
});

inOneEngine("the list of records leads to every kind, with how many there are", async () => {
  for (const [lang, folder] of Object.entries(FOLDERS)) {
    for (const collection of [...COLLECTIONS, "sources", "glossary"]) {
      await page.visit(`${folder}records/index.html`);
      const end = COLLECTIONS.includes(collection) ? `/records/${collection}/index.html` : `/${collection}/index.html`;
      const link = await page.driver.executeScript(
        (end) => [...document.querySelectorAll("main h2 a")].findIndex((link) => link.href.endsWith(end)),
        end,
      );
      assert.ok(link >= 0, `${lang}: ${collection} is not in the list`);
      const counted = await page.driver.executeScript(
        (place) => document.querySelectorAll("main h2 a")[place].closest("li").querySelector(".hint").textContent,
        link,
      );
      await follow(`main li:nth-child(${link + 1}) h2 a`, collection, end);
      const articles = await page.driver.executeScript("return document.querySelectorAll('main article').length");
      const expected = rows(collection).length + (collection === "envelopes" ? rows("scopes").length : 0);
      assert.equal(articles, expected, `${lang}: ${collection}`);
      assert.match(counted, new RegExp(`\\b${rows(collection).length}\\b`), `${lang}: ${collection}`);
    }
  }
});

inEveryEngine("a link to a record of another kind brings that record into view, marked", async () => {
  await scripts(true);
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
  await scripts(false);
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

inOneEngine("on paper the addresses of sources stand beside them, and what only leads around is gone", async (t) => {
  if (!isWhole) return t.diagnostic(`not seen in ${ENGINE}: the pages of text as they are printed`);
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
