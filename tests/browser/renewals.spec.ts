// Renewals: the calendar leads into the list, filters narrow it, and each row leads to its subscription.
import { expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

for (const script of [true, false]) {
  test(`a month of the calendar shows what ends in it, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/");
    await settled(page);
    await page.locator('nav a[href="/renewals"]:visible').first().click();
    await page.waitForURL(/\/renewals$/);
    await settled(page);

    const month = page.locator("table.calendar a").first();
    const count = Number((await month.textContent())!.replace(/\D.*$/, ""));
    await month.click();
    await expect(page).toHaveURL(/month=\d{4}-\d{2}/);
    await settled(page);
    const rows = page.locator("table.table tbody tr");
    // A page has fifty rows.
    await expect(rows).toHaveCount(Math.min(count, 50));
    await expect(page.locator("table.calendar a[aria-current]")).toHaveCount(1);

    // The file has the rows of the filter.
    const address = await page.locator(".pager a.list-file").getAttribute("href");
    expect(address).toContain("month=");
    const file = await (await page.request.get(address!)).text();
    expect(file.trim().split("\r\n")).toHaveLength(count + 1);

    await rows.first().locator("th a").click();
    await page.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
    await page.context().close();
  });
}
