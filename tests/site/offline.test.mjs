// What is kept for reading without network, as a list: it is complete, and each version is its content.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { change, copyOfSite, deleteCopies, finish } from "./copies.mjs";
import { filesIn } from "./site.mjs";

const WORKER = "service-worker.js";

after(deleteCopies);

test("the list of what is kept is complete, and a version is its content", () => {
  const folder = copyOfSite();
  const worker = () => readFileSync(join(folder, WORKER), "utf8");
  const version = () => /data-offline="jalons-offline-([0-9a-f]{16})\.js"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];
  const [before, first] = [version(), worker()];
  for (const file of filesIn(folder).filter((file) => file !== WORKER)) assert.ok(first.includes(`"${file}"`), `${file} is in the list`);
  finish(folder);
  assert.equal(worker(), first, "finished twice, nothing changes");
  change(folder, "icon.svg", (svg) => `${svg}\n`);
  finish(folder);
  assert.notEqual(version(), before, "one byte of one file makes another version");
  assert.equal(existsSync(join(folder, `jalons-offline-${before}.js`)), false, "the earlier script is gone");
});
