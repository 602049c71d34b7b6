// The hall of a class, as STORY tells it: the discussion, the groups and the wall, on phones that follow each other without a reload,
// and on one that has no JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./browser.js";
import { PEOPLE, openClass, eye, times, until, untilGone } from "./hall.js";
import { serve } from "./server.js";
import { press, says } from "./who.js";

const QUESTION = "Công trình dưới 1 tỷ đồng, xã anh/chị đang vướng nhất ở khâu nào?";
const OPINION = "Khối lượng phát sinh ngoài dự toán, kho bạc huyện yêu cầu điều chỉnh hợp đồng mới cho thanh toán";
const PLAIN_OPINION = "Biên bản nghiệm thu phải ký đến bảy bên, xã chờ cả tháng";
const POLL = "Xã anh/chị chọn cách nào cho công trình quy mô nhỏ?";
const [SELF, BID, COMMUNITY] = ["Xã tự làm, dân góp công", "Chỉ định thầu", "Giao cộng đồng thi công"];

const STORY = "Khu 4 tự làm 350 m đường bê tông, xã chỉ cấp xi măng";
const HEAVY = "Xã không có người biết lập hồ sơ hoàn công";
const LIGHT = "Chậm có mẫu biên bản giao nhận vật liệu";
const TRY = "Tháng tới xã Yên Lập mượn cán bộ huyện hướng dẫn lập hồ sơ hoàn công";
const SUMMARY = "Nhóm thấy nặng nhất là hồ sơ hoàn công. Xã Yên Lập làm trước một công trình, mời xã Long Cốc sang xem.";

const look = eye("hall");
let server, browser;
let trang, wall, home, session, board, mo, binh, lan, thang, hoa, son;

before(async () => {
  [server, browser] = await Promise.all([serve(), open()]);
  let people;
  ({ trang, home, session, people } = await openClass(browser, server.url, "HT26"));
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
  await says(mo, "Đã ghi lựa chọn", `Anh/chị đã chọn: ${SELF}`, `“${SELF}”, 1 trên 1 người chọn`);
  await son.reload();
  await press(son, COMMUNITY);
  await until(mo, /ngang nhau/);
  await hoa.goto(`${session}/discussion`);
  await press(hoa, SELF);
  await until(mo, new RegExp(`“${SELF}”, 2 trên 3`));
  // Whoever changes their mind is counted once.
  await press(son, SELF);
  await until(mo, new RegExp(`“${SELF}”, 3 trên 3`));
  assert.equal(await mo.locator("table.bars tr").filter({ hasText: SELF }).locator(".num").innerText(), "3");
  await until(trang, new RegExp(`“${SELF}”, 3 trên 3`));
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
  await mo.getByLabel("Lĩnh vực").selectOption({ label: "Thanh toán, quyết toán" });
  await look(mo, "difficulty-out-of-an-opinion");
  await press(mo, "Gửi vướng mắc");
  const anyway = mo.getByRole("button", { name: "Không, gửi vướng mắc của tôi" });
  if (await anyway.count()) await press(mo, "Không, gửi vướng mắc của tôi");
  await says(mo, "Đã gửi vướng mắc", OPINION.slice(0, 60));
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
  assert.match(await trang.getByLabel("Câu hỏi", { exact: true }).inputValue(), /Điều 9 Nghị định 27\/2022.*chưa rõ ở chỗ nào/);
  await press(trang, "Đặt câu hỏi");
  await mo.goto(`${session}/discussion`);
  await says(mo, "đang hỏi cả hội trường", /Điều 9 Nghị định 27\/2022.*chưa rõ ở chỗ nào/);
});

/** One line more on the board that is open on `page`. */
async function writes(page, section, text) {
  await page.getByRole("radio", { name: section, exact: true }).check();
  await page.getByLabel("Nội dung").fill(text);
  await press(page, "Ghi lên bảng");
  await says(page, "Đã ghi lên bảng", text);
}

const lineOf = (page, text) => page.locator("#board").getByRole("listitem").filter({ hasText: text });

