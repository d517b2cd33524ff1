// The code that comes after the first view: it is neither waited for nor missed, and when it fails the reader is told and can ask again.

import assert from "node:assert/strict";
import { PATIENCE_MS, openSite, rows } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine } from "./suite.mjs";

const CHUNK = /^jalons-later-.*\.wasm$/;
const RETRY = "[data-problem] button";
const leaf = rows("events")[0].id;

/** What happens to a request for the chunk; each test says. */
let chunk = () => false;
let page;
before(async () => (page = await openSite({ isCold: true, withholds: (file) => CHUNK.test(file) && chunk() })));
after(() => page?.close());
beforeEach(() => (chunk = () => false));

/** A record in full; while its code or its texts are on their way it is busy. */
const RECORD = "[data-record]:not([aria-busy])";
const recordIsOpen = () => page.waitFor((selector) => document.querySelector(selector) !== null, "a record in full", RECORD);
const noteIsShown = () => page.waitFor((retry) => document.querySelector(retry) !== null, "a note of a problem", RETRY);

inEveryEngine("the page is ready before the chunk, and a mark clicked meanwhile opens its record", async () => {
  let send;
  const sent = new Promise((resolve) => (send = resolve));
  chunk = () => sent.then(() => false);
  await page.openEarly("");
  const [id] = await page.marks("event");
  await page.clickMark("event", id);
  await page.waitForState("focus", id);
  assert.equal(await page.driver.executeScript((selector) => document.querySelector(selector), RECORD), null, "not in full yet");
  assert.deepEqual(await page.notes(), [], "and nothing to complain of");
  send();
  await recordIsOpen();
  assert.equal(await page.record(), id);
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("with the chunk there, a record and the treemap are drawn in the next frame", async () => {
  await page.openEarly(`focus=${leaf}`);
  await recordIsOpen();
  for (const [hash, selector] of [["", "[data-view=timeline]"], ["view=budget", "[data-view=budget]"], [`focus=${leaf}`, RECORD]]) {
    const isDrawn = await page.driver.executeAsyncScript(
      (hash, selector, done) => {
        addEventListener(
          "hashchange",
          () => requestAnimationFrame(() => done(document.querySelector(selector) !== null)),
          { once: true },
        );
        location.hash = hash;
      },
      hash,
      selector,
    );
    assert.ok(isDrawn, `${selector} after #${hash}`);
  }
});

for (const [what, hash, selector] of [
  ["a record", `focus=${leaf}`, RECORD],
  ["the treemap", "view=budget", "[data-view=budget]"],
]) {
  inEveryEngine(`${what} whose code cannot be fetched says so, and comes when it can`, async () => {
    let asked = 0;
    chunk = () => (asked += 1) > 0;
    await page.openEarly(hash);
    await noteIsShown();
    await page.clickOn(RETRY, "button to ask again");
    await page.driver.wait(() => asked === 2, PATIENCE_MS, "a second request for the chunk");
    await noteIsShown();
    chunk = () => false;
    await page.clickOn(RETRY, "button to ask again");
    await page.waitFor((selector) => document.querySelector(selector) !== null, `${what} to be shown`, selector);
    assert.deepEqual(await page.notes(), []);
    assert.equal(await page.driver.executeScript("return document.documentElement.dataset.state"), "ready");
  });
}

inEveryEngine("without the chunk the timeline goes on working", async () => {
  chunk = () => true;
  await page.openEarly("");
  const [id] = await page.marks("event");
  await page.clickMark("event", id);
  await noteIsShown();
  await page.press("ESCAPE");
  await page.waitForState("focus", undefined);
  assert.deepEqual(await page.notes(), []);
});
