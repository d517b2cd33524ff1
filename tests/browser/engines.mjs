// The three browser engines, each started and listened to through what its driver can do.
//
//   ENGINE=chromium|firefox|webkit   chooses one (default: chromium)
//
// | what                    | Chromium        | Firefox               | WebKitGTK                       |
// | viewport under 500 px   | real            | frame of that width   | frame of that width             |
// | requests elsewhere      | CDP network log | BiDi network events   | policy violations, resource list|
// | console errors          | browser log     | BiDi log + listeners  | listeners: no browser messages  |
// | listeners are put in by | CDP             | BiDi preload script   | the test server                 |

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder, Capabilities, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

export const ENGINE = process.env.ENGINE ?? "chromium";

export const LISTENERS = readFileSync(new URL("listeners.js", import.meta.url), "utf8");

/** Service workers kept out of a page: one that answers in the server's stead hides what a test withholds or counts. */
export const NO_WORKERS = 'Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });\n';

/** The engine's narrowest window; a narrower page stands in a frame. Null: any width is possible. */
const NARROWEST_WINDOW = { chromium: null, firefox: 500, webkit: 447 };

/** How often a browser is lent before a new one takes its place: what leaks does not add up over a run. */
const MOST_LENT = 12;
const TIMEOUTS = { pageLoad: 30_000, script: 30_000 };

/** The browsers of this process that nobody has borrowed. */
const idle = [];

/**
 * Lends a browser: one that has been given back, else a new one.
 *
 * @param {object} options
 * @param {boolean} [options.hasWorkers] whether pages may have service workers
 * @returns {Promise<Browser>}
 */
export async function borrowBrowser({ hasWorkers = false } = {}) {
  const place = idle.findIndex((browser) => browser.hasWorkers === hasWorkers);
  const browser = place < 0 ? await startBrowser(ENGINE, { hasWorkers }) : idle.splice(place, 1)[0];
  browser.lent += 1;
  return browser;
}

/** Takes a browser back. One that has been lent often, or that cannot be cleared, is ended. */
export async function giveBack(browser) {
  const isClear = browser.lent < MOST_LENT && (await browser.clear().then(() => true, () => false));
  if (isClear) idle.push(browser);
  else await browser.quit();
}

/** Ends all that are idle. */
export async function endBrowsers() {
  await Promise.all(idle.splice(0).map((browser) => browser.quit()));
}

async function startBrowser(engine, { hasWorkers }) {
  const start = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit }[engine];
  if (!start) throw new Error(`ENGINE="${engine}" is not one of chromium, firefox, webkit`);
  const browser = await start(hasWorkers ? LISTENERS : NO_WORKERS + LISTENERS);
  await browser.driver.manage().setTimeouts(TIMEOUTS);
  await browser.setViewport(1280, 900);
  return Object.assign(browser, { hasWorkers });
}

/** What the tests know of a running browser; each engine fills in its own way. */
class Browser {
  lent = 0;

  constructor(engine, driver, afterwards = []) {
    this.engine = engine;
    this.driver = driver;
    this.afterwards = afterwards;
  }

  /** Leaves one empty window of the usual size, with nothing heard yet. */
  async clear() {
    const [first, ...others] = await this.driver.getAllWindowHandles();
    for (const window of others) {
      await this.driver.switchTo().window(window);
      await this.driver.close();
    }
    await this.driver.switchTo().window(first);
    await this.driver.get("about:blank");
    await this.setViewport(1280, 900);
    await this.driver.manage().setTimeouts(TIMEOUTS);
    await this.driverProblems();
    await this.requests();
  }

  /** Whether a page of this width needs a frame, the engine's window being unable to be so narrow. */
  needsFrame(width) {
    return NARROWEST_WINDOW[this.engine] !== null && width < 768;
  }

  /** Makes the page's viewport exactly this large. */
  async setViewport(width, height) {
    const measure = () =>
      this.driver.executeScript("return [innerWidth, innerHeight, outerWidth, outerHeight]");
    // A window's frame and bars are only known once it is drawn: ask, measure, correct.
    let [extraWidth, extraHeight] = this.windowExtra ?? [0, 0];
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await this.driver
        .manage()
        .window()
        .setRect({ x: 0, y: 0, width: width + extraWidth, height: height + extraHeight });
      const [innerWidth, innerHeight] = await measure();
      if (innerWidth === width && innerHeight === height) {
        this.windowExtra = [extraWidth, extraHeight];
        return;
      }
      extraWidth += width - innerWidth;
      extraHeight += height - innerHeight;
    }
    throw new Error(`${this.engine}: no window with a viewport of ${width} × ${height} could be had`);
  }

  /** Problems that the driver itself reports and the page's listeners cannot see: [{kind, text}], emptied by reading. */
  async driverProblems() {
    return [];
  }

  /** Addresses that the driver saw requested, emptied by reading. */
  async requests() {
    return [];
  }

  /** Those of them that are outside `origin`. */
  async requestsElsewhere(origin) {
    return (await this.requests()).filter((url) => isElsewhere(url, origin));
  }

  async quit() {
    await this.driver.quit().catch(() => {});
    for (const step of this.afterwards) await step();
  }
}