test("8: two phones write on the board of a group at once, and no line is lost", async () => {
  await trang.goto(`${home}/boards`);
  await says(trang, "Lớp chưa chia nhóm");
  await look(trang, "boards-none");
  await press(trang, "Chia nhóm");
  await press(trang, "Chia theo cụm");
  await says(trang, "2 nhóm, ai cũng đã có nhóm");

  await mo.goto(`${home}/boards`);
  await look(mo, "boards");
  await press(mo, "Vào bảng nhóm tôi");
  board = new URL(mo.url()).pathname;
  await look(mo, "board-empty");
  for (const page of [binh, lan]) await page.goto(board);
  await Promise.all([writes(mo, "Câu chuyện", STORY), writes(binh, "Vướng mắc", LIGHT)]);
  await Promise.all([writes(mo, "Vướng mắc", HEAVY), writes(binh, "Sẽ làm thử", TRY)]);
  for (const page of [mo, binh]) for (const line of [STORY, LIGHT, HEAVY, TRY]) await until(page, line);
  await lan.reload();
  await says(lan, STORY, LIGHT, HEAVY, TRY);

  // What more people find heavy stands first.
  for (const page of [mo, binh, lan]) await press(page, "Tôi thấy nặng", lineOf(page, HEAVY));
  await press(mo, "Tôi thấy nặng", lineOf(mo, LIGHT));
  await says(mo, new RegExp(`${HEAVY}.*3 người thấy nặng.*${LIGHT}.*1 người thấy nặng`));
  await look(mo, "board");

  // The other group does not write here.
  await hoa.goto(board);
  await says(hoa, HEAVY);
  assert.equal(await hoa.getByRole("button", { name: "Ghi lên bảng" }).count(), 0);
});

test("8: one line changed by two at once is for the group to settle", async () => {
  const [one, other] = [`${LIGHT}, mỗi nơi một kiểu`, `${LIGHT}; huyện hẹn gửi mà chưa có`];
  for (const page of [mo, binh]) {
    await page.goto(board);
    await press(page, `Sửa dòng: ${LIGHT}`);
  }
  await look(mo, "board-line");
  await mo.getByLabel("Vướng mắc").fill(one);
  await binh.getByLabel("Vướng mắc").fill(other);
  await press(mo, "Lưu");
  await says(mo, "Đã sửa dòng", one);
  await press(binh, "Lưu");
  await says(binh, "Có người vừa sửa dòng này trước anh/chị", one, other);
  await look(binh, "board-apart");
  await until(mo, "Hai người cùng sửa dòng này. Nhóm giữ bản nào?");
  await trang.goto(`${home}/boards`);
  await says(trang, "1 dòng chờ nhóm chọn");
  await lan.reload();
  await press(lan, "Giữ bản dưới");
  await says(lan, "Đã chọn xong", other);
  await untilGone(mo, "Hai người cùng sửa dòng này");
  await until(mo, other);
  await times(mo, LIGHT, 1);
});

test("9: the rapporteur presents, and the result is kept", async () => {
  await binh.goto(board);
  const ofMo = binh.locator("#rapporteur option").filter({ hasText: PEOPLE.mo.name });
  await binh.getByLabel("Ai trình bày thay mặt nhóm?").selectOption(await ofMo.getAttribute("value"));
  await press(binh, "Chọn báo cáo viên");
  await says(binh, `Báo cáo viên: ${PEOPLE.mo.name}`);
  await mo.goto(board);
  await press(mo, "Trình bày kết quả nhóm");
  await press(mo, "Trình bày");
  await says(mo, "Xin viết kết quả của nhóm");
  await mo.getByLabel("Kết quả của nhóm trong một đoạn").fill(SUMMARY);
  await look(mo, "presenting");
  await press(mo, "Trình bày");
  await says(mo, "Nhóm đã trình bày", SUMMARY, HEAVY);
  await look(mo, "presented");
  await until(binh, SUMMARY);
  assert.equal(await binh.getByRole("button", { name: "Ghi lên bảng" }).count(), 1, "what is being typed is not taken away");
  await binh.getByLabel("Nội dung").fill("Viết muộn");
  await press(binh, "Ghi lên bảng");
  await says(binh, "Nhóm đã trình bày, bảng không sửa được nữa", "Viết muộn");
  await hoa.goto(`${home}/boards`);
  await says(hoa, "Đã trình bày", SUMMARY);
});

