// One class in one day, as STORY tells it: the organiser and the expert at a desk, the commune and its people on phones without
// JavaScript. Every page on the way is looked at by axe, and must fit its screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, fits, open, scan, shot } from "./browser.js";
import { serve } from "./server.js";
import { ANH, CHAU, TRANG, TUE, press, says, signIn, signInByBadge } from "./who.js";

const LIST = fileURLToPath(new URL("danh-sach.xlsx", import.meta.url));

// The class is held today, wherever in the day that is: its one session has just begun.
const now = new Date();
const here = (options) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", ...options });
const TODAY = here({ dateStyle: "short" }).format(now);
const BEGINS = here({ timeStyle: "short" }).format(now) < "23:30" ? here({ timeStyle: "short" }).format(now) : "23:30";

const PLACE = "Xã Yên Lập";
const [MO, BINH, LAN] = ["Hà Thị Mơ", "Trần Văn Bình", "Đinh Thị Lan"];
const OF_MO = "0912 345 601";
const ITEM = "Mương nội đồng khu Tân An, 400 m";
const DIFFICULTY = "Mương nội đồng khu Tân An bị lũ cuốn 40 mét, xã chưa biết được dùng tiền duy tu để làm lại không";

let server, browser;
// Who walks, and what they have in hand.
let trang, wall, mo, binh, expert;
let home, call, links, item, raised;

