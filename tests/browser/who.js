// The persons of the demonstration, and how they come in.
//
//   await signIn(page, TRANG);                                  // by the password form of /sign-in
//   await press(page, "Mở lớp");                               // a button or a link, and the page after it
//   await says(page, "đã cử đủ", /[0-9]+ người/);

import assert from "node:assert/strict";

export const TRANG = "trang@nguon.example"; // co-ordinates both classes
export const NAM = "nam@nguon.example"; // secretary
export const CHAU = "chau@nguon.example"; // expert: settlement, procurement
export const TUE = "tue@nguon.example"; // expert: policy, allocation
export const DOAN = "doan@nguon.example"; // of the sponsor
export const MINH = "quantri@nguon.example"; // administrator

const PASSWORD = "nguon-minh-hoa";

/** Comes in by the form for staff, with or without JavaScript. */
export async function signIn(page, email) {
  await page.goto("/sign-in");
  const staff = page.locator("details", { has: page.locator("input[type=password]") });
  if (!(await staff.evaluate((it) => it.open))) await staff.locator("summary").click();
  await staff.getByLabel(/thư điện tử|email|e-mail/i).fill(email);
  await staff.locator("input[type=password]").fill(PASSWORD);
  await staff.getByRole("button").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** A trainee of the demonstration's class in Sơn La, on whatever day this is: their personal link ends a year after the class. */
export const ANH = { name: "Đinh Công Ánh", phone: "0900 000 113", code: "SL26" };

/** Comes in as that trainee by the code on the badge, which whoever runs the class reads on `organiser`. */
export async function signInByBadge(page, organiser, { name, phone, code }) {
  await organiser.goto(`/c/${code}`);
  await press(organiser, "Vào lớp");
  const home = new URL(organiser.url()).pathname;
  await organiser.goto(`${home}/badges`);
  const badge = await organiser.locator(".badge, .badges > *").filter({ hasText: name }).innerText();
  await page.goto(`/sign-in?to=${home}`);
  await page.getByLabel("Số điện thoại").first().fill(phone);
  await page.getByLabel("Mã cá nhân").fill(badge.match(/[0-9]{3} [0-9]{3}/)[0]);
  await press(page, "Vào lớp");
}

/** Asserts that the page's main part says all of this. */
export async function says(page, ...words) {
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const it of words) assert.ok(it instanceof RegExp ? it.test(text) : text.includes(it), `${page.url()} does not say ${it}:\n${text}`);
}

/** Presses what is called so, and waits for the page after it. */
export async function press(page, name, within = page.locator("main")) {
  const button = within.getByRole("button", { name }).or(within.getByRole("link", { name }));
  const before = page.waitForNavigation();
  await button.first().click();
  await before;
}
