// Runs the browser tests of all engines: one queue, the longest first by the times of the last run, a few files at a time.
//
//   node scripts/browser-tests.mjs [FILE…]            every test in the engines that it is for
//   … --all-engines                                   every test in every engine that can run it, for a release
//   … --engine chromium|firefox|webkit                one engine alone
//   … --grep TEXT                                     tests whose name contains a text
//   … --list                                          says what would be run
//   … --slowest N                                     also says which tests took longest
//   JALONS_TEST_JOBS=1                                one file after the other (default: 2)
//
// A worker is a process of one engine, which keeps its browsers from one file to the next. A test that fails is run once
// more at the end, by itself, in a new browser. If it passes then, it is flaky: that is said with what was seen at first,
// and more than two of them fail the run. Nothing is forgotten by passing at the second try. A test that was not run at
// all, since the browser of its file had ended, is run then for the first time: what ended it counts.

import { fork } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { ENGINES, declarations, testsFor } from "../tests/browser/suite.mjs";

const FOLDER = "tests/browser";
/** The times of the last run here, else those that came with the project. */
const TIMES = ["target/test-logs/browser-times.json", `${FOLDER}/times.json`];
/** How many flaky tests a run may have. */
const MOST_FLAKY = 2;
/** A worker that has said nothing for so long will say nothing more. */
const SILENCE_MS = 300_000;
/** What a test takes of which no run is known, in milliseconds. */
const USUAL_MS = 1_500;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "all-engines": { type: "boolean", default: false },
    engine: { type: "string" },
    grep: { type: "string", default: "" },
    list: { type: "boolean", default: false },
    slowest: { type: "string", default: "0" },
  },
});
const jobs = Number(process.env.JALONS_TEST_JOBS ?? 2);
if (!(Number.isInteger(jobs) && jobs > 0)) refuse(`JALONS_TEST_JOBS="${process.env.JALONS_TEST_JOBS}" is not a number of files: 1, 2…`);
if (options.engine && !ENGINES.includes(options.engine)) refuse(`--engine ${options.engine} is not one of ${ENGINES.join(", ")}`);
const engines = options.engine ? [options.engine] : ENGINES;
// One engine that is asked for by name runs what it can.
const everywhere = options["all-engines"] || options.engine !== undefined;

const files = positionals.length > 0 ? positionals : readdirSync(FOLDER).filter((file) => file.endsWith(".test.mjs")).map((file) => join(FOLDER, file));
const times = lastTimes();
const queue = [];
const declared = {};
/** What the drivers of some engines cannot show: the reason, with the names of its tests. */
const unseen = new Map();
for (const file of files) {
  const declaration = await declarations(pathToFileURL(file));
  for (const { why, engines: able, name } of declaration.tests.filter(({ why }) => why !== null)) {
    const blind = engines.filter((engine) => !able.includes(engine)).join(" and ");
    if (blind) unseen.set(`not seen in ${blind}: ${why}`, [...(unseen.get(`not seen in ${blind}: ${why}`) ?? []), name]);
  }
  for (const engine of engines) {
    const tests = testsFor(declaration, engine, { everywhere }).map(({ name }) => name).filter((name) => name.includes(options.grep));
    if (tests.length === 0) continue;
    declared[engine] = (declared[engine] ?? 0) + tests.length;
    queue.push({ file, engine, tests, names: options.grep ? tests : null });
  }
}
const expected = ({ file, engine, tests }) => times[`${engine} ${basename(file)}`] ?? tests.length * USUAL_MS;
queue.sort((a, b) => expected(b) - expected(a));
if (queue.length === 0) refuse("there is no such test");
if (options.list) {
  for (const { file, engine, tests } of queue) for (const name of tests) console.log(`${engine} · ${basename(file)}: ${name}`);
  process.exit(0);
}

