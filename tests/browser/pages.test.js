// Every kind of page, as everyone who may come: it answers, says everything in words, is light, has no barrier and no sideways scroll,
// in light and dark, on a phone and at a desk. Pages are found by following links, so a new page is looked at by itself.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { axe, fits, open, shot } from "./browser.js";
import { crawl, partsOf } from "./crawl.js";
import { serve } from "./server.js";
import { ANH, CHAU, DOAN, MINH, TRANG, signIn, signInByBadge } from "./who.js";

/** LOOK's budget of a page, compressed. */
const MOST_BYTES = 12 * 1024;

/** Pages that may be heavier, and why. */
const HEAVY = {
  "/documents/{}/changes/sheet": 48 * 1024, // papers: every article that changed, with its words before and after
  "/documents/{}/compare/{}/sheet": 48 * 1024,
  "/classes/{}/difficulty-table": 24 * 1024, // a paper: every difficulty of a class with its advice, forty on one sheet
};

/** And of a first visit, with the style sheet, the script and the mark. */
const MOST_AT_FIRST = 30 * 1024;
const MOST_REQUESTS = 4;

let server, browser;
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

/** LOOK: a page asks for one thing; all other buttons are quiet. */
async function oneButton(page) {
  const filled = page.locator("main").locator("button, a.button").and(page.locator(":not(.quiet, .danger, .link):visible"));
  const names = await filled.allInnerTexts();
  assert.ok(names.length <= 1, `${page.url()} has more than one filled button: ${names.join(", ")}`);
}

/** One look at a desk in light, one on a phone in the dark: whatever is wrong in either is told. */
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
    await tell(() => oneButton(page));
    await shot(page, `${name}-${screen}-${colorScheme}`);
  }
}

async function walk(page, who, starts = ["/"]) {
  const { found, dead } = await crawl(page, starts);
  const problems = [...dead];
  const looked = {};
  for (const { path, kind, type, html } of found) {
    if (!type.startsWith("text/html")) continue;
    const unsaid = html.match(/⟦[^⟧]*⟧/g);
    if (/<title>\s*·/.test(html)) problems.push(`${path} has no title`);
    if (unsaid) problems.push(`${path} lacks words: ${unsaid}`);
    const bytes = gzipSync(html).length;
    const shape = kind.split("?")[0];
    const most = HEAVY[shape] ?? MOST_BYTES;
    if (bytes > most) problems.push(`${path} has ${bytes} bytes compressed, more than ${most}`);
    if (!isNew(shape, html)) continue;
    await page.goto(path);
    looked[shape] = (looked[shape] ?? 0) + 1;
    await lookAt(page, `page-${who}-${shape.match(/[a-z]+/g)?.join("-") ?? "home"}-${looked[shape]}`, problems);
  }
  assert.ok(found.length > 3, "only the first page was found");
  assert.equal(problems.length, 0, problems.join("\n\n"));
}

async function as(email) {
  const page = await browser.desktop(server.url);
  await signIn(page, email);
  return page;
}

test("an organiser's pages", async () => walk(await as(TRANG), "organiser"));
test("an expert's pages", async () => walk(await as(CHAU), "expert"));
test("a sponsor's pages", async () => walk(await as(DOAN), "sponsor"));
test("an administrator's pages", async () => walk(await as(MINH), "administrator"));

test("a trainee's pages", async () => {
  const page = await browser.desktop(server.url);
  await signInByBadge(page, await as(TRANG), ANH);
  await walk(page, "trainee", ["/", new URL(page.url()).pathname]);
});

test("a guest's pages", async () => {
  const page = await browser.desktop(server.url);
  await walk(page, "guest", ["/", "/sign-in", "/answers", "/c/PT18", "/c/SL26", "/places"]);
});

test("a first visit is light", async () => {
  for (const path of ["/", "/sign-in", "/c/SL26", "/answers"]) {
    const page = await browser.phone(server.url, { javaScriptEnabled: true });
    const answers = [];
    page.on("response", (answer) => answers.push(answer));
    await page.goto(path, { waitUntil: "networkidle" });
    const sizes = await Promise.all(answers.map((it) => it.request().sizes()));
    const bytes = sizes.reduce((sum, it) => sum + it.responseBodySize + it.responseHeadersSize, 0);
    assert.ok(answers.length <= MOST_REQUESTS, `${path}: ${answers.length} requests`);
    assert.ok(bytes <= MOST_AT_FIRST, `${path}: ${bytes} bytes`);
  }
});

test("everything is said in English too", async () => {
  const page = await as(TRANG);
  await page.request.get("/language/en");
  const { found } = await crawl(page);
  assert.deepEqual(found.filter(({ html }) => html.includes("⟦")).map(({ path }) => path), []);
  assert.ok(found.some(({ html }) => html.includes('<html lang="en"')));
});
