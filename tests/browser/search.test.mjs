// Search: everything is found from one field, by pointer or by keys alone, and what cannot be had is told and can be asked for again.

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { PATIENCE_MS, openSite, rows } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";

const FIELD = '[role="combobox"]';
const OPTIONS = '[role="listbox"] [role="option"]';
const RETRY = ".search [data-problem] button";
const TOOLS = /^jalons-tools-.*\.(js|wasm)$/;

/** What happens to a request for the search's own files; each test says. */
let tools = () => false;
let page;
before(async () => (page = await openSite({ isCold: true, withholds: (file) => TOOLS.test(file) && tools(file) })));
after(() => page?.close());
beforeEach(() => (tools = () => false));

const field = () => page.driver.findElement(By.css(FIELD));
const toolsAsked = () => page.server.requests.filter(({ file }) => TOOLS.test(file ?? "")).length;

/** Opens the page and waits for the field, which comes after the first view. */
async function openWithField(hash = "", options) {
  await page.go(hash, options);
  await page.waitFor((selector) => document.querySelector(selector) !== null, "the search field", FIELD);
}

/** Types into the field as a reader does. */
async function type(text) {
  await (await field()).sendKeys(text);
}

/** The suggestions shown: [{id, text, marks, isActive}]. */
async function suggestions() {
  return page.driver.executeScript(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((option) => option.getClientRects().length > 0)
        .map((option) => ({
          id: option.dataset.id,
          text: option.textContent,
          marks: [...option.querySelectorAll("mark")].map((mark) => mark.textContent),
          isActive: option.getAttribute("aria-selected") === "true",
        })),
    OPTIONS,
  );
}

const isSuggested = (id) =>
  page.waitFor(
    (selector, id) => [...document.querySelectorAll(selector)].some((option) => option.dataset.id === id && option.getClientRects().length > 0),
    `${id} to be suggested`,
    OPTIONS,
    id,
  );

/** What the field says of itself to a screen reader. */
async function spoken() {
  return page.driver.executeScript((selector) => {
    const field = document.querySelector(selector);
    const active = field.getAttribute("aria-activedescendant");
    return {
      isExpanded: field.getAttribute("aria-expanded") === "true",
      listIsThere: document.getElementById(field.getAttribute("aria-controls"))?.getAttribute("role") === "listbox",
      active: active && document.getElementById(active)?.dataset.id,
    };
  }, FIELD);
}

