// The worker beside the page of the single file: src/bin/beside.rs with its glue, which is both src/tools.js and src/import.js.
//
// Which of them it is the first message says: one buffer is the module of a reader of files, more are that of the tools.
import init, { answer, answered, made, open, written } from "./beside.js";
import { serve } from "./serving.js";

let isReader;

serve(
  async ([module, fr, en, isBrought]) => {
    isReader = !fr;
    await init({ module_or_path: module });
    if (!isReader && !open(new Uint8Array(fr), new Uint8Array(en), isBrought)) throw new Error("these are no detail files");
  },
  (data) => {
    if (isReader) return answered(data, (progress) => postMessage(progress));
    return "format" in data ? made(data) : answer(data);
  },
  () => isReader && written(),
);
