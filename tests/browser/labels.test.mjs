// Every label can be read: whole, inside its box, over no other, at the four widths the project promises.

import assert from "node:assert/strict";
import { labelProblems } from "./labels.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const envelopes = rows("envelopes").filter((envelope) => envelope.scope === "relance");
const root = envelopes.find((envelope) => envelope.parent === "");
const part = envelopes.find(
  (envelope) => envelope.parent === root.id && envelopes.some((child) => child.parent === envelope.id),
);

const pictures = {
  "the timeline": "",
  "the timeline of one year": "from=2021&to=2021",
  "the treemap": "view=budget",
  "an opened part of the treemap": `view=budget&at=${part.id}`,
};

for (const width of [1280, 768, 390, 320]) {
  for (const [picture, hash] of Object.entries(pictures)) {
    inEveryEngine(`${picture} has every label whole and clear of the others at ${width} px`, async () => {
      const problems = [];
      for (const lang of ["fr", "en"]) {
        await page.go([hash, lang === "fr" ? "" : "lang=en"].filter(Boolean).join("&"), { width });
        const found = await page.driver.executeScript(labelProblems);
        problems.push(...found.map((problem) => `${lang}: ${problem}`));
      }
      assert.ok(problems.length === 0, `${problems.length} labels are wrong:\n  ${problems.slice(0, 12).join("\n  ")}`);
    });
  }
}
