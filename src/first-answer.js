// Answers before the app does, from what the page itself says: a click on a mark opens its record; whatever else the reader does is kept and done again by the app.
(() => {
  const root = document.documentElement;
  let app = document.getElementById("app");
  const page = app.firstElementChild;
  if (!page) return;

  // One picture of the page fits its window; the others would only be in the way.
  for (const picture of app.querySelectorAll(".written > div")) {
    if (picture.getClientRects().length === 0) picture.remove();
  }
  // The single file has a picture for one width, a published page has tables: without a view here the app answers first.
  const hasView = app.querySelector(".written > *") !== null;
  // What the records are taken from. It stays when the app replaces the page, and is shown again if that fails.
  const rows = app.querySelector(".rows");
  if (rows) {
    document.body.append(rows);
    // From now on an address is the app's to follow: a browser that comes back to it would take the keyboard to its row.
    for (const row of rows.querySelectorAll("[id]")) {
      row.dataset.row = row.id;
      row.removeAttribute("id");
    }
  }

  // Any other state is not the one the page shows: the app must draw it first.
  const KNOWN = ["focus", "scheme", "look", "embed"];
  const pairs = location.hash.slice(1).split("&").filter(Boolean);
  const isShown = hasView && pairs.every((pair) => KNOWN.includes(pair.split("=")[0]) || pair === `lang=${root.lang}`);

  // ------------------------------------------------------------ one stop of the keyboard for each drawing

  for (const drawing of app.querySelectorAll("svg[role=group]")) {
    const entrance = drawing.querySelector("[data-id]");
    for (const link of drawing.querySelectorAll("a")) link.setAttribute("tabindex", link === entrance ? "0" : "-1");
  }

  // ------------------------------------------------------------ the record

  const element = (tag, attributes, ...content) => {
    const made = document.createElement(tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    made.append(...content);
    return made;
  };
  const empty = app.querySelector("aside.record");

  /** What the page says of a record, in the panel; only its name where the page says no more. */
  const open = (id, name) => {
    const row = rows?.querySelector(`[data-row="focus=${CSS.escape(id)}"]`);
    const cells = row ? [...row.cells] : [];
    const title = row ? row.querySelector("a").textContent : name;
    const kicker = element("span", { class: "chip" }, cells[2]?.textContent ?? "");
    if (row?.dataset.hue) kicker.dataset.hue = row.dataset.hue;
    const close = element("button", { type: "button", class: "quiet", "data-close": "", "aria-label": app.dataset.close }, "×");
    const panel = element(
      "aside",
      { class: "record", "data-record": id, "aria-labelledby": "record-title", "aria-busy": "true" },
      element("div", { class: "record-head" }, kicker, close),
      element("h2", { id: "record-title", tabindex: "-1" }, title),
      ...(row ? [...row.querySelectorAll(".statement")].map((text) => text.cloneNode(true)) : []),
      element(
        "dl",
        { class: "fields" },
        ...cells.slice(1).flatMap((cell) => [
          element("dt", {}, cell.dataset.head),
          element("dd", {}, ...[...cell.childNodes].map((node) => node.cloneNode(true))),
        ]),
      ),
    );
    show(panel, id);
  };
  const show = (panel, id) => {
    app.querySelector("aside.record").replaceWith(panel);
    page.classList.toggle("has-record", id !== null);
    for (const mark of app.querySelectorAll("[data-id]")) {
      if (mark.dataset.id === id) mark.setAttribute("aria-current", "true");
      else mark.removeAttribute("aria-current");
    }
  };
  let hasGone = false;
  /** The record that a state opens, as it came if it is not well escaped. */
  const recordOf = (state) => {
    const id = /(?:^|&)focus=([^&]+)/.exec(state)?.[1];
    try {
      return id && decodeURIComponent(id);
    } catch {
      return id;
    }
  };
  const read = () => {
    const id = recordOf(location.hash.slice(1));
    if (id) open(id, id);
    else show(empty, null);
  };
  const go = (id) => {
    hasGone = true;
    const others = location.hash.slice(1).split("&").filter((pair) => pair && !pair.startsWith("focus="));
    const hash = [...(id ? [`focus=${id}`] : []), ...others].join("&");
    try {
      history["embed" in root.dataset ? "replaceState" : "pushState"](
        null, "", hash ? `#${hash}` : location.pathname + location.search,
      );
    } catch {
      // A sandbox that forbids it: only the address lags.
    }
  };

  // ------------------------------------------------------------ what is kept for the app

  const kept = [];
  let last = null;
  const nameOf = (target) => target.getAttribute("aria-label") ?? target.textContent.trim();
  const trace = (target) => ({ tag: target.tagName, name: nameOf(target), stop: target.dataset.stop, id: target.dataset.id });
  /** What the app has drawn for what the reader meant. */
  const found = ({ tag, name, stop, id }) => {
    const same = stop ? `[data-stop="${stop}"]` : id ? `${tag}[data-id="${CSS.escape(id)}"]` : tag;
    return [...app.querySelectorAll(same)].find((one) => stop || id || nameOf(one) === name);
  };

  /** The state that a link of the app leads to; a link without one leads to another page. */
  const stateOf = (link) => link.dataset.to ?? /^#(.+=.*)/.exec(link.getAttribute("href"))?.[1];
  const onClick = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target.closest("a[href], button");
    const state = target?.matches("a") ? stateOf(target) : "";
    if (!target || state === undefined) return;
    const id = recordOf(state);
    if (isShown && id) {
      open(id, nameOf(target));
      go(encodeURIComponent(id));
    } else if (isShown && "close" in target.dataset) {
      show(empty, null);
      go(null);
    } else if (root.dataset.state === "failed") {
      // Nobody will do it: a link leads to the page that comes nearest.
      return;
    } else {
      kept.push([trace(target)]);
    }
    event.preventDefault();
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^(Arrow|Home|End|Page|[+=_0-]$|Escape)/.test(event.key)) return;
    const target = event.target.closest("[data-stop], .cell");
    if (!target) return;
    event.preventDefault();
    kept.push([trace(target), event.key]);
  };
  const onFocus = (event) => {
    last = trace(event.target);
  };
  /** What a pointer is held down on. */
  let pressed = null;
  const onDown = (event) => {
    pressed = event.button ? null : event.target.closest("a[href], button");
  };
  const onUp = () => {
    pressed = null;
  };
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, onUp);
  const listeners = [["click", onClick], ["keydown", onKey], ["focusin", onFocus], ["pointerdown", onDown]];
  for (const [type, listener] of listeners) app.addEventListener(type, listener);
  if (isShown) addEventListener("popstate", read);

  /** The app is there: it does what the reader has asked for in vain, and the keyboard stands where it stood. */
  const handOver = () => {
    app = document.getElementById("app");
    removeEventListener("popstate", read);
    // It has read the address before it was drawn: the reader may have gone on since.
    if (hasGone) dispatchEvent(new PopStateEvent("popstate"));
    if (last && document.activeElement === document.body) found(last)?.focus();
    // What the pointer went down on has gone, so that letting it go would click nothing.
    const held = pressed && trace(pressed);
    const letGo = ({ type, clientX, clientY }) => {
      for (const type of ["pointerup", "pointercancel"]) removeEventListener(type, letGo);
      const one = type === "pointerup" && found(held);
      if (one && one.contains(document.elementFromPoint(clientX, clientY))) {
        one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    };
    if (held) for (const type of ["pointerup", "pointercancel"]) addEventListener(type, letGo);
    for (const [target, key] of kept) {
      // The keyboard may have moved on at an earlier key.
      const one = key && kept[0][0] !== target && app.contains(document.activeElement) ? document.activeElement : found(target);
      if (key) one?.focus();
      if (key) one?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      else one?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  };
  document.addEventListener("jalons:taken-over", handOver, { once: true });

  // The page of the other language was left by a key on its switch: the keyboard goes on from there.
  try {
    if (sessionStorage.getItem("jalons-keyboard")) app.querySelector("[data-switch=lang] [aria-current]").focus();
    sessionStorage.removeItem("jalons-keyboard");
  } catch {
    // No storage: the keyboard begins at the top.
  }

  if (isShown) {
    if (recordOf(location.hash.slice(1))) read();
    if (root.dataset.goesOn === undefined) root.dataset.state = "ready";
  }
})();
