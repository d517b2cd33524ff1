// The pages of text as files: what each holds, in which language, and where it leads.

import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { ALL_TEXT_PAGES, COLLECTIONS, FOLDERS, TEXT_PAGES, all, attribute, documentOf, htmlFiles, named, rows, textOf } from "./site.mjs";

const LANGUAGES = Object.keys(FOLDERS);

/** The file that a link of a page leads to. */
const target = (path, link) => posix.join(posix.dirname(path), attribute(link, "href").split("#")[0]);
const languageOf = (page) => attribute(all(page, named("html"))[0], "lang");
const links = (node) => all(node, (element) => element.tagName === "a" && attribute(element, "href") !== null);

test("each page says in its language what it holds and where it is, without a script", () => {
  for (const { lang, path } of ALL_TEXT_PAGES) {
    const page = documentOf(path);
    const headings = all(page, named("h1")).map(textOf);
    assert.equal(languageOf(page), lang, path);
    assert.equal(headings.length, 1, path);
    const title = textOf(all(page, named("title"))[0]);
    assert.ok(title.startsWith(`${headings[0]} · `), `${path} is called ${title}`);
    const scripts = all(page, named("script")).filter((script) => attribute(script, "type") !== "application/ld+json");
    assert.equal(scripts.length, 0, path);
    const words = textOf(all(page, named("main"))[0]).split(" ").length;
    assert.ok(words > 100, `${path} has ${words} words`);
    const here = all(page, (element) => attribute(element, "aria-current") === "page").map(textOf);
    assert.deepEqual(here, headings, `${path} says where it is`);
  }
});

test("each page leads to itself in the other language, and back", () => {
  for (const path of TEXT_PAGES) {
    for (const [lang, other] of [LANGUAGES, LANGUAGES.toReversed()]) {
      const [header] = all(documentOf(FOLDERS[lang] + path), named("header"));
      const offered = links(header).filter((link) => attribute(link, "hreflang") !== null);
      assert.deepEqual(offered.map((link) => [attribute(link, "hreflang"), attribute(link, "lang")]), [[other, other]], `${lang}: ${path}`);
      assert.equal(target(FOLDERS[lang] + path, offered[0]), FOLDERS[other] + path);
    }
  }
});

test("the list of records leads to every kind, with how many there are", () => {
  for (const [lang, folder] of Object.entries(FOLDERS)) {
    const list = `${folder}records/index.html`;
    const [main] = all(documentOf(list), named("main"));
    for (const collection of [...COLLECTIONS, "sources", "glossary"]) {
      const wanted = COLLECTIONS.includes(collection) ? `${folder}records/${collection}/index.html` : `${folder}${collection}/index.html`;
      const item = all(main, named("li")).find((item) => all(item, named("h2")).some((heading) => links(heading).some((link) => target(list, link) === wanted)));
      assert.ok(item, `${lang}: ${collection} is not in the list`);
      const [counted] = all(item, (element) => attribute(element, "class")?.split(" ").includes("hint"));
      assert.match(textOf(counted), new RegExp(`\\b${rows(collection).length}\\b`), `${lang}: ${collection}`);
      const articles = all(all(documentOf(wanted), named("main"))[0], named("article")).length;
      assert.equal(articles, rows(collection).length + (collection === "envelopes" ? rows("scopes").length : 0), `${lang}: ${collection}`);
    }
  }
});

test("no page carries a style attribute, an inline handler or an address of another host that a browser would fetch", () => {
  const paths = htmlFiles();
  assert.ok(paths.length > 2);
  for (const path of paths) {
    const elements = all(documentOf(path), () => true);
    const marked = elements.flatMap(({ tagName, attrs }) => attrs.filter(({ name }) => name === "style" || /^on[a-z]+$/.test(name)).map(({ name }) => `<${tagName} ${name}>`));
    assert.deepEqual(marked, [], path);
    const isFetched = (element) =>
      ["img", "iframe", "source", "video", "audio", "script", "object", "embed"].includes(element.tagName) ||
      (element.tagName === "link" && !/canonical|alternate|author|license/.test(attribute(element, "rel")));
    const elsewhere = elements
      .filter(isFetched)
      .flatMap(({ tagName, attrs }) => attrs.filter(({ name, value }) => ["src", "href", "srcset", "data"].includes(name) && /^(https?:)?\/\//i.test(value)).map(({ value }) => `<${tagName}> ${value}`));
    assert.deepEqual(elsewhere, [], path);
  }
});
