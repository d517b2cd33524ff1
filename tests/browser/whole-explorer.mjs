// A walk through the whole explorer, wherever it stands: every view, a record with its long text, the search, both languages.

import assert from "node:assert/strict";
import { rows } from "./page.mjs";

const RECORD = "[data-record]:not([aria-busy])";
const FIELD = '[role="combobox"]';

const event = rows("events").find(({ id }) => id === "louvois-abandon");
const envelopes = rows("envelopes");

/** A text as it is compared: engines and styles differ in spaces alone. */
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** Waits for a record in full, and gives what it says. */
async function recordText(page, id) {
  await page.waitFor(
    (selector, id) => document.querySelector(selector)?.dataset.record === id,
    `the record ${id} in full`,
    RECORD,
    id,
  );
  return plain(await page.driver.executeScript((selector) => document.querySelector(selector).textContent, RECORD));
}

/**
 * Goes everywhere and asserts what a reader sees.
 *
 * @param {object} page
 * @param {(hash: string) => Promise<void>} open  opens the explorer with this hash, and waits until it is ready
 */
export async function walkThrough(page, open) {
  await open("");
  const marks = await page.marks("event");
  assert.ok(marks.length > 10, `${marks.length} marks on the timeline`);
  await page.clickMark("event", marks[0]);
  const { title_fr: title, summary_fr: summary } = rows("events").find(({ id }) => id === marks[0]);
  const said = await recordText(page, marks[0]);
  assert.ok(said.includes(plain(title)) && said.includes(plain(summary)), `${title} with its summary, in ${said}`);

  await open("view=budget");
  const cells = await page.marks("envelope");
  assert.ok(cells.length >= 3 && cells.every((id) => envelopes.some((envelope) => envelope.id === id)), `cells ${cells}`);

  await open("view=table");
  const listed = await page.marks("event");
  assert.equal(listed.length, rows("events").length, "rows of the table");

  await page.clickOn(FIELD, "search field");
  await page.press("louvois");
  await page.waitFor(
    (id) => document.querySelector(`[role="option"][data-id="${id}"]`)?.getClientRects().length > 0,
    "a suggestion of the search",
    event.id,
  );

  await open(`focus=${event.id}`);
  assert.equal(await page.driver.executeScript("return document.documentElement.lang"), "fr");
  await recordText(page, event.id);
  await page.clickOn('[data-switch="lang"] [lang="en"]', "switch to English");
  await page.waitForState("lang", "en");
  await page.waitFor(() => document.documentElement.lang === "en", "the page to be English");
  await page.waitFor(
    (selector, text) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").includes(text),
    `the record in English: ${event.summary_en}`,
    RECORD,
    plain(event.summary_en),
  );
}

/** What the page itself knows to have been requested, beyond what it carries: addresses. */
export async function listedRequests(page) {
  const listed = await page.driver.executeScript(
    "return performance.getEntriesByType('resource').map((entry) => entry.name)",
  );
  return listed.filter((address) => !/^(data|blob):/.test(address));
}
