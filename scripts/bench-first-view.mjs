// A development tool: how soon the first view of the built page paints and answers, beside TimelineJS and vis-timeline on the same events.
//
//   node scripts/bench-first-view.mjs [--dist dist] [--runs 7]
//
// All three come from the same server at brotli 11, in Chromium with 4× CPU slowdown on a slow network. They take turns,
// so that whatever else the machine does falls on all alike, and each run has a browser and profile of its own: nothing
// is cached. Prints every run, then the medians, and writes both to target/bench/first-view.json.
//
// | measure                | from navigation…                                                                    |
// | first contentful paint | to the first text or picture, as the browser itself reports it                      |
// | answers                | until a reader can use the marks, noticed inside the page (SUBJECTS says by what)   |
// | blocked                | until 3 s after that: what every long task takes beyond 50 ms, together             |
// | bytes                  | over the network until it answers, headers included; and until the network is quiet |

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { logging } from "selenium-webdriver";
import { isElsewhere, startBrowser } from "../tests/browser/engines.mjs";
import { events, writeTimelineJs, writeVisTimeline } from "./bench-rivals.mjs";
import { startStaticServer } from "./static-server.mjs";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    runs: { type: "string", default: "7" },
  },
});
const RUNS = Number(values.runs);
if (!Number.isInteger(RUNS) || RUNS < 1) {
  console.error(`jalons: --runs takes a whole number from 1 on, not "${values.runs}".`);
  process.exit(1);
}
if (!existsSync(join(values.dist, "index.html"))) {
  console.error(`jalons: there is no page in ${values.dist}/; run ./scripts/build first.`);
  process.exit(1);
}

const OUT = "target/bench";
const SITE = join(OUT, "site");
const VIEWPORT = { width: 1280, height: 900 };
const CPU_SLOWDOWN = 4;
const kilobits = (number) => (number * 1000) / 8;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: kilobits(1600),
  uploadThroughput: kilobits(750),
};
const EMPTY = "/__empty.html";
/** How long after answering the page is still listened to. */
const AFTERWARDS = 3000;
/** Not asked before: a question from outside takes time of the page, which must not count against it. */
const LET_ALONE = 6000;

const EVENTS = events();

/** `canBeUsed` is looked at inside the page whenever something changes there, so it must cost next to nothing. */
const SUBJECTS = [
  {
    name: "Jalons",
    folder: "jalons",
    write: (folder) => cpSync(values.dist, folder, { recursive: true }),
    canBeUsed: () => document.documentElement?.dataset.state === "ready",
  },
  {
    name: "TimelineJS",
    folder: "timelinejs",
    write: (folder) => writeTimelineJs(folder, EVENTS),
    canBeUsed: (count) => document.getElementsByClassName("tl-timemarker").length === count,
  },
  {
    name: "vis-timeline",
    folder: "vis-timeline",
    write: (folder) => writeVisTimeline(folder, EVENTS),
    // It draws hidden, sometimes more than once, and shows itself when it is done.
    canBeUsed: (count) =>
      document.getElementsByClassName("vis-item-content").length === count &&
      document.getElementsByClassName("vis-timeline")[0].style.visibility === "visible",
  },
];

const MEASURES = [
  { key: "firstContentfulPaint", label: "first contentful paint", unit: "ms", aim: 0.55 },
  { key: "answers", label: "answers", unit: "ms", aim: 0.65 },
  { key: "blocked", label: "blocked", unit: "ms", aim: 0.2 },
  { key: "bytesUntilAnswers", label: "bytes until it answers", unit: "KB" },
  { key: "bytesTotal", label: "bytes until all is quiet", unit: "KB" },
];

// ---------------------------------------------------------------- what is served

