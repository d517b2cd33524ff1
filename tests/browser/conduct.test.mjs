// The page's conduct: no error, nothing that its own policy forbids, no request beyond its own origin, under any path.

import assert from "node:assert/strict";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

/** What this engine's driver cannot show; it is printed with the results. */
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
// Under a sub-path, as on a host that serves other things beside it.
before(async () => (page = await openSite({ mount: "/some/where/" })));
after(() => page?.close());

const leaf = rows("events")[0].id;
const walks = {
  "the timeline": [""],
  "the treemap": ["view=budget"],
  "a record": [`focus=${leaf}`],
  "English, in the dark": ["lang=en&scheme=dark", "view=budget&lang=en&scheme=dark"],
  "an address with wrong and unknown values": ["view=nowhere&from=never&themes=x&who=knows"],
};

for (const [what, hashes] of Object.entries(walks)) {
  inEveryEngine(`${what} opens under a sub-path without an error, a violation or a request elsewhere`, async () => {
    for (const hash of hashes) {
      for (const width of [1280, 390]) {
        await page.open(hash, { width });
        assert.deepEqual(await page.problems(), [], `at ${width} px, #${hash}`);
      }
    }
  });
}

inEveryEngine("a reader who clicks, drills, switches and scrolls meets no error either", async () => {
  await page.open("");
  await page.clickMark("event", (await page.marks("event"))[0]);
  await page.standStill();
  await page.press("ESCAPE");
  await page.driver.executeScript("location.hash = 'view=budget'");
  await page.waitFor(() => document.querySelector("[data-view=budget]") !== null, "the treemap to be shown");
  await page.standStill();
  const [cell] = await page.marks("envelope");
  await page.clickMark("envelope", cell);
  await page.standStill();
  await page.press("ESCAPE");
  await page.driver.executeScript("scrollTo(0, document.documentElement.scrollHeight)");
  await page.standStill();
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("every file that the page asks for is there", async () => {
  await page.open("");
  const missing = page.server.requests.filter(({ status }) => status !== null && status >= 400);
  assert.deepEqual(missing.map(({ path, status }) => `${status} ${path}`), []);
});

inEveryEngine("what this engine's driver cannot show is said here", (t) => {
  for (const gap of NOT_SEEN[ENGINE]) t.diagnostic(`not seen in ${ENGINE}: ${gap}`);
  if (NOT_SEEN[ENGINE].length === 0) t.diagnostic(`${ENGINE}: everything the tests look for can be seen`);
});