before(async () => ([server, browser] = await Promise.all([serve(), open()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

let pictures = 0;

/** No barrier in light or dark, no sideways scroll, and a picture. */
async function look(page, name) {
  await axe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await axe(page);
  await page.emulateMedia({ colorScheme: "light" });
  await fits(page);
  pictures += 1;
  await shot(page, `walk-${String(pictures).padStart(2, "0")}-${name}`);
}

async function refused(page, status, address, ...words) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), status, address);
  await says(page, ...words);
}

test("3: the organiser opens a class that is held today", async () => {
  trang = await browser.desktop(server.url);
  await signIn(trang, TRANG);
  await look(trang, "organiser-home");
  await trang.goto("/projects");
  await press(trang, /giai đoạn 2026–2030/);
  await press(trang, "Mở lớp");
  await trang.getByLabel("Tên lớp").fill("Lớp tập huấn cán bộ xã vùng Yên Lập");
  await trang.getByLabel("Mã lớp").fill("YÊN LẬP");
  await trang.getByLabel("Tỉnh", { exact: true }).selectOption("Tỉnh Phú Thọ");
  await trang.getByLabel("Địa điểm").fill("Nhà văn hóa xã Yên Lập");
  for (const day of ["Ngày bắt đầu", "Ngày kết thúc", "Hạn cử người"]) await trang.getByLabel(day).fill(TODAY);
  await press(trang, "Mở lớp");
  await says(trang, "Mã gồm 2 đến 12 chữ in hoa");
  await look(trang, "class-with-an-error");
  await trang.getByLabel("Mã lớp").fill("YL26");
  await press(trang, "Mở lớp");
  await says(trang, "Đã mở lớp", "Đang chuẩn bị");
  home = new URL(trang.url()).pathname;
});

test("2: plans its session and asks places for people", async () => {
  await press(trang, "Lập chương trình");
  await trang.locator("input[name=day]").first().check();
  await trang.getByLabel("Từ giờ").fill(BEGINS);
  await trang.getByLabel("Đến giờ").fill("23:59");
  await trang.getByLabel("Nội dung").fill("Quản lý, sử dụng công trình sau đầu tư");
  await press(trang, "Thêm buổi");
  await says(trang, "Đã thêm buổi", "Chương trình có 1 buổi");

  await trang.goto(home);
  await press(trang, "Phân suất cho địa phương");
  for (const [find, place, count] of [["yen lap", PLACE, "4"], ["long coc", "Xã Long Cốc", "2"]]) {
    await trang.getByLabel("Tìm xã").fill(find);
    await press(trang, "Tìm");
    const line = trang.getByRole("listitem").filter({ hasText: place, hasNotText: "đến 30/06/2025" }).filter({ hasText: "Phú Thọ" });
    await line.getByLabel("Số suất").fill(count);
    await press(trang, "Thêm", line);
  }
  await says(trang, "6 suất cho 2 địa phương");
  await look(trang, "seats");
  const row = trang.getByRole("row").filter({ hasText: PLACE });
  call = await row.getByRole("link", { name: "Mở trang cử người" }).getAttribute("href");
  assert.match(call, /^\/call\//);
  assert.ok((await row.getByRole("button", { name: "Chép đường dẫn" }).getAttribute("data-copy")).endsWith(call));
});

test("3: the commune names its people, by hand and by its Excel list", async () => {
  const commune = await browser.phone(server.url);
  await commune.goto(call);
  await says(commune, PLACE, "Mời cử 4 người");
  await look(commune, "call");
  await commune.getByLabel("Họ và tên").fill(MO);
  await commune.getByLabel("Điện thoại").fill("091234");
  await press(commune, "Cử người này");
  await look(commune, "call-with-an-error");
  assert.equal(await commune.getByLabel("Họ và tên").inputValue(), MO, "what was typed is kept");
  await commune.getByLabel("Điện thoại").fill(OF_MO);
  await press(commune, "Cử người này");
  await says(commune, "1 người đã được cử", MO);

  await press(commune, "Cử theo danh sách Excel");
  await commune.getByLabel("Tệp danh sách").setInputFiles({ name: "danh sách.xlsx", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
  await press(commune, "Đọc danh sách");
  await says(commune, "Đây là tệp PDF");
  await look(commune, "list-with-an-error");
  await commune.getByLabel("Tệp danh sách").setInputFiles(LIST);
  await press(commune, "Đọc danh sách");
  await says(commune, "Đọc được 2 người, 1 dòng cần sửa", "912345602 đọc là 0912 345 602", `TRẦN VĂN BÌNH thành ${BINH}`, "khong co");
  await look(commune, "list-preview");
  await press(commune, /Cử những người đã chọn/);
  await says(commune, "3 người đã được cử", BINH, LAN);
  await look(commune, "call-named");

  await trang.goto(`${home}/nominations`);
  await says(trang, "Chưa trả lời 1", "Xã Long Cốc");
  await look(trang, "nominations");
});

test("4: a trainee opens the personal link, consents and sees the programme", async () => {
  await trang.goto(`${home}/links`);
  await says(trang, "3 đường dẫn riêng");
  links = Object.fromEntries(
    await Promise.all(
      [MO, BINH, LAN].map(async (name) => {
        const line = trang.getByRole("listitem").filter({ hasText: name });
        return [name, new URL(await line.getByRole("link").getAttribute("href")).pathname];
      }),
    ),
  );
  mo = await browser.phone(server.url);
  await mo.goto(links[MO]);
  await says(mo, MO, "Quản lý, sử dụng công trình sau đầu tư");
  await look(mo, "welcome");
  await press(mo, "Tôi đồng ý, vào lớp");
  await says(mo, "Chương trình 1 buổi");
  await look(mo, "class-of-a-trainee");
});

test("7: adds an item of the commune", async () => {
  const place = await mo.request.get("/places?q=yen+lap").then((it) => it.text());
  const id = place.match(/\/places\/(n08290)/)?.[1];
  await mo.goto(`/places/${id}/items`);
  await look(mo, "items");
  await press(mo, "Thêm hạng mục");
  await mo.getByLabel("Tên hạng mục").fill(ITEM);
  await mo.getByLabel("Thuộc hợp phần").selectOption({ index: 1 });
  await mo.getByRole("radio", { name: "đang làm" }).check();
  await mo.getByLabel("Năm thực hiện").fill("1899");
  await mo.getByLabel("Kinh phí theo kế hoạch").fill("450 triệu");
  await press(mo, "Lưu hạng mục");
  await look(mo, "item-with-an-error");
  await mo.getByLabel("Năm thực hiện").fill("2026");
  await press(mo, "Lưu hạng mục");
  await says(mo, "Đã lưu hạng mục", "450");
  item = new URL(mo.url()).pathname;
  await look(mo, "item");
});

test("14: a trainee in Sơn La finds Phú Thọ's answer without diacritics, before anything is sent", async () => {
  const anh = await browser.phone(server.url);
  await signInByBadge(anh, trang, ANH);
  await press(anh, /(Gửi|Nêu) vướng mắc/);
  await anh.getByLabel("Vướng mắc là gì?").fill("mua giong cua dan khong co hoa don");
  await anh.getByLabel("Lĩnh vực").selectOption({ index: 1 });
  await look(anh, "raise");
  await press(anh, "Gửi vướng mắc");
  await says(anh, "gần giống của anh/chị", "Chưa gửi", "PT18");
  await look(anh, "offered");
  await press(anh, "Đọc lời giải");
  await says(anh, "Lời giải PT18", "Căn cứ");
  await look(anh, "answer");
});

test("4: raises a difficulty, and another says “me too”", async () => {
  await mo.goto(`${home}/difficulties/new`);
  await mo.getByLabel("Vướng mắc là gì?").fill(DIFFICULTY);
  await mo.getByLabel("Lĩnh vực").selectOption("Duy tu, bảo dưỡng");
  await mo.getByText("Thêm hạng mục, việc đã làm").click();
  await mo.getByLabel("Công trình, việc cụ thể ở xã").selectOption(`${ITEM} (2026)`);
  await press(mo, "Gửi vướng mắc");
  const anyway = mo.getByRole("button", { name: "Không, gửi vướng mắc của tôi" });
  if (await anyway.count()) await press(mo, "Không, gửi vướng mắc của tôi");
  await says(mo, "Đã gửi vướng mắc", "Mới nêu", ITEM);
  raised = new URL(mo.url()).pathname;
  await look(mo, "raised");

  // With JavaScript, what is alike appears while typing.
  binh = await browser.phone(server.url, { javaScriptEnabled: true });
  await binh.goto(links[BINH]);
  await press(binh, "Tôi đồng ý, vào lớp");
  await binh.goto(`${home}/difficulties/new`);
  await binh.getByLabel("Vướng mắc là gì?").pressSequentially("muong noi dong bi lu cuon", { delay: 10 });
  await binh.locator("#similar").getByText(DIFFICULTY.slice(0, 40)).waitFor();
  await look(binh, "similar-while-typing");
  await binh.reload();
  await binh.getByText("Đã lấy lại phần anh/chị viết dở").waitFor();
  assert.equal(await binh.getByLabel("Vướng mắc là gì?").inputValue(), "muong noi dong bi lu cuon");
  await binh.locator("#similar").getByText(DIFFICULTY.slice(0, 40)).waitFor();
  await press(binh, new RegExp(DIFFICULTY.slice(0, 30)));
  await press(binh, "Tôi cũng vướng");
  await says(binh, "Đã ghi anh/chị cũng vướng");
  await look(binh, "me-too");
});

test("5: the door opens, the wall shows the code, a phone comes in by it", async () => {
  await trang.goto(home);
  await press(trang, "Bắt đầu lớp");
  await trang.goto(`${home}/roster`);
  await press(trang, "Điểm danh buổi 1");
  await press(trang, "Mở cửa điểm danh");
  await says(trang, "Cửa đang mở", "0/3");
  await look(trang, "attendance");
  wall = await browser.wall(server.url, { storageState: await trang.context().storageState() });
  await wall.goto(await trang.getByRole("link", { name: "Mở màn hình mã QR" }).getAttribute("href"));
  await wall.getByRole("img", { name: /QR/ }).waitFor();
  await look(wall, "wall");

  const phone = await browser.phone(server.url);
  await refused(phone, 404, "/c/KHONG-CO", "Không có lớp nào mang mã");
  const address = await wall.locator(".address").innerText();
  await phone.goto(`http://${address}`);
  await phone.getByLabel(/Mã trên màn hình/).fill("000 000");
  await press(phone, "Tiếp tục");
  await says(phone, "Mã không đúng");
  await look(phone, "door-wrong-code");
  await phone.getByLabel(/Mã trên màn hình/).fill(await wall.locator(".scan .big").innerText());
  await press(phone, "Tiếp tục");
  await look(phone, "door");
  await phone.getByLabel("Số điện thoại").fill("0987 654 321");
  await press(phone, "Tôi có mặt");
  await says(phone, "Số này không có trong danh sách lớp", "xin gặp thư ký lớp");
  await look(phone, "door-unknown-phone");
  await phone.getByLabel("Số điện thoại").fill(OF_MO);
  await press(phone, "Tôi có mặt");
  await says(phone, "Đã ghi anh/chị có mặt");
  await look(phone, "present");
  await wall.getByText("1/3").first().waitFor({ timeout: 15_000 });
  await look(wall, "wall-with-one");

  // Who is signed in on the phone scans the code, and is asked for nothing.
  const scanned = await scan(wall);
  assert.ok(scanned?.startsWith(`${server.url}/door/`), scanned);
  await binh.goto(scanned);
  await says(binh, `Anh/chị là ${BINH}?`);
  await look(binh, "door-of-one-who-is-known");
  await press(binh, "Tôi có mặt");
  await says(binh, "Đã ghi anh/chị có mặt");

  // A code that the wall does not show.
  await phone.goto("/door/000000");
  await says(phone, "Mã này không đúng", "Xin quét lại mã");
  await look(phone, "door-no-such-code");
});

test("5: the secretary records who came instead", async () => {
  await trang.reload();
  await says(trang, "2/3");
  await press(trang, `Dự thay ${LAN}`);
  await trang.getByLabel("Họ và tên người dự thay").fill("Phùng Văn Thắng");
  await trang.getByLabel("Số điện thoại").fill("0912345609");
  await look(trang, "substitution");
  await press(trang, "Ghi người dự thay");
  await says(trang, "Đã ghi người dự thay", "3/3");
  await trang.goto(`${home}/roster`);
  await says(trang, "Phùng Văn Thắng", `Dự thay ${LAN}`, "Dự thay");
  await look(trang, "roster");

  const lan = await browser.phone(server.url);
  await refused(lan, 410, links[LAN], "Danh sách lớp không còn tên này");
  await look(lan, "welcome-gone");
});

test("10: the expert advises from the queue, citing a clause found by a few letters", async () => {
  expert = await browser.desktop(server.url);
  await signIn(expert, TUE);
  await look(expert, "expert-home");
  await expert.goto("/queue");
  await says(expert, DIFFICULTY.slice(0, 60));
  await look(expert, "queue");
  await press(expert, new RegExp(DIFFICULTY.slice(0, 30)));
  await says(expert, "1 người khác cùng vướng", ITEM);
  const other = await browser.desktop(server.url);
  await signIn(other, CHAU);
  await other.goto(`${raised}/advice`);

  await press(expert, "Tư vấn");
  await expert.getByLabel("Lời tư vấn").fill("Được, nếu mương đã bàn giao cho xã quản lý. Xã lập biên bản hư hỏng, đưa vào kế hoạch duy tu của năm.");
  await expert.getByLabel("Tìm điều, khoản").fill("d3 tt55");
  await press(expert, "Tìm");
  await expert.getByRole("checkbox", { name: /Điều 3 Thông tư 55/ }).first().check();
  await look(expert, "advice");
  await press(expert, "Gửi lời tư vấn");
  await says(expert, "Đã gửi lời tư vấn", /Điều 3 Thông tư 55/, "chờ xác nhận");
  await look(expert, "advised");

  await other.getByLabel("Lời tư vấn").fill("Không được, vì chưa bàn giao.");
  await press(other, "Gửi lời tư vấn");
  await says(other, "Lê Đình Tuệ vừa gửi một lời tư vấn khác", "Được, nếu mương đã bàn giao");
  assert.equal(await other.getByLabel("Lời tư vấn").inputValue(), "Không được, vì chưa bàn giao.", "nobody's words are lost");
  await look(other, "two-experts-at-once");
});

test("10: the raiser gives the verdict, and the class shows it", async () => {
  await mo.goto("/");
  await look(mo, "trainee-home");
  await mo.goto(raised);
  await says(mo, "Được, nếu mương đã bàn giao", "đã được gỡ chưa?");
  await look(mo, "verdict");
  await mo.getByRole("radio", { name: "Gỡ một phần" }).check();
  await press(mo, "Gửi xác nhận");
  await says(mo, "Xin ghi còn vướng chỗ nào");
  await look(mo, "verdict-with-an-error");
  await mo.getByRole("radio", { name: "Đã gỡ" }).check();
  await press(mo, "Gửi xác nhận");
  await says(mo, "Đã ghi lời xác nhận", "Đã gỡ");
  await look(mo, "closed");

  await trang.goto(`${home}/results`);
  await says(trang, "1");
  await look(trang, "results");
});

test("what is not theirs, they are told", async () => {
  const guest = await browser.phone(server.url);
  await refused(guest, 403, home, "Xin đăng nhập để tiếp tục");
  await look(guest, "error-guest");
  await refused(mo, 403, "/queue", "không thuộc quyền của anh/chị");
  await look(mo, "error-denied");
  await refused(mo, 404, "/classes/khong-co", "Không tìm thấy trang này");
  await look(mo, "error-absent");

  for (let tries = 0; tries < 30; tries += 1) {
    await guest.request.post("/sign-in", { form: { way: "password", name: "khong-co@nguon.example", password: "sai" } });
  }
  await guest.goto("/sign-in");
  await guest.locator("details summary").click();
  await guest.getByLabel("Thư điện tử").fill("khong-co@nguon.example");
  await guest.getByLabel("Mật khẩu").fill("sai");
  await press(guest, "Đăng nhập", guest.locator("details"));
  await says(guest, "Đã thử sai nhiều lần", /chờ \d+ phút/);
  await look(guest, "error-too-many");
  assert.match(item, /^\/(items|places)\//);
});
