// The worker of a site that keeps no copy any more: it deletes what earlier ones kept, says so to open pages, removes itself.
const { pathname, href } = new URL(registration.scope);

/** As long as a page takes to load, in milliseconds. */
const LONG = 20_000;

// A page that is loading just now would lose its own files half-way: it says when it is ready. One that never does so
// may be why the site withdraws.
const isReady = new Promise((known) => addEventListener("message", known));
addEventListener("install", (event) => {
  const isLate = new Promise((known) => setTimeout(known, LONG));
  event.waitUntil(Promise.race([isReady, isLate]).then(() => skipWaiting()));
});
addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  // First, as the page does it: who sees that nothing is kept any more finds no worker either.
  const isGone = registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`jalons ${pathname} `)).map((name) => caches.delete(name)));
  for (const page of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    page.postMessage({ jalons: "withdrawn", scope: href });
  }
  await isGone;
}
