// Those who look at Nguồn, each with a screen of their own.
//
//   const browser = await open();
//   const page = await browser.phone(server.url);             // a phone without JavaScript
//   const page = await browser.desktop(server.url, { dark: true });
//   const page = await browser.wall(server.url);              // the projector in the hall
//   await page.goto("/difficulties");
//   await axe(page);                                          // no barrier that axe knows of
//   await fits(page);                                         // nothing to scroll sideways for
//   await scan(page);                                         // what a camera reads from the QR code on it
//   await shot(page, "difficulties-phone");                   // target/pictures/difficulties-phone.png
//   await browser.close();                                    // fails if a page broke its own rules meanwhile

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";
import { target } from "./server.js";

const PICTURES = path.join(target, "pictures");

const PHONE =
  "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

const HERE = { locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", reducedMotion: "reduce" };

/** How long a page may take to show what is waited for, on a busy machine. */
const PATIENCE = 15_000;

// The contexts in which JavaScript is off.
const scriptless = new WeakSet();

/** Starts Chromium. `CHROMIUM` names another program than Debian's. */
export async function open() {
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const faults = [];

  // A page of a new context: its cookies are nobody else's. `options` are Playwright's, and `dark`.
  const page = async (url, screen, { dark = false, ...options }) => {
    const context = await chrome.newContext({
      ...HERE,
      baseURL: url,
      colorScheme: dark ? "dark" : "light",
      ...screen,
      ...options,
    });
    if ({ ...screen, ...options }.javaScriptEnabled === false) scriptless.add(context);
    context.on("weberror", (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error" && message.text().includes("Content Security Policy")) {
        faults.push(`${message.page()?.url()}: ${message.text()}`);
      }
    });
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  };

  return {
    /** A phone of the field: small, and JavaScript off unless `javaScriptEnabled: true`. */
    phone: (url, options = {}) =>
      page(
        url,
        {
          viewport: { width: 360, height: 780 },
          userAgent: PHONE,
          isMobile: true,
          hasTouch: true,
          javaScriptEnabled: false,
        },
        options,
      ),
    desktop: (url, options = {}) => page(url, { viewport: { width: 1280, height: 900 } }, options),
    wall: (url, options = {}) => page(url, { viewport: { width: 1920, height: 1080 } }, options),
    /** Closes all of it. Fails if any page threw an error or broke its content security policy. */
    close: async () => {
      await chrome.close();
      assert.deepEqual(faults, [], "pages broke");
    },
  };
}

// WCAG 2.2 asks for targets that a thumb can hit; axe has that off by itself.
const RULES = { "target-size": { enabled: true } };

const AXE = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Asserts that axe finds no barrier on the page as it is now: WCAG 2.2 A and AA, and its best practices. `rules` turns
 * single rules off, for one page and with a comment that says why: `{ "color-contrast": { enabled: false } }`.
 *
 * The devtools run axe, so the page's own content policy stays as it is. Where JavaScript is off, axe looks at a copy of
 * the page instead, with JavaScript on for axe alone; what someone typed is not in the copy.
 */
export async function axe(page, { rules = {} } = {}) {
  const found = scriptless.has(page.context()) ? await onCopy(page, rules) : await violations(page, rules);
  const words = found.map(
    ({ id, impact, help, nodes }) =>
      `${id} (${impact}): ${help}\n` + nodes.map((node) => `    ${node.target.join(" ")}  ${node.html}`).join("\n"),
  );
  assert.equal(found.length, 0, `axe on ${page.url()}:\n${words.join("\n")}`);
}

async function violations(page, rules) {
  const devtools = await page.context().newCDPSession(page);
  const options = { rules: { ...RULES, ...rules }, resultTypes: ["violations"] };
  const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", {
    expression: `${await AXE}; axe.run(document, ${JSON.stringify(options)}).then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
  });
  await devtools.detach();
  assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
  return JSON.parse(result.value);
}

async function onCopy(page, rules) {
  const url = page.url();
  const html = await page.content();
  const context = await page.context().browser().newContext({
    ...HERE,
    viewport: page.viewportSize(),
    colorScheme: (await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)) ? "dark" : "light",
    storageState: await page.context().storageState(),
  });
  try {
    const copy = await context.newPage();
    await copy.route(url, (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "content-security-policy": "script-src 'none'" },
        body: html,
      }),
    );
    await copy.goto(url);
    return await violations(copy, rules);
  } finally {
    await context.close();
  }
}

/** Asserts that the page is no wider than its screen. */
export async function fits(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const screen = page.viewportSize().width;
  assert.ok(width <= screen, `${page.url()} is ${width} pixels wide on a screen of ${screen}`);
}

/** What a camera reads from the QR code that the page shows. */
export async function scan(page) {
  const picture = await page.getByRole("img", { name: /QR/ }).screenshot();
  const context = await page.context().browser().newContext();
  try {
    const eye = await context.newPage();
    await eye.addScriptTag({ path: createRequire(import.meta.url).resolve("jsqr") });
    return await eye.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
      return jsQR(data, width, height)?.data;
    }, `data:image/png;base64,${picture.toString("base64")}`);
  } finally {
    await context.close();
  }
}

/** Keeps a picture of the whole page as target/pictures/NAME.png, and answers its path. */
export async function shot(page, name) {
  await mkdir(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true });
  return file;
}
