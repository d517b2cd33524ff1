// The tests' own test: on a page that does everything wrong, in a window and in a frame, they must notice it all.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { ENGINE } from "./engines.mjs";
import { labelProblems } from "./labels.mjs";
import { openSite } from "./page.mjs";
import { after, before, inEveryEngine, note } from "./suite.mjs";

/** What an engine's driver cannot show, beside the tests that say so themselves. */
const NOT_SEEN = {
  chromium: [],
  firefox: ["viewports under 500 px are frames, not windows"],
  webkit: [
    "messages that the browser itself writes to the console (the page's own errors, failed loads and violations are heard)",
    "requests elsewhere that neither the policy refuses nor the page's list of resources shows",
    "viewports under 447 px are frames, not windows",
    "the page carries one more <script>, the test's listeners, above its policy",
  ],
};

let page;
before(async () => (page = await openSite({ root: fileURLToPath(new URL("faulty", import.meta.url)) })));
after(() => page?.close());

for (const width of [1280, 390]) {
  inEveryEngine(`the tests notice errors, violations and requests elsewhere at ${width} px`, async () => {
    if (width === 390) for (const gap of NOT_SEEN[ENGINE]) note(`not seen: ${gap}`);
    await page.openEarly("", { width });
    const problems = (await page.problems()).join("\n");
    for (const fault of [
      /error: said by console\.error/,
      /violation: style-src-attr refused inline/,
      /violation: img-src refused http:\/\/127\.0\.0\.2:9/,
      /error: <img> could not load .*missing\.png/,
      /error: .*thrown/,
      /error: unhandled: Error: rejected/,
    ]) {
      assert.match(problems, fault);
    }
    // Whatever the driver adds: Chromium's log sees what the policy refuses as a request, too.
    if (ENGINE === "chromium") assert.match(problems, /request elsewhere: http:\/\/127\.0\.0\.2:9/);
    if (ENGINE !== "webkit") assert.match(problems, /console: .*said by console\.error/);
  });

  inEveryEngine(`the tests notice labels that are cut or lie over another at ${width} px`, async () => {
    await page.openEarly("", { width });
    const problems = (await page.driver.executeScript(labelProblems)).join("\n");
    assert.match(problems, /"cut at the edge" is cut/);
    assert.match(problems, /"one label" .* lies over "over another"/);
  });
}
