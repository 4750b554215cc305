// Lists: several filters, an order, a choice of columns and the file, each keeping the others.
import { expect, test, type Page } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

/** The file of the open list: its headings, and its rows by them. All rows, however many a page has. */
async function fileOf(page: Page) {
  const address = await page.locator(".pager a.list-file").getAttribute("href");
  const text = await (await page.request.get(address!)).text();
  // A comma between quotation marks belongs to its value.
  const [head, ...rows] = text
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((value) => value.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"')));
  return { head: head!, rows: rows.map((row) => Object.fromEntries(head!.map((name, n) => [name, row[n] ?? ""]))) };
}

/** Those of these names that are known, in their order: other tests add customers at any time. */
const known = (names: string[], of: string[]) => names.filter((name) => of.includes(name));

for (const script of [true, false]) {
  test(`filters, order, columns and the file agree, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent, "/customers?sort=-name");
    const names = page.locator("tbody th a");
    const list = page.url();

    const filters = page.locator("search");
    // With scripts a filter applies as it is chosen.
    const apply = filters.locator('button[type="submit"]:not(.column-chooser *)');
    await expect(apply).toBeVisible({ visible: !script });
    await filters.locator("#list-filter").selectOption({ label: "Fourth Coffee Cloud" });
    if (!script) await apply.click();
    await expect(page).toHaveURL(/filter=[0-9a-f-]{36}/);
    await settled(page);
    // The order is kept, and every row is one of the reseller.
    expect(new URL(page.url()).searchParams.get("sort")).toBe("-name");
    // The button that was pressed has no name, and is no part of the address.
    expect([...new URL(page.url()).searchParams.keys()]).not.toContain("");
    const filtered = await names.allTextContents();
    expect(filtered.length).toBeGreaterThan(0);

    const licenses = page.locator("thead th", { hasText: "Licenses" });
    await expect(licenses).toBeVisible();
    const chooser = page.locator("details.column-chooser");
    await chooser.locator("summary").click();
    await chooser.getByLabel("Licenses", { exact: true }).uncheck();
    if (!script) await chooser.locator('button[type="submit"]').click();
    await expect(licenses).toBeHidden();
    expect(known(await names.allTextContents(), filtered)).toEqual(filtered);

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
    const { head, rows } = await fileOf(page);
    expect(head).toContain("Licenses");
    expect(known(rows.map((row) => row["Name"]!), filtered)).toEqual(filtered);
    expect(rows.filter((row) => !row["Indirect reseller"]!.includes("Fourth Coffee Cloud"))).toEqual([]);
    // Without the filter there are others between them, in the same order.
    await page.goto(list);
    await settled(page);
    const all = (await fileOf(page)).rows.map((row) => row["Name"]!);
    expect(known(all, filtered)).toEqual(filtered);
    expect(all.length).toBeGreaterThan(rows.length);
    await page.context().close();
  });

  test(`what is set can be taken away, one by one or all at once, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent, "/customers?search=a&missing=support&sort=-name");
    const chips = page.locator(".chips a");
    await expect(chips).toHaveText(["Search: a", "Permission not granted: Support", "Clear filters"]);
    await page.getByRole("link", { name: "Remove filter Permission not granted: Support" }).click();
    await expect(page).toHaveURL((url) => url.search === "?search=a&sort=-name");
    await settled(page);
    await expect(chips).toHaveText(["Search: a", "Clear filters"]);
    await expect(page.locator("#list-missing")).toHaveValue("");
    await page.getByRole("link", { name: "Clear filters" }).click();
    await expect(page).toHaveURL((url) => url.search === "?sort=-name");
    await settled(page);
    await expect(chips).toHaveCount(0);
    await expect(page.locator("#list-search")).toHaveValue("");
    await page.context().close();
  });

  test(`on a phone a row is two lines, and the filters are behind a button, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, width: 390 });
    await signIn(page, people.contosoAdminAgent, "/resellers?filter=active");
    await expect(page.locator("tbody tr").first()).toBeVisible();
    for (const row of await page.locator("tbody tr").all()) {
      expect((await row.boundingBox())!.height).toBeLessThan(90);
    }
    const state = page.locator("#list-filter");
    await expect(state).toBeHidden();
    const fold = page.locator(".filter-fold > summary");
    await expect(fold).toHaveText(/Filters\s*1/);
    await fold.click();
    await expect(state).toBeVisible();
    await state.selectOption("");
    if (!script) await page.locator('search button[type="submit"]:not(.column-chooser *)').click();
    await expect(page).toHaveURL((url) => !url.searchParams.get("filter"));
    await page.context().close();
  });

  test(`the other actions of a row are in a menu, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent, "/resellers?filter=active");
    const menu = page.locator("tbody .menu-anchor > button").first();
    const shown = page.locator(".popover-menu:popover-open");
    // By the keyboard alone.
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(shown).toHaveCount(1);
    await page.keyboard.press("Tab");
    await expect(shown.locator("a:focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(shown).toHaveCount(0);
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
    await shown.getByRole("link", { name: "View customers" }).click();
    await expect(page).toHaveURL(/\/customers\?filter=[0-9a-f-]{36}/);
    await page.context().close();
  });
}

