// In a frame of another page: shows the view alone if the address asks for it, and tells the page how high its content is.
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
    // Of the content: the frame's own height plays no part in it.
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
  // A frame out of sight is not laid out by itself.
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(tell, 99);
  }).observe(root, { attributes: true, childList: true, subtree: true });
  // For a host that begins late.
  addEventListener("load", () => tell((told = 0)));
  // The last request that comes before src/embed/messages.rs does.
  onmessage = (event) => {
    if (event.source === parent && event.data?.type === "jalons:set") window.jalonsAsked = event;
  };
})();
