// The rivals' pages for scripts/bench-first-view.mjs: TimelineJS and vis-timeline, each showing the events of our own data in its best case.
//
// Best case means: what a careful author of such a page could do, so that nothing but the rival itself is measured.
//   - Its files come from our own host, minified as published; the events stand in the page, no request fetches them.
//   - Scripts begin to load with the first line of the page and stop nobody; the French locale is preloaded.
//   - TimelineJS asks its authors' hosts for its fonts unless told not to. It is told not to: a page that goes
//     without them is faster than one that waits for them, or for the refusal of them. Of our own CSS there is
//     only the height it needs.
//   - vis-timeline's standalone build brings its styles along: no stylesheet holds back the first paint.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rows } from "../tests/browser/page.mjs";

const TITLE = "Où en est la stratégie numérique publique ?";
const HEIGHT = "<style>html,body{height:100%;margin:0}#timeline{height:100%}</style>";

/** The events as any timeline wants them. A rival knows no open interval: it gets the bound that is known. */
export function events() {
  return rows("events").map(({ id, date, title_fr, summary_fr }) => {
    const [from, to] = date.split("/").map(numbers);
    return { id, title: title_fr, summary: summary_fr, start: from ?? to, end: (from && to) || undefined };
  });
}

/** Year, month and day of one EDTF date, as far as they are known: `2021-05~` is [2021, 5]. Null for an open end. */
function numbers(date) {
  const digits = date.replace(/[~?%]/g, "");
  return /^\d/.test(digits) ? digits.split("-").map(Number) : null;
}

/** Writes TimelineJS' page and files into a folder. */
export function writeTimelineJs(folder, events) {
  const date = ([year, month, day]) => ({ year, month, day });
  const slides = events.map(({ id, title, summary, start, end }) => ({
    unique_id: id,
    start_date: date(start),
    end_date: end && date(end),
    text: { headline: escaped(title), text: escaped(summary) },
  }));
  copy("@knight-lab/timelinejs/dist", folder, [
    "js/timeline.js",
    "js/locale/fr.json",
    "css/timeline.css",
    "css/icons/tl-icons.ttf",
  ]);
  writePage(
    folder,
    `<link rel="stylesheet" href="css/timeline.css">
<script defer src="js/timeline.js"></script>
<link rel="preload" href="js/locale/fr.json" as="fetch" crossorigin>
${HEIGHT}`,
    `new TL.Timeline("timeline", ${literal({ title: { text: { headline: TITLE } }, events: slides })}, {
  language: "fr",
  script_path: "js/",
  font: null,
});`,
  );
}

/** Writes vis-timeline's page and files into a folder. */
export function writeVisTimeline(folder, events) {
  const items = events.map(({ id, title, summary, start, end }) => ({
    id,
    content: escaped(title),
    title: escaped(summary),
    start: firstDay(start),
    end: end && lastDay(end),
  }));
  copy("vis-timeline/standalone/umd", folder, ["vis-timeline-graph2d.min.js"]);
  writePage(
    folder,
    `<script defer src="vis-timeline-graph2d.min.js"></script>
${HEIGHT}`,
    `new vis.Timeline(document.getElementById("timeline"), ${literal(items)}, { locale: "fr" });`,
  );
}

const firstDay = ([year, month = 1, day = 1]) => new Date(Date.UTC(year, month - 1, day)).toISOString();
// The zeroth day of the next month is the last of this one.
const lastDay = ([year, month = 12, day]) =>
  new Date(day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month, 0)).toISOString();

function copy(published, folder, files) {
  for (const file of files) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join("node_modules", published, file), target);
  }
}

// A module script waits for the deferred one above it, without holding back the page.
function writePage(folder, head, script) {
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
<div id="timeline"></div>
<script type="module">
${script}
</script>
</body>
</html>
`,
  );
}

/** Both rivals take their texts as HTML. */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A value as it may stand inside a script element. */
const literal = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
