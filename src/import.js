// The worker that reads the files a reader brings: src/bin/import.rs with its glue, one classic script, so that it also runs from a blob.
//
// The first message brings the module as a buffer; every other one is a request and is answered. `null` is the answer
// when something fails: the page tells its reader.
import init, { answered } from "./import.js";

let opened;

addEventListener("message", async ({ data }) => {
  try {
    if (!opened) {
      opened = init({ module_or_path: data[0] });
      await opened;
      return;
    }
    await opened;
    postMessage(answered(data, (progress) => postMessage(progress)) ?? null);
  } catch (reason) {
    console.warn("The files could not be read:", reason);
    postMessage(null);
  }
});
