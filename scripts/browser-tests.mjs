// Runs test files of one engine, a few at a time, each in a process and a browser of its own.
//
//   ENGINE=chromium|firefox|webkit node scripts/browser-tests.mjs FILE…
//   JALONS_TEST_JOBS=1                one file after the other (default: 2)
//
// A browser may end in the middle of a test by a fault of its own, and all tests after it in its file fail. A file
// whose browser has ended is run once more in a new one, and the output says so: a page that ends it ends it again.

import { spawn } from "node:child_process";
import { basename } from "node:path";

const files = process.argv.slice(2);
const jobs = Number(process.env.JALONS_TEST_JOBS ?? 2);
const engine = process.env.ENGINE ?? "chromium";
if (!(Number.isInteger(jobs) && jobs > 0)) throw new Error(`JALONS_TEST_JOBS="${process.env.JALONS_TEST_JOBS}" is not a number of files: 1, 2…`);
if (files.length === 0) throw new Error("name the test files to be run");

/** What drivers say when there is no browser any more. */
const BROWSER_ENDED = /page crash or hang|tab crashed|NoSuchSessionError|invalid session id|disconnected: .*DevTools/;

const queue = [...files];
const failed = [];
await Promise.all(Array.from({ length: jobs }, work));
if (failed.length > 0) console.log(`failed in ${engine}: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);

/** Takes one file after the other until none is left. */
async function work() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    let { code, output } = await run(file);
    if (code !== 0 && BROWSER_ENDED.test(output)) {
      const tests = [...output.matchAll(/^✖ (.+?) \(\d/gm)].map(([, name]) => name);
      console.log(`the browser ended in ${engine}, in ${basename(file)}: ${tests[0] ?? "before the first test"}; run again`);
      ({ code, output } = await run(file));
    }
    // Whole, so that files that run side by side can be told apart.
    process.stdout.write(output);
    if (code !== 0) failed.push(basename(file));
  }
}

function run(file) {
  const child = spawn(process.execPath, ["--test", "--test-reporter=spec", file], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((ended) => child.once("close", (code) => ended({ code, output: Buffer.concat(chunks).toString() })));
}
