// A development tool: how the explorer and its rivals bear 1,000, 10,000 and 100,000 records, in Chromium without slowdown.
//
//   node scripts/bench-scale.mjs [--dist dist] [--sizes 1000,10000,100000] [--subjects "treemap: Jalons"]
//
// The explorer opens each set as a reader does: a CSV file, chosen in the dialog of one's own data. vis-timeline is given
// the same events, the treemap of ECharts the same amounts, as JSON in their page; ECharts draws all levels as it comes,
// and once more as many as the explorer. One browser for each subject and size. Prints a table and writes it to
// target/bench/scale.json. What takes a rival more than a minute is left at that.
//
// | measure       | what it is                                                                                     |
// | read          | from the choice of the file to what is said of it; a rival has nothing to read                 |
// | answered      | the longest time meanwhile in which the page did not answer                                    |
// | first picture | from the reader's click (a rival's call) to the frame after its first marks; the reader looks   |
// |               | for half a second at what came of the reading before that                                      |
// | at once       | the same from a click in the very moment in which the reading is told                          |
// | pan, zoom     | 95th percentile of the time between frames while the window moves with every frame, by the     |
// |               | times that the browser stamps them with                                                        |
// | drill         | from the click on a part to the frame after its own parts                                      |
// | marks         | marks in the page, and what the stubs stand for                                                |
// | table, scroll | until the table is there; 95th percentile of the time between frames while it is scrolled,     |
// |               | stamped likewise                                                                               |
// | search        | from a letter to what is found, the slowest of five                                            |
// | memory        | of the page's process once it is drawn: what is resident and not shared                        |

import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { By } from "selenium-webdriver";
import { startBrowser } from "../tests/browser/engines.mjs";
import { startStaticServer } from "./static-server.mjs";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    sizes: { type: "string", default: "1000,10000,100000" },
    subjects: { type: "string", default: "" },
  },
});
const SIZES = values.sizes.split(",").map(Number);
const OUT = "target/bench";
const SITE = join(OUT, "scale");
const PATIENCE_MS = 60_000;
const FRAMES = 90;

// ---------------------------------------------------------------- the data: the same size gives the same data

/** Numbers that look like chance. Source: Knuth's linear congruential generator for MMIX. */
function chance(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(limit));
  };
}

function events(count) {
  const below = chance(7);
  const words = ["décision", "rapport", "lancement d’un service", "loi", "accord de place", "publication"];
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(Date.UTC(1995, 0, 1 + below(11_000)));
    return { date: day.toISOString().slice(0, 10), title: `${words[below(words.length)]} ${place}`, theme: `Thème ${below(5)}` };
  });
}

/** Leaves, twenty-five below each node. */
function leaves(count) {
  const below = chance(11);
  return Array.from({ length: count }, (_, place) => {
    const steps = [`Mesure ${place}`];
    for (let node = Math.floor(place / 25), depth = 0; count > 25 ** (depth + 1); node = Math.floor(node / 25), depth += 1) steps.unshift(`Volet ${depth}.${node}`);
    return { path: ["Plan", ...steps].join("/"), amount: 1_000 + below(1_000_000) };
  });
}

function tree(leaves) {
  const root = { name: "Plan", children: [] };
  const known = new Map([["Plan", root]]);
  for (const { path, amount } of leaves) {
    const steps = path.split("/");
    let parent = root;
    for (let depth = 2; depth <= steps.length; depth += 1) {
      const key = steps.slice(0, depth).join("/");
      if (!known.has(key)) {
        const node = { name: steps[depth - 1], ...(depth === steps.length ? { value: amount } : { children: [] }) };
        known.set(key, node);
        parent.children.push(node);
      }
      parent = known.get(key);
    }
  }
  return root;
}

function writeSite() {
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(SITE, { recursive: true });
  cpSync(values.dist, SITE, { recursive: true });
  const page = (name, script, rest) =>
    writeFileSync(join(SITE, name), `<!doctype html><meta charset="utf-8"><title>Rival</title><link rel="icon" href="data:,"><style>html,body,#room{height:100%;margin:0}</style><div id="room"></div><script src="${script}"></script><script>${rest}</script>`);
  copyFileSync("node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js", join(SITE, "vis.js"));
  copyFileSync("node_modules/echarts/dist/echarts.min.js", join(SITE, "echarts.js"));
  page("vis.html", "vis.js", "");
  page("echarts.html", "echarts.js", "");
  for (const size of SIZES) {
    const some = events(size);
    writeFileSync(join(SITE, `events-${size}.csv`), `date;titre;thème\n${some.map(({ date, title, theme }) => `${date};${title};${theme}\n`).join("")}`);
    writeFileSync(join(SITE, `events-${size}.json`), JSON.stringify(some.map(({ date, title }, id) => ({ id, content: title, start: date }))));
    const amounts = leaves(size);
    writeFileSync(join(SITE, `amounts-${size}.csv`), `chemin;montant\n${amounts.map(({ path, amount }) => `${path};${amount}\n`).join("")}`);
    writeFileSync(join(SITE, `amounts-${size}.json`), JSON.stringify(tree(amounts)));
  }
}

