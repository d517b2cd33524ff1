// Reading without network: what a visit keeps answers when the server is gone, versions never mix, nothing is kept that was not wanted.
//
// Each test serves a copy of the built site of its own, at an origin of its own, and changes it as a deployment would.

import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startStaticServer } from "../../scripts/static-server.mjs";
import { NEW, OLD, copyOfSite as copyWith, deleteCopies, finish, makeNext, namesIn, newFolder } from "../site/copies.mjs";
import { filesIn } from "../site/site.mjs";
import { ENGINE, LISTENERS } from "./engines.mjs";
import { DIST, PATIENCE_MS, openSite, rows, startAtNewOrigin } from "./page.mjs";
import { after, afterEach, before, inEveryEngine } from "./suite.mjs";

const WORKER = "service-worker.js";
const event = rows("events")[0];

let page;
before(async () => (page = await openSite({ hasWorkers: true, isCold: true })));
// A test that failed halfway may have left a tab, behind which nothing is drawn.
afterEach(async () => {
  const [first, ...others] = await page.driver.getAllWindowHandles();
  for (const tab of others) {
    await page.driver.switchTo().window(tab);
    await page.driver.close();
  }
  await page.driver.switchTo().window(first);
});
after(async () => {
  await page?.close();
  deleteCopies();
});

/** A copy whose pages begin with the listeners, where the driver cannot put them in, and with a script of the test's. */
const copyOfSite = ({ first = "", ...options } = {}) => copyWith({ script: (ENGINE === "webkit" ? LISTENERS : "") + first, ...options });

// ---------------------------------------------------------------- serving them

/** Serves a folder from now on: at an origin of its own, or once more where the last one was. */
async function serve(folder, { again = false } = {}) {
  await page.leave();
  await page.server.stop();
  const options = { root: folder, pages: { "/__frame.html": frame }, closes: true };
  page.server = await (again ? startStaticServer({ ...options, port: Number(new URL(page.server.origin).port) }) : startAtNewOrigin(options));
  // What the driver has heard until now is of the last one.
  await page.browser.driverProblems();
  await page.browser.requestsElsewhere(page.server.origin);
}

const frame = () => ({
  type: "text/html",
  body: '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe title="page" width="900" height="600" src="/"></iframe>',
});

// ---------------------------------------------------------------- what a reader sees and does

const text = () => page.driver.executeScript("return document.body?.innerText ?? ''");
const says = (words) =>
  page.waitFor((words) => document.body?.innerText.includes(words), `the page to say “${words}”`, words);
/** Presses the button of this name. */
async function press(name) {
  await says(name);
  const button = await page.driver.executeScript(
    (name) => [...document.querySelectorAll("button")].find((button) => button.innerText.includes(name)),
    name,
  );
  await button.click();
}
const isKept = () => says("Disponible hors ligne (");
/** Waits until nothing is left to be kept: both are said at one time, since what a page is told may come late. */
const isWhollyKept = () =>
  page.waitFor(() => {
    const said = document.body?.innerText ?? "";
    return said.includes("Disponible hors ligne (") && !said.includes("Tout enregistrer");
  }, "the page to say that everything is kept");
const UPDATE = "Une nouvelle version est prête";

/** What the page stands on: the names of the scripts and modules that it has asked for. */
const namesUsed = () =>
  page.driver.executeScript(() => [
    ...new Set(
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname.split("/").pop())
        .filter((name) => /-[0-9a-f]{16}\.(js|wasm)$/.test(name)),
    ),
  ]);
const caches = () => page.driver.executeAsyncScript("const done = arguments[0]; caches.keys().then(done)");
const registrations = () =>
  page.driver.executeAsyncScript(
    "const done = arguments[0]; navigator.serviceWorker.getRegistrations().then((all) => done(all.map(({ scope }) => scope)))",
  );
const isWithdrawn = () => page.driver.wait(async () => (await registrations()).length === 0, PATIENCE_MS, "the worker to be gone", 40);
const waitForCaches = (wanted, what) => page.driver.wait(async () => wanted(await caches()), PATIENCE_MS, what, 40);