// ---------------------------------------------------------------- Chromium

class Chromium extends Browser {
  async clear() {
    await this.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: [] });
    await this.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: false });
    await super.clear();
  }

  async setViewport(width, height, scale = 1) {
    await this.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
  }

  async driverProblems() {
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER);
    return entries
      .filter((entry) => entry.level.value >= logging.Level.SEVERE.value)
      .map((entry) => ({ kind: "console", text: entry.message }));
  }

  async requests() {
    const entries = await this.driver.manage().logs().get(logging.Type.PERFORMANCE);
    return entries
      .map((entry) => JSON.parse(entry.message).message)
      .filter((message) => message.method === "Network.requestWillBeSent")
      .map((message) => message.params.request.url);
  }
}

async function startChromium(script) {
  const profile = mkdtempSync(join(tmpdir(), "jalons-chromium-"));
  const options = new chrome.Options();
  options.setBinaryPath(program("chromium"));
  options.addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,900",
    `--user-data-dir=${profile}`,
  );
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program("chromedriver")))
    .build();
  await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: script });
  return new Chromium("chromium", driver, [
    () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  ]);
}

// ---------------------------------------------------------------- Firefox

class Firefox extends Browser {
  problems = [];
  requested = [];

  async listen(script) {
    const bidi = await this.driver.getBidi();
    await bidi.send({
      method: "script.addPreloadScript",
      params: { functionDeclaration: `() => { ${script} }` },
    });
    await bidi.subscribe(["log.entryAdded", "network.beforeRequestSent"]);
    bidi.socket.on("message", (data) => {
      const { method, params } = JSON.parse(data.toString());
      if (method === "network.beforeRequestSent") this.requested.push(params.request.url);
      if (method === "log.entryAdded" && params.level === "error") {
        this.problems.push({ kind: "console", text: params.text });
      }
    });
  }

  async driverProblems() {
    return this.problems.splice(0);
  }

  async requests() {
    return this.requested.splice(0);
  }
}

async function startFirefox(script) {
  const options = new firefox.Options();
  options.setBinary(program("firefox-esr", "firefox"));
  options.addArguments("-headless");
  options.set("webSocketUrl", true);
  // geckodriver loosens this for its own convenience; readers have it strict.
  options.setPreference("security.fileuri.strict_origin_policy", true);
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(program("geckodriver")))
    .build();
  const browser = new Firefox("firefox", driver);
  await browser.listen(script);
  return browser;
}

// ---------------------------------------------------------------- WebKitGTK

async function startWebKit() {
  const afterwards = [];
  const environment = { ...process.env, NO_AT_BRIDGE: "1", GTK_A11Y: "none" };
  if (!process.env.DISPLAY) {
    const screen = await startScreen();
    environment.DISPLAY = screen.display;
    afterwards.push(screen.stop);
  }
  const port = await freePort();
  const service = spawn(program("WebKitWebDriver"), [`--port=${port}`], {
    env: environment,
    stdio: "ignore",
  });
  afterwards.unshift(() => end(service));
  await answering(`http://127.0.0.1:${port}/status`, "WebKitWebDriver");

  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
      }),
    )
    .build();
  return new Browser("webkit", driver, afterwards);
}

/** MiniBrowser is no command of its own: Debian keeps it in WebKit's library folder. */
function miniBrowser() {
  const triplet = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" }[process.arch] ?? "";
  for (const version of ["4.1", "4.0", "6.0"]) {
    const path = `/usr/lib/${triplet}/webkit2gtk-${version}/MiniBrowser`;
    if (existsSync(path)) return path;
  }
  throw new Error("MiniBrowser is missing; install Debian's webkit2gtk-driver (./scripts/test does)");
}

/**
 * A screen that nobody looks at: WebKitGTK has no headless mode. Xvfb chooses a free display itself, but gives up where
 * another one has chosen the same at that moment: then it is asked again.
 */
async function startScreen(attempts = 5) {
  const server = spawn(
    program("Xvfb"),
    ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const number = await new Promise((known) => {
    server.stdio[3].once("data", (data) => known(data.toString().trim()));
    server.once("exit", () => known(null));
  });
  if (number !== null) return { display: `:${number}`, stop: () => end(server) };
  if (attempts > 1) return startScreen(attempts - 1);
  throw new Error("Xvfb ended before it had a display");
}

// ---------------------------------------------------------------- programs and ports

/** The first of the named programs that is on PATH. */
function program(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(`${names[0]} is not on PATH; ./scripts/test installs it and puts it there`);
}

function freePort() {
  return new Promise((known, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => known(port));
    });
  });
}

async function answering(url, name) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`${name} did not answer within 30 s`);
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((ended) => {
    child.once("exit", ended);
    child.kill();
  });
}

/** Whether an address is neither the site's own nor one that never leaves the browser. */
export function isElsewhere(url, origin) {
  return !url.startsWith(`${origin}/`) && !/^(data|blob|about|chrome|resource|moz-extension):/.test(url);
}