// ---------------------------------------------------------------- measuring in the page

/** Runs in the page: what the measures need. */
function tools() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const at = (times, share) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
  const until = async (holds) => {
    for (;;) {
      const found = holds();
      if (found) return found;
      await frame();
    }
  };
  window.__measure = {
    frame,
    until,
    /** The 95th percentile of the time between frames while something happens in each. */
    async frames(count, act) {
      const times = [];
      let last = await frame();
      for (let turn = 0; turn < count; turn += 1) {
        act(turn);
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return at(times, 0.95);
    },
  };
}

async function opened(address) {
  const browser = await startBrowser("chromium");
  await browser.driver.manage().setTimeouts({ pageLoad: PATIENCE_MS, script: PATIENCE_MS });
  await browser.setViewport(1280, 900);
  await browser.driver.get(address);
  await browser.driver.executeScript(tools);
  return browser;
}

/** What the page's process holds by itself, in megabytes: its private resident memory. */
function memory() {
  const pages = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer")) return 0;
      const rollup = readFileSync(`/proc/${name}/smaps_rollup`, "utf8");
      return [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0);
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...pages) / 1024;
}

/** Gives a file to the dialog of one's own data: how long the reading takes, and the longest that nothing answered. */
async function read(driver, path) {
  await driver.executeAsyncScript(async (done) => {
    const { until } = window.__measure;
    const dialog = await until(() => document.querySelector(".own-data"));
    dialog.previousElementSibling.click();
    const field = await until(() => document.querySelector(".own-data[open] input[name=files]"));
    const said = () => document.querySelector(".own-data-outcome [role=status]").textContent;
    window.__read = new Promise((known) => {
      const begin = async () => {
        const since = performance.now();
        let [last, longest] = [since, 0];
        while (!/^(Reconnu|Ce que|La lecture)/.test(said())) {
          await window.__measure.frame();
          const now = performance.now();
          [longest, last] = [Math.max(longest, now - last), now];
        }
        known({ read: performance.now() - since, answered: longest, said: said() });
      };
      field.addEventListener("change", begin, { capture: true, once: true });
    });
    done();
  });
  await driver.findElement(By.css(".own-data input[name=files]")).sendKeys(resolve(path));
  return driver.executeAsyncScript((done) => window.__read.then(done));
}

/** From the reader's click on what was read to its picture; the reader has looked at it for so long. */
async function show(driver, mark, looked = 500) {
  return driver.executeAsyncScript(async (mark, looked, done) => {
    const { frame, until } = window.__measure;
    if (looked > 0) await new Promise((over) => setTimeout(over, looked));
    const since = performance.now();
    document.querySelector(".own-data [data-action=show]").click();
    await until(() => document.querySelector("[data-brought-notice]") && document.querySelector(mark));
    await frame();
    done(performance.now() - since);
  }, mark, looked);
}

/** The same in a browser of its own, from a click in the very moment in which the reading is told. */
async function shownAtOnce(server, path, mark) {
  const browser = await opened(server.url);
  try {
    await read(browser.driver, path);
    return await show(browser.driver, mark, 0);
  } finally {
    await browser.quit();
  }
}

// ---------------------------------------------------------------- the subjects

