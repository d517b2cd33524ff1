// The large projects edition by edition: the slider leads, missing editions are shown as missing, cells stay the same marks.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const HASH = "view=budget&scope=projets";
const lines = rows("project_editions");
const costs = (edition) => lines.filter((line) => line.edition === edition && Number(line.cost_eur) > 0);

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const isDrawn = (count) =>
  page.waitFor((count) => document.querySelectorAll(".panorama .cell").length === count, `${count} projects`, count);
const press = (key) =>
  page.driver.executeScript((key) => {
    const slider = document.querySelector(".slider");
    slider.focus();
    slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }, key);
const value = () => page.driver.executeScript("return document.querySelector('.slider').getAttribute('aria-valuetext')");

inOneEngine("the last edition with a table opens first, each project with the area of its cost", async () => {
  await page.go(HASH);
  await isDrawn(costs("edition-14").length);
  assert.match(await value(), /14e édition, novembre 2021/);
  assert.equal((await page.state()).edition, undefined, "the default is not written");
  // Motion has come to its end.
  await page.standStill();
  const boxes = await page.boxes("project");
  const perEuro = costs("edition-14")
    .filter(({ project }) => Math.min(boxes[project].width, boxes[project].height) > 20)
    .map(({ project, cost_eur: euros }) => (boxes[project].width * boxes[project].height) / Number(euros));
  assert.ok(perEuro.length > 20);
  for (const one of perEuro) assert.ok(Math.abs(one / perEuro[0] - 1) <= 0.01, `${one} px² per euro, not ${perEuro[0]}`);
});

