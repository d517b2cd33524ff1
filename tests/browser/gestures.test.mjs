// Moving in time: by buttons, keys, drag, wheel, the overview strip, years and stubs.

import assert from "node:assert/strict";
import { By, Origin } from "selenium-webdriver";
import { PATIENCE_MS, openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine } from "./suite.mjs";

let page;
before(async () => (page = await openSite()));
after(() => page?.close());

const days = (date) => Date.parse(date) / 86_400_000;
/** The window in the address, once it is another than `before`: [first day, last day]. */
async function windowAfter(before) {
  await page.driver.wait(async () => {
    const { from, to } = await page.state();
    return from && to && `${from} ${to}` !== before;
  }, PATIENCE_MS, "the window in the address to change", 40);
  // Continuous changes are written once they rest.
  await page.standStill();
  const { from, to } = await page.state();
  return { from: days(from), to: days(to), text: `${from} ${to}` };
}
const canvas = async () => {
  const element = await page.driver.findElement(By.css(".timeline-canvas"));
  return { element, ...(await page.driver.executeScript((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    return { x, y, width, height };
  }, element)) };
};

inEveryEngine("a reader zooms in and out with the buttons, and goes back", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  await page.clickOn(".buttons button:nth-of-type(2)", "button to zoom in");
  const closer = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(closer.to - closer.from < 300, `${closer.text} is shorter than the year`);
  await page.clickOn(".buttons button:nth-of-type(1)", "button to zoom out");
  const farther = await windowAfter(closer.text);
  assert.ok(farther.to - farther.from > closer.to - closer.from);
  await page.driver.navigate().back();
  assert.equal((await windowAfter(farther.text)).text, closer.text, "each press is a step to go back from");
  await page.clickOn(".buttons button:nth-of-type(4)", "button of the first view");
  await page.waitForState("from", undefined);
});

inEveryEngine("a reader drags the timeline to earlier days, and no record opens", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  const { x, y, width } = await canvas();
  const at = { x: Math.round(x + width * 0.4), y: Math.round(y + 60) };
  const actions = page.driver.actions({ async: true });
  await actions
    .move({ origin: Origin.VIEWPORT, ...at })
    .press()
    .move({ origin: Origin.VIEWPORT, x: at.x + 90, y: at.y, duration: 100 })
    .move({ origin: Origin.VIEWPORT, x: at.x + 180, y: at.y, duration: 100 })
    .release()
    .perform();
  const moved = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(moved.from < days("2020-12-01"), `${moved.text} begins earlier`);
  assert.ok(Math.abs(moved.to - moved.from - 364) <= 1, "and is as long");
  assert.equal(await page.record(), null);
});

inEveryEngine("Ctrl and the wheel zoom, the wheel alone scrolls the page", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  const { element } = await canvas();
  const turn = (ctrlKey) =>
    page.driver.executeScript(
      (svg, ctrlKey) => {
        const { x, y, width } = svg.getBoundingClientRect();
        const event = new WheelEvent("wheel", {
          deltaY: -160, clientX: x + width / 2, clientY: y + 80, ctrlKey, bubbles: true, cancelable: true,
        });
        svg.dispatchEvent(event);
        return event.defaultPrevented;
      },
      element,
      ctrlKey,
    );
  assert.equal(await turn(false), false, "the page is left to scroll");
  assert.equal(await turn(true), true);
  const closer = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(closer.to - closer.from < 300 && closer.from > days("2021-01-01") && closer.to < days("2021-12-31"));
});

inEveryEngine("two fingers spread to zoom", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  const { element } = await canvas();
  await page.driver.executeScript((svg) => {
    const { x, y, width } = svg.getBoundingClientRect();
    const touch = (type, pointerId, share) =>
      svg.dispatchEvent(
        new PointerEvent(type, {
          pointerId, pointerType: "touch", button: type === "pointermove" ? -1 : 0, clientX: x + width * share, clientY: y + 80, bubbles: true,
        }),
      );
    touch("pointerdown", 11, 0.45);
    touch("pointerdown", 12, 0.55);
    touch("pointermove", 11, 0.35);
    touch("pointermove", 12, 0.65);
    touch("pointerup", 11, 0.35);
    touch("pointerup", 12, 0.65);
  }, element);
  const closer = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(closer.to - closer.from < 200, `${closer.text} is about a third of the year`);
});