inEveryEngine("the search is fetched when a reader turns to it, not before", async () => {
  const before = toolsAsked();
  await openWithField();
  assert.equal(toolsAsked(), before);
  await (await field()).click();
  await page.driver.wait(() => toolsAsked() === before + 2, PATIENCE_MS, "the two files of the search");
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("the words of an acronym find whom it names, with the words marked", async () => {
  await openWithField();
  await type("sécurité des systèmes");
  await isSuggested("anssi");
  const anssi = (await suggestions()).find(({ id }) => id === "anssi");
  assert.deepEqual(anssi.marks, ["sécurité", "systèmes"]);
  assert.deepEqual(await page.problems(), []);
});

for (const [what, text] of [
  ["without accents and in capitals", "SECURITE DES SYSTEMES"],
  ["with a slip", "sécuirté des systèmes"],
  ["by the beginnings of its words", "agence nat séc"],
]) {
  inOneEngine(`a record is found ${what}`, async () => {
    await openWithField();
    await type(text);
    await isSuggested("anssi");
  });
}

inEveryEngine("the acronym itself finds the actor first, and a click opens its record", async () => {
  await openWithField();
  await type("anssi");
  await isSuggested("anssi");
  assert.equal((await suggestions())[0].id, "anssi");
  await page.clickOn(`${OPTIONS}[data-id="anssi"]`, "suggestion");
  await page.waitForState("focus", "anssi");
  assert.equal(await page.record(), "anssi");
  assert.deepEqual(await suggestions(), [], "the list is gone");
});

inEveryEngine("with keys alone one goes through the suggestions and opens one", async () => {
  await openWithField();
  await type("cloud");
  await page.waitFor((selector) => document.querySelectorAll(selector).length > 3, "suggestions", OPTIONS);
  const ids = (await suggestions()).map(({ id }) => id);
  assert.deepEqual(await spoken(), { isExpanded: true, listIsThere: true, active: null });
  await page.press("ARROW_DOWN");
  assert.equal((await spoken()).active, ids[0]);
  await page.press("ARROW_DOWN");
  assert.equal((await spoken()).active, ids[1]);
  await page.press("ARROW_UP");
  await page.press("ARROW_UP");
  assert.equal((await spoken()).active, ids.at(-1), "from the first to the last");
  await page.press("HOME");
  assert.equal((await spoken()).active, ids[0]);
  await page.press("END");
  await page.press("ARROW_UP");
  assert.equal((await spoken()).active, ids.at(-2));
  assert.deepEqual((await suggestions()).map(({ isActive }) => isActive).indexOf(true), ids.length - 2);
  await page.press("ENTER");
  await page.waitForState("focus", ids.at(-2));
  assert.equal((await spoken()).isExpanded, false);
});

inEveryEngine("Escape closes the list, then empties the field, and leaves the open record alone", async () => {
  await openWithField("focus=anssi");
  await type("cloud");
  await page.waitFor((selector) => document.querySelectorAll(selector).length > 3, "suggestions", OPTIONS);
  await page.press("ESCAPE");
  assert.deepEqual(await suggestions(), []);
  assert.equal(await (await field()).getAttribute("value"), "cloud");
  await page.press("ESCAPE");
  assert.equal(await (await field()).getAttribute("value"), "");
  assert.equal((await page.state()).focus, "anssi");
});

inOneEngine("all that was found can be shown in the table", async () => {
  await openWithField();
  await type("fibre");
  await page.waitFor((selector) => document.querySelectorAll(selector).length > 1, "suggestions", OPTIONS);
  await page.press("ARROW_UP");
  await page.press("ENTER");
  await page.waitForState("view", "table");
  assert.equal((await page.state()).q, "fibre");
});

inOneEngine("a link that carries a search shows it in the field and keeps what it finds", async () => {
  await openWithField("view=table&q=cloud");
  assert.equal(await (await field()).getAttribute("value"), "cloud");
  assert.deepEqual(await suggestions(), [], "nothing opens by itself");
  const all = rows("events").length;
  await page.waitFor(
    (all) => {
      const shown = document.querySelectorAll('[data-view="table"] [data-kind="event"]').length;
      return shown > 0 && shown < all;
    },
    "the table to list what was found",
    all,
  );
  assert.ok((await page.marks("event")).includes("strategie-nationale-cloud"));
  await page.driver.executeScript("location.hash = 'view=table&q=fibre'");
  await page.waitFor(() => !document.querySelector('[data-view="table"] [data-id="strategie-nationale-cloud"]'), "another search to be answered");
  assert.equal(await (await field()).getAttribute("value"), "fibre");
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("what is not found is said, and nothing is listed", async () => {
  await openWithField();
  await type("xyzzyqq");
  await page.waitFor(() => /Aucun résultat/.test(document.querySelector(".search [role=status]").textContent), "the count to be said");
  assert.deepEqual(await suggestions(), []);
  assert.equal((await spoken()).isExpanded, false);
});

inEveryEngine("on a narrow screen the list stays within it", async () => {
  await openWithField("", { width: 320 });
  await type("numérique");
  await page.waitFor((selector) => document.querySelectorAll(selector).length > 3, "suggestions", OPTIONS);
  const { left, right, scrolls, small } = await page.driver.executeScript((options) => {
    const box = document.querySelector("[role=listbox]").getBoundingClientRect();
    const small = [...document.querySelectorAll(options)].filter((option) => option.getBoundingClientRect().height < 24).length;
    return { left: box.left, right: box.right, scrolls: document.documentElement.scrollWidth > innerWidth, small };
  }, OPTIONS);
  assert.ok(left >= 0 && right <= 320, `from ${left} to ${right}`);
  assert.equal(scrolls, false);
  assert.equal(small, 0, "targets are high enough");
});

for (const [what, withheld] of [
  ["script", (file) => file.endsWith(".js")],
  ["module", (file) => file.endsWith(".wasm")],
]) {
  inEveryEngine(`when the search's ${what} cannot be had the reader is told, and it comes when it can`, async () => {
    tools = withheld;
    await openWithField();
    await type("anssi");
    await page.waitFor((retry) => document.querySelector(retry) !== null, "a note of the problem", RETRY);
    const [id] = await page.marks("event");
    await page.clickMark("event", id);
    await page.waitForState("focus", id);
    tools = () => false;
    await page.clickOn(RETRY, "button to ask again");
    await page.waitFor((retry) => document.querySelector(retry) === null, "the note to go", RETRY);
    await (await field()).sendKeys(" ");
    await isSuggested("anssi");
    assert.deepEqual(await page.notes(), []);
  });
}

inEveryEngine("the key / leads into the field, is typed within it, and can be switched off", async () => {
  await openWithField();
  // The key acts while the focus is in the app.
  const enter = () => page.driver.executeScript("document.querySelector('[data-view] [tabindex=\"0\"], .tabs a').focus()");
  await enter();
  const hasFocus = () => page.driver.executeScript((selector) => document.activeElement === document.querySelector(selector), FIELD);
  await page.press("/");
  assert.equal(await hasFocus(), true);
  assert.equal(await (await field()).getAttribute("value"), "");
  await page.press("/");
  assert.equal(await (await field()).getAttribute("value"), "/");
  await enter();
  await page.driver.executeScript("localStorage.setItem('jalons-shortcuts', 'off')");
  try {
    await page.press("/");
    assert.equal(await hasFocus(), false);
  } finally {
    await page.driver.executeScript("localStorage.removeItem('jalons-shortcuts')");
  }
});
