// Trends and flows: each chart is drawn with its marks, says the same as its table and the data, leads to records, and is missed by nobody when it cannot be had.

import assert from "node:assert/strict";
import { ENGINE } from "./engines.mjs";
import { openSite, rows } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";

const HASH = "view=trends";
const CHARTS = /^charts-[0-9a-f]{16}\.(js|wasm)$/;
const KEYS = ["drift", "costs", "cloud", "recovery", "advisers", "procedures"];

/** What happens to a request for the charts; each test says. */
let isWithheld = false;
let page;
before(async () => (page = await openSite({ isCold: true, withholds: (file) => isWithheld && CHARTS.test(file) })));
after(() => page?.close());
beforeEach(() => (isWithheld = false));

const run = (script, ...args) => page.driver.executeScript(script, ...args);
/**
 * Waits until every chart is drawn for the room that it has, and its marks have grown to their size, as the charts say
 * of themselves.
 */
const areDrawn = () =>
  page.waitFor((count) => {
    const drawings = [...document.querySelectorAll(".trend-drawing[data-drawn][data-at-rest] svg")];
    const fits = (svg) => Math.abs(svg.getBoundingClientRect().width - svg.closest(".trend-drawing").clientWidth) < 2;
    return drawings.length === count && drawings.every(fits);
  }, "all drawings at rest", KEYS.length);
const open = async (more = "", { isFresh = false, ...options } = {}) => {
  await (isFresh ? page.open(`${HASH}${more}`, options) : page.go(`${HASH}${more}`, options));
  await areDrawn();
};
/** What a chart draws beside words and rules: shapes with a fill or a symbol. */
const shapes = (key) =>
  run((key) => document.querySelectorAll(`[data-trend=${key}] .trend-drawing svg path`).length, key);
/** The cells of a chart's table: [[name, …cells]]. */
const table = (key) =>
  run((key) => [...document.querySelectorAll(`[data-trend=${key}] tbody tr`)].map((row) => [row.dataset.id, ...[...row.cells].map((cell) => cell.textContent.trim())]), key);
/** How many drawings there are: as the program counts them, or where a driver cannot ask it, as the page holds them. */
const alive = () =>
  ENGINE === "firefox" ? run(() => document.querySelectorAll("[_echarts_instance_]").length) : page.driver.executeAsyncScript((done) => {
    const name = document.documentElement.dataset.charts;
    import(new URL(`${name}.js`, document.baseURI)).then(({ alive }) => done(alive()), (reason) => done(String(reason)));
  });

inOneEngine("no other view fetches the charts", async () => {
  page.server.requests.length = 0;
  await page.open("view=budget");
  await page.waitFor(() => document.querySelector(".tools")?.childElementCount > 0, "the chunk");
  assert.deepEqual(page.server.requests.filter(({ file }) => CHARTS.test(file ?? "")), []);
});

inEveryEngine("each chart is drawn with a mark for each value, and nothing is refused or thrown", async () => {
  await open();
  assert.deepEqual(await run(() => [...document.querySelectorAll("[data-trend]")].map(({ dataset }) => dataset.trend)), KEYS);
  for (const key of KEYS) {
    const marks = await run((key) => Number(document.querySelector(`[data-trend=${key}] .trend-drawing`).dataset.marks), key);
    assert.ok(marks > 3 && (await shapes(key)) >= marks, `${key}: ${await shapes(key)} shapes for ${marks} marks`);
    const box = await run((key) => {
      const { width, height } = document.querySelector(`[data-trend=${key}] svg:not(.sign)`).getBoundingClientRect();
      return { width, height };
    }, key);
    assert.ok(box.width > 300 && box.height > 250, `${key}: ${JSON.stringify(box)}`);
  }
  assert.deepEqual(await page.problems(), []);
});

inOneEngine("the tables say what the data say", async () => {
  await open();
  const drift = Object.fromEntries((await table("drift")).map(([id, ...cells]) => [id, cells]));
  for (const edition of rows("editions")) {
    const said = (value) => (value === "" ? "non publié" : `${value.replace(".", ",")}\u{202f}%`);
    assert.equal(drift[edition.id][1], said(edition.schedule_drift_pct), edition.id);
    assert.equal(drift[edition.id][2], said(edition.budget_drift_pct), edition.id);
    assert.equal(drift[edition.id][3], edition.projects || "non publié", edition.id);
  }
  const projects = rows("project_editions").filter(({ edition }) => edition === "edition-14");
  const costs = Object.fromEntries((await table("costs")).map(([id, ...cells]) => [id, cells]));
  assert.deepEqual(Object.keys(costs).sort(), projects.map(({ project }) => project).sort());
  for (const { project, planned_years } of projects) {
    assert.equal(costs[project][2], planned_years === "" ? "non publié" : `${String(Number(planned_years)).replace(".", ",")} ans`, project);
  }
  const envelopes = rows("envelopes");
  for (const key of ["cloud", "recovery"]) {
    for (const [id, name, , amount] of await table(key)) {
      const envelope = envelopes.find((envelope) => envelope.id === id);
      // What is not published stands beside the envelopes, under a name of its own.
      if (name !== envelope.label_fr) continue;
      const euros = Number(envelope.amount_eur);
      const shown = Number(amount.replace(/[^\d,]/g, "").replace(",", ".")) * (amount.endsWith("Md€") ? 1e9 : 1e6);
      assert.ok(Math.abs(shown / euros - 1) < 0.01, `${id}: ${amount} for ${euros} €`);
    }
  }
  for (const [key, indicator] of [["advisers", "effectif-conseillers"], ["procedures", "part-demarches-en-ligne"]]) {
    const read = rows("observations").filter((one) => one.indicator === indicator);
    const shown = Object.fromEntries((await table(key)).map(([id, , value]) => [id, Number(value.replace(/[^\d,]/g, "").replace(",", "."))]));
    assert.deepEqual(shown, Object.fromEntries(read.map(({ id, value }) => [id, Number(value)])));
  }
});

