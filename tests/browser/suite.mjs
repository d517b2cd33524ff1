// Declares browser tests. Each test says for which engines it is, where it is written.
//
//   inEveryEngine  what engines do differently: pointer, keyboard, focus, workers, storage, files, frames, layout of text
//   inOneEngine    what our own code decides: Chromium proves it for all, and `--all-engines` runs it everywhere
//   inChromium     what only Chromium's driver can show or do (inEngines: what the drivers of some engines can)
//
// scripts/browser-tests.mjs reads the declarations and shares the work out; worker.mjs runs them.

/** The engines in the order of the summary. */
export const ENGINES = ["chromium", "firefox", "webkit"];

/**
 * @typedef {object} Declaration what one file of tests declares
 * @property {{name: string, engines: string[], isForOne: boolean, why: string | null, run: () => Promise<void>}[]} tests
 * @property {(() => Promise<void>)[]} before
 * @property {(() => Promise<void>)[]} after
 * @property {(() => Promise<void>)[]} beforeEach
 * @property {(() => Promise<void>)[]} afterEach
 */
const empty = () => ({ tests: [], before: [], after: [], beforeEach: [], afterEach: [] });
let current = empty();

/** What is said of the test that runs, for the summary. */
let notes = [];

/**
 * Imports a file of tests.
 *
 * @param {URL} file
 * @returns {Promise<Declaration>}
 */
export async function declarations(file) {
  current = empty();
  await import(file);
  return current;
}

function add(name, engines, run, { isForOne = false, why = null } = {}) {
  if (current.tests.some((test) => test.name === name)) throw new Error(`two tests of a file are called "${name}"`);
  current.tests.push({ name, engines, run, isForOne, why });
}

export const inEveryEngine = (name, run) => add(name, ENGINES, run);
export const inOneEngine = (name, run) => add(name, ["chromium"], run, { isForOne: true });
/** `why` says what the drivers of the other engines cannot do; the summary repeats it. */
export const inChromium = (why, name, run) => add(name, ["chromium"], run, { why });
export const inEngines = (engines, why, name, run) => add(name, engines, run, { why });

export const before = (run) => current.before.push(run);
export const after = (run) => current.after.push(run);
export const beforeEach = (run) => current.beforeEach.push(run);
export const afterEach = (run) => current.afterEach.push(run);

/** Says something of the running test in the summary: a measurement, or what its driver cannot show. */
export const note = (text) => notes.push(text);

/** Hands over what has been said, and forgets it. */
export const takeNotes = () => notes.splice(0);

/** The tests of a file that an engine runs. */
export function testsFor({ tests }, engine, { everywhere = false } = {}) {
  return tests.filter(({ engines, isForOne }) => engines.includes(engine) || (everywhere && isForOne));
}
