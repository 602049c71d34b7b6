// What a class leaves behind, as STORY tells it: practices with photos, plans that are asked after, the evaluation that nobody can
// trace, core cadres, the news item, and who watches over all. The class was held a hundred days ago.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { open } from "./browser.js";
import { PEOPLE, eye, openClass, writtenAgo } from "./hall.js";
import { serve } from "./server.js";
import { DOAN, press, says, signIn } from "./who.js";

const WAY = "Thôn tự quản 1,2 km mương, mỗi hộ góp hai công một vụ";
const STEP = "Đo lại khối lượng 40 m mương khu Tân An";
const HELD = 100;

const look = eye("after");
let server, browser;
let trang, home, people, practice, plan;

before(async () => {
  [server, browser] = await Promise.all([serve(), open()]);
  ({ trang, home, people } = await openClass(browser, server.url, "SL98", HELD));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A photo of 2400 × 1800 as a phone makes it: with the place and the camera in its EXIF. */
async function photo() {
  const page = await browser.desktop(server.url);
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const on = canvas.getContext("2d");
    for (let at = 0; at < 4000; at += 1) {
      on.fillStyle = `hsl(${(at * 47) % 360} 60% 50%)`;
      on.fillRect((at * 131) % 2400, (at * 197) % 1800, 90, 60);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  });
  const jpeg = Buffer.from(base64, "base64");
  // TIFF, one directory: the camera's maker, and where the GPS directory is, which says 21° north.
  const tiff = Buffer.alloc(90);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  const entry = (at, tag, type, count, value) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x010f, 2, 10, 38);
  entry(22, 0x8825, 4, 1, 48);
  tiff.write("Maymo 2018", 38, "latin1");
  tiff.writeUInt16LE(1, 48);
  entry(50, 0x0001, 2, 2, 0x4e);
  const payload = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

test("9: a practice with its figures and a photo, which keeps no trace of where it was taken", async () => {
  const { mo, son, hoa } = people;
  await mo.goto(`${home}/practices`);
  await look(mo, "practices-none");
  await press(mo, "Kể một cách làm");
  await press(mo, "Lưu, rồi thêm ảnh");
  await look(mo, "practice-with-an-error");
  await mo.getByLabel("Tên cách làm").fill(WAY);
  await mo.getByLabel("Trước đây thế nào?").fill("Mương bồi lấp, cuối nguồn mỗi vụ mất nước 20 ngày.");
  await mo.getByLabel("Nay thế nào?").fill("Nước về cuối nguồn cả vụ, không phải xin tiền duy tu.");
  await mo.getByText("Kết quả bằng số").click();
  await mo.getByLabel("Việc đếm 1").fill("Hộ đủ nước cả vụ");
  await mo.locator("#was-1").fill("12");
  await mo.locator("[name=figure_after]").first().fill("46");
  await mo.locator("[name=figure_unit]").first().fill("hộ");
  await press(mo, "Lưu, rồi thêm ảnh");
  await look(mo, "photos-none");

  const taken = await photo();
  assert.ok(taken.includes("Exif") && taken.includes("Maymo 2018"));
  await mo.getByLabel("Chọn ảnh").setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg/>") });
  await press(mo, "Tải ảnh lên");
  await says(mo, "không phải ảnh JPEG, PNG hay WebP");
  // As it comes from a phone without JavaScript: whole, with all that the camera wrote.
  const form = await mo.locator("form[enctype]").evaluate((it) => ({ to: it.action, deed: it.elements.deed.value }));
  const sent = await mo.request.post(form.to, {
    headers: { origin: server.url },
    multipart: { deed: form.deed, moment: "after", caption: "Mương sau khi nạo vét", photos: { name: "IMG_2018.jpg", mimeType: "image/jpeg", buffer: taken } },
  });
  assert.equal(sent.status(), 200);
  practice = new URL(mo.url()).pathname.replace(/\/photos$/, "");
  await mo.goto(`${practice}/photos`);
  await says(mo, "1 ảnh đã có");
  await look(mo, "photos");
  await mo.goto(practice);
  await says(mo, WAY, "Bản nháp", "Hộ đủ nước cả vụ", "46", "Mương sau khi nạo vét");
  await look(mo, "practice-draft");
  const address = await mo.locator(".photos a").first().getAttribute("href");
  const kept = await mo.request.get(address);
  const bytes = await kept.body();
  assert.equal(kept.headers()["content-type"], "image/jpeg");
  for (const trace of ["Exif", "Maymo", "GPS"]) assert.ok(!bytes.includes(trace), `the photo still says ${trace}`);
  assert.ok(bytes.length < taken.length * 0.75, `${bytes.length} of ${taken.length} bytes`);
  // And as it goes from one that has it: made smaller before it is sent.
  await mo.goto(`${practice}/photos`);
  await mo.getByLabel("Chọn ảnh").setInputFiles({ name: "IMG_2018.jpg", mimeType: "image/jpeg", buffer: taken });
  await mo.waitForFunction(() => !document.querySelector("form[enctype] button").disabled);
  const going = await mo.getByLabel("Chọn ảnh").evaluate((it) => ({ size: it.files[0].size, name: it.files[0].name }));
  assert.ok(going.size < taken.length * 0.75, `${going.size} of ${taken.length} bytes are sent`);
  await mo.goto(practice);
  const small = await (await mo.request.get(await mo.locator(".photos img").first().getAttribute("src"))).body();
  assert.ok(small.length < bytes.length);

  // Nobody else sees a draft, nor its photo.
  assert.equal((await hoa.goto(practice)).status(), 404);
  assert.equal((await hoa.request.get(address)).status(), 404);
  await trang.goto(practice);
  await press(trang, "Giới thiệu với lớp");
  await press(trang, "Phổ biến cho mọi địa phương");
  await says(trang, "Mọi địa phương đã xem được bài này");
  await look(trang, "practice-released");

  await son.goto("/practices");
  await says(son, WAY);
  await look(son, "gallery");
  await press(son, WAY);
  await son.locator("#adopt").getByRole("radio", { name: "Đang làm" }).check();
  await son.getByLabel("Làm theo thế nào").fill("Xã Long Cốc làm trước ở khu Cạn, 300 m.");
  await press(son, "Làm theo", son.locator("#adopt"));
  await says(son, "Đã ghi nơi làm theo", "1 nơi khác đã làm theo", /Long Cốc/);
  await look(son, "adopted");
});

test("13: a plan, its step that is overdue, and the evidence of progress", async () => {
  const { mo } = people;
  await mo.goto(`${home}/plans`);
  await look(mo, "plans-none");
  await press(mo, "Soạn kế hoạch của xã");
  await mo.getByRole("radio", { name: /Ngắn hạn/ }).check();
  await look(mo, "plan-form");
  await press(mo, "Lưu, rồi thêm việc");
  plan = new URL(mo.url()).pathname;
  for (const [text, due] of [[STEP, 20], ["Niêm yết danh sách hộ góp công ở nhà văn hóa khu", -60]]) {
    await mo.goto(`${plan}/steps/new`);
    await mo.getByLabel("Việc phải làm").fill(text);
    await press(mo, "Lưu việc");
    await says(mo, "Hãy ghi kết quả cần đạt");
    await mo.getByLabel("Kết quả cần đạt").fill("Có biên bản, đủ chữ ký ba bên");
    await mo.locator("#starts_on").fill(writtenAgo(60));
    await mo.locator("#due_on").fill(writtenAgo(due));
    await mo.getByLabel("Người phụ trách khác").fill("Trưởng khu Tân An");
    await press(mo, "Lưu việc");
    await says(mo, "Đã thêm việc", text);
  }
  await look(mo, "plan-draft");
  await press(mo, "Trình bày trước lớp");
  await says(mo, "Đã trình bày", "1 việc quá hạn");
  assert.ok((await mo.locator("figure.picture svg").count()) > 0, "the timeline is drawn");
  await mo.goto("/");
  await says(mo, STEP, "Quá hạn");
  await look(mo, "work-overdue");
  await mo.getByRole("listitem").filter({ hasText: STEP }).getByRole("link").last().click();
  await mo.getByRole("radio", { name: "Đang làm" }).check();
  await mo.getByLabel("Đã làm được gì, còn vướng gì?").fill("Đã đo xong, chờ huyện ký.");
  await mo.getByLabel("Đường dẫn đến văn bản, trang tin").fill("bien-ban.pdf");
  await press(mo, "Gửi báo cáo");
  await says(mo, "Đường dẫn bắt đầu bằng http");
  await mo.getByLabel("Đường dẫn đến văn bản, trang tin").fill("https://yenlap.example/bien-ban.pdf");
  await press(mo, "Gửi báo cáo");
  await says(mo, "Đã ghi báo cáo", "Đã đo xong, chờ huyện ký.", "Xem minh chứng");
  await look(mo, "plan");
});

test("13: three months later the place is asked, and the class's results show it", async () => {
  const { mo, hoa } = people;
  await trang.goto(`${home}/follow-ups`);
  await look(trang, "rounds");
  await press(trang, "Mở kỳ 3 tháng");
  await says(trang, "Đã mở kỳ theo dõi");
  await mo.goto("/");
  await press(mo, /Trả lời/, mo.getByRole("listitem").filter({ hasText: "SL98" }));
  await look(mo, "round-answer");
  await mo.getByRole("group", { name: new RegExp(STEP) }).getByRole("radio", { name: "Xong", exact: true }).check();
  await press(mo, "Gửi trả lời");
  await says(mo, "Hãy chọn mức thay đổi");
  await mo.getByRole("radio", { name: "Có thay đổi" }).check();
  await press(mo, "Gửi trả lời");
  await says(mo, "Đã nhận trả lời");
  await trang.goto(`${home}/results`);
  await says(trang, /1 (việc )?(đã )?xong|1 trên 2 việc/);
  await look(trang, "results");
  assert.equal((await hoa.goto(`${plan}/edit`)).status(), 403);
});

test("11: the evaluation: five of six answer, and nobody can tell who said what", async () => {
  await trang.goto(`${home}/evaluation`);
  await look(trang, "evaluation-none");
  await press(trang, "Mở đánh giá lớp");
  const phones = Object.values(people).slice(0, 5);
  for (const [at, page] of phones.entries()) {
    await page.goto(`${home}/evaluation`);
    if (at === 0) {
      await look(page, "evaluation-sheet");
      await press(page, "Gửi phiếu đánh giá");
      await says(page, "Hãy chọn một mức từ 1 đến 5");
      await look(page, "evaluation-with-errors");
    }
    for (const row of await page.locator("fieldset .five").all()) await row.locator(`input[value="${at === 4 ? 3 : 5}"]`).check();
    await page.getByLabel("Trong 30 ngày tới tôi sẽ làm gì?").fill(`Họp thôn, việc thứ ${"EDCBA"[at]}`);
    await press(page, "Gửi phiếu đánh giá");
    await says(page, "Đã nhận phiếu của anh/chị");
    await page.goto(`${home}/evaluation`);
    await says(page, "Anh/chị đã gửi phiếu");
  }
  await trang.goto(`${home}/evaluation/results`);
  await says(trang, "Chưa có kết quả");
  await trang.goto(`${home}/evaluation`);
  await says(trang, "đã có ít nhất 5 phiếu");
  await trang.getByText("Đóng đánh giá và xem kết quả").click();
  await press(trang, "Đóng đánh giá");
  await trang.goto(`${home}/evaluation/results`);
  await says(trang, "Câu nào cũng được 4,6/5", "5 phiếu, lớp 6 học viên", "5 việc học viên định làm trong 30 ngày tới", /thứ A.*thứ B.*thứ C/);
  for (const { name } of Object.values(PEOPLE)) assert.ok(!(await trang.content()).includes(name), name);
  await look(trang, "evaluation-results");
  await people.hoa.goto(`${home}/evaluation/results`);
  await look(people.hoa, "evaluation-results-phone");
});

test("a trainee becomes a core cadre, and stands in the tree", async () => {
  await trang.goto(`${home}/cadres`);
  await look(trang, "cadres-of-the-class");
  await press(trang, "Đề cử", trang.getByRole("row").filter({ hasText: PEOPLE.mo.name }));
  await press(trang, "Đề cử làm cán bộ nguồn");
  await look(trang, "cadre-with-errors");
  await trang.getByLabel("Vì sao đề cử?").fill("Nắm chắc phần duy tu, đã giúp hai thôn lập hồ sơ.");
  await trang.getByRole("checkbox").first().check();
  await press(trang, "Đề cử làm cán bộ nguồn");
  await says(trang, "Đã ghi đề cử");
  await trang.goto(`${home}/cadres`);
  await says(trang, PEOPLE.mo.name, "Đã đề cử");
  await press(trang, "Cán bộ nguồn của cả dự án");
  await says(trang, PEOPLE.mo.name);
  assert.ok((await trang.locator("figure.picture svg").count()) > 0, "the tree is drawn");
  await look(trang, "cadres-tree");
});

test("15: the news item is drafted from the class, released, and read by everyone without personal data", async () => {
  await trang.goto(`${home}/news`);
  await look(trang, "news-draft");
  const lead = trang.getByLabel("Mở đầu");
  const drafted = await lead.inputValue();
  await lead.fill(`${drafted} Liên hệ 0912 346 601.`);
  await press(trang, "Lưu và xem trước");
  await says(trang, "Có số điện thoại 0912 346 601");
  assert.equal(await trang.getByRole("button", { name: "Phát hành bản tin" }).count(), 0);
  const guest = await browser.phone(server.url);
  assert.equal((await guest.goto("/news/SL98")).status(), 404);
  await trang.goto(`${home}/news`);
  await trang.getByLabel("Mở đầu").fill(drafted);
  await press(trang, "Lưu và xem trước");
  await look(trang, "news-preview");
  await press(trang, "Phát hành bản tin");
  await says(trang, "Đã phát hành bản tin");
  assert.equal((await guest.goto("/news/SL98")).status(), 200);
  await says(guest, WAY, "Đã có 1 địa phương làm theo", "1 kế hoạch ngắn hạn");
  await look(guest, "news");
  const html = await guest.content();
  for (const { name, phone } of Object.values(PEOPLE)) for (const it of [name, phone]) assert.ok(!html.includes(it), it);
  for (const it of ["og:title", "og:description", "og:url", "og:type"]) assert.ok((await guest.locator(`meta[property="${it}"]`).getAttribute("content")).length > 3, it);
  assert.equal(JSON.parse(await guest.locator('script[type="application/ld+json"]').textContent())["@type"], "NewsArticle");
  await guest.goto("/news");
  await press(guest, await trang.locator("article h1").innerText());
});

test("1: the sponsor opens a figure to the rows it counts, takes the table away, and sees both maps", async () => {
  const doan = await browser.desktop(server.url);
  await signIn(doan, DOAN);
  for (const page of [trang, doan]) {
    await page.goto("/overview");
    await look(page, "overview");
    const figure = page.locator("dl.figures > div").filter({ hasText: "lớp trên hệ thống" });
    const count = Number(await figure.locator("dd").innerText());
    await figure.getByRole("link").click();
    assert.equal(await page.locator("table.data tbody tr").count(), count, "the figure is the number of its rows");
    await look(page, "overview-rows");
    const rows = await page.locator("table.data tbody tr th").allInnerTexts();
    const csv = await (await page.request.get(await page.getByRole("link", { name: "Tải CSV" }).getAttribute("href"))).text();
    assert.equal(csv.trim().split(/\r?\n/).length, count + 1);
    const folder = await mkdtemp(path.join(tmpdir(), "nguon-sheet-"));
    const file = path.join(folder, "lop.xlsx");
    await writeFile(file, await (await page.request.get(await page.getByRole("link", { name: "Tải bảng Excel" }).getAttribute("href"))).body());
    const inside = execFileSync("unzip", ["-p", file, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 24 });
    await rm(folder, { recursive: true });
    for (const it of rows) assert.ok(inside.includes(it), it);
    await page.goto("/overview");
    await press(page, "Bản đồ đến 30/6/2025");
    await says(page, "lớp trên hệ thống");
    assert.equal(await page.locator("nav.tabs [aria-current]").innerText(), "Bản đồ đến 30/6/2025");
  }
  await look(doan, "overview-old-map");
});
