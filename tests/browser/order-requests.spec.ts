// The day of a reseller that asks for an order, and of the provider that approves, changes or declines it; and of a
// customer that wants to be asked first. With and without JavaScript, in all languages.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";
import type { Language } from "./support/words";

// What a test has done halfway is done already.
test.describe.configure({ retries: 0, mode: "serial" });

const one = /\/order-requests\/[0-9a-f-]{36}/;
const form = (page: Page, what: string) => page.locator(`form[action="/api/${what}"]`);

/** Opens a browser as this person. */
async function as(browser: Browser, baseURL: string, who: string, how: { script: boolean; language: Language }) {
  const page = await open(browser, baseURL, how);
  await signIn(page, who);
  return page;
}

/** Goes to the page of Woodgrove Bank, by the list of customers. */
async function goToWoodgrove(page: Page) {
  await page.goto("/customers?search=Woodgrove");
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
}

/** Asks for new licenses, and returns the path of the request. */
async function askForNew(page: Page, licenses: string, note: string) {
  await goToWoodgrove(page);
  await page.locator('main a[href^="/order-requests/new?customer="]').first().click();
  await page.waitForURL(/\/order-requests\/new/);
  await settled(page);
  const search = page.locator('form[action="/order-requests/new"]');
  await search.locator('input[name="search"]').fill("Business Basic");
  await search.locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/search=Business/);
  await settled(page);
  const asking = form(page, "ask-for-order");
  await asking.locator('input[name^="lines["]').first().fill(licenses);
  await asking.locator('textarea[name="note"]').fill(note);
  await asking.locator('button[type="submit"]').click();
  await page.waitForURL(one);
  await settled(page);
  return new URL(page.url()).pathname;
}