inEveryEngine("a reader moves and zooms with the keys, and walks from mark to mark", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  const [first] = await page.marks("event");
  await page.driver.executeScript((id) => document.querySelector(`.marks [data-id="${id}"]`).focus(), first);
  const focused = () => page.driver.executeScript("return document.activeElement.dataset.id");
  await page.press("ARROW_RIGHT");
  const second = await focused();
  assert.notEqual(second, first);
  await page.press("ARROW_DOWN");
  const lane = (id) => rows("events").find((event) => event.id === id).theme;
  const now = await focused();
  assert.notEqual(lane(now), lane(second), "down leads to another lane");
  await page.press("+");
  const closer = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(closer.to - closer.from < 300);
  await page.press("PAGE_DOWN");
  const later = await windowAfter(closer.text);
  assert.ok(later.from > closer.from);
});

inEveryEngine("the overview strip sets the window, by its handles and by its years", async () => {
  await page.go("from=2021-01-01&to=2021-12-31");
  await page.waitFor(() => document.querySelector(".overview .handle"), "the overview, which comes after the first view");
  const handle = await page.driver.findElement(By.css(".overview .handle"));
  await page.driver.executeScript((handle) => handle.focus(), handle);
  const before = await page.driver.executeScript("return document.querySelector('.overview .handle').getAttribute('aria-valuetext')");
  assert.match(before, /1er janvier 2021/, "a handle says its day");
  await page.press("ARROW_RIGHT");
  const moved = await windowAfter("2021-01-01 2021-12-31");
  assert.ok(moved.from > days("2021-01-01") && moved.to === days("2021-12-31"), `${moved.text}: only the start moved`);
  await page.driver.executeScript(() => {
    const year = [...document.querySelectorAll(".overview .year")].find((link) => link.textContent.trim() === "2020");
    year.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, button: 0 }));
  });
  assert.equal((await windowAfter(moved.text)).text, "2020-01-01 2020-12-31");
});

inEveryEngine("a stub leads to what it stands for", async () => {
  await page.go("");
  const stub = (await page.stubs()).find(({ count }) => count >= 2);
  assert.ok(stub, "there is a stub");
  await page.clickInside(`[data-view] [data-stub][data-ids="${stub.ids.join(" ")}"]`, "stub");
  await page.waitFor(() => /(from|lanes)=/.test(location.hash), "it to zoom in on them or to open their lane");
  await page.standStill();
  const counted = (await page.stubs()).reduce((sum, { count }) => sum + count, (await page.marks("event")).length);
  assert.equal(counted, rows("events").length, "and nothing is lost on the way");
});

inEveryEngine("a lane opens to show all its marks", async () => {
  await page.go("");
  const within = async () => page.driver.executeScript(() =>
    [...document.querySelectorAll("[data-stub]")].filter((stub) => stub.textContent.startsWith("+")).length);
  const before = await within();
  await page.clickInside(".lane-toggle", "way to open a lane");
  await page.driver.wait(async () => (await page.state()).lanes !== undefined, PATIENCE_MS, "the lane in the address", 40);
  await page.standStill();
  assert.ok((await within()) < before, "its hidden marks are drawn");
});

inEveryEngine("an address with one bound shows all there is on its other side", async () => {
  await page.go("from=2021-06-01");
  const period = await page.driver.executeScript("return document.querySelector('#shown').textContent");
  assert.match(period, / du 1er juin 2021 au .* 202[3-9]$/);
});

inEveryEngine("the period that is named on a phone is the one that is listed", async () => {
  await page.go("", { width: 390 });
  const [period, ...years] = await page.driver.executeScript(() => [
    document.querySelector("#shown").textContent,
    ...[...document.querySelectorAll(".list-year")].map((year) => year.textContent),
  ]);
  const [first, last] = period.match(/(?:19|20)\d{2}/g).map(Number);
  for (const year of years.map(Number)) assert.ok(first <= year && year <= last, `${year} is listed, ${period} is named`);
});
