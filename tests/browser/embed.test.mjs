// The explorer in an article on another origin: its height and state told, its state set, its layout, its snippet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { By, Key } from "selenium-webdriver";
import { SANDBOX, openArticle } from "./article.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEngines, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
let article;
/** Whether the site keeps its modules to itself. */
let isBroken = false;
/** What the site waits for before it sends the chunk of code that listens to the host. */
let mayListen = Promise.resolve();
before(async () => {
  const withholds = async (file) => {
    if (file.includes("-later-")) await mayListen;
    return isBroken && file.endsWith(".wasm");
  };
  page = await openSite({ withholds, isCold: true });
  article = await openArticle(page);
});
after(async () => {
  await page?.close();
  await article?.close();
});

const { version: VERSION } = JSON.parse(readFileSync(join(process.env.JALONS_DATA ?? "data", "datapackage.json"), "utf8"));
/** The height of what stands in a document, and whether it is scrolled within its frame. */
const measured = () => ({
  content: Math.ceil(document.documentElement.getBoundingClientRect().height),
  frame: innerHeight,
  isScrolled: document.documentElement.scrollHeight > innerHeight,
  isTooWide: document.documentElement.scrollWidth > innerWidth,
});
/** Waits until a frame is as high as its content. */
const fits = (id, what = "is as high as its content") =>
  article.waitInside(id, () => Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight, `#${id}: ${what}`);
/** What went wrong where the driver stands, but for the article being on another origin. */
const problems = async () => (await page.problems()).filter((problem) => !problem.includes(`${article.server.origin}/`));
/** The chunk of code that listens to the host has come. */
const listens = (id) =>
  article.waitInside(id, () => document.querySelector("[data-way-out]")?.getClientRects().length > 0, `#${id} to be complete`);

inEveryEngine("a host that understands one dialect alone gives the frame the height of its content", async () => {
  await article.open([
    { id: "a", listener: "datawrapper", width: 600 },
    { id: "b", listener: "amp", width: 700, hash: "view=budget&embed=1" },
    { id: "c", listener: "pym", query: "?initialWidth=600&childId=c", width: 600, hash: "view=table&embed=1" },
    { id: "d", listener: "jalons", query: "?id=figure-2", width: 1000 },
    { id: "e", listener: "datawrapper", called: "figure-3", query: "?id=figure-3", width: 320, hash: "view=budget&embed=1" },
    { id: "f", width: 600, height: 333 },
  ]);
  for (const id of ["a", "b", "c", "d", "e"]) {
    await fits(id);
    const { isScrolled, isTooWide } = await article.inside(id, measured);
    assert.deepEqual({ isScrolled, isTooWide }, { isScrolled: false, isTooWide: false }, id);
  }
  assert.equal((await article.inside("f", measured)).frame, 333, "who listens to nothing keeps the height it gave");
  // Every dialect tells the same, and each frame its own.
  for (const id of ["a", "b", "c", "d", "e", "f"]) {
    const all = await article.heard(id);
    const { content } = await article.inside(id, measured);
    const name = { d: "figure-2", e: "figure-3" }[id] ?? "jalons";
    assert.deepEqual(all.filter((data) => data["datawrapper-height"]).at(-1), { "datawrapper-height": { [name]: content } });
    assert.deepEqual(all.filter((data) => data.sentinel).at(-1), { sentinel: "amp", type: "embed-size", height: content });
    assert.deepEqual(all.filter((data) => data.type === "jalons:height").at(-1), { type: "jalons:height", height: content });
    const pym = all.filter((data) => typeof data === "string");
    assert.equal(pym.at(-1), id === "c" ? `pymxPYMxcxPYMxheightxPYMx${content}` : undefined);
    // Nothing else is told: nothing about the reader.
    for (const data of all) {
      const keys = typeof data === "string" ? "pym" : Object.keys(data).sort().join();
      assert.ok(["pym", "datawrapper-height", "height,sentinel,type", "height,type", "hash,type"].includes(keys), keys);
    }
  }
});

