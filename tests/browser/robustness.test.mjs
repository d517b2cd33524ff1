// Hostile or broken surroundings, each tried: what the page holds stays readable, the reader is told in words and given a way on, and nothing is lost.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, beforeEach, inEveryEngine, inOneEngine } from "./suite.mjs";

const MODULE = /^jalons-[0-9a-f]{16}\.wasm$/;
const GLUE = /^jalons-[0-9a-f]{16}\.js$/;
const CHUNK = /^jalons-(?!tools|import)[a-z]+-[0-9a-f]{16}\.wasm$/;
const DETAIL = /^detail-.*\.bin$/;
const TOOLS_SCRIPT = /^jalons-tools-.*\.js$/;
const TOOLS_MODULE = /^jalons-tools-.*\.wasm$/;

const RECORD = "[data-record]:not([aria-busy])";
const RETRY = "[data-problem] button";
const event = rows("events").find(({ id }) => id === "louvois-abandon");

/** What is sent in place of a file, and what has happened to the browser before the page; each test says. */
let answers = () => undefined;
let surroundings = "";
let page;
before(async () => {
  page = await openSite({
    isCold: true,
    mount: "/some/where/",
    answers: (...asked) => answers(...asked),
    before: () => surroundings,
  });
});
after(() => page?.close());
beforeEach(async () => {
  answers = () => undefined;
  surroundings = "";
  // What the browser said of the test before.
  await page.browser.driverProblems();
});

// ---------------------------------------------------------------- ways for a file to be wrong

const wasm = (body, more = {}) => ({ type: "application/wasm", body, ...more });
const WAYS = {
  "is missing": async () => ({ status: 404, type: "text/plain", body: "Nothing is here." }),
  "is a page of the host": async () => ({ type: "text/html", body: "<!doctype html><title>Welcome</title>" }),
  "is empty": async () => wasm(""),
  "is cut in half": async (bytes) => wasm((await bytes()).subarray(0, (await bytes()).length >> 1)),
  "breaks off halfway": async (bytes) => wasm(await bytes(), { breaksOff: true }),
};
/** Of the files that say so themselves; a module may run all the same. */
const DETAIL_WAYS = {
  ...WAYS,
  "has a wrong byte": async (bytes) => {
    const body = await bytes();
    body[body.length >> 1] ^= 1;
    return wasm(body);
  },
};

/** A test for each way: the first of them in every engine, the others, which lead to the same place, in one. */
function forEachWay(ways, name, run) {
  for (const [place, [what, way]] of Object.entries(ways).entries()) {
    (place === 0 ? inEveryEngine : inOneEngine)(name(what), () => run(way));
  }
}

/** Answers in this way for the files that a pattern finds. */
const goesWrong = (pattern, way) => (answers = (file, bytes) => (pattern.test(file) ? way(bytes) : undefined));

// ---------------------------------------------------------------- what a reader is left with

const shownText = (selector) =>
  page.driver.executeScript((selector) => document.querySelector(selector)?.innerText ?? "", selector);

/** Waits for the page to say that it failed, and asserts that what it holds can be read and how it is said. */
async function saysThatItFailed({ lang = "fr" } = {}) {
  await page.waitFor(() => document.documentElement.dataset.state === "failed", "the page to say that it failed");
  await page.waitFor(() => document.readyState === "complete", "the whole page");
  const notes = await page.notes();
  assert.equal(notes.length, 1, "one message");
  const said = await shownText("#failure");
  const [french, english] = [/L’explorateur s’est arrêté/, /The explorer has stopped/];
  const [own, other] = lang === "fr" ? [french, english] : [english, french];
  assert.match(said, own);
  assert.doesNotMatch(said, other, "in one language");
  const text = await shownText("body");
  const missing = rows("events").map((row) => row[`title_${lang}`]).filter((title) => !text.includes(title));
  assert.deepEqual(missing, [], "titles of events that cannot be read");
  assert.ok(await isAbove("#failure", "h1"), "the message stands first");
  const comesFirst = "return document.querySelector('button, a[href], summary').closest('#failure') !== null";
  assert.ok(await page.driver.executeScript(comesFirst), "and is where the keyboard begins");
  const unreachable = await page.driver.executeScript("return document.querySelectorAll('#app svg a[tabindex=\"-1\"]').length");
  assert.equal(unreachable, 0, "marks that the keyboard cannot reach");
}

