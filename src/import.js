// The worker that reads the files a reader brings: src/bin/import.rs with its glue, one classic script, so that it also runs from a blob.
//
// The first message brings the module as a buffer; every other one is a request, and how far it has come is told meanwhile.
import init, { answered, written } from "./import.js";
import { serve } from "./serving.js";

serve(
  ([module]) => init({ module_or_path: module }),
  (data) => answered(data, (progress) => postMessage(progress)),
  written,
);
