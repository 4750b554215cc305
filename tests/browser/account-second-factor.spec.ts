// A second factor from the first look at the page to turning it off, with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { press, write } from "./support/keyboard";
import { look } from "./support/looks";
import { fillSignIn, open, password, people, settled, signInAnew, watch } from "./support/portal";
import { codeAt, stepNow } from "./support/totp";

// A user whose test failed halfway already has a second factor, and cannot begin again.
test.describe.configure({ retries: 0 });

const page = "/settings/second-factor";
const submit = (action: string) => `form[action="/api/${action}"] button[type="submit"]`;

/** Enters a code into the form of this action, and the password if it asks for one. */
async function enter(page: Page, action: string, code: string) {
  const form = page.locator(`form[action="/api/${action}"]`);
  await form.locator('input[name="code"]').fill(code);
  const own = form.locator('input[name="current_password"]');
  if (await own.count()) await own.fill(password);
  await page.locator(submit(action)).last().click();
  await settled(page);
}

/** The recovery codes on the page that shows them once. */
async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.locator(".recovery-codes li")).toHaveCount(10);
  return page.locator(".recovery-codes code").allInnerTexts();
}

for (const { script, who, language } of [
  { script: true, who: people.vanArsdelGlobalAdmin, language: "en" },
  { script: false, who: people.tailspinGlobalAdmin, language: "zh-Hans" },
] as const) {
  test(`a second factor is set up, used, renewed and turned off, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const own = await open(browser, baseURL!, { script, language });
    const complaints = watch(own);
    await signInAnew(own, who);
    await own.goto("/settings");
    await settled(own);
    await own.locator(`main a[href="${page}"]`).click();
    await own.waitForURL(`**${page}`);
    await settled(own);
    await look(own, "no second factor", script);

    await own.locator(submit("begin-second-factor")).click();
    await expect(own.locator("svg.qr-code")).toBeVisible();
    await settled(own);
    const secret = await own.locator("#secret").inputValue();
    expect(await own.locator('a[href^="otpauth:"]').getAttribute("href")).toContain(`secret=${secret}`);
    await look(own, "a second factor being set up", script);

    // An error takes the focus, is shown at its field, and the value stays there to be corrected.
    await enter(own, "confirm-second-factor", "000000");
    await expect(own.locator(".error-summary")).toBeFocused();
    await expect(own.locator("#code")).toHaveAttribute("aria-invalid", "true");
    await expect(own.locator("#code")).toHaveValue("000000");
    await look(own, "a wrong code while setting up", script);
    const step = stepNow();
    await enter(own, "confirm-second-factor", codeAt(secret, step));
    await expect(own).toHaveURL(/recovery-codes/);
    const codes = await shownCodes(own);
    await look(own, "recovery codes", script);
    for (const button of await own.locator('.actions button[type="button"]').all()) {
      await expect(button).toBeVisible({ visible: script });
    }
    await own.reload();
    await settled(own);
    await expect(own.locator(".recovery-codes")).toHaveCount(0);
    await look(own, "recovery codes that were shown", script);
    await own.goto(page);
    await settled(own);
    await expect(own.locator(".facts")).toContainText("10");
    await look(own, "a second factor", script);

    const elsewhere = await open(browser, baseURL!, { script, language, theme: "dark" });
    watch(elsewhere, complaints);
    await elsewhere.goto("/sign-in?next=%2Fsettings");
    await settled(elsewhere);
    await fillSignIn(elsewhere, who);
    await expect(elsewhere).toHaveURL(/\/sign-in\/code\?next=%2Fsettings$/);
    await settled(elsewhere);
    await look(elsewhere, "the question for a code", script);
    await enter(elsewhere, "enter-code", codeAt(secret, step));
    await expect(elsewhere.locator(".error-summary")).toBeFocused();
    await look(elsewhere, "a code that was used already", script);
    await elsewhere.goto("/grants");
    await expect(elsewhere, "nothing is open yet").toHaveURL(/\/sign-in\?next=%2Fgrants$/);
    await elsewhere.goto("/sign-in/code?next=%2Fsettings");
    await settled(elsewhere);
    await enter(elsewhere, "enter-code", codeAt(secret, Math.max(step + 1, stepNow())));
    await expect(elsewhere).toHaveURL(/\/settings$/);

    await elsewhere.context().clearCookies({ name: /tierline/ });
    await elsewhere.goto("/sign-in");
    await settled(elsewhere);
    await fillSignIn(elsewhere, who);
    await expect(elsewhere).toHaveURL(/\/sign-in\/code$/);
    await settled(elsewhere);
    await enter(elsewhere, "enter-code", codes[0]!);
    await expect(elsewhere.locator(".notice-success")).toContainText("9");
    await look(elsewhere, "after signing in with a recovery code", script);

    await own.reload();
    await settled(own);
    await expect(own.locator(".facts")).toContainText("9");
    await enter(own, "renew-recovery-codes", codes[0]!);
    await expect(own.locator("#renew-code")).toHaveAttribute("aria-invalid", "true");
    await look(own, "a recovery code that was used already", script);
    await enter(own, "renew-recovery-codes", codes[1]!);
    await expect(own).toHaveURL(/recovery-codes/);
    const renewed = await shownCodes(own);
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);

    await own.goto(page);
    await settled(own);
    await enter(own, "turn-off-second-factor", renewed[9]!);
    await expect(own).toHaveURL(/done=second_factor_off/);
    await expect(own.locator(submit("begin-second-factor"))).toBeVisible();
    await signInAnew(elsewhere, who);
    expect(complaints).toEqual([]);
    await elsewhere.context().close();
    await own.context().close();
  });
}

test("a second factor is set up and given up by keyboard", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const own = await open(browser, baseURL!, { language: "zh-Hant", theme: "dark" });
  const complaints = watch(own);
  await signInAnew(own, people.schoolGlobalAdmin);
  await own.goto("/settings");
  await settled(own);
  await press(own, own.locator(`main a[href="${page}"]`));
  await expect(own.locator("h1")).toBeFocused();
  await settled(own);
  await press(own, own.locator(submit("begin-second-factor")));
  await expect(own.locator("#secret")).toBeVisible();
  await settled(own);
  const secret = await own.locator("#secret").inputValue();
  await write(own, own.locator("#code"), codeAt(secret, stepNow()));
  await write(own, own.locator("#current_password"), password);
  await own.keyboard.press("Enter");
  await expect(own).toHaveURL(/recovery-codes/);
  await settled(own);
  const codes = await shownCodes(own);
  await press(own, own.locator(`main .actions a[href="${page}"]`));
  await expect(own.locator("h1")).toBeFocused();
  await settled(own);
  await write(own, own.locator("#off-code"), codes[0]!);
  await write(own, own.locator("#off-current_password"), password);
  await own.keyboard.press("Enter");
  await expect(own).toHaveURL(/done=second_factor_off/);
  await look(own, "a second factor that was turned off", true);
  expect(complaints).toEqual([]);
  await own.context().close();
});