async function explorerTimeline(server, size) {
  const atOnce = await shownAtOnce(server, join(SITE, `events-${size}.csv`), "[data-view=timeline] [data-kind=event]");
  const browser = await opened(server.url);
  const { driver } = browser;
  try {
    const { read: readMs, answered } = await read(driver, join(SITE, `events-${size}.csv`));
    const picture = await show(driver, "[data-view=timeline] [data-kind=event]");
    const step = (script) => stepped(driver, script);
    const counted = await step(async (frames, done) => {
      const marks = new Set([...document.querySelectorAll("[data-view] [data-kind=event][data-id]")].map(({ dataset }) => dataset.id)).size;
      const stubs = [...document.querySelectorAll("[data-view] [data-stub]")].reduce((sum, { dataset }) => sum + Number(dataset.count), 0);
      done({ marks, stubs });
    });
    const zoom = await step(async (frames, done) => {
      const canvas = document.querySelector("[data-view=timeline] svg");
      const box = canvas.getBoundingClientRect();
      const at = { clientX: box.x + box.width / 2, clientY: Math.min(box.y + 200, 600), bubbles: true, cancelable: true, ctrlKey: true };
      done({ zoom: await window.__measure.frames(frames, (turn) => canvas.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: turn % 60 < 30 ? -40 : 40 }))) });
    });
    const pan = await step(async (frames, done) => {
      const canvas = document.querySelector("[data-view=timeline] svg");
      const box = canvas.getBoundingClientRect();
      const middle = { x: box.x + box.width / 2, clientY: Math.min(box.y + 200, 600) };
      const drag = (type, x) => canvas.dispatchEvent(new PointerEvent(type, { ...middle, clientX: x, pointerId: 1, isPrimary: true, button: 0, buttons: 1, bubbles: true, cancelable: true }));
      drag("pointerdown", middle.x);
      const pan = await window.__measure.frames(frames, (turn) => drag("pointermove", middle.x + (turn % 60 < 30 ? 8 : -8) * (turn % 30)));
      drag("pointerup", middle.x);
      done({ pan });
    });
    const drawn = memory();
    const table = await step(async (frames, done) => {
      const { frame, until } = window.__measure;
      const since = performance.now();
      [...document.querySelectorAll(".tabs a")].at(-1).click();
      await until(() => document.querySelector("[data-view=table] tr[data-id]"));
      await frame();
      done({ table: performance.now() - since });
    });
    const scroll = await step(async (frames, done) => {
      const scroll = await window.__measure.frames(frames, () => scrollBy(0, 400));
      done({ scroll, rows: document.querySelectorAll("tr[data-id]").length });
    });
    return { read: readMs, answered, picture, "at once": atOnce, ...counted, ...zoom, ...pan, ...table, ...scroll, search: await search(driver), memory: drawn };
  } finally {
    await browser.quit();
  }
}

/** One step of a measurement in the page; nothing of it where that takes more than a minute. */
async function stepped(driver, script) {
  try {
    return await driver.executeAsyncScript(script, FRAMES);
  } catch (error) {
    if (/timeout|timed out/i.test(String(error))) return {};
    throw error;
  }
}

/** The slowest of five letters, typed as a reader does: from the key to another list of what is found. */
async function search(driver) {
  await driver.executeScript(() => {
    scrollTo(0, 0);
    const field = document.querySelector("[role=combobox]");
    window.__slowest = 0;
    window.__letters = 0;
    const list = () => document.querySelector("[role=listbox]")?.textContent ?? "";
    field.addEventListener("input", async () => {
      const since = performance.now();
      const before = list();
      while (list() === before && performance.now() - since < 8000) await window.__measure.frame();
      window.__letters += 1;
      // The first asks for the worker and its index as well.
      if (window.__letters > 1) window.__slowest = Math.max(window.__slowest, performance.now() - since);
    });
  });
  const field = await driver.findElement(By.css("[role=combobox]"));
  for (const [place, letter] of [..."12345"].entries()) {
    await field.sendKeys(letter);
    await driver.wait(() => driver.executeScript("return window.__letters").then((letters) => letters > place), 20_000);
  }
  return driver.executeScript("return window.__slowest");
}

async function explorerTreemap(server, size) {
  const atOnce = await shownAtOnce(server, join(SITE, `amounts-${size}.csv`), "[data-view=budget] [data-kind=envelope]");
  const browser = await opened(server.url);
  const { driver } = browser;
  try {
    const { read: readMs, answered } = await read(driver, join(SITE, `amounts-${size}.csv`));
    const picture = await show(driver, "[data-view=budget] [data-kind=envelope]");
    const drill = await driver.executeAsyncScript(async (done) => {
      const { frame, until } = window.__measure;
      const cells = () => [...document.querySelectorAll(".treemap [data-kind=envelope][data-id]")];
      const before = cells().map(({ dataset }) => dataset.id).join();
      const cell = document.querySelector(".treemap .cell");
      const since = performance.now();
      cell.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      await Promise.race([until(() => cells().map(({ dataset }) => dataset.id).join() !== before), new Promise((late) => setTimeout(late, 5000))]);
      await frame();
      done(performance.now() - since);
    });
    const marks = await driver.executeScript("return document.querySelectorAll('.treemap .cell').length");
    return { read: readMs, answered, picture, "at once": atOnce, drill, marks, memory: memory() };
  } finally {
    await browser.quit();
  }
}

