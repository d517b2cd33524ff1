// Runs test files of one engine, a few at a time, each in a process and a browser of its own.
//
//   ENGINE=chromium|firefox|webkit node scripts/browser-tests.mjs FILE…
//   JALONS_TEST_JOBS=1                one file after the other (default: 2)
//
// A browser may end in the middle of a test by a fault of its own, and all tests after it in its file fail; its driver may
// lose an answer, its workers or its network may hang, or a busy machine come too late. A file that fails is run once more
// at the end, by itself and in a new browser, and the output says so with its reason: what the page is to blame for happens
// again.

import { spawn } from "node:child_process";
import { basename } from "node:path";

const files = process.argv.slice(2);
const jobs = Number(process.env.JALONS_TEST_JOBS ?? 2);
const engine = process.env.ENGINE ?? "chromium";
if (!(Number.isInteger(jobs) && jobs > 0)) throw new Error(`JALONS_TEST_JOBS="${process.env.JALONS_TEST_JOBS}" is not a number of files: 1, 2…`);
if (files.length === 0) throw new Error("name the test files to be run");

const queue = [...files];
const again = [];
await Promise.all(Array.from({ length: jobs }, work));
const failed = [];
for (const file of again) {
  const { code, output } = await run(file);
  process.stdout.write(output);
  if (code !== 0) failed.push(basename(file));
}
if (failed.length > 0) console.log(`failed in ${engine}: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);

/** Takes one file after the other until none is left. */
async function work() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const { code, output } = await run(file);
    if (code !== 0) {
      console.log(`run again in ${engine}: ${basename(file)}, ${firstFailure(output)}`);
      again.push(file);
      continue;
    }
    // Whole, so that files that run side by side can be told apart.
    process.stdout.write(output);
  }
}

/** The first test that failed and what it said, on one line: also why the program of a page has stopped, if it has. */
function firstFailure(output) {
  const lines = output.slice(output.indexOf("✖ failing tests:")).split("\n");
  const first = lines.findIndex((line) => /^✖ .+ \(\d/.test(line));
  if (first < 0) return "before the first test";
  const end = lines.findIndex((line, place) => place > first && /^\s+at /.test(line));
  return lines.slice(first, end < 0 ? first + 2 : Math.min(end, first + 16)).map((line) => line.trim()).join(" | ");
}

function run(file) {
  const child = spawn(process.execPath, ["--test", "--test-reporter=spec", file], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((ended) => child.once("close", (code) => ended({ code, output: Buffer.concat(chunks).toString() })));
}
