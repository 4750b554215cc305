// Program settings: a program admin changes what the public pages promise and edits the calendar, a reviewer reads.
import { type Page, expect, test } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

const form = (page: Page, action: string) => page.locator(`form[action="/api/${action}"]`);

async function save(page: Page, action: string) {
  await form(page, action).locator('button[type="submit"]').last().click();
  await expect(page).toHaveURL(/\/settings\/program\?done=settings_saved/);
  await settled(page);
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a promise is changed, shown and changed back, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const complaints: string[] = [];
    const page = await open(browser, baseURL!, { script });
    watch(page, complaints);
    await signIn(page, people.operator);
    await page.goto("/settings");
    await settled(page);
    await page.locator('main a[href="/settings/program"]').click();
    await page.waitForURL("**/settings/program");
    await settled(page);
    if (script) await expectLooksRight(page, "program settings");

    const most = form(page, "set-promises").locator('input[name="review_to"]');
    await most.fill("61");
    await form(page, "set-promises").locator('button[type="submit"]').click();
    await settled(page);
    await expect(form(page, "set-promises").locator(".field-error")).toContainText("from 1 to 60");
    await most.fill("12");
    await save(page, "set-promises");
    await expect(most).toHaveValue("12");
    await page.goto("/start");
    await settled(page);
    await expect(page.locator("main")).toContainText("3 to 12 business days");

    await page.goto("/settings/program");
    await settled(page);
    await most.fill("5");
    await save(page, "set-promises");

    const year = script ? "2040" : "2041";
    const list = form(page, "add-holidays").locator("textarea");
    await list.fill(`${year}-01-01,New Year\n${year}-02-30`);
    await form(page, "add-holidays").locator('button[type="submit"]').click();
    await settled(page);
    await expect(form(page, "add-holidays").locator(".error-summary")).toContainText("line 2");
    await list.fill(`${year}-01-01,New Year\n${year}-12-24`);
    await save(page, "add-holidays");
    const days = page.locator("details", { hasText: `${year}: 2 holidays` });
    await expect(days).toBeVisible();
    await days.locator("tr", { hasText: "New Year" }).locator("button").click();
    await expect(page.locator("details", { hasText: `${year}: 1 holiday` })).toBeVisible();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("a reviewer reads the settings", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.reviewer);
  await page.goto("/settings/program");
  await settled(page);
  await expect(page.locator("main form")).toHaveCount(0);
  await expectLooksRight(page, "program settings of a reviewer");
  await page.context().close();
});