/** Reloads as a reader does; Firefox' driver does it past the cache, and so past the worker. */
async function reload() {
  await page.driver.executeScript("window.isOfBefore = true; location.reload()");
  await page.waitFor(
    () => !window.isOfBefore && document.documentElement.dataset.state === "ready",
    "the page to be ready again",
  );
}

/** Opens an address and waits for words on the page, which need not be the app. */
async function openPage(path, words) {
  await page.leave();
  await page.driver.get(page.server.url + path);
  await says(words);
}

// ---------------------------------------------------------------- the tests

inEveryEngine("after a visit the whole site reads without its server, in views never opened and in both languages", async () => {
  await serve(copyOfSite());
  await page.open("");
  await isKept();
  await page.server.stop();

  await page.open("view=budget");
  assert.ok((await page.marks("envelope")).length > 3, "the treemap is drawn");
  await page.open("view=table&lang=en");
  await says("Available offline (");
  assert.equal(await page.view(), "table");
  await page.open(`focus=${event.id}&lang=en`);
  await says(event.title_en);
  await page.waitFor(() => document.querySelector("[data-record]:not([aria-busy])") !== null, "the record in full");
  assert.equal(await page.record(), event.id);
  await reload();
  await says(event.title_en);
  assert.deepEqual(await page.notes(), []);

  await page.open("q=fibre");
  await says("fibre");
  assert.deepEqual(await page.notes(), [], "the search has come as well");

  // Every page is answered for, and some are gone to.
  const pages = filesIn(DIST).filter((file) => file.endsWith(".html") && file !== "jalons.html");
  const plain = (html) => /<title>([^<]*)<\/title>/.exec(html)?.[1].replaceAll(/\s/g, " ");
  const titles = pages.map((file) => plain(readFileSync(join(DIST, file), "utf8")));
  const answers = await page.driver.executeAsyncScript(
    (files, done) =>
      Promise.all(files.map((file) => fetch(new URL(file, document.baseURI)).then((answer) => answer.text()))).then(done, (reason) => done([String(reason)])),
    pages,
  );
  assert.deepEqual(answers.map(plain), titles);
  for (const [place, file] of pages.entries()) {
    if (place % 10 !== 0) continue;
    await page.leave();
    await page.driver.get(page.server.url + file);
    await page.waitFor((title) => document.title.replaceAll(/\s/g, " ") === title, `${file} to be titled ${titles[place]}`, titles[place]);
  }
});

