// Program settings: a program admin changes what the public pages promise and edits the calendar, a reviewer reads.
import { type Page, expect, test } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

const form = (page: Page, action: string) => page.locator(`form[action="/api/${action}"]`);

async function visit(page: Page, path: string) {
  await page.goto(path);
  await settled(page);
}

async function send(page: Page, action: string) {
  await form(page, action).locator('button[type="submit"]').last().click();
}

/** Saves, and is on the tab that shows what was saved. */
async function save(page: Page, action: string, tab = "") {
  await send(page, action);
  await expect(page).toHaveURL(new RegExp(`/settings/program${tab}\\?done=settings_saved`));
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
    await visit(page, "/settings");
    await page.locator('main a[href="/settings/program"]').click();
    await page.waitForURL("**/settings/program");
    await settled(page);
    if (script) await expectLooksRight(page, "program settings");

    // Each row leads to the form of its group, and shows what counts.
    const row = page.locator(".setting", { hasText: "Enrollment review, maximum" });
    await expect(row).toContainText("5 business days");
    await row.locator("a").click();
    await page.waitForURL("**/settings/program/promises");
    await settled(page);
    if (script) await expectLooksRight(page, "promises");
    const most = form(page, "set-promises").locator('input[name="review_to"]');
    await most.fill("61");
    await send(page, "set-promises");
    await settled(page);
    await expect(form(page, "set-promises").locator(".field-error")).toContainText("from 1 to 60");
    await most.fill("12");
    await save(page, "set-promises");
    await expect(row).toContainText("12 business days");
    await visit(page, "/start");
    await expect(page.locator("main")).toContainText("3 to 12 business days");

    await visit(page, "/settings/program/promises");
    await most.fill("5");
    await save(page, "set-promises");
    await page.locator('.tabs a[href="/settings/program/history"]').click();
    await page.waitForURL("**/settings/program/history");
    await settled(page);
    await expect(page.locator(".timeline-what").first()).toContainText("from 12 business days to 5 business days");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test(`holidays are pasted, come as a file, and go again, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const complaints: string[] = [];
    const page = await open(browser, baseURL!, { script });
    watch(page, complaints);
    await signIn(page, people.operator);
    const year = script ? "2040" : "2041";
    await visit(page, "/settings/program/holidays");
    if (script) await expectLooksRight(page, "more holidays");
    const list = form(page, "add-holidays").locator("textarea");
    await list.fill(`${year}-01-01,New Year\n${year}-02-30`);
    await send(page, "add-holidays");
    await settled(page);
    await expect(form(page, "add-holidays").locator(".error-summary")).toContainText("line 2");
    await expect(list).toHaveValue(`${year}-01-01,New Year\n${year}-02-30`);
    await list.fill(`${year}-01-01,New Year\n${year}-12-24`);
    await save(page, "add-holidays", "/calendar");
    const days = (count: string) => page.locator("details", { hasText: `${year}: ${count}` });
    await expect(days("2 holidays")).toBeVisible();

    // A calendar as other programs write it.
    await visit(page, "/settings/program/holidays");
    const event = `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${year}0501\r\nSUMMARY:Labor Day\r\nEND:VEVENT\r\n`;
    await form(page, "add-holidays").locator('input[type="file"]').setInputFiles({
      name: "days.ics",
      mimeType: "text/calendar",
      buffer: Buffer.from(`BEGIN:VCALENDAR\r\n${event}END:VCALENDAR\r\n`),
    });
    await save(page, "add-holidays", "/calendar");
    if (script) await expectLooksRight(page, "calendar");
    await days("3 holidays").locator("summary").click();
    await days("3 holidays").locator("tr", { hasText: "Labor Day" }).locator("button").click();
    await expect(days("2 holidays")).toBeVisible();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("a reviewer reads the settings", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.reviewer);
  for (const path of ["", "/calendar", "/history", "/limits", "/working_days"]) {
    await visit(page, `/settings/program${path}`);
    await expect(page.locator("main form")).toHaveCount(0);
    await expectLooksRight(page, `program settings of a reviewer ${path}`);
  }
  await page.context().close();
});
