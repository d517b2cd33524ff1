// What a machine can check of accessibility, in every view, language and scheme: axe finds nothing, targets are large enough.
//
// In Chromium any two of language, scheme and width; in the other engines one mix, since axe reads what every engine makes alike.

import assert from "node:assert/strict";
import { smallTargets, violations } from "./accessible.mjs";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inOneEngine } from "./suite.mjs";

const isWhole = ENGINE === "chromium";

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

/** Any two of language, scheme and width meet in these; one of them and the one opposite have each value of all. */
const MIXES = [["fr", "light", 1280], ["en", "dark", 390], ["fr", "dark", 390], ["en", "light", 1280]];
const ALL_STATES = Object.keys(STATES);

/** What a check finds in these states of a view, one line each. */
async function foundIn(view, states, more, width, ...checks) {
  const found = [];
  for (const state of states) {
    await open([...VIEWS[view], ...STATES[state], ...more].join("&"), width);
    for (const check of checks) for (const line of await check(page)) found.push(`${state}: ${line}`);
  }
  return found;
}

for (const view of Object.keys(VIEWS)) {
  const own = ["fr", "dark", view === "budget" ? 390 : 1280];
  const mixes = isWhole ? MIXES : [own];
  for (const [place, [lang, scheme, width]] of mixes.entries()) {
    inOneEngine(`axe finds nothing and every target has its 24 px or the room in the ${view}, ${lang}, ${scheme}, ${width} px`, async () => {
      // The plain view in every mix, each other state in one and the one opposite.
      const states = ALL_STATES.filter((_, state) => !isWhole || state === 0 || state % 2 === Number(place < 2));
      const more = [...(lang === "en" ? ["lang=en"] : []), `scheme=${scheme}`];
      assert.deepEqual(await foundIn(view, states, more, width, violations, smallTargets), []);
    });
  }

  for (const width of [1280, 390, 320].filter((width) => mixes.every((mix) => mix[2] !== width))) {
    inOneEngine(`every target of the ${view} is 24 px large or has the room, at ${width} px`, async () => {
      const states = isWhole ? ALL_STATES : ["plain", "with a record open"];
      assert.deepEqual(await foundIn(view, states, [], width, smallTargets), []);
    });
  }
}
