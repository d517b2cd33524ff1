// In the page while it is being changed: takes new styles and words at once, loads itself anew after a build, shows what is wrong.
(() => {
  const events = new EventSource("/__dev/events");
  const on = (name, act) => events.addEventListener(name, ({ data }) => act(JSON.parse(data)));
  const seen = (change) => requestAnimationFrame(() => setTimeout(() => fetch(`/__dev/seen?change=${change}`, { method: "POST" })));

  // ---------------------------------------------------------------- styles

  /** The sheet that the app makes of its lazy styles: it is given those of the files, and not those it was compiled with. */
  let lazySheet;
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) {
    lazySheet ??= this;
    replaceSync.call(this, this === lazySheet ? self.devLazyStyles : text);
  };
  on("style", async ({ change, file, lazy }) => {
    self.devLazyStyles = lazy;
    if (lazySheet) replaceSync.call(lazySheet, lazy);
    const link = [...document.querySelectorAll("link[rel=stylesheet]")].find(({ href }) => new URL(href).pathname === `/${file}`);
    if (link) {
      const next = link.cloneNode();
      next.href = `./${file}?${change}`;
      await new Promise((loaded) => {
        next.onload = next.onerror = loaded;
        link.after(next);
      });
      link.remove();
    }
    seen(change);
  });

  // ---------------------------------------------------------------- words

  /** Words of the source and what they are now, until a build brings them. A name in braces stands for any text. */
  const words = [];
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const pattern = (text) => RegExp(`^${text.split(/\{[^}]*\}/).map((part) => escaped(part).replace(/\s/g, "\\s")).join("(.*)")}$`, "s");
  const changed = (text) => {
    for (const { was, now } of words) {
      const parts = was.exec(text.trim());
      let place = 0;
      if (parts) return text.replace(text.trim(), () => now.replace(/\{[^}]*\}/g, () => parts[++place] ?? ""));
    }
    return text;
  };
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "data-label"];
  const rewrite = (root) => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const now = changed(node.data);
        if (now !== node.data) node.data = now;
        continue;
      }
      for (const name of ATTRIBUTES) {
        const text = node.getAttribute?.(name);
        if (text && changed(text) !== text) node.setAttribute(name, changed(text));
      }
    }
  };
  on("words", ({ change, pairs }) => {
    for (const [was, now] of pairs) words.unshift({ was: pattern(was), now });
    rewrite(document.documentElement);
    seen(change);
  });
  // What the app draws until then says the new words, too.
  new MutationObserver((changes) => {
    if (words.length === 0) return;
    for (const { target, addedNodes, type } of changes) for (const node of type === "childList" ? addedNodes : [target]) rewrite(node);
  }).observe(document, { childList: true, subtree: true, characterData: true });

  // ---------------------------------------------------------------- builds

  const panel = document.createElement("pre");
  panel.setAttribute("role", "alert");
  panel.style = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:12px 16px;background:#2a0f12;color:#ffdcd7;font:13px/1.45 monospace;white-space:pre-wrap;z-index:2147483647";
  on("problem", ({ text }) => {
    panel.textContent = text;
    document.body.append(panel);
  });
  on("fine", () => panel.remove());
  on("reload", ({ change }) => {
    sessionStorage.setItem("dev-change", change);
    location.reload();
  });
  const change = sessionStorage.getItem("dev-change");
  if (change !== null) {
    sessionStorage.removeItem("dev-change");
    document.addEventListener("jalons:taken-over", () => seen(change), { once: true });
  }
})();
