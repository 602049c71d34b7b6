// Every kind of page, as everyone who may come: it answers, says everything in words, is light, has no barrier and no sideways scroll,
// in light and dark, on a phone and at a desk. Pages are found by following links, so a new page is looked at by itself.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { axe, fits, open, shot } from "./browser.js";
import { crawl, partsOf } from "./crawl.js";
import { serve } from "./server.js";
import { CHAU, DOAN, MINH, TRANG, signIn } from "./who.js";

/** LOOK's budget of a page, compressed. */
const MOST_BYTES = 12 * 1024;

let server, browser, welcome;
before(async () => ([server, browser] = await Promise.all([serve(), open()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

// What the pages of a kind looked at so far are built of: a page that adds nothing to it is not looked at again.
const seen = new Map();

function isNew(kind, html) {
  const before = seen.get(kind) ?? seen.set(kind, new Set()).get(kind);
  const parts = [...partsOf(html)].filter((it) => !before.has(it));
  for (const part of parts) before.add(part);
  return parts.length > 0;
}

/** Everything that is wrong, not only the first. */
async function lookAt(page, name, problems) {
  const tell = async (what) => {
    try {
      await what();
    } catch (error) {
      problems.push(error.message);
    }
  };
  for (const [screen, viewport, colorScheme] of [
    ["desktop", { width: 1280, height: 900 }, "light"],
    ["phone", { width: 360, height: 780 }, "dark"],
  ]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await tell(() => axe(page));
    await tell(() => fits(page));
    await shot(page, `${name}-${screen}-${colorScheme}`);
  }
  // Once by each light: colours do not depend on the width, except where a table becomes a list.
}

async function walk(page, who, starts) {
  const { found, dead } = await crawl(page, starts);
  const problems = [...dead];
  let looked = 0;
  for (const { path, kind, type, html } of found) {
    if (!type.startsWith("text/html")) continue;
    const unsaid = html.match(/⟦[^⟧]*⟧/g);
    if (unsaid) problems.push(`${path} lacks words: ${unsaid}`);
    const bytes = gzipSync(html).length;
    if (bytes > MOST_BYTES) problems.push(`${path} has ${bytes} bytes compressed, more than ${MOST_BYTES}`);
    if (!isNew(kind, html)) continue;
    await page.goto(path);
    looked += 1;
    await lookAt(page, `page-${who}-${String(looked).padStart(2, "0")}${kind.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`, problems);
  }
  assert.ok(found.length > 3, "only the first page was found");
  assert.deepEqual(problems, [], problems.join("\n\n"));
  return found;
}

async function as(email) {
  const page = await browser.desktop(server.url);
  await signIn(page, email);
  return page;
}

test("an organiser's pages", async () => {
  const found = await walk(await as(TRANG), "organiser", ["/"]);
  welcome = found.find((it) => it.kind === "/welcome/{}")?.path;
});
test("an expert's pages", async () => walk(await as(CHAU), "expert", ["/"]));
test("a sponsor's pages", async () => walk(await as(DOAN), "sponsor", ["/"]));
test("an administrator's pages", async () => walk(await as(MINH), "administrator", ["/"]));

test("a guest's pages", async () => walk(await browser.desktop(server.url), "guest", ["/", "/sign-in", "/answers", "/c/PT18", "/c/SL26"]));

test("a trainee's pages", async () => {
  assert.ok(welcome, "the organiser has personal links");
  const page = await browser.desktop(server.url);
  await page.goto(welcome);
  await page.locator("main form").getByRole("button").first().click();
  await walk(page, "trainee", ["/", new URL(page.url()).pathname]);
});
