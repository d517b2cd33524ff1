// In a frame: shows the view alone if asked to, tells the host page how high the content is.
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
    if (height === told || root.dataset.state === "loading") return;
    told = height;
    const say = (message) => parent.postMessage(message, "*");
    say({ "datawrapper-height": { [query.get("id") || "jalons"]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    say({ type: "jalons:height", height });
  };
  // Out of sight too.
  const look = () => (timer ||= setTimeout(() => tell((timer = 0)), 50));
  new MutationObserver(look).observe(root, { attributes: true, childList: true, subtree: true });
  addEventListener("resize", look);
  addEventListener("load", () => tell((told = 0)));
  // For embed/messages.rs.
  onmessage = (event) => {
    if (event.source === parent && event.data?.type === "jalons:set") window.jalonsAsked = event;
  };
})();
