// The treemap: areas say what the amounts say, and a reader can go in and come back.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const SCOPE = "relance"; // the scope that opens first
const all = rows("envelopes");
const byId = new Map(all.map((envelope) => [envelope.id, envelope]));
const childrenOf = (parent, split = "") =>
  all.filter((envelope) => envelope.parent === parent && (envelope.split ?? "") === split);
const rootOf = (scope) => all.find((envelope) => envelope.scope === scope && envelope.parent === "");
const root = rootOf(SCOPE);
/** The number of whole euros behind "908 M€" or "1 791 M€ = …", as the page writes them. */
const eurosIn = (text) => {
  const [, number, unit] = /([\d\s\u202f]+(?:,\d+)?)\s*(M€|Md€)/.exec(text) ?? [];
  return Number(number?.replace(/[\s\u202f]/g, "").replace(",", ".")) * (unit === "Md€" ? 1e9 : 1e6);
};

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

inOneEngine("areas of cells are in proportion to their amounts, none lies over another, and the total is their sum", async () => {
  for (const [hash, id, split = ""] of [
    ["", root.id],
    ["&at=relance-fibre&split=fibre-par-origine", "relance-fibre", "fibre-par-origine"],
    ["&scope=cloud", rootOf("cloud").id],
    ["&scope=cloud&at=cloud-public", "cloud-public"],
    ["&scope=p363", rootOf("p363").id],
    ["&scope=projets&at=projets-ecofi", "projets-ecofi"],
  ]) {
    await page.go(`view=budget${hash}`);
    const boxes = await page.boxes("envelope");
    assert.ok(!(id in boxes), "the root is not a cell");
    const drawn = Object.keys(boxes).map((cell) => byId.get(cell) ?? assert.fail(`a cell shows ${cell}, which is no envelope`));
    assert.ok(drawn.filter((envelope) => envelope.parent === id).length > 1, `the parts of ${id} are drawn`);
    // Siblings: of one parent, in one split. Each group is held against its largest cell.
    const groups = new Map();
    for (const envelope of drawn) {
      const group = `${envelope.parent} ${envelope.split}`;
      groups.set(group, [...(groups.get(group) ?? []), envelope]);
    }
    for (const siblings of groups.values()) {
      const areas = siblings
        .sort((a, b) => Number(b.amount_eur) - Number(a.amount_eur))
        .map(({ id, amount_eur: euros }) => ({ id, perEuro: (boxes[id].width * boxes[id].height) / Number(euros) }));
      for (const { id, perEuro } of areas) {
        // A pixel has tenths: of a cell of twenty pixels that is half a percent.
        const ratio = perEuro / areas[0].perEuro;
        assert.ok(Math.abs(ratio - 1) <= 0.01, `${id} has ${ratio.toFixed(3)} times the area a euro has in ${areas[0].id}`);
      }
      for (const [place, one] of siblings.entries()) {
        for (const two of siblings.slice(place + 1)) {
          const [a, b] = [boxes[one.id], boxes[two.id]];
          const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          assert.ok(across < 1 || down < 1, `${one.id} and ${two.id} share ${across.toFixed(1)} × ${down.toFixed(1)} px`);
        }
      }
    }
    // The total stated is the sum of what is drawn, gathered in "others" or left unallocated: the whole.
    const stated = await page.driver.executeScript("return document.querySelector('[data-breadcrumb] .sum').textContent");
    const published = childrenOf(id, split).reduce((sum, { amount_eur: euros }) => sum + Math.max(0, Number(euros)), 0);
    const whole = Math.max(published, Number(byId.get(id).amount_eur));
    assert.ok(Math.abs(eurosIn(stated) / whole - 1) < 0.005, `${hash}: ${stated} is stated where ${whole} € are drawn`);
  }
});

inOneEngine("a reader switches between the budgets, and each says what it may not be added to", async () => {
  await page.go("view=budget");
  const scopes = rows("scopes");
  assert.equal(scopes.length, 4);
  for (const { id, short_fr: short, caution_fr: caution } of scopes.slice(1)) {
    await page.driver.executeScript((short) => {
      [...document.querySelectorAll(".scopes a")].find((link) => link.textContent.startsWith(short)).click();
    }, short);
    await page.waitForState("scope", id);
    await page.waitFor((caution) => document.querySelector("[data-view] .caution").textContent.includes(caution), "the caution", caution);
    await page.waitFor(() => document.querySelector(".treemap .cell") !== null, "cells");
  }
});

inOneEngine("commitments and payments of a stage are chosen, one at a time", async () => {
  const appropriations = rows("appropriations");
  await page.go("view=budget&scope=p363&stage=executed-2021&measure=payment");
  const boxes = await page.boxes("envelope");
  const amounts = new Map(
    appropriations
      .filter(({ stage, envelope }) => stage === "executed-2021" && envelope in boxes)
      .map(({ envelope, payment_eur: payment }) => [envelope, Number(payment)]),
  );
  assert.ok(amounts.size >= 3, "the actions are drawn");
  const areas = [...amounts].map(([id, euros]) => (boxes[id].width * boxes[id].height) / euros);
  for (const area of areas) assert.ok(Math.abs(area / Math.max(...areas) - 1) <= 0.01);
  await page.clickOn(".split-switch .switch a:not([aria-current])", "other measure");
  await page.waitForState("measure", "commitment");
});

inOneEngine("an amount that is not published is listed beside the map", async () => {
  await page.go("view=budget&scope=projets");
  const { id, label_fr: label } = all.find((envelope) => envelope.scope === "projets" && envelope.amount_eur === "");
  await page.waitFor((label) => document.querySelector("[data-view]").innerText.includes(label), `${label} to be listed`, label);
  assert.ok(!(await page.marks("envelope")).includes(id), "and has no cell");
});

// The largest part of the whole that opens again.
const part = childrenOf(root.id)
  .filter(({ id }) => childrenOf(id).length > 0)
  .sort((a, b) => Number(b.amount_eur) - Number(a.amount_eur))[0];

inEveryEngine("a reader opens an envelope with a click and comes back with Escape", async () => {
  await page.go("view=budget");
  await page.clickMark("envelope", part.id);
  await page.waitForState("at", part.id);
  const cells = await page.marks("envelope");
  assert.ok(cells.includes(childrenOf(part.id)[0].id), `the parts of ${part.id} are drawn`);
  assert.ok(!cells.includes(childrenOf(root.id).find(({ id }) => id !== part.id).id), "its siblings are not");
  await page.press("ESCAPE");
  await page.waitForState("at", undefined);
  assert.ok((await page.marks("envelope")).includes(part.id));
});

inEveryEngine("a reader comes back with the breadcrumb, and with the browser's own button", async () => {
  await page.go("view=budget");
  await page.clickMark("envelope", part.id);
  await page.waitForState("at", part.id);
  await page.clickOn("[data-view] [data-breadcrumb] :is(a, button)", "step of the breadcrumb");
  await page.waitForState("at", undefined);
  assert.ok((await page.marks("envelope")).includes(part.id));

  await page.driver.navigate().back();
  await page.waitForState("at", part.id);
  await page.driver.navigate().back();
  await page.waitForState("at", undefined);
});

inEveryEngine("a cell without parts opens its record", async () => {
  await page.go(`view=budget&at=${part.id}`);
  const cells = await page.marks("envelope");
  const leaf = cells.find((id) => !all.some(({ parent }) => parent === id));
  assert.ok(leaf, `no cell without parts is drawn in ${part.id}`);
  await page.clickMark("envelope", leaf);
  await page.waitForState("focus", leaf);
  assert.equal(await page.record(), leaf);
});
