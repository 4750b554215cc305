// A second factor that an organization requires: set up before anything else, with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { fillSignIn, open, password, people, settled, signInAnew, watch } from "./support/portal";
import { codeAt, stepNow } from "./support/totp";

// A user whose test failed halfway already owes a second factor or has one, and cannot begin again.
test.describe.configure({ retries: 0 });

const page = "/settings/second-factor";
const setting = "/settings/required-second-factor";
const submit = (action: string) => `form[action="/api/${action}"] button[type="submit"]`;

/** Requires a second factor of these users of one's own organization. */
async function demand(page: Page, of: string) {
  await page.goto(setting);
  await settled(page);
  await page.locator(`input[name="required_of"][value="${of}"]`).check();
  await page.locator(submit("require-second-factor")).click();
}

for (const { script, who, language } of [
  { script: true, who: people.humongousGlobalAdmin, language: "en" },
  { script: false, who: people.proseGlobalAdmin, language: "zh-Hant" },
] as const) {
  test(`a required second factor is set up before anything else, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const own = await open(browser, baseURL!, { script, language });
    const elsewhere = await open(browser, baseURL!, { script, language, theme: "dark" });
    const complaints = watch(own);
    watch(elsewhere, complaints);
    await signInAnew(own, who);
    await own.goto("/settings");
    await settled(own);
    await own.locator(`main a[href="${setting}"]`).click();
    await own.waitForURL(`**${setting}`);
    await settled(own);
    await expect(own.locator("#without-factor")).toBeVisible();
    await look(own, "the requirement of an organization", script);

    // It holds for the one who decides it as well, from the next page on.
    await demand(own, "admins");
    await own.waitForURL((url) => url.pathname === page);
    await settled(own);
    await expect(own.locator('.refusal[data-code="second_factor_missing"]')).toBeVisible();
    await expect(own.locator("nav.rail")).toHaveCount(0);
    await look(own, "a second factor that is owed", script);
    for (const path of ["/", "/grants", "/settings/password", setting]) {
      await own.goto(path);
      await expect(own, path).toHaveURL((url) => url.pathname === page && url.searchParams.get("next") === path);
    }

    // A new sign-in leads there, and on from there to where it was going.
    await elsewhere.goto("/sign-in?next=%2Fsettings%2Fsessions");
    await settled(elsewhere);
    await fillSignIn(elsewhere, who);
    await expect(elsewhere).toHaveURL((url) => url.pathname === page && url.searchParams.get("next") === "/settings/sessions");
    await settled(elsewhere);
    await elsewhere.locator(submit("begin-second-factor")).click();
    await expect(elsewhere.locator("svg.qr-code")).toBeVisible();
    await settled(elsewhere);
    const secret = await elsewhere.locator("#secret").inputValue();
    const step = stepNow();
    await elsewhere.locator("#code").fill(codeAt(secret, step));
    await elsewhere.locator("#current_password").fill(password);
    await elsewhere.locator(submit("confirm-second-factor")).click();
    await expect(elsewhere).toHaveURL(/recovery-codes/);
    await settled(elsewhere);
    await expect(elsewhere.locator(".recovery-codes li")).toHaveCount(10);
    const codes = await elsewhere.locator(".recovery-codes code").allInnerTexts();
    await look(elsewhere, "recovery codes on the way to another page", script);
    await elsewhere.locator('main .actions a[href="/settings/sessions"]').click();
    await expect(elsewhere).toHaveURL(/\/settings\/sessions$/);
    await settled(elsewhere);

    // It cannot be turned off while it is required, and the page says who requires it.
    await elsewhere.goto(page);
    await settled(elsewhere);
    await expect(elsewhere.locator('form[action="/api/turn-off-second-factor"]')).toHaveCount(0);
    await expect(elsewhere.locator('.refused button[aria-disabled="true"]')).toBeVisible();
    await look(elsewhere, "a second factor that is required", script);

    await demand(elsewhere, "nobody");
    await expect(elsewhere).toHaveURL(/done=second_factor_required/);
    await settled(elsewhere);
    await elsewhere.goto(page);
    await settled(elsewhere);
    const off = elsewhere.locator('form[action="/api/turn-off-second-factor"]');
    await off.locator('input[name="code"]').fill(codes[0]!);
    await off.locator('input[name="current_password"]').fill(password);
    await elsewhere.locator(submit("turn-off-second-factor")).last().click();
    await expect(elsewhere).toHaveURL(/done=second_factor_off/);
    expect(complaints).toEqual([]);
    await own.context().close();
    await elsewhere.context().close();
  });
}

for (const script of [true, false]) {
  test(`it is required of users with certain roles, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const own = await open(browser, baseURL!, { script, width: 390 });
    await signInAnew(own, people.proseGlobalAdmin);
    await demand(own, "roles");
    await settled(own);
    // Nothing is chosen yet: the page says so, and keeps what was.
    await expect(own.getByText("Select at least one role.").first()).toBeVisible();
    await expect(own.locator('input[name="required_of"][value="roles"]')).toBeChecked();
    await own.locator('input[name="roles[]"][value="billing_admin"]').check();
    await own.locator(submit("require-second-factor")).click();
    await expect(own).toHaveURL(/done=second_factor_required/);
    await settled(own);
    await expect(own.locator('input[name="roles[]"][value="billing_admin"]')).toBeChecked();
    await look(own, "a requirement for roles", script);
    await demand(own, "nobody");
    await expect(own).toHaveURL(/done=second_factor_required/);
    await own.context().close();
  });
}

test("a page that is older than the requirement goes to the set-up by itself", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const admin = await open(browser, baseURL!, { script: false });
  const own = await open(browser, baseURL!);
  await signInAnew(admin, people.margiesTravelGlobalAdmin);
  await signInAnew(own, people.margiesTravelGlobalAdmin);
  await own.goto("/settings");
  await settled(own);
  await demand(admin, "admins");
  // The link is followed in the browser: only the data of the page is asked for, and refused.
  await own.locator('main a[href="/settings/sessions"]').click();
  await own.waitForURL((url) => url.pathname === page && url.searchParams.get("next") === "/settings/sessions");
  await settled(own);
  await expect(own.locator(submit("begin-second-factor"))).toBeVisible();
  await admin.context().close();
  await own.context().close();
});
