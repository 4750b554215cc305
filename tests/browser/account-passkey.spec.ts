// Passkeys from the first one to turning the second factor off, with a device that the browser simulates.
import { expect, test, type Page } from "@playwright/test";
import { tabTo, write } from "./support/keyboard";
import { expectLooksRight } from "./support/looks";
import { device } from "./support/passkeys";
import { fillSignIn, open, password, people, settled, signInAnew, watch } from "./support/portal";
import { codeAt, stepNow } from "./support/totp";

// A user whose test failed halfway already has a second factor, and cannot begin again.
test.describe.configure({ retries: 0 });

const page = "/settings/second-factor";
const form = (own: Page, action: string) => own.locator(`form[action="/api/${action}"]`);

/** Adds a passkey under this name, if the device allows it. */
async function add(own: Page, name: string) {
  await form(own, "add-passkey").locator('input[name="name"]').fill(name);
  await form(own, "add-passkey").locator('input[name="current_password"]').fill(password);
  await form(own, "add-passkey").locator('button[type="submit"]').click();
}

/** Another browser in which the password was typed and a second factor is requested. */
async function waiting(own: Page, who: string, baseURL: string, opened: Parameters<typeof open>[2]) {
  const elsewhere = await open(own.context().browser()!, baseURL, opened);
  await elsewhere.goto("/sign-in?next=%2Fsettings");
  await settled(elsewhere);
  await fillSignIn(elsewhere, who);
  await expect(elsewhere).toHaveURL(/\/sign-in\/code/);
  await settled(elsewhere);
  return elsewhere;
}

async function look(own: Page, what: string) {
  await settled(own);
  await expectLooksRight(own, what);
}

