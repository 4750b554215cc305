// **Statement**: month by month, with the same sums on the page as in the file.
import { expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

/** The cells of a line that has no quotation marks around commas; names are in front of what is compared. */
const last = (line: string, from: number) => line.split(",").at(-from)!;

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a customer reads its statement of a month, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.woodgroveGlobalAdmin);
    await page.locator('.rail a[href="/statement"]').click();
    await page.waitForURL("**/statement");
    await settled(page);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toContainText("Statement · ");
    await expect(page.getByText("The month stays open until it ends")).toBeVisible();
    await expect(page.getByRole("link", { name: "Next month" })).toHaveCount(0);
    const present = await title.textContent();

    await page.getByRole("link", { name: "Previous month" }).click();
    await page.waitForURL(/\/statement\?month=/);
    await settled(page);
    await expect(title).not.toHaveText(present!);
    await expect(page.getByText("The month stays open until it ends")).toHaveCount(0);
    // Back to a month in which something was charged.
    for (let back = 0; back < 12 && (await page.locator("#total").count()) === 0; back++) {
      const before = page.url();
      await page.getByRole("link", { name: "Previous month" }).click();
      await page.waitForURL((url) => url.href !== before);
      await settled(page);
    }
    const month = new URL(page.url()).searchParams.get("month");
    const file = await page.request.get(`/statement.csv?month=${month}`);
    const [heading, ...lines] = (await file.text()).trim().split("\r\n");
    expect(heading).toContain("Customer,Customer ID,Subscription,");
    // Each subscription has its sum where its lines are folded.
    const folded = page.locator("main details").first();
    await expect(folded.locator("summary")).toContainText(/[A-Z]{3} -?[\d,.]+/);
    if ((await folded.getAttribute("open")) === null) {
      await expect(folded.locator("table")).toBeHidden();
      await folded.locator("summary").click();
    }
    await expect(folded.locator("table")).toBeVisible();
    const totals = page.locator("#total tbody tr");
    const sums = new Map<string, number>();
    for (const line of lines) {
      const currency = last(line, 1);
      sums.set(currency, (sums.get(currency) ?? 0) + Number(last(line, 2)));
    }
    expect(sums.size).toBeGreaterThan(0);
    await expect(totals).toHaveCount(sums.size);
    for (const row of await totals.all()) {
      const currency = (await row.locator("th").textContent())!.trim();
      const due = (await row.locator("td").last().textContent())!.replace(currency, "").replaceAll(",", "");
      expect(Number(due)).toBeCloseTo(sums.get(currency)!, 2);
    }
    await page.context().close();
  });
}

test("a partner comes to a customer's statement from its page", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, {});
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers");
  await settled(page);
  await page.locator("main tbody th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  await settled(page);
  const costs = page.locator("#subscriptions p", { hasText: "Costs per month" });
  await costs.getByRole("link", { name: "Statement" }).click();
  await page.waitForURL(/\/statement\?of=/);
  await settled(page);
  await expect(page.locator("main .lead").first()).toContainText("Customer: ");
  await page.context().close();
});
