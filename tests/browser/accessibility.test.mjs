// What a machine can check of accessibility, in every view, language and scheme: axe finds nothing, targets are large enough.
//
// In Chromium the whole matrix; in the other engines a part of it, since axe reads what every engine makes alike.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallTargets, violations } from "./accessible.mjs";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const event = rows("events").find(({ importance }) => importance === "3").id;
const VIEWS = { timeline: [], projects: ["lanes=projets"], budget: ["view=budget"], indicators: ["view=indicators"], trends: ["view=trends"], story: ["view=story", "step=recit-collectivites"], table: ["view=table"] };
const STATES = {
  plain: [],
  "with a record open": [`focus=${event}`],
  "with a filter": ["themes=donnees,souverainete"],
  "with an error shown": ["stage=nonsense"],
};

/** Opens a state and waits for what comes after the first view. */
async function open(hash, width) {
  await page.open(hash, { width });
  await page.waitFor(() => document.querySelector(".tools")?.childElementCount > 0, "search and help");
  await page.standStill();
}

const isWhole = ENGINE === "chromium";
for (const [view, keys] of Object.entries(VIEWS)) {
  for (const lang of isWhole ? ["fr", "en"] : ["fr"]) {
    for (const scheme of isWhole ? ["light", "dark"] : ["dark"]) {
      for (const width of isWhole ? [1280, 390] : [view === "budget" ? 390 : 1280]) {
        test(`${ENGINE}: axe finds nothing in the ${view}, ${lang}, ${scheme}, ${width} px`, async () => {
          const found = [];
          for (const [state, more] of Object.entries(STATES)) {
            await open([...keys, ...more, lang === "en" ? "lang=en" : "", `scheme=${scheme}`].filter(Boolean).join("&"), width);
            for (const line of await violations(page)) found.push(`${state}: ${line}`);
          }
          assert.deepEqual(found, []);
        });
      }
    }
  }

  for (const width of [1280, 390, 320]) {
    test(`${ENGINE}: every target of the ${view} is 24 px large or has the room, at ${width} px`, async () => {
      const found = [];
      for (const [state, more] of Object.entries(STATES)) {
        await open([...keys, ...more].join("&"), width);
        for (const line of await smallTargets(page)) found.push(`${state}: ${line}`);
      }
      assert.deepEqual(found, []);
    });
  }
}