inEveryEngine("the height shrinks with the content, and comes to rest", async () => {
  await article.open([{ id: "a", listener: "jalons", width: 390 }]);
  await listens("a");
  await fits("a");
  await article.settled();
  const [high] = (await article.heights("a")).slice(-1);
  await article.send("a", { type: "jalons:set", hash: "themes=capacite&status=ongoing&embed=1" });
  await article.wait((high) => Number(document.getElementById("a").height) < high / 2, "the frame to shrink", high);
  await fits("a");
  await article.settled();
  const [low] = (await article.heights("a")).slice(-1);
  assert.ok(low < high / 2, `${low} < ${high} / 2`);
  await article.send("a", { type: "jalons:set", hash: "embed=1" });
  await article.wait((high) => Number(document.getElementById("a").height) === high, "the frame to grow again", high);
  // A wider column makes another layout, which is lower; a narrower one is higher again.
  for (const width of [1000, 320, 1000, 700]) {
    await article.run((width) => (document.getElementById("a").width = width), width);
    await article.waitInside("a", (width) => innerWidth === width, "the new width", width);
    await fits("a");
  }
  await article.settled();
  await article.forget();
  await article.settled(60);
  assert.deepEqual(await article.heard("a"), [], "nothing is told while nothing changes");
});

inEveryEngine("the content is as high in a low frame as in a higher one, in every view and with a record open", async () => {
  const event = rows("events")[5].id;
  for (const [hash, widths] of [["embed=1", [280]], ["view=budget&embed=1", [280, 1200]], ["view=table&embed=1", [280]], [`focus=${event}&embed=1`, [1200]]]) {
    for (const width of widths) {
      await article.open([
        { id: "low", width, height: 150, hash },
        // Scrolled too: where scroll bars take room both have one.
        { id: "high", width, height: 450, hash },
      ]);
      for (const id of ["low", "high"]) await listens(id);
      const complete = () => document.querySelector("[data-record][aria-busy]") === null;
      for (const id of ["low", "high"]) await article.waitInside(id, complete, "the record to be complete");
      await article.settled();
      const [low, high] = [await article.inside("low", measured), await article.inside("high", measured)];
      assert.equal(low.content, high.content, `${hash} at ${width} px`);
      assert.ok(!low.isTooWide && !high.isTooWide, `${hash} fits ${width} px`);
    }
  }
});

inOneEngine("a frame shows one view with its title and its sources, and a way to the full page with the same state", async () => {
  for (const [hash, title] of [
    ["from=2021&to=2021&embed=1", "Chronologie — Où en est"],
    ["view=budget&at=relance-fibre&embed=1&data=2001.01", "Budgets — Où en est"],
    ["view=table&of=envelopes&lang=en&embed=1", "Table — Where does"],
  ]) {
    await article.open([{ id: "a", width: 700, height: 900, hash }]);
    await listens("a");
    const seen = await article.inside("a", () => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
      const link = document.querySelector("[data-way-out]");
      return {
        title: document.querySelector("h1").innerText,
        views: shown("[data-view]").length,
        controls: shown("[data-switch], .tabs, .key-figures, .tools button, .skip, .filter-bar button, [role=search], dialog").length,
        footer: document.querySelector("footer").innerText,
        link: { href: link.href, target: link.target, rel: link.rel, isLast: shown("a[href]").at(-1) === link },
      };
    });
    assert.ok(seen.title.startsWith(title), seen.title);
    assert.equal(seen.views, 1);
    assert.equal(seen.controls, 0);
    assert.ok(seen.footer.includes("Cercle de la réforme de l’État") && seen.footer.includes(VERSION), seen.footer);
    const full = hash.split("&").filter((pair) => !/^(embed|data)=/.test(pair)).join("&");
    assert.deepEqual(seen.link, { href: `${page.server.url}#${full}`, target: "_blank", rel: "noopener", isLast: true });
  }
});