const isAbove = (one, other) =>
  page.driver.executeScript(
    (one, other) => document.querySelector(one).getBoundingClientRect().top < document.querySelector(other).getBoundingClientRect().top,
    one,
    other,
  );

const isThere = (selector, what) => page.waitFor((selector) => document.querySelector(selector)?.getClientRects().length > 0, what, selector);

/** Waits until the app itself has taken over: its search comes last. */
const appIsThere = () => isThere('[role="combobox"]', "the app");

// ---------------------------------------------------------------- it does not start

forEachWay(WAYS, (what) => `when the module ${what} the page can be read, and starts when it can`, async (way) => {
  goesWrong(MODULE, way);
  await page.load("themes=capacite&q=un%20secret");
  await saysThatItFailed();
  answers = () => undefined;
  await page.clickOn("#failure button", "button to reload");
  await appIsThere();
  assert.deepEqual(await page.state(), { themes: "capacite", q: "un secret" }, "the address is kept");
  assert.deepEqual(await page.notes(), []);
});

inOneEngine("when the glue is missing or no script the page can be read", async () => {
  for (const way of [WAYS["is missing"], async () => ({ type: "text/javascript", body: "export default (" })]) {
    goesWrong(GLUE, way);
    await page.load("");
    await saysThatItFailed();
  }
});

inOneEngine("where the policy of a host blocks WebAssembly the page can be read", async () => {
  answers = async (file, bytes) =>
    file.endsWith(".html") ? { type: "text/html;charset=utf-8", body: String(await bytes()).replaceAll(" 'wasm-unsafe-eval'", "") } : undefined;
  await page.load("");
  await saysThatItFailed();
});

for (const missing of ["WebAssembly", "DecompressionStream"]) {
  inOneEngine(`a browser without ${missing} is told that it is too old, and asks for nothing`, async () => {
    surroundings = `delete self.${missing};`;
    const first = page.server.requests.length;
    await page.load("");
    await saysThatItFailed();
    assert.match(await shownText("#failure"), /Safari 16\.4, Chrome 103, Firefox 113/);
    const asked = page.server.requests.slice(first).map(({ file }) => file).filter((file) => MODULE.test(file ?? "") || GLUE.test(file ?? ""));
    assert.deepEqual(asked, []);
  });
}

inOneEngine("an English page fails in English, and leads to the table in English", async () => {
  goesWrong(MODULE, WAYS["is missing"]);
  await page.load("", { path: "en/" });
  await saysThatItFailed({ lang: "en" });
  await page.clickOn("#failure a", "link to the table");
  await page.waitFor(() => document.documentElement.dataset.pageView === "table", "the page of the table");
  assert.equal(new URL(await page.address()).pathname, "/some/where/en/table/index.html");
  await page.waitFor(() => document.querySelectorAll("tbody tr").length > 50, "the rows of the table");
});

inOneEngine("the report says what helps and nothing of the reader, and is sent to nobody", async () => {
  goesWrong(MODULE, WAYS["is cut in half"]);
  const first = page.server.requests.length;
  await page.load("view=timeline&focus=louvois-abandon&q=un%20secret&utm_id=reader-7&lang=fr");
  await saysThatItFailed();
  await page.clickOn("#failure summary", "summary of the report");
  await isThere("#failure textarea", "the report");
  await page.clickOn("#failure textarea", "report");
  // The click puts the caret somewhere first.
  await page.waitFor(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value !== undefined && selectionEnd > 0 && selectionEnd - selectionStart === value.length;
  }, "all of the report to be selected, to be copied");
  const [report, agent] = await page.driver.executeScript(() => [document.activeElement.value, navigator.userAgent]);
  assert.match(report, /jalons-[0-9a-f]{16}\.wasm/, "the version");
  assert.ok(report.includes(agent), "the browser");
  assert.ok(report.includes("#view=timeline&focus=louvois-abandon&lang=fr"), `the address, in ${report}`);
  assert.match(report, /\n\w*Error: ./, "the error");
  assert.doesNotMatch(report, /secret|reader-7|127\.0\.0\.1|some\/where/);
  const sent = page.server.requests.slice(first).filter(({ method, path }) => method !== "GET" || /report|louvois|secret/.test(path));
  assert.deepEqual(sent, []);
});

