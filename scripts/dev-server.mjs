// Serves the page to whoever changes it, and shows each change as soon as it can be seen; scripts/serve --dev starts it.
//
//   node scripts/dev-server.mjs [--port 8080] [--data FOLDER=data]
//
// | what is saved          | what happens                                                              |
// | a style sheet          | the page takes it; nothing is built                                       |
// | a word in Rust         | the page says it at once; the compiler brings it for good                 |
// | a CSV file             | the data are written anew (prerender --dev), the page loads itself anew   |
// | Rust                   | the page's program is compiled, without optimisation, and loaded anew     |
// | index.html, a script   | the page loads itself anew                                                |
//
// What is wrong stands in the terminal and in the page, which goes on showing what worked last.

import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { devPage, lazyStyles, withoutTrunk } from "./dev-page.mjs";
import { literalsChanged } from "./dev-words.mjs";

const { values: options } = parseArgs({ options: { port: { type: "string", default: "8080" }, data: { type: "string", default: "data" } } });
const port = Number(options.port);

/** What the server hands out of its own making: the page, the programs, the data. */
const SITE = "target/dev/site";
/** The page's module as wasm-bindgen leaves it, before the data are put into it. */
const MODULE = "target/dev/jalons_bg.wasm";
const TARGET = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", "debug");
const NATIVE = join(process.env.CARGO_TARGET_DIR ?? "target", "debug", "prerender");
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };
/** A save may be several events. */
const PAUSE_MS = 25;

mkdirSync(SITE, { recursive: true });

// ---------------------------------------------------------------- the pages that are open

const pages = new Set();
let lastChange = 0;
/** When each change was saved, and what it was, until a page has shown it. */
const saved = new Map();
/** What is wrong now, by where it was found. */
const problems = new Map();

