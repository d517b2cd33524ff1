// The worker beside the page: src/bin/tools.rs with its glue, one classic script, so that it also runs from a blob.
//
// The first message brings the module, the detail files as buffers and whether a reader has brought them; every other one is a question to the search or
// the order of a file, and is answered. `null` is the answer when something fails: the page starts anew or tells its reader.
import init, { answer, made, open } from "./tools.js";

let opened;

async function start([module, fr, en, isBrought]) {
  await init({ module_or_path: module });
  if (!open(new Uint8Array(fr), new Uint8Array(en), isBrought)) throw new Error("these are no detail files");
}

addEventListener("message", async ({ data }) => {
  try {
    if (!opened) return await (opened = start(data));
    await opened;
    postMessage(("format" in data ? made(data) : answer(data)) ?? null);
  } catch (reason) {
    console.warn("The worker could not answer:", reason);
    postMessage(null);
  }
});
