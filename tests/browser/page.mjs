// The page as a reader meets it, for the tests: open it, see its marks, click them, read its address.
//
// Everything here goes by the contract of the page (data-state, data-view, data-kind, data-id,
// data-stub, data-record, the address); nothing by class names or texts. Nothing sleeps: it
// waits for what it expects, or for the picture to stand still.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { By, Key, Origin } from "selenium-webdriver";
import { startStaticServer } from "../../scripts/static-server.mjs";
import { DIST } from "../site/site.mjs";
import { ENGINE, LISTENERS, NO_WORKERS, borrowBrowser, giveBack, isElsewhere } from "./engines.mjs";
import { note } from "./suite.mjs";

export { DIST, rows } from "../site/site.mjs";

/** The heights that go with the widths the project promises. */
const HEIGHTS = { 1280: 900, 768: 1024, 390: 844, 320: 640 };

/** How long a reader is waited with, at most: a machine may be slow, and what comes late has come. */
export const PATIENCE_MS = 30_000;

const LISTENERS_PATH = "/__listeners.js";
const FRAME_PATH = "/__frame.html";
const BEFORE_PATH = "/__before.js";

/** Where a document's head begins; a minified one leaves its tag away, and it begins after <html>. */
export const HEAD_BEGINS = /<head(?=[\s>])[^>]*>|<html[^>]*>(?![\s\S]*<head[\s>])/i;

/**
 * Serves dist/ (or another folder) under `mount`, all but what it `withholds` and with other `answers` where asked for,
 * and starts the browser that ENGINE names.
 *
 * `before` gives a script that runs before the page's own, in surroundings that differ from the usual. `hasFrames` has
 * the listeners come with the page in every engine: what a driver puts in does not reach every frame. Pages that may
 * have service workers (`hasWorkers`) are sent unchanged: a worker keeps nothing else. Each load of a cold site
 * (`isCold`) asks for every file again, for tests about loading; of others the browser keeps what is named by its content.
 */
