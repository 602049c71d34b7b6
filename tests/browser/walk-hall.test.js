// The hall of a class, as STORY tells it: the discussion, the groups and the wall, on phones that follow each other without a reload,
// and on one that has no JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./browser.js";
import { PEOPLE, classToday, eye, times, until, untilGone } from "./hall.js";
import { serve } from "./server.js";
import { press, says } from "./who.js";

const QUESTION = "Công trình dưới 1 tỷ đồng, xã anh/chị đang vướng nhất ở khâu nào?";
const OPINION = "Khối lượng phát sinh ngoài dự toán, kho bạc huyện yêu cầu điều chỉnh hợp đồng mới cho thanh toán";
const PLAIN_OPINION = "Biên bản nghiệm thu phải ký đến bảy bên, xã chờ cả tháng";
const POLL = "Xã anh/chị chọn cách nào cho công trình quy mô nhỏ?";
const [SELF, BID, COMMUNITY] = ["Xã tự làm, dân góp công", "Chỉ định thầu", "Giao cộng đồng thi công"];

const look = eye("hall");
let server, browser;
let trang, home, session, mo, binh, lan, thang, hoa, son;

before(async () => {
  [server, browser] = await Promise.all([serve(), open()]);
  let people;
  ({ trang, home, session, people } = await classToday(browser, server.url, "HT26"));
  ({ mo, binh, lan, thang, hoa, son } = people);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("8: the organiser's question is on every phone, and what one says the others see", async () => {
  for (const page of [mo, hoa, son]) await page.goto(`${session}/discussion`);
  await says(mo, "Chưa có ý kiến nào");
  await trang.goto(`${home}/discussion`);
  await look(trang, "class-nothing-said");
  await trang.goto(`${session}/discussion`);
  await trang.getByText("Đặt câu hỏi cho cả hội trường").click();
  await press(trang, "Đặt câu hỏi");
  await says(trang, "Hãy viết câu hỏi");
  await look(trang, "question-with-an-error");
  await trang.getByLabel("Câu hỏi", { exact: true }).fill(QUESTION);
  await press(trang, "Đặt câu hỏi");
  await says(trang, "Câu hỏi đã hiện trên mọi máy", QUESTION);
  await look(trang, "question");

  await until(mo, QUESTION);
  await mo.getByLabel("Ý kiến của anh/chị").fill(OPINION);
  await look(mo, "opinion-written");
  await press(mo, "Gửi ý kiến");
  await says(mo, "Đã gửi ý kiến", OPINION);
  await until(hoa, OPINION);
  await until(trang, OPINION);
  await times(hoa, OPINION, 1);
  await look(hoa, "opinion-seen");

  // No JavaScript: the same by reload.
  await son.reload();
  await says(son, QUESTION, OPINION, PEOPLE.mo.name);
  await son.getByLabel("Ý kiến của anh/chị").fill(PLAIN_OPINION);
  await son.getByLabel("Không hiện tên và xã của tôi").check();
  await press(son, "Gửi ý kiến");
  await says(son, PLAIN_OPINION);
  await look(son, "opinion-without-script");
  await until(mo, PLAIN_OPINION);
  assert.ok(!(await mo.locator("main").innerText()).includes(PEOPLE.son.name), "who hides the name is not named to the others");
  await until(trang, new RegExp(PEOPLE.son.name));
});

test("8: a quick poll, with its bars on every phone", async () => {
  await trang.goto(`${session}/discussion`);
  await trang.getByText("Đặt câu hỏi cho cả hội trường").click();
  await trang.getByLabel("Câu hỏi", { exact: true }).fill(POLL);
  await trang.getByLabel("Các phương án để chọn").fill(`${SELF}\n${SELF}`);
  await press(trang, "Đặt câu hỏi");
  await says(trang, "Có hai phương án giống nhau");
  await trang.getByLabel("Các phương án để chọn").fill(`${SELF}\n${BID}\n${COMMUNITY}`);
  await press(trang, "Đặt câu hỏi");
  await until(mo, POLL);
  await look(mo, "poll");
  await press(mo, SELF);
  await says(mo, "Đã ghi lựa chọn", `Anh/chị đã chọn: ${SELF}`, `“${SELF}” được 1 trên 1 người chọn`);
  await son.reload();
  await press(son, COMMUNITY);
  await until(mo, /ngang nhau/);
  await hoa.goto(`${session}/discussion`);
  await press(hoa, SELF);
  await until(mo, new RegExp(`“${SELF}” được 2 trên 3`));
  // Whoever changes their mind is counted once.
  await press(son, SELF);
  await until(mo, new RegExp(`“${SELF}” được 3 trên 3`));
  assert.equal(await mo.locator("table.bars tr").filter({ hasText: SELF }).locator(".num").innerText(), "3");
  await until(trang, new RegExp(`“${SELF}” được 3 trên 3`));
  await look(mo, "poll-voted");
  await look(trang, "poll-of-the-organiser");
  await press(trang, "Đóng câu hỏi");
  await says(trang, "Đã đóng câu hỏi");
  await untilGone(mo, "đang hỏi cả hội trường");
  await until(mo, POLL);
});

test("8: an opinion becomes a difficulty", async () => {
  await mo.goto(`${session}/discussion`);
  await press(mo, "Nêu thành vướng mắc", mo.getByRole("listitem").filter({ hasText: OPINION }));
  assert.equal(await mo.getByLabel("Vướng mắc là gì?").inputValue(), OPINION);
  await mo.getByLabel("Lĩnh vực").selectOption({ label: "Thanh toán, quyết toán" }).catch(() => mo.getByLabel("Lĩnh vực").selectOption({ index: 1 }));
  await look(mo, "difficulty-out-of-an-opinion");
  await press(mo, "Gửi vướng mắc");
  await says(mo, OPINION.slice(0, 60));
  await until(hoa, "Đã thành vướng mắc HT26-01");
  await press(hoa, "Đã thành vướng mắc HT26-01");
  await says(hoa, OPINION.slice(0, 60));
});

test("6: what is not clear in a document of the session", async () => {
  await trang.goto(`${home}/sessions`);
  await press(trang, "Sửa");
  const choice = await trang.locator("#document option").filter({ hasText: "27/2022/NĐ-CP" }).first().getAttribute("value");
  await trang.getByLabel("Hoặc văn bản có trong hệ thống").selectOption(choice);
  await press(trang, "Thêm tài liệu");
  await mo.goto(`${session}/discussion`);
  await press(mo, /27\/2022/);
  await says(mo, "chỗ nào anh/chị chưa rõ?", "Chưa ai đánh dấu");
  await look(mo, "reading");
  await press(mo, "Tôi chưa rõ", mo.locator("section li").first());
  await says(mo, "Đã đánh dấu", "1 người chưa rõ");
  await mo.getByLabel("Chưa rõ điều gì?").first().fill("Vốn sự nghiệp có được lồng ghép như vốn đầu tư không?");
  await press(mo, "Ghi lại");
  const address = new URL(mo.url()).pathname;
  await look(mo, "unclear");

  await trang.goto(address);
  await says(trang, "học viên chưa rõ chỗ nào?", "Vốn sự nghiệp có được lồng ghép");
  await son.goto(address);
  await press(son, "Tôi chưa rõ", son.locator("section li").first());
  await says(son, "2 người chưa rõ");
  assert.ok(!(await son.locator("main").innerText()).includes("Vốn sự nghiệp có được lồng ghép"), "a note is for those who teach");
  await until(trang, /2 người chưa rõ/);
  await look(trang, "unclear-of-the-organiser");
  await press(trang, "Hỏi hội trường");
  await says(trang, "27/2022");
});
