// Copies of the built site, changed and finished as a deployment would.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, filesIn } from "./site.mjs";

/** A word of the page, and what the next version says in its place. */
export const OLD = "chaque chiffre avec sa source";
export const NEW = "chaque chiffre avec SA SOURCE";
/** The digits that a name carries. */
const DIGITS = /(?<=-)[0-9a-f]{16}(?=\.(?:js|wasm)$)/;

const folders = [];
/** Sites with something put into them, by what that is: to finish one takes seconds. */
const changed = new Map();

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "jalons-copy-"));
  folders.push(folder);
  return folder;
}

/** Deletes every copy that was made. */
export function deleteCopies() {
  changed.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the site: its pages begin with a script, where there is one, and it holds further files. */
export function copyOfSite({ folder = newFolder(), script = "", further = {} } = {}) {
  const isAsBuilt = script === "" && Object.keys(further).length === 0;
  cpSync(isAsBuilt ? DIST : siteWith(script, further), folder, { recursive: true });
  return folder;
}

function siteWith(script, further) {
  const key = JSON.stringify([script, further]);
  if (changed.has(key)) return changed.get(key);
  const folder = newFolder();
  cpSync(DIST, folder, { recursive: true });
  for (const [file, content] of Object.entries(further)) writeFileSync(join(folder, file), content);
  if (script) {
    writeFileSync(join(folder, "first.js"), script);
    for (const file of filesIn(folder).filter((file) => file.endsWith(".html") && file !== "jalons.html" && !(file in further))) {
      const root = "../".repeat(file.split("/").length - 1);
      change(folder, file, (html) => html.replace(/<meta charset=/, `<script src="${root}first.js"></script>$&`));
    }
  }
  finish(folder);
  changed.set(key, folder);
  return folder;
}

export function change(folder, file, to) {
  const path = join(folder, file);
  // A module is changed as bytes: one character each.
  const encoding = /\.(wasm|bin)$/.test(file) ? "latin1" : "utf8";
  writeFileSync(path, to(readFileSync(path, encoding)), encoding);
}

/** The last steps of the build. */
export function finish(folder, environment = {}) {
  execFileSync("node", ["scripts/seal.mjs", folder], { stdio: "pipe" });
  execFileSync("node", ["scripts/offline.mjs", folder], { stdio: "pipe", env: { ...process.env, ...environment } });
}

/** Makes the next version of a copy: another text on the page and in the module, other names for scripts and modules. */
export function makeNext(folder) {
  const files = filesIn(folder).filter((file) => !/^jalons-offline-/.test(file));
  const digits = [...new Set(files.map((file) => DIGITS.exec(file)?.[0]).filter(Boolean))];
  const next = (digits) => createHash("sha256").update(digits).digest("hex").slice(0, 16);
  for (const file of files) {
    if (/\.(html|js|wasm)$/.test(file) && file !== "first.js") {
      change(folder, file, (text) =>
        digits.reduce((text, digits) => text.replaceAll(digits, next(digits)), text.replaceAll(OLD, NEW)),
      );
    }
    if (DIGITS.test(file)) renameSync(join(folder, file), join(folder, file.replace(DIGITS, next)));
  }
  finish(folder);
}

/** The names of a copy's scripts and modules. */
export const namesIn = (folder) => filesIn(folder).filter((file) => DIGITS.test(file));