inOneEngine("the way to the full page goes along with what the reader does", async () => {
  const scope = rows("scopes").find(({ id }) => id !== "relance").id;
  await article.open([{ id: "a", width: 700, height: 900, hash: "view=budget&embed=1" }]);
  await listens("a");
  await page.clickOn(`.scopes a[href*="scope=${scope}"]`, "another scope");
  await article.waitInside("a", (scope) => document.querySelector("[data-way-out]").href.includes(`scope=${scope}`), "the link to follow", scope);
  const links = await article.inside("a", () => document.querySelector("[data-way-out]").hash);
  assert.equal(links, `#view=budget&scope=${scope}`);
});

inEveryEngine("the host is told each change of the state, once, and never in a step of the history", async () => {
  await article.open([{ id: "a", width: 700, height: 900, hash: "view=budget&embed=1" }]);
  await listens("a");
  await article.settled();
  assert.deepEqual(await article.heard("a", "jalons:state"), [], "nothing has changed yet");
  const steps = await article.run(() => history.length);
  const scope = rows("scopes").find(({ id }) => id !== "relance").id;
  await article.enter("a");
  await page.clickOn(`.scopes a[href*="scope=${scope}"]`, "another scope");
  await article.settled();
  assert.deepEqual(await article.heard("a", "jalons:state"), [{ type: "jalons:state", hash: `view=budget&scope=${scope}&embed=1` }]);
  assert.equal(await article.run(() => history.length), steps);
});

