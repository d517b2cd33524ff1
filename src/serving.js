// How a worker beside the page serves it: the first message is what it starts with, every other one is answered.

/**
 * `start` is given the first message, `reply` every other one once that is done. `null` is the answer where there is none
 * or something fails: the page starts anew or tells its reader. `after` is called behind each answer, for what can be
 * done while nobody waits; what it gives, if anything, is an answer of its own.
 */
export function serve(start, reply, after = () => {}) {
  let opened;
  addEventListener("message", async ({ data }) => {
    try {
      if (!opened) return await (opened = start(data));
      await opened;
      postMessage(reply(data) ?? null);
      setTimeout(() => {
        const more = after();
        if (more) postMessage(more);
      });
    } catch (reason) {
      console.warn("The worker could not answer:", reason);
      postMessage(null);
    }
  });
}
