// The worker that answers pages from the copy of the site kept on this device; scripts/offline.mjs writes version and files into it.
//
// A copy is the files of one version, each checked against its hash before it is kept, so that no deployment under way
// and no old answer of a cache gets in. Which copy answers is a choice of its own: the first that is complete, and after
// that only what a reader asks for. It is not the browser's choice of the worker that runs: the worker of a new version
// completes its copy while it waits, and whichever runs answers from the copy chosen. A running worker is never replaced
// before its time (skipWaiting), since pages that are loading just then lose it. Modules carry the hash of their content
// in their names, so a page that is still open finds its own.
//
// Ours rather than Workbox: with precaching and routing it is three times as large, and knows no version that waits for
// a reader once all pages are closed.

/** The version that this script came with: sixteen digits over the content of the whole site. */
const VERSION = "__VERSION__";

const scope = new URL(registration.scope);
const prefix = `jalons ${scope.pathname} `;
/** The cache that holds nothing but which version answers; the others are copies, named by their version. */
const CHOICE = `${prefix}choice`;
/** There too: that a reader wants everything kept, of later versions as well. */
const EVERYTHING = new URL("?everything", scope).href;
/** In a copy: that all is there which every visit wants, with the list of its files. */
const COMPLETE = new URL("?complete", scope).href;

/** The files of this version, each with its address, hash, size and whether it is kept only when used or asked for. */
const files = __FILES__.map(([path, hash, bytes, isOptional]) => ({
  address: new URL(path, scope).href,
  hash,
  bytes,
  isOptional: isOptional === 1,
}));

/** How many files are fetched at once: few, the page comes first. */
const AT_ONCE = 4;

// ---------------------------------------------------------------- what is kept

const copyOf = (version) => prefix + version;

async function copies() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix) && name !== CHOICE);
}

/** What a cache holds for an address; nothing if there is no such cache, which is not made by asking. */
const held = (name, address) => caches.match(address, { cacheName: name, ignoreVary: true });

/** The version that pages are answered from, or null. */
async function choice() {
  const said = await held(CHOICE, scope.href);
  return said ? said.text() : null;
}

async function choose(version) {
  await (await caches.open(CHOICE)).put(scope.href, new Response(version));
}

const isComplete = async () => (await held(copyOf(VERSION), COMPLETE)) !== undefined;

/** The files of a version that has been chosen. */
async function filesOf(version) {
  return version === VERSION ? files : ((await (await held(copyOf(version), COMPLETE))?.json()) ?? []);
}

/** How many bytes of the version chosen are kept, and how many are not. */
async function amounts(version) {
  const cache = await caches.open(copyOf(version));
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const files = await filesOf(version);
  const sum = (isThere) => files.reduce((sum, { address, bytes }) => sum + (there.has(address) === isThere ? bytes : 0), 0);
  return { bytes: sum(true), missing: sum(false) };
}

/** Sixteen digits that change with the content. */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts a response into a cache if it is this very file, and says whether it was. */
async function put(cache, file, response) {
  if (!response?.ok) return false;
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) !== file.hash) return false;
  const headers = new Headers(response.headers);
  // What is kept is unpacked. A new response also forgets by which redirection it came, which pages may not be answered with.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  await cache.put(file.address, new Response(bytes, { headers }));
  return true;
}

/** Keeps a file: from another copy, from what the page has fetched just now, or anew. */
async function fetchInto(cache, file) {
  for (const name of await copies()) {
    if (await put(cache, file, await held(name, file.address))) return;
  }
  for (const freshness of ["default", "reload"]) {
    const response = await fetch(file.address, { cache: freshness, priority: "low" });
    if (await put(cache, file, response)) return;
  }
  throw new Error(`${file.address} is not the file of version ${VERSION}`);
}

let hasFailed = false;

/** Completes the copy of this version: with what every visit wants, or with everything. */
async function keep(isEverything) {
  const name = copyOf(VERSION);
  const cache = await caches.open(name);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const wanted = files.filter(({ address, isOptional }) => !there.has(address) && (isEverything || !isOptional));
  const all = wanted.length;
  const serving = await choice();
  let done = 0;
  const fetchNext = async () => {
    for (let file; (file = wanted.pop()); ) {
      await fetchInto(cache, file);
      done += 1;
      await tell({ jalons: "saving", serving, done, all });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
    if (!there.has(COMPLETE)) await cache.put(COMPLETE, new Response(JSON.stringify(files)));
    if (serving === null) await choose(VERSION);
    hasFailed = false;
  } catch (reason) {
    wanted.length = 0;
    hasFailed = true;
    // What has come is used by the next attempt; on a full device it only stands in the way.
    if (reason.name === "QuotaExceededError" && serving !== VERSION) await caches.delete(name);
  }
}

/** The version of each open page that has said it; a worker that was ended and started again knows none. */
const versionOfPage = new Map();

/** Deletes the copies that neither answer nor belong to an open page; while one is unknown, none. */
async function tidy() {
  const pages = await openPages();
  if (!pages.every(({ id }) => versionOfPage.has(id))) return;
  const used = [VERSION, await choice(), ...pages.map(({ id }) => versionOfPage.get(id))].map(copyOf);
  for (const name of await copies()) {
    if (!used.includes(name)) await caches.delete(name);
  }
}

// ---------------------------------------------------------------- what pages ask for

/** Every open page of the site, also of those that another worker answers. */
async function openPages() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter(({ url }) => url.startsWith(scope.href));
}