inEveryEngine("the host sets the whole state, and is answered once", async () => {
  await article.open([{ id: "a", width: 700, height: 900, hash: "view=budget&scope=cloud&embed=1" }]);
  await listens("a");
  await article.settled();
  const steps = await article.run(() => history.length);
  for (const [hash, answer] of [
    ["view=table&embed=1", "view=table&embed=1"],
    ["view=table&embed=1", "view=table&embed=1"],
    ["from=2021&to=2021&embed=1&x-mine=1", "from=2021&to=2021&embed=1&x-mine=1"],
    ["view=budget&lang=en&scheme=dark&embed=1", "view=budget&lang=en&scheme=dark&embed=1"],
    ["view=nowhere&embed=1", "embed=1"],
    ["embed=1", "embed=1"],
    ["view=budget", "view=budget"],
    ["", ""],
    ["view=budget&embed=1", "view=budget&embed=1"],
  ]) {
    await article.forget();
    await article.send("a", { type: "jalons:set", hash });
    await article.wait(() => window.heard.some(({ data }) => data.type === "jalons:state"), `an answer to ${hash}`);
    await article.settled();
    assert.deepEqual(await article.heard("a", "jalons:state"), [{ type: "jalons:state", hash: answer }]);
    const root = await article.inside("a", () => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
    assert.equal("embed" in root, answer.includes("embed=1"), `${hash} as a frame or as a page`);
    assert.equal(root.scheme, answer.includes("dark") ? "dark" : undefined);
    assert.equal(root.lang, answer.includes("lang=en") ? "en" : "fr");
    const view = await page.view();
    assert.equal(view, /view=(\w+)/.exec(answer)?.[1] ?? "timeline");
  }
  await article.waitInside("a", () => location.hash === "#view=budget&embed=1", "the address to follow");
  assert.equal(await article.run(() => history.length), steps, "no step of it is in the history");
});

inOneEngine("what the host asks for before the frame is complete is not lost", async () => {
  let listen;
  mayListen = new Promise((resolve) => (listen = resolve));
  await article.open([{ id: "a", width: 700, height: 900 }]);
  await article.send("a", { type: "jalons:set", hash: "view=budget&embed=1" });
  await article.send("a", { type: "jalons:set", hash: "view=table&embed=1" });
  await article.settled();
  assert.deepEqual(await article.heard("a", "jalons:state"), [], "nobody listens yet");
  listen();
  await article.wait(() => window.heard.some(({ data }) => data.type === "jalons:state"), "an answer");
  await article.settled();
  assert.deepEqual(await article.heard("a", "jalons:state"), [{ type: "jalons:state", hash: "view=table&embed=1" }]);
  assert.equal(await article.inside("a", () => document.querySelector("[data-view]").dataset.view), "table");
});

inOneEngine("of a flood the frame honours ten a second and the last, and goes on working", async () => {
  await article.open([{ id: "a", width: 700, height: 900 }]);
  await listens("a");
  await article.settled();
  const flood = Array.from({ length: 2000 }, (_, place) => ({ type: "jalons:set", hash: `embed=1&x-place=${place}` }));
  await article.send("a", ...flood);
  const last = "embed=1&x-place=1999";
  await article.wait((last) => window.heard.some(({ data }) => data.hash === last), "the last of the flood", last);
  await article.settled();
  const answers = (await article.heard("a", "jalons:state")).map(({ hash }) => hash);
  assert.equal(answers.at(-1), last);
  // How long the flood takes is the machine's: ten for each second that begins in it, and the last.
  const seconds = Math.ceil((await article.run(() => performance.now())) / 1000);
  assert.ok(answers.length >= 11 && answers.length <= 10 * seconds + 1, `${answers.length} answers`);
  assert.equal(new Set(answers).size, answers.length);
  await article.inside("a", () => document.querySelector("[data-view]").isAlive = true);
});

inOneEngine("junk is passed over, and what is too long refused at once", async () => {
  await article.open([{ id: "a", width: 700, height: 900 }]);
  await listens("a");
  await article.settled();
  await article.forget();
  await article.send("a", null, 7, "jalons:set", [], {}, { type: "jalons:set" }, { type: "jalons:set", hash: null });
  await article.send("a", { type: "jalons:set", hash: { length: 3 } }, { type: "jalons:set", hash: ["a"] }, { type: ["jalons:set"], hash: "view=table" });
  await article.send("a", { type: "jalons:state", hash: "view=table" }, { hash: "view=table" }, "pymxPYMxaxPYMxwidthxPYMx300", { "datawrapper-height": { jalons: 10 } });
  // The driver would not carry it: the article makes it itself.
  await article.run(() => {
    const hash = `view=table&q=${"a".repeat(10_000_000)}`;
    document.getElementById("a").contentWindow.postMessage({ type: "jalons:set", hash }, "*");
  });
  await article.wait(() => window.heard.some(({ data }) => data.type === "jalons:state"), "an answer to what is too long");
  const answered = await article.run(() => performance.now());
  await article.send("a", { type: "jalons:set", hash: "view=budget&embed=1" });
  await article.wait(() => window.heard.some(({ data }) => data.hash?.includes("budget")), "an answer to the next");
  const took = (await article.run(() => performance.now())) - answered;
  await article.settled();
  assert.deepEqual(
    (await article.heard("a", "jalons:state")).map(({ hash }) => hash),
    ["embed=1", "view=budget&embed=1"],
    "nothing but the request that was too long, unchanged, and the next one are answered",
  );
  assert.ok(took < 5000, `the frame went on after ${Math.round(took)} ms`);
  await article.enter("a");
  assert.deepEqual(await page.notes(), []);
});

inEveryEngine("two frames do not disturb each other, and only the page that holds them may set their state", async () => {
  await article.open([
    { id: "a", width: 700, hash: "view=budget&scheme=dark&embed=1", listener: "jalons" },
    { id: "b", width: 390, hash: "embed=1", listener: "jalons" },
  ]);
  for (const id of ["a", "b"]) {
    await listens(id);
    await fits(id);
  }
  await article.settled();
  await article.forget();
  // One frame asks the other, from the same origin.
  await article.inside("b", () => parent.frames[0].postMessage({ type: "jalons:set", hash: "view=table&embed=1" }, "*"));
  await article.send("b", { type: "jalons:set", hash: "view=budget&embed=1" });
  await article.wait(() => window.heard.some(({ frame, data }) => frame === "b" && data.type === "jalons:state"), "an answer");
  await article.settled();
  assert.deepEqual(await article.heard("a"), [], "the other frame has nothing to tell");
  assert.equal(await article.inside("a", () => location.hash), "#view=budget&scheme=dark&embed=1");
  assert.equal(await article.inside("a", () => document.documentElement.dataset.scheme), "dark");
  assert.equal(await article.inside("b", () => document.documentElement.dataset.scheme), null);
  assert.deepEqual(await article.inside("b", () => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
});

inEveryEngine("a frame does not take the colours that its reader chose on the full page", async () => {
  await page.open("");
  await page.clickOn("[data-switch=scheme] [data-value=dark]", "dark");
  try {
    await page.open("embed=1");
    assert.equal(await page.driver.executeScript("return document.documentElement.dataset.scheme"), null);
    await page.open("");
    assert.equal(await page.driver.executeScript("return document.documentElement.dataset.scheme"), "dark");
  } finally {
    await page.driver.executeScript("localStorage.clear()");
  }
});

inEveryEngine("the keyboard goes through a frame and out of it", async () => {
  for (const hash of ["view=budget&embed=1", "from=2021&to=2021&embed=1"]) {
    await article.open([{ id: "a", width: 700, height: 700, hash }]);
    await listens("a");
    for (const [from, to, shift] of [["before", "after", false], ["after", "before", true]]) {
      await article.run((from) => document.getElementById(from).focus(), from);
      let steps = 0;
      let wasInside = false;
      for (; steps < 60; steps += 1) {
        const actions = page.driver.actions({ async: true });
        await (shift ? actions.keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT) : actions.sendKeys(Key.TAB)).perform();
        const at = await article.run(() => document.activeElement.id);
        wasInside ||= at === "a";
        if (at === to) break;
      }
      assert.ok(wasInside, `${from} → ${to}: the frame has stops`);
      assert.ok(steps < 60, `${from} → ${to}: the keyboard comes out of the frame`);
    }
  }
});

inEngines(["chromium", "firefox"], "the wheel, which its driver cannot turn", "the wheel over a frame scrolls the article", async () => {
  for (const hash of ["embed=1", "view=budget&embed=1", "view=table&embed=1"]) {
    await article.open([{ id: "a", width: 700, hash, listener: "jalons" }]);
    await listens("a");
    await fits("a");
    await article.run(() => scrollTo(0, 0));
    const view = await page.driver.findElement(By.id("a"));
    await page.driver.actions({ async: true }).scroll(0, -150, 0, 240, view).perform();
    await article.wait(() => scrollY > 100, `the article to be scrolled over ${hash}`);
  }
});

inEveryEngine("in a long frame a record opens where the reader is, and closes again", async () => {
  await article.open([{ id: "a", width: 390, listener: "jalons" }], { width: 768 });
  await listens("a");
  await fits("a");
  const [before] = (await article.heights("a")).slice(-1);
  const far = await article.inside("a", () => {
    const marks = [...document.querySelectorAll("[data-view] [data-kind=event][data-id]")];
    const mark = marks[Math.floor(marks.length * 0.7)];
    return { id: mark.dataset.id, top: mark.getBoundingClientRect().top };
  });
  await article.run((top) => scrollTo(0, document.getElementById("a").offsetTop + top - 300), far.top);
  await article.enter("a");
  await page.driver.findElement(By.css(`[data-view] [data-id="${far.id}"] a, a[data-id="${far.id}"]`)).click();
  await article.waitInside("a", (id) => document.querySelector(`[data-record="${id}"]:not([aria-busy])`) !== null, "the record", far.id);
  await article.settled();
  const record = await article.inside("a", () => {
    const box = document.querySelector("[data-record]").getBoundingClientRect();
    return { top: box.top, bottom: box.bottom, width: box.width };
  });
  assert.ok(Math.abs(record.top - far.top) < 60, `the record at ${record.top}, the mark at ${far.top}`);
  await fits("a");
  const { content } = await article.inside("a", measured);
  assert.ok(record.bottom <= content && record.width <= 390, JSON.stringify(record));
  await page.clickOn("[data-record] .record-head button", "close button");
  await article.waitInside("a", () => document.querySelector("[data-record]") === null, "the record to close");
  await article.wait((before) => Number(document.getElementById("a").height) === before, "the frame as high as before", before);
});

inEveryEngine("a record longer than its frame makes the frame higher, and lower when it is closed", async () => {
  const long = "relance-collectivites";
  for (const width of [280, 1200]) {
    await article.open([{ id: "a", width, listener: "jalons", hash: "view=budget&embed=1" }]);
    await listens("a");
    await fits("a");
    await article.settled();
    const [before] = (await article.heights("a")).slice(-1);
    await article.send("a", { type: "jalons:set", hash: `view=budget&focus=${long}&embed=1` });
    await article.waitInside("a", () => document.querySelector("[data-record]:not([aria-busy])") !== null, "the record");
    await article.settled();
    await fits("a");
    const [view, record] = await article.inside("a", () =>
      ["#view", "[data-record]"].map((part) => document.querySelector(part).getBoundingClientRect().toJSON()),
    );
    assert.ok(record.left >= 0 && record.right <= width, `inside ${width} px`);
    assert.ok(width < 640 ? record.top >= view.bottom : record.top < view.bottom, `below a narrow picture, on a wide one: ${width} px`);
    const { isScrolled } = await article.inside("a", measured);
    assert.ok(!isScrolled, "nothing is to be scrolled inside");
    await article.run((top) => scrollTo(0, document.getElementById("a").offsetTop + top - 100), record.top);
    await article.enter("a");
    await page.clickOn("[data-record] .record-head button", "close button");
    await article.wait((before) => Number(document.getElementById("a").height) === before, "the frame as high as before", before);
  }
});

inEveryEngine("in a frame that stays low a record that opens out of sight is brought into it", async () => {
  await article.open([{ id: "a", width: 390, height: 700, hash: "view=budget&embed=1" }]);
  await listens("a");
  await article.settled();
  // Not the pointer itself: not every driver knows where a part of a drawing in a frame stands.
  await article.inside("a", () => {
    const cell = document.querySelector('[data-view] [data-kind=envelope][data-id="relance-fibre"]');
    cell.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
  await article.waitInside("a", () => document.querySelector("[data-record]") !== null, "the record");
  await article.waitInside("a", () => document.querySelector("[data-record] h2").getBoundingClientRect().bottom < innerHeight, "its title in sight");
});

inOneEngine("a frame that is pinned to other data names both versions, one that is pinned to these says nothing", async () => {
  await article.open([
    { id: "a", width: 700, height: 900, hash: "embed=1&data=2001.01" },
    { id: "b", width: 700, height: 900, hash: `lang=en&embed=1&data=${VERSION}` },
  ]);
  await listens("a");
  const [note, ...others] = await page.notes();
  assert.ok(note.includes("2001.01") && note.includes(VERSION), note);
  assert.deepEqual(others, []);
  await listens("b");
  assert.deepEqual(await page.notes(), []);
});

inEveryEngine("without its module a frame still tells how high it is", async () => {
  isBroken = true;
  try {
    await article.open([{ id: "a", width: 390, listener: "jalons", height: 60 }], { state: "failed" });
    await fits("a");
    assert.ok((await article.inside("a", () => document.querySelector("#failure").getClientRects().length)) > 0);
    assert.ok((await article.heights("a")).at(-1) > 60);
    // Expected, and not to be found by a later test.
    await article.enter("a");
    await page.problems();
  } finally {
    isBroken = false;
  }
});

inEveryEngine("nothing goes wrong in an article with a strict policy, and nothing is asked of anyone else", async () => {
  await article.open([
    { id: "a", listener: "jalons", hash: "focus=relance-fibre&embed=1" },
    { id: "b", listener: "datawrapper", hash: "view=budget&embed=1" },
  ]);
  for (const id of ["a", "b"]) {
    await listens(id);
    await article.enter(id);
    assert.deepEqual(await problems(), []);
  }
});

// ---------------------------------------------------------------- the snippet

const OPENER = "button[aria-label=Intégrer]";
async function openDialog(hash, options) {
  await page.open(hash, options);
  await page.waitFor((opener) => document.querySelector(opener) !== null, "the way to embed", OPENER);
  await page.clickOn(OPENER, "way to embed");
  await page.waitFor(() => document.querySelector("dialog[open]") !== null, "the dialog");
}
const choose = async (choice, value) =>
  page.driver.executeScript(
    (choice, value) => {
      const field = document.querySelector(`[data-choice="${choice}"]`);
      if (field.type === "radio") return document.querySelector(`[data-choice="${choice}"][value="${value}"]`).click();
      if (field.type === "checkbox") return field.checked !== value && field.click();
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    choice,
    value,
  );
const code = () => page.driver.executeScript("return document.querySelector('dialog[open] textarea').value");

inOneEngine("a reader makes a snippet, sees it, and its frame works in an article", async () => {
  await openDialog("view=budget&focus=relance-fibre&themes=capacite&from=2021&to=2021");
  const first = await code();
  assert.ok(first.startsWith("<iframe ") && first.endsWith("></iframe>"), first);
  assert.ok(first.includes(`src="${page.server.url}#view=budget&amp;focus=relance-fibre&amp;from=2021&amp;to=2021&amp;themes=capacite&amp;embed=1"`), first);
  assert.ok(first.includes('title="Budgets — Où en est') && first.includes('width="100%"'), first);
  await choose("view", "timeline");
  await choose("lang", "en");
  await choose("scheme", "dark");
  await choose("width", "680");
  await choose("record", false);
  await choose("filters", false);
  await choose("data", "pinned");
  const snippet = await code();
  const preview = await page.driver.executeScript(() => document.querySelector("dialog[open] iframe").outerHTML);
  const attributes = (html) =>
    page.driver.executeScript((html) => {
      const frame = new DOMParser().parseFromString(html, "text/html").querySelector("iframe");
      return Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
    }, html);
  const made = await attributes(snippet);
  assert.deepEqual(await attributes(preview), made, "the preview is the very snippet");
  assert.equal(made.src, `${page.server.url}en/index.html#view=timeline&from=2021&to=2021&scheme=dark&embed=1&data=${VERSION}`);
  assert.equal(made.title, "Timeline — Where does France’s public digital strategy stand?");
  assert.deepEqual([made.width, made.loading, made.sandbox, made.allow], ["680", "lazy", SANDBOX, "clipboard-write; web-share; fullscreen"]);
  await choose("height", "500");
  assert.ok((await code()).includes('height="500"'));
  await choose("height", "");
  assert.equal(await code(), snippet, "without a wish, the height that suits the view");

  await article.openWith(`<div id="holder">${snippet.replace("<iframe", '<iframe id="made"')}</div>`);
  await article.stateIs("made", "ready");
  await listens("made");
  const root = await article.inside("made", () => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
  assert.deepEqual([root.scheme, root.lang], ["dark", "en"]);
  assert.equal(await page.view(), "timeline");
  assert.deepEqual(await page.notes(), []);
});

inOneEngine("the height that is proposed shows a picture whole and wastes no room", async () => {
  const proposed = [];
  for (const [view, widths] of [["timeline", ["700", "1200"]], ["budget", ["280", "390", "680", "700", "1200"]]]) {
    await openDialog(`view=${view}`);
    for (const width of widths) {
      await choose("width", width);
      proposed.push({ hash: `view=${view}&embed=1`, width: Number(width), height: Number(/height="(\d+)"/.exec(await code())[1]) });
    }
  }
  for (const frame of proposed) {
    await article.open([{ id: "a", ...frame }]);
    await listens("a");
    await article.settled();
    const { isScrolled, content } = await article.inside("a", measured);
    assert.ok(!isScrolled && content > frame.height * 0.8, `${content} in ${JSON.stringify(frame)}`);
  }
});

inOneEngine("the picture in place of a frame is offered with its caption, and follows what is chosen", async () => {
  await openDialog("from=2021&to=2021");
  const offer = () =>
    page.driver.executeScript(() => {
      const form = document.querySelector("dialog[open] .embed-picture");
      const link = form?.querySelector("a[download]");
      return form && { svg: decodeURIComponent(link.href.replace(/^[^,]+,/, "")), name: link.download, caption: form.querySelector("textarea").value };
    });
  const { svg, name, caption } = await offer();
  assert.ok(svg.startsWith("<svg ") && name.endsWith(".svg"), name);
  assert.ok(caption.includes("Cercle de la réforme de l’État") && caption.includes(VERSION), caption);
  assert.ok(caption.endsWith(`${page.server.url}#view=timeline&from=2021&to=2021`), caption);
  await choose("view", "budget");
  await choose("lang", "en");
  await choose("period", false);
  const other = await offer();
  assert.ok(other.caption.endsWith(`${page.server.url}en/index.html#view=budget`), other.caption);
  assert.notEqual(other.svg, svg);
  await choose("view", "table");
  assert.equal(await offer(), null, "a table is no picture");
});

inEveryEngine("the preview shows the view without any reproach of the policy", async () => {
  await openDialog("view=table");
  await page.driver.switchTo().frame(await page.driver.findElement(By.css("dialog[open] iframe")));
  await article.waitHere(() => document.querySelector("[data-view=table] [data-id]") !== null, "the table in the preview");
  await page.driver.switchTo().defaultContent();
  assert.deepEqual(await problems(), []);
});

inEveryEngine("the snippet is copied, with the clipboard's leave or without", async () => {
  for (const refuses of [false, true]) {
    await openDialog("");
    await page.driver.executeScript((refuses) => {
      window.__copied = null;
      const writeText = async (text) => {
        if (refuses) throw new DOMException("refused", "NotAllowedError");
        window.__copied = text;
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
      // What the way without permission would put there is what is selected.
      document.addEventListener("copy", () => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        window.__copied = value.slice(selectionStart, selectionEnd);
      });
    }, refuses);
    await page.clickOn("dialog[open] .embed-text button", "button that copies");
    await page.waitFor(() => document.querySelector("dialog[open] [role=status]").textContent !== "", "a word about it");
    const { copied, said, selected } = await page.driver.executeScript(() => {
      const field = document.querySelector("dialog[open] textarea");
      return {
        copied: window.__copied,
        said: document.querySelector("dialog[open] [role=status]").textContent,
        selected: field.value.slice(field.selectionStart, field.selectionEnd),
      };
    });
    if (refuses) assert.equal(selected, await code(), "the text is selected, to be copied by hand at the worst");
    // An engine that refuses both says so.
    if (said === "Code copié.") assert.equal(copied, await code());
    else assert.ok(refuses && said.includes("Ctrl + C"), said);
  }
});

inEveryEngine("the dialog keeps to the screen, is closed with Escape, and is not offered in a frame", async () => {
  for (const width of [1280, 390, 320]) {
    await openDialog("", { width });
    const { left, right, top, isTooWide } = await page.driver.executeScript(() => {
      const dialog = document.querySelector("dialog[open]");
      return { ...dialog.getBoundingClientRect().toJSON(), isTooWide: dialog.scrollWidth > dialog.clientWidth };
    });
    assert.ok(left >= 0 && right <= width && top >= 0 && !isTooWide, `${left}–${right} in ${width} px`);
  }
  await page.press("ESCAPE");
  await page.waitFor(() => document.querySelector("dialog[open]") === null, "the dialog to close");
  await page.waitFor((opener) => document.activeElement === document.querySelector(opener), "the keyboard on its button", OPENER);
  await article.open([{ id: "a", width: 700, height: 700 }]);
  await listens("a");
  assert.equal(await article.inside("a", (opener) => document.querySelector(opener).getClientRects().length, OPENER), 0);
});

inOneEngine("where the page has no address that others could frame, the dialog says what comes first", async () => {
  await page.open("");
  await page.driver.executeScript(() => {
    Object.defineProperty(window, "origin", { value: "null" });
  });
  await page.waitFor((opener) => document.querySelector(opener) !== null, "the way to embed", OPENER);
  await page.clickOn(OPENER, "way to embed");
  await page.waitFor(() => document.querySelector("dialog[open] p") !== null, "the dialog");
  const dialog = await page.driver.executeScript(() => {
    const dialog = document.querySelector("dialog[open]");
    return { text: dialog.textContent, fields: dialog.querySelectorAll("textarea, iframe").length };
  });
  assert.ok(dialog.text.includes("hébergeur"), dialog.text);
  assert.equal(dialog.fields, 0);
});
