// A class with its people on phones of their own: where the walks through the hall begin.
//
//   const { trang, home, session, people } = await openClass(browser, server.url, "HT26");
//   await openClass(browser, server.url, "CU26", 100);        // the same, held a hundred days ago
//   await look(page, "hall-question");                         // axe in light and dark, no sideways scroll, a picture
//   await until(page, "Đã hiện trên mọi máy");                 // without a reload
//   await stays(page, "…");                                    // how often the page says it

import assert from "node:assert/strict";
import { axe, fits, shot } from "./browser.js";
import { TRANG, press, says, signIn } from "./who.js";

const here = (options) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", ...options });

/** The day so many days ago, as an input of that kind takes it. */
const dayAgo = (days) => here({ dateStyle: "short" }).format(new Date(Date.now() - days * 86_400_000));

/** The same day as a person writes it: 16/10/2018. */
export const writtenAgo = (days) => dayAgo(days).split("-").reverse().join("/");

const minute = here({ timeStyle: "short" }).format(new Date());
const BEGINS = minute < "23:30" ? minute : "23:30";

/** Who is called up, and by which commune. Invented. */
export const PEOPLE = {
  mo: { name: "Hà Thị Mơ", phone: "0912 346 601", place: "Xã Yên Lập" },
  binh: { name: "Trần Văn Bình", phone: "0912 346 602", place: "Xã Yên Lập" },
  lan: { name: "Đinh Thị Lan", phone: "0912 346 603", place: "Xã Yên Lập" },
  thang: { name: "Phùng Văn Thắng", phone: "0912 346 604", place: "Xã Yên Lập" },
  hoa: { name: "Lò Thị Hoa", phone: "0912 346 605", place: "Xã Long Cốc" },
  son: { name: "Sa Văn Sơn", phone: "0912 346 606", place: "Xã Long Cốc" },
};

/** Without JavaScript: the commune's Android phone of 2016, on which the page must work by reload. */
const PLAIN = ["son", "lan"];

/** The organiser opens a class of one session, two communes name three people each, and each comes in by the personal link. */
export async function openClass(browser, url, code, ago = 0) {
  const trang = await browser.desktop(url);
  await signIn(trang, TRANG);
  await trang.goto("/projects");
  await press(trang, /giai đoạn 2026–2030/);
  await press(trang, "Mở lớp");
  await trang.getByLabel("Tên lớp").fill("Lớp tập huấn cán bộ xã Yên Lập, Long Cốc");
  await trang.getByLabel("Mã lớp").fill(code);
  await trang.getByLabel("Tỉnh", { exact: true }).selectOption("Tỉnh Phú Thọ");
  await trang.getByLabel("Địa điểm").fill("Nhà văn hóa xã Yên Lập");
  for (const day of ["Ngày bắt đầu", "Ngày kết thúc"]) await trang.getByLabel(day).fill(dayAgo(ago));
  await press(trang, "Mở lớp");
  const home = new URL(trang.url()).pathname;

  await press(trang, "Lập chương trình");
  await trang.locator("input[name=day]").first().check();
  await trang.getByLabel("Từ giờ").fill(ago ? "07:30" : BEGINS);
  await trang.getByLabel("Đến giờ").fill(ago ? "11:00" : "23:59");
  await trang.getByLabel("Nội dung").fill("Thanh toán, quyết toán công trình xã làm chủ đầu tư");
  await press(trang, "Thêm buổi");

  await trang.goto(`${home}/seats`);
  const calls = {};
  for (const [find, place, count] of [["yen lap", "Xã Yên Lập", "4"], ["long coc", "Xã Long Cốc", "2"]]) {
    await trang.getByLabel("Tìm xã").fill(find);
    await press(trang, "Tìm");
    const line = trang.getByRole("listitem").filter({ hasText: place, hasNotText: "đến 30/06/2025" }).filter({ hasText: "Phú Thọ" });
    await line.getByLabel("Số suất").fill(count);
    await press(trang, "Thêm", line);
    const row = trang.getByRole("row").filter({ hasText: place });
    const call = await row.getByRole("link", { name: "Mở trang cử người" }).getAttribute("href");
    calls[place] = { call, place: (await row.innerHTML()).match(/n[0-9]{5}/)[0] };
  }
  // A call-up ends with the day before the class; who runs the class names people then.
  const namer = ago ? trang : await browser.phone(url);
  for (const { name, phone, place } of Object.values(PEOPLE)) {
    await namer.goto(ago ? `${home}/nominations/new?place=${calls[place].place}` : calls[place].call);
    await namer.getByLabel("Họ và tên").fill(name);
    await namer.getByLabel("Điện thoại").fill(phone);
    await press(namer, "Cử người này");
  }
  await trang.goto(home);
  await press(trang, "Bắt đầu lớp");

  await trang.goto(`${home}/links`);
  const people = {};
  for (const [key, { name }] of Object.entries(PEOPLE)) {
    const line = trang.getByRole("listitem").filter({ hasText: name });
    const link = new URL(await line.getByRole("link").getAttribute("href")).pathname;
    const page = await browser.phone(url, { javaScriptEnabled: !PLAIN.includes(key) });
    await page.goto(link);
    await press(page, "Tôi đồng ý, vào lớp");
    people[key] = page;
  }
  const answer = await trang.request.get(`${home}/discussion`);
  const session = (await answer.text()).match(/\/sessions\/[^/"]+(?=\/discussion)/)[0];
  return { trang, home, session, people };
}

/** A walk's own eye: no barrier in light or dark, no sideways scroll, and a picture called after the walk. */
export function eye(walk) {
  let pictures = 0;
  return async (page, name) => {
    await axe(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await axe(page);
    await page.emulateMedia({ colorScheme: "light" });
    await fits(page);
    pictures += 1;
    await shot(page, `${walk}-${String(pictures).padStart(2, "0")}-${name}`);
  };
}

/** Waits until the page says so, without a reload. */
export async function until(page, words) {
  const before = await marked(page);
  await page.locator("main").getByText(words).first().waitFor();
  assert.equal(await marked(page), before, "the page was loaded anew");
}

/** Waits until the page no longer says so. */
export const untilGone = (page, words) => page.locator("main").getByText(words).first().waitFor({ state: "detached" });

// A mark in the page's own memory, which a reload would lose.
async function marked(page) {
  return page.evaluate(() => (window.walked ??= Math.random()));
}

/** Asserts how often the page's main part says so. */
export async function times(page, words, count) {
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  assert.equal(text.split(words).length - 1, count, `${page.url()} says “${words}”:\n${text}`);
}

export { says };
