// Walks along the links of the house, as one person, a few pages of each kind.
//
//   const { found, dead } = await crawl(page);        // found: { path, kind, type, html }
//
// A kind is an address whose identifiers are left out: /classes/{}/seats. Nothing here knows which pages exist: a new room
// is walked as soon as something links to it.

import assert from "node:assert/strict";

/** How many addresses of one kind are fetched: pages of one kind differ by their state, difficulties most of all. */
const EACH = 5;
const MANY = { "/difficulties/{}": 25 };

/** How many for each name that a page may be asked by: the filters of the chain's tables, their CSV and Excel. */
const EACH_ASKED = 2;

/** An organiser reaches most, some seven hundred; a run-away walk stops here. */
const MOST = 1000;

/** Links that do something else than show a page, and personal links, which lead into a class until a year after it. */
const LEFT_OUT = [/^\/language\//, /^\/welcome\//];

/** `/classes/0192…/seats?place=o1` → `/classes/{}/seats?place`. */
export function kindOf(address) {
  const url = new URL(address, "http://x");
  const path = url.pathname
    .split("/")
    .map((part) => (/\d/.test(part) || part.length > 24 ? "{}" : part))
    .join("/");
  const asked = [...new Set(url.searchParams.keys())].sort().join("&");
  return asked ? `${path}?${asked}` : path;
}

/**
 * What an address is an example of: its kind or, where it asks for something, each name it asks by. The filters of a table combine
 * into more kinds than there are pages: a few examples of every filter are enough, whatever the others say.
 */
function sortsOf(kind) {
  const [path, asked] = kind.split("?");
  return asked ? asked.split("&").map((name) => `${path}?${name}`) : [path];
}

/** What a page is built of, without its words: two pages with the same parts look alike. */
export function partsOf(html) {
  const parts = new Set();
  for (const [, name, rest] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const told = [...rest.matchAll(/\s(class|type|role|aria-current|aria-invalid|open|hidden|enctype)(?:="([^"]*)")?/g)];
    parts.add([name, ...told.map(([, attribute, value]) => `${attribute}=${value ?? ""}`)].join(" "));
  }
  return parts;
}

function linksOf(html, base) {
  const found = [];
  for (const [, quoted] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
    const url = new URL(quoted.replaceAll("&amp;", "&").replaceAll("&#38;", "&"), base);
    if (url.origin !== new URL(base).origin) continue;
    found.push(url.pathname + url.search);
  }
  return found;
}

/**
 * Everything that whoever is signed in on `page` reaches from `starts` along links: path, kind, status, content type and text, each
 * address once, a few of a kind; and the links that lead nowhere.
 */
export async function crawl(page, starts = ["/"]) {
  const waiting = starts.map((path) => ({ path, from: "the start" }));
  const known = new Set(starts);
  const counts = new Map();
  const found = [];
  const dead = [];
  while (waiting.length > 0 && found.length < MOST) {
    const { path, from } = waiting.shift();
    const kind = kindOf(path);
    const sorts = sortsOf(kind);
    const wanted = sorts.some((it) => (counts.get(it) ?? 0) < (MANY[it] ?? (it.includes("?") ? EACH_ASKED : EACH)));
    if (!wanted || LEFT_OUT.some((it) => it.test(path))) continue;
    for (const it of sorts) counts.set(it, (counts.get(it) ?? 0) + 1);
    const answer = await page.request.get(path);
    const type = answer.headers()["content-type"] ?? "";
    const html = type.startsWith("text/html") ? await answer.text() : "";
    if (answer.status() !== 200) dead.push(`${answer.status()} ${path} (from ${from})`);
    found.push({ path, kind, type, html });
    for (const link of linksOf(html, answer.url())) {
      if (known.has(link)) continue;
      known.add(link);
      waiting.push({ path: link, from: path });
    }
  }
  assert.ok(found.length < MOST, "the walk does not end");
  return { found, dead };
}
