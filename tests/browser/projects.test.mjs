// The large projects on the timeline: a group that opens, one bar for each, in three orders, by pointer and by keyboard, and as a list on a phone.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const editions = rows("project_editions");
const last = rows("editions")
  .filter(({ id }) => editions.some(({ edition }) => edition === id))
  .sort((a, b) => (a.date < b.date ? -1 : 1))
  .at(-1).id;
const projects = editions.filter(({ edition }) => edition === last);
const slugs = projects.map(({ project }) => project).sort();

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const HEAD = ".projects-title button";

/** Opens a state with the group on the page. */
async function open(hash, options) {
  await page.go(hash, options);
  await page.waitFor((head) => document.querySelector(head) !== null, "the head of the group", HEAD);
  if (/lanes=[^&]*projets/.test(hash)) {
    await page.waitFor(() => document.querySelector("[data-kind=project]") !== null, "the projects");
  }
  await page.standStill();
}

const head = () =>
  page.driver.executeScript((selector) => {
    const button = document.querySelector(selector);
    return { expanded: button.getAttribute("aria-expanded"), words: button.innerText.replace(/\s+/g, " ").trim() };
  }, HEAD);

/** The projects in their order, with name and place. */
const drawn = () =>
  page.driver.executeScript(() =>
    [...document.querySelectorAll("[data-kind=project]")].map((mark) => ({
      id: mark.dataset.id,
      name: mark.getAttribute("aria-label") ?? mark.textContent,
      y: mark.getBoundingClientRect().y,
      tab: mark.getAttribute("tabindex"),
    })),
  );

inOneEngine("the group is closed at first, says how many projects it has, and opens and closes with the address", async () => {
  await open("");
  await page.waitFor((head) => /\d/.test(document.querySelector(head).innerText), "the count", HEAD);
  assert.deepEqual(await head(), { expanded: "false", words: `Grands projets numériques de l’État ${projects.length} projets` });
  assert.equal((await drawn()).length, 0);
  await page.clickOn(HEAD, "the head of the group");
  await page.waitForState("lanes", "projets");
  assert.deepEqual((await drawn()).map(({ id }) => id).sort(), slugs, "every project of the last table, once");
  assert.equal((await head()).expanded, "true");
  await page.clickOn(HEAD, "the head of the group");
  await page.waitForState("lanes", undefined);
  assert.equal((await drawn()).length, 0);
});

for (const [width, lang] of [[1280, "fr"], [768, "en"], [390, "fr"], [320, "en"]]) {
  inEveryEngine(`every project is named with its dates, and nothing is wider than the page, at ${width} px in ${lang}`, async () => {
    await open(`lanes=projets&lang=${lang}`, { width });
    const all = await drawn();
    assert.equal(all.length, projects.length);
    const [start, end] = lang === "fr" ? ["début", "fin prévue"] : ["start", "planned end"];
    for (const { id, name } of all) {
      assert.match(name, new RegExp(start), id);
      assert.match(name, new RegExp(end), id);
      assert.doesNotMatch(name, /dépass|overrun/, id);
    }
    const moved = all.find(({ id }) => id === "projet-paysage").name;
    assert.match(moved, lang === "fr" ? /fins prévues auparavant\s: janvier 2021 \(édition de novembre 2016\)/ : /planned ends before: January 2021 \(edition of November 2016\)/);
    const uncosted = all.find(({ id }) => id === "projet-pnij-ng").name;
    assert.match(uncosted, lang === "fr" ? /fin prévue non publiée.*non chiffré/ : /planned end not published.*not costed/);
    const [wide, room] = await page.driver.executeScript("return [document.documentElement.scrollWidth, innerWidth]");
    assert.ok(wide <= room, `${wide} px in a viewport of ${room} px`);
    assert.ok(all.every(({ y }, place) => place === 0 || y > all[place - 1].y), "from top to bottom as they are read");
  });
}

