// Ways through the whole explorer: a shared link, another language, five steps back.

import assert from "node:assert/strict";
import { PATIENCE_MS, openSite } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const ready = () => page.waitFor(() => document.querySelectorAll(".filter-panel").length === 3, "what comes after the first view");

/** What a reader sees of the view: its marks or rows, its sentence, its record. */
const seen = () =>
  page.driver.executeScript(() => ({
    view: document.querySelector("[data-view]")?.dataset.view,
    shown: document.querySelector("#shown")?.textContent,
    marks: [...document.querySelectorAll("[data-view] [data-kind][data-id]")].map((mark) => mark.dataset.id),
    record: document.querySelector("[data-record]")?.dataset.record,
  }));

for (const hash of [
  "focus=annonce-908&themes=capacite&from=2020-06-01&to=2021-12-31",
  "view=budget&focus=cloud-public&scope=cloud&at=cloud-public",
  "view=table&of=envelopes&sort=-amount&themes=capacite",
]) {
  inEveryEngine(`a reader opens a shared link and sees the same thing (${hash})`, async () => {
    await page.open(hash);
    await ready();
    await page.standStill();
    const first = await seen();
    const shared = new URL(await page.address()).hash.slice(1);
    assert.equal(shared, hash, "the address stays as it was given");
    await page.open(shared);
    await ready();
    await page.standStill();
    assert.deepEqual(await seen(), first);
  });
}

inEveryEngine("a reader switches language without losing place or keyboard", async () => {
  await page.open("view=budget&focus=cloud-public&scope=cloud&at=cloud-public");
  await ready();
  const { marks, record, view } = await seen();
  await page.driver.executeScript(() => document.querySelector("[data-switch=lang] [lang=en]").focus());
  await page.press("ENTER");
  await page.waitFor(() => document.documentElement.lang === "en", "the English page");
  await ready();
  await page.standStill();
  const now = await seen();
  assert.deepEqual([now.marks, now.record, now.view], [marks, record, view]);
  await page.waitFor(() => document.activeElement?.lang === "en", "the keyboard to be on the present language");
});

inEveryEngine("a reader presses Back five times and is where the way began", async () => {
  await page.open("");
  await ready();
  const begin = await seen();
  const steps = [
    ["view", "budget", () => page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets")],
    ["scope", "cloud", () => page.clickOn(".scopes li:nth-child(2) a", "scope of the cloud plan")],
    ["view", "table", () => page.clickOn('.tabs a[href*="view=table"]', "tab of the table")],
    ["themes", "donnees", () => page.clickOn(".theme-chip.hue-3", "chip of a theme")],
    ["view", undefined, () => page.clickOn(".tabs li:nth-child(1) a", "tab of the timeline")],
  ];
  const ways = [];
  for (const [key, value, step] of steps) {
    ways.push(await page.state());
    await step();
    await page.waitForState(key, value);
  }
  for (const state of ways.reverse()) {
    await page.driver.executeScript("history.back()");
    await page.driver.wait(
      async () => JSON.stringify(await page.state()) === JSON.stringify(state), PATIENCE_MS, `the state ${JSON.stringify(state)}`, 40);
  }
  await page.standStill();
  assert.deepEqual(await seen(), begin);
});
