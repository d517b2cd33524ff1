// Runs files of browser tests in one engine, in a process that shares its browsers among them; scripts/browser-tests.mjs starts it.
//
// Each message {file, names, everywhere} asks for the tests of a file, all or those named. For each test it answers
// {name, isPassed, ms, error, notes}, then {isDone}. Mocha runs them: hooks, timeouts, reports of what differs.

import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { ENGINE, endBrowsers } from "./engines.mjs";
import { declarations, takeNotes, testsFor } from "./suite.mjs";

/** The longest that a test may take: the slowest walks through every record or page. */
const TEST_MS = 240_000;

const known = new Map();

process.on("message", async ({ file, names, everywhere, isLast }) => {
  if (isLast) {
    await endBrowsers();
    process.exit(0);
  }
  if (!known.has(file)) known.set(file, await declarations(pathToFileURL(file)));
  const declared = known.get(file);
  const tests = testsFor(declared, ENGINE, { everywhere }).filter(({ name }) => names === null || names.includes(name));
  const hasFailed = await run(declared, tests);
  // What a failed test leaves behind must not reach the next file.
  if (hasFailed) await endBrowsers();
  process.send({ isDone: true });
});
// The other side has gone: nobody would end the browsers.
process.on("disconnect", () => endBrowsers().finally(() => process.exit(1)));

/** Runs tests and answers for each; returns whether one failed. */
function run(declared, tests) {
  const mocha = new Mocha({ timeout: TEST_MS, reporter: class {} });
  for (const hook of declared.before) mocha.suite.beforeAll(hook);
  for (const hook of declared.after) mocha.suite.afterAll(hook);
  for (const hook of declared.beforeEach) mocha.suite.beforeEach(hook);
  for (const hook of declared.afterEach) mocha.suite.afterEach(hook);
  for (const { name, run } of tests) mocha.suite.addTest(new Mocha.Test(name, run));

  const answered = new Set();
  const answer = (name, isPassed, ms, error) => {
    answered.add(name);
    process.send({ name, isPassed, ms, error, notes: takeNotes() });
  };
  return new Promise((ended) => {
    let hasFailed = false;
    const runner = mocha.run(() => {
      runner.dispose();
      for (const { name } of tests) if (!answered.has(name)) answer(name, false, 0, "not run: a hook of its file failed");
      ended(hasFailed);
    });
    runner.on("pass", ({ title, duration }) => answer(title, true, duration, null));
    runner.on("fail", (failed, error) => {
      hasFailed = true;
      // A hook is called after the test that it failed for.
      const name = failed.type === "hook" ? (failed.ctx?.currentTest?.title ?? failed.title) : failed.title;
      answer(name, false, failed.duration ?? 0, told(error));
    });
  });
}

/** An error as it is read in a terminal: what was expected and what came, then where. */
function told(error) {
  const where = String(error.stack ?? "").split("\n").filter((line) => /^\s+at .*tests\/browser/.test(line)).slice(0, 4);
  return [error.message || error.name || String(error), ...where].join("\n");
}