// ---------------------------------------------------------------- it stops halfway

/** Keeps hold of the module when it is made, to break it: from then on whatever it calls traps, as a panic does. */
const BREAKABLE = `
  for (const name of ["instantiateStreaming", "instantiate"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const table = (made.instance ?? made).exports.__indirect_function_table;
      if (table) self.breakModule = () => { for (let place = 0; place < table.length; place += 1) table.set(place, null); };
      return made;
    };
  }`;

inOneEngine("after a panic the page is what it was before the app, says so and keeps the address", async () => {
  surroundings = BREAKABLE;
  await page.open("view=table&of=actors");
  await appIsThere();
  await isThere("[data-view] tbody [data-kind] a", "the rows of the table");
  // In one go: whatever the module does next, it traps.
  await page.driver.executeScript("breakModule(); document.querySelector('[data-view] tbody [data-kind] a').click()");
  await saysThatItFailed();
  const state = await page.state();
  assert.deepEqual([state.view, state.of], ["table", "actors"]);
  // Whatever the module still tries, and whatever the reader does, the page stays.
  await page.driver.executeScript("location.hash = 'view=budget'; dispatchEvent(new Event('resize'))");
  await page.driver.executeAsyncScript("const done = arguments[0]; setTimeout(() => requestAnimationFrame(done), 300)");
  await saysThatItFailed();
  surroundings = "";
  await page.clickOn("#failure button", "button to reload");
  await isThere("[data-view=budget]", "the view of the address");
});

for (const [when, prototype, method] of [
  ["while it is drawn", "Node", "cloneNode"],
  ["as it takes over", "Element", "replaceWith"],
]) {
  inOneEngine(`a panic of the app ${when} leaves the page as it was`, async () => {
    surroundings = `${BREAKABLE}
      const { ${method} } = ${prototype}.prototype;
      ${prototype}.prototype.${method} = function (...given) {
        const result = ${method}.apply(this, given);
        if (this.id === "app" && document.documentElement.dataset.state !== "failed") breakModule();
        return result;
      };`;
    await page.load("");
    await saysThatItFailed();
    await page.driver.executeAsyncScript("const done = arguments[0]; setTimeout(() => requestAnimationFrame(done), 300)");
    await saysThatItFailed();
    const [id] = await page.marks("event");
    await page.clickMark("event", id);
    await page.waitFor((id) => {
      const { top, bottom } = document.getElementById(`focus=${id}`).getBoundingClientRect();
      return top > -2 && bottom <= innerHeight || document.querySelector("[data-record]")?.dataset.record === id;
    }, "what the page says of it", id);
  });
}

inOneEngine("what an import throws through the module is a panic as well", async () => {
  surroundings = `
    const { preventDefault } = Event.prototype;
    Event.prototype.preventDefault = function () {
      if (self.isHostile) throw new Error("thrown through");
      preventDefault.call(this);
    };`;
  await page.open("");
  await appIsThere();
  await page.driver.executeScript("self.isHostile = true");
  await page.clickOn(".tabs li:nth-child(2) a", "tab");
  await saysThatItFailed();
});

// ---------------------------------------------------------------- a part of it is wrong

inOneEngine("a module of no known type, sent as it is, starts the whole explorer", async () => {
  answers = async (file, bytes) => (/\.(wasm|bin)$/.test(file) ? { type: "application/octet-stream", body: await bytes() } : undefined);
  await page.open("view=budget");
  await appIsThere();
  assert.ok((await page.marks("envelope")).length > 0);
  await searchFinds();
  assert.deepEqual((await page.problems()).filter((problem) => !/MIME/i.test(problem)), []);
  const encoding = await fetch(page.server.url).then(({ headers }) => headers.get("content-encoding"));
  assert.equal(encoding, null, "nothing is compressed here");
});

/** Searches, and waits for what is found. */
async function searchFinds() {
  await page.clickOn('[role="combobox"]', "search field");
  await page.press("louvois");
  await isThere(`[role="option"][data-id="${event.id}"]`, "a suggestion");
}

