// Whatever a reader opens and presses, nothing leaves the site: every view, every kind of record, every dialog and every action, crawled while all requests are recorded.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { DIST, openSite, rows } from "./page.mjs";
import { after, before, inOneEngine, note } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** One record of each kind, by the resource that holds it. */
const KINDS = [
  "themes", "events", "programmes", "scopes", "envelopes", "splits", "appropriations", "indicators", "observations", "projects",
  "editions", "facts", "actors", "positions", "discrepancies", "glossary", "sources",
];
/** Where everything is pressed: on the first page all of it, in the other views what is their own. */
const PRESSED = {
  "": "body",
  "view=budget": "main",
  "view=budget&scope=p363": "main",
  "view=table": "main",
  "view=indicators": "main",
  "embed=1": "body",
  "view=budget&embed=1": "body",
};

/** Waits for what comes after the first view, and for the long texts. */
async function opened(hash) {
  await page.go(hash);
  const isEmbedded = hash.includes("embed=1");
  await page.waitFor(
    (isEmbedded) => document.querySelector(isEmbedded ? "[data-view]" : '[role="combobox"]') !== null,
    `the explorer at #${hash}`,
    isEmbedded,
  );
  await page.waitFor(() => document.querySelector("[data-record][aria-busy], [role=status].hint") === null, `everything at #${hash}`);
}

/**
 * Marks what can be pressed and has not been pressed yet, and gives its name; links that lead to other pages are not
 * pressed: they are opened for themselves.
 */
const nextToPress = (pressed, within) =>
  page.driver.executeScript((pressed, within) => {
    const controls = [...document.querySelector(within).querySelectorAll("button, summary, select, [role=button], input[type=checkbox], input[type=radio], a[href^='#']")];
    const name = (control) =>
      [control.localName, control.closest("[role=group], [aria-label], section, dialog, nav, aside, header")?.getAttribute("aria-label") ?? "",
        control.getAttribute("aria-label") ?? (control.closest("label") ?? control).textContent.trim().slice(0, 60), control.value ?? ""]
        // Counts change with what is shown.
        .join(" · ").replace(/\(?\d+\)?/g, "");
    for (const control of controls) {
      const isMark = control.matches("[data-id]") || control.closest("[data-record] .links, tbody, [data-view] [data-id]");
      const isShown = control.getClientRects().length > 0 && !control.disabled && getComputedStyle(control).visibility === "visible";
      if (isMark || !isShown || pressed.includes(name(control))) continue;
      for (const other of document.querySelectorAll("[data-pressed-next]")) other.removeAttribute("data-pressed-next");
      control.setAttribute("data-pressed-next", "");
      return name(control);
    }
    return null;
  }, pressed, within);

/** Presses everything there is at this address, or in one part of it, and gives the names. */
async function pressEverything(hash, within = "body") {
  const pressed = [];
  await opened(hash);
  for (let name = await nextToPress(pressed, within); name !== null; name = await nextToPress(pressed, within)) {
    pressed.push(name);
    await page.driver.executeScript(() => {
      const control = document.querySelector("[data-pressed-next]");
      // Links of a drawing have no click() of their own.
      control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    });
    await page.standStill();
    assert.ok(pressed.length < 150, `an end to what can be pressed at #${hash}:\n${pressed.join("\n")}`);
    const [now, state] = await page.driver.executeScript("return [location.hash.slice(1), document.documentElement.dataset.state]");
    assert.equal(state, "ready", `the page goes on after ${name} at #${hash}`);
    // What was pressed may have led away: back to where the rest is.
    if (!sameView(now, hash)) {
      assert.deepEqual(await page.problems(), [], `after ${pressed.join("\n")} at #${hash}`);
      await opened(hash);
    }
  }
  assert.deepEqual(await page.problems(), [], `after ${pressed.join("\n")} at #${hash}`);
  return pressed;
}

const value = (hash, key) => new URLSearchParams(hash).get(key);
const sameView = (one, other) => ["view", "focus", "lang", "scope", "of"].every((key) => value(one, key) === value(other, key));

for (const [hash, within] of Object.entries(PRESSED)) {
  inOneEngine(`everything that can be pressed at #${hash} stays within the site`, async () => {
    const pressed = await pressEverything(hash, within);
    note(`${pressed.length} pressed`);
    assert.ok(pressed.length >= (within === "body" && !hash.includes("embed") ? 20 : 1), pressed.join("\n"));
  });
}

inOneEngine("every kind of record, with everything that can be pressed in it, stays within the site", async () => {
  for (const kind of KINDS) {
    const id = rows(kind)[0].id;
    await opened(`focus=${id}`);
    await page.driver.executeScript(() => {
      for (const fold of document.querySelectorAll("[data-record] summary, [data-record] button[aria-expanded=false]")) fold.click();
    });
    await page.standStill();
    assert.deepEqual(await page.problems(), [], `${kind} ${id}`);
  }
  const [{ id }] = rows("events").filter(({ envelopes }) => envelopes);
  await pressEverything(`focus=${id}`, ".record");
});

inOneEngine("searching and typing every key stays within the site", async () => {
  await opened("");
  await page.clickOn('[role="combobox"]', "search field");
  await page.press("fibre");
  await page.waitFor(() => document.querySelector('[role="option"]')?.getClientRects().length > 0, "suggestions");
  await page.press("ENTER");
  await page.waitFor(() => location.hash !== "", "what was found");
  await page.press("ESCAPE");
  for (const key of ["?", "ESCAPE", "+", "-", "ARROW_RIGHT", "ARROW_DOWN", "HOME", "END", "0"]) await page.press(key);
  await page.standStill();
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("every page of the site opens without a request elsewhere or anything that its policy refuses", async () => {
  const pages = readdirSync(DIST, { recursive: true }).filter((path) => path.endsWith(".html"));
  assert.ok(pages.length > 2);
  for (const path of pages) {
    await page.load("", { path });
    await page.waitFor(() => document.readyState === "complete", path);
    await page.standStill();
    assert.deepEqual(await page.problems(), [], path);
  }
});

inOneEngine("the server was asked for files of the site alone", () => {
  const own = new Set(readdirSync(DIST, { recursive: true }));
  const others = page.server.requests
    .filter(({ path }) => !path.startsWith("/__"))
    .filter(({ file, status, method }) => method !== "GET" || status >= 400 || !own.has(decodeURIComponent(file)));
  assert.deepEqual(others.map(({ method, path, status }) => `${method} ${path} ${status}`), []);
});
