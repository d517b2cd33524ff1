// What a machine can check of accessibility: axe finds nothing, targets are large enough, in every state that has something of its own.
//
// Each state is looked at twice, in opposite mixes of language, scheme and width: so any two of state, language, scheme
// and width meet. Targets are measured on the narrowest screen as well.

import assert from "node:assert/strict";
import { smallTargets, violations } from "./accessible.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inChromium, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const event = rows("events").find(({ importance }) => importance === "3").id;
const explained = rows("events").find(({ summary_fr: text }) => /\bDINUM\b/.test(text)).id;
const VIEWS = {
  timeline: "",
  projects: "lanes=projets",
  budget: "view=budget",
  indicators: "view=indicators",
  trends: "view=trends",
  story: "view=story&step=recit-collectivites",
  table: "view=table",
};
const WAYS = { "": "", " with a record": `focus=${event}`, " with a filter": "themes=donnees,souverainete", " with an error": "stage=nonsense" };
const EDITIONS = "view=budget&scope=projets";

const isThere = (selector, what) => page.waitFor((selector) => document.querySelector(selector)?.getClientRects().length > 0, what, selector);
const opens = (button, dialog) => async () => {
  await isThere(button, "the button of a dialog");
  await page.clickOn(button, "button of a dialog");
  await isThere(dialog, "the dialog");
};
const readsOwnData = async () => {
  await opens("button:has(+ .own-data)", ".own-data[open] input[name=files]")();
  await page.driver.executeScript((content) => {
    const details = document.querySelector(".own-data details");
    details.open = true;
    details.querySelector("textarea").value = content;
  }, "date;titre\n03/04/2021;Un\nhier;Deux\n");
  await page.clickOn(".own-data [data-action=read]", "button that reads the text");
  await isThere(".own-data-outcome [data-action=show]", "what was read");
};

/** Each state: its address, and what a reader does in it, if anything. */
const STATES = [
  ...Object.entries(VIEWS).flatMap(([view, hash]) => Object.entries(WAYS).map(([way, more]) => ({ name: view + way, hash: [hash, more].filter(Boolean).join("&") }))),
  { name: "a budget by stages", hash: "view=budget&scope=p363" },
  { name: "a budget opened", hash: "view=budget&at=relance-fibre" },
  { name: "the table of envelopes, sorted", hash: "view=table&of=envelopes&sort=-amount" },
  { name: "one theme of the indicators with a record", hash: "view=indicators&themes=donnees&focus=effectif-conseillers" },
  { name: "a project of the trends", hash: "view=trends&focus=projet-inpt" },
  { name: "an edition", hash: `${EDITIONS}&edition=edition-07` },
  { name: "a missing edition", hash: `${EDITIONS}&edition=edition-10` },
  { name: "phases with a project's record", hash: `${EDITIONS}&edition=edition-05&color=phase&focus=projet-inpt` },
  { name: "changes of cost", hash: `${EDITIONS}&color=change` },
  { name: "changes of cost, some kept", hash: `${EDITIONS}&color=change&only=far-higher,lower` },
  { name: "the white look", hash: "view=budget&look=white" },
  { name: "the look of contrast", hash: "view=budget&look=contrast" },
  { name: "a frame", hash: "embed=1" },
  { name: "a frame of a budget", hash: "view=budget&embed=1" },
  {
    name: "a term explained",
    hash: `focus=${explained}`,
    act: async () => {
      await isThere("[data-record] .statement button[aria-expanded]", "a term in the text");
      await page.driver.executeScript("document.querySelector('[data-record] .statement button[aria-expanded]').focus()");
      await isThere("[id^=explained-]", "its explanation");
    },
  },
  {
    name: "suggestions",
    hash: "",
    act: async () => {
      await isThere("[role=combobox]", "the search");
      await page.clickOn("[role=combobox]", "search field");
      await page.press("cloud");
      await isThere("[role=option]", "suggestions");
    },
  },
  { name: "the dialog of downloads", hash: "", act: opens("button:has(+ .downloads)", ".downloads[open] [data-format]") },
  { name: "the dialog to embed", hash: "", act: opens("header button[aria-haspopup=dialog]:last-of-type", "dialog[open]") },
  { name: "the dialog of one's own data", hash: "", act: readsOwnData },
  {
    name: "one's own data",
    hash: "",
    act: async () => {
      await readsOwnData();
      await page.clickOn(".own-data [data-action=show]", "button that shows the data");
      await isThere("[data-brought-notice]", "the data");
      await page.isReady();
    },
  },
];

