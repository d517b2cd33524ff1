// The listeners that the tests put into a page before its own first script: they keep what went wrong and when it became ready.
//
// It is one classic script, delivered by whatever the engine offers: CDP in Chromium, a BiDi
// preload script in Firefox, and, where the driver has neither (WebKitGTK), a <script src> that
// the test server writes as the first child of <head>, above the policy.
(() => {
  // In a frame the engine may have put them in as well as the server.
  if (window.__heard) return;
  const heard = { problems: [], readyAt: null, isTakenOver: false };
  Object.defineProperty(window, "__heard", { value: heard });
  const note = (kind, text) => heard.problems.push({ kind, text: String(text) });

  document.addEventListener("jalons:taken-over", () => (heard.isTakenOver = true));
  document.addEventListener("securitypolicyviolation", (event) => {
    const where = event.sourceFile ? ` in ${event.sourceFile}:${event.lineNumber}` : "";
    note("violation", `${event.effectiveDirective} refused ${event.blockedURI}${where} ${event.sample}`);
  });
  window.addEventListener(
    "error",
    (event) => {
      const element = event.target;
      if (element === window) note("error", `${event.message} (${event.filename}:${event.lineno})`);
      else note("error", `<${element.localName}> could not load ${element.src ?? element.href}`);
    },
    true,
  );
  window.addEventListener("unhandledrejection", (event) => note("error", `unhandled: ${event.reason}`));

  const consoleError = console.error;
  console.error = (...what) => {
    note("error", what.map(String).join(" "));
    consoleError.apply(console, what);
  };

  // `performance.now()` at the moment data-state becomes "ready": what is requested later is not first view.
  const watch = new MutationObserver(() => {
    if (document.documentElement?.dataset.state !== "ready" || heard.readyAt !== null) return;
    heard.readyAt = performance.timeOrigin + performance.now();
    watch.disconnect();
  });
  watch.observe(document, { attributes: true, attributeFilter: ["data-state"], childList: true, subtree: true });
})();
