// Puts a program that works beside the page, in a worker, into the built site: fetched when a reader first needs it.
//
//   node scripts/worker.mjs KEY WASM [DIR=dist]       KEY is tools or import; WASM is what cargo built of src/bin/KEY.rs
//   node scripts/worker.mjs KEY WASM DIR --alone      into a folder that no page names it in: KEY is beside

import { put, worker, write } from "./program.mjs";

/** For speed rather than size where a reader waits for each answer, and for the bytes only once. */
const LEVELS = { tools: "-O3" };

const [key, wasm, dist = "dist", alone] = process.argv.slice(2);
const { program, script } = await worker(key, wasm, LEVELS[key]);
if (alone === "--alone") write(program, script, `jalons-${key}`, dist);
else put(program, script, `jalons-${key}`, dist);
