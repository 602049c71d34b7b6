// The library: a decree comes in as a Word file and is read article by article; an amending document comes in, the decree reads
// otherwise before and after it, and the answer that stood on the clause is asked to be read again. And what was asked is found.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, fits, open, shot } from "./browser.js";
import { serve } from "./server.js";
import { CHAU, TUE, press, says, signIn } from "./who.js";

const DECREE = fileURLToPath(new URL("../../demo/texts/nd-30-2020.docx", import.meta.url));

const here = (date) => new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric" }).format(date);
const [DAY, MONTH, YEAR] = here(new Date()).split("/");

// Invented for this test; what it amends is real.
const AMENDING = `CHÍNH PHỦ
Số: 999/${YEAR}/NĐ-CP
Hà Nội, ngày ${DAY} tháng ${MONTH} năm ${YEAR}
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP ngày 19 tháng 4 năm 2022
1. Sửa đổi, bổ sung khoản 3 Điều 14 như sau:
“3. Dự án do Hội đồng nhân dân cấp xã lựa chọn và công khai tại trụ sở xã trong mười ngày.”.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ${DAY} tháng ${MONTH} năm ${YEAR}.
`;

let server, browser, expert;
before(async () => ([server, browser] = await Promise.all([serve(), open()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function look(page, name) {
  await axe(page);
  await fits(page);
  await shot(page, `library-${name}`);
}

test("a decree in Word is read article by article before it is kept", async () => {
  expert = await browser.desktop(server.url);
  await signIn(expert, CHAU);
  await expert.goto("/documents");
  await press(expert, "Nhập văn bản");
  await expert.getByLabel("Tệp văn bản").setInputFiles(DECREE);
  await press(expert, "Đọc văn bản");
  await says(expert, "38 điều", "116 khoản", "94 điểm", "Thư viện đã có");
  await expert.getByText("Chương, điều", { exact: true }).click();
  await says(expert, "Điều 8. Thể thức văn bản");
  assert.equal(await expert.locator("[name=number-0]").inputValue(), "30/2020/NĐ-CP");
  await look(expert, "preview");
  await expert.goto("/documents");
  await press(expert, /27\/2022\/NĐ-CP/);
  await look(expert, "document");
  await press(expert, /^Điều 14/);
  await says(expert, "Tiêu chí lựa chọn dự án đầu tư xây dựng");
  await look(expert, "article");
});

test("an amending document changes the clause, and the answer on it is to be read again", async () => {
  const article = new URL(expert.url()).pathname;
  const was = (await expert.locator("#k3").innerText()).replace(/\s+/g, " ").split("Tóm tắt")[0];
  await expert.goto("/documents/import");
  await expert.getByLabel("Hoặc dán toàn văn vào đây").fill(AMENDING);
  await press(expert, "Đọc văn bản");
  await says(expert, "sửa đổi văn bản khác: 1 chỗ", "2 điều");
  await expert.locator("[name=source-0]").fill("minh họa");
  await press(expert, /^Lưu/);
  await look(expert, "amending");

  await expert.goto(article);
  await says(expert, "Hội đồng nhân dân cấp xã lựa chọn và công khai", `999/${YEAR}/NĐ-CP`);
  await look(expert, "amended");
  await expert.goto(`${article}?on=2024-01-01`);
  const then = (await expert.locator("#k3").innerText()).replace(/\s+/g, " ").split("Tóm tắt")[0];
  assert.equal(then, was, "as of a day before it reads as it did");

  const document = article.split("/articles")[0];
  await expert.goto(`${document}/changes?from=2024-01-01&to=${YEAR}-${MONTH}-${DAY}`);
  await says(expert, "Điều 14", "công khai tại trụ sở xã");
  assert.ok((await expert.locator("ins").count()) > 0 && (await expert.locator("del").count()) > 0, "what changed is marked");
  await look(expert, "changes");

  // Whoever gave the answer is asked, sees the words before and after, and says so with one press.
  for (const email of [CHAU, TUE]) {
    const page = await browser.desktop(server.url);
    await signIn(page, email);
    await page.goto("/queue");
    const row = page.getByRole("listitem").filter({ hasText: "PT18-27" });
    if ((await row.count()) === 0) continue;
    await row.getByRole("link").first().click();
    await says(page, "Cần rà soát", "công khai tại trụ sở xã");
    await look(page, "to-read-again");
    await press(page, "Vẫn đúng theo quy định mới");
    await says(page, "PT18-27");
    assert.ok(!(await page.locator("main").innerText()).includes("Cần rà soát"));
    return;
  }
  assert.fail("nobody is asked to read PT18-27 again");
});

test("an expert cites a clause by a few letters and the keyboard alone", async () => {
  await expert.goto("/queue");
  await expert.locator("main .rows a.title").first().click();
  const difficulty = new URL(expert.url()).pathname;
  await expert.goto(`${difficulty}/advice`);
  await expert.getByRole("searchbox", { name: "Tìm điều, khoản" }).focus();
  await expert.keyboard.type("d14 nd27");
  await expert.locator("#cites-found input").first().waitFor();
  await expert.keyboard.press("ArrowDown");
  await expert.keyboard.press("ArrowDown");
  const wanted = await expert.evaluate(() => document.activeElement.closest("label").innerText.split("\n")[0]);
  assert.match(wanted, /^[Kk]hoản . Điều 14 Nghị định 27\/2022\/NĐ-CP/);
  await expert.keyboard.press("Enter");
  const kept = expert.locator("#cites-kept input:checked");
  assert.ok((await kept.last().evaluate((it) => it.closest("label").innerText)).startsWith(wanted.slice(0, 12)), "it is kept");
  assert.equal(await expert.locator("#find").inputValue(), "");
  await look(expert, "cited");
});

test("what was asked before is found, with the clause", async () => {
  const page = await browser.phone(server.url);
  await page.goto("/search");
  await look(page, "search");
  await page.goto("/search?q=khoan 3 dieu 14 nd 27");
  await says(page, "Điều 14 Nghị định 27/2022/NĐ-CP");
  await page.goto("/search?q=mua con giong cua dan khong co hoa don");
  assert.ok((await page.locator("mark").count()) > 0, "the words are marked");
  await look(page, "found");
  await page.goto("/search?q=xyzzy qwerty");
  await look(page, "nothing-found");
});
