// In a frame of another page: shows the view alone if asked to, and tells the page how high the content is.
(() => {
  const root = document.documentElement;
  const follow = () => root.toggleAttribute("data-embed", /[#&]embed=1(&|$)/.test(location.hash));
  follow();
  addEventListener("hashchange", follow);
  if (parent === window) return;

  const query = new URLSearchParams(location.search);
  const pym = query.get("childId");
  let told, timer;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const say = (message) => parent.postMessage(message, "*");
    say({ "datawrapper-height": { [query.get("id") || "jalons"]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    say({ type: "jalons:height", height });
  };
  new ResizeObserver(tell).observe(root);
  // Out of sight nothing is laid out.
  new MutationObserver(() => {
    timer ||= setTimeout(() => tell((timer = 0)), 99);
  }).observe(root, { attributes: true, childList: true, subtree: true });
  addEventListener("load", () => tell((told = 0)));
  // Until embed/messages.rs listens.
  onmessage = (event) => {
    if (event.source === parent && event.data?.type === "jalons:set") window.jalonsAsked = event;
  };
})();
