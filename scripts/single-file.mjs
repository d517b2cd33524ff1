// Puts the whole site into one file, jalons.html, that needs no other: opened from a folder, from any host, in a frame that allows nothing.
//
//   node scripts/single-file.mjs BESIDE [DIR=dist]   after everything else is in DIR and before the seal, which writes its
//                                                    policy; BESIDE is the folder that holds the program `beside`
//
// It is the site's first page with every file that the app fetches as data: compressed, in letters, answered by
// src/single-file.js. The files are those in the root of DIR whose name carries a hash. The glue is one of them, and runs
// as an inline script, whose hash the policy knows (data-runs).

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// A fifth smaller than gzip: the one file has a limit. Its decoder, of the same package, goes into the page.
// The encoder alone: the package's own entrance has no choice of contexts.
import { Encoder } from "../node_modules/lzma1/lib/encoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";
import { html as namespaces, parse, serialize } from "parse5";
import { elements } from "./markup.mjs";
import { bundled, fail } from "./wasm.mjs";

const [besideFolder, dist = "dist"] = process.argv.slice(2);

const FILE = "jalons.html";
/** What the app fetches: no page, no picture, and no file of a fixed name, such as a service worker. */
const FETCHED = /-[0-9a-f]{16}\.(js|wasm|bin)$/;
/** What it does without: too large (charts), of no use in it (reading without network), or there in one (beside). */
const LEFT_OUT = /^(jalons-)?(charts|echarts|offline|tools|import)\b/;
/** The glue with the call that starts it, as the page asks for it. */
const GLUE = "start.js";
/** What the first view runs. */
const FIRST = /^(start\.js|jalons-[0-9a-f]+\.wasm)$/;
/** What is alike. */
const ALIKE = [/^detail-/, /^(start\.js|jalons-)/];
/** How files are compressed: a window that holds all of them, the longest matches, the code of programs by bytes. */
const LZMA = { window: 22, longest: 0xff, finder: 1, literalContext: 4, position: 0 };
/** What the page names where a site has two programs. */
const IN_ONE = ["data-tools", "data-import"];
/** What the page says of files and pages beside it. */
const OF_A_SITE = ["data-twin", "data-offline"];
/** A link to a record on a page of text, from its fragment on. */
const OF_A_RECORD = /^(?:records\/[a-z-]+|sources)\/index\.html(#focus=.*)$/;
/** Links that name the page, and fetch nothing. */
const NAMING_RELATIONS = /^(canonical|author|license)$/;
/** The script that starts the app: the first name is the glue, the second its module. */
const START = /^\s*startJalons\(["'`]\.\/([^"'`]+)["'`],\s*["'`]\.\/([^"'`]+)["'`]\);?\s*$/;

/** What no letter stands for, and the first character of two bytes: see src/single-file.js. */
const REFUSED = [0x00, 0x0d, 0x3c];
const BEYOND = 0x100;

const document = parse(readFileSync(join(dist, "index.html"), "utf8"), { scriptingEnabled: false });
const page = [...elements(document)];
const [root, head, body] = ["html", "head", "body"].map((name) => page.find(({ tagName }) => tagName === name));

root.attrs = root.attrs.filter(({ name }) => !OF_A_SITE.includes(name));
root.attrs.push({ name: "data-single-file", value: "" });

// Of the pictures for each width the widest: where it has no room, the rows say the same until the app draws its own.
for (const element of page) {
  if (/\bat-(middle|narrow)\b/.test(value(element, "class") ?? "") && element.parentNode) remove(element);
}

/** The programs beside the page in one: what they share is most of each. */
const beside = readdirSync(besideFolder).find((file) => /^jalons-beside-[0-9a-f]+\.wasm$/.test(file))?.slice(0, -".wasm".length);
if (!beside) fail(`${besideFolder} holds no program beside the page; run ./scripts/build --again`);
for (const attribute of root.attrs) if (IN_ONE.includes(attribute.name)) attribute.value = `./${beside}`;

/** What is in no folder: contents by name. */
const made = new Map();
let files = readdirSync(dist).filter((file) => FETCHED.test(file) && !LEFT_OUT.test(file));
let isStarted = false;
const heading = plain(text(page.find(({ tagName }) => tagName === "h1")));
for (const element of page) {
  const { tagName, parentNode } = element;
  const relation = value(element, "rel");
  if (tagName === "meta" && value(element, "http-equiv")?.toLowerCase() === "content-security-policy") {
    element.attrs.find(({ name }) => name === "content").value = "__CSP__";
    // Before any other script.
    insert(head, await answering(), head.childNodes.indexOf(element) + 1);
  }
  if (tagName === "link" && relation === "icon") embedIcon(element);
  else if (tagName === "link" && relation === "stylesheet") fail(`${FILE} cannot take the style sheet ${value(element, "href")}; write it into the page`);
  else if (tagName === "link" && !NAMING_RELATIONS.test(relation)) remove(element);
  if (tagName === "script" && value(element, "src")) fail(`${FILE} cannot take the script ${value(element, "src")}; write it into the page`);
  if (tagName === "script" && START.test(text(element))) {
    const [, glue, module] = START.exec(text(element));
    made.set(GLUE, Buffer.from(await started(glue, module)));
    element.childNodes = [{ nodeName: "#text", value: starting(module), parentNode: element }];
    files = [GLUE, ...files.filter((file) => file !== glue)];
    isStarted = true;
  }
  // Search engines read the site.
  if (tagName === "script" && value(element, "type") === "application/ld+json") remove(element);
  // The pages of text need not be beside it: a record is opened in the file itself.
  const href = tagName === "a" && element.attrs.find(({ name }) => name === "href");
  if (href) href.value = href.value.replace(OF_A_RECORD, "$1");
  // Of the note the page's own heading says what it is called, once for all links to it.
  if (tagName === "a" && plain(value(element, "title")) === heading) element.attrs = element.attrs.filter(({ name }) => name !== "title");
  // The page that it leads to leads back.
  if (tagName === "a" && ancestors(element).some((outer) => value(outer, "id") === "failure")) remove(element);
}
if (!isStarted) fail(`${dist}/index.html has no script that starts the app; run ./scripts/build --again`);

files.push(...[".js", ".wasm"].map((ending) => beside + ending));
for (const together of grouped(files)) {
  const contents = together.map((file) => made.get(file) ?? readFileSync(join(file.startsWith(beside) ? besideFolder : dist, file)));
  const packed = compressed(Buffer.concat(contents));
  const lengths = contents.map(({ length }) => length).join(" ");
  // They are unpacked without what comes after them, which the first view need not wait for.
  const first = together.filter((file) => FIRST.test(file)).length;
  const runs = together.includes(GLUE) ? { "data-runs": `sha256-${createHash("sha256").update(made.get(GLUE)).digest("base64")}` } : {};
  const attributes = { type: "application/octet-stream", "data-files": together.join(" "), "data-lengths": lengths, "data-size": packed.length, ...(first > 0 && { "data-first": first }), ...runs };
  insert(body, scriptOf(attributes, lettersOf(packed)));
}
const written = serialize(document, { scriptingEnabled: false });
writeFileSync(join(dist, FILE), written);
console.log(`jalons: put the site and ${files.length} files into ${FILE} (${Math.round(Buffer.byteLength(written) / 1000)} KB)`);

/**
 * Files that are alike are compressed as one, the later at a part of what it takes alone: the texts of both languages, the
 * programs. What the first view runs comes first.
 */
function grouped(files) {
  const groups = new Map();
  for (const file of files.toSorted((a, b) => FIRST.test(b) - FIRST.test(a))) {
    const group = ALIKE.find((alike) => alike.test(file)) ?? file;
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  return [...groups.values()];
}

/** Compressed as LZMA, with a head that any decoder reads. */
function compressed(bytes) {
  const encoder = new Encoder();
  encoder.configure = () => {
    encoder.setDictionarySize(1 << LZMA.window);
    encoder._numFastBytes = LZMA.longest;
    encoder._matchFinderType = LZMA.finder;
    encoder._numLiteralContextBits = LZMA.literalContext;
    encoder._numLiteralPosStateBits = 0;
    encoder._posStateBits = LZMA.position;
    encoder._posStateMask = (1 << LZMA.position) - 1;
  };
  const output = new OutputBuffer(bytes.length);
  encoder.compress(new InputBuffer(bytes), output);
  return output.toArray();
}

// ---------------------------------------------------------------- scripts

/** The glue with the call that starts it. Its files are asked for by name alone: a page without a folder has no other. */
async function started(glue, module) {
  const call = `import * as glue from "./${glue}"; startJalons(glue, "./${module}");`;
  return bundled(call, dist, "esm", { "import.meta.url": '"file:///"' });
}

/** The script that runs the glue once it is unpacked, and leaves no trace of it in a page that is published; where it cannot, the page says why. */
function starting(module) {
  return `fetch("./${GLUE}").then(e=>e.text()).then(e=>{let t=document.createElement("script");t.type="module",t.textContent=e,document.head.append(t),t.remove()}).catch(e=>startJalons({default(){throw e}},"./${module}"))`;
}

/** The script that answers what the app fetches. */
async function answering() {
  const code = await bundled(readFileSync("src/single-file.js", "utf8"), "src", "iife");
  return scriptOf({ "data-answers": "" }, harmless(code));
}

/** Bytes in letters, as src/single-file.js reads them: seven bits are a character. */
function lettersOf(bytes) {
  const letters = [];
  let refused = -1;
  const put = (seven) => {
    if (refused >= 0) {
      letters.push(BEYOND + refused * 128 + seven);
      refused = -1;
    } else {
      refused = REFUSED.indexOf(seven);
      if (refused < 0) letters.push(seven);
    }
  };
  let bits = 0;
  let word = 0;
  for (const byte of bytes) {
    word = ((word << 8) | byte) & 0x7fff;
    bits += 8;
    for (; bits >= 7; bits -= 7) put((word >>> (bits - 7)) & 0x7f);
  }
  if (bits > 0) put((word << (7 - bits)) & 0x7f);
  // A refused one that is the last brings seven bits too many with it.
  if (refused >= 0) put(0);
  return letters.map((letter) => String.fromCharCode(letter)).join("");
}

/** A script that does not end its element. */
function harmless(code) {
  if (/<(!--|\/?script)/i.test(code)) fail(`${FILE} cannot take a script that contains <!-- or <script`);
  return code;
}

// ---------------------------------------------------------------- the page

function embedIcon(link) {
  const href = link.attrs.find(({ name }) => name === "href");
  if (!href.value.endsWith(".svg")) return remove(link);
  href.value = `data:image/svg+xml;base64,${readFileSync(join(dist, href.value)).toString("base64")}`;
}

function ancestors({ parentNode }) {
  return parentNode ? [parentNode, ...ancestors(parentNode)] : [];
}

function value(element, name) {
  return element.attrs?.find((attribute) => attribute.name === name)?.value;
}

function text(element) {
  return element.childNodes.map(({ value = "" }) => value).join("");
}

/** A text with single spaces of one kind. */
function plain(text = "") {
  return text.replace(/\s+/g, " ").trim();
}

function scriptOf(attributes, content) {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value: String(value) }));
  const element = { nodeName: "script", tagName: "script", attrs, namespaceURI: namespaces.NS.HTML, childNodes: [] };
  element.childNodes.push({ nodeName: "#text", value: content, parentNode: element });
  return element;
}

function insert(parent, element, place = parent.childNodes.length) {
  element.parentNode = parent;
  parent.childNodes.splice(place, 0, element);
}

function remove(element) {
  const siblings = element.parentNode.childNodes;
  siblings.splice(siblings.indexOf(element), 1);
}
