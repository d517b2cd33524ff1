// A development tool: pictures of the built page, in Chromium, at several widths, colour schemes and languages.
//
//   node scripts/screenshots.mjs [--dir dist] [--out target/screenshots] [filters]
//
//   --hash  'view=budget'     the state to show; may be given several times (default: the two main views)
//   --width 1280              may be given several times (default: 1280 768 390 320)
//   --scheme dark             light or dark; may be given several times (default: both)
//   --lang  en                fr or en; may be given several times (default: both)
//   --path  en/               the page inside the site to open (default: its root)
//   --viewport                only what is on the screen at once, not the whole page's height
//   --scale 2                 pixels to a CSS pixel (default: 1)
//   --print                   as it would be printed (media type print)

import { mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startBrowser } from "../tests/browser/engines.mjs";
import { startStaticServer } from "./static-server.mjs";

const HEIGHTS = { 1280: 900, 768: 1024, 390: 844, 320: 640 };

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    out: { type: "string", default: "target/screenshots" },
    hash: { type: "string", multiple: true, default: ["", "view=budget"] },
    width: { type: "string", multiple: true, default: ["1280", "768", "390", "320"] },
    scheme: { type: "string", multiple: true, default: ["light", "dark"] },
    lang: { type: "string", multiple: true, default: ["fr", "en"] },
    path: { type: "string", default: "" },
    viewport: { type: "boolean", default: false },
    scale: { type: "string", default: "1" },
    print: { type: "boolean", default: false },
  },
});

if (!existsSync(join(values.dir, "index.html"))) {
  console.error(`jalons: there is no page in ${values.dir}/; run ./scripts/build first.`);
  process.exit(1);
}

await mkdir(values.out, { recursive: true });
const server = await startStaticServer({ root: values.dir });
const browser = await startBrowser("chromium");
const { driver } = browser;
try {
  for (const hash of values.hash) {
    for (const width of values.width.map(Number)) {
      for (const scheme of values.scheme) {
        for (const lang of values.lang) await shoot({ hash, width, scheme, lang });
      }
    }
  }
} finally {
  await browser.quit();
  await server.stop();
}

async function shoot({ hash, width, scheme, lang }) {
  const scale = Number(values.scale);
  await browser.setViewport(width, HEIGHTS[width] ?? 900, scale);
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    media: values.print ? "print" : "",
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
  // Defaults are not written into an address: French is the root page's own language.
  const state = [hash, lang === "fr" ? "" : `lang=${lang}`, `scheme=${scheme}`].filter(Boolean).join("&");
  await driver.get("about:blank");
  await driver.get(`${server.url}${values.path}#${state}`);
  const settled = "return ['ready', 'failed'].includes(document.documentElement.dataset.state)";
  const ready = await driver.wait(() => driver.executeScript(settled), 10_000, "", 50).catch(() => false);
  // Two frames: what `ready` set off has been laid out and painted.
  await driver.executeAsyncScript(
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
  );

  const { cssContentSize } = await driver.sendAndGetDevToolsCommand("Page.getLayoutMetrics", {});
  const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", {
    format: "png",
    captureBeyondViewport: !values.viewport,
    ...(values.viewport
      ? {}
      : { clip: { x: 0, y: 0, width, height: Math.ceil(cssContentSize.height), scale: 1 } }),
  });
  const name = [nameOf(hash), width, scheme, lang, values.print ? "print" : ""].filter(Boolean).join("-");
  const file = join(values.out, `${name}.png`);
  await writeFile(file, Buffer.from(data, "base64"));

  const dataState = await driver.executeScript("return document.documentElement.dataset.state ?? 'none'");
  const overflow = cssContentSize.width > width ? `, ${cssContentSize.width} px wide: it scrolls sideways` : "";
  console.log(`${file}  (data-state=${dataState}${ready ? "" : ", never settled"}${overflow})`);
  for (const problem of await browser.driverProblems()) console.log(`    ${problem.text}`);
}

function nameOf(hash) {
  return hash === "" ? "start" : hash.replace(/[^a-z0-9.-]+/gi, "_");
}
