// The page's first script: brings the reader to the app where it can run, and to what it leaves where it cannot.
//
// In words that browsers of 2018 can read: an older one, too, must be told that it is too old.
(() => {
  const root = document.documentElement;
  const { pageView, root: folder = "", singleFile } = root.dataset;
  root.dataset.scripted = "";

  // The address comes before what an earlier visit left; both before the system's own.
  const asked = /(?:^#|&)scheme=(light|dark|auto)(?:&|$)/.exec(location.hash);
  let scheme = asked && asked[1];
  try {
    // A frame follows its host or the system, not what was chosen elsewhere.
    if (!("embed" in root.dataset)) scheme = scheme || localStorage.getItem("jalons-scheme");
  } catch {
    // No storage in a sandboxed frame: the system's scheme it is.
  }
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  const look = /(?:^#|&)look=(\w+)/.exec(location.hash);
  if (look) root.dataset.look = look[1];

  // ---------------------------------------------------------------- what is said when it cannot run

  /** What the report calls this version. */
  let version;
  /** The element of what the page showed before the app, which puts its own in the place of it. */
  let written;
  let reason;

  /** What may be told of an address: no search, nothing that we do not know, no folder of the reader's. */
  const TOLD = /[#&](view|focus|scope|at|split|edition|stage|measure|color|only|lanes|order|of|cols|sort|from|to|themes|status|kinds|actors|step|lang|scheme|look|embed)=[^&]*/g;
  const named = (text) => String(text).replace(/[a-z-]+:\/\/\S*\/|[?#]\S*/g, "").slice(0, 999);

  const giveBack = () => {
    const app = document.getElementById("app");
    if (!written || app === written) return;
    // Without those who listened to it: its links lead somewhere by themselves.
    app.replaceWith(written.cloneNode(true));
    scrollTo(0, 0);
  };
  const tell = () => {
    giveBack();
    // No script leads the keyboard from mark to mark any more: each is a stop again.
    for (const mark of document.querySelectorAll("#app svg a")) mark.removeAttribute("tabindex");
    // Nor does one follow its links.
    for (const row of document.querySelectorAll("[data-row]")) row.id = row.dataset.row;
    const failure = document.getElementById("failure");
    // First in the page, for the keyboard as for the eye.
    document.getElementById("app").before(failure);
    failure.hidden = false;
    failure.dataset.problem = "";
    for (const link of failure.querySelectorAll("a")) link.href = folder + link.dataset.page;
    for (const button of failure.querySelectorAll("button")) button.onclick = () => location.reload();
    for (const report of failure.querySelectorAll("textarea")) {
      report.value = [
        version,
        navigator.userAgent,
        (location.hash.slice(0, 999).match(TOLD) || []).join(""),
        root.dataset.stopped || "",
        named(reason),
        named((reason && reason.stack) || ""),
      ].join("\n");
      // WebKit lets go of what is selected only after the click.
      report.onfocus = report.onclick = () => setTimeout(() => report.select());
    }
  };
  const fail = (why) => {
    if (reason) return;
    reason = why || "?";
    const keep = () => root.dataset.state === "failed" || (root.dataset.state = "failed");
    keep();
    // What still runs of the app must not say or do otherwise.
    new MutationObserver(keep).observe(root, { attributeFilter: ["data-state"] });
    document.addEventListener("jalons:taken-over", giveBack);
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", tell);
    else tell();
    console.warn("Jalons cannot run:", reason);
  };
  // A panic of the module is an error that nothing catches; so is what an import throws through it, which leaves it halfway.
  const isPanic = (error) => self.WebAssembly && error instanceof WebAssembly.RuntimeError;
  const isThrownThrough = (error) => error && /\.wasm|wasm-function/.test(error.stack);
  addEventListener("error", ({ error }) => (isPanic(error) || isThrownThrough(error)) && fail(error));
  addEventListener("unhandledrejection", (event) => isPanic(event.reason) && fail(event.reason));

  // ---------------------------------------------------------------- where it runs

  /** Only inline scripts may run here, as they do in the single file; unless a host answers with this page for it. */
  const goesOn = (location.protocol === "file:" || self.origin === "null")
    && singleFile === undefined && !location.pathname.endsWith("/jalons.html");
  if (goesOn) {
    // Nothing here is ready to be used.
    root.dataset.goesOn = "";
    let hash = location.hash;
    const say = (key, value, usual) => {
      if (value !== usual && !RegExp(`[#&]${key}=`).test(hash)) hash += `${hash ? "&" : "#"}${key}=${value}`;
    };
    say("view", pageView || "timeline", "timeline");
    say("lang", root.lang, "fr");
    // Browsers may not ask for it from here, and would say so.
    document.querySelectorAll("link[rel=manifest]").forEach((link) => link.remove());
    location.replace(`${folder}jalons.html${location.search}${hash}`);
  }

  // The last came with the oldest browsers that we promise: Safari 16.4 and Firefox 113.
  const isTooOld = !self.WebAssembly || !self.DecompressionStream;
  if (isTooOld) fail("too old");

  /** Starts the app: its glue by name, or as it stands in a single file, and its module. */
  self.startJalons = async (js, wasm) => {
    if (goesOn || isTooOld) return;
    version = wasm;
    written = document.getElementById("app");
    try {
      // Both at once; neither before the page itself is there and answers.
      const bytes = fetch(wasm);
      bytes.catch(() => {});
      const glue = js.default ? js : await import(js);
      await glue.default({ module_or_path: bytes });
    } catch (error) {
      fail(error);
    }
  };
})();