/** The remote's button called so, and the heading that the wall shows after it. */
async function shows(button, ...words) {
  await press(trang, button);
  for (const it of words) await until(wall, it);
}

test("10: the wall follows what the organiser chooses, and the keys", async () => {
  await mo.goto(`${home}/practices/new?kind=practice`);
  await mo.getByLabel("Tên cách làm").fill(STORY);
  await mo.getByLabel("Trước đây thế nào?").fill("Đường đất, mùa mưa lội bùn, xe chở lúa không vào được.");
  await press(mo, "Lưu, rồi thêm ảnh");
  await press(mo, "Xong, xem bài");
  await trang.goto(new URL(mo.url()).pathname);
  await press(trang, "Giới thiệu với lớp");

  wall = await browser.wall(server.url, { storageState: await trang.context().storageState() });
  await wall.goto(`${home}/wall`);
  await until(wall, "Lớp tập huấn cán bộ xã Yên Lập, Long Cốc");
  await look(wall, "wall-name");
  await trang.goto(`${home}/wall/control`);
  await says(trang, "Đang chiếu: Tên lớp");
  await look(trang, "remote");

  await shows(/^Cửa điểm danh/, /điểm danh/i);
  await look(wall, "wall-door");
  await shows(/^Câu hỏi/, "27/2022");
  await look(wall, "wall-question");
  await shows(/^Ý kiến/, PLAIN_OPINION, OPINION);
  await look(wall, "wall-opinions");
  await shows(/^Nhóm 2/, HEAVY, TRY);
  await look(wall, "wall-board");
  await shows(new RegExp(`^${STORY.slice(0, 20)}`), "Đường đất, mùa mưa lội bùn");
  await look(wall, "wall-practice");
  await shows(/^Vướng mắc đang chờ/, "1 trên 1 vướng mắc còn chờ tư vấn", "HT26-01");
  await look(wall, "wall-queue");
  await shows(/^HT26-01/, OPINION.slice(0, 50), "Chờ chuyên gia");
  await look(wall, "wall-difficulty");
  await shows(/^Số liệu của lớp/, "1 vướng mắc đã nêu");
  await look(wall, "wall-result");
  await says(trang, "Đang chiếu: Số liệu của lớp");

  // A key that is pressed again turns to the next of its kind.
  const keys = [
    ["1", /cửa điểm danh/],
    ["2", "27/2022"],
    ["3", OPINION],
    ["4", "Nhóm 1"],
    ["4", HEAVY],
    ["5", "Đường đất, mùa mưa"],
    ["6", "còn chờ tư vấn"],
    ["7", "Chờ chuyên gia"],
    ["8", "vướng mắc đã nêu"],
    ["9", /Buổi 1: Thanh toán/],
  ];
  for (const [key, words] of keys) {
    await wall.keyboard.press(key);
    await wall.locator("main").getByText(words).first().waitFor();
  }
});

test("10: the wall keeps what it shows while the machine is dark, and comes back without doubles", async () => {
  await shows(/^Ý kiến/, OPINION);
  await server.cut();
  await wall.getByText("Mất kết nối, đang giữ hình cũ và thử lại").waitFor();
  await says(wall, OPINION, PLAIN_OPINION);
  await look(wall, "wall-dark");
  await server.again();
  await binh.goto(`${session}/discussion`);
  await binh.getByLabel("Ý kiến của anh/chị").fill("Sau khi mất điện");
  await press(binh, "Gửi ý kiến");
  await wall.getByText("Sau khi mất điện").waitFor({ timeout: 60_000 });
  await wall.getByText("Mất kết nối").waitFor({ state: "detached" });
  for (const words of [OPINION, PLAIN_OPINION, "Sau khi mất điện"]) await times(wall, words, 1);
});
