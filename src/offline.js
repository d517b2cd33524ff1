// The page's side of reading without network: has a copy of the site kept once the page is ready, and says how that stands.
//
// scripts/offline.mjs puts it into the built site under a name that carries the version; src/offline/mod.rs fetches it
// and shows what it says. The two talk through events of the window: `jalons:offline-deed` brings a reader's wish, one
// word; `jalons:offline-state` gives the state back, a word with numbers, as src/offline/availability.rs reads it.

const root = document.documentElement;
const site = new URL(root.dataset.root ?? "./", document.baseURI);
const script = new URL("service-worker.js", site);
/** The version of this page. */
const mine = /-([0-9a-f]+)\.js$/.exec(import.meta.url)[1];
/** The bytes that every visit keeps, and all that can be kept. */
const [usual, everything] = __BYTES__;
/** Where it is remembered that a reader wants nothing kept; each copy of the site has its own. */
const REFUSED = `jalons-offline ${site.pathname}`;

/** The browser's workers; nothing where they are refused, which some browsers say by throwing. */
const workers = (() => {
  try {
    return globalThis.caches && navigator.serviceWorker;
  } catch {
    return undefined;
  }
})();
/** Whether the reader saves data: then nothing is fetched unless they ask. */
const isThrifty = navigator.connection?.saveData === true;

let said = "unsupported";
/** What the reader last asked for on this page: only then are they told of a failure. */
let asked = null;
/** What the worker last said of itself. */
let last = null;

function say(state) {
  said = state;
  dispatchEvent(new CustomEvent("jalons:offline-state", { detail: state }));
}

/** The state for the reader, from what the worker says. */
function stateOf({ serving, latest, isComplete, hasFailed, bytes, missing }) {
  if (hasFailed && asked) return "failed";
  if (serving === null) return `off ${everything}`;
  // A new version is kept, or could be; or this page is older than what answers.
  if (latest !== serving && (isComplete || isThrifty)) return `update ${bytes} ${missing} ${isComplete ? 0 : usual}`;
  if (serving !== mine) return `update ${bytes} ${missing} 0`;
  return `ready ${bytes} ${missing}`;
}

const isRefused = () => {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    return false;
  }
};
function remember(isRefused) {
  try {
    if (isRefused) localStorage.setItem(REFUSED, "no");
    else localStorage.removeItem(REFUSED);
  } catch {
    // Without storage the wish holds for this visit.
  }
}

// ---------------------------------------------------------------- the worker

/** Our registration; one whose scope only contains ours is another site's. */
async function registered() {
  const found = await workers.getRegistration(site);
  return found?.scope === site.href ? found : undefined;
}

/** Asks something of the newest worker; one that still waits for its turn knows the newest version. */
async function ask(jalons, details) {
  const registration =
    (await registered()) ?? (await workers.register(script, { scope: site.pathname, updateViaCache: "none" }));
  hearUpdates(registration);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  worker.postMessage({ jalons, ...details });
}

/** A newer worker that is found while the page is open is greeted as well. */
function hearUpdates(registration) {
  registration.onupdatefound = () => greet().catch(fail);
}

/** Says that this page is ready, and whether a copy may be kept without being asked for. */
const greet = () => ask("hello", { version: mine, keeps: !isThrifty && !isRefused() });

/** Has the browser look for a newer worker; says whether there still is one. */
async function isStillThere(registration) {
  try {
    await registration.update();
    return true;
  } catch {
    const answer = await fetch(script, { method: "HEAD", cache: "no-store" }).catch(() => null);
    return answer?.status !== 404 && answer?.status !== 410;
  }
}

/** Does what the worker would do if it were still there to be asked. */
async function withdraw(registration) {
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`jalons ${site.pathname} `)).map((name) => caches.delete(name)));
}

async function start() {
  const registration = await registered();
  if (!registration && (isThrifty || isRefused())) return say(`off ${everything}`);
  if (registration) hearUpdates(registration);
  if (registration && !isThrifty && !(await isStillThere(registration))) {
    await withdraw(registration);
    return say("unsupported");
  }
  return greet();
}

// ---------------------------------------------------------------- what is heard

function hear({ data }) {
  if (data?.scope !== site.href) return;
  if (data.jalons === "saving" && (asked || data.serving === null)) say(`saving ${data.done} ${data.all}`);
  if (data.jalons === "status") say(stateOf((last = data)));
  if (data.jalons === "applied" && data.version !== mine) location.reload();
  if (data.jalons === "removed") say(`off ${everything}`);
  if (data.jalons === "withdrawn") say("unsupported");
}

const DEEDS = {
  state: () => say(said),
  save() {
    asked = "save";
    remember(false);
    say("saving 0 0");
    return ask("keep");
  },
  apply() {
    asked = "apply";
    if (last?.serving === last?.latest) return location.reload();
    return ask("apply");
  },
  retry: () => DEEDS[asked ?? "save"](),
  remove() {
    asked = null;
    remember(true);
    return ask("remove");
  },
};

const fail = (reason) => {
  console.warn("Jalons offline:", reason);
  say(asked ? "failed" : `off ${everything}`);
};

/** Once the page answers and has nothing better to do. */
function atIdle(then) {
  const isReady = () => root.dataset.state === "ready";
  const wait = () => (globalThis.requestIdleCallback ?? setTimeout)(then);
  if (isReady()) return wait();
  const watch = new MutationObserver(() => {
    if (!isReady()) return;
    watch.disconnect();
    wait();
  });
  watch.observe(root, { attributeFilter: ["data-state"] });
}

if (workers) {
  workers.addEventListener("message", hear);
  addEventListener("jalons:offline-deed", ({ detail }) => {
    if (Object.hasOwn(DEEDS, detail)) Promise.resolve(DEEDS[detail]()).catch(fail);
  });
  // A page that comes back as it was left may be of an old version by now.
  addEventListener("pageshow", ({ persisted }) => persisted && start().catch(fail));
  atIdle(() => start().catch(fail));
}