for (const { script, language } of [
  { script: true, language: "en" },
  { script: false, language: "zh-Hant" },
] as const) {
  const how = script ? "with" : "without";

  test(`a reseller asks and the provider approves, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const reseller = await as(browser, baseURL!, people.fourthCoffeeGlobalAdmin, { script, language });
    const complaints = watch(reseller);
    // Nothing is asked for: the form comes back, with what was typed.
    await goToWoodgrove(reseller);
    await reseller.locator('main a[href^="/order-requests/new?customer="]').first().click();
    await reseller.waitForURL(/\/order-requests\/new/);
    await settled(reseller);
    await form(reseller, "ask-for-order").locator('textarea[name="note"]').fill("For the new branch");
    await form(reseller, "ask-for-order").locator('button[type="submit"]').click();
    await settled(reseller);
    await expect(form(reseller, "ask-for-order").locator('textarea[name="note"]')).toHaveValue("For the new branch");
    expect(new URL(reseller.url()).pathname).toBe("/order-requests/new");

    const path = await askForNew(reseller, "7", "For the new branch");
    await look(reseller, "order request of a reseller", script);
    await expect(form(reseller, "withdraw-order-request")).toHaveCount(1);
    await expect(form(reseller, "approve-order-request")).toHaveCount(0);

    const provider = await as(browser, baseURL!, people.contosoAdminAgent, { script, language });
    await provider.goto("/");
    await settled(provider);
    await expect(provider.locator(`main a[href="${path}"]`).first()).toBeAttached();
    await provider.goto("/order-requests");
    await settled(provider);
    await look(provider, "order requests", script);
    await provider.locator(`tbody th a[href="${path}"]`).click();
    await provider.waitForURL(`**${path}`);
    await settled(provider);
    await look(provider, "order request of a provider", script);
    await expect(provider.locator("#price tbody tr").first()).toContainText("7");

    // Both write, and read each other.
    await form(provider, "write-order-request").locator("textarea").fill("When do you need them?");
    await form(provider, "write-order-request").locator('button[type="submit"]').click();
    await expect(provider.locator("#thread li")).toHaveCount(1);
    await settled(provider);

    await form(provider, "approve-order-request").locator('button[type="submit"]').click();
    await expect(form(provider, "approve-order-request")).toHaveCount(0);
    await settled(provider);

    await reseller.goto(path);
    await settled(reseller);
    await expect(reseller.locator("#thread li")).toContainText("When do you need them?");
    await expect(form(reseller, "withdraw-order-request")).toHaveCount(0);
    // Both are led to the order that came of it.
    for (const page of [provider, reseller]) {
      await page.locator('main a.button[href^="/orders/"]').click();
      await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
      await settled(page);
      await expect(page.locator("table.table tbody tr").first()).toContainText("Business Basic");
    }
    await goToWoodgrove(reseller);
    await expect(reseller.locator("#subscriptions tbody tr", { hasText: "Business Basic" }).first()).toBeAttached();
    expect(complaints).toEqual([]);
    await provider.context().close();
    await reseller.context().close();
  });
}

test("the provider changes a request, and declines another with a reason", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const how = { script: true, language: "zh-Hans" } as const;
  const reseller = await as(browser, baseURL!, people.fourthCoffeeGlobalAdmin, how);
  const changed = await askForNew(reseller, "9", "For the new branch");
  const declined = await askForNew(reseller, "11", "For the other branch");
  const provider = await as(browser, baseURL!, people.contosoAdminAgent, how);
  await provider.goto(changed);
  await settled(provider);
  await provider.locator("details", { has: form(provider, "change-order-request") }).locator("summary").click();
  const change = form(provider, "change-order-request");
  await change.locator('input[name^="lines["]').first().fill("8");
  await change.locator('textarea[name="reason"]').fill("Eight are left.");
  await change.locator('button[type="submit"]').click();
  await expect(provider.locator("#price tbody tr").first()).toContainText("8");
  await settled(provider);

  await provider.goto(declined);
  await settled(provider);
  await provider.locator("details", { has: form(provider, "decline-order-request") }).locator("summary").click();
  // Without a reason nothing is declined.
  await form(provider, "decline-order-request").locator('button[type="submit"]').click();
  await expect(form(provider, "decline-order-request").locator('textarea[aria-invalid="true"]')).toBeVisible();
  await form(provider, "decline-order-request").locator("textarea").fill("Not before March.");
  await form(provider, "decline-order-request").locator('button[type="submit"]').click();
  await expect(form(provider, "decline-order-request")).toHaveCount(0);

  await reseller.goto(declined);
  await settled(reseller);
  await expect(reseller.locator("main")).toContainText("Not before March.");
  await reseller.goto(changed);
  await settled(reseller);
  await expect(reseller.locator("main")).toContainText("Eight are left.");
  await form(reseller, "withdraw-order-request").locator('button[type="submit"]').click();
  await expect(form(reseller, "withdraw-order-request")).toHaveCount(0);
  await provider.context().close();
  await reseller.context().close();
});

test("a customer that wants to be asked agrees first", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const how = { script: false, language: "en" } as const;
  const customer = await as(browser, baseURL!, people.woodgroveGlobalAdmin, how);
  await customer.goto("/settings");
  await customer.locator('main a[href="/settings/order-requests"]').first().click();
  await customer.waitForURL("**/settings/order-requests");
  await look(customer, "asked first", false);
  await form(customer, "set-asked-first").locator('input[type="checkbox"]').check();
  await form(customer, "set-asked-first").locator('button[type="submit"]').click();
  await expect(form(customer, "set-asked-first").locator('input[type="checkbox"]')).toBeChecked();

  const reseller = await as(browser, baseURL!, people.fourthCoffeeGlobalAdmin, how);
  const path = await askForNew(reseller, "6", "For the bank's counter");
  const provider = await as(browser, baseURL!, people.contosoAdminAgent, how);
  await provider.goto(path);
  await expect(form(provider, "approve-order-request")).toHaveCount(0);

  await customer.goto(path);
  await look(customer, "order request of a customer", false);
  await form(customer, "agree-order-request").locator('button[value="agree"]').click();
  await expect(form(customer, "agree-order-request")).toHaveCount(0);
  await provider.goto(path);
  await form(provider, "approve-order-request").locator('button[type="submit"]').click();
  await expect(form(provider, "approve-order-request")).toHaveCount(0);

  // As it was before, for the other tests.
  await customer.goto("/settings/order-requests");
  await form(customer, "set-asked-first").locator('input[type="checkbox"]').uncheck();
  await form(customer, "set-asked-first").locator('button[type="submit"]').click();
  await expect(form(customer, "set-asked-first").locator('input[type="checkbox"]')).not.toBeChecked();
  await customer.context().close();
  await reseller.context().close();
  await provider.context().close();
});
