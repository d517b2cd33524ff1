// The keyboard alone: one tab stop per widget, every mark and cell reached and named, and the focus never lost.

import assert from "node:assert/strict";
import { PATIENCE_MS, openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** What has the keyboard: its kind, id or count, name, and whether it is anything at all. */
const held = () =>
  page.driver.executeScript(() => {
    const element = document.activeElement;
    return {
      isNothing: element === document.body || element === null,
      id: element?.dataset?.id ?? null,
      stop: element?.dataset?.stop ?? null,
      count: element?.dataset?.count ?? null,
      ids: element?.dataset?.ids ?? null,
      name: element?.getAttribute?.("aria-label") ?? "",
    };
  });

/** Gives the keyboard to what a selector finds, as soon as it is there. */
const focus = (selector) =>
  page.waitFor(
    (selector) => {
      const element = document.querySelector(selector);
      element?.focus();
      return element !== null;
    },
    `something to be at ${selector}`,
    selector,
  );

/** Waits until the keyboard is on something that `holds`; gives it. */
async function heldWhere(holds, what) {
  let last;
  await page.driver
    .wait(async () => holds((last = await held())), PATIENCE_MS, undefined, 40)
    .catch((error) => {
      if (error.name !== "TimeoutError") throw error;
      throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}; the keyboard is on ${JSON.stringify(last)}`);
    });
  return last;
}

inEveryEngine("the timeline is one tab stop, its overview three sliders and a row of years", async () => {
  await page.go("");
  await page.waitFor(() => document.querySelector(".overview .year"), "the overview");
  const tabbable = (selector) =>
    page.driver.executeScript(
      (selector) => [...document.querySelectorAll(`${selector} [tabindex="0"], ${selector} a:not([tabindex])`)].length,
      selector,
    );
  assert.equal(await tabbable(".timeline-canvas"), 1);
  assert.equal(await tabbable(".overview"), 4);
});

for (const [view, hash, before, inside] of [
  ["timeline", "", ".toolbar button:not(:disabled)", ".mark"],
  ["treemap", "view=budget", ".split-switch a, .split-switch button", ".cell"],
]) {
  inEveryEngine(`one press of Tab leads into the ${view}, the next one out of it`, async () => {
    await page.go(hash);
    await page.driver.executeScript((before) => [...document.querySelectorAll(before)].at(-1).focus(), before);
    const isOn = (selector) =>
      page.driver.executeScript((selector) => document.activeElement.matches(selector), selector);
    await page.press("TAB");
    assert.ok(await isOn(inside), `the keyboard is on ${JSON.stringify(await held())}`);
    await page.press("TAB");
    assert.equal(await page.driver.executeScript("return document.activeElement.closest('.timeline-canvas, .treemap')"), null);
  });
}

inEveryEngine("a reader walks every mark of the timeline by keys and hears its name", async () => {
  await page.go("");
  const drawn = new Set(await page.marks("event"));
  const stubs = await page.stubs();
  await focus('.timeline-canvas [tabindex="0"]');
  await page.press("HOME");
  const events = new Map(rows("events").map((event) => [event.id, event]));
  const reached = new Set();
  const counted = new Set();
  let last = null;
  for (let step = 0; step < 300; step += 1) {
    const { id, ids, stop, name } = await held();
    if (stop === last) break;
    last = stop;
    assert.ok(name.length > 3, `${stop} has a name`);
    if (id) {
      reached.add(id);
      assert.ok(name.startsWith(events.get(id).title_fr), `${name} begins with the title of ${id}`);
      assert.match(name, /, \d+ sur \d+$/, "and ends with its place among the marks of its lane");
    }
    for (const hidden of ids?.split(" ") ?? []) counted.add(hidden);
    await page.press("ARROW_RIGHT");
  }
  assert.deepEqual(reached, drawn, "every mark");
  assert.equal(counted.size, stubs.reduce((sum, { count }) => sum + count, 0), "every stub");
  assert.equal(reached.size + counted.size, events.size, "and so every event");
});

inEveryEngine("a key between a new layout and its frame leads on, and nothing leads back", async () => {
  await page.go("");
  await focus(".timeline-canvas .mark");
  const [first, led, after] = await page.driver.executeAsyncScript(async (done) => {
    const stop = () => document.activeElement?.dataset?.stop ?? null;
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const canvas = document.querySelector(".timeline-canvas");
    const { x, y, width } = canvas.getBoundingClientRect();
    await frame();
    const first = stop();
    canvas.dispatchEvent(new WheelEvent("wheel", { clientX: x + width / 2, clientY: y + 60, deltaY: -10, ctrlKey: true, bubbles: true, cancelable: true }));
    // The layout follows in tasks of its own, all before the next frame.
    for (let turn = 0; turn < 50; turn += 1) await null;
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
    const led = stop();
    for (let turn = 0; turn < 4; turn += 1) await frame();
    done([first, led, stop()]);
  });
  assert.notEqual(led, first, "the key leads to the next one");
  assert.equal(after, led, "and the keyboard stays there");
});

inEveryEngine("the keyboard stays on the event while the reader zooms, moves by years and comes back", async () => {
  await page.go("");
  await focus('.timeline-canvas [tabindex="0"]');
  const { id } = await held();
  for (const key of ["+", "+", "-"]) {
    await page.press(key);
    await page.standStill();
    assert.equal((await held()).id, id, `after ${key}`);
  }
  for (let year = 0; year < 4; year += 1) {
    await page.press("PAGE_DOWN");
    await page.standStill();
  }
  const away = await heldWhere(({ isNothing, stop }) => !isNothing && stop, "a stop after four years");
  assert.ok(away.ids?.split(" ").includes(id), "the stub that counts the event has the keyboard");
  await page.press("0");
  await heldWhere((now) => now.id === id || now.stop, "the timeline to have the keyboard still");
});

inEveryEngine("opening a lane by key keeps the keyboard on its link", async () => {
  await page.go("");
  await focus(".lane-toggle");
  const { stop } = await held();
  await page.press("ENTER");
  await page.waitForState("lanes", "capacite");
  await heldWhere((now) => now.stop === stop, "the lane's link");
});

inEveryEngine("a filter that leaves out the mark with the keyboard hands it to another one", async () => {
  await page.go("");
  await focus('.timeline-canvas [tabindex="0"]');
  await page.driver.executeScript("location.hash = 'themes=donnees'");
  await page.waitFor(
    () => [...document.querySelectorAll("[data-view] [data-kind=event]")].every((mark) => mark.closest(".hue-3")),
    "only marks of the theme",
  );
  await heldWhere(({ isNothing, stop }) => !isNothing && stop, "a stop");
});

inEveryEngine("an open record that the filter leaves out stays on the timeline and says so", async () => {
  const event = rows("events").find(({ theme, date }) => theme === "souverainete" && date.startsWith("2021"));
  await page.go(`focus=${event.id}&themes=donnees`);
  const name = await page.driver.executeScript(
    (id) => document.querySelector(`[data-view] [data-id="${id}"]`)?.getAttribute("aria-label"),
    event.id,
  );
  assert.match(name ?? "", /hors du filtre$/);
});

// ---------------------------------------------------------------- treemaps

const envelopes = rows("envelopes");
const scopes = [...new Set(envelopes.map(({ scope }) => scope))];

/** The cells that a reader reaches from the first one by arrows among siblings, Enter on what opens, Escape: all ids. */
async function walkTreemap(hash) {
  const reached = new Set();
  const entered = new Set();
  const enter = async (path) => {
    await page.go(hash);
    for (const id of path) {
      await page.driver.executeScript((id) => document.querySelector(`.treemap [data-id="${id}"]`).focus(), id);
      await page.press("ENTER");
      await page.standStill();
      await heldWhere(({ isNothing, id: now }) => !isNothing && now !== id, `the parts of ${id}`);
    }
  };
  const level = async (path) => {
    await enter(path);
    await focus('.treemap [tabindex="0"]');
    await page.press("HOME");
    // Cells without an id (others, unallocated) are known by their names.
    const key = ({ id, name }) => id ?? name;
    const seen = new Map();
    const waiting = [await held()];
    while (waiting.length > 0) {
      const cell = waiting.pop();
      if (seen.has(key(cell))) continue;
      seen.set(key(cell), cell);
      assert.match(cell.name, /€|%|non ventilé|autres/i, `${key(cell)} is named with its amount`);
      assert.match(cell.name, /\d+ sur \d+/, `${key(cell)} is named with its place`);
      for (const arrow of ["ARROW_LEFT", "ARROW_RIGHT", "ARROW_UP", "ARROW_DOWN"]) {
        await page.driver.executeScript(
          (id, name) =>
            [...document.querySelectorAll(".treemap .cell")]
              .find((cell) => (id ? cell.dataset.id === id : cell.getAttribute("aria-label") === name))
              .focus(),
          cell.id,
          cell.name,
        );
        await page.press(arrow);
        waiting.push(await held());
      }
    }
    for (const { id } of seen.values()) if (id) reached.add(id);
    return [...seen.values()];
  };
  const queue = [[]];
  while (queue.length > 0) {
    const path = queue.shift();
    for (const { id, count, ids } of await level(path)) {
      if (count !== null) for (const hidden of ids.split(" ")) reached.add(hidden);
      const opens = id && envelopes.some(({ parent, split }) => parent === id && split === "");
      if (opens && !entered.has(id)) {
        entered.add(id);
        queue.push([...path, id]);
      }
    }
  }
  return reached;
}

for (const scope of scopes) {
  inOneEngine(`a reader walks every cell of the treemap ${scope} by keys and hears its name`, async () => {
    const reached = await walkTreemap(scope === "relance" ? "view=budget" : `view=budget&scope=${scope}`);
    // What has no area is listed as links beside the map.
    const listed = new Set(
      await page.driver.executeScript(() =>
        [...document.querySelectorAll(".listed-envelopes a")].map((link) => /focus=([\w-]+)/.exec(link.href)?.[1]),
      ),
    );
    const wanted = envelopes.filter((one) => one.scope === scope && one.parent !== "" && one.split === "");
    // A cost is a mark of its project.
    const missing = wanted.filter(
      ({ id, amount_eur, project }) => amount_eur !== "" && ![id, project].some((one) => reached.has(one) || listed.has(one)),
    );
    assert.deepEqual(missing.map(({ id }) => id), []);
  });
}

inEveryEngine("typing the first letters of a name leads to its cell", async () => {
  await page.go("view=budget");
  await focus('.treemap [tabindex="0"]');
  const names = await page.driver.executeScript(() =>
    [...document.querySelectorAll(".treemap .cell")].map((cell) => cell.getAttribute("aria-label")),
  );
  const wanted = names.at(-1);
  for (const letter of wanted.slice(0, 4).toLowerCase()) await page.press(letter);
  const now = await held();
  assert.equal(now.name.slice(0, 4).toLowerCase(), wanted.slice(0, 4).toLowerCase());
});

inEveryEngine("going back while in the treemap leaves the keyboard in it", async () => {
  await page.go("view=budget");
  const opening = envelopes.find(({ parent, id }) => parent === "relance-numerique" && envelopes.some((other) => other.parent === id));
  await focus(`.treemap [data-id="${opening.id}"]`);
  await page.press("ENTER");
  await page.standStill();
  await page.driver.executeScript("history.back()");
  await page.waitForState("at", undefined);
  await heldWhere(({ isNothing }) => !isNothing, "a cell");
});