async function visTimeline(server, size) {
  const browser = await opened(`${server.url}vis.html`);
  const { driver } = browser;
  try {
    const picture = await driver.executeAsyncScript(async (size, done) => {
      const { frame, until } = window.__measure;
      const items = await (await fetch(`events-${size}.json`)).json();
      const since = performance.now();
      window.__timeline = new vis.Timeline(document.getElementById("room"), items, {});
      await until(() => document.querySelector(".vis-item"));
      await frame();
      done(performance.now() - since);
    }, size);
    const marks = await driver.executeScript("return document.querySelectorAll('.vis-item').length");
    const drawn = memory();
    const pan = await stepped(driver, async (frames, done) => {
      const at = (turn) => new Date(Date.UTC(2005 + (turn % 10), 0, 1));
      done({ pan: await window.__measure.frames(frames, (turn) => window.__timeline.moveTo(at(turn), { animation: false })) });
    });
    // What has taken more than a minute goes on in the page: nothing more can be asked of it.
    const zoom = await (pan.pan === undefined ? {} : stepped(driver, async (frames, done) => {
      const timeline = window.__timeline;
      done({ zoom: await window.__measure.frames(frames, (turn) => (turn % 60 < 30 ? timeline.zoomIn(0.1, { animation: false }) : timeline.zoomOut(0.1, { animation: false }))) });
    }));
    return { picture, marks, ...pan, ...zoom, memory: drawn };
  } finally {
    await browser.quit();
  }
}

/** The treemap of ECharts: as it comes, with all levels at once, or with as many as the explorer shows. */
async function echartsTreemap(server, size, levels) {
  const browser = await opened(`${server.url}echarts.html`);
  try {
    const measured = await browser.driver.executeAsyncScript(
      async (size, levels, done) => {
        const { frame } = window.__measure;
        const data = await (await fetch(`amounts-${size}.json`)).json();
        const chart = echarts.init(document.getElementById("room"));
        const finished = () => new Promise((known) => chart.on("finished", function once() { chart.off("finished", once); known(); }));
        let since = performance.now();
        let waiting = finished();
        chart.setOption({ series: [{ type: "treemap", data: data.children, leafDepth: levels, animation: false }] });
        await waiting;
        await frame();
        const picture = performance.now() - since;
        since = performance.now();
        waiting = finished();
        const node = chart.getModel().getSeriesByIndex(0).getData().tree.root.children[0];
        chart.dispatchAction({ type: "treemapRootToNode", seriesIndex: 0, targetNode: node });
        await waiting;
        await frame();
        done({ picture, drill: performance.now() - since });
      },
      size,
      levels,
    );
    return { ...measured, memory: memory() };
  } finally {
    await browser.quit();
  }
}

// ---------------------------------------------------------------- all together

const SUBJECTS = [
  { name: "timeline: Jalons", measure: explorerTimeline },
  { name: "timeline: vis-timeline", measure: visTimeline },
  { name: "treemap: Jalons", measure: explorerTreemap },
  { name: "treemap: ECharts", measure: (server, size) => echartsTreemap(server, size, null) },
  { name: "treemap: ECharts, 2 levels", measure: (server, size) => echartsTreemap(server, size, 2) },
];
const COLUMNS = ["read", "answered", "picture", "at once", "pan", "zoom", "drill", "marks", "stubs", "table", "scroll", "rows", "search", "memory"];

writeSite();
const server = await startStaticServer({ root: SITE });
const rows = [];
const said = (value) => (value === undefined ? "" : typeof value === "number" ? String(value < 100 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value)) : value);
console.log(`Chromium, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; times in ms, memory in MB`);
console.log(`${"subject".padEnd(27)}${"records".padStart(9)}${COLUMNS.map((column) => column.padStart(9)).join("")}`);
try {
  for (const { name, measure } of SUBJECTS.filter(({ name }) => name.includes(values.subjects))) {
    for (const size of SIZES) {
      let row;
      try {
        row = await measure(server, size);
      } catch (error) {
        row = { failed: /timeout|timed out/i.test(String(error)) ? "more than a minute" : String(error.message).split("\n")[0].slice(0, 120) };
      }
      rows.push({ subject: name, records: size, ...row });
      console.log(`${name.padEnd(27)}${String(size).padStart(9)}${row.failed ? `  ${row.failed}` : COLUMNS.map((column) => said(row[column]).padStart(9)).join("")}`);
    }
  }
} finally {
  await server.stop();
}
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "scale.json"), `${JSON.stringify({ measured: new Date().toISOString(), cores: cpus().length, rows }, null, 2)}\n`);
console.log(`written to ${join(OUT, "scale.json")}`);
