// What a reader takes away: from the button to the bytes of the file, and what is said of it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { By } from "selenium-webdriver";
import { ENGINE } from "./engines.mjs";
import { KEEPER, savedBy } from "./keeper.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite({ before: () => KEEPER })));
after(() => page?.close());

const run = (script, ...args) => page.driver.executeScript(script, ...args);

async function openDialog(hash = "", options) {
  await page.go(hash, options);
  await page.waitFor(() => document.querySelector(".downloads"), "the dialog's button");
  await page.clickOn("button:has(+ .downloads)", "button of the downloads");
  await page.waitFor(() => document.querySelector(".downloads[open] [data-format]"), "the dialog");
}

/** Takes a file away: its name, its type, its bytes, and what is said of it. */
async function taken(format) {
  const press = () => page.clickOn(`.downloads [data-format="${format}"]`, `button of the file ${format}`);
  const file = await savedBy(page, press, `the file ${format}`);
  const said = await run("return document.querySelector('.downloads [role=status]').textContent");
  return { ...file, said };
}

inEveryEngine("the events on the screen leave as rows, values and days", async () => {
  await openDialog();
  const events = rows("events");
  const csv = await taken("csv");
  assert.match(csv.name, /^jalons-jalons-[\d.]+\.csv$/);
  assert.ok(csv.said.includes(csv.name), csv.said);
  const text = csv.bytes.toString();
  assert.ok(text.startsWith("\ufeffid;"), "a spreadsheet knows it");
  for (const { id } of events) assert.match(text, new RegExp(`^(\ufeff)?${id};`, "m"));
  const json = JSON.parse((await taken("json")).bytes);
  assert.deepEqual(json.records.map(({ id }) => id), events.map(({ id }) => id));
  assert.ok(json.records.every(({ sources }) => sources.every((id) => json.sources.some((source) => source.id === id))));
  const ics = await taken("ics");
  const days = ics.bytes.toString().match(/BEGIN:VEVENT/g).length;
  assert.ok(days > 0 && days <= events.length);
  if (days < events.length) assert.match(ics.said, new RegExp(`${events.length - days} jalon`));
});

inOneEngine("what a filter and a search keep is what leaves", async () => {
  await openDialog("themes=souverainete&q=cloud");
  const { records } = JSON.parse((await taken("json")).bytes);
  assert.ok(records.length > 0 && records.length < rows("events").length, `${records.length} records`);
  assert.ok(records.every(({ theme }) => theme === "souverainete"));
  // The page asks its own search, which may answer later.
  await page.waitFor(
    (ids) => {
      const marks = [...document.querySelectorAll("[data-view] [data-kind=event][data-id]")].map(({ dataset }) => dataset.id);
      const stubs = [...document.querySelectorAll("[data-view] [data-stub]")].flatMap(({ dataset }) => dataset.ids.split(/[\s,;]+/));
      return [...new Set([...marks, ...stubs])].sort().join() === ids;
    },
    "the same records on the screen",
    records.map(({ id }) => id).sort().join(),
  );
});

inOneEngine("the envelopes of a budget leave in English with whole euros and the caution", async () => {
  await openDialog("view=budget&lang=en");
  const csv = await taken("csv");
  assert.match(csv.name, /^jalons-envelopes-relance-[\d.]+\.csv$/);
  assert.match(csv.bytes.toString(), /^relance-fibre,.*570000000/m);
  assert.match(csv.bytes.toString(), /scope_caution_en/);
  assert.match(csv.said, /^File ready: /);
});

inEveryEngine("the view leaves as a drawing and as pixels", async () => {
  await openDialog("view=budget");
  const svg = await taken("svg");
  assert.match(svg.name, /^jalons-budget-[\d.]+\.svg$/);
  assert.match(svg.bytes.toString(), /^<svg [^]*908\u202f?[^]*M€[^]*<\/svg>\n$/);
  const png = await taken("png");
  assert.equal(png.type, "image/png");
  assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  const width = png.bytes.readUInt32BE(16);
  assert.equal(width, 2000, "sharp on dense screens");
  const again = await taken("png");
  assert.ok(again.bytes.equals(png.bytes), "the same state, the same bytes");
});

