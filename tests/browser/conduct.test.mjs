// The page's conduct: no error, nothing that its own policy forbids, no request beyond its own origin, under any path.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

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
        await page.go(hash, { width });
        assert.deepEqual(await page.problems(), [], `at ${width} px, #${hash}`);
      }
    }
  });
}

inEveryEngine("a reader who clicks, drills, switches and scrolls meets no error either", async () => {
  await page.go("");
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
  await page.go("");
  const missing = page.server.requests.filter(({ status }) => status !== null && status >= 400);
  assert.deepEqual(missing.map(({ path, status }) => `${status} ${path}`), []);
});
