// The guided reading: a text beside the real view, step by step, that can be left at any point.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const steps = rows("steps");
const HEADING = ".story-text h2";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const run = (script, ...args) => page.driver.executeScript(script, ...args);
const reads = (slug) =>
  page.waitFor((slug) => document.querySelector(".story-text")?.dataset.step === slug, `the step ${slug}`, slug);
const heading = () => run((selector) => document.querySelector(selector).textContent, HEADING);
const beside = () => run(() => document.querySelector(".story-view [data-view]")?.dataset.view ?? null);
const marks = () => run(() => [...document.querySelectorAll(".story-view [data-kind][data-id]")].map(({ dataset }) => dataset.id));
const press = async (selector, key) => {
  await run((selector) => document.querySelector(selector).focus(), selector);
  await page.press(key);
};
const expected = ({ shows }) => /^view=([a-z]+)/.exec(shows)[1];

inOneEngine("the story begins with its question, beside the whole timeline", async () => {
  await page.go("view=story");
  await reads(steps[0].id);
  assert.equal(await heading(), steps[0].title_fr);
  assert.equal(await beside(), "timeline");
  const text = await run(() => document.querySelector(".story-words").textContent);
  assert.equal(text, steps[0].text_fr);
  assert.ok((await page.driver.getTitle()).startsWith("Récit · "));
});

inOneEngine("every step is read with its title beside the view it names, by key and by address", async () => {
  await page.go("view=story");
  for (const [place, step] of steps.entries()) {
    await reads(step.id);
    assert.equal(await heading(), step.title_fr);
    await page.waitFor((view) => document.querySelector(".story-view [data-view]")?.dataset.view === view, `${step.id} beside ${expected(step)}`, expected(step));
    if (place > 0) assert.ok((await page.address()).endsWith(`step=${step.id}`), await page.address());
    assert.deepEqual(await page.notes(), []);
    if (place > 0) await page.waitFor((selector) => document.activeElement === document.querySelector(selector), "the keyboard to be on the new heading", HEADING);
    if (place < steps.length - 1) await press(HEADING, "ARROW_RIGHT");
  }
  await press(HEADING, "ARROW_RIGHT");
  await reads(steps.at(-1).id);
  await press(HEADING, "HOME");
  await reads(steps[0].id);
  const step = steps[6];
  await page.go(`view=story&step=${step.id}&lang=en`);
  await reads(step.id);
  assert.equal(await heading(), step.title_en);
});

inEveryEngine("a reader goes on and back with the buttons, to any step with the list, and with the browser's own way back", async () => {
  await page.go(`view=story&step=${steps[2].id}`);
  await reads(steps[2].id);
  await page.clickOn(".story-ways .is-main", "the next step");
  await reads(steps[3].id);
  await page.clickOn(".story-ways .button", "the step before");
  await reads(steps[2].id);
  await press(".story-ways li:nth-child(7) a", "ENTER");
  await reads(steps[6].id);
  await page.waitFor((selector) => document.activeElement === document.querySelector(selector), "the keyboard to be on the new heading", HEADING);
  const list = await run(() =>
    [...document.querySelectorAll(".story-ways li a")].map((link) => [link.textContent.trim(), link.getAttribute("aria-current")]),
  );
  assert.deepEqual(list, steps.map((step, place) => [`${place + 1}. ${step.title_fr}`, place === 6 ? "true" : null]));
  await page.driver.navigate().back();
  await reads(steps[2].id);
});

inEveryEngine("beside a step marks are real: they open their record, drill and come back, and the story goes on", async () => {
  const step = steps.find(({ shows }) => shows === "view=budget");
  await page.go(`view=story&step=${step.id}`);
  await reads(step.id);
  await page.waitFor(() => document.querySelector('.story-view [data-id="relance-fibre"]') !== null, "the cells");
  await page.clickMark("envelope", "relance-fibre");
  await page.waitForState("focus", "relance-fibre");
  assert.equal(await page.record(), "relance-fibre");
  await reads(step.id);
  await page.waitFor(() => document.querySelector('.story-view [data-id="fibre-disponible"]') !== null, "its parts");
  await page.press("ESCAPE");
  await page.waitForState("at", undefined);
  await page.press("ESCAPE");
  await page.waitForState("focus", undefined);
  await press(HEADING, "ARROW_RIGHT");
  await reads(steps[steps.indexOf(step) + 1].id);
  assert.ok(!(await page.address()).includes("focus="), "the next step is seen as it was meant");
});

inOneEngine("the story is left at any point, with the same view and marks", async () => {
  const step = steps.find(({ shows }) => shows.includes("scope=cloud"));
  await page.go(`view=story&step=${step.id}`);
  await reads(step.id);
  await page.standStill();
  const seen = await marks();
  assert.ok(seen.length > 2);
  await page.clickOn(".story-leave a", "the way out");
  await page.waitFor(() => document.querySelector(".story") === null, "the view alone");
  assert.equal(await page.view(), "budget");
  await page.standStill();
  assert.deepEqual(await page.marks("envelope").then((all) => [...all].sort()), [...new Set(seen)].sort());
});

inOneEngine("a step that does not exist is told, and the story begins", async () => {
  await page.go("view=story&step=nulle-part");
  await reads(steps[0].id);
  await page.waitFor(() => document.querySelector("[data-problem]") !== null, "a note");
});

for (const width of [390, 320]) {
  inEveryEngine(`at ${width} px the text stands above the view, and nothing scrolls sideways`, async () => {
    await page.go(`view=story&step=${steps[1].id}`, { width });
    await reads(steps[1].id);
    const [text, view, wide] = await run(() => [
      document.querySelector(".story-text").getBoundingClientRect().bottom,
      document.querySelector(".story-view").getBoundingClientRect().top,
      document.documentElement.scrollWidth,
    ]);
    assert.ok(text <= view + 1, `${text} above ${view}`);
    assert.ok(wide <= width, `${wide}`);
  });
}
