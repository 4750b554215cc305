// Order history: the rail leads there, filters narrow it and its file, an order has a page with its lines, and can be
// placed again; its customer sees the same order.
import { expect, test } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn } from "./support/portal";

for (const { script, language, width } of [
  { script: true, language: "en", width: 1280 },
  { script: false, language: "zh-Hant", width: 390 },
] as const) {
  test(`an order is found and looked at, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script, language, width });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/");
    await settled(page);
    if (width > 720) {
      await page.locator('nav a[href="/orders"]:visible').first().click();
      await page.waitForURL(/\/orders$/);
    } else {
      await page.goto("/orders");
    }
    await look(page, "order history", script);
    const rows = page.locator("table.table tbody tr");
    await expect(rows.first()).toBeVisible();

    await page.goto("/orders?state=running&sort=-licenses");
    await settled(page);
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    await expect(page.locator("a.chip")).toHaveCount(1);
    const address = await page.locator(".pager a.list-file").getAttribute("href");
    expect(address).toContain("state=running");
    const file = await (await page.request.get(address!)).text();
    expect(file.trim().split("\r\n").length).toBeGreaterThan(count);

    // Nothing was ordered so long ago, and the way back is there.
    await page.goto("/orders?to=2001-01-01");
    await settled(page);
    await expect(rows).toHaveCount(0);
    await page.locator('main a[href="/orders"]').first().click();
    await page.waitForURL(/\/orders$/);
    await settled(page);

    await rows.first().locator("th a").click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    await look(page, "an order", script);
    const order = new URL(page.url()).pathname;
    const line = rows.first().locator('a[href^="/subscriptions/"]');
    await expect(line).toBeVisible();
    const again = page.locator('main a[href*="/subscriptions/new?"]');
    await expect(again).toHaveAttribute("href", /lines=/);
    await again.click();
    await page.waitForURL(/\/subscriptions\/new/);
    await settled(page);
    await expect(page.locator('form[action="/api/place-order"]').first()).toBeVisible();

    await page.goto(order);
    await settled(page);
    await line.click();
    await page.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
    await page.context().close();
  });
}

test("a customer has its own orders and no others", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await open(browser, baseURL!, { script: true });
  await signIn(page, people.woodgroveGlobalAdmin);
  await page.goto("/orders");
  await settled(page);
  const first = page.locator("table.table tbody th a").first();
  await first.click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  await settled(page);
  // A customer does not order.
  await expect(page.locator('main a[href*="/subscriptions/new?"]')).toHaveCount(0);
  const order = new URL(page.url()).pathname;
  const other = await open(browser, baseURL!, { script: true });
  await signIn(other, people.directBillAdmin);
  const answer = await other.goto(order);
  expect(answer!.status()).toBe(404);
  await page.context().close();
  await other.context().close();
});