inOneEngine("each source of a chart has a name of its own", async () => {
  await open();
  const named = await run(() =>
    [...document.querySelectorAll(".trend-sources")].map((list) => [...list.querySelectorAll("a")].map((link) => link.textContent.trim())),
  );
  assert.equal(named.length, KEYS.length);
  for (const names of named) {
    assert.ok(names.length > 0);
    assert.deepEqual(names.filter((name, place) => names.indexOf(name) !== place), []);
  }
});

inEveryEngine("a row opens its record, and so does a mark of each kind of drawing", async () => {
  await open();
  await page.clickOn("[data-trend=costs] tbody a", "row of a project");
  const first = (await table("costs"))[0][0];
  await page.waitForState("focus", first);
  // A flow, a disc of a plane, a point of a line.
  for (const key of ["cloud", "advisers", "drift"]) {
    await open();
    // A place well within a shape, where nothing lies over it: its middle need not be in it.
    const point = await run((key) => {
      const drawing = document.querySelector(`[data-trend=${key}] .trend-drawing`);
      drawing.scrollIntoView({ block: "center", behavior: "instant" });
      for (const path of drawing.querySelectorAll("svg path:not([fill=none])")) {
        const { x, y, width, height } = path.getBoundingClientRect();
        for (const share of [0.5, 0.3, 0.7, 0.1, 0.9]) {
          const place = { x: Math.round(x + width * share), y: Math.round(y + height / 2) };
          const isWithin = [[0, 0], [-3, 0], [3, 0], [0, -3], [0, 3]].every(([x, y]) => document.elementFromPoint(place.x + x, place.y + y) === path);
          if (isWithin) return place;
        }
      }
      return null;
    }, key);
    assert.ok(point, `${key} has a mark that can be pointed at`);
    // A reader points before pressing. Pointed at, a shape is drawn anew above the others, and Firefox loses a press meanwhile.
    await page.pointAt(point);
    await page.waitFor((key) => [...document.querySelectorAll(`[data-trend=${key}] .trend-drawing *`)].some(({ style }) => style.cursor === "pointer"), "the mark to be pointed at", key);
    await page.standStill(`[data-trend=${key}] .trend-drawing path`);
    await page.clickAt(point);
    await page.waitFor(() => /focus=/.test(location.hash), `a mark of ${key} to open a record`);
    const { focus } = await page.state();
    assert.ok((await table(key)).some(([id]) => id === focus), `${focus} is in the table of ${key}`);
    await page.waitFor((id) => document.querySelector(`[data-record="${id}"]`) !== null, "the record", focus);
  }
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("language and colours of the page are those of the drawings, at once", async () => {
  await open("&scheme=light");
  const look = () =>
    run(() => {
      const words = [...document.querySelectorAll("[data-trend=drift] .trend-drawing text")];
      return { fills: words.map((text) => text.getAttribute("fill")).join(), words: words.map((text) => text.textContent).join(" ") };
    });
  const light = await look();
  assert.match(light.words, /Dérive moyenne/);
  await page.clickOn('[data-switch=scheme] [data-value=dark]', "switch to dark");
  await page.waitForState("scheme", "dark");
  await page.waitFor(
    (before) => [...document.querySelectorAll("[data-trend=drift] .trend-drawing text")].map((text) => text.getAttribute("fill")).join() !== before,
    "the other colours",
    light.fills,
  );
  await open("&lang=en");
  assert.match((await look()).words, /Mean drift/);
  assert.match(await run(() => document.querySelector("[data-trend=cloud] h2").textContent), /^Cloud plan: of €1\.79bn/);
});

inEveryEngine("a drawing is a picture with a name and its table, reached by the keyboard through the rows", async () => {
  await open();
  const drawings = await run(() =>
    [...document.querySelectorAll(".trend-drawing")].map((drawing) => ({
      role: drawing.getAttribute("role"),
      name: drawing.getAttribute("aria-label"),
      table: document.getElementById(drawing.getAttribute("aria-describedby"))?.tagName,
      stops: drawing.querySelectorAll("[tabindex], a, button").length,
    })),
  );
  for (const { role, name, table, stops } of drawings) {
    assert.deepEqual([role, table, stops], ["img", "TABLE", 0]);
    assert.ok(name.length > 60, name);
  }
  const links = await run(() => document.querySelectorAll("[data-trend=costs] tbody th a").length);
  assert.equal(links, rows("project_editions").filter(({ edition }) => edition === "edition-14").length, "all names");
});

inEveryEngine("without the program the tables stay, a message says why, and it can be asked for again", async () => {
  isWithheld = true;
  await page.open(HASH);
  await page.waitFor(() => document.querySelector("[data-view=trends] [data-problem] button") !== null, "the message");
  assert.match((await page.notes()).join(), /n’a pas pu être chargé/);
  assert.equal((await table("drift")).length, rows("editions").length);
  assert.equal(await run(() => [...document.querySelectorAll(".trend-drawing")].filter((one) => one.getClientRects().length > 0).length), 0, "no empty box");
  isWithheld = false;
  await page.clickOn("[data-view=trends] [data-problem] button", "way to ask again");
  await areDrawn();
  assert.deepEqual(await page.notes(), []);
  // The browser's own complaint of what was withheld.
  await page.problems();
});

inOneEngine("opened and closed ten times, nothing of ECharts remains", async () => {
  await open();
  assert.equal(await alive(), KEYS.length);
  for (let turn = 0; turn < 10; turn += 1) {
    await page.clickOn('.tabs a[href*="view=table"]', "tab of the table");
    await page.waitFor(() => document.querySelector(".trend-drawing") === null, "another view");
    await page.clickOn('.tabs a[href*="view=trends"]', "tab of the trends");
    await page.waitFor(() => document.querySelector(".trend-drawing") !== null, "the trends");
    if (turn === 0) await areDrawn();
  }
  await areDrawn();
  assert.equal(await alive(), KEYS.length, "as many as are in the page");
  await page.clickOn('.tabs a[href*="view=table"]', "tab of the table");
  await page.waitFor(() => document.querySelector(".trend-drawing") === null, "another view");
  assert.equal(await alive(), 0);
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("a drawing is saved as a file of its own, and as pixels", async () => {
  // What is changed in this page does not reach the next.
  await open("", { isFresh: true });
  // What would be handed to the reader is taken here instead: not every driver takes downloads.
  await run(() => {
    window.saved = [];
    let made = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      made = blob;
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = made;
      const isXml = (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null;
      window.saved.push(blob.text().then((text) => [this.download, blob.type, blob.size, text.slice(0, 400), isXml(text)]));
    };
  });
  for (const [place, kind] of ["svg", "png"].entries()) {
    await page.clickOn(`[data-trend=cloud] [data-save=${kind}]`, `way to save as ${kind}`);
    await page.waitFor((count) => window.saved.length === count, "a file", place + 1);
  }
  const [svg, png] = await page.driver.executeAsyncScript((done) => Promise.all(window.saved).then(done, (reason) => done([String(reason)])));
  assert.deepEqual(svg.slice(0, 2), ["jalons-cloud-fr.svg", "image/svg+xml"]);
  assert.match(svg[3], /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.ok(svg[4], "any program can read it");
  assert.deepEqual(png.slice(0, 2), ["jalons-cloud-fr.png", "image/png"]);
  assert.ok(png[2] > 5_000, `${png[2]} bytes`);
});

inEveryEngine("no width scrolls sideways, and drawings fit their room", async () => {
  for (const width of [1280, 768, 390, 320]) {
    await open("", { width });
    const wide = await run(() => {
      const rooms = [...document.querySelectorAll(".trend-drawing")];
      return [
        document.documentElement.scrollWidth > innerWidth,
        ...rooms.map((room) => room.querySelector("svg").getBoundingClientRect().width > room.getBoundingClientRect().width + 1),
      ];
    });
    assert.deepEqual(wide, Array(KEYS.length + 1).fill(false), `${width} px`);
    // Words of a drawing that leave it are cut.
    const cut = await run(() =>
      [...document.querySelectorAll(".trend-drawing")].flatMap((room) => {
        const box = room.getBoundingClientRect();
        return [...room.querySelectorAll("text")]
          .filter((text) => {
            const { left, right, top, bottom, width } = text.getBoundingClientRect();
            return width > 0 && (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
          })
          .map((text) => text.textContent);
      }),
    );
    assert.deepEqual(cut, [], `${width} px`);
  }
});

inEveryEngine("on a phone the tab of the view is in sight", async () => {
  await open("", { width: 390 });
  const isInSight = () => {
    const [row, tab] = [".tabs", ".tabs [aria-current]"].map((selector) => document.querySelector(selector).getBoundingClientRect());
    return tab.left >= row.left - 1 && tab.right <= row.right + 1;
  };
  await page.waitFor(isInSight, "the tab to be in sight");
  await page.clickOn(".tabs li:first-child a", "first tab");
  await page.waitForState("view", undefined);
  await page.waitFor(isInSight, "the first tab to be in sight");
});
