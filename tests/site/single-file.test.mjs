// The single file as a file: its size, and what its policy allows.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, all, attribute, documentOf } from "./site.mjs";

const FILE = "jalons.html";
/** At most, in bytes. */
const LIMIT = 1_200_000;

test("the single file is small enough to be sent as it is", () => {
  const { size } = statSync(join(DIST, FILE));
  assert.ok(size <= LIMIT, `${size} bytes are more than ${LIMIT}`);
});

test("the policy of the single file allows what it holds and nothing else", () => {
  const [meta, ...others] = all(documentOf(FILE), (element) => attribute(element, "http-equiv") === "Content-Security-Policy");
  assert.deepEqual(others, []);
  const policy = attribute(meta, "content");
  const directives = Object.fromEntries(policy.split("; ").map((directive) => directive.split(/ (.*)/)));
  assert.doesNotMatch(policy, /'self'|unsafe-inline|'unsafe-eval'|https?:|\*/);
  assert.equal(directives["default-src"], "'none'");
  assert.equal(directives["connect-src"], "'none'");
  assert.equal(directives["worker-src"], "blob:");
  assert.equal(directives["img-src"], "data: blob:");
  assert.match(directives["script-src"], /^('sha256-[\w+/]+=' )+'wasm-unsafe-eval'$/);
});
