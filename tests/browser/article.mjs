// An article on another origin that holds the built page in frames, for the tests: its frames, what they told it, what stands in them.

import { By } from "selenium-webdriver";
import { startStaticServer } from "../../scripts/static-server.mjs";
import { PATIENCE_MS } from "./page.mjs";

const FIXTURE = new URL("../fixtures/article/", import.meta.url).pathname;

/** What the snippet allows its frame. */
export const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** Serves the article beside the site of `page`, and leads the browser of `page` through it. */
export async function openArticle(page) {
  const article = new Article(page);
  article.server = await startStaticServer({
    root: FIXTURE,
    rewrite: (html) => html.replaceAll("__SITE__", page.server.origin).replace("__FRAMES__", () => article.frames),
  });
  return article;
}

class Article {
  frames = "";

  constructor(page) {
    this.page = page;
    this.driver = page.driver;
  }

  close() {
    return this.server.stop();
  }

  /**
   * Opens the article with these frames, and waits until each is ready.
   *
   * @param {object[]} frames    {id, hash, query, width, height, listener, called}
   * @param {object} [options]   the viewport, and which `data-state` the frames come to
   */
  async open(frames, { width = 1280, height = 900, state = "ready" } = {}) {
    const html = frames.map(({ id, hash = "embed=1", query = "", width = "100%", height = 400, listener, called }) => {
      const names = `${listener ? ` data-listener="${listener}"` : ""}${called ? ` data-called="${called}"` : ""}`;
      const src = `${this.page.server.url}${query}#${hash}`.replaceAll("&", "&amp;");
      return `<iframe id="${id}" title="Un cadre"${names} sandbox="${SANDBOX}" width="${width}" height="${height}" frameborder="0" src="${src}"></iframe>`;
    });
    await this.openWith(html.join("\n"), { width, height });
    for (const { id } of frames) await this.stateIs(id, state);
  }

  /** Opens the article with this HTML in it. */
  async openWith(html, { width = 1280, height = 900 } = {}) {
    this.frames = html;
    await this.driver.switchTo().defaultContent();
    await this.driver.get("about:blank");
    await this.page.browser.setViewport(width, height);
    await this.driver.get(this.server.url);
    await this.wait(() => document.querySelector("iframe") !== null && document.readyState === "complete", "the article");
  }

  async stateIs(id, state) {
    await this.waitInside(id, (state) => document.documentElement.dataset.state === state, `#${id} to be ${state}`, state);
  }

  /** Runs a function in the article. */
  async run(script, ...args) {
    await this.driver.switchTo().defaultContent();
    return this.driver.executeScript(script, ...args);
  }

  /** Runs a function in a frame, where the driver stays until the next call. */
  async inside(id, script, ...args) {
    await this.enter(id);
    return this.driver.executeScript(script, ...args);
  }

  async enter(id) {
    await this.driver.switchTo().defaultContent();
    await this.driver.switchTo().frame(await this.driver.findElement(By.id(id)));
  }

  async wait(script, what, ...args) {
    await this.driver.switchTo().defaultContent();
    return this.waitHere(script, what, ...args);
  }

  async waitInside(id, script, what, ...args) {
    await this.enter(id);
    return this.waitHere(script, what, ...args);
  }

  async waitHere(script, what, ...args) {
    try {
      return await this.driver.wait(() => this.driver.executeScript(script, ...args), PATIENCE_MS, undefined, 40);
    } catch (error) {
      if (error.name !== "TimeoutError") throw error;
      throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`);
    }
  }

  /** The messages of a frame in their order, or those of one type. */
  async heard(id, type) {
    const all = await this.run((id) => window.heard.filter(({ frame }) => frame === id).map(({ data }) => data), id);
    return type === undefined ? all : all.filter((data) => data?.type === type);
  }

  /** The heights that a frame has told, in its own dialect. */
  async heights(id) {
    return (await this.heard(id, "jalons:height")).map(({ height }) => height);
  }

  /** Forgets what was heard until now. */
  async forget() {
    await this.run(() => window.heard.splice(0));
  }

  /** Sends messages to a frame, all in one go. */
  async send(id, ...messages) {
    await this.run((id, messages) => {
      for (const message of messages) document.getElementById(id).contentWindow.postMessage(message, "*");
    }, id, messages);
  }

  /** Waits until a frame has told nothing for this many of the article's pictures. */
  async settled(pictures = 30) {
    await this.driver.switchTo().defaultContent();
    await this.driver.executeAsyncScript((pictures) => {
      const done = arguments[arguments.length - 1];
      let last = -1;
      let same = 0;
      const look = () => {
        same = window.heard.length === last ? same + 1 : 0;
        last = window.heard.length;
        if (same >= pictures) done();
        else requestAnimationFrame(look);
      };
      look();
    }, pictures);
  }
}