inOneEngine("three orders, kept in the address; the unknown comes last", async () => {
  await open("lanes=projets");
  const ministries = (await drawn()).map(({ id }) => projects.find(({ project }) => project === id).ministry);
  const blocks = ministries.filter((ministry, place) => ministry !== ministries[place - 1]);
  assert.equal(new Set(blocks).size, blocks.length, "each ministry is one block");
  const choose = async (order) => {
    await page.driver.executeScript(
      (order) => document.querySelector(`.projects-order a[href*="order=${order}"]`).click(),
      order,
    );
    await page.waitForState("order", order);
    await page.standStill();
    return drawn();
  };
  const cost = (id) => Number(projects.find(({ project }) => project === id).cost_eur || -1);
  const byCost = (await choose("cost")).map(({ id }) => cost(id));
  assert.deepEqual(byCost, [...byCost].sort((a, b) => b - a));
  assert.equal(byCost.at(-1), -1, "what is not costed comes last");
  const bySlip = await choose("slip");
  assert.match(bySlip[0].name, /changement entre éditions\s: \+/);
  assert.doesNotMatch(bySlip.at(-1).name, /changement entre éditions/);
});

inEveryEngine("the keyboard: one tab stop, arrows from row to row, Enter opens the record", async () => {
  await open("lanes=projets");
  const all = await drawn();
  assert.deepEqual(all.filter(({ tab }) => tab === "0").map(({ id }) => id), [all[0].id]);
  const held = () => page.driver.executeScript("return document.activeElement.dataset.id ?? null");
  const isOn = (id) => page.waitFor((id) => document.activeElement.dataset.id === id, `the keyboard on ${id}`, id);
  await page.driver.executeScript((id) => document.querySelector(`[data-id="${id}"]`).focus(), all[0].id);
  await page.press("ARROW_DOWN");
  await isOn(all[1].id);
  await page.press("END");
  await isOn(all.at(-1).id);
  await page.press("ARROW_DOWN");
  assert.equal(await held(), all.at(-1).id, "nothing lies below the last");
  await page.press("HOME");
  await isOn(all[0].id);
  await page.press("ARROW_DOWN");
  await isOn(all[1].id);
  assert.deepEqual((await drawn()).filter(({ tab }) => tab === "0").map(({ id }) => id), [all[1].id]);
  await page.press("ENTER");
  await page.waitForState("focus", all[1].id);
  await page.waitFor((id) => document.querySelector(`[data-record="${id}"]`) !== null, "the record", all[1].id);
});

inEveryEngine("a click on a bar opens its record", async () => {
  await open("lanes=projets");
  await page.clickMark("project", "projet-france-visas");
  await page.waitForState("focus", "projet-france-visas");
  assert.equal(await page.record(), "projet-france-visas");
});

inOneEngine("the axis reaches from the first start to the last end when it is asked to", async () => {
  await open("lanes=projets");
  await page.driver.executeScript("document.querySelector('.projects-order a.button').click()");
  await page.waitFor(() => /from=/.test(location.hash), "a period in the address");
  await page.standStill();
  const state = await page.state();
  const first = projects.map(({ start }) => start).filter(Boolean).sort()[0];
  assert.ok(state.from < first, `${state.from} lies before ${first}`);
  assert.ok(state.to > "2028", `${state.to} lies after the last end`);
  const beyond = (await drawn()).filter(({ name }) => /[‹›]/.test(name));
  assert.deepEqual(beyond, []);
  // Moved a little, it stays as long: the axis has room for it.
  const length = ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  await page.driver.executeScript("document.querySelector('.projects-canvas [tabindex=\"0\"]').focus()");
  await page.press("PAGE_UP");
  await page.standStill();
  assert.ok(Math.abs(length(await page.state()) - length(state)) <= 1);
});

inOneEngine("where a filter keeps no project, head and group say so", async () => {
  await page.go("themes=souverainete&lanes=projets");
  await page.waitFor((head) => /sur/.test(document.querySelector(head)?.innerText ?? ""), "the count of those kept", HEAD);
  assert.match((await head()).words, new RegExp(`0 projet sur ${projects.length}$`));
  assert.match(await page.driver.executeScript("return document.getElementById('projects').innerText"), /Le filtre n’en garde aucun/);
});