const began = Date.now();
const results = Object.fromEntries(engines.map((engine) => [engine, { passed: 0, failed: 0, ms: 0 }]));
const failures = [];
const told = [];
const taken = [];
await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, work));
const flaky = [];
await tryAgain();
keepTimes();
summarise();

// ---------------------------------------------------------------- running

/** Takes one file after the other until none is left, with a worker of its own for each engine. */
async function work() {
  const workers = new Map();
  for (let job = queue.shift(); job; job = queue.shift()) {
    const { engine } = job;
    if (!workers.get(engine)?.connected) workers.set(engine, start(engine));
    const { answers, ms } = await run(workers.get(engine), job);
    times[`${engine} ${basename(job.file)}`] = job.names === null ? ms : times[`${engine} ${basename(job.file)}`];
    results[engine].ms += ms;
    report(job, answers, ms);
  }
  await Promise.all([...workers.values()].map(end));
}

function start(engine) {
  const worker = fork(`${FOLDER}/worker.mjs`, { env: { ...process.env, ENGINE: engine }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  worker.setMaxListeners(0);
  return worker;
}

/** Ends a worker, and with it the browsers it started. */
function end(worker) {
  if (!worker.connected) return undefined;
  return new Promise((ended) => {
    const timer = setTimeout(() => worker.kill("SIGKILL"), 20_000);
    worker.once("exit", () => {
      clearTimeout(timer);
      ended();
    });
    worker.send({ isLast: true });
  });
}

/** Asks a worker for the tests of a file: what came of each, and how long all took. A worker that goes silent is ended. */
function run(worker, { file, names, tests }) {
  const started = Date.now();
  const answers = [];
  return new Promise((done) => {
    let timer;
    const finish = (reason) => {
      clearTimeout(timer);
      worker.off("message", hear);
      worker.off("exit", gone);
      for (const name of tests) {
        if (!answers.some((answer) => answer.name === name)) answers.push({ name, isPassed: false, ms: 0, error: `not run: ${reason}`, notes: [] });
      }
      done({ answers, ms: Date.now() - started });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        worker.off("exit", gone);
        worker.kill("SIGKILL");
        finish(`nothing was heard for ${SILENCE_MS / 1000} s`);
      }, SILENCE_MS);
    };
    const hear = (message) => {
      wait();
      if (message.isDone) finish("its file ended before it");
      else answers.push(message);
    };
    const gone = (code, signal) => finish(`the process of its tests ended (${signal ?? code})`);
    worker.on("message", hear);
    worker.once("exit", gone);
    wait();
    worker.send({ file, names, everywhere });
  });
}

/** Prints what came of a file, and keeps what failed. */
function report({ file, engine }, answers, ms) {
  const failed = answers.filter(({ isPassed }) => !isPassed);
  const passed = answers.length - failed.length;
  results[engine].passed += passed;
  console.log(`${clock(Date.now() - began)}  ${engine.padEnd(9)} ${basename(file).padEnd(34)} ${String(passed).padStart(4)} passed ${failed.length ? `${failed.length} failed ` : ""}${seconds(ms)}`);
  for (const { name, error } of failed) {
    console.log(`  ✖ ${name}\n${indented(error)}`);
    // A hook may fail behind a test that passed.
    if (!failures.some((one) => one.file === file && one.engine === engine && one.name === name)) {
      failures.push({ file, engine, name, error, isRun: !error.startsWith("not run:") });
    }
  }
  for (const { name, ms } of answers) taken.push({ ms, what: `${engine} · ${basename(file)}: ${name}` });
  for (const { name, notes } of answers) if (notes.length > 0) told.push({ what: `${engine} · ${basename(file)}: ${name}`, notes });
}

