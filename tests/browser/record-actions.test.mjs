// What a reader does with an open record: follows a thing across views, steps to the next, copies, and never loses the keyboard.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const RECORD = "[data-record]:not([aria-busy])";
const events = rows("events");
/** An event that belongs with an envelope which is drawn in the first budget. */
const paid = events.find(({ envelopes }) => envelopes.split(";").includes("relance-fibre"));

const open = async (hash, { isFresh = false, ...options } = {}) => {
  await (isFresh ? page.open(hash, options) : page.go(hash, options));
  await page.waitFor((selector) => document.querySelector(`${selector} .record-actions`) !== null, "a record in full", RECORD);
};
const run = (script, ...args) => page.driver.executeScript(script, ...args);
/** What has the keyboard: {tag, kind, id, step, text}. */
const keyboard = () =>
  run(() => {
    const { localName, dataset, id } = document.activeElement;
    return { tag: localName, kind: dataset.kind ?? null, id: dataset.id ?? id ?? null, step: dataset.step ?? null };
  });
const keyboardReaches = (predicate, what) => page.waitFor(predicate, `the keyboard to be on ${what}`);
/** Puts the keyboard on what a selector finds, and presses a key there. */
const pressOn = async (selector, key) => {
  await run((selector) => document.querySelector(selector).focus(), selector);
  await page.press(key);
};

inEveryEngine("an open record stays as the reader left it while the view changes", async () => {
  await open(`focus=${paid.id}`);
  await run((selector) => (document.querySelector(selector).isTheSame = true), RECORD);
  await page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets");
  await page.waitForState("view", "budget");
  await page.waitFor(() => document.querySelector(".treemap .cell"), "the cells");
  assert.equal(await run((selector) => document.querySelector(selector).isTheSame ?? false, RECORD), true, "the record was drawn anew");
});

