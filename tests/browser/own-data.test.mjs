// Data of a reader's own: from a file, a drop or a text to the page, what is said of them, the way back, the published page.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { By } from "selenium-webdriver";
import { ENGINE, LISTENERS } from "./engines.mjs";
import { KEEPER, savedBy } from "./keeper.mjs";
import { DIST, HEAD_BEGINS, openSite, rows } from "./page.mjs";
import { after, before, inChromium, inEveryEngine, inOneEngine } from "./suite.mjs";

const FIXTURES = resolve("tests/fixtures/import");

let page;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "jalons-own-"));
  page = await openSite({ before: () => KEEPER });
});
after(async () => {
  await page?.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (script, ...args) => page.driver.executeScript(script, ...args);
const text = (selector) => run((selector) => document.querySelector(selector)?.innerText ?? "", selector);

async function openDialog(hash = "", options) {
  await page.go(hash, options);
  await page.waitFor(() => document.querySelector(".own-data"), "the dialog's button");
  await page.clickOn("button:has(+ .own-data)", "button of one's own data");
  await page.waitFor(() => document.querySelector(".own-data[open] input[name=files]"), "the dialog");
}

/** Waits until the files are read: what the dialog says then. */
async function outcome(said = /^(Reconnu|Recognised|Ce que|What these)/) {
  await page.waitFor((said) => RegExp(said).test(document.querySelector(".own-data-outcome [role=status]")?.textContent), "the files to be read", said.source);
  return text(".own-data-outcome");
}

async function choose(...files) {
  await page.driver.findElement(By.css(".own-data input[name=files]")).sendKeys(files.join("\n"));
  return outcome();
}

async function paste(content) {
  await run((content) => {
    const details = document.querySelector(".own-data details");
    details.open = true;
    details.querySelector("textarea").value = content;
  }, content);
  await page.clickOn(".own-data [data-action=read]", "button that reads the text");
}

async function show() {
  await page.clickOn(".own-data [data-action=show]", "button that shows the data");
  await page.waitFor(() => document.querySelector("[data-brought-notice]") && !document.querySelector(".own-data[open]"), "the data to be shown");
  await page.isReady();
}

/** The events of flat.csv. */
const EVENT_IDS = ["bilan", "note", "plan-de-relance"];
const EVENTS = "date;titre;thème\n2023-03-18;Adoption du schéma;Gouvernance\n2024-09;Étude des besoins;Services\n2026;Guichet unique;Services\n";
const BUDGET = "chemin;montant\nPlan/Écoles;1200000\nPlan/Médiathèques;350000\nPlan/Formation;480000\n";

inEveryEngine("a file is recognised and told, and what is on the screen stays until the reader accepts", async () => {
  await openDialog();
  const said = await choose(join(FIXTURES, "flat.csv"));
  assert.match(said, /Reconnu\s: tableau \(CSV\)/);
  assert.match(said, /3\u{a0}événements, 2\u{a0}enveloppes/u);
  assert.match(said, /À quoi sert chaque colonne/);
  assert.deepEqual((await page.marks("event")).length > 10, true, "the page's own events are still there");
  await show();
  assert.equal((await text("h1")).includes("flat"), true);
  assert.deepEqual((await page.marks("event")).sort(), EVENT_IDS);
  assert.deepEqual(await run(() => [...document.querySelectorAll(".tabs a")].map(({ textContent }) => textContent)), ["Chronologie", "Budgets", "Tableau"]);
  assert.match(await text("[data-brought-notice]"), /flat\.csv/);
  assert.doesNotMatch(await text("body"), /Cercle de la réforme|Licence Ouverte/);
});

inEveryEngine("the views, the table, a record and the search are of these data alone", async () => {
  await openDialog();
  await paste(EVENTS);
  await outcome();
  await show();
  assert.deepEqual(await run(() => [...document.querySelectorAll(".tabs a")].map(({ textContent }) => textContent)), ["Chronologie", "Tableau"]);
  const [event] = await page.marks("event");
  await page.clickMark("event", event);
  await page.waitFor((id) => document.querySelector(`[data-record="${id}"]`), "the record", event);
  assert.match(await text("[data-record]"), /texte collé/);
  await page.clickOn(".tabs li:last-child a", "tab of the table");
  await page.waitFor(() => document.querySelectorAll("[data-view] tr[data-id]").length === 3, "three rows");
  await page.driver.findElement(By.css("[role=combobox]")).sendKeys("guichet");
  await page.waitFor(() => /Guichet unique/.test(document.querySelector("[role=listbox]")?.innerText), "the search to find it");
  assert.doesNotMatch(await text("[role=listbox]"), /France/);
});

inEveryEngine("of a long table what is in sight is drawn, and every row is reached", async () => {
  await openDialog();
  await paste(`date;titre\n${Array.from({ length: 3000 }, (_, number) => `${2000 + (number % 20)}-03-18;Étape ${number}\n`).join("")}`);
  await outcome();
  await show();
  await page.clickOn(".tabs li:last-child a", "tab of the table");
  await page.waitFor(() => document.querySelector("[data-view] tr[data-id]"), "the rows");
  const drawn = () => run(() => [...document.querySelectorAll("[data-view] tr[data-id]")].map((row) => Number(row.getAttribute("aria-rowindex"))));
  const first = await drawn();
  assert.equal(first[0], 2, "the heads are the first row");
  assert.ok(first.length < 400, `${first.length} rows are drawn`);
  assert.equal(await run("return document.querySelector('[data-view] table').getAttribute('aria-rowcount')"), "3001");
  // To the end, as a reader would: each step shows rows where the page is.
  for (let step = 0; step < 12; step += 1) {
    await run((share) => scrollTo(0, document.documentElement.scrollHeight * share), (step + 1) / 12);
    await page.waitFor(() => {
      const rows = [...document.querySelectorAll("[data-view] tr[data-id]")].map((row) => row.getBoundingClientRect());
      return rows.some(({ top, bottom }) => bottom > 0 && top < innerHeight);
    }, "rows in sight");
  }
  await run(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitFor(() => document.querySelector('[data-view] tr[aria-rowindex="3001"]'), "the last row");
  assert.ok((await drawn()).length < 400);
});

inEveryEngine("small parts that share a cell are opened by the keyboard, and Escape leads back", async () => {
  await openDialog();
  const small = Array.from({ length: 300 }, (_, place) => `Plan/Petite mesure ${place + 1};${1000 + place}\n`);
  await paste(`chemin;montant\nPlan/Grand projet;90000000\n${small.join("")}`);
  await outcome();
  await show();
  const cells = () => page.marks("envelope");
  assert.deepEqual(await cells(), ["grand-projet"]);
  for (const key of ["ENTER", "SPACE"]) {
    await run(() => document.querySelector(".treemap [data-id=grand-projet]").focus());
    await page.press("END");
    const name = () => run(() => document.activeElement.getAttribute("aria-label"));
    assert.match(await name(), /300/, "the keyboard is on the cell that stands for the small parts");
    await page.press(key);
    await page.waitFor(() => document.activeElement?.dataset.kind === "envelope", "the keyboard to be on one of the parts");
    assert.ok((await cells()).every((id) => id.startsWith("petite-mesure")), "the small parts have the map for themselves");
    await page.press("ESCAPE");
    await page.waitFor(() => document.activeElement?.dataset.id === "grand-projet", "the keyboard to be back on the level before");
  }
});

inEveryEngine("on a phone a long list is drawn in pieces, and every event is in it or counted", async () => {
  await openDialog("", { width: 390, height: 800 });
  const lines = Array.from({ length: 1000 }, (_, place) => `${2000 + (place % 20)}-0${1 + (place % 9)}-1${place % 10};Mesure ${place};Services`);
  const path = join(folder, "long.csv");
  writeFileSync(path, `date;titre;thème\n${lines.join("\n")}\n`);
  await choose(path);
  await show();
  const state = () =>
    run(() => {
      const events = document.querySelectorAll("[data-view=timeline] [data-kind=event][data-id]").length;
      const counted = [...document.querySelectorAll("[data-view=timeline] [data-stub]")].reduce((sum, { dataset }) => sum + Number(dataset.count), 0);
      return { events, counted };
    });
  const first = await state();
  assert.ok(first.events > 200 && first.events <= 300, `${first.events} events`);
  assert.equal(first.events + first.counted, 1000);
  await page.clickOn("[data-view=timeline] button[data-stub]", "button of the rest");
  await page.waitFor((events) => document.querySelectorAll("[data-view=timeline] [data-kind=event][data-id]").length > events, "more of the list", first.events);
  const place = await page.waitFor(() => {
    const line = document.activeElement.closest(".event-list li");
    return line && [...line.parentElement.children].indexOf(line) + 1;
  }, "the keyboard in the list");
  assert.ok(place === 301 || place === 302, `the keyboard is at line ${place}`);
  const second = await state();
  assert.equal(second.events + second.counted, 1000);
});

inEveryEngine("one click leads back to the data of the page", async () => {
  await openDialog("view=budget&lang=en");
  await paste(BUDGET);
  await outcome();
  await show();
  await page.waitFor(() => document.querySelectorAll(".treemap .cell").length === 3, "three cells");
  assert.match(await text("[data-breadcrumb]"), /2,030,000|2\.03/);
  await page.clickOn("[data-action=back]", "button that leads back");
  await page.waitFor(() => !document.querySelector("[data-brought-notice]") && document.querySelector("[data-view] [data-kind=event]"), "the page's own data");
  await page.isReady();
  assert.equal(await run("return document.documentElement.lang"), "en");
  assert.match(await text("h1"), /Where does France/);
  assert.ok((await page.marks("event")).length > 10);
});

inOneEngine("what is wrong is listed with its place, and the good rows can be shown without it", async () => {
  await openDialog();
  await paste("date;titre\n2021-03-18;Un\nhier;Deux\n2021-13-01;Trois\n2022;Quatre\n");
  const said = await outcome();
  assert.match(said, /2\u{a0}lignes de côté/u);
  const problems = await run(() => [...document.querySelectorAll(".own-data-problems tbody tr")].map(({ cells }) => [...cells].map(({ textContent }) => textContent)));
  assert.equal(problems.length, 2);
  assert.match(problems[0][0], /ligne\u{a0}3, colonne\u{a0}date/u);
  assert.equal(problems[0][1], "hier");
  assert.match(problems[0][2], /n’est pas une date.*écrivez/);
  assert.match(problems[1][0], /ligne\u{a0}4/u);
  assert.match(await text("[data-action=show]"), /Afficher sans 2\u{a0}lignes/u);
  await show();
  assert.equal((await page.marks("event")).length, 2);
});

inOneEngine("what a file leaves open is asked, and read again by the answer", async () => {
  await openDialog("lang=en");
  await paste("date,title\n03/04/2021,One\n05/06/2021,Two\n");
  assert.match(await outcome(), /To decide/);
  const [first] = await run(() => [...document.querySelectorAll(".own-data section select")].slice(0, 1).map(({ options }) => [...options].map(({ text }) => text)));
  assert.ok(first.length === 2, "two ways");
  await run(() => {
    const select = document.querySelector(".own-data section select");
    select.value = "0";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitFor(() => /month comes before the day.*your choice/s.test(document.querySelector(".own-data-outcome").textContent), "the choice to be told");
  await show();
  const date = await run(() => document.querySelector("[data-view] [data-kind=event]").getAttribute("aria-label"));
  assert.match(date, /March|Mar/, date);
});

inOneEngine("a column is given another role", async () => {
  await openDialog();
  await paste("date;nom;titre\n2021;Alpha;Un\n2022;Bêta;Deux\n");
  await outcome();
  const choose = (column, role) =>
    run(
      (column, role) => {
        const label = [...document.querySelectorAll(".own-data-columns label")].find(({ firstElementChild }) => firstElementChild.textContent === column);
        const select = label.querySelector("select");
        select.value = role;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      column,
      role,
    );
  await choose("nom", "title");
  await page.waitFor(() => {
    const label = [...document.querySelectorAll(".own-data-columns label")].find(({ firstElementChild }) => firstElementChild.textContent === "titre");
    return label?.querySelector("select").value === "";
  }, "the role to have moved");
  await show();
  assert.match(await text("[data-view]"), /Alpha/);
});

inEveryEngine("who decides by the keyboard goes on from there, and a title that was typed stays", async () => {
  await openDialog();
  await paste("date;nom;titre\n03/04/2021;Alpha;Un\n");
  await outcome();
  const title = await page.driver.findElement(By.css(".own-data input[name=title]"));
  await title.clear();
  await title.sendKeys("Plan numérique");
  const decide = (name, value) =>
    run(
      (name, value) => {
        const select = document.querySelector(`.own-data [name="${name}"]`);
        select.focus();
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      name,
      value,
    );
  const hasKeyboard = (selector) => page.waitFor((selector) => document.activeElement?.matches(selector), `the keyboard on ${selector}`, selector);
  await decide("column-1", "title");
  await page.waitFor(() => document.querySelector('.own-data [name="column-2"]')?.value === "", "the role to have moved");
  await hasKeyboard('[name="column-1"]');
  // What is no longer asked leads to what came of it, and to no button: a key on its way would press it.
  await decide("question-0", "0");
  await page.waitFor(() => document.querySelector('.own-data [name="question-0"]') === null, "the question to be answered");
  await hasKeyboard(".own-data-outcome");
  assert.equal(await run("return document.querySelector('.own-data input[name=title]').value"), "Plan numérique");
  await show();
  assert.match(await text("h1"), /Plan numérique/);
});

inEveryEngine("a file is dropped anywhere on the page", async () => {
  await page.go();
  await page.waitFor(() => document.querySelector(".own-data"), "the dialog");
  await run((content) => {
    const drop = new DataTransfer();
    drop.items.add(new File([content], "budget.csv"));
    for (const type of ["dragover", "drop"]) {
      const event = new DragEvent(type, { dataTransfer: drop, bubbles: true, cancelable: true });
      document.querySelector("#view").dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`${type} would leave the page`);
    }
  }, BUDGET);
  assert.match(await outcome(), /chemins et montants/);
});

/** Files that nobody here wrote, as packages of npm carry them: what each is, and what it holds. */
const PUBLISHED = [
  ["@knight-lab/timelinejs/src/template/all-media-types.json", /TimelineJS/, 41],
  ["@knight-lab/timelinejs/src/template/eras.json", /TimelineJS/, 20],
  ["@knight-lab/timelinejs/src/template/cosmo-mixed.json", /TimelineJS/, 5],
  ["@knight-lab/timelinejs/src/js/core/__tests__/women_in_computing.csv", /TimelineJS/, 10],
  ["@observablehq/sample-datasets/industries.csv", /[Tt]able/, 1708],
];

inOneEngine("files of others, from published packages, are recognised, told and shown", async () => {
  for (const [name, format, events] of PUBLISHED) {
    await openDialog();
    const said = await choose(resolve("node_modules", name));
    assert.match(said, format, `${name}: ${said}`);
    assert.match(said.replace(/\s/g, ""), new RegExp(`${events}(jalons|événements|dates|évènements)`), `${name}: ${said}`);
    await show();
    const held = await page.waitFor(
      () => {
        const ids = new Set([...document.querySelectorAll("[data-view=timeline] [data-kind=event][data-id]")].map(({ dataset }) => dataset.id));
        const hidden = [...document.querySelectorAll("[data-view=timeline] [data-stub]")].reduce((sum, { dataset }) => sum + Number(dataset.count), 0);
        return ids.size > 0 && ids.size + hidden;
      },
      `the marks of ${name}`,
    );
    assert.equal(held, events, name);
  }
});

inEveryEngine("the folder of a package that is dropped is read with all its files", async () => {
  await page.go();
  await page.waitFor(() => document.querySelector(".own-data"), "the app");
  const files = readdirSync("data").map((name) => [name, readFileSync(join("data", name), "utf8")]);
  // Only a hand can drop a folder: the entries that a browser would give are made here.
  await run((files) => {
    // Not every browser names these classes.
    const made = (kind, properties) =>
      Object.create(window[kind]?.prototype ?? {}, Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value }])));
    const rest = files.map(([name, content]) =>
      made("FileSystemFileEntry", { isFile: true, isDirectory: false, name, fullPath: `/data/${name}`, file: (done) => done(new File([content], name)) }),
    );
    // A few at a time, and none at the end.
    const reader = { readEntries: (done) => setTimeout(() => done(rest.splice(0, 7))) };
    const folder = made("FileSystemDirectoryEntry", { isFile: false, isDirectory: true, name: "data", fullPath: "/data", createReader: () => reader });
    const drop = new Event("drop", { bubbles: true, cancelable: true });
    const items = Object.assign([{ kind: "file", webkitGetAsEntry: () => folder }], { length: 1 });
    Object.defineProperty(drop, "dataTransfer", { value: { types: ["Files"], files: [], items, dropEffect: "copy" } });
    document.querySelector("#view").dispatchEvent(drop);
    if (!drop.defaultPrevented) throw new Error("the drop would leave the page");
  }, files);
  const said = await outcome();
  assert.match(said, /^Reconnu/);
  assert.match(said, new RegExp(`\\b${rows("events").length}\\sévénements`), said);
});

inChromium("a folder that is chosen, which their drivers cannot do", "the folder of a package that is chosen is read with all its files", async () => {
  await openDialog();
  await page.driver.findElement(By.css(".own-data input[name=folder]")).sendKeys(resolve("data"));
  const said = await outcome();
  assert.match(said, /^Reconnu/);
  assert.match(said, new RegExp(`\\b${rows("events").length}\\sévénements`), said);
});

inOneEngine("what cannot be read says why and what would be right, and the page stays as it is", async () => {
  await openDialog();
  for (const [file, why] of [
    ["workbook.xls", /classeur de tableur.*CSV/s],
    ["bad-archive.zip", /archive zip est abîmée/],
    ["bad.json", /JSON est incorrect/],
    ["empty.csv", /fichier est vide/],
  ]) {
    const said = await choose(join(FIXTURES, "problems", file));
    assert.match(said, why);
    assert.match(said, /la page garde ce qu’elle montre/);
    assert.equal(await run("return document.querySelector('[data-action=show]')"), null);
  }
});

inEveryEngine("a large file is read beside the page, and can be stopped", async () => {
  await openDialog();
  const path = join(folder, "large.csv");
  const line = (number) => `${1950 + (number % 90)}-0${1 + (number % 9)}-1${number % 10};Événement ${number};Thème ${number % 7}\n`;
  writeFileSync(path, `date;titre;thème\n${Array.from({ length: 300_000 }, (_, number) => line(number)).join("")}`);
  await page.driver.findElement(By.css(".own-data input[name=files]")).sendKeys(path);
  await page.waitFor(() => /Lecture… [1-9]/.test(document.querySelector(".own-data-outcome [role=status]").textContent), "the progress to be told");
  await page.clickOn(".own-data [data-action=cancel]", "button that stops it");
  assert.match(await outcome(/annulée/), /rien n’a changé/);
  assert.equal(await run("return document.activeElement.name"), "files", "the keyboard goes on at the beginning");
  assert.ok((await page.marks("event")).length > 10);
});

inEveryEngine("the whole package of the page is read back as it left", async () => {
  await page.go();
  await page.waitFor(() => document.querySelector(".downloads"), "the dialog's button");
  await page.clickOn("button:has(+ .downloads)", "button of the downloads");
  await page.waitFor(() => document.querySelector(".downloads[open] [data-format=zip]"), "the dialog");
  const zip = () => page.clickOn(".downloads [data-format=zip]", "button of the package");
  writeFileSync(join(folder, "paquet.zip"), (await savedBy(page, zip, "the package")).bytes);
  await openDialog();
  const said = await choose(join(folder, "paquet.zip"));
  assert.match(said, /paquet de données dans une archive zip/);
  assert.match(said, new RegExp(`${rows("events").length}\u{a0}événements`, "u"));
  await show();
  assert.equal((await run(() => document.querySelectorAll(".tabs a").length)), 6, "every view has something to show");
});

/** Publishes what is shown: the page as it was handed over. */
async function published() {
  const press = () => page.clickOn("[data-action=publish]", "button that publishes");
  return (await savedBy(page, press, "the page")).bytes.toString();
}

inEveryEngine("the explorer is published with the data as one file that opens anywhere", async () => {
  await openDialog();
  await choose(join(FIXTURES, "flat.csv"));
  await show();
  const html = await published();
  assert.match(await text("[data-brought-notice] [role=status]"), /Fichier prêt\s: jalons-publication\.html/);
  assert.doesNotMatch(html, /Où en est la stratégie|Cercle de la réforme de l’État · note/);
  const listening = (html) => (ENGINE === "webkit" ? html.replace(HEAD_BEGINS, (tag) => `${tag}<script>${LISTENERS}</script>`) : html);
  const path = join(folder, "publication.html");
  // The policy allows what the page holds; listeners that only this driver needs come above it.
  writeFileSync(path, listening(html));

  await page.leave();
  await page.browser.requests();
  await page.driver.get(pathToFileURL(path).href);
  await page.isReady();
  await page.waitFor(() => document.querySelector("[data-view] [data-kind=event]"), "the marks");
  assert.deepEqual((await page.marks("event")).sort(), EVENT_IDS);
  assert.match(await run("return document.title"), /flat/);
  assert.equal(await run("return document.querySelector('[data-brought-notice]')"), null, "there is nothing to go back to");
  await page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets");
  await page.waitFor(() => document.querySelector(".treemap .cell"), "the cells");
  await page.driver.findElement(By.css("[role=combobox]")).sendKeys("relance");
  await page.waitFor(() => /Plan de relance/.test(document.querySelector("[role=listbox]")?.innerText), "the search to find it");
  const problems = await run("return window.__heard.problems");
  assert.deepEqual(problems, []);
  const asked = (await page.browser.requests()).filter((address) => !/^(file|blob|data|about):/.test(address));
  assert.deepEqual(asked, []);
});

inEveryEngine("alone in a folder, the single file opens one's own data and publishes them", async () => {
  const alone = mkdtempSync(join(folder, "alone-"));
  const path = join(alone, "jalons.html");
  const script = `${ENGINE === "webkit" ? LISTENERS : ""}${KEEPER}`;
  writeFileSync(path, readFileSync(join(DIST, "jalons.html"), "utf8").replace(HEAD_BEGINS, (tag) => `${tag}<script>${script}</script>`));
  await page.leave();
  await page.driver.get(pathToFileURL(path).href);
  await page.isReady();
  await page.waitFor(() => document.querySelector(".own-data"), "the dialog's button");
  await page.clickOn("button:has(+ .own-data)", "button of one's own data");
  await page.waitFor(() => document.querySelector(".own-data[open] input[name=files]"), "the dialog");
  await paste(BUDGET);
  await outcome();
  await show();
  await page.waitFor(() => document.querySelectorAll(".treemap .cell").length === 3, "three cells");
  const publication = join(alone, "publication.html");
  const html = await published();
  assert.equal(html.split('<script type="module">').length, 2, "one script starts the published page");
  writeFileSync(publication, html);
  await page.leave();
  await page.driver.get(pathToFileURL(publication).href);
  await page.waitFor(() => document.querySelectorAll(".treemap .cell").length === 3, "three cells in the published page");
  assert.match(await text("h1"), /texte collé/);
});

inOneEngine("a published page tells its content before any script", async () => {
  await openDialog();
  await choose(join(FIXTURES, "flat.csv"));
  await show();
  const html = await published();
  const body = html.slice(html.indexOf('id="app"'), html.indexOf('id="app"') + 4000);
  assert.match(body, /<h1>flat<\/h1>/);
  assert.match(body, /<td>Plan de relance<\/td>/);
  assert.match(body, /100\u{a0}000\u{202f}?000|100 ?000|Md€|€/u);
});

inOneEngine("a template is a file that is read without a question", async () => {
  await openDialog();
  await run(() => document.querySelectorAll(".own-data details").forEach((details) => (details.open = true)));
  const names = await run(() => [...document.querySelectorAll("[data-template]")].map(({ dataset }) => dataset.template));
  assert.equal(names.length, 4);
  for (const name of names) {
    const press = () => page.clickOn(`[data-template="${name}"]`, `template ${name}`);
    writeFileSync(join(folder, name), (await savedBy(page, press, "the template")).bytes);
    const said = await choose(join(folder, name));
    assert.match(said, /Afficher ces données/, `${name}: ${said}`);
    assert.doesNotMatch(said, /À corriger/, `${name}: ${said}`);
  }
});

for (const width of [1280, 768, 390, 320]) {
  inOneEngine(`at ${width} px neither the dialog nor the notice scrolls sideways`, async () => {
    await openDialog("", { width });
    await paste("date;titre\n03/04/2021;Un\nhier;Deux\n");
    await outcome();
    const fits = () => run(() => [document.querySelector(".own-data[open]") ?? document.documentElement, document.documentElement].every((box) => box.scrollWidth <= box.clientWidth + 1));
    assert.ok(await fits(), "the dialog");
    await show();
    assert.ok(await fits(), "the page");
  });
}
