// Measures the loop of whoever changes the page: from saving a file to seeing the change in Chromium.
//
//   node scripts/bench-dev-loop.mjs [--runs 5]
//
// It starts the development server, saves a change to a file of each kind, waits until the page shows it, and puts the
// file back as it was, which is a change too and measured like it. Each row gives the median and the slowest.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { borrowBrowser, endBrowsers, giveBack } from "../tests/browser/engines.mjs";

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const runs = Number(options.runs);
/** The longest that a change may take before the bench gives up, in milliseconds. */
const PATIENCE_MS = 120_000;

/** What is changed, where it is seen, and the aim on two cores in milliseconds. */
const CHANGES = [
  {
    what: "a style of the first view",
    file: "style/page.css",
    aim: 2_000,
    change: (text, run) => `${text}\nh1 { outline: ${run + 1}px solid; }\n`,
    seen: (run) => getComputedStyle(document.querySelector("h1")).outlineWidth === `${run + 1}px`,
  },
  {
    what: "a style of a later view",
    file: "style/filters.css",
    aim: 2_000,
    change: (text, run) => `${text}\n.filter-bar { outline: ${run + 1}px solid; }\n`,
    seen: (run) => getComputedStyle(document.querySelector(".filter-bar")).outlineWidth === `${run + 1}px`,
  },
  {
    what: "a word of the interface",
    file: "src/i18n/messages.rs",
    aim: 2_000,
    change: (text, run) => text.replace('timeline: "Chronologie"', `timeline: "Chronologie ${run + 1}"`),
    seen: (run) => document.querySelector(".tabs a").textContent.trim() === `Chronologie ${run + 1}`,
  },
  {
    what: "a CSV of the data",
    file: "data/events.csv",
    aim: 5_000,
    change: (text, run) => text.replace("Vite Ma Dose en ligne", `Vite Ma Dose ${run + 1} en ligne`),
    seen: (run) => document.querySelector('[data-id="vite-ma-dose-lancement"]')?.getAttribute("aria-label")?.startsWith(`Vite Ma Dose ${run + 1} en`) === true,
  },
  {
    what: "Rust of a view",
    file: "src/timeline/toolbar.rs",
    aim: 20_000,
    // Code and no literal alone: only the compiler can bring it.
    change: (text, run) => text.replace('class="toolbar"', `class="toolbar" data-bench="${run + 1}"`),
    seen: (run) => document.querySelector(".toolbar")?.dataset.bench === String(run + 1),
  },
];

const port = await freePort();
const server = spawn(process.execPath, ["scripts/dev-server.mjs", "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
const isServed = said("open at");
const isComplete = said("are there too");
process.on("exit", () => server.kill());
const began = performance.now();
await isServed;
const first = performance.now() - began;
await isComplete;

const browser = await borrowBrowser();
const { driver } = browser;
await browser.setViewport(1280, 900);
await driver.get(`http://127.0.0.1:${port}/`);
await isReady();

const rows = [];
for (const { what, file, aim, change, seen } of CHANGES) {
  const original = readFileSync(file, "utf8");
  const times = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const changed = change(original, run);
      if (changed === original) throw new Error(`${file} no longer holds what the bench changes in it`);
      await settled();
      const started = performance.now();
      writeFileSync(file, changed);
      await shows(seen, run, what);
      times.push(performance.now() - started);
    }
  } finally {
    writeFileSync(file, original);
  }
  times.sort((a, b) => a - b);
  rows.push({ what, aim, median: times[times.length >> 1], slowest: times.at(-1) });
}
await settled();
await giveBack(browser);
await endBrowsers();

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`.padStart(10);
console.log(`\nfrom saving to seeing, ${runs} runs, two cores (the first page stood after ${seconds(first).trim()})`);
console.log(`${"".padEnd(28)}${"median".padStart(10)}${"slowest".padStart(10)}${"aim".padStart(10)}`);
for (const { what, aim, median, slowest } of rows) console.log(`${what.padEnd(28)}${seconds(median)}${seconds(slowest)}${seconds(aim)}${median <= aim ? "" : "  missed"}`);
mkdirSync("target/bench", { recursive: true });
writeFileSync("target/bench/dev-loop.json", `${JSON.stringify({ runs, first, rows }, null, 2)}\n`);
server.kill();
process.exit(rows.every(({ aim, median }) => median <= aim) ? 0 : 1);

/** Waits until the server has said something. */
function said(words) {
  return new Promise((heard, failed) => {
    server.stdout.on("data", (chunk) => String(chunk).includes(words) && heard());
    server.once("exit", (code) => failed(new Error(`the development server ended (${code})`)));
  });
}

/** Waits until the page shows a change; between two pages there is nothing to ask. */
function shows(seen, run, what) {
  const asked = `return document.documentElement?.dataset.state === "ready" && (${seen})(arguments[0])`;
  return driver.wait(() => driver.executeScript(asked, run).catch(() => false), PATIENCE_MS, `${what} to be seen`, 15);
}

function isReady() {
  return driver.wait(() => driver.executeScript("return document.querySelector('.filter-bar') !== null").catch(() => false), PATIENCE_MS, "the page", 15);
}

/** Waits until the server has built all that it knows of. */
function settled() {
  return driver.wait(async () => (await fetch(`http://127.0.0.1:${port}/__dev/idle`)).ok, PATIENCE_MS, "the server to have nothing to do", 50);
}

function freePort() {
  return new Promise((known) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => known(port));
    });
  });
}