test("passkeys are added, used, removed and given up", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const who = people.contosoReportViewer;
  const own = await open(browser, baseURL!);
  const complaints = watch(own);
  const laptop = await device(own);
  await signInAnew(own, who);
  await own.goto(page);
  await settled(own);

  // Nothing is asked of the device while a field is empty.
  await form(own, "add-passkey").locator('button[type="submit"]').click();
  await expect(form(own, "add-passkey").locator('[role="alert"]')).toContainText("Fill in the fields above first");
  await expect(form(own, "add-passkey").locator('input[name="name"]')).toBeFocused();
  expect(await laptop.kept()).toHaveLength(0);

  // The user does not confirm it: typed values stay, and it can be tried again.
  await laptop.verifies(false);
  await add(own, "Laptop");
  await expect(form(own, "add-passkey").locator('[role="alert"]')).toContainText("We couldn't confirm a passkey");
  await expect(form(own, "add-passkey").locator('input[name="name"]')).toHaveValue("Laptop");
  await look(own, "a passkey that nobody has confirmed");
  await laptop.verifies(true);
  await form(own, "add-passkey").locator('input[name="current_password"]').fill("a wrong lantern");
  await form(own, "add-passkey").locator('button[type="submit"]').click();
  await expect(own.locator(".error-summary")).toBeFocused();
  await expect(own.locator("#passkey-current_password")).toHaveAttribute("aria-invalid", "true");
  await expect(own.locator("#passkey-name")).toHaveValue("Laptop");
  await look(own, "a wrong password for a passkey");
  expect(await laptop.kept()).toHaveLength(1);
  await add(own, "Laptop");
  await expect(own).toHaveURL(/recovery-codes\?done=second_factor_on/);
  await expect(own.locator(".recovery-codes li")).toHaveCount(10);
  const codes = await own.locator(".recovery-codes code").allInnerTexts();
  await own.goto(page);
  await settled(own);
  await expect(own.locator(".factors li")).toHaveCount(1);
  await expect(own.locator(".factors")).toContainText("Laptop");
  await look(own, "one passkey");

  // The same device again, and another one.
  await add(own, "Laptop again");
  await expect(form(own, "add-passkey").locator('[role="alert"]')).toContainText("already");

  const kept = await laptop.kept();
  const elsewhere = await waiting(own, who, baseURL!, { theme: "dark", width: 360, language: "zh-Hant" });
  watch(elsewhere, complaints);
  await look(elsewhere, "the question for a passkey");
  const phone = await device(elsewhere, kept);
  await phone.verifies(false);
  await elsewhere.locator("#passkey").click();
  await expect(form(elsewhere, "enter-code").locator('[role="alert"]')).not.toBeEmpty();
  await look(elsewhere, "a passkey that was not confirmed at sign-in");
  await phone.verifies(true);
  await elsewhere.locator("#passkey").click();
  await expect(elsewhere).toHaveURL(/\/settings$/);
  await elsewhere.context().close();

  const bare = await waiting(own, who, baseURL!, { script: false, language: "zh-Hans" });
  await expect(bare.locator("#passkey")).not.toBeVisible();
  await expect(bare.locator(".without-script")).toBeVisible();
  await bare.locator('input[name="code"]').fill(codes[0]!);
  await form(bare, "enter-code").locator('button[type="submit"]').click();
  await expect(bare.locator(".notice-success")).toContainText("9");
  await bare.goto(page);
  await expect(bare.locator(".without-script")).toBeVisible();
  await expect(form(bare, "add-passkey")).not.toBeVisible();
  await bare.context().close();

  // In a session without a proved second factor, the proof comes first.
  const card = await open(browser, baseURL!);
  watch(card, complaints);
  await card.goto("/sign-in");
  await card.request.post("/api/sign-in-as", { form: { email: who, next: "/" }, headers: { origin: baseURL! } });
  await card.goto(page);
  await settled(card);
  await expect(form(card, "add-passkey")).toHaveCount(0);
  await look(card, "a second factor that was not proved lately");
  await form(card, "prove").locator('input[name="code"]').fill(codes[3]!);
  await form(card, "prove").locator('button[type="submit"]').click();
  await expect(card).toHaveURL(/done=proved/);
  await settled(card);
  await expect(form(card, "add-passkey")).toHaveCount(1);
  await look(card, "a second factor that was just proved");
  await card.context().close();

  // Adds an app, and removes the passkey.
  await own.goto(page);
  await settled(own);
  await form(own, "begin-second-factor").locator('button[type="submit"]').click();
  await expect(own.locator("svg.qr-code")).toBeVisible();
  await settled(own);
  const secret = await own.locator("#secret").inputValue();
  await form(own, "confirm-second-factor").locator('input[name="code"]').fill(codeAt(secret, stepNow()));
  await form(own, "confirm-second-factor").locator('input[name="current_password"]').fill(password);
  await form(own, "confirm-second-factor").locator('button[type="submit"]').click();
  await expect(own).toHaveURL(/done=app_added/);
  await settled(own);
  await expect(own.locator(".factors li")).toHaveCount(2);
  await look(own, "a passkey and an app");
  const first = own.locator(".factors li").first();
  await first.locator("summary").click();
  await look(own, "how to remove a passkey");
  await first.locator('input[name="code"]').fill("000000");
  await first.locator('button[type="submit"]').click();
  await expect(own.locator(".error-summary")).toBeFocused();
  await look(own, "a wrong code for a removal");
  await own.locator(".factors li").first().locator('input[name="code"]').fill(codes[1]!);
  await own.locator(".factors li").first().locator('button[type="submit"]').click();
  await expect(own).toHaveURL(/done=factor_removed/);
  await expect(own.locator(".factors li")).toHaveCount(1);
  await settled(own);
  await form(own, "turn-off-second-factor").locator('input[name="code"]').fill(codes[2]!);
  await form(own, "turn-off-second-factor").locator('input[name="current_password"]').fill(password);
  await form(own, "turn-off-second-factor").locator('button[type="submit"]').click();
  await expect(own).toHaveURL(/done=second_factor_off/);
  expect(complaints).toEqual([]);
  await own.context().close();
});

test("a passkey is added and the second factor turned off with it by keyboard", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const own = await open(browser, baseURL!, { language: "zh-Hans", theme: "dark" });
  const complaints = watch(own);
  await device(own);
  await signInAnew(own, people.woodgroveUser);
  await own.goto(page);
  await settled(own);
  await write(own, own.locator("#passkey-name"), "钥匙圈上的密钥");
  await write(own, own.locator("#passkey-current_password"), password);
  await own.keyboard.press("Enter");
  await expect(own).toHaveURL(/recovery-codes/);
  await own.goto(page);
  await settled(own);
  await expect(own.locator(".factors")).toContainText("钥匙圈上的密钥");
  await write(own, own.locator("#off-current_password"), password);
  await tabTo(own, own.locator("#off-passkey"));
  await own.keyboard.press("Space");
  await expect(own).toHaveURL(/done=second_factor_off/);
  await look(own, "a second factor turned off with a passkey");
  expect(complaints).toEqual([]);
  await own.context().close();
});
