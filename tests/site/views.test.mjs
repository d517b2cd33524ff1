// The written pages of the views: what they tell where no script runs, and how large the files behind them are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { all, attribute, brotliSize, documentOf, filesIn, named, DIST, read, rows, textOf } from "./site.mjs";

const CHARTS = /^charts-[0-9a-f]{16}\.(js|wasm)$/;
/** At most, both files together at brotli 11. */
const CHARTS_LIMIT = 260_000;
const TRENDS = ["drift", "costs", "cloud", "recovery", "advisers", "procedures"];

const isA = (name, value) => (element) => attribute(element, name) === value;
const classes = (element) => attribute(element, "class")?.split(" ") ?? [];

test("the charts with ECharts are small enough", () => {
  const files = filesIn(DIST).filter((file) => CHARTS.test(file));
  assert.equal(files.length, 2);
  const sizes = files.map(brotliSize);
  assert.ok(sizes[0] + sizes[1] <= CHARTS_LIMIT, `${files}: ${sizes} bytes`);
});

test("without a script the findings of the trends, the numbers and their sources are there", () => {
  for (const [path, words] of [["trends/index.html", "Le dessin demande JavaScript"], ["en/trends/index.html", "The drawing needs JavaScript"]]) {
    const page = documentOf(path);
    assert.ok(textOf(page).includes(words), path);
    for (const key of TRENDS) assert.equal(all(page, isA("data-trend", key)).length, 1, `${path}: ${key}`);
    assert.ok(all(page, named("tr")).length > 100, path);
  }
});

test("without a script the story is an illustrated text, whose steps lead on", () => {
  const page = documentOf("story/index.html");
  const steps = rows("steps");
  for (const { id, title_fr: title } of steps) {
    assert.equal(all(page, isA("id", `focus=${id}`)).length, 1, id);
    assert.ok(textOf(page).includes(title.replace(/\s+/g, " ")), title);
  }
  const pictures = all(page, (element) => classes(element).includes("story-picture"));
  assert.equal(pictures.length, steps.filter(({ shows }) => !shows.startsWith("view=table")).length);
});

test("the written page of the indicators has marks, words and rows, and its links lead to written pages", () => {
  const page = documentOf("indicators/index.html");
  for (const { id, indicator } of rows("observations")) assert.ok(all(page, isA("data-id", id)).length > 0, `${indicator}: ${id}`);
  assert.match(textOf(page), /2 500 sur 4 000 personnes à la date de la note, soit 62,5 % de l’objectif/);
  const links = all(page, named("a")).map((link) => attribute(link, "href"));
  assert.ok(links.some((href) => /records\/indicators\/index\.html#.*effectif-conseillers/.test(href)));
  assert.ok(read("indicators/index.html").length > 10_000);
});
