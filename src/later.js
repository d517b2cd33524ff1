// Fetches the chunk of code that later.rs asks for and links it to the running module; scripts/split.mjs puts it into the glue.
//
// In place of the loader that wasm-split-cli writes, under the same name: that one is written in another order at each
// build, and refuses a chunk from a host that does not know the type of a .wasm.
import { initSync } from "./jalons.js";

export async function __wasm_split_load_later(callback, data) {
  // The module runs already: this only hands out what it exports, which is what the chunk imports.
  const main = initSync();
  let isThere = false;
  try {
    const response = await fetch(new URL("__CHUNK__", import.meta.url));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: main });
    isThere = true;
  } catch (reason) {
    console.warn("A part of Jalons could not be loaded:", reason);
  }
  // The module remembers a success and asks again after a failure.
  main.__indirect_function_table.get(callback)(data, isThere);
}