/** Runs each failed test once more, by itself, in a new browser; and what was not run at all, for the first time. */
async function tryAgain() {
  for (const failure of failures.filter(({ isRun }) => isRun)) {
    const [again] = await runAnew(failure, [failure.name]);
    if (again.isPassed) flaky.push(failure);
    settle(failure, again);
  }
  for (const failure of failures.filter(({ isRun, isSettled }) => !isRun && !isSettled)) {
    const ofOneFile = ({ file, engine }) => file === failure.file && engine === failure.engine;
    const unrun = failures.filter((one) => !one.isRun && ofOneFile(one));
    const answers = await runAnew(failure, unrun.map(({ name }) => name));
    for (const one of unrun) settle(one, answers.find(({ name }) => name === one.name));
    // What ended the browser is the fault, once: that of a test, or of no test.
    if (!failures.some((one) => one.isRun && ofOneFile(one)) && unrun.some(({ hasFailed }) => !hasFailed)) flaky.push(failure);
  }
}

async function runAnew({ file, engine }, names) {
  const worker = start(engine);
  const { answers } = await run(worker, { file, names, tests: names });
  await end(worker);
  return names.map((wanted) => answers.find(({ name }) => name === wanted));
}

function settle(failure, { isPassed, error }) {
  Object.assign(failure, { isSettled: true, hasFailed: !isPassed, error: isPassed ? failure.error : error });
  results[failure.engine][isPassed ? "passed" : "failed"] += 1;
}

// ---------------------------------------------------------------- times and words

function lastTimes() {
  for (const file of TIMES) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      // Not there yet.
    }
  }
  return {};
}

function keepTimes() {
  mkdirSync("target/test-logs", { recursive: true });
  const sorted = Object.fromEntries(Object.entries(times).filter(([, ms]) => ms).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TIMES[0], `${JSON.stringify(sorted, null, 1)}\n`);
}

function summarise() {
  for (const { ms, what } of taken.sort((a, b) => b.ms - a.ms).slice(0, Number(options.slowest))) console.log(`${seconds(ms).padStart(8)}  ${what}`);
  for (const { what, notes } of told) console.log([`note: ${what}`, ...notes.map((note) => `      ${note}`)].join("\n"));
  for (const [reason, [name, ...others]] of unseen) console.log(`${reason} (${name}${others.length > 0 ? `, and ${others.length} more` : ""})`);
  const failed = failures.filter(({ hasFailed }) => hasFailed);
  for (const { file, engine, name, error } of failed) console.log(`\nfailed twice in ${engine}: ${basename(file)}: ${name}\n${indented(error)}`);
  if (flaky.length > 0) {
    console.log(`\nflaky: ${flaky.length}${flaky.length > MOST_FLAKY ? ` (more than ${MOST_FLAKY}: the run fails)` : ""}`);
    for (const { file, engine, name, error } of flaky) console.log(`flaky in ${engine}: ${basename(file)}: ${name}: ${error.split("\n").slice(0, 3).join(" | ")}`);
  }
  const kind = options["all-engines"] ? "every test in every engine" : options.engine ? `every test in ${options.engine}` : "each test in the engines that it is for";
  console.log(`\nbrowser tests: ${kind}, ${jobs} at a time, ${clock(Date.now() - began)}`);
  for (const engine of engines) {
    const { passed, failed, ms } = results[engine];
    if (declared[engine]) console.log(`${engine.padEnd(9)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${seconds(ms)}`);
  }
  const total = (key) => engines.reduce((sum, engine) => sum + results[engine][key], 0);
  const tooFlaky = flaky.length > MOST_FLAKY ? 1 : 0;
  console.log(`\n${total("passed")} passed, ${total("failed") + tooFlaky} failed`);
  process.exit(total("failed") + tooFlaky > 0 ? 1 : 0);
}

function clock(ms) {
  const whole = Math.round(ms / 1000);
  return `${String(Math.floor(whole / 60)).padStart(2)}:${String(whole % 60).padStart(2, "0")}`;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

function indented(text) {
  return String(text).split("\n").slice(0, 16).map((line) => `      ${line}`).join("\n");
}

function refuse(reason) {
  console.error(`jalons: ${reason}`);
  process.exit(2);
}