for (const script of [true, false]) {
  test(`a list of one customer stays that customer's, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.fourthCoffeeGlobalAdmin, "/customers?search=Woodgrove");
    await page.locator("tbody tr th a").first().click();
    await page.getByRole("main").getByRole("link", { name: "Users and licenses" }).click();
    await page.waitForURL(/\/licenses\/users\?of=/);
    await settled(page);
    const of = new URL(page.url()).searchParams.get("of");
    await expect(page.locator("tbody tr", { hasText: "Wendy Tsai" })).toHaveCount(1);
    await page.locator("#list-state").selectOption({ label: "Blocked" });
    if (!script) await page.locator('search button[type="submit"]:not(.column-chooser *)').click();
    await expect(page).toHaveURL(/state=blocked/);
    await settled(page);
    expect(new URL(page.url()).searchParams.get("of")).toBe(of);
    // Nobody is, and the way back leads to the same customer's users.
    await expect(page.locator("main .empty")).toBeVisible();
    await page.locator("main .empty a").click();
    await expect(page).toHaveURL((url) => url.search === `?of=${of}`);
    await settled(page);
    await expect(page.locator("tbody tr", { hasText: "Wendy Tsai" })).toHaveCount(1);
    const file = await (await page.request.get((await page.locator(".pager a.list-file").getAttribute("href"))!)).text();
    expect(file).toContain("wendy.tsai@woodgrove.example");
    await page.context().close();
  });
}

test("rows are one line, the sorted column is marked, and a filter that is chosen by keys keeps the focus", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  for (const [path, sorted] of [["/customers", "Name"], ["/subscriptions", "Customer"], ["/resellers", "Name"], ["/resellers/requests", "Created"], ["/demo/mailbox", "Created"]] as const) {
    await page.goto(path);
    await settled(page);
    await expect(page.locator("thead th[aria-sort]"), path).toContainText(sorted);
    // A subject is as long as its sender has made it.
    if (path === "/demo/mailbox") continue;
    for (const row of await page.locator("tbody tr").all()) {
      expect((await row.boundingBox())!.height, path).toBeLessThan(64);
    }
  }
  await page.goto("/resellers");
  await settled(page);
  const state = page.locator("#list-filter");
  await state.press("ArrowDown");
  await expect(page).toHaveURL(/filter=active/);
  await settled(page);
  await expect(page.locator(".chips a")).toHaveCount(2);
  await expect(state).toBeFocused();
  await expect(state).toHaveValue("active");
  await page.context().close();
});

test("a question that a menu asks gives the focus back to the menu", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent, "/resellers/requests");
  const row = page.locator("tbody tr", { has: page.locator('button[aria-haspopup="dialog"]') }).first();
  const menu = row.locator(".menu-anchor > button");
  await menu.click();
  await page.locator(".popover-menu:popover-open").getByRole("button", { name: "Cancel request" }).click();
  const dialog = page.locator("dialog[open]");
  await expect(dialog).toBeVisible();
  await expect(page.locator(".popover-menu:popover-open")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(menu).toBeFocused();
  await page.context().close();
});
