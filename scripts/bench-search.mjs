// A development tool: how long the search of the built page takes to answer, in a worker in Chromium, question by question.
//
//   node scripts/bench-search.mjs [DIR=dist] [--rounds 100]
//
// Prints a row for each query: what it finds, and the median and 95th percentile of the time from the question to its
// answer as the page sees it, both ways across included. A keystroke should be answered within a frame: 16 ms.

import { parseArgs } from "node:util";
import { startBrowser } from "../tests/browser/engines.mjs";
import { startStaticServer } from "./static-server.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "100" } },
});

/** From a single letter, which finds most, to slips in long words, which are held against every word there is. */
const QUERIES = [
  "a",
  "nu",
  "numérique",
  "ANSSI",
  "sécurité des systèmes",
  "plan de relance",
  "national digital strategy",
  "sécuirté des systèmes",
  "souvrainete nmérique",
  "interministeriele coordinaton strtegie numerque",
  "xyzzyqq",
  "numérique ".repeat(20).trim(),
];

const server = await startStaticServer({ root: positionals[0] ?? "dist" });
const browser = await startBrowser("chromium");
try {
  await browser.driver.get(server.url);
  const { started, rows } = await browser.driver.executeAsyncScript(
    async (queries, rounds, done) => {
      const { tools, detailFr, detailEn } = document.documentElement.dataset;
      const addresses = [`${tools}.js`, `${tools}.wasm`, detailFr, detailEn];
      const [script, ...files] = await Promise.all(
        addresses.map(async (address) => (await fetch(address)).arrayBuffer()),
      );
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
      let number = 0;
      const ask = (query) =>
        new Promise((answered) => {
          const begin = performance.now();
          worker.onmessage = ({ data }) => answered({ ms: performance.now() - begin, found: data.results.records.length });
          worker.postMessage({ number: (number += 1), query, lang: "fr" });
        });
      const begin = performance.now();
      worker.postMessage(files);
      await ask("a");
      const started = performance.now() - begin;
      const rows = [];
      for (const query of queries) {
        const times = [];
        let found = 0;
        for (let round = 0; round < rounds; round += 1) {
          const answer = await ask(query);
          times.push(answer.ms);
          found = answer.found;
        }
        times.sort((one, other) => one - other);
        const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
        rows.push({ query, found, p50: at(0.5), p95: at(0.95) });
      }
      done({ started, rows });
    },
    QUERIES,
    Number(values.rounds),
  );
  console.log(`from the files to the first answer: ${started.toFixed(0)} ms`);
  console.log(`${"query".padEnd(50)} ${"found".padStart(6)} ${"p50 ms".padStart(8)} ${"p95 ms".padStart(8)}`);
  for (const { query, found, p50, p95 } of rows) {
    const name = query.length > 50 ? `${query.slice(0, 47)}...` : query;
    console.log(`${name.padEnd(50)} ${String(found).padStart(6)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}`);
  }
} finally {
  await browser.quit();
  await server.stop();
}
