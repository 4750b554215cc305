// The list of all subscriptions: the rail leads there, search and filters narrow it and its file, a customer's page leads
// to those of that customer, and each row to its subscription; a customer has its own.
import { expect, test } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn } from "./support/portal";

for (const { script, language, width } of [
  { script: true, language: "en", width: 1280 },
  { script: false, language: "zh-Hant", width: 390 },
] as const) {
  test(`subscriptions are found, filtered and opened, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script, language, width });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/");
    await settled(page);
    if (width > 720) {
      await page.locator('nav a[href="/subscriptions"]:visible').first().click();
      await page.waitForURL(/\/subscriptions$/);
    } else {
      await page.goto("/subscriptions");
    }
    await look(page, "all subscriptions", script);
    const rows = page.locator("table.table tbody tr");
    await expect(rows.first()).toBeVisible();

    // The file has the rows of the filter, each with its id, state and licenses.
    await page.goto("/subscriptions?state=active&search=Woodgrove");
    await settled(page);
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    await expect(page.locator("a.chip")).toHaveCount(2);
    const address = await page.locator(".pager a.list-file").getAttribute("href");
    expect(address).toContain("state=active");
    const file = (await (await page.request.get(address!)).text()).trim().split("\r\n");
    expect(file).toHaveLength(count + 1);
    for (const line of file.slice(1)) {
      expect(line).toMatch(/,[0-9a-f-]{36},/);
      // What was bought once has no end.
      expect(line).toMatch(/,(\d{4}-\d{2}-\d{2})?$/);
    }

    // By the form above the list, too.
    if (script) {
      await page.locator("#list-state").selectOption("canceled");
      await expect(page).toHaveURL(/state=canceled/);
      await settled(page);
    }

    await page.goto("/subscriptions?search=nobody-has-this-name");
    await settled(page);
    await expect(rows).toHaveCount(0);
    await page.locator('main a[href="/subscriptions"]').first().click();
    await page.waitForURL(/\/subscriptions$/);
    await settled(page);

    // From the page of a customer to those of that customer, and on to one of them.
    await page.goto("/customers?search=Woodgrove");
    await settled(page);
    await page.locator("tbody tr th a").first().click();
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await settled(page);
    await page.locator('main a[href^="/subscriptions?of="]').click();
    await page.waitForURL(/\/subscriptions\?of=/);
    await look(page, "all subscriptions of a customer", script);
    if (width > 720) {
      await page.locator('th a.sort[href*="sort=licenses"]').click();
      await expect(page).toHaveURL(/of=.*sort=licenses/);
      await settled(page);
    }
    await rows.first().locator("th a").click();
    await page.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
    await settled(page);
    await expect(page.locator('.rail a[aria-current="page"]').first()).toHaveAttribute("href", "/subscriptions");
    await page.context().close();
  });
}

test("a customer has its own subscriptions and no others", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await open(browser, baseURL!, { script: true });
  await signIn(page, people.woodgroveGlobalAdmin);
  await page.goto("/subscriptions?search=Power");
  await settled(page);
  const rows = page.locator("table.table tbody tr");
  await expect(rows.first()).toContainText("Power BI");
  // Nobody else looks it up by its customer.
  const provider = await open(browser, baseURL!, { script: true });
  await signIn(provider, people.contosoAdminAgent);
  await provider.goto("/customers?search=Woodgrove");
  await settled(provider);
  const customer = await provider.locator("tbody tr th a").first().getAttribute("href");
  const of = `/subscriptions?of=${customer!.split("/").pop()}`;
  expect((await provider.goto(of))!.status()).toBe(200);
  const other = await open(browser, baseURL!, { script: true });
  await signIn(other, people.directBillAdmin);
  expect((await other.goto(of))!.status()).toBe(404);
  for (const it of [page, provider, other]) await it.context().close();
});
