// The indicators: each quantity against its target in words, as a bullet and on a time axis, with the same numbers as rows.

import assert from "node:assert/strict";
import { smallTargets } from "./accessible.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const HASH = "view=indicators";
const indicators = rows("indicators");
const observations = rows("observations");
const editions = rows("editions");

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** Opens the view and waits for its cards. */
async function open(more = "", options) {
  await page.go([HASH, more].filter(Boolean).join("&"), options);
  await page.waitFor((count) => document.querySelectorAll("[data-view=indicators] article").length === count, "the cards", indicators.length + 1);
  await page.standStill();
}

/** The marks of a chart in their order: who they are, where they are, what they look like. */
const chart = (key) =>
  page.driver.executeScript((key) => {
    return [...document.querySelectorAll(`[data-chart="${key}"] .mark`)].map((mark) => {
      const point = mark.querySelector(".point");
      const box = point.getBoundingClientRect();
      return {
        id: mark.dataset.id,
        kind: mark.dataset.kind,
        name: mark.getAttribute("aria-label"),
        tab: mark.getAttribute("tabindex"),
        isHollow: point.classList.contains("is-hollow"),
        isDashed: point.classList.contains("is-dashed"),
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
      };
    });
  }, key);

const plain = (text) => text.replace(/\s+/g, " ");
const words = async (id) =>
  plain(await page.driver.executeScript((id) => document.querySelector(`article[data-id="${id}"]`).innerText, id));

inOneEngine("each indicator has a card, and each observation a mark: solid where it was counted, hollow where not", async () => {
  await open();
  for (const { id, label_fr: label } of indicators) {
    const own = observations.filter(({ indicator }) => indicator === id);
    const marks = await chart(id);
    assert.deepEqual(marks.map(({ id }) => id).sort(), own.map(({ id }) => id).sort(), id);
    assert.ok((await words(id)).includes(plain(label)), id);
    for (const mark of marks) {
      const { quality, date } = own.find(({ id }) => id === mark.id);
      assert.equal(mark.kind, "observation");
      assert.equal(mark.isHollow, quality !== "observed", mark.id);
      assert.equal(mark.isDashed, date.endsWith("~"), mark.id);
      assert.ok(mark.name.startsWith(label) && mark.name.endsWith(`sur ${own.length}`), mark.name);
    }
  }
});

inOneEngine("the words say value, target and ratio, call a forecast a forecast, and say what is missing", async () => {
  await open();
  const advisers = await words("effectif-conseillers");
  assert.match(advisers, /2 500 sur 4 000 personnes à la date de la note, soit 62,5 % de l’objectif\./);
  assert.match(advisers, /Depuis : 3 578 personnes, 1er septembre 2022 \(conseillers en activité, un autre comptage\)/);
  assert.match(await words("part-demarches-en-ligne"), /90 % des démarches visées selon la prévision de la note/);
  assert.match(await words("credits-attribues-88"), /40 sur 88 M€ à la date de la note, soit 45,5 % de l’enveloppe/);
  assert.match(await words("projets-locaux-finances"), /Aucun objectif n’est fixé/);
  assert.match(await words("specialistes-donnees"), /Aucun relevé n’a été trouvé.*400 postes/);
  await open("lang=en");
  assert.match(await words("effectif-conseillers"), /2,500 out of 4,000 people at the date of the note, that is 62\.5% of the target/);
});

inOneEngine("the bar is as long as the ratio, and what is later is further right, what is more is higher", async () => {
  await open();
  const share = await page.driver.executeScript(() => {
    const side = (part) => document.querySelector(`article[data-id=effectif-conseillers] ${part}`).getBoundingClientRect();
    return side(".bullet-bar").width / side(".bullet-ground").width;
  });
  assert.ok(Math.abs(share - 2500 / 4000) < 0.01, `${share}`);
  const own = observations.filter(({ indicator }) => indicator === "effectif-conseillers");
  const value = ({ id }) => Number(own.find((one) => one.id === id).value);
  const marks = await chart("effectif-conseillers");
  const up = [...marks].sort((a, b) => b.y - a.y).map(value);
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  assert.ok(marks.every(({ x }, place) => place === 0 || x >= marks[place - 1].x - 0.5 || marks[place].isDashed));
});