inEveryEngine("what is large is kept when it is used, or when the reader asks", async () => {
  const single = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="__CSP__"><title>Seule</title><p>Le fichier unique</p><!--${"x".repeat(900_000)}-->`;
  // The charts, which are kept like it, are as good as nothing here.
  const charts = filesIn(DIST).filter((file) => /^charts-/.test(file)).map((file) => [file, ""]);
  const folder = copyOfSite({ further: { "jalons.html": single, ...Object.fromEntries(charts) } });
  await serve(folder);
  await page.open("");
  await isKept();
  await says("Tout enregistrer (encore 0,9");
  await page.server.stop();
  await openPage("jalons.html", "n’est pas gardée sur cet appareil");

  await serve(folder, { again: true });
  await openPage("jalons.html", "Le fichier unique");
  await page.open("");
  await isWhollyKept();
  await page.server.stop();
  await openPage("jalons.html", "Le fichier unique");

  await serve(folder);
  await page.open("");
  await press("Tout enregistrer");
  await isWhollyKept();
  await page.server.stop();
  await openPage("jalons.html", "Le fichier unique");
});

inEveryEngine("the charts are drawn without the server once they have been opened; before, their tables stay", async () => {
  const folder = copyOfSite();
  await serve(folder);
  await page.open("");
  await isKept();
  await page.server.stop();
  await page.open("view=trends");
  await says("Le programme des dessins n’a pas pu être chargé");
  assert.ok((await text()).includes("ASTREA"), "the table is there");
  // The browser says of the files that they could not be had.
  await page.browser.driverProblems();

  const isDrawn = () => page.waitFor(() => document.querySelector("[data-trend=costs] svg path") !== null, "a chart");
  await serve(folder, { again: true });
  await page.open("view=trends");
  await isDrawn();
  await page.server.stop();
  await page.open("view=trends");
  await isDrawn();
});

inEveryEngine("a new version is announced, waits for the reader, then takes the place of the old one in every tab", async () => {
  const folder = copyOfSite();
  await serve(folder);
  await page.open("");
  await isKept();
  const old = namesIn(folder);
  const oldCopies = await caches();
  makeNext(folder);
  const next = namesIn(folder);
  assert.ok(old.every((name) => !next.includes(name)), "no script or module has kept its name");

  const standsOn = async (names, where) => {
    for (const name of await namesUsed()) assert.ok(names.includes(name), `${name} ${where}`);
  };
  // In a new visit, in a reload, in another view: the old version, whole.
  await page.open("");
  await says(UPDATE);
  assert.equal(
    await page.driver.executeScript(
      (words) => [...document.querySelectorAll("[role=status]")].some((status) => status.innerText.includes(words)),
      UPDATE,
    ),
    true,
    "it is said to a screen reader as well",
  );
  await reload();
  await says(UPDATE);
  await page.open("view=budget");
  await says(UPDATE);
  assert.ok((await text()).includes(OLD) && !(await text()).includes(NEW));
  await standsOn(old, "is not of the version shown");

  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow("tab");
  const second = await page.driver.getWindowHandle();
  await page.driver.get(`${page.server.url}#view=table`);
  await says(UPDATE);
  assert.ok((await text()).includes(OLD));
  await press("Afficher la nouvelle version");
  for (const [tab, view] of [[second, "table"], [first, "budget"]]) {
    await page.driver.switchTo().window(tab);
    await says(NEW);
    await isKept();
    assert.equal(await page.view(), view, "the reader is where they were");
    await standsOn(next, "is of an earlier version");
    assert.ok(!(await text()).includes(UPDATE));
  }
  await waitForCaches((names) => !names.some((name) => oldCopies.includes(name) && !/choice$/.test(name)), "the old copy is gone");
  await page.driver.switchTo().window(second);
  await page.driver.close();
  await page.driver.switchTo().window(first);

  await page.server.stop();
  await page.open("view=table");
  await says(NEW);
  await standsOn(next, "is of an earlier version");
});

inEveryEngine("a deployment under way is neither announced nor kept", async () => {
  const folder = copyOfSite();
  const [earlier, later] = [newFolder(), newFolder()];
  for (const copy of [earlier, later]) cpSync(folder, copy, { recursive: true });
  makeNext(later);
  await serve(folder);
  await page.open("");
  await isKept();
  // The worker has come, one of its pages has not.
  cpSync(later, folder, { recursive: true });
  cpSync(join(earlier, "index.html"), join(folder, "index.html"));
  const asked = page.server.requests.length;
  await page.open("");
  await isKept();
  await page.driver.wait(
    () => page.server.requests.slice(asked).some(({ file, status }) => file === "index.html" && status !== null),
    PATIENCE_MS,
    "the page that has not come is asked for",
  );
  await page.open("view=table");
  await isKept();
  assert.ok((await text()).includes(OLD) && !(await text()).includes(UPDATE));
  // Now it has.
  cpSync(later, folder, { recursive: true });
  await page.open("");
  await says(UPDATE);
});

