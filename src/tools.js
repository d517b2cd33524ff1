// The worker beside the page: src/bin/tools.rs with its glue, one classic script, so that it also runs from a blob.
//
// The first message brings the module, the detail files as buffers, and whether a reader has brought them; every other one
// is a question to the search or the order of a file.
import init, { answer, made, open } from "./tools.js";
import { serve } from "./serving.js";

serve(
  async ([module, fr, en, isBrought]) => {
    await init({ module_or_path: module });
    if (!open(new Uint8Array(fr), new Uint8Array(en), isBrought)) throw new Error("these are no detail files");
  },
  (data) => ("format" in data ? made(data) : answer(data)),
);
