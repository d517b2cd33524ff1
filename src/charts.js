// The charts as the page fetches them: src/bin/charts.rs with its glue and ECharts, one module. `open` comes before `draw`.
import init, { alive, draw } from "./charts.js";

let opened;

/** Starts the program, which lies beside this file under the same name; it can be asked for again after a failure. */
export function open() {
  opened ??= start().catch((reason) => {
    opened = undefined;
    throw reason;
  });
  return opened;
}

async function start() {
  const response = await fetch(import.meta.url.replace(/\.js(?:[?#].*)?$/, ".wasm"));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  await init({ module_or_path: await response.arrayBuffer() });
}

export { alive, draw };