inEveryEngine("a worker that the site withdraws goes with all that it kept", async () => {
  const folder = copyOfSite();
  await serve(folder);
  await page.open("");
  await isKept();
  finish(folder, { JALONS_OFFLINE: "no" });
  await page.open("");
  await waitForCaches((names) => names.length === 0, "nothing is kept");
  await page.open("view=table");
  await isWithdrawn();
  assert.deepEqual(await caches(), []);
  assert.ok(!(await text()).includes("hors ligne"), "and nothing is offered");
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("where the worker’s file is gone the page removes it", async () => {
  const folder = copyOfSite();
  await serve(folder);
  await page.open("");
  await isKept();
  rmSync(join(folder, WORKER));
  await page.open("");
  await waitForCaches((names) => names.length === 0, "nothing is kept");
  await isWithdrawn();
  await page.open("view=table");
  assert.ok(!(await text()).includes("Disponible hors ligne"));
});

inEveryEngine("a reader who saves data keeps nothing, unless they ask", async () => {
  const folder = copyOfSite({
    first: 'Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) });',
  });
  await serve(folder);
  await page.open("");
  await says("Rendre disponible hors ligne (");
  assert.deepEqual(await registrations(), []);
  assert.deepEqual(await caches(), []);
  assert.ok(!page.server.requests.some(({ file }) => file === WORKER), "the worker was not even asked for");
  await press("Rendre disponible hors ligne (");
  await isKept();
  await page.server.stop();
  await page.open("view=budget");
  assert.ok((await page.marks("envelope")).length > 3);

  // A new version is offered with its price, and not fetched before the reader wants it.
  makeNext(folder);
  await serve(folder, { again: true });
  await page.open("");
  await says("Une nouvelle version existe (");
  assert.ok((await text()).includes(OLD));
  const modules = () => page.server.requests.filter(({ file }) => file?.endsWith(".wasm")).length;
  assert.equal(modules(), 0, "nothing of it has been fetched");
  await press("Afficher la nouvelle version");
  await says(NEW);
  await isKept();
  assert.ok(modules() > 0);
});

inEveryEngine("what a reader removes is gone and does not come back by itself", async () => {
  await serve(copyOfSite());
  await page.open("");
  await isKept();
  await press("Retirer de cet appareil");
  await says("Rendre disponible hors ligne (");
  assert.deepEqual(await caches(), []);
  // One frame after the words.
  const isOnLine = () => document.activeElement.closest("p")?.innerText.includes("hors ligne") === true;
  if (ENGINE !== "webkit") await page.waitFor(isOnLine, "the keyboard to stay where it was");
  await page.open("view=table");
  await says("Rendre disponible hors ligne (");
  assert.deepEqual(await caches(), []);
  await isWithdrawn();
  await press("Rendre disponible hors ligne (");
  await isKept();
  await page.server.stop();
  await page.open("");
});

inEveryEngine("where workers are refused the page works and offers nothing", async () => {
  const refused = 'Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("no", "SecurityError"); } });';
  await serve(copyOfSite({ first: refused }));
  await page.open("view=table");
  const script = /data-offline="([^"]+)"/.exec(readFileSync(join(DIST, "index.html"), "utf8"));
  assert.ok(script, "the page names its script");
  await page.driver.wait(
    () => page.server.requests.some(({ file, status }) => /^jalons-offline-/.test(file ?? "") && status === 200),
    PATIENCE_MS,
    "the script is there",
  );
  assert.equal(await page.view(), "table");
  await page.open("view=budget");
  assert.ok(!(await text()).includes("hors ligne"));
  assert.deepEqual(await page.problems(), []);
});

inEveryEngine("in a frame of another page nothing is kept", async () => {
  await serve(copyOfSite());
  await page.driver.get(`${page.server.origin}/__frame.html`);
  await page.driver.switchTo().frame(await page.driver.findElement({ css: "iframe" }));
  await page.waitFor(() => document.documentElement.dataset.state === "ready", "the page in the frame to be ready");
  await says("Tableau");
  // The code that would fetch the script is there once the search is.
  await page.waitFor(() => document.querySelector("header input") !== null, "the code after the first view");
  assert.ok(!page.server.requests.some(({ file }) => /^jalons-offline-|^service-worker/.test(file ?? "")));
  assert.deepEqual(await registrations(), []);
  await page.driver.switchTo().defaultContent();
});

inEveryEngine("two copies of the site at one origin do not disturb each other", async () => {
  const host = newFolder();
  writeFileSync(join(host, "index.html"), "<!doctype html><title>Host</title><p>Another page of this host");
  for (const name of ["one", "two"]) copyOfSite({ folder: join(host, name) });
  makeNext(join(host, "two"));
  await serve(host);
  await page.open("", { path: "one/" });
  await isKept();
  await page.open("", { path: "two/" });
  await isKept();
  assert.deepEqual((await registrations()).map((scope) => new URL(scope).pathname).sort(), ["/one/", "/two/"]);
  await press("Retirer de cet appareil");
  await says("Rendre disponible hors ligne (");
  await page.server.stop();

  await page.open("view=budget", { path: "one/" });
  assert.ok((await text()).includes(OLD));
  await isKept();
  await serve(host, { again: true });
  await page.open("", { path: "two/" });
  assert.ok((await text()).includes(NEW), "and each is of its own version");
  await openPage("", "Another page of this host");
});
