// The table: the same records as the pictures, with the same filter, to be read, sorted and left again.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const envelopes = rows("envelopes").filter(({ scope }) => scope === "relance");
const amountOf = new Map(envelopes.map(({ id, amount_eur: euros }) => [id, Number(euros)]));
const KINDS = ["events", "envelopes", "projects", "indicators", "actors", "programmes", "positions", "discrepancies"];

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** The rows in their order: [id]. */
const ids = () =>
  page.driver.executeScript(() => [...document.querySelectorAll("[data-view=table] tbody [data-id]")].map((row) => row.dataset.id));
/** Waits until the whole of the data is there: only then are there actors. */
const whole = () => page.waitFor(() => /\d/.test(document.querySelector(".lists li:nth-child(5)")?.textContent ?? ""), "the whole of the data");
const sortedHeads = () =>
  page.driver.executeScript(() =>
    [...document.querySelectorAll("th[aria-sort]")].map((head) => [head.querySelector("button").dataset.column, head.getAttribute("aria-sort")]),
  );
const sentence = () => page.driver.executeScript("return document.getElementById('shown').textContent");
const focusedColumn = () => page.driver.executeScript("return document.activeElement.dataset.column ?? null");

inOneEngine("a reader finds every record of every kind in the table", async () => {
  for (const kind of KINDS) {
    await page.go(`view=table&of=${kind}`);
    await whole();
    const all = rows(kind).filter(({ scope }) => scope === undefined || scope === "relance");
    assert.deepEqual((await ids()).sort(), all.map(({ id }) => id).sort(), kind);
    const empty = await page.driver.executeScript(() =>
      [...document.querySelectorAll("[data-view=table] tbody th a")].filter((link) => link.textContent.trim() === "").length,
    );
    assert.equal(empty, 0, `every row of ${kind} has a name`);
    assert.deepEqual(await page.problems(), []);
  }
});

inEveryEngine("a reader sorts by amount from the least, from the greatest, and back, and the head keeps the keyboard", async () => {
  await page.go("view=table&of=envelopes");
  const asInData = await ids();
  assert.deepEqual(await sortedHeads(), []);
  await page.clickOn("button[data-column=amount]", "head of the amounts");
  await page.waitForState("sort", "amount");
  const up = (await ids()).map((id) => amountOf.get(id));
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  assert.deepEqual(await sortedHeads(), [["amount", "ascending"]]);
  assert.equal(await focusedColumn(), "amount");
  await page.press("ENTER");
  await page.waitForState("sort", "-amount");
  const down = (await ids()).map((id) => amountOf.get(id));
  assert.deepEqual(down, [...down].sort((a, b) => b - a));
  assert.deepEqual(await sortedHeads(), [["amount", "descending"]]);
  await page.press("ENTER");
  await page.waitForState("sort", undefined);
  assert.deepEqual(await ids(), asInData);
  assert.equal(await focusedColumn(), "amount");
});

inOneEngine("a shared address shows the same table, with its total", async () => {
  await page.open("view=table&of=envelopes&sort=-amount");
  assert.equal((await ids())[0], "relance-numerique");
  assert.deepEqual(await sortedHeads(), [["amount", "descending"]]);
  const total = await page.driver.executeScript("return document.querySelector('[data-view=table] tfoot').textContent");
  assert.match(total.replaceAll("\u202f", " "), /^Total du périmètre, chaque part comptée une fois.*908 M€$/);
  assert.deepEqual(await page.notes(), []);
});

inEveryEngine("a row opens its record, by its name and by any place in it", async () => {
  await page.go("view=table");
  await page.clickMark("event", "onp-arret");
  await page.waitForState("focus", "onp-arret");
  assert.equal(await page.record(), "onp-arret");
  await page.clickOn("[data-id=scribe-lancement] th a", "name of a row");
  const { focus } = await page.state();
  assert.equal(focus, "scribe-lancement");
  const current = await page.driver.executeScript("return document.querySelector('tbody [aria-current]').closest('[data-id]').dataset.id");
  assert.equal(current, focus);
});