inEveryEngine("a reader goes from an event to its money and back", async () => {
  await open(`focus=${paid.id}`);
  await pressOn('[data-record] .related a[href*="focus=relance-fibre"]', "ENTER");
  await page.waitForState("focus", "relance-fibre");
  await keyboardReaches(() => document.activeElement.localName === "h2", "the heading of the new record");

  await pressOn('[data-record] .record-leads a[href*="view=budget"]', "ENTER");
  await page.waitForState("view", "budget");
  assert.equal((await page.state()).focus, "relance-fibre", "the record is still open");
  await keyboardReaches(() => document.activeElement.dataset.id === "relance-fibre", "the cell of the envelope");
  assert.equal(await page.record(), "relance-fibre");

  await pressOn(`[data-record] .related a[href*="focus=${paid.id}"]`, "ENTER");
  await page.waitForState("focus", paid.id);
  await keyboardReaches(() => document.activeElement.localName === "h2", "the heading of the event");
  await pressOn("[data-record] .record-leads a", "ENTER");
  await page.waitForState("view", undefined);
  await page.waitFor((id) => document.activeElement.dataset.id === id, "the keyboard on the mark of the event", paid.id);
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("every place a record has in a view is offered, but for the one where the reader is", async () => {
  await open(`focus=${paid.id}`);
  const leads = () => run(() => [...document.querySelectorAll("[data-record] .record-leads a")].map((lead) => lead.hash));
  assert.equal((await leads()).length, 1, "on the timeline, only the table");
  assert.match((await leads())[0], /view=table/);
  await open(`view=budget&focus=${paid.id}`);
  assert.equal((await leads()).length, 2, "in the budgets, timeline and table");
});

inEveryEngine("a reader steps to the next record and back with the keyboard staying where it was", async () => {
  await open("focus=relance-fibre");
  const steps = () =>
    run(() => ({
      position: document.querySelector("[data-record] .record-steps span").textContent,
      previous: document.querySelector("[data-step=previous]") !== null,
      next: document.querySelector("[data-step=next]") !== null,
    }));
  assert.deepEqual(await steps(), { position: "1 sur 3", previous: false, next: true });
  await pressOn("[data-step=next]", "ENTER");
  await page.waitForState("focus", "relance-inclusion");
  await keyboardReaches(() => document.activeElement.dataset.step === "next", "the same step");
  assert.equal((await steps()).position, "2 sur 3");
  await page.press("ENTER");
  await page.waitForState("focus", "relance-collectivites");
  await keyboardReaches(() => document.activeElement.localName === "h2", "the heading at the end of the row");
  assert.deepEqual(await steps(), { position: "3 sur 3", previous: true, next: false });
  await pressOn("[data-step=previous]", "ENTER");
  await page.waitForState("focus", "relance-inclusion");
});

inEveryEngine("Escape and the close button give the keyboard back to the mark of the record", async () => {
  for (const close of ["[data-step]", "[data-record] button"]) {
    await open(`focus=${paid.id}`);
    await pressOn(close, close === "[data-step]" ? "ESCAPE" : "ENTER");
    await page.waitForState("focus", undefined);
    await page.waitFor((id) => document.activeElement.dataset.id === id, "the keyboard on the mark", paid.id);
    assert.equal((await keyboard()).kind, "event");
  }
  // A source is in no view: the keyboard goes to the view itself.
  await open("focus=note");
  await pressOn("[data-record] h2", "ESCAPE");
  await page.waitForState("focus", undefined);
  await keyboardReaches(() => document.activeElement.id === "view", "the view");
});

inEveryEngine("the browser's way back does not lose the keyboard either", async () => {
  await open(`focus=${paid.id}`);
  await pressOn('[data-record] .related a[href*="focus=relance-fibre"]', "ENTER");
  await page.waitForState("focus", "relance-fibre");
  await keyboardReaches(() => document.activeElement.localName === "h2", "the heading");
  await page.driver.navigate().back();
  await page.waitForState("focus", paid.id);
  await keyboardReaches(() => document.activeElement.localName === "h2", "the heading of the record before");
});

inEveryEngine("an open record stays as it is while the timeline is zoomed", async () => {
  await open(`focus=${paid.id}`);
  await run(() => (document.querySelector("[data-record]").isTheSame = true));
  await pressOn(`[data-view] [data-id="${paid.id}"]`, "+");
  await page.waitFor(() => location.hash.includes("from="), "the window to change");
  assert.ok(await run(() => document.querySelector("[data-record]").isTheSame === true));
});

inEveryEngine("what belongs with the open record is set apart in every view, and no longer once it is closed", async () => {
  const related = () => run(() => [...document.querySelectorAll("[data-view] .is-related")].map(({ dataset }) => dataset.id));
  await open("focus=relance-fibre");
  assert.ok((await related()).includes(paid.id), "its event on the timeline");
  await pressOn(`[data-view] [data-id="${paid.id}"]`, "0");
  await page.standStill();
  assert.ok((await related()).includes(paid.id), "also when the marks are drawn anew");
  await open(`view=budget&focus=${paid.id}`);
  assert.ok((await related()).includes("relance-fibre"), "its money in the budgets");
  await pressOn("[data-record] h2", "ESCAPE");
  await page.waitForState("focus", undefined);
  assert.deepEqual(await related(), []);
});

/** Puts a clipboard into the page, which is opened afresh for it, that keeps what it is given, or refuses as a sandboxed frame does. */
const lendClipboard = (refuses) =>
  run((refuses) => {
    const writeText = async (text) => {
      if (refuses) throw new DOMException("refused", "NotAllowedError");
      window.__copied = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  }, refuses);
const action = (place) => page.clickOn(`[data-record] .record-actions > button:nth-of-type(${place})`, "action");
const said = () => run(() => document.querySelector("[data-record] [role=status]").textContent);

inEveryEngine("a reader copies the link, and the figure with its source", async () => {
  await open("view=budget&focus=relance-fibre", { isFresh: true });
  await lendClipboard(false);
  await run(() => document.querySelector("[data-record] .record-actions button").click());
  await page.waitFor(() => document.querySelector("[data-record] [role=status]").textContent !== "", "a word of success");
  assert.equal(await run("return window.__copied"), await page.address());
  // Where the system has a way to share, it is the second.
  const buttons = await run(() => document.querySelectorAll("[data-record] .record-actions > button").length);
  await action(buttons - 1);
  await page.waitFor(() => window.__copied.includes("—"), "the figure in the clipboard");
  const copied = await run("return window.__copied");
  assert.ok(copied.includes("570\u202f000\u202f000\u202f€") && copied.includes("— source"), copied);
  assert.ok(copied.endsWith(await page.address()), copied);
  assert.notEqual(await said(), "");
});

inEveryEngine("where copying is refused the text is there, selected, to be copied by hand", async () => {
  await open(`focus=${paid.id}`, { isFresh: true });
  await lendClipboard(true);
  await action(1);
  await page.waitFor(() => document.activeElement.localName === "textarea", "the text to copy");
  await page.waitFor(() => document.activeElement.selectionEnd > 0, "the text to be selected");
  const field = await run(() => {
    const { value, selectionStart, selectionEnd, readOnly } = document.activeElement;
    return { value, selected: value.slice(selectionStart, selectionEnd), readOnly };
  });
  assert.deepEqual(field, { value: await page.address(), selected: await page.address(), readOnly: true });
  assert.notEqual(await said(), "", "and it is said why");
});

inOneEngine("a reader finds how to cite a record, with its address", async () => {
  await open(`focus=${paid.id}&lang=en`, { isFresh: true });
  await lendClipboard(false);
  await page.clickOn("[data-record] .record-actions > button[aria-expanded]", "way to cite");
  await page.clickOn("[data-record] .record-citation button", "way to copy the citation");
  await page.waitFor(() => window.__copied !== undefined, "the citation in the clipboard");
  const citation = await run("return window.__copied");
  assert.ok(citation.startsWith(`“${paid.title_en}”`) && citation.endsWith(await page.address()), citation);
});

inEveryEngine("on a phone a reader who follows an event to the timeline sees it above its record", async () => {
  await open(`view=budget&focus=${paid.id}`, { width: 390 });
  await page.clickOn("[data-record] .record-leads a", "way to the timeline");
  await page.waitForState("view", undefined);
  await page.waitFor((id) => document.activeElement.dataset.id === id, "the keyboard on the event", paid.id);
  const [mark, record] = await run(() =>
    [document.activeElement, document.querySelector("[data-record]")].map((element) => element.getBoundingClientRect().toJSON()),
  );
  assert.ok(mark.top >= 0 && mark.bottom <= record.top, `${mark.top}–${mark.bottom} above ${record.top}`);
});

inEveryEngine("on a phone the record can be closed however far it is scrolled, and every action is big enough to touch", async () => {
  await open("focus=relance-collectivites", { width: 320 });
  const sizes = await run(() => {
    const record = document.querySelector("[data-record]");
    record.scrollTop = record.scrollHeight;
    const targets = record.querySelectorAll(".record-actions button, .record-leads a, [data-step], .record-head button");
    const close = record.querySelector("button").getBoundingClientRect();
    return {
      close: document.elementFromPoint(close.x + close.width / 2, close.y + close.height / 2)?.closest("button") !== null,
      small: [...targets].map((target) => target.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length,
      sideways: record.scrollWidth > record.clientWidth || document.documentElement.scrollWidth > innerWidth,
    };
  });
  assert.deepEqual(sizes, { close: true, small: 0, sideways: false });
  await page.clickOn("[data-record] button", "close button");
  await page.waitForState("focus", undefined);
});
