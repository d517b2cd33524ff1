// Filtering: what is kept, in every view alike, said in a sentence, taken back one by one, all at once, or by Back.

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { PATIENCE_MS, openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const events = rows("events");
const donnees = events.filter(({ theme }) => theme === "donnees").map(({ id }) => id);

/** Opens a state and waits for the filters, which come after the first view. */
async function open(hash, { isFresh = false, ...options } = {}) {
  await (isFresh ? page.open(hash, options) : page.go(hash, options));
  await page.waitFor(() => document.querySelector(".theme-chip"), "the filters");
  await page.waitFor(() => document.querySelectorAll(".filter-panel").length === 3, "the actors");
  await page.standStill();
}
const shown = () => page.driver.executeScript("return document.querySelector('#shown').textContent");
const chip = (theme) => page.driver.findElement(By.css(`.theme-chip.hue-${theme}`));
const all = async () => [...(await page.marks("event")), ...(await page.stubs()).flatMap(({ ids }) => ids)];

inOneEngine("filtering by a theme leaves only its milestones on the timeline and says so", async () => {
  await open("");
  await (await chip(3)).click();
  await page.waitForState("themes", "donnees");
  assert.deepEqual(new Set(await all()), new Set(donnees));
  assert.match(await shown(), /^\d+ jalons? sur 79, du .* au .*, thème Données$/);
  assert.equal(await (await chip(3)).getAttribute("aria-pressed"), "true");
});

inOneEngine("each choice says how many milestones it would show", async () => {
  await open("status=announced");
  const announced = events.filter(({ status }) => status === "announced");
  const themes = ["capacite", "coproduction", "souverainete", "donnees", "gouvernance"];
  for (const [place, theme] of themes.entries()) {
    const count = announced.filter((event) => event.theme === theme).length;
    assert.ok((await (await chip(place)).getAttribute("textContent")).endsWith(` ${count}`), `${theme} says ${count}`);
  }
});

inEveryEngine("a reader chooses a status and an actor by keyboard alone, and Escape leads back", async () => {
  await open("");
  const [status, , actor] = await page.driver.findElements(By.css(".filter-panel > button"));
  const focused = () => page.driver.executeScript("return document.activeElement.textContent");
  await page.driver.executeScript((button) => button.focus(), status);
  await page.press("ENTER");
  await page.press("TAB");
  // The panel itself holds clicks, not the keyboard.
  const box = await page.driver.executeScript("return document.activeElement.type");
  assert.equal(box, "checkbox");
  await page.press("SPACE");
  await page.waitForState("status", "past");
  await page.press("ESCAPE");
  assert.match(await focused(), /^Statut/);
  assert.equal(await status.getAttribute("aria-expanded"), "false");

  await page.driver.executeScript((button) => button.focus(), actor);
  await page.press("ENTER");
  await page.press("TAB");
  for (const letter of "anssi") await page.press(letter);
  await page.press("TAB");
  await page.press("SPACE");
  await page.waitForState("actors", "anssi");
  assert.match(await shown(), /statut passé, acteur ANSSI$/);
});

inOneEngine("everything is taken back at once, and brought back", async () => {
  await open("themes=donnees&status=past&from=2020-01-01&to=2021-12-31");
  await page.clickOn(".filter-all", "way to take everything back");
  await page.waitForState("themes", undefined);
  assert.deepEqual(await page.state(), {});
  assert.equal((await all()).length, events.length);
  await page.clickOn(".filter-all", "way to bring it back");
  await page.waitForState("themes", "donnees");
  const { status, from, to } = await page.state();
  assert.deepEqual([status, from, to], ["past", "2020-01-01", "2021-12-31"]);
});

inOneEngine("Back takes a choice back", async () => {
  await open("");
  await (await chip(0)).click();
  await page.waitForState("themes", "capacite");
  await page.driver.executeScript("history.back()");
  await page.waitForState("themes", undefined);
  assert.equal(await (await chip(0)).getAttribute("aria-pressed"), "false");
});

inOneEngine("in the treemap what lies outside the filter is there still, and says so", async () => {
  await open("view=budget&themes=souverainete");
  const cells = await page.driver.executeScript(() =>
    [...document.querySelectorAll(".treemap .cell")].map((cell) => cell.getAttribute("aria-label")));
  assert.ok(cells.length > 0);
  for (const name of cells) assert.match(name, /hors du filtre$/);
  assert.match(await shown(), /^0 enveloppe sur \d+ dans le filtre, thème Souveraineté$/);
});

inOneEngine("the key figures stay as they are, and those outside the filter say so", async () => {
  await open("");
  const figures = () => page.driver.executeScript(() =>
    [...document.querySelectorAll(".key-figures li")].map((figure) => figure.innerText.replaceAll("\n", " ").trim()));
  const before = await figures();
  await (await chip(2)).click();
  await page.waitForState("themes", "souverainete");
  const now = await figures();
  assert.deepEqual(now.map((text) => text.replace(/ hors du filtre$/, "")), before);
  assert.ok(now.some((text) => text.endsWith("hors du filtre")));
});

inEveryEngine("what is shown is said aloud after it has changed", async () => {
  await open("", { isFresh: true });
  const said = () => page.driver.executeScript("return document.querySelector('.filter-bar [role=status]').textContent");
  assert.equal(await said(), "");
  await (await chip(3)).click();
  await page.driver.wait(async () => (await said()) !== "", PATIENCE_MS, "something to be said", 40);
  assert.match(await said(), /^\d+ jalons? sur 79/);
});

inEveryEngine("on the narrowest screen the filters unfold and nothing scrolls sideways", async () => {
  await open("themes=donnees&status=past", { width: 320 });
  assert.equal(await (await chip(0)).isDisplayed(), false);
  const fold = "return document.querySelector('.filter-fold').textContent";
  assert.equal(await page.driver.executeScript(fold), "Filtrer (2)", "what is folded is counted");
  await page.clickOn(".filter-fold", "way to unfold the filters");
  assert.equal(await (await chip(0)).isDisplayed(), true);
  for (const panel of await page.driver.findElements(By.css(".filter-panel > button"))) {
    await panel.click();
    assert.ok(await page.driver.executeScript("return document.documentElement.scrollWidth <= innerWidth"));
  }
});

inOneEngine("a shared link shows what it keeps, in the sentence, the choices and the pictures", async () => {
  await open("themes=donnees,gouvernance&status=announced", { isFresh: true });
  const kept = events.filter(({ theme, status }) => ["donnees", "gouvernance"].includes(theme) && status === "announced");
  const drawn = new Set(await all());
  assert.ok(drawn.size > 0);
  for (const id of drawn) assert.ok(kept.some((event) => event.id === id), `${id} is kept`);
  assert.match(await shown(), /, thème Données ou Gouvernance, statut annoncé$/);
  for (const [theme, pressed] of [[0, "false"], [3, "true"], [4, "true"]]) {
    assert.equal(await (await chip(theme)).getAttribute("aria-pressed"), pressed);
  }
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("a record outside the filter stays open, and a choice keeps the keyboard", async () => {
  await open("focus=onp-arret&from=2013&to=2015");
  await page.driver.executeScript((button) => button.focus(), await chip(3));
  await page.press("SPACE");
  await page.waitForState("themes", "donnees");
  assert.equal(await page.record(), "onp-arret");
  assert.ok((await page.marks("event")).includes("onp-arret"), "its mark is there still");
  assert.ok(await page.driver.executeScript((button) => document.activeElement === button, await chip(3)));
});

inOneEngine("a long search is in the address as it was asked, and read from it again", async () => {
  const asked = "é".repeat(900);
  await open(`q=${encodeURIComponent(asked)}`, { isFresh: true });
  assert.deepEqual(await page.notes(), []);
  assert.equal((await page.state()).q, asked);
  assert.ok((await shown()).includes(asked));
});