inOneEngine("a row leads to its mark in the pictures", async () => {
  await page.go("view=table&of=envelopes");
  await page.clickOn("[data-id=inclusion-lieux] .lead a", "way to the cell");
  await page.waitForState("view", "budget");
  assert.ok((await page.marks("envelope")).includes("inclusion-lieux"));
  await page.go("view=table");
  const name = await page.driver.executeScript("return document.querySelector('[data-id=onp-arret] .lead a').getAttribute('aria-label')");
  assert.equal(name, "Voir sur la chronologie, Arrêt de l’opérateur national de paye");
  await page.clickOn("[data-id=onp-arret] .lead a", "way to the mark");
  await page.waitForState("view", undefined);
  assert.equal((await page.state()).focus, "onp-arret");
});

inOneEngine("a reader chooses the columns", async () => {
  await page.go("view=table");
  await page.clickOn("details.columns summary", "choice of columns");
  await page.clickOn("details.columns input[value=kind]", "box of the kinds");
  await page.waitForState("cols", "date,theme,status");
  await page.clickOn("details.columns input[value=outcome]", "box of the outcomes");
  await page.waitForState("cols", "date,theme,status,outcome");
  const heads = await page.driver.executeScript(() =>
    [...document.querySelectorAll("[data-view=table] thead button")].map((button) => button.dataset.column),
  );
  assert.deepEqual(heads, ["name", "date", "theme", "status", "outcome"]);
  const cells = await page.driver.executeScript("return document.querySelector('tbody [data-id]').querySelectorAll('td[data-head]').length");
  assert.equal(cells, 4);
});

inOneEngine("a reader goes from one list to another and from one budget to another", async () => {
  await page.go("view=table&sort=-date");
  await page.clickOn(".lists li:nth-child(2) a", "list of the envelopes");
  await page.waitForState("of", "envelopes");
  assert.equal((await page.state()).sort, undefined);
  await page.clickOn(".scopes li:nth-child(4) a", "fourth budget");
  await page.waitForState("scope", "p363");
  assert.ok((await ids()).every((id) => id.startsWith("p363-")));
  assert.ok((await page.driver.executeScript("return document.querySelector('[data-view=table] .caution').textContent")).length > 40);
});

inOneEngine("what a filter keeps is listed, what it leaves out is not, and an empty table says how to go on", async () => {
  const events = rows("events").filter(({ theme }) => theme === "donnees").map(({ id }) => id);
  await page.go("view=table&themes=donnees");
  assert.deepEqual((await ids()).sort(), events.sort());
  assert.equal(await sentence(), `${events.length} jalons sur ${rows("events").length}, thème Données.`);
  // The open record is shown although the filter leaves it out.
  await page.go("view=table&themes=donnees&focus=onp-arret");
  assert.ok((await ids()).includes("onp-arret"));
  const row = await page.driver.executeScript("return document.querySelector('[data-id=onp-arret] th').textContent");
  assert.match(row, /hors du filtre/);
  await page.go("view=table&themes=donnees&status=later&kinds=failure&from=2010&to=2012");
  assert.deepEqual(await ids(), []);
  await page.clickOn("[data-view=table] .caution a", "link to undo the choices");
  await page.waitForState("themes", undefined);
  assert.equal((await ids()).length, rows("events").length);
});

inEveryEngine("the row of an open record is in view as the table opens", async () => {
  const last = rows("events").at(-1).id;
  await page.open(`view=table&focus=${last}`);
  await page.waitFor(
    (id) => {
      const box = document.querySelector(`[data-view=table] [data-id="${id}"]`)?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight;
    },
    "the row to be in view",
    last,
  );
});

inEveryEngine("the heads stay in view as a reader scrolls down", async () => {
  await page.go("view=table");
  await page.driver.executeScript("scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' })");
  const top = await page.driver.executeScript("return document.querySelector('[data-view=table] thead th').getBoundingClientRect().top");
  assert.ok(Math.abs(top) < 2, `the heads are at ${top}`);
});

for (const width of [320, 390, 768]) {
  inEveryEngine(`at ${width} px no list makes the page scroll sideways, and each still says it is a table`, async () => {
    for (const kind of KINDS) {
      // In the page that is open: the width of a table has to be followed from list to list.
      await page.go(`view=table&of=${kind}`, { width });
      await whole();
      await page.standStill();
      const { page: pageWidth, roles } = await page.driver.executeScript(() => ({
        page: document.documentElement.scrollWidth,
        roles: ["table", "row", "rowheader", "columnheader", "cell"].filter((role) => !document.querySelector(`[data-view=table] [role=${role}]`)),
      }));
      assert.ok(pageWidth <= width, `${kind}: ${pageWidth} px wide`);
      assert.deepEqual(roles, []);
    }
  });
}
