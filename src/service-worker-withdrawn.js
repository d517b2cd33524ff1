// The worker of a site that keeps no copy any more: it deletes what earlier ones kept, says so to open pages, removes itself.
const { pathname, href } = new URL(registration.scope);

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`jalons ${pathname} `)).map((name) => caches.delete(name)));
  // Before it goes: afterwards no page is its own any more.
  await clients.claim();
  for (const page of await clients.matchAll({ type: "window" })) page.postMessage({ jalons: "withdrawn", scope: href });
  await registration.unregister();
}
