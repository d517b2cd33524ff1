// What a machine can check of the accessibility of a page as it stands: the rules of axe, and how large its targets are.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** WCAG 2.2, 2.5.8: the least side of a target, in CSS pixels. */
const LEAST_TARGET_PX = 24;

/** Everything that axe finds, one line for each rule and element. */
export async function violations(page) {
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
 * within a sentence are exempt, and a cell or value that a link below the picture leads to as well (WCAG 2.2, 2.5.8:
 * spacing, inline, equivalent).
 */
export async function smallTargets(page) {
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
      ["envelope", "observation", "edition"].includes(element.dataset.kind) &&
      [...document.querySelectorAll(".listed-envelopes a, .readings a")].some((link) => link.href.includes(`focus=${element.dataset.id}`));
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
