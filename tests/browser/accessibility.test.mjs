// What a machine can check of accessibility, in every view, language and scheme: axe finds nothing, targets are large enough.
//
// In Chromium the whole matrix; in the other engines a part of it, since axe reads what every engine makes alike.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** WCAG 2.2, 2.5.8: the least side of a target, in CSS pixels. */
const LEAST_TARGET_PX = 24;

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const event = rows("events").find(({ importance }) => importance === "3").id;
const VIEWS = { timeline: [], budget: ["view=budget"], table: ["view=table"] };
const STATES = {
  plain: [],
  "with a record open": [`focus=${event}`],
  "with a filter": ["themes=donnees,souverainete"],
  "with an error shown": ["stage=nonsense"],
};

/** Everything that axe finds, one line for each rule and element. */
async function violations() {
  const loaded = await page.driver.executeScript("return typeof axe !== 'undefined'");
  if (!loaded) await page.driver.executeScript(`${AXE}; window.axe = axe;`);
  return page.driver.executeAsyncScript((rules) => {
    const done = arguments[arguments.length - 1];
    axe
      .run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] })
      .then(({ violations }) =>
        done(
          violations.flatMap(({ id, help, nodes }) =>
            nodes.slice(0, 3).map(({ target, failureSummary }) =>
              `${id} (${help}) at ${target.join(" ")}: ${failureSummary.split("\n")[1] ?? ""}`),
          ),
        ),
      )
      .catch((error) => done([`axe failed: ${error}`]));
  }, RULES);
}

/**
 * Targets smaller than 24 × 24 px whose 24 px circle touches another target or another small target's circle; links
 * within a sentence are exempt, and a cell that a link below the map leads to as well (WCAG 2.2, 2.5.8: spacing,
 * inline, equivalent).
 */
async function smallTargets() {
  return page.driver.executeScript((least) => {
    const selector = "a[href], button:not(:disabled), input, select, textarea, summary, [role=slider], [role=option], [tabindex='0']";
    const shown = (element) =>
      element.checkVisibility?.({ checkOpacity: false, checkVisibilityCSS: true }) ?? element.getClientRects().length > 0;
    const isInline = (element) => {
      if (element.ownerSVGElement || getComputedStyle(element).display !== "inline") return false;
      // Text of the same block before or behind it: its size is that of the line.
      const block = element.closest("p, li, dd, td, th, figcaption, summary");
      return block !== null && block.textContent.trim().length > element.textContent.trim().length;
    };
    // What lies over the page is not beside what it covers.
    const layer = (element) => {
      for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).position === "fixed") return at;
      return null;
    };
    const hasEquivalent = (element) =>
      element.dataset.kind === "envelope" &&
      [...document.querySelectorAll(".listed-envelopes a")].some((link) => link.href.includes(`focus=${element.dataset.id}`));
    const targets = [...document.querySelectorAll(selector)]
      .filter(shown)
      .filter((element) => element.closest("[inert], [aria-hidden=true]") === null)
      .map((element) => {
        const box = element.getBoundingClientRect();
        return { element, box, layer: layer(element), x: box.x + box.width / 2, y: box.y + box.height / 2 };
      })
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const isSmall = ({ box }) => box.width < least - 0.5 || box.height < least - 0.5;
    const distance = ({ x, y }, box) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const name = ({ element, box }) =>
      `${element.localName}.${element.getAttribute("class") ?? ""} "${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}" ${Math.round(box.width)} × ${Math.round(box.height)}`;
    const found = [];
    for (const target of targets.filter(isSmall)) {
      if (isInline(target.element) || hasEquivalent(target.element)) continue;
      const crowd = targets.find((other) => {
        if (other === target || other.layer !== target.layer || other.element.contains(target.element) || target.element.contains(other.element)) return false;
        if (distance(target, other.box) < least / 2) return true;
        return isSmall(other) && Math.hypot(other.x - target.x, other.y - target.y) < least;
      });
      if (crowd) found.push(`${name(target)} is too near to ${name(crowd)}`);
    }
    return found;
  }, LEAST_TARGET_PX);
}

/** Opens a state and waits for what comes after the first view. */
async function open(hash, width) {
  await page.open(hash, { width });
  await page.waitFor(() => document.querySelector(".tools")?.childElementCount > 0, "search and help");
  await page.standStill();
}

const isWhole = ENGINE === "chromium";
for (const [view, keys] of Object.entries(VIEWS)) {
  for (const lang of isWhole ? ["fr", "en"] : ["fr"]) {
    for (const scheme of isWhole ? ["light", "dark"] : ["dark"]) {
      for (const width of isWhole ? [1280, 390] : [view === "budget" ? 390 : 1280]) {
        test(`${ENGINE}: axe finds nothing in the ${view}, ${lang}, ${scheme}, ${width} px`, async () => {
          const found = [];
          for (const [state, more] of Object.entries(STATES)) {
            await open([...keys, ...more, lang === "en" ? "lang=en" : "", `scheme=${scheme}`].filter(Boolean).join("&"), width);
            for (const line of await violations()) found.push(`${state}: ${line}`);
          }
          assert.deepEqual(found, []);
        });
      }
    }
  }

  for (const width of [1280, 390, 320]) {
    test(`${ENGINE}: every target of the ${view} is 24 px large or has the room, at ${width} px`, async () => {
      const found = [];
      for (const [state, more] of Object.entries(STATES)) {
        await open([...keys, ...more].join("&"), width);
        for (const line of await smallTargets()) found.push(`${state}: ${line}`);
      }
      assert.deepEqual(found, []);
    });
  }
}
