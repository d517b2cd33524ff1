// The size of the first view: every byte asked for from navigation until the page is ready, at brotli 11, with a cold cache.
//
// What is asked for after the page is ready is listed, and not counted.

import assert from "node:assert/strict";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, brotliSize } from "../site/site.mjs";
import { openSite } from "./page.mjs";
import { after, before, inChromium, note } from "./suite.mjs";

const KB = 1000;
const LIMIT = 160 * KB;
const TARGET = 115 * KB;
/** Until everything on the first page works: the page and the program that takes it over. It knows every key of the address. */
const PROGRAM_LIMIT = 213 * KB;

let page;
before(async () => (page = await openSite({ isCold: true })));
after(() => page?.close());

const brotli = (file) => ({ file, raw: statSync(join(DIST, file)).size, compressed: brotliSize(file) });

function table(files) {
  const line = (raw, compressed, name) => `${raw.padStart(12)} ${compressed.padStart(12)}  ${name}`;
  const kilo = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  return [
    line("raw", "brotli 11", "file"),
    ...files.map(({ file, raw, compressed }) => line(kilo(raw), kilo(compressed), file)),
    line(kilo(sum("raw")), kilo(sum("compressed")), "together"),
  ];
}

inChromium("the bytes of the first view, which no engine changes", "the first view is small enough to answer before its rivals", async () => {
  await page.openEarly("");
  const readyAt = await page.driver.executeScript("return window.__heard.readyAt");
  assert.ok(readyAt, "the moment of readiness was heard");
  // Give what is fetched at idle the time to be fetched, so that it can be listed.
  await page.driver.executeAsyncScript(
    "const done = arguments[0]; (window.requestIdleCallback ?? setTimeout)(() => setTimeout(done, 300))",
  );

  const asked = page.server.requests.filter(({ status, file }) => status < 400 && file !== null);
  const unique = (requests) => [...new Set(requests.map(({ file }) => decodeURIComponent(file)))];
  const first = unique(asked.filter(({ time }) => time <= readyAt));
  const later = unique(asked.filter(({ time }) => time > readyAt)).filter((file) => !first.includes(file));

  const files = first.map(brotli).sort((a, b) => b.compressed - a.compressed);
  const total = files.reduce((sum, { compressed }) => sum + compressed, 0);
  note(`first view, from navigation to ready (limit ${LIMIT / KB} KB, target ${TARGET / KB} KB):`);
  for (const line of table(files)) note(line);
  if (later.length > 0) {
    note("fetched after ready, not counted:");
    for (const line of table(later.map(brotli))) note(line);
  }
  if (total > TARGET && total <= LIMIT) note(`above the target by ${((total - TARGET) / KB).toFixed(1)} KB`);
  mkdirSync("target", { recursive: true });
  writeFileSync("target/first-view.json", `${JSON.stringify({ total, limit: LIMIT, target: TARGET, files }, null, 2)}\n`);

  assert.ok(files.some(({ file }) => file === "index.html"), "the page is among the files counted");
  // The program comes next: it must not grow because it is no longer waited for.
  const program = later.filter((file) => /^jalons-[0-9a-f]+\.(js|wasm)$/.test(file)).map(brotli);
  const whole = total + program.reduce((sum, { compressed }) => sum + compressed, 0);
  note(`with the program: ${(whole / KB).toFixed(1)} KB (limit ${PROGRAM_LIMIT / KB} KB)`);
  assert.equal(program.length, 2, "the program is asked for after the page is ready");
  assert.ok(whole <= PROGRAM_LIMIT, `${(whole / KB).toFixed(1)} KB with the program`);
  assert.ok(total <= LIMIT, `${(total / KB).toFixed(1)} KB is above the limit of ${LIMIT / KB} KB`);
});