function writeSite() {
  rmSync(SITE, { recursive: true, force: true });
  for (const { folder, write } of SUBJECTS) {
    mkdirSync(join(SITE, folder), { recursive: true });
    write(join(SITE, folder));
  }
  for (const name of readdirSync(SITE, { recursive: true })) {
    // What a good static host compresses: text, Wasm and plain fonts. It leaves alone what it does not know.
    if (!/\.(html|css|js|mjs|json|svg|ttf|txt|wasm|webmanifest)$/.test(name)) continue;
    const bytes = readFileSync(join(SITE, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(SITE, `${name}.br`), brotliCompressSync(bytes, { params }));
  }
}

// ---------------------------------------------------------------- one run

/** Runs inside the page, before its own first script. */
function listen(canBeUsed, count, afterwards) {
  const longTasks = [];
  const keep = (list) => longTasks.push(...list.map(({ startTime, duration }) => ({ startTime, duration })));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });
  window.__firstView = new Promise((known) => {
    const watch = new MutationObserver(() => {
      if (!canBeUsed(count)) return;
      const answers = performance.now();
      watch.disconnect();
      setTimeout(() => {
        keep(observer.takeRecords());
        known({
          timeOrigin: performance.timeOrigin,
          firstContentfulPaint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
          answers,
          blocked: longTasks
            .filter(({ startTime }) => startTime < answers + afterwards)
            .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
        });
        // A task is reported only once it is over.
      }, afterwards + 500);
    });
    watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-state"] });
  });
}