inEveryEngine("keys lead from edition to edition, and one without a table is shown as missing", async () => {
  await page.go(`${HASH}&edition=edition-08`);
  await isDrawn(costs("edition-08").length);
  await press("ArrowRight");
  await page.waitForState("edition", "edition-09");
  await page.waitFor(() => document.querySelector(".edition-missing") !== null, "what is said of a missing edition");
  assert.equal((await page.marks("project")).length, 0, "nothing is filled in");
  assert.match(await value(), /sans tableau/);
  await press("ArrowLeft");
  await isDrawn(costs("edition-08").length);
  await press("Home");
  await page.waitForState("edition", "edition-01");
  await isDrawn(costs("edition-01").length);
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("a project that stays is the same mark in the next edition", async () => {
  await page.go(`${HASH}&edition=edition-01`);
  await isDrawn(costs("edition-01").length);
  await page.driver.executeScript("window.kept = document.querySelector('.panorama [data-id=projet-source-solde]')");
  await press("ArrowRight");
  await isDrawn(costs("edition-02").length);
  assert.ok(await page.driver.executeScript("return window.kept === document.querySelector('.panorama [data-id=projet-source-solde]')"));
});

inEveryEngine("nothing plays by itself, the button plays to the next edition and stops", async () => {
  await page.go(`${HASH}&edition=edition-01`);
  await isDrawn(costs("edition-01").length);
  const click = () => page.driver.executeScript("document.querySelector('.edition-slider .play').click()");
  const label = () => page.driver.executeScript("return document.querySelector('.edition-slider .play').getAttribute('aria-label')");
  assert.equal(await label(), "Faire défiler les éditions");
  await click();
  assert.equal(await label(), "Arrêter le défilement");
  await page.waitForState("edition", "edition-02");
  await click();
  assert.equal(await label(), "Faire défiler les éditions");
});

inOneEngine("a project opens its record, whose history is a change between editions", async () => {
  await page.go(HASH);
  await isDrawn(costs("edition-14").length);
  await page.driver.executeScript("document.querySelector('.panorama [data-id=projet-inpt]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))");
  await page.waitForState("focus", "projet-inpt");
  await page.waitFor(() => document.querySelector("[data-record] .history") !== null, "the history");
  const name = await page.driver.executeScript("return document.querySelector('[data-record] .history').getAttribute('aria-label')");
  assert.match(name, /^Changement entre éditions/);
  assert.doesNotMatch(name, /dérive|dépassement/);
  const clipped = await page.driver.executeScript(() => {
    const right = document.querySelector("[data-record] .history").getBoundingClientRect().right;
    return [...document.querySelectorAll("[data-record] .history text")].filter((text) => text.getBoundingClientRect().right > right + 1).length;
  });
  assert.equal(clipped, 0, "no caption is wider than the drawing");
});

inOneEngine("the address with an unknown edition says so", async () => {
  await page.go(`${HASH}&edition=edition-99`);
  await isDrawn(costs("edition-14").length);
  await page.waitFor(() => document.body.innerText.includes("edition-99"), "the note");
});

/** The pressed entries of the legend, and the projects that it leaves in place as outlines. */
const legend = () =>
  page.driver.executeScript(() => ({
    all: [...document.querySelectorAll(".kept")].map((button) => button.innerText.trim()),
    pressed: [...document.querySelectorAll('.kept[aria-pressed="true"]')].map((button) => button.innerText.trim()),
    told: document.querySelector(".budget [role=status]").innerText,
    outside: document.querySelectorAll(".panorama .cell.is-outside").length,
  }));
const entry = (start) =>
  page.driver.executeScript((start) => {
    [...document.querySelectorAll(".kept")].find((button) => button.innerText.trim().startsWith(start)).click();
  }, start);

inOneEngine("colours tell how costs have changed, with signs, in the order of the legend", async () => {
  await page.go(`${HASH}&color=change`);
  await isDrawn(costs("edition-14").length);
  const { all } = await legend();
  assert.deepEqual(all.map((words) => words.replace(/\s\(\d+\)$/, "").replace(/\s/g, " ")), [
    "Tout",
    "coût en baisse de plus de 25 %",
    "coût en baisse",
    "coût inchangé",
    "coût en hausse",
    "coût en hausse de plus de 25 %",
    "sans coût antérieur comparable",
  ]);
  const counted = all.slice(1).map((words) => Number(words.match(/\((\d+)\)$/)[1]));
  assert.equal(counted.reduce((sum, count) => sum + count), costs("edition-14").length, "every project drawn is in one of them");
  const signs = await page.driver.executeScript(() => [...document.querySelectorAll(".panorama .cell")].map((cell) => [cell.querySelector(".face").classList.value, cell.querySelectorAll(".sign").length, cell.getAttribute("aria-label")]));
  assert.ok(signs.some(([face, sign]) => /higher/.test(face) && sign === 1) && signs.some(([face, sign]) => /lower/.test(face) && sign === 1));
  for (const [face, sign, name] of signs) {
    if (/(same|unknown)/.test(face)) assert.equal(sign, 0, name);
    if (/lower/.test(face)) assert.match(name, /−/, name);
    if (/higher/.test(face)) assert.match(name, /\+/, name);
  }
});

for (const [color, start, only] of [["change", "coût en hausse de plus", "far-higher"], ["phase", "déploiement", "roll-out"], ["", "Intérieur", "INT"]]) {
  inOneEngine(`an entry of the legend keeps its projects, the others stay and can be reached: ${color || "group"}`, async () => {
    await page.go(color ? `${HASH}&color=${color}` : HASH);
    const all = costs("edition-14").length;
    await isDrawn(all);
    assert.deepEqual((await legend()).pressed, ["Tout"]);
    await entry(start);
    await page.waitForState("only", only);
    const { pressed, told, outside } = await legend();
    assert.equal(pressed.length, 1);
    const kept = Number(pressed[0].match(/\((\d+)\)$/)[1]);
    assert.equal(outside, all - kept);
    await isDrawn(all);
    assert.match(told, new RegExp(`^${kept} projets? gardés? sur ${all}`));
    const reached = await page.driver.executeScript("const cell = document.querySelector('.panorama .cell.is-outside'); cell.focus(); return [document.activeElement === cell, cell.getAttribute('aria-label')]");
    assert.ok(reached[0]);
    assert.match(reached[1], /hors du filtre/);
    await page.driver.navigate().refresh();
    await page.isReady();
    await isDrawn(all);
    assert.equal((await legend()).outside, all - kept, "the address keeps the choice");
    await entry("Tout");
    await page.waitForState("only", undefined);
    assert.equal((await legend()).outside, 0);
    assert.deepEqual(await page.problems(), []);
  });
}

inOneEngine("a choice of colours that are not shown is said to mean nothing", async () => {
  await page.go(`${HASH}&color=phase&only=far-higher`);
  await isDrawn(costs("edition-14").length);
  await page.waitFor(() => document.body.innerText.includes("far-higher"), "the note");
  assert.equal((await legend()).outside, 0);
});
