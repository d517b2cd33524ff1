// The page's first script: applies the colour scheme before anything is painted, then starts the module and notices if it cannot.
(() => {
  const root = document.documentElement;
  root.dataset.scripted = "";

  // The address comes before what an earlier visit left; both before the system's own.
  const asked = /(?:^#|&)scheme=(light|dark|auto)(?:&|$)/.exec(location.hash);
  let scheme = asked && asked[1];
  try {
    scheme = scheme || localStorage.getItem("jalons-scheme");
  } catch {
    // No storage in a sandboxed frame: the system's scheme it is.
  }
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;

  const fail = (reason) => {
    if (root.dataset.state === "failed") return;
    root.dataset.state = "failed";
    const show = () => {
      document.getElementById("failure").hidden = false;
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
    console.warn("Jalons could not start:", reason);
  };
  // A panic of the module is an error that nothing catches.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail(event.message);
  });
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) fail(event.reason);
  });

  globalThis.startJalons = async (js, wasm) => {
    try {
      // Both at once; neither before the page itself is there and answers.
      const bytes = fetch(new URL(wasm, document.baseURI));
      bytes.catch(() => {});
      const module = await import(new URL(js, document.baseURI));
      await module.default({ module_or_path: bytes });
    } catch (reason) {
      fail(reason);
    }
  };
})();
