// The two languages and the two colour schemes: by the address, and by the page's own switches.

import assert from "node:assert/strict";
import { openSite } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const language = () => page.driver.executeScript("return document.documentElement.lang");
/** How light the page's ground is, from 0 (black) to 1. */
const lightness = () =>
  page.driver.executeScript(() => {
    const grounds = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const painted = grounds.find((colour) => colour !== "transparent" && !/, 0\)$/.test(colour));
    const [red, green, blue] = (painted ?? "rgb(255, 255, 255)").match(/[\d.]+/g).map(Number);
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  });
const colourScheme = () => page.driver.executeScript("return getComputedStyle(document.documentElement).colorScheme");

inEveryEngine("the page opens in French, and in English when the address says so", async () => {
  await page.open("");
  assert.equal(await language(), "fr");
  const french = await page.driver.getTitle();
  await page.open("lang=en");
  await page.waitFor(() => document.documentElement.lang === "en", "<html lang> to be en");
  assert.notEqual(await page.driver.getTitle(), french, "the title is in English too");
});

inEveryEngine("a reader switches the language and stays where they were", async () => {
  await page.open("view=budget");
  await page.clickOn("[data-switch=lang] :is(a, button):not([aria-pressed=true], [aria-current]), :is(a, button)[data-switch=lang]", "language switch");
  await page.waitFor(
    () => document.documentElement.lang === "en" && document.documentElement.dataset.state === "ready",
    "the English page to be ready",
  );
  assert.equal(await page.view(), "budget");
});

for (const scheme of ["light", "dark"]) {
  inEveryEngine(`the address can ask for the ${scheme} scheme`, async () => {
    await page.open(`scheme=${scheme}`);
    const ground = await lightness();
    assert.ok(scheme === "dark" ? ground < 0.25 : ground > 0.75, `the ground's lightness is ${ground.toFixed(2)}`);
    // The browser's own parts (scroll bars, fields) follow the same scheme.
    assert.match(await colourScheme(), new RegExp(`^(only )?${scheme}$|^${scheme} only$`));
  });
}

inEveryEngine("a reader switches between light and dark", async () => {
  await page.open("scheme=light");
  const before = await lightness();
  await page.clickOn("[data-switch=scheme] [data-value=dark], :is(a, button)[data-switch=scheme]", "colour scheme switch");
  await page.waitForState("scheme", "dark");
  const now = await lightness();
  assert.ok(before > 0.75 && now < 0.25, `the ground went from ${before.toFixed(2)} to ${now.toFixed(2)}`);
});

const GROUNDS = { white: { light: "rgb(255, 255, 255)", dark: "rgb(18, 18, 18)" }, contrast: { light: "rgb(255, 255, 255)", dark: "rgb(0, 0, 0)" } };
for (const [look, grounds] of Object.entries(GROUNDS)) {
  inOneEngine(`the address can name the look ${look}, which keeps through the views`, async () => {
    for (const [scheme, ground] of Object.entries(grounds)) {
      await page.open(`scheme=${scheme}&look=${look}`);
      const painted = () => page.driver.executeScript("return getComputedStyle(document.documentElement).backgroundColor");
      assert.equal(await painted(), ground);
      await page.waitFor(() => document.querySelector(".tabs a[href*='view=budget']"), "the app");
      await page.clickOn(".tabs a[href*='view=budget']", "tab of the budgets");
      await page.waitFor(() => document.querySelector("[data-view=budget] [data-kind=envelope]"), "the budgets");
      assert.equal(await painted(), ground);
      assert.match(await page.driver.executeScript("return location.hash"), new RegExp(`look=${look}`));
    }
  });
}