function tell(name, data = {}) {
  for (const page of pages) page.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

function noticed(file) {
  saved.set((lastChange += 1), { file, at: Date.now() });
  return lastChange;
}

function problem(where, text) {
  const plain = text.replace(/\x1b\[[0-9;]*m/g, "").trim();
  problems.set(where, plain);
  console.error(text.trimEnd());
  tell("problem", { text: [...problems.values()].join("\n\n") });
}

function fine(where) {
  problems.delete(where);
  if (problems.size === 0) tell("fine");
  else tell("problem", { text: [...problems.values()].join("\n\n") });
}

// ---------------------------------------------------------------- building

/** Runs a program; its words are a problem if it fails. Returns whether it succeeded. */
function run(where, program, ...args) {
  return new Promise((ended) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.once("error", (error) => ended(problem(where, `${program}: ${error.message}`) ?? false));
    child.once("close", (code) => {
      if (code === 0) fine(where);
      else problem(where, Buffer.concat(said).toString());
      ended(code === 0);
    });
  });
}

const cargo = (where, ...args) => run(where, "cargo", ...args, "--locked", "--quiet", "--color=always");
const forBrowser = (...programs) => ["build", "--target", "wasm32-unknown-unknown", "--features", "csr", ...programs.flatMap((name) => ["--bin", name])];

/** The native program that writes the data. */
const buildNative = () => cargo("native", "build", "--features", "ssr", "--bin", "prerender");

/** The page's own program. */
async function buildProgram() {
  if (!(await cargo("Rust", ...forBrowser("jalons")))) return false;
  const out = "target/dev";
  if (!(await run("glue", "wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", out, "--out-name", "jalons", join(TARGET, "jalons.wasm")))) return false;
  copyFileSync(join(out, "jalons.js"), join(SITE, "jalons.js"));
  return true;
}

/** The programs beside the page, which nobody waits for. */
async function buildBeside() {
  if (await cargo("beside", ...forBrowser("tools", "import", "charts"))) await run("beside", process.execPath, "scripts/dev-beside.mjs", TARGET, SITE);
}

/** The page with the data in it: what is wrong with them is told, and the last page stays. */
async function writeData() {
  const next = `${SITE}-next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next);
  copyFileSync(MODULE, join(next, "jalons_bg.wasm"));
  writeFileSync(join(next, "index.html"), template());
  if (!(await run("data", NATIVE, next, "--data", options.data, "--dev"))) return false;
  for (const file of readdirSync(SITE).filter((file) => /^(detail-|jalons-)/.test(file))) rmSync(join(SITE, file));
  for (const file of readdirSync(next)) copyFileSync(join(next, file), join(SITE, file));
  return true;
}

function template() {
  const start = "<script type=\"module\">startJalons('./jalons.js', './jalons_bg.wasm')</script>";
  return devPage(withoutTrunk(readFileSync("index.html", "utf8"), start));
}

const lazyText = () => lazyStyles().map((file) => readFileSync(file, "utf8")).join("\n");

// ---------------------------------------------------------------- what was saved

/** Texts of Rust files as they were when they were last looked at. */
const sources = new Map();
const waiting = new Set();
let timer;
let isBuilding = false;

for (const folder of ["src", "style", options.data, "public"]) watch(folder, { recursive: true }, (_, file) => file && hear(join(folder, file)));
for (const file of ["index.html", "Cargo.toml", "build.rs"]) watch(file, () => hear(file));

function hear(file) {
  if (/(^|\/)(\.|4913$)|[~#]$|\.sw[px]$/.test(file)) return;
  waiting.add(file);
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE_MS);
}

/** Does at once what needs no compiler, then builds what does. */
async function look() {
  if (waiting.size === 0) return;
  const files = [...waiting];
  for (const file of files.filter((file) => extname(file) === ".css")) {
    waiting.delete(file);
    if (existsSync(file)) tell("style", { change: noticed(file), file, lazy: lazyText() });
  }
  for (const file of files.filter((file) => extname(file) === ".rs" && existsSync(file))) {
    const [was, now] = [sources.get(file), readFileSync(file, "utf8")];
    sources.set(file, now);
    if (was === now) waiting.delete(file);
    const pairs = was === undefined ? [] : literalsChanged(was, now);
    if (pairs.length > 0) tell("words", { change: noticed(file), pairs });
  }
  if (waiting.size === 0 || isBuilding) return;
  isBuilding = true;
  while (waiting.size > 0) {
    const now = [...waiting];
    waiting.clear();
    await build(now);
  }
  isBuilding = false;
}

async function build(files) {
  const change = noticed(files.join(", "));
  const isFirst = !existsSync(join(SITE, "index.html"));
  const rust = files.filter((file) => isFirst || /\.rs$|^Cargo\.toml$/.test(file));
  // The data are written by the code that reads them.
  const isOfData = isFirst || rust.some((file) => /^(src\/(data|model)\/|src\/bin\/prerender|Cargo|build)/.test(file));
  const hasScript = files.some((file) => file.endsWith(".js"));
  if (rust.length > 0) {
    const [isNative, isBuilt] = await Promise.all([isOfData ? buildNative() : true, buildProgram()]);
    if (!isNative || !isBuilt) return;
  }
  if (!(await writeData())) return;
  tell("reload", { change });
  if (rust.length > 0 || hasScript) await buildBeside();
}

// ---------------------------------------------------------------- serving

function page() {
  const built = join(SITE, "index.html");
  // Until there is a page, what is wrong is all there is to show.
  const html = existsSync(built) ? readFileSync(built, "utf8") : '<!doctype html><html lang="fr"><head><title>Jalons</title></head><body></body></html>';
  const client = `<script>self.devLazyStyles = ${JSON.stringify(lazyText()).replaceAll("<", "\\u003c")}</script><script src="/__dev/client.js"></script>`;
  return html.replace(/<head>/, (tag) => tag + client);
}

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const send = (type, body, status = 200) => {
    response.writeHead(status, { "content-type": `${type};charset=utf-8`, "cache-control": "no-store" });
    response.end(body);
  };
  if (url.pathname === "/__dev/events") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 300\n\n");
    pages.add(response);
    request.once("close", () => pages.delete(response));
    if (problems.size > 0) response.write(`event: problem\ndata: ${JSON.stringify({ text: [...problems.values()].join("\n\n") })}\n\n`);
    return undefined;
  }
  if (url.pathname === "/__dev/seen") {
    const change = saved.get(Number(url.searchParams.get("change")));
    if (change) console.log(`jalons: ${change.file} seen after ${((Date.now() - change.at) / 1000).toFixed(2)} s`);
    return send("text/plain", "");
  }
  // Asked by whoever must not disturb a build.
  if (url.pathname === "/__dev/idle") return send("text/plain", "", isBuilding || waiting.size > 0 ? 503 : 200);
  if (url.pathname === "/__dev/client.js") return send("text/javascript", readFileSync("scripts/dev-client.js"));
  const path = decodeURIComponent(url.pathname).slice(1);
  if (path === "" || path.endsWith("index.html")) return send("text/html", page());
  for (const folder of [SITE, "public", "."]) {
    const file = resolve(folder, path);
    // Of the checkout itself only what the page names.
    const isNamed = folder !== "." || /^(style|src)\//.test(path);
    if (isNamed && !relative(folder, file).startsWith("..") && existsSync(file) && statSync(file).isFile()) {
      return send(TYPES[extname(file)] ?? "application/octet-stream", readFileSync(file));
    }
  }
  return send("text/plain", "Nothing is here.\n", 404);
});

const began = Date.now();
console.log("jalons: compiling the page without optimisation (minutes the first time, then seconds)");
for (const file of readdirSync("src", { recursive: true }).filter((file) => file.endsWith(".rs"))) sources.set(join("src", file), readFileSync(join("src", file), "utf8"));
isBuilding = true;
const [isNative, isBuilt] = await Promise.all([buildNative(), buildProgram()]);
const isThere = isNative && isBuilt && (await writeData());
await new Promise((started, failed) => server.once("error", failed).listen(port, "127.0.0.1", started));
const address = `http://127.0.0.1:${server.address().port}`;
if (isThere) {
  console.log(`jalons: open at ${address} after ${Math.round((Date.now() - began) / 1000)} s (Ctrl+C ends it)`);
  await buildBeside();
} else {
  console.log(`jalons: ${address} shows what is wrong; it is built again once a file is saved (Ctrl+C ends it)`);
}
isBuilding = false;
await look();
if (isThere) console.log("jalons: search, files and charts are there too");