inEveryEngine("citations and the whole data leave too, and a text can be copied instead", async () => {
  await openDialog();
  assert.match((await taken("txt")).bytes.toString(), /^Jalons, explorateur/);
  assert.match((await taken("bib")).bytes.toString(), /^@dataset\{jalons,/);
  assert.equal(JSON.parse((await taken("csl.json")).bytes)[0].type, "dataset");
  const zip = await taken("zip");
  assert.equal(zip.bytes.subarray(0, 2).toString(), "PK");
  assert.ok(zip.bytes.includes("datapackage.json") && zip.bytes.includes("envelopes.csv"));
  assert.ok(await run("return !document.querySelector('.downloads-outcome button')"), "an archive is no text to copy");
  await taken("txt");
  await page.clickOn(".downloads-outcome button", "way to copy the content");
  await page.waitFor(
    () =>
      document.querySelector(".downloads-outcome textarea")?.value.startsWith("Jalons") ||
      [...document.querySelectorAll(".downloads-outcome [role=status]")].some(({ textContent }) => /^Contenu copié/.test(textContent)),
    "the content copied, or selected to be copied by hand",
  );
});

inOneEngine("what has no picture says how it is taken away", async () => {
  await openDialog("view=indicators");
  assert.ok(await run("return !document.querySelector('.downloads [data-format=svg]')"));
  const csv = await taken("csv");
  assert.equal(csv.bytes.toString().trim().split("\r\n").length >= rows("observations").length + 1, true);
  await page.press("ESCAPE");
  await page.waitFor(() => !document.querySelector("dialog[open]"), "the dialog to close");
  await page.waitFor(() => document.activeElement?.matches("button:has(+ .downloads)"), "the keyboard on its button again");
});

/** The titles of all events, as the page spells them. */
const titles = () => rows("events").map(({ title_fr }) => title_fr);

inEveryEngine("the view leaves on sheets of paper, all of it with its table, and the file opens anywhere", async () => {
  await openDialog("from=2021-01-01&to=2021-12-31");
  const file = await taken("a4");
  assert.match(file.name, /^jalons-[a-z]+-a4-[\d.]+\.html$/);
  assert.equal(file.type, "text/html;charset=utf-8");
  const again = await taken("a4");
  assert.deepEqual(again.bytes, file.bytes, "the same state gives the same sheets");
  const folder = mkdtempSync(join(tmpdir(), "jalons-sheets-"));
  try {
    writeFileSync(join(folder, "sheets.html"), file.bytes);
    await page.driver.get(pathToFileURL(join(folder, "sheets.html")).href);
    const sheets = await run(() => {
      const text = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent).join("\n");
      const drawings = [...document.querySelectorAll(".print-sheet > svg")];
      const inside = drawings.every((svg) => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].every((word) => {
          const at = word.getBoundingClientRect();
          return at.left >= box.left - 1 && at.right <= box.right + 1 && at.top >= box.top - 1 && at.bottom <= box.bottom + 1;
        });
      });
      const rows = document.querySelectorAll(".print-rows tbody tr").length;
      return { count: drawings.length, inside, rows, drawn: text(".print-sheet text"), heads: text(".print-rows thead th") };
    });
    assert.ok(sheets.count >= 2 && sheets.inside, JSON.stringify({ ...sheets, drawn: "" }));
    for (const title of titles()) assert.ok(sheets.drawn.includes(title), `${title} is on no sheet`);
    assert.equal(sheets.rows, titles().length);
    assert.match(sheets.heads, /Sources/);
    if (ENGINE === "chromium") {
      const asked = { preferCSSPageSize: true, printBackground: true };
      const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", asked);
      const pdf = Buffer.from(data, "base64").toString("latin1");
      const size = pdf.match(/\/MediaBox\s*\[([^\]]+)\]/)[1].trim().split(/\s+/).map(Number);
      assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length > sheets.count, "a page for each drawing, then the table");
      assert.ok(Math.abs(size[2] - (297 / 25.4) * 72) < 2, `on the long side of A4: ${size}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const [hash, paper] of [["view=budget", "a3"], ["lanes=projets", "a4"]]) {
  inEveryEngine(`what is printed from the dialog at #${hash} are the sheets, and the page is as it was afterwards`, async () => {
    await openDialog(hash);
    await run(() => {
      window.__printed = [];
      window.print = () => {
        dispatchEvent(new Event("beforeprint"));
        const sheets = document.querySelector("body > main.print-sheets");
        // What fills a shape has the name that it has in the page, which is hidden: then nothing would be seen of it.
        const fills = [...sheets.querySelectorAll('[fill^="url("]')].map((shape) => document.getElementById(shape.getAttribute("fill").slice(5, -1)));
        window.__printed.push({
          isPrinting: document.documentElement.hasAttribute("data-printing"),
          class: sheets.className,
          drawings: sheets.querySelectorAll("svg").length,
          rows: sheets.querySelectorAll("tbody tr").length,
          fills: fills.length,
          areSeen: fills.every((fill) => sheets.contains(fill)),
        });
        dispatchEvent(new Event("afterprint"));
      };
    });
    await taken(paper);
    const print = await page.driver.findElement(By.xpath("//*[contains(@class,'downloads-outcome')]//button[normalize-space()='Imprimer']"));
    await print.click();
    const printed = await run("return window.__printed");
    await page.waitFor(() => !document.querySelector(".print-sheets"), "the page after the printer");
    assert.equal(printed.length, 1);
    const [{ drawings, rows, fills, ...said }] = printed;
    assert.deepEqual(said, { isPrinting: true, class: `print-sheets is-${paper}`, areSeen: true });
    assert.ok(hash === "view=budget" ? drawings === 1 : drawings > 4, `${drawings} drawings`);
    assert.ok(rows > 5, `${rows} rows`);
    assert.ok(fills > 0, "something is filled");
    assert.ok(await run("return !document.querySelector('.print-sheets') && !document.documentElement.hasAttribute('data-printing')"));
    assert.ok(await run("return document.querySelector('.downloads[open]') !== null"), "the dialog is still there");
  });
}