/** Opens a state and waits for what comes after the first view. */
async function open({ hash, act }, more, width) {
  const whole = [hash, ...more].filter(Boolean).join("&");
  await page.go(whole, { width });
  const isEmbedded = /embed=1/.test(hash);
  if (!isEmbedded) await page.waitFor(() => document.querySelector(".tools")?.childElementCount > 0, "search and help");
  await page.waitFor(() => !document.querySelector("[aria-busy=true], .pending"), "what comes later");
  if (/view=trends/.test(hash)) await page.waitFor(() => document.querySelectorAll(".trend-drawing[data-drawn] svg").length === 6, "the charts");
  if (/scope=projets/.test(hash)) await isThere(".slider", "the slider of the editions");
  if (/view=budget/.test(hash) && !/scope=projets|embed|at=/.test(hash)) await isThere(".beside [data-kind]", "what stands beside the map");
  await act?.();
  await page.standStill();
}

/** All that axe finds, but for the list of suggestions: the keyboard, which stays in the field, scrolls it by the option it is on. */
const faults = async () => (await violations(page)).filter((line) => !/^scrollable-region-focusable .* at \.search-results:/.test(line));

/**
 * Targets that are too small and too near: but for the projects of an edition, whose areas are what they say (WCAG
 * 2.5.8, essential) and which the table lists as rows.
 */
const targetsOf = async ({ hash }) => (await smallTargets(page)).filter((line) => !(hash.startsWith(EDITIONS) && line.startsWith("a.cell ")));

/** Opposite mixes, one after the other; a state has one such pair. */
const MIXES = [
  ["fr", "light", 1280], ["en", "dark", 390],
  ["en", "dark", 1280], ["fr", "light", 390],
  ["fr", "dark", 1280], ["en", "light", 390],
  ["en", "light", 1280], ["fr", "dark", 390],
];
for (const [place, [lang, scheme, width]] of MIXES.entries()) {
  inOneEngine(`axe finds nothing and every target has its 24 px or the room, ${lang}, ${scheme}, ${width} px`, async () => {
    const states = STATES.filter((_, state) => state % 4 === place >> 1);
    assert.ok(states.length >= 10);
    const found = [];
    for (const state of states) {
      await open(state, [...(lang === "en" ? ["lang=en"] : []), `scheme=${scheme}`], width);
      for (const line of [...(await faults()), ...(await targetsOf(state))]) found.push(`${state.name}: ${line}`);
      const wide = await page.driver.executeScript("return document.documentElement.scrollWidth - innerWidth");
      if (wide > 0) found.push(`${state.name}: ${wide} px wider than the screen`);
    }
    assert.deepEqual(found, []);
  });
}

inOneEngine("every target of every state is 24 px large or has the room, at 320 px", async () => {
  const found = [];
  for (const state of STATES) {
    await open(state, [], 320);
    for (const line of await targetsOf(state)) found.push(`${state.name}: ${line}`);
  }
  assert.deepEqual(found, []);
});

// ---------------------------------------------------------------- the pages of text

const COLLECTIONS = ["themes", "events", "programmes", "envelopes", "indicators", "projects", "editions", "facts", "actors", "positions", "discrepancies"];
const PAGES = [
  "records/index.html",
  ...COLLECTIONS.map((collection) => `records/${collection}/index.html`),
  ...["sources", "glossary", "method", "accessibility", "legal", "privacy"].map((name) => `${name}/index.html`),
];

/** Has the browser prefer a scheme: the pages have no switch. */
const prefer = (scheme) =>
  page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: [{ name: "prefers-color-scheme", value: scheme }] });

/** What differs by scheme and language is in a few of them, which are looked at in opposite mixes: a list of lists, a list, what is written. */
const TELLING = ["records/index.html", "records/indicators/index.html", "legal/index.html", "accessibility/index.html"];

inChromium("the scheme that a browser prefers, which their drivers cannot choose", "axe finds nothing on the pages of text, and targets are large enough, in mixes of language, scheme and width", async () => {
  const found = [];
  for (const [place, [lang, scheme, width]] of MIXES.entries()) {
    await prefer(scheme);
    for (const path of PAGES.filter((path, page) => page % 8 === place || (TELLING.includes(path) && page % 8 === (place ^ 1)))) {
      await page.visit((lang === "fr" ? "" : "en/") + path, { width });
      assert.equal(await page.driver.executeScript("return getComputedStyle(document.documentElement).colorScheme"), scheme, path);
      for (const line of [...(await violations(page)), ...(await smallTargets(page))]) found.push(`${path}, ${lang}, ${scheme}, ${width} px: ${line}`);
    }
  }
  assert.deepEqual(found, []);
});
