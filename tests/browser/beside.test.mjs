// Beside the map of a budget: squares and bars true to their amounts, each leading to its record, nothing added that may not be.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const facts = new Map(rows("facts").map((fact) => [fact.id, fact]));
const envelopes = new Map(rows("envelopes").map((envelope) => [envelope.id, envelope]));
const lines = rows("appropriations");

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const run = (script, ...args) => page.driver.executeScript(script, ...args);

/** Opens a budget with what stands beside its map. */
async function open(hash, options) {
  await page.go(`view=budget${hash}`, options);
  await page.waitFor(() => document.querySelector(".beside [data-kind]") !== null, "the cards");
  await page.standStill();
}

/** The marks of a card, with the width and height of what is drawn in them. */
const marks = (card) =>
  run((card) =>
    [...document.querySelectorAll(`${card} [data-kind]`)].map((mark) => {
      // Without its edge, which some engines count.
      const shape = mark.querySelector("rect:last-of-type");
      const { a: scale } = shape?.getScreenCTM() ?? {};
      const box = mark.getBoundingClientRect();
      return {
        id: mark.dataset.id,
        kind: mark.dataset.kind,
        name: mark.getAttribute("aria-label"),
        tab: mark.getAttribute("tabindex"),
        width: shape && shape.getBBox().width * scale,
        height: shape && shape.getBBox().height * scale,
        target: Math.min(box.width, box.height),
      };
    }), card);

for (const width of [1280, 768, 390, 320]) {
  inOneEngine(`the squares have one scale, and nothing is wider than the page, at ${width} px`, async () => {
    await open("", { width });
    const squares = await marks(".perspective");
    assert.deepEqual(squares.map(({ kind, id }) => `${kind} ${id}`), ["envelope relance-numerique", "fact sept-milliards", "fact plan-relance-total"]);
    const amounts = [envelopes.get("relance-numerique").amount_eur, facts.get("sept-milliards").value, facts.get("plan-relance-total").value];
    // Drawn to a tenth of a pixel.
    const perEuro = squares.map(({ width, height }, place) => (width * height) / Number(amounts[place]));
    for (const one of perEuro) assert.ok(Math.abs(one / perEuro[2] - 1) < 0.02, `${one} px² per euro, not ${perEuro[2]}`);
    for (const { id, target } of await marks(".beside")) assert.ok(target >= 24, `${id} is a target of ${target} px`);
    assert.ok(await run("return document.documentElement.scrollWidth <= innerWidth"));
  });
}

inOneEngine("why no square holds another is said, with the amounts of the data", async () => {
  await open("");
  const words = await run("return document.querySelector('.beside').innerText");
  for (const said of [/les 570\sM€ ont été fixés/, /qui n’en retenait que 240\sM€/, /908\sM€ ne tiennent donc pas tout entiers dans les 7,1\sMd€/, /une partie seulement appartient aux 100\sMd€/]) {
    assert.match(words, said);
  }
  await open("&lang=en");
  assert.match(await run("return document.querySelector('.beside').innerText"), /does not lie wholly within the €7.1bn/);
});

inOneEngine("what the note says was given out stands beside the published detail, with the reason", async () => {
  await open("");
  const [note, detail, ...parts] = await marks(".attributed");
  assert.match(note.name, /Selon la note, 12 décembre 2021, 40\sM€ sur 88\sM€ · 45,5\s%/);
  assert.match(detail.name, /Détail publié, 8 octobre 2021, 37,46\sM€ sur 88\sM€ · 42,6\s%/);
  assert.deepEqual(parts.map(({ id }) => id), ["collectivites-outils", "collectivites-grands-projets", "collectivites-projets-locaux"]);
  const perEuro = detail.width / Number(envelopes.get("relance-collectivites").attributed_eur);
  for (const { id, width } of parts) {
    assert.ok(Math.abs(width / (Number(envelopes.get(id).attributed_eur) * perEuro) - 1) < 0.02, id);
  }
  const words = await run("return document.querySelector('.attributed').innerText");
  assert.match(words, /arrondi/);
});

inOneEngine("commitments and payments stand side by side for every stage, and no number adds them", async () => {
  await open("&scope=p363");
  const bars = await marks(".stages");
  assert.equal(bars.length, 2 * lines.length);
  assert.deepEqual([...new Set(bars.map(({ id }) => id))].sort(), lines.map(({ id }) => id).sort());
  const missing = bars.filter(({ name }) => name.includes("non publié"));
  assert.equal(missing.length, lines.filter((line) => line.commitment_eur === "").length);
  assert.ok(missing.every(({ width }) => width == null), "and has no bar");
  const text = (await run("return document.querySelector('.beside').textContent")).replace(/[\s\u202f]/g, "");
  for (const { commitment_eur: commitment, payment_eur: payment } of lines) {
    if (Number(commitment) > 0 && Number(payment) > 0) assert.ok(!text.includes(`${Number(commitment) + Number(payment)}€`));
    assert.ok(text.includes(`${payment}€`), `${payment} to the euro`);
  }
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("what was executed has two shares of two bases, told apart", async () => {
  await open("&scope=p363");
  const shares = await marks(".executed");
  assert.deepEqual(
    shares.map(({ id }) => id),
    ["p363-action-04-ae-lfi", "p363-action-04-ae-gestion", "p363-action-04-cp-lfi", "p363-action-04-cp-gestion"],
  );
  for (const { id, name } of shares) {
    assert.ok(name.includes(facts.get(id).value.replace(".", ",")), name);
    assert.match(name, id.endsWith("lfi") ? /^de la loi initiale, / : /^des crédits en gestion, /);
  }
});

inEveryEngine("every mark opens its record, one of each kind by the pointer", async () => {
  for (const [scope, ids] of [
    ["", ["relance-numerique", "sept-milliards", "plan-relance-total", "credits-88-2021-12", "collectivites-outils"]],
    ["&scope=p363", ["p363-action-04-executed-2021", "p363-action-04-ae-lfi"]],
  ]) {
    await open(scope);
    for (const id of ids) {
      await page.clickOn(`.beside [data-id="${id}"]`, id);
      await page.waitForState("focus", id);
      await page.waitFor((id) => document.querySelector(`[data-record="${id}"]`) !== null, `the record of ${id}`, id);
      await page.waitFor((id) => document.querySelector(`.beside [data-id="${id}"]`).getAttribute("aria-current") === "true", "the mark to be told", id);
    }
  }
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("a card is one stop of the keyboard, and arrows lead on in it", async () => {
  await open("");
  for (const card of [".perspective", ".attributed"]) {
    assert.equal((await marks(card)).filter(({ tab }) => tab === "0").length, 1, card);
  }
  await run("document.querySelector('.perspective [tabindex=\"0\"]').focus()");
  const held = () => run("return document.activeElement.dataset.id");
  await page.press("ARROW_RIGHT");
  assert.equal(await held(), "sept-milliards");
  await page.press("END");
  assert.equal(await held(), "plan-relance-total");
  assert.deepEqual((await marks(".perspective")).map(({ tab }) => tab), ["-1", "-1", "0"]);
  await page.press("HOME");
  await page.press("ENTER");
  await page.waitForState("focus", "relance-numerique");
});

inOneEngine("budgets with nothing to put beside them have no cards", async () => {
  await page.go("view=budget&scope=cloud");
  await page.waitFor(() => document.querySelector(".treemap .cell") !== null, "cells");
  assert.equal(await run("return document.querySelectorAll('.beside').length"), 0);
  await open("");
});