async function measure(subject, server) {
  const browser = await startBrowser("chromium");
  try {
    const { driver } = browser;
    const tell = (command, params) => driver.sendDevToolsCommand(command, params);
    await browser.setViewport(VIEWPORT.width, VIEWPORT.height);
    // An empty page of the same site first: the page to come stays in this process, which is the one slowed down.
    await driver.get(`${server.origin}${EMPTY}`);
    await pause(1000);
    await tell("Page.addScriptToEvaluateOnNewDocument", {
      source: `(${listen})(${subject.canBeUsed}, ${EVENTS.length}, ${AFTERWARDS})`,
    });
    await tell("Network.enable", {});
    await tell("Network.emulateNetworkConditions", NETWORK);
    await tell("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    await networkEvents(driver);

    const address = `${server.url}${subject.folder}/`;
    await driver.get(address);
    await pause(LET_ALONE);
    const { timeOrigin, ...times } = await driver
      .executeAsyncScript("const done = arguments[0]; window.__firstView.then(done)")
      .catch((reason) => {
        throw new Error(`${subject.name} did not answer; see what ${subject.folder}/ in ${SITE} shows`, { cause: reason });
      });
    return { subject: subject.name, ...times, ...(await bytes(driver, address, timeOrigin + times.answers, server.origin)) };
  } finally {
    await browser.quit();
  }
}

/** Everything that the network log holds, which is emptied by reading. */
async function networkEvents(driver) {
  const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
  return entries
    .map(({ message }) => JSON.parse(message).message)
    .filter(({ method }) => method.startsWith("Network."));
}

/** What went over the network until `answeredAt` (ms since 1970) and until no request was left open. */
async function bytes(driver, address, answeredAt, origin) {
  const open = new Map();
  const finished = [];
  const deadline = Date.now() + 30_000;
  let page;
  do {
    await pause(500);
    for (const { method, params } of await networkEvents(driver)) {
      if (method === "Network.requestWillBeSent") {
        const { url } = params.request;
        if (isElsewhere(url, origin)) {
          throw new Error(`${address} asks another host for ${url}: its time would depend on that host`);
        }
        if (url === address) page ??= params;
        open.set(params.requestId, url);
      }
      if (method === "Network.loadingFinished") finished.push(params);
      if (method === "Network.loadingFinished" || method === "Network.loadingFailed") open.delete(params.requestId);
    }
    if (Date.now() > deadline) throw new Error(`${address} is never quiet; still open: ${[...open.values()].join(", ")}`);
  } while (open.size > 0);
  // The log counts in seconds of its own clock; the page's request was noted on both.
  const until = page.timestamp + answeredAt / 1000 - page.wallTime;
  const sum = (some) => some.reduce((total, { encodedDataLength }) => total + encodedDataLength, 0);
  return { bytesUntilAnswers: sum(finished.filter(({ timestamp }) => timestamp <= until)), bytesTotal: sum(finished) };
}

// ---------------------------------------------------------------- all runs

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const inUnit = (value, unit) => (unit === "KB" ? `${(value / 1000).toFixed(1)} KB` : `${value.toFixed(0)} ms`);

writeSite();
const server = await startStaticServer({
  root: SITE,
  brotli: true,
  pages: { [EMPTY]: () => ({ type: "text/html", body: '<!doctype html><link rel="icon" href="data:,"><title>Empty</title>' }) },
});
const runs = [];
const load = loadavg()[0];
let chromium;
try {
  console.log(`${EVENTS.length} events, CPU slowed ${CPU_SLOWDOWN}×, 1.6 Mbit/s down, 0.75 up, 150 ms, nothing cached`);
  if (load > cpus().length / 2) {
    console.log(`this machine is busy (load ${load.toFixed(1)} on ${cpus().length} processors): times are longer than they need be`);
  }
  console.log(`\n${"run".padEnd(4)}${"".padEnd(14)}${MEASURES.map(({ label }) => label.padStart(26)).join("")}`);
  for (let run = 1; run <= RUNS; run += 1) {
    for (const subject of SUBJECTS) {
      const result = { run, ...(await measure(subject, server)) };
      runs.push(result);
      const cells = MEASURES.map(({ key, unit }) => inUnit(result[key], unit).padStart(26));
      console.log(`${String(run).padEnd(4)}${subject.name.padEnd(14)}${cells.join("")}`);
    }
  }
} finally {
  await server.stop();
}

const summary = MEASURES.map(({ key, label, unit, aim }) => {
  const medians = SUBJECTS.map(({ name }) => median(runs.filter(({ subject }) => subject === name).map((run) => run[key])));
  const [ours, timelineJs, visTimeline] = medians;
  const ratio = (value) => (timelineJs > 0 ? value / timelineJs : null);
  return {
    key,
    label,
    unit,
    medians: Object.fromEntries(SUBJECTS.map(({ name }, index) => [name, medians[index]])),
    toTimelineJs: { Jalons: ratio(ours), "vis-timeline": ratio(visTimeline) },
    aim: aim ?? null,
    met: aim === undefined ? null : ours <= aim * timelineJs,
  };
});

const times = (ratio) => (ratio === null ? "–" : `${ratio.toFixed(2)}×`);
const line = (label, cells, verdict) => `${label.padEnd(26)}${cells.map((cell) => cell.padStart(16)).join("")}   ${verdict}`;
const names = SUBJECTS.map(({ name }) => name);
console.log(`\n${" ".repeat(26 + 16 * SUBJECTS.length)}${"÷ TimelineJS:".padStart(16)}`);
console.log(line(`medians of ${RUNS}`, [...names, ...Object.keys(summary[0].toTimelineJs)], "aim for Jalons"));
for (const { label, unit, medians, toTimelineJs, aim, met } of summary) {
  const cells = [...names.map((name) => inUnit(medians[name], unit)), ...Object.values(toTimelineJs).map(times)];
  console.log(line(label, cells, aim === null ? "" : `≤ ${times(aim)} ${met ? "met" : "not met"}`).trimEnd());
}

const conditions = { events: EVENTS.length, viewport: VIEWPORT, cpuSlowdown: CPU_SLOWDOWN, network: NETWORK, loadBefore: load };
writeFileSync(join(OUT, "first-view.json"), `${JSON.stringify({ conditions, summary, runs }, null, 2)}\n`);
console.log(`\nwritten to ${OUT}/first-view.json`);