forEachWay(WAYS, (what) => `when a later chunk ${what} the rest works, the reader is told, and it comes when it can`, async (way) => {
  goesWrong(CHUNK, way);
  await page.open("view=budget");
  await isThere(RETRY, "the note with a way on");
  await page.clickOn(".tabs li:nth-child(1) a", "tab of the timeline");
  await isThere("[data-view=timeline]", "the timeline");
  assert.ok((await page.marks("event")).length > 10);
  await page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets");
  await isThere(RETRY, "the note again");
  answers = () => undefined;
  await page.clickOn(RETRY, "button to ask again");
  await isThere("[data-view=budget]", "the budgets");
  assert.deepEqual(await page.notes(), []);
});

for (const [part, pattern] of [["script", TOOLS_SCRIPT], ["module", TOOLS_MODULE]]) {
  forEachWay(WAYS, (what) => `when the ${part} of the search ${what} the reader is told, and it comes when it can`, async (way) => {
    goesWrong(pattern, way);
    await page.open("");
    await appIsThere();
    await page.clickOn('[role="combobox"]', "search field");
    await page.press("louvois");
    await isThere(`.search ${RETRY}`, "the note with a way on");
    answers = () => undefined;
    await page.clickOn(`.search ${RETRY}`, "button to ask again");
    await page.waitFor((retry) => document.querySelector(retry) === null, "the note to go", `.search ${RETRY}`);
    await page.clickOn('[role="combobox"]', "search field");
    await page.press(" ");
    await isThere(`[role="option"][data-id="${event.id}"]`, "a suggestion");
    assert.equal(await page.driver.executeScript("return document.documentElement.dataset.state"), "ready");
  });
}

forEachWay(DETAIL_WAYS, (what) => `when a detail file ${what} the record says what it can, and the rest comes when it can`, async (way) => {
  goesWrong(DETAIL, way);
  await page.open(`focus=${event.id}`);
  await isThere(RETRY, "the note with a way on");
  assert.match(await shownText("[data-record]"), new RegExp(event.title_fr));
  answers = () => undefined;
  await page.clickOn(RETRY, "button to ask again");
  await page.waitFor(
    (selector, text) => document.querySelector(selector)?.textContent.includes(text),
    "the long text",
    RECORD,
    event.summary_fr,
  );
  assert.deepEqual(await page.notes(), []);
});

// ---------------------------------------------------------------- the browser refuses

const REFUSES = `const refuse = () => { throw new DOMException("refused", "SecurityError"); };`;

/** Goes through the views and a record. */
async function goesThrough() {
  await appIsThere();
  await page.clickOn('[data-switch="scheme"] [data-value="dark"]', "switch to dark");
  await page.waitFor(() => document.documentElement.dataset.scheme === "dark", "the dark scheme");
  await page.clickOn(".tabs li:nth-child(2) a", "tab of the budgets");
  await isThere("[data-view=budget]", "the budgets");
  await page.standStill();
  const [cell] = await page.marks("envelope");
  await page.clickMark("envelope", cell);
  await isThere(RECORD, "the record");
  // The map takes the keyboard in a frame of its own: what is focused before it would lose it.
  await page.waitFor(() => document.activeElement?.closest("[data-view] .treemap") !== null, "the keyboard on the map");
  await page.driver.executeScript("document.querySelector('[data-record] .record-head button.quiet').focus()");
  await page.press("ENTER");
  await page.waitFor((selector) => document.querySelector(selector) === null, "the record to close", RECORD);
  await page.clickOn('.tabs a[href*="view=table"]', "tab of the table");
  await isThere("[data-view=table]", "the table");
  assert.deepEqual(await page.notes(), []);
  assert.deepEqual(await page.problems(), []);
}

for (const [what, script] of [
  ["every storage is refused", `for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(self, name, { get: refuse });`],
  ["storage is full", `for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = () => { throw new DOMException("full", "QuotaExceededError"); };`],
  ["the history is refused", `for (const name of ["pushState", "replaceState"]) History.prototype[name] = refuse;`],
  ["there is no history at all", `Object.defineProperty(self, "history", { get: refuse });`],
]) {
  inEveryEngine(`where ${what} everything works, and nothing is said of it`, async () => {
    surroundings = REFUSES + script;
    await page.open("");
    await goesThrough();
  });
}