/** Tells every page; one of another site within ours knows by the scope that it is not meant. */
async function tell(message) {
  for (const page of await openPages()) page.postMessage({ ...message, scope: scope.href });
}

async function tellStatus() {
  const serving = await choice();
  const status = {
    serving,
    latest: VERSION,
    isComplete: await isComplete(),
    hasFailed,
    ...(serving === null ? { bytes: 0, missing: 0 } : await amounts(serving)),
  };
  await tell({ jalons: "status", ...status });
}

const DEEDS = {
  /** A page is ready: it says its version, and whether a copy may be kept without being asked for. */
  async hello(page, { version, keeps }) {
    versionOfPage.set(page.id, version);
    if (keeps) await keep((await held(CHOICE, EVERYTHING)) !== undefined);
    await tidy();
    await tellStatus();
  },
  /** A reader wants everything kept. */
  async keep() {
    await (await caches.open(CHOICE)).put(EVERYTHING, new Response());
    await keep(true);
    await tellStatus();
  },
  /** A reader wants the new version. */
  async apply() {
    if (!(await isComplete())) await keep(false);
    if (await isComplete()) {
      await choose(VERSION);
      await tell({ jalons: "applied", version: VERSION });
    }
    await tellStatus();
  },
  /** A reader wants nothing kept. */
  async remove() {
    for (const name of [CHOICE, ...(await copies())]) await caches.delete(name);
    await registration.unregister();
    await tell({ jalons: "removed" });
  },
};

let lastDeed = Promise.resolve();

addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  const deed = Object.hasOwn(DEEDS, event.data?.jalons) && DEEDS[event.data.jalons];
  if (!deed) return;
  // One after another: two open pages ask for the same at the same time.
  lastDeed = lastDeed.then(() => deed(event.source, event.data)).catch((reason) => console.warn("Jalons offline:", reason));
  event.waitUntil(lastDeed);
});

// ---------------------------------------------------------------- answering

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === scope.origin && pathname.startsWith(scope.pathname) && pathname !== location.pathname;
  if (request.method === "GET" && isOurs) event.respondWith(answer(event, origin + pathname));
});

async function answer(event, address) {
  const version = await choice();
  if (version === null) return fetch(event.request);
  const isPage = event.request.mode === "navigate";
  const found = (await find(copyOf(version), address, isPage)) ?? (isPage ? undefined : await findInAny(address));
  if (found) return found;

  const file = (await filesOf(version)).find((file) => file.address === address);
  try {
    const response = await fetch(event.request);
    if (file && response.ok) {
      const copy = response.clone();
      event.waitUntil(caches.open(copyOf(version)).then((cache) => put(cache, file, copy)).catch(() => {}));
    }
    return response;
  } catch {
    return isPage && file ? notKept() : Response.error();
  }
}

/** The answer of one copy; an address of a page is also understood as hosts understand it, without its ending or its file. */
async function find(name, address, isPage) {
  if (address.endsWith("/")) return held(name, `${address}index.html`);
  const found = (await held(name, address)) ?? (isPage ? await held(name, `${address}.html`) : undefined);
  if (found || !isPage) return found;
  return (await held(name, `${address}/index.html`)) && Response.redirect(`${address}/`);
}

/** What a page of another version that is still open asks for is in no copy but its own. */
async function findInAny(address) {
  for (const name of await copies()) {
    const found = await held(name, address);
    if (found) return found;
  }
  return undefined;
}

/** In place of a page that is kept only once it was used. */
function notKept() {
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Jalons</title>
<p>Cette page n’est pas gardée sur cet appareil, et le réseau ne répond pas. <a href="${scope.href}">Aller à l’explorateur</a></p>
<p lang="en">This page is not kept on this device, and the network does not answer. <a href="${scope.href}#lang=en">Go to the explorer</a></p>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html;charset=utf-8" } });
}
