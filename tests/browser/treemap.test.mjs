// The treemap: areas say what the amounts say, and a reader can go in and come back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";

const SCOPE = "relance"; // the scope that opens first
const envelopes = rows("envelopes").filter((envelope) => envelope.scope === SCOPE);
const byId = new Map(envelopes.map((envelope) => [envelope.id, envelope]));
const childrenOf = (parent, split = "") =>
  envelopes.filter((envelope) => envelope.parent === parent && (envelope.split ?? "") === split);
const root = envelopes.find((envelope) => envelope.parent === "");
/** Every envelope that opens, with the splits it has. */
const opening = envelopes
  .map((envelope) => ({
    id: envelope.id,
    splits: [...new Set(envelopes.filter((child) => child.parent === envelope.id).map((child) => child.split ?? ""))],
  }))
  .filter(({ splits }) => splits.length > 0);

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

for (const { id, splits } of opening) {
  for (const split of splits) {
    const state = [`view=budget`, id === root.id ? "" : `at=${id}`, split === "" ? "" : `split=${split}`];
    const hash = state.filter(Boolean).join("&");
    test(`${ENGINE}: sibling cells have areas in the proportion of their amounts (${hash})`, async () => {
      await page.open(hash);
      const boxes = await page.boxes("envelope");
      assert.ok(!(id in boxes), "the root is not a cell");
      const drawn = Object.keys(boxes).map((cell) => byId.get(cell) ?? assert.fail(`a cell shows ${cell}, which is no envelope of ${SCOPE}`));
      assert.ok(drawn.some((envelope) => envelope.parent === id), `none of the parts of ${id} is drawn`);

      // Siblings: of one parent, in one split. Each group is held against its largest cell.
      const groups = new Map();
      for (const envelope of drawn) {
        const group = `${envelope.parent} ${envelope.split}`;
        groups.set(group, [...(groups.get(group) ?? []), envelope]);
      }
      for (const siblings of groups.values()) {
        const areas = siblings.map((envelope) => ({
          id: envelope.id,
          perEuro: (boxes[envelope.id].width * boxes[envelope.id].height) / Number(envelope.amount_eur),
        }));
        for (const one of areas) {
          const deviation = Math.abs(one.perEuro / areas[0].perEuro - 1);
          assert.ok(
            deviation <= 0.01,
            `${one.id} has ${(one.perEuro / areas[0].perEuro).toFixed(3)} times the area a euro has in ${areas[0].id}`,
          );
        }
      }
    });
  }
}

test(`${ENGINE}: no cell lies over a sibling`, async () => {
  await page.open("view=budget");
  const boxes = await page.boxes("envelope");
  const siblings = childrenOf(root.id).filter(({ id }) => id in boxes);
  for (const one of siblings) {
    for (const two of siblings.filter(({ id }) => id > one.id)) {
      const [a, b] = [boxes[one.id], boxes[two.id]];
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      assert.ok(across < 1 || down < 1, `${one.id} and ${two.id} share ${across.toFixed(1)} × ${down.toFixed(1)} px`);
    }
  }
});

// The largest part of the whole that opens again.
const part = childrenOf(root.id)
  .filter(({ id }) => childrenOf(id).length > 0)
  .sort((a, b) => Number(b.amount_eur) - Number(a.amount_eur))[0];

test(`${ENGINE}: a reader opens an envelope with a click and comes back with Escape`, async () => {
  await page.open("view=budget");
  await page.clickMark("envelope", part.id);
  await page.waitForState("at", part.id);
  const cells = await page.marks("envelope");
  assert.ok(cells.includes(childrenOf(part.id)[0].id), `the parts of ${part.id} are drawn`);
  assert.ok(!cells.includes(childrenOf(root.id).find(({ id }) => id !== part.id).id), "its siblings are not");
  await page.press("ESCAPE");
  await page.waitForState("at", undefined);
  assert.ok((await page.marks("envelope")).includes(part.id));
});

test(`${ENGINE}: a reader comes back with the breadcrumb, and with the browser's own button`, async () => {
  await page.open("view=budget");
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

test(`${ENGINE}: a cell without parts opens its record`, async () => {
  await page.open(`view=budget&at=${part.id}`);
  const cells = await page.marks("envelope");
  const leaf = cells.find((id) => !opening.some((envelope) => envelope.id === id));
  assert.ok(leaf, `no cell without parts is drawn in ${part.id}`);
  await page.clickMark("envelope", leaf);
  await page.waitForState("focus", leaf);
  assert.equal(await page.record(), leaf);
});
