// The static file server: serves a built `dist/` on this machine only, for readers trying it out and for the browser tests.
//
//   node scripts/static-server.mjs [DIR=dist] [--port 8080] [--mount /]
//
// sirv does the serving (types, ranges, etags); around it stand three things that any static
// host does and that the tests need: a folder without its slash is redirected, the whole site
// can be mounted under a sub-path, and every request is written to a log.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";

/** Files whose name carries the digits of their content: what has been fetched once need not be asked for again. */
const HASHED = /-[0-9a-f]{16}\.(js|wasm|bin)$/;

/**
 * Starts serving `root`.
 *
 * @param {object} options
 * @param {string} options.root       the folder to serve
 * @param {number} [options.port]     0 (the default) takes any free port
 * @param {string} [options.mount]    the path under which the site stands, with both slashes
 * @param {Record<string, (url: URL) => {type: string, body: string}>} [options.pages]
 *        files of the tests' own, by absolute path; they are not part of the site
 * @param {boolean} [options.brotli]
 *        sends a file's compressed twin, `name.br` beside it, to whoever accepts it (the bench makes such twins)
 * @param {(html: string) => string} [options.rewrite]
 *        a change made to every HTML file on its way out (WebKit's listeners need it)
 * @param {(file: string) => Promise<boolean> | boolean} [options.withholds]
 *        asked before a file of the site is sent; it may take its time, and true means that there is no such file
 * @param {(file: string, bytes: () => Promise<Buffer>) => Promise<object | undefined> | object | undefined} [options.answers]
 *        asked for each file of the site: what is sent in place of it, if anything, as {status, type, body}, and with
 *        `breaksOff` only the first half of it, as when a connection is lost
 * @param {boolean} [options.isCold]
 *        every file is asked for again at each load, as on a first visit; else browsers keep those named by their content
 * @param {boolean} [options.closes]
 *        each answer ends its connection: no browser goes on with one to a server that has been stopped
 * @returns {Promise<{origin: string, url: string, requests: object[], stop: () => Promise<void>}>}
 *          `requests` holds {time, method, path, file, status}, in order of arrival
 */
export async function startStaticServer({ root, port = 0, mount = "/", pages = {}, brotli = false, rewrite, withholds, answers, isCold = true, closes = false }) {
  const folder = resolve(root);
  // `dev` reads the folder at each request and has everything asked for again: a new build shows at once.
  const setHeaders = (response, path) => {
    if (!isCold && HASHED.test(path)) response.setHeader("cache-control", "max-age=31536000, immutable");
  };
  const site = sirv(folder, { dev: true, etag: true, brotli, setHeaders });
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    const entry = {
      time: Date.now(),
      method: request.method,
      path: url.pathname,
      file: null,
      status: null,
    };
    requests.push(entry);
    response.on("finish", () => (entry.status = response.statusCode));

    if (pages[url.pathname]) return send(response, pages[url.pathname](url));
    if (!url.pathname.startsWith(mount)) return sendNothing(response);

    const inside = url.pathname.slice(mount.length);
    entry.file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
    if (await withholds?.(entry.file)) return sendNothing(response);
    const onDisk = join(folder, decodeURIComponent(inside));
    const found = await stat(onDisk).catch(() => null);
    if (found?.isDirectory() && inside !== "" && !inside.endsWith("/")) {
      response.writeHead(301, { location: `${url.pathname}/${url.search}` });
      return response.end();
    }

    const answer = await answers?.(entry.file, () => readFile(join(folder, decodeURIComponent(entry.file))));
    if (answer) return sendAnswer(response, answer);
    if (rewrite && entry.file.endsWith(".html")) {
      const html = await readFile(join(folder, entry.file), "utf8").catch(() => null);
      return html === null ? sendNothing(response) : send(response, { type: "text/html", body: rewrite(html) });
    }
    request.url = `/${inside}${url.search}`;
    site(request, response, () => sendNothing(response));
  });

  if (closes) server.maxRequestsPerSocket = 1;
  await new Promise((started, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", started);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + mount,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function send(response, { type, body }) {
  response.writeHead(200, { "content-type": `${type};charset=utf-8`, "cache-control": "no-store" });
  response.end(body);
}

function sendAnswer(response, { status = 200, type, body, breaksOff = false }) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "content-type": type, "content-length": bytes.length, "cache-control": "no-store" });
  if (breaksOff) response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  else response.end(bytes);
}

function sendNothing(response) {
  response.writeHead(404, { "content-type": "text/plain;charset=utf-8" });
  response.end("Nothing is here.\n");
}

// Called from the command line: serve until interrupted, and print the address only when the page opens.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { parseArgs } = await import("node:util");
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      mount: { type: "string", default: "/" },
    },
  });
  const root = positionals[0] ?? "dist";
  const port = Number(values.port);
  try {
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`"${values.port}" is not a port number; give one from 1 to 65535`);
    }
    const server = await startStaticServer({ root, port, mount: values.mount });
    const answer = await fetch(server.url);
    if (!answer.ok) {
      throw new Error(`${root}/ has no page to open (${answer.status}); run ./scripts/build first`);
    }
    await answer.arrayBuffer();
    server.requests.length = 0;
    const address = values.mount === "/" ? server.origin : server.url;
    console.log(`Jalons is open at ${address} (Ctrl+C ends it).`);
    // Nobody reads the log here: keep it from growing for ever.
    setInterval(() => (server.requests.length = 0), 60_000).unref();
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.on(signal, () => server.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    const reason =
      error.code === "EADDRINUSE"
        ? `port ${port} is already in use; stop what uses it, or choose another: PORT=8081 ./scripts/serve`
        : error.code === "EACCES"
          ? `port ${port} may not be used without special rights; choose one above 1023: PORT=8080 ./scripts/serve`
          : error.message;
    console.error(`jalons: ${reason}.`);
    process.exit(1);
  }
}
