// The choice of a partner where not all are listed: found by typing, kept while others are looked for.
import { expect, test, type Page } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

/** The names to choose from, without the first answer. */
async function names(page: Page, select: string) {
  return (await page.locator(`${select} option`).allTextContents()).slice(1);
}

const chosen = (page: Page, select: string) => page.locator(`${select} option:checked`);

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a reseller is found for a new customer, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/customers/new");
    await settled(page);
    const select = 'select[name="reseller"]';
    const all = await names(page, select);
    expect(all.length).toBeGreaterThan(2);
    // One that may take on new customers.
    const [first, second] = all.filter((name) => name !== "City Power Cloud");

    // As with more resellers than are listed: only what was found.
    await page.goto(`${page.url()}?find=${encodeURIComponent(first)}`);
    await settled(page);
    expect(await names(page, select)).toEqual([first]);
    await page.locator(select).selectOption({ label: first });
    await page.locator('input[name="name"]').fill("Tried and Found");

    await page.locator('input[name="find"]').fill(second);
    if (!script) await page.getByRole("button", { name: "Find", exact: true }).click();
    // The chosen one stays, beside the found one, in the order of all.
    await expect(page.locator(`${select} option`)).toHaveText([/./, first, second]);
    await expect(chosen(page, select)).toHaveText(first);
    await expect(page.locator('input[name="name"]')).toHaveValue("Tried and Found");

    await page.locator('input[name="find"]').fill("nobody-like-this");
    if (!script) await page.getByRole("button", { name: "Find", exact: true }).click();
    await expect(page.locator(".partner-search [role=status]")).toContainText("No partners match");
    await expect(page.locator(`${select} option`)).toHaveText([/./, first]);

    await page.locator('input[name="find"]').fill(second);
    if (script) {
      await expect(page.locator(`${select} option`)).toHaveText([/./, first, second]);
    } else {
      // Words that were typed and not looked for are looked for first, whatever is pressed.
      await page.getByRole("button", { name: "Next: Subscriptions" }).last().click();
    }
    await page.locator(select).selectOption({ label: second });
    await page.locator('input[name="domain"]').fill(script ? "tried-found-by-typing" : "tried-found-by-button");
    await page.locator('input[name="admin_name"]').fill("Anna Berg");
    await page.locator('input[name="admin_user"]').fill("anna");
    await page.locator('input[name="contact"]').fill("anna@nowhere.example");
    // Return in a field goes on, and does not look for a reseller.
    await page.locator('input[name="contact"]').press("Enter");
    await page.waitForURL(/\/subscriptions$/);
    await settled(page);
    await page.goto(page.url().replace(/\/subscriptions$/, ""));
    await settled(page);
    await expect(chosen(page, select)).toHaveText(second);
    await page.context().close();
  });

  test(`customers are filtered by a partner that was found, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/customers");
    await settled(page);
    const select = 'select[name="filter"]';
    const [first, second] = await names(page, select);
    await page.goto(`/customers?find=${encodeURIComponent(first)}`);
    await settled(page);
    expect(await names(page, select)).toEqual([first]);
    const apply = page.locator('search button[type="submit"]:not(.column-chooser *)');
    await page.locator('search input[name="find"]').fill(second);
    if (!script) await apply.click();
    await expect(page.locator(`${select} option`)).toHaveText([/./, second]);
    await page.locator(select).selectOption({ label: second });
    // With scripts it applies as it is chosen.
    if (!script) await apply.click();
    await page.waitForURL(/filter=[0-9a-f-]{36}/);
    await settled(page);
    await expect(chosen(page, select)).toHaveText(second);
    // The button that was pressed has no name, and is no part of the address.
    expect([...new URL(page.url()).searchParams.keys()]).not.toContain("");
    await page.context().close();
  });

  test(`a provider is found for an invitation, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.relecloudGlobalAdmin);
    await page.goto("/providers/invite?provider=all");
    await settled(page);
    const links = page.locator("ul.links a[href*='provider=']");
    const all = await links.allTextContents();
    expect(all.length).toBeGreaterThan(1);
    const [first, second] = all;
    await page.goto(`/providers/invite?provider=all&find=${encodeURIComponent(first)}`);
    await settled(page);
    await expect(links).toHaveText([first]);
    await page.locator('input[name="find"]').fill(second);
    if (!script) await page.locator('search button[type="submit"]:not(.column-chooser *)').click();
    await expect(links).toHaveText([second]);
    await links.click();
    await page.waitForURL(/provider=[0-9a-f-]{36}/);
    await settled(page);
    await expect(page.locator('input[name="provider"]')).toHaveValue(/^[0-9a-f-]{36}$/);
    await page.context().close();
  });
}
