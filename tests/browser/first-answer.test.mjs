// The page before its program: it can be read without a script, it answers before the program has come, and the program takes over where the reader is.

import assert from "node:assert/strict";
import { Origin } from "selenium-webdriver";
import { openSite, rows } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";

const PROGRAM = /^jalons-[0-9a-f]+\.wasm$/;
const PAGES = ["", "budget/", "indicators/", "trends/", "table/", "en/", "en/budget/", "en/indicators/", "en/trends/", "en/table/"];
/** What is told where a script would draw or change something: it must be seen. */
const TOLD = { "trends/": "Le dessin demande JavaScript", "en/trends/": "The drawing needs JavaScript", "indicators/": "Une ligne relie deux éditions" };

/** What happens to a request for the program; each test says. */
let program = () => false;
let page;
before(async () => (page = await openSite({ isCold: true, withholds: (file) => PROGRAM.test(file) && program() })));
after(() => page?.close());
beforeEach(() => (program = () => false));

/** Holds the program back until it is sent. */
function held() {
  let send;
  const sent = new Promise((resolve) => (send = resolve));
  program = () => sent.then(() => false);
  return send;
}

/** The program is there once what comes with it is: the field of the search. */
const programIsThere = () => page.waitFor(() => document.querySelector(".tools input") !== null, "the program");
const text = (selector) => page.driver.executeScript((selector) => document.querySelector(selector)?.textContent ?? null, selector);

/** Where each mark stands that can be seen. */
const places = () =>
  page.driver.executeScript(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-view] [data-id]")]
        .filter((mark) => mark.getClientRects().length > 0)
        .map((mark) => {
          const box = mark.getBoundingClientRect();
          return [mark.dataset.id, [box.x + scrollX, box.y + scrollY]];
        }),
    ),
  );

for (const path of ["", "budget/", "en/table/"]) {
  for (const width of [1280, 768, 390]) {
    inEveryEngine(`/${path} does not move at ${width} px when the program takes over`, async () => {
      const send = held();
      await page.openEarly("", { path, width });
      const before = await places();
      send();
      await programIsThere();
      await page.standStill();
      const now = await places();
      const moved = Object.entries(before).filter(([id, [x, y]]) => !now[id] || Math.hypot(now[id][0] - x, now[id][1] - y) > 8);
      assert.deepEqual(moved, [], "marks further than 8 px from where they stood");
      assert.equal(Object.keys(now).length, Object.keys(before).length, "and there are no others");
      assert.ok(Object.keys(before).length > 5, "marks were there to be compared");
    });
  }
}

inEveryEngine("a click on a mark opens its record before the program has come, and the program keeps it open", async () => {
  const send = held();
  await page.openEarly("");
  const [id] = await page.marks("event");
  await page.clickMark("event", id);
  await page.waitForState("focus", id);
  const event = rows("events").find((event) => event.id === id);
  assert.equal(await page.record(), id);
  assert.equal(await text("[data-record] h2"), event.title_fr);
  assert.ok((await text("[data-record] .statement")).length > 20, "what it says is there");
  assert.equal(await text("[data-record] dt:last-of-type"), "Sources");
  send();
  await programIsThere();
  await page.waitFor(() => document.querySelector("[data-record]:not([aria-busy])") !== null, "the record in full");
  assert.equal(await page.record(), id);
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("a record opened while the program draws itself stays open", async () => {
  const send = held();
  await page.openEarly("");
  const [id] = await page.marks("event");
  // At the last moment: the program has read the address long before.
  await page.driver.executeScript((id) => {
    const { replaceWith } = Element.prototype;
    Element.prototype.replaceWith = function (...nodes) {
      if (this.id === "app") {
        Element.prototype.replaceWith = replaceWith;
        const marks = [...document.querySelectorAll(`#app [data-id="${id}"]`)];
        const click = new MouseEvent("click", { bubbles: true, cancelable: true });
        marks.find((mark) => mark.getClientRects().length > 0).dispatchEvent(click);
      }
      replaceWith.apply(this, nodes);
    };
  }, id);
  send();
  await programIsThere();
  await page.waitForState("focus", id);
  await page.waitFor(() => document.querySelector("[data-record]:not([aria-busy])") !== null, "the record in full");
  assert.equal(await page.record(), id);
  assert.deepEqual(await page.problems(), []);
});

for (const width of [1280, 768]) {
  inEveryEngine(`a mark that is pressed as the program takes over is clicked when it is let go, at ${width} px`, async () => {
    const send = held();
    await page.openEarly("", { width });
    const { id, ...point } = await page.driver.executeScript(() => {
      for (const mark of document.querySelectorAll("[data-view] [data-kind=event][data-id]")) {
        const { left, top, width, height } = mark.getBoundingClientRect();
        const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
        if (document.elementFromPoint(x, y)?.closest("[data-id]") === mark) return { id: mark.dataset.id, x, y };
      }
    });
    await page.driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, ...point }).press().perform();
    send();
    await programIsThere();
    assert.equal(await page.record(), null, "nothing yet");
    await page.driver.actions({ async: true }).release().perform();
    await page.waitForState("focus", id);
    await page.waitFor((id) => document.querySelector("[data-record]")?.dataset.record === id, "its record", id);
  });
}

