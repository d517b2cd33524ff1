// The words: terms and acronyms are explained where they stand, by pointer, keyboard and touch, and the explanation can be dismissed.

import assert from "node:assert/strict";
import { Origin } from "selenium-webdriver";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const term = rows("glossary").find(({ id }) => id === "terme-dinum");
/** An event whose summary speaks of the term. */
const told = rows("events").find(({ summary_fr: text }) => /\bDINUM\b/.test(text));
const WORD = "[data-record] .statement button[aria-expanded]";
const CARD = `[id^="explained-"]`;

const run = (script, ...args) => page.driver.executeScript(script, ...args);
const openTold = async (options) => {
  await page.go(`focus=${told.id}`, options);
  await page.waitFor((word) => document.querySelector(word) !== null, "a term in the text", WORD);
};
const cardIs = (shown) =>
  page.waitFor((card, shown) => (document.querySelector(card) !== null) === shown, `the explanation to be ${shown ? "shown" : "gone"}`, CARD, shown);
const pointAt = async (selector) => {
  const { x, y } = await run((selector) => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  }, selector);
  await page.driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x, y }).perform();
};

inEveryEngine("a reader reads the explanation of a term by keyboard and dismisses it, without closing the record", async () => {
  await openTold();
  await run((word) => document.querySelector(word).focus(), WORD);
  await cardIs(true);
  const text = await run((card) => document.querySelector(card).textContent, CARD);
  assert.ok(text.includes(term.expansion_fr) && text.includes(term.definition_fr), text);
  assert.equal(await run(() => document.activeElement.getAttribute("aria-describedby")), await run((card) => document.querySelector(card).id, CARD));
  await page.press("ESCAPE");
  await cardIs(false);
  assert.equal(await page.record(), told.id, "the record is still open");
  assert.ok(await run((word) => document.activeElement === document.querySelector(word), WORD), "the keyboard is where it was");
  await page.press("ESCAPE");
  await page.waitForState("focus", undefined);
});

inEveryEngine("from its explanation a reader opens the record of the term, where it is not explained again", async () => {
  await openTold();
  await run((word) => document.querySelector(word).focus(), WORD);
  await cardIs(true);
  await page.press("TAB");
  await cardIs(true);
  await page.press("ENTER");
  await page.waitForState("focus", term.id);
  await page.waitFor(() => document.activeElement.localName === "h2", "the keyboard on the heading");
  const words = await run((word) => [...document.querySelectorAll(word)].map((word) => word.textContent), WORD);
  assert.ok(!words.includes("DINUM"), words.join());
});

inEveryEngine("an explanation stays while the pointer is on it, and goes when it leaves", async () => {
  await openTold();
  await pointAt(WORD);
  await cardIs(true);
  await pointAt(CARD);
  // Longer than a pointer may be away.
  await page.driver.executeAsyncScript("setTimeout(arguments[0], 500)");
  await cardIs(true);
  await pointAt("[data-record] h2");
  await cardIs(false);
  await pointAt(WORD);
  await cardIs(true);
  await run(() => document.querySelector("[data-step]").focus());
  await page.press("ESCAPE");
  await cardIs(false);
  assert.equal(await page.record(), told.id, "the record is still open");
});

inEveryEngine("on the narrowest screen an explanation is whole and goes with a tap elsewhere", async () => {
  await openTold({ width: 320 });
  await page.clickOn(WORD, "term");
  await cardIs(true);
  const box = await run((card) => {
    document.querySelector(card).scrollIntoView({ block: "nearest" });
    const { left, right } = document.querySelector(card).getBoundingClientRect();
    return { left, right, sideways: document.documentElement.scrollWidth > innerWidth };
  }, CARD);
  assert.ok(box.left >= 0 && box.right <= 320 && !box.sideways, JSON.stringify(box));
  await page.clickOn("[data-record] h2", "title");
  await cardIs(false);
});

inOneEngine("no term is explained inside a link, and none twice in a text", async () => {
  await openTold();
  const found = await run(() => ({
    inLinks: document.querySelectorAll("[data-record] a .term, [data-record] a button").length,
    twice: [...document.querySelectorAll("[data-record] p")]
      .map((text) => [...text.querySelectorAll(".term-word")].map((word) => word.textContent))
      .filter((words) => new Set(words).size < words.length).length,
  }));
  assert.deepEqual(found, { inLinks: 0, twice: 0 });
  assert.deepEqual(await page.problems(), []);
});
