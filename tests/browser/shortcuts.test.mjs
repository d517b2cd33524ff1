// The list of keys: it opens by its button and by its key, gives the keyboard back, and single keys can be switched off for good.

import assert from "node:assert/strict";
import { openSite } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const BUTTON = "button[aria-haspopup=dialog]";
const run = (script, ...args) => page.driver.executeScript(script, ...args);
const open = async () => {
  await page.open("");
  await page.waitFor((button) => document.querySelector(button) !== null, "the button of the list of keys", BUTTON);
};
const dialogIs = (open) =>
  page.waitFor((open) => (document.querySelector("dialog[open]") !== null) === open, `the list to be ${open ? "open" : "closed"}`, open);
const focusMark = () => run(() => document.querySelector("[data-view] [data-id]").focus());
/** A key that must do nothing: pressed, and a frame later nothing has happened. */
const pressInVain = async (key) => {
  await page.press(key);
  await page.standStill();
  assert.ok(await run(() => document.querySelector("dialog[open]") === null), "the list stays closed");
};

inEveryEngine("a reader opens the list of keys by its button, reads it, and Escape gives the keyboard back", async () => {
  await open();
  await run((button) => document.querySelector(button).focus(), BUTTON);
  await page.press("ENTER");
  await dialogIs(true);
  await page.waitFor(() => document.activeElement.closest("dialog") !== null, "the keyboard inside");
  const text = await run(() => document.querySelector("dialog").textContent);
  for (const words of ["Raccourcis clavier", "Chronologie", "Budgets", "Échap"]) assert.ok(text.includes(words), words);
  await page.press("ESCAPE");
  await dialogIs(false);
  await page.waitFor((button) => document.activeElement === document.querySelector(button), "the keyboard on the button", BUTTON);
});

inEveryEngine("? opens the list while the keyboard is in the app, and nowhere else", async () => {
  await open();
  await pressInVain("?");
  await run(() => {
    const field = document.createElement("input");
    field.id = "field";
    document.querySelector("#app").append(field);
    field.focus();
  });
  await pressInVain("?");
  assert.equal(await run(() => document.querySelector("#field").value), "?", "it is written");
  await focusMark();
  await page.press("?");
  await dialogIs(true);
  await page.press("ESCAPE");
  await dialogIs(false);
  assert.ok(await run(() => document.activeElement.dataset.id !== undefined), "the keyboard is on the mark again");
});

inEveryEngine("single keys can be switched off, and stay off on the next visit", async () => {
  await open();
  await page.clickOn(BUTTON, "button of the list of keys");
  await dialogIs(true);
  await page.clickOn("dialog input[type=checkbox]", "switch");
  assert.equal(await run(() => localStorage.getItem("jalons-shortcuts")), "off");
  await page.press("ESCAPE");
  await dialogIs(false);
  await open();
  await focusMark();
  await pressInVain("?");
  await page.clickOn(BUTTON, "button of the list of keys");
  await dialogIs(true);
  assert.equal(await run(() => document.querySelector("dialog input").checked), false);
  await page.clickOn("dialog input[type=checkbox]", "switch");
  assert.equal(await run(() => localStorage.getItem("jalons-shortcuts")), null);
  assert.deepEqual(await page.problems(), []);
});