inEveryEngine("before the program has come, Back closes the record and its button does too", async () => {
  const send = held();
  await page.openEarly("");
  const [id] = await page.marks("event");
  const isClosed = () => page.waitFor(() => document.querySelector("[data-record]") === null, "the record to be closed");
  await page.clickMark("event", id);
  await page.waitForState("focus", id);
  await page.driver.executeScript("history.back()");
  await isClosed();
  await page.clickMark("event", id);
  await page.waitForState("focus", id);
  await page.clickOn("[data-record] [data-close]", "button that closes");
  await isClosed();
  await page.waitForState("focus", undefined);
  // A request that hangs would keep the next one for the same file waiting.
  send();
});

inOneEngine("an address with half an escape opens the page without an error before the program has come", async () => {
  const send = held();
  await page.openEarly("focus=%");
  assert.ok((await page.marks("event")).length > 5, "the marks are there");
  assert.deepEqual(await page.problems(), []);
  send();
  await programIsThere();
});

inEveryEngine("what a reader asks of the page too early is done when the program is there", async () => {
  const send = held();
  await page.openEarly("");
  await page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets");
  send();
  await page.waitFor(() => document.querySelector("[data-view=budget]") !== null, "the budgets");
  await page.waitForState("view", "budget");
});

inEveryEngine("an arrow pressed too early moves on from where the keyboard was", async () => {
  const send = held();
  await page.openEarly("");
  await page.driver.executeScript(() => document.querySelector(".timeline-canvas [tabindex='0']").focus());
  const first = await page.driver.executeScript("return document.activeElement.dataset.id");
  await page.press("ARROW_RIGHT");
  send();
  await programIsThere();
  await page.waitFor((first) => document.activeElement?.dataset.id && document.activeElement.dataset.id !== first, "the next mark", first);
});

inEveryEngine("a record that the page cannot tell of waits for the program", async () => {
  const send = held();
  await page.openEarly("");
  await page.clickOn(".key-figures li:first-child a", "first key figure");
  assert.equal(await page.record(), "relance-numerique");
  send();
  await page.waitFor(() => document.querySelector("[data-record=relance-numerique]:not([aria-busy])") !== null, "the record in full");
});

inEveryEngine("without its program the page still shows every record as a row, and says why", async () => {
  program = () => true;
  await page.openWithoutApp("");
  const shown = await page.driver.executeScript(() =>
    [...document.querySelectorAll(".rows tr[id]")].filter((row) => row.getClientRects().length > 0).map((row) => row.id.slice("focus=".length)),
  );
  assert.deepEqual(new Set(shown), new Set(rows("events").map(({ id }) => id)));
  assert.ok(await page.driver.executeScript(() => !document.getElementById("failure").hidden));
});

// ---------------------------------------------------------------- without any script

for (const width of [1280, 768, 390, 320]) {
  inOneEngine(`the pages of the views can be read without a script at ${width} px`, async () => {
    for (const path of PAGES) {
      const seen = await withoutScript(path, width);
      assert.ok(seen.marks > 5, `/${path}: marks are there`);
      assert.equal(seen.dead, 0, `/${path}: no button does nothing`);
      assert.ok(seen.overflow <= 0, `/${path}: nothing is wider than the page: ${seen.overflow} px`);
      assert.deepEqual(seen.unreachable, [], `/${path}: links to places of the page lead to one`);
      assert.ok(seen.words.includes(TOLD[path] ?? ""), TOLD[path]);
    }
  });
}

/** The page in a frame that runs no script, as it is seen from outside. */
async function withoutScript(path, width) {
  await page.driver.switchTo().defaultContent();
  await page.browser.setViewport(1280, 900);
  await page.driver.get(`${page.server.origin}/__frame.html?width=${width}&height=900&address=about:blank`);
  return page.driver.executeAsyncScript(
    (address, done) => {
      const frame = document.querySelector("iframe");
      frame.sandbox = "allow-same-origin";
      frame.addEventListener("load", () => {
        const page = frame.contentDocument;
        const isSeen = (element) => element.getClientRects().length > 0;
        const all = (selector) => [...page.querySelectorAll(selector)];
        done({
          marks: all("[data-view] [data-id]").filter(isSeen).length,
          dead: all("button").filter(isSeen).filter((button) => !button.closest("[data-view=table]")).length,
          overflow: page.documentElement.scrollWidth - frame.clientWidth,
          unreachable: all('a[href^="#"]')
            .map((link) => decodeURIComponent(link.getAttribute("href").slice(1)))
            .filter((id) => page.getElementById(id) === null),
          words: page.body.innerText,
        });
      });
      frame.src = address;
    },
    `${page.server.url}${path}index.html`,
  );
}
