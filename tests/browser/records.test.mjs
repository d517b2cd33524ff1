// The records: every record of every kind opens and says something, and what cannot be loaded is told and can be asked for again.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

/** Everything that has an id of its own and can be the focus of an address. */
const RESOURCES = [
  "themes", "events", "programmes", "scopes", "splits", "envelopes", "appropriations", "indicators", "observations",
  "projects", "editions", "facts", "actors", "positions", "discrepancies", "glossary", "sources",
];

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

/** Engines allow some hundred changes of address in ten seconds: all records in one of them and one language, else a tenth. */
const shareOf = (lang) => (ENGINE === "chromium" && lang === "fr" ? 1 : 10);

for (const lang of ["fr", "en"]) {
  inOneEngine(`every record of every kind opens without an empty title, field or source (${lang})`, async () => {
    await page.go(`focus=${rows("events")[0].id}&lang=${lang}`);
    await page.waitFor(() => document.querySelector("[data-record] .record-sources") !== null, "the details to be there");
    const ids = RESOURCES.flatMap((resource) => rows(resource).filter((_, place) => place % shareOf(lang) === 0).map(({ id }) => id));
    assert.ok(ids.length > 700 / shareOf(lang), `${ids.length} records`);
    await page.driver.manage().setTimeouts({ script: 120_000 });
    const problems = await page.driver.executeAsyncScript(
      (ids, lang) => {
        const done = arguments[arguments.length - 1];
        const problems = [];
        const shown = () => document.querySelector("[data-record]");
        const text = (element) => element?.textContent.trim() ?? "";
        const look = (id) => {
          const record = shown();
          if (text(record.querySelector("h2")) === "") problems.push(`${id}: no title`);
          for (const field of record.querySelectorAll("dt")) {
            if (text(field) === "") problems.push(`${id}: a field without a name`);
            if (text(field.nextElementSibling) === "") problems.push(`${id}: nothing under "${text(field)}"`);
          }
          for (const link of record.querySelectorAll("a")) if (text(link) === "") problems.push(`${id}: an empty link`);
          for (const line of record.querySelectorAll(".statement, .caution, .conflict p")) {
            if (text(line) === "") problems.push(`${id}: an empty sentence`);
          }
          for (const source of record.querySelectorAll(".record-sources li")) {
            if (source.querySelectorAll(".tag").length === 0) problems.push(`${id}: a source that does not say how it was read`);
          }
          if (record.querySelector(".pending, .missing")) problems.push(`${id}: a text is still missing`);
        };
        // Each address is followed as a link would be; the record is there before the next frame.
        let place = 0;
        const next = () => {
          if (place === ids.length) return done(problems);
          const id = ids[place++];
          let frames = 0;
          const wait = () => {
            if (shown()?.dataset.record === id) {
              look(id);
              return next();
            }
            // An engine that holds changes back drops some of them: once a second it is asked again.
            if (frames % 60 === 0) location.replace(`#focus=${id}&lang=${lang}`);
            if (frames++ < 900) return requestAnimationFrame(wait);
            problems.push(`${id}: does not open`);
            next();
          };
          wait();
        };
        next();
      },
      ids,
      lang,
    );
    assert.ok(problems.length === 0, `${problems.length} problems:\n  ${problems.slice(0, 15).join("\n  ")}`);
    assert.deepEqual(await page.notes(), [], "no address was told to be wrong");
  });
}

inEveryEngine("details that cannot be loaded are told in the record, and come when asked for again", async () => {
  // A copy of the site from which the details are taken away, and given back.
  const root = mkdtempSync(join(tmpdir(), "jalons-"));
  cpSync(process.env.JALONS_DIST ?? "dist", root, { recursive: true });
  const details = readdirSync(root).filter((name) => name.startsWith("detail-"));
  for (const name of details) renameSync(join(root, name), join(root, `away-${name}`));
  const broken = await openSite({ root, isCold: true });
  try {
    const { id, title_fr: title } = rows("events").at(-1);
    await broken.open(`focus=${id}`);
    await broken.waitFor(() => document.querySelector("[data-record] [role=alert]") !== null, "the record to say so");
    const heading = await broken.driver.executeScript("return document.querySelector('[data-record] h2').textContent");
    assert.equal(heading, title, "what is known is shown all the same");
    await broken.clickMark("event", (await broken.marks("event"))[0]);
    for (const name of details) renameSync(join(root, `away-${name}`), join(root, name));
    await broken.clickOn("[data-record] [role=alert] button", "way to ask again");
    await broken.waitFor(() => document.querySelector("[data-record] .record-sources") !== null, "the details to come");
  } finally {
    await broken.close();
    rmSync(root, { recursive: true });
  }
});

inOneEngine("on the English page the titles of French sources and what is quoted from them are marked as French", async () => {
  await page.go("lang=en&focus=relance-collectivites");
  await page.waitFor(() => document.querySelector("[data-record] .record-sources a"), "the sources");
  const languages = await page.driver.executeScript(() =>
    [...document.querySelectorAll("[data-record] .record-sources p:first-child a, [data-record] .claim-source a")].map(
      (link) => link.closest("[lang]").lang,
    ),
  );
  assert.ok(languages.length > 4);
  assert.deepEqual([...new Set(languages)], ["fr"]);
  const quoted = await page.driver.executeScript(() =>
    [...document.querySelectorAll("[data-record] .conflict strong")]
      .filter(({ textContent }) => textContent.startsWith("“"))
      .map((words) => words.closest("[lang]").lang),
  );
  assert.ok(quoted.length > 0);
  assert.deepEqual([...new Set(quoted)], ["fr"]);
});
