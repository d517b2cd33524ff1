// In a frame of another page: shows the view alone where the address asks for it, and tells the page how high its content is.
(() => {
  const root = document.documentElement;
  const follow = () => root.toggleAttribute("data-embed", /[#&]embed=1(&|$)/.test(location.hash));
  follow();
  addEventListener("hashchange", follow);
  if (parent === window) return;

  const query = new URLSearchParams(location.search);
  const pym = query.get("childId");
  let told;
  const tell = () => {
    // Of the content, which the height of the frame plays no part in.
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
  // Again, for a host that began to listen late.
  addEventListener("load", () => tell((told = 0)));
  // The last that the host asks for before src/embed/messages.rs can hear it is kept here for it.
  onmessage = (event) => {
    if (event.source === parent && event.data?.type === "jalons:set") window.jalonsAsked = event;
  };
})();
