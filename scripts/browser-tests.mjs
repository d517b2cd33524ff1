// Runs test files of one engine, a few at a time, each in a process and a browser of its own.
//
//   ENGINE=chromium|firefox|webkit node scripts/browser-tests.mjs FILE…
//   JALONS_TEST_JOBS=1                one file after the other (default: 2)
//
// A browser may end in the middle of a test by a fault of its own, and all tests after it in its file fail; its driver may
// lose an answer, or a busy machine come too late. A file that fails for such reasons alone is run once more in a new
// browser, and the output says so with its reason: what the page is to blame for happens again. A page that shows what is
// wrong fails at once.

import { spawn } from "node:child_process";
import { basename } from "node:path";

const files = process.argv.slice(2);
const jobs = Number(process.env.JALONS_TEST_JOBS ?? 2);
const engine = process.env.ENGINE ?? "chromium";
if (!(Number.isInteger(jobs) && jobs > 0)) throw new Error(`JALONS_TEST_JOBS="${process.env.JALONS_TEST_JOBS}" is not a number of files: 1, 2…`);
if (files.length === 0) throw new Error("name the test files to be run");

/** What drivers say when there is no browser any more, or no answer, and our own waits when nothing came. */
const NO_ANSWER = /page crash or hang|tab crashed|NoSuchSessionError|invalid session id|disconnected: .*DevTools|WebDriverError|waited \d+ s in vain/;
/** What stands under a test that saw something wrong. */
const SEEN_WRONG = /ERR_ASSERTION|AssertionError/;

const queue = [...files];
const failed = [];
await Promise.all(Array.from({ length: jobs }, work));
if (failed.length > 0) console.log(`failed in ${engine}: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);

/** Takes one file after the other until none is left. */
async function work() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    let { code, output } = await run(file);
    const reason = code !== 0 && !SEEN_WRONG.test(output) && said(output);
    if (reason) {
      const [, test = "before the first test"] = output.match(/^✖ (.+?) \(\d/m) ?? [];
      console.log(`run again in ${engine}: ${basename(file)}, ${test}: ${reason}`);
      ({ code, output } = await run(file));
    }
    // Whole, so that files that run side by side can be told apart.
    process.stdout.write(output);
    if (code !== 0) failed.push(basename(file));
  }
}

/** What was said for want of an answer, on one line: also why the program of a page has stopped, if it has. */
function said(output) {
  const lines = output.split("\n");
  const first = lines.findIndex((line) => NO_ANSWER.test(line));
  if (first < 0) return "";
  const end = lines.findIndex((line, place) => place > first && /^\s+at /.test(line));
  return lines.slice(first, end < 0 ? first + 1 : Math.min(end, first + 12)).map((line) => line.trim()).join(" | ");
}

function run(file) {
  const child = spawn(process.execPath, ["--test", "--test-reporter=spec", file], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((ended) => child.once("close", (code) => ended({ code, output: Buffer.concat(chunks).toString() })));
}
