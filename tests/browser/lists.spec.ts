// Lists: several filters, an order, a choice of columns and the file, each keeping the others.
import { expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

for (const script of [true, false]) {
  test(`filters, order, columns and the file agree, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/customers?sort=-name");
    await settled(page);
    const names = page.locator("tbody th a");
    const all = await names.allTextContents();

    const filters = page.locator("search");
    await filters.locator("#list-filter").selectOption({ label: "Fourth Coffee Cloud" });
    await filters.locator('button[type="submit"]').click();
    await expect(page).toHaveURL(/filter=[0-9a-f-]{36}/);
    await settled(page);
    // The order is kept, and every row is one of the reseller.
    expect(new URL(page.url()).searchParams.get("sort")).toBe("-name");
    // The button that was pressed has no name, and is no part of the address.
    expect([...new URL(page.url()).searchParams.keys()]).not.toContain("");
    const filtered = await names.allTextContents();
    expect(filtered.length).toBeGreaterThan(0);
    expect(all.filter((name) => filtered.includes(name))).toEqual(filtered);
    expect(filtered.length).toBeLessThan(all.length);

    const licenses = page.locator("thead th", { hasText: "Licenses" });
    await expect(licenses).toBeVisible();
    const chooser = page.locator("details.column-chooser");
    await chooser.locator("summary").click();
    await chooser.getByLabel("Licenses", { exact: true }).uncheck();
    if (!script) await chooser.locator('button[type="submit"]').click();
    await expect(licenses).toBeHidden();
    expect(await names.allTextContents()).toEqual(filtered);

    if (script) {
      // Kept in this browser.
      await page.reload();
      await settled(page);
      await expect(licenses).toBeHidden();
    } else {
      expect(new URL(page.url()).searchParams.get("columns")).not.toContain("licenses");
      expect(new URL(page.url()).searchParams.get("sort")).toBe("-name");
    }

    // The file has every column, and the rows of the page in their order.
    const address = await page.locator(".list-file a, a.list-file").first().getAttribute("href");
    const file = await (await page.request.get(address!)).text();
    const [head, ...rows] = file.replace("\ufeff", "").trim().split("\r\n");
    expect(head).toContain("Licenses");
    expect(rows.map((row) => row.split(",")[0])).toEqual(filtered);
    await page.context().close();
  });
}
