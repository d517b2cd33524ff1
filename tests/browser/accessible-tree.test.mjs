// The accessible tree of each widget, as a reviewed text: what a screen reader is given, in its order.
//
//   UPDATE=1 node scripts/browser-tests.mjs --engine chromium tests/browser/accessible-tree.test.mjs
//
// writes the texts anew, to be read before they are kept.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { openSite } from "./page.mjs";
import { after, before, inChromium } from "./suite.mjs";

const SNAPSHOTS = new URL("snapshots/", import.meta.url);
/** Roles that say nothing of their own: their children take their place. */
const TRANSPARENT = new Set(["generic", "none", "StaticText", "InlineTextBox", "LineBreak", "presentation", "LayoutTable"]);
const STATES = ["focused", "focusable", "editable", "settable", "multiline", "readonly", "invalid", "root", "url", "valuemin", "valuemax"];

/** Where each widget is, the parts of it that are kept, and which of their lines. */
const WIDGETS = {
  header: { parts: ["header.header", "nav.tabs"] },
  filters: { parts: [".filters"] },
  lane: { parts: [".timeline-canvas"], keeps: /^group|Données/ },
  treemap: { hash: "view=budget&at=relance-collectivites", parts: ["[data-breadcrumb]", ".treemap"] },
  table: { hash: "view=table&of=indicators", parts: ["caption", "thead", "tbody tr:nth-child(1)", "tbody tr:nth-child(2)"].map((part) => `[data-view=table] ${part}`) },
  record: { hash: "focus=relance-inclusion", parts: [".record"] },
};

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const ask = (command, options = {}) => page.driver.sendAndGetDevToolsCommand(command, options);

/** The tree below an element as indented lines: role, name in quotes, states. */
async function tree(selector) {
  const { root } = await ask("DOM.getDocument", { depth: 0 });
  const { nodeId } = await ask("DOM.querySelector", { nodeId: root.nodeId, selector });
  assert.ok(nodeId, `there is something at ${selector}`);
  const { node: element } = await ask("DOM.describeNode", { nodeId });
  const { nodes } = await ask("Accessibility.getFullAXTree");
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
  walk(nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === element.backendNodeId), 0);
  return lines;
}

for (const [widget, { hash = "", parts, keeps = /^/ }] of Object.entries(WIDGETS)) {
  inChromium("the accessible tree, which is made of the same roles and names", `the accessible tree of the ${widget} is the one that was reviewed`, async () => {
    await page.go(hash);
    await page.waitFor(() => document.querySelectorAll(".filter-panel").length === 3, "what comes after the first view");
    await page.waitFor(() => !document.querySelector("[aria-busy], .pending"), "the texts");
    await page.standStill();
    const lines = [];
    for (const part of parts) lines.push(...(await tree(part)).filter((line) => keeps.test(line)));
    const now = `${lines.join("\n")}\n`;
    const file = new URL(`${widget}.txt`, SNAPSHOTS);
    if (process.env.UPDATE) {
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(file, now);
    }
    assert.ok(existsSync(file), `there is no ${widget}.txt; write it with UPDATE=1 and read it`);
    assert.equal(now, readFileSync(file, "utf8"));
  });
}