inOneEngine("the drifts have a mark for each edition that gives one, and say where method and perimeter change", async () => {
  await open();
  for (const [key, column] of [["schedule", "schedule_drift_pct"], ["budget", "budget_drift_pct"]]) {
    const given = editions.filter((edition) => edition[column] !== "").map(({ id }) => id);
    assert.deepEqual((await chart(key)).map(({ id }) => id).sort(), given.sort(), key);
  }
  const text = plain(await page.driver.executeScript("return document.querySelector('article[data-drift]').innerText"));
  assert.match(text, /Juin 2017 : méthode de calcul modifiée/);
  assert.match(text, /Juillet 2018 : périmètre modifié/);
  assert.match(text, /durée 21,6 %, coût 19,3 %/);
  assert.match(text, /non publié/);
});

inOneEngine("the rows hold every value with what it counts and its sources", async () => {
  await open();
  for (const { id } of indicators) {
    const text = await words(id);
    for (const { counted_fr: counted, sources } of observations.filter(({ indicator }) => indicator === id)) {
      assert.ok(text.includes(plain(counted)), `${id}: ${counted}`);
      for (const source of sources.split(";")) {
        const link = await page.driver.executeScript(
          (id, source) => document.querySelector(`article[data-id="${id}"] .readings a[href*="focus=${source}"]`) !== null,
          id,
          source,
        );
        assert.ok(link, `${id} leads to ${source}`);
      }
    }
  }
});

inEveryEngine("one tab stop for each chart, arrows from value to value, Enter opens the record", async () => {
  await open();
  const marks = await chart("effectif-conseillers");
  assert.deepEqual(marks.map(({ tab }) => tab), ["0", ...marks.slice(1).map(() => "-1")]);
  const isOn = (id) => page.waitFor((id) => document.activeElement.dataset.id === id, `the keyboard on ${id}`, id);
  await page.driver.executeScript("document.querySelector('[data-chart=effectif-conseillers] .mark').focus()");
  await page.press("ARROW_RIGHT");
  await isOn(marks[1].id);
  await page.press("END");
  await isOn(marks.at(-1).id);
  await page.press("HOME");
  await isOn(marks[0].id);
  await page.press("ENTER");
  await page.waitForState("focus", marks[0].id);
  await page.waitFor((id) => document.querySelector(`[data-record="${id}"]`) !== null, "the record", marks[0].id);
});

inOneEngine("the title of a card leads to the record of its indicator", async () => {
  await open();
  await page.clickOn("article[data-id=effectif-conseillers] h3 a", "the title");
  await page.waitForState("focus", "effectif-conseillers");
  assert.equal(await page.view(), "indicators");
});

for (const [width, lang] of [[1280, "fr"], [768, "en"], [390, "fr"], [320, "en"]]) {
  inOneEngine(`nothing is wider than the page, and no words of a chart meet or are cut, at ${width} px in ${lang}`, async () => {
    await open(`lang=${lang}`, { width });
    const found = await page.driver.executeScript(() => {
      const problems = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) problems.push(`${scrollWidth} px in ${clientWidth}`);
      for (const svg of document.querySelectorAll(".course, .bullet")) {
        const room = svg.getBoundingClientRect();
        // Without the light edge around the words, which some engines count.
        const boxOf = (text) => {
          const { x, y, width, height } = text.getBBox();
          const { a: scale, e: left, f: top } = text.getScreenCTM();
          return { left: left + x * scale, right: left + (x + width) * scale, top: top + y * scale, bottom: top + (y + height) * scale };
        };
        const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent, boxOf(text)]);
        texts.forEach(([one, a], place) => {
          if (a.left < room.left - 1 || a.right > room.right + 1) problems.push(`"${one}" leaves its chart`);
          for (const [other, b] of texts.slice(place + 1)) {
            // Boxes of words are higher than the words.
            const isOver = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 7;
            if (isOver) problems.push(`"${one}" lies over "${other}"`);
          }
        });
      }
      return problems;
    });
    assert.deepEqual(found, []);
    assert.deepEqual(await smallTargets(page), []);
  });
}