const CLIPBOARDS = {
  "throws": `Object.defineProperty(Navigator.prototype, "clipboard", { get: refuse });`,
  "is missing": `Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });`,
  "throws when written to": `Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: refuse } });`,
  "refuses later": `Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: async () => refuse() } });`,
};
forEachWay(CLIPBOARDS, (what) => `where the clipboard ${what} the text is there to be copied by hand`, async (script) => {
  surroundings = REFUSES + script;
  await page.open(`focus=${event.id}`);
  await isThere(RECORD, "the record");
  await page.clickOn("[data-record] .record-actions > button", "button to copy the link");
  await page.waitFor(() => document.activeElement?.value?.includes("#focus="), "the address, to be copied by hand");
  assert.deepEqual(await page.problems(), []);
});

// ---------------------------------------------------------------- data that look like a program

inEveryEngine("text of the data that looks like markup is text, and marks of direction and emoji stay whole", async () => {
  const hostile = '<script>ran=1</script><img src=x onerror="ran=1"> \u202e\u05e1\u05d5\u05e3\u202c 👩🏽‍💻';
  const length = (text) => Buffer.byteLength(text);
  const { id, summary_fr: summary } = rows("events").find(({ summary_fr }) => length(summary_fr) >= length(hostile));
  const laid = hostile + ".".repeat(length(summary) - length(hostile));
  answers = async (file, bytes) => {
    if (!DETAIL.test(file)) return undefined;
    // A text of the same length in bytes, and the checksum that goes with it, so that the file stays one.
    const body = await bytes();
    const place = body.indexOf(summary);
    if (place >= 0) body.write(laid, place);
    const end = body.length - 4;
    let sum = 0x811c9dc5;
    let at = 0;
    for (; at + 4 <= end; at += 4) sum = Math.imul(sum ^ body.readInt32LE(at), 0x01000193);
    for (; at < end; at += 1) sum = Math.imul(sum ^ body[at], 0x01000193);
    body.writeInt32LE(sum | 0, end);
    return { type: "application/octet-stream", body };
  };
  await page.open(`focus=${id}`);
  await page.waitFor((selector, text) => document.querySelector(selector)?.textContent.includes(text), "the text", RECORD, laid);
  await page.open(`view=table&focus=${id}`);
  await page.waitFor((selector, text) => document.querySelector(selector)?.textContent.includes(text), "the text", RECORD, laid);
  await appIsThere();
  await page.clickOn('[role="combobox"]', "search field");
  await page.press("onerror");
  await isThere(`[role="option"][data-id="${id}"]`, "a suggestion");
  const [ran, made] = await page.driver.executeScript("return [typeof ran, document.querySelectorAll('img').length]");
  assert.deepEqual([ran, made], ["undefined", 0]);
  assert.deepEqual(await page.problems(), []);
});

// ---------------------------------------------------------------- an address beyond measure

/** As long as every engine lets through. */
const LONG = 900_000;
for (const [what, hash] of [
  ["a search", `q=${"na%C3%AFf+".repeat(LONG / 10)}`],
  ["a record", `focus=${"x".repeat(LONG)}`],
  ["a list", `themes=${"capacite,".repeat(LONG / 9)}`],
  ["a key", `${"k".repeat(LONG)}=1`],
  ["many keys", "a=b&".repeat(LONG / 4)],
  ["half escapes", "%".repeat(LONG)],
]) {
  inEveryEngine(`an address with ${what} as long as the browser lets through opens the explorer`, async () => {
    await page.leave();
    await page.browser.setViewport(1280, 900);
    await page.driver.executeScript("location.replace(arguments[0])", `${page.server.url}#${hash}`);
    await page.waitFor(() => document.documentElement?.dataset.state === "ready", "the page to be ready");
    await appIsThere();
    assert.ok((await page.driver.executeScript("return location.hash.length")) > LONG - 100, "the address came through");
    assert.ok((await page.marks("event")).length > 10 || /q=/.test(hash), "the timeline is there");
    for (const note of await page.notes()) assert.ok(note.length < 400, `a note of ${note.length} characters`);
  });
}