export async function openSite({
  mount = "/",
  root = DIST,
  withholds,
  answers,
  before,
  hasFrames = false,
  hasWorkers = false,
  isCold = false,
} = {}) {
  if (!existsSync(join(root, "index.html"))) {
    throw new Error(`there is no page in ${root}/; run ./scripts/build first`);
  }
  // Above the policy. Listeners only where the driver has no way of its own: the page is changed by these lines.
  const scripts = [
    ...((ENGINE === "webkit" && !hasWorkers) || hasFrames ? [LISTENERS_PATH] : []),
    ...(before ? [BEFORE_PATH] : []),
  ].map((path) => `<script src="${path}"></script>`);
  const server = await startAtNewOrigin({
    root,
    mount,
    withholds,
    answers,
    isCold,
    closes: hasWorkers,
    pages: {
      [LISTENERS_PATH]: () => ({ type: "text/javascript", body: NO_WORKERS + LISTENERS }),
      [BEFORE_PATH]: () => ({ type: "text/javascript", body: before() }),
      [FRAME_PATH]: framePage,
    },
    rewrite: scripts.length > 0 ? (html) => html.replace(HEAD_BEGINS, (tag) => tag + scripts.join("")) : undefined,
  });
  try {
    return new Page(server, await borrowBrowser({ hasWorkers }));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Origins that the browsers of this process know already, with what they keep of them. */
const known = new Set();

/** Starts a server at an origin of which no browser of this process has kept anything. */
export async function startAtNewOrigin(options) {
  const server = await startStaticServer(options);
  if (known.has(server.origin)) {
    const other = await startAtNewOrigin(options);
    await server.stop();
    return other;
  }
  known.add(server.origin);
  return server;
}

/** A host page of one frame as wide and high as asked for: for engines whose windows cannot be so narrow. */
function framePage(url) {
  const number = (key) => Number(url.searchParams.get(key));
  const address = JSON.stringify(url.searchParams.get("address")).replaceAll("<", "\\u003c");
  return {
    type: "text/html",
    body: `<!doctype html><meta charset="utf-8"><title>Frame</title><link rel="icon" href="data:,"><style>html,body{margin:0}iframe{border:0;display:block}</style>
<iframe title="page" width="${number("width")}" height="${number("height")}"></iframe>
<script>document.querySelector("iframe").src = ${address}</script>`,
  };
}

class Page {
  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    this.driver = browser.driver;
  }

  async close() {
    await giveBack(this.browser);
    await this.server.stop();
  }

  /**
   * Shows the state that this hash names, at this width, with the program there: in the page that is open if it can, as a
   * reader who follows a link in it. What a reader has typed or unfolded in it is gone.
   */
  async go(hash = "", { width = 1280, height = HEIGHTS[width] ?? 900, ...options } = {}) {
    const place = JSON.stringify([this.server.url, width, height, options]);
    if (this.place !== place || !(await this.follow(hash))) {
      await this.open(hash, { width, height, ...options });
      this.place = place;
    }
  }

  /** Leads the open page to a hash of which it knows nothing any more. Returns false if it cannot. */
  async follow(hash) {
    const canFollow = await this.driver.executeAsyncScript((hash, done) => {
      const { dataset } = document.documentElement;
      const isOpen = window.__heard?.isTakenOver && dataset.state === "ready" && !("brought" in dataset);
      // What is typed, unfolded or shown over the page belongs to no address.
      const typed = () => [...document.querySelectorAll("input[type=search], input[type=text], textarea")].some(({ value, defaultValue }) => value !== defaultValue);
      const unfolded = () => document.querySelector("dialog[open], details[open], [data-brought-notice], [aria-expanded=true]:not([data-view] *)");
      if (!isOpen || location.hash.slice(1) === hash || unfolded() || typed()) return done(false);
      document.activeElement?.blur();
      scrollTo({ top: 0, left: 0, behavior: "instant" });
      addEventListener("hashchange", () => requestAnimationFrame(() => done(true)), { once: true });
      location.hash = hash;
    }, hash);
    if (canFollow) {
      // The code of a view may come when it is first gone to.
      await this.waitFor(() => document.querySelector("[data-view]") !== null, "the view");
      await this.isReady();
    }
    return canFollow;
  }

  /** Loads the site afresh with this hash, at this width, and waits until its program has taken over. */
  async open(hash = "", options = {}) {
    await this.load(hash, options);
    await this.waitFor(() => !window.__isLeft && window.__heard?.isTakenOver, "the program to take over the page (jalons:taken-over)");
    await this.isReady();
    await this.isWide(options);
  }

  /** Loads the site afresh with this hash, at this width, and waits until it is ready: its program may be on its way still. */
  async openEarly(hash = "", options = {}) {
    await this.load(hash, options);
    await this.isReady();
    await this.isWide(options);
  }

  async isWide({ width = 1280 }) {
    const innerWidth = await this.driver.executeScript("return innerWidth");
    if (innerWidth !== width) throw new Error(`the viewport is ${innerWidth} px wide instead of ${width}`);
  }

  /** Goes to an empty page: from there an address is loaded even if it differs in its hash alone. */
  async leave() {
    // A driver may go on showing the page that is left when it says that the next one is there: it must not be taken for it.
    await this.driver.executeScript("window.__isLeft = true");
    await this.driver.get("about:blank");
  }

  /** Waits until what is loaded is ready and stands still. */
  async isReady() {
    const isReady = () => !window.__isLeft && document.documentElement.dataset.state === "ready";
    // WebKit may answer for a page that is about to go: what is ready is still ready once it stands still.
    do {
      await this.waitFor(isReady, "the page to be ready (data-state=ready)");
      await this.standStill();
    } while (!(await this.driver.executeScript(isReady)));
  }

  /** Loads the site afresh with this hash, at this width, and waits for nothing more. */
  async load(hash = "", { path = "", ...options } = {}) {
    await this.visit(`${path}${hash === "" ? "" : `#${hash}`}`, options);
  }

  /** Loads a page of the site that need not be the explorer: nothing of it is waited for. */
  async visit(path, { width = 1280, height = HEIGHTS[width] ?? 900 } = {}) {
    this.place = null;
    const address = `${this.server.url}${path}`;
    await this.driver.switchTo().defaultContent();
    await this.leave();
    if (this.browser.needsFrame(width)) {
      await this.browser.setViewport(1280, 900);
      const frame = new URLSearchParams({ width, height, address });
      await this.driver.get(`${this.server.origin}${FRAME_PATH}?${frame}`);
      await this.driver.switchTo().frame(await this.driver.findElement(By.css("iframe")));
    } else {
      await this.browser.setViewport(width, height);
      await this.driver.get(address);
      // WebKit's driver now and then says that it went and has not begun to: told in the summary, and asked again.
      if ((await this.address()) === "about:blank") {
        note(`the driver has dropped the navigation to ${path || "the first page"}`);
        await this.driver.get(address);
      }
    }
  }

  /** Loads the site where its program cannot start, and waits until the page says so. */
  async openWithoutApp(hash = "") {
    await this.driver.switchTo().defaultContent();
    await this.leave();
    await this.browser.setViewport(1280, 900);
    await this.driver.get(`${this.server.url}${hash === "" ? "" : `#${hash}`}`);
    await this.waitFor(() => document.documentElement.dataset.state === "failed", "the page to say that it failed");
  }

  /** Waits until a function, run in the page, returns something true. */
  async waitFor(predicate, what, ...args) {
    // Between two documents there is no element; the next one may answer.
    const asked = `return document.documentElement !== null && (${predicate}).apply(null, arguments)`;
    const ask = async () => {
      try {
        return await this.driver.executeScript(asked, ...args);
      } catch (error) {
        // The page went while it was asked; the next one may answer.
        if (/unload/.test(error.message)) return false;
        throw error;
      }
    };
    try {
      return await this.driver.wait(ask, PATIENCE_MS, undefined, 40);
    } catch (error) {
      if (error.name !== "TimeoutError") throw error;
      const { state, said, report } = await this.driver.executeScript(() => ({
        state: document.documentElement.dataset.state,
        said: [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent.trim()).filter(Boolean),
        // Why the program has stopped, as the page would have its reader tell us.
        report: document.querySelector("[data-problem] textarea")?.value ?? "",
      }));
      const where = `at ${await this.address()}, data-state=${state}, said: ${said.map((one) => `“${one}”`).join(" ") || "nothing"}`;
      throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what} (${where})${report && `\n${report}`}`);
    }
  }

  /** Waits until nothing moves any more: no running transition, and the same boxes of what is `moving` in three frames. */
  async standStill(moving = "[data-id], [data-record], [data-label]") {
    await this.driver.executeAsyncScript((moving, done) => {
      const boxes = () =>
        [...document.querySelectorAll(moving)]
          .map((element) => element.getBoundingClientRect())
          .map((box) => `${box.x} ${box.y} ${box.width} ${box.height}`)
          .join();
      let last = null;
      let same = 0;
      const frame = () => {
        const now = boxes();
        const running = document.getAnimations().some(
          (animation) =>
            animation.playState === "running" && animation.effect?.getComputedTiming().iterations !== Infinity,
        );
        same = now === last && !running ? same + 1 : 0;
        last = now;
        if (same >= 3) done();
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }, moving);
  }

  // ---------------------------------------------------------------- what is to be seen

  /** The marks of this kind in the view, each id once: [id]. */
  async marks(kind) {
    return this.driver.executeScript((kind) => {
      const marks = [...document.querySelectorAll(`[data-view] [data-kind="${kind}"][data-id]`)]
        .filter((mark) => !mark.closest("[data-record]"))
        .filter((mark) => mark.getClientRects().length > 0 && getComputedStyle(mark).visibility === "visible");
      return [...new Set(marks.map((mark) => mark.dataset.id))];
    }, kind);
  }

  /** The stubs that stand for hidden marks: [{count, ids}]. */
  async stubs() {
    return this.driver.executeScript(() =>
      [...document.querySelectorAll("[data-view] [data-stub]")]
        .filter((stub) => stub.getClientRects().length > 0)
        .map((stub) => ({
          count: Number(stub.dataset.count),
          ids: (stub.dataset.ids ?? "").split(/[\s,;]+/).filter(Boolean),
        })),
    );
  }

  /** The boxes of all marks of this kind, in CSS pixels: {id: {x, y, width, height}}. */
  async boxes(kind) {
    return this.driver.executeScript((kind) => {
      const boxes = {};
      for (const mark of document.querySelectorAll(`[data-view] [data-kind="${kind}"][data-id]`)) {
        if (mark.closest("[data-record]")) continue;
        // A group or link of SVG has no box of its own: its first rectangle is the cell.
        const shape = /^(g|a)$/.test(mark.localName) && mark.ownerSVGElement ? mark.querySelector("rect") : mark;
        let box = shape.getBoundingClientRect();
        if (shape.ownerSVGElement) {
          // Without its stroke, which engines count differently.
          const own = shape.getBBox();
          const matrix = shape.getScreenCTM();
          box = {
            x: own.x * matrix.a + matrix.e,
            y: own.y * matrix.d + matrix.f,
            width: own.width * matrix.a,
            height: own.height * matrix.d,
          };
        }
        if (box.width > 0) boxes[mark.dataset.id] = { x: box.x, y: box.y, width: box.width, height: box.height };
      }
      return boxes;
    }, kind);
  }

  /** The id of the open record, or null. */
  async record() {
    return this.driver.executeScript(() => {
      const open = [...document.querySelectorAll("[data-record]")].find((record) => record.getClientRects().length > 0);
      return open?.dataset.record || null;
    });
  }

  /** The view shown. */
  async view() {
    return this.driver.executeScript(() => document.querySelector("[data-view]")?.dataset.view ?? null);
  }

  /** What the page tells its reader: texts of the problems shown. */
  async notes() {
    return this.driver.executeScript(() =>
      [...document.querySelectorAll("[data-problem]")]
        .filter((note) => note.getClientRects().length > 0)
        .map((note) => note.textContent.trim()),
    );
  }

  async address() {
    return this.driver.executeScript("return location.href");
  }

  /** The state in the address: {key: value}. */
  async state() {
    const hash = new URL(await this.address()).hash.slice(1);
    return Object.fromEntries(
      hash
        .split("&")
        .filter(Boolean)
        .map((pair) => pair.split("=").map(decodeURIComponent)),
    );
  }

  /** Waits until the address holds this value for this key (undefined: does not hold the key). */
  async waitForState(key, value) {
    await this.driver
      .wait(async () => (await this.state())[key] === value, PATIENCE_MS, undefined, 40)
      .catch(async () => {
        const wanted = value === undefined ? `no ${key}` : `${key}=${value}`;
        throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${wanted} in the address ${await this.address()}`);
      });
    await this.standStill();
  }

  // ---------------------------------------------------------------- what a reader does

  /** Clicks a mark at a point of it that nothing covers, with the real pointer. */
  async clickMark(kind, id) {
    await this.clickInside(`[data-view] [data-kind="${kind}"][data-id="${id}"]`, `${kind} ${id}`);
  }

  /** Clicks the first shown element of a view that this selector finds, at a point that nothing covers: drawings are clicked so. */
  async clickInside(selector, what) {
    const point = await this.driver.executeScript((selector) => {
      const mark = [...document.querySelectorAll(selector)].find(
        (candidate) => candidate.getClientRects().length > 0 && !candidate.closest("[data-record]"),
      );
      if (!mark) return { missing: "is not drawn" };
      mark.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      // Firefox brings the whole drawing into view rather than the mark in it; a reader scrolls on.
      const beyond = mark.getBoundingClientRect();
      if (beyond.top < 0 || beyond.bottom > innerHeight) {
        scrollBy({ top: beyond.top + beyond.height / 2 - innerHeight / 2, behavior: "instant" });
      }
      const box = mark.getBoundingClientRect();
      // From the middle outwards: the middle of a mark is where a reader aims.
      const parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.04, 0.96];
      for (const down of parts) {
        for (const across of parts) {
          const x = Math.round(box.x + box.width * across);
          const y = Math.round(box.y + box.height * down);
          if (document.elementFromPoint(x, y)?.closest(selector) === mark) return { x, y };
        }
      }
      return { missing: "is covered everywhere" };
    }, selector);
    if (point.missing) throw new Error(`the ${what} ${point.missing}, so nobody can click it`);
    await this.clickAt(point);
  }

  async pointAt({ x, y }) {
    await this.driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x, y }).perform();
  }

  async clickAt({ x, y }) {
    const actions = this.driver.actions({ async: true });
    await actions.move({ origin: Origin.VIEWPORT, x, y }).click().perform();
  }

  /** Clicks the first shown element that this selector finds, once it stays where it is: what moves is missed. */
  async clickOn(selector, what) {
    let last = null;
    const staying = async () => {
      const [shown, place] = await this.driver.executeScript((selector) => {
        const shown = [...document.querySelectorAll(selector)].find((candidate) => candidate.getClientRects().length > 0);
        const { x, y, width, height } = shown?.getBoundingClientRect() ?? {};
        return [shown ?? null, [x, y, width, height].join()];
      }, selector);
      if (!shown) throw new Error(`there is no ${what} to click (${selector})`);
      const stays = place === last;
      last = place;
      return stays && shown;
    };
    const element = await this.driver.wait(staying, PATIENCE_MS, `${what} to stay where it is`, 16);
    await element.click();
  }

  async press(key) {
    await this.driver.actions({ async: true }).sendKeys(Key[key] ?? key).perform();
  }

  // ---------------------------------------------------------------- what must not happen

  /** Everything that went wrong since the page was opened: errors, policy violations, requests elsewhere. */
  async problems() {
    const heard = await this.driver.executeScript("return window.__heard ? window.__heard.problems.splice(0) : null");
    if (heard === null) throw new Error("the listeners are not in the page: nothing could be heard");
    const listed = await this.driver.executeScript(
      "return performance.getEntriesByType('resource').map((entry) => entry.name)",
    );
    const elsewhere = [
      ...(await this.browser.requestsElsewhere(this.server.origin)),
      ...listed.filter((url) => isElsewhere(url, this.server.origin)),
    ];
    const said = [...heard, ...(await this.browser.driverProblems())];
    return [
      ...said.map(({ kind, text }) => `${kind}: ${text}`),
      ...new Set(elsewhere.map((url) => `request elsewhere: ${url}`)),
    ];
  }
}
