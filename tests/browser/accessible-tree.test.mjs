// The accessible tree of each view, as a reviewed text: what a screen reader is given, in its order.
//
//   UPDATE=1 node --test tests/browser/accessible-tree.test.mjs     writes the texts anew, to be read before they are kept
//
// In Chromium alone, whose driver gives the tree; the other engines make theirs of the same roles and names.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { ENGINE } from "./engines.mjs";
import { openSite } from "./page.mjs";
import { after, before, inChromium } from "./suite.mjs";

const SNAPSHOTS = new URL("snapshots/", import.meta.url);
/** Roles that say nothing of their own: their children take their place. */
const TRANSPARENT = new Set(["generic", "none", "StaticText", "InlineTextBox", "LineBreak", "presentation", "LayoutTable"]);
const STATES = ["focused", "focusable", "editable", "settable", "multiline", "readonly", "invalid", "root", "url", "valuemin", "valuemax"];

const VIEWS = {
  timeline: "",
  budget: "view=budget",
  table: "view=table&of=indicators",
  record: "focus=relance-collectivites&view=budget",
};

let page;
before(async () => (page = ENGINE === "chromium" ? await openSite() : null));
after(() => page?.close());

/** The tree as indented lines: role, name in quotes, states. */
async function tree() {
  const { nodes } = await page.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value;
    const isShown = !node.ignored && !TRANSPARENT.has(role);
    if (isShown) {
      const name = node.name?.value ? ` "${node.name.value}"` : "";
      const states = (node.properties ?? [])
        .filter(({ name, value }) => !STATES.includes(name) && value.value !== false && value.value !== undefined)
        .map(({ name, value }) => ` ${name}=${value.value}`);
      const described = node.description?.value ? ` (${node.description.value})` : "";
      lines.push(`${"  ".repeat(depth)}${role}${name}${described}${states.join("")}`);
    }
    // A mark's name holds the words drawn in it.
    if (isShown && ["link", "image", "img"].includes(role)) return;
    for (const child of node.childIds ?? []) {
      if (byId.has(child)) walk(byId.get(child), depth + isShown);
    }
  };
  walk(nodes[0], 0);
  return `${lines.join("\n")}\n`;
}

for (const [view, hash] of ENGINE === "chromium" ? Object.entries(VIEWS) : []) {
  inChromium(`the accessible tree of the ${view} is the one that was reviewed`, async () => {
    await page.open(hash);
    await page.waitFor(() => document.querySelectorAll(".filter-panel").length === 3, "what comes after the first view");
    await page.waitFor(() => !document.querySelector("[aria-busy], .pending"), "the texts");
    await page.standStill();
    const now = await tree();
    const file = new URL(`${view}.txt`, SNAPSHOTS);
    if (process.env.UPDATE || !existsSync(file)) {
      assert.ok(process.env.UPDATE, `there is no ${view}.txt; write it with UPDATE=1 and read it`);
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(file, now);
    }
    assert.equal(now, readFileSync(file, "utf8"));
  });
}
