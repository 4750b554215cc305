// The day of a reseller that asks for an order, and of the provider that approves, changes or declines it; and of a
// customer that wants to be asked first. With and without JavaScript, in all languages.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { addProduct, open, people, settled, signIn, watch } from "./support/portal";
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

/** Goes to the form for new subscriptions. */
async function goToForm(page: Page) {
  await goToWoodgrove(page);
  await page.locator('main a[href^="/order-requests/new?customer="]').first().click();
  await page.waitForURL(/\/order-requests\/new/);
  await settled(page);
}

/** Reviews what was chosen. */
async function review(page: Page) {
  await form(page, "ask-for-order").locator('button[name="go"][value="review"]').click();
  await page.waitForURL(/\/order-requests\/new\/review/);
  await settled(page);
}

/** Sends the request that is reviewed, and returns its path. */
async function send(page: Page, note: string) {
  await form(page, "ask-for-order").locator('textarea[name="note"]').fill(note);
  await form(page, "ask-for-order").locator('button[name="go"][value="ask"]').click();
  await page.waitForURL(one);
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Asks for new licenses, and returns the path of the request. */
async function askForNew(page: Page, licenses: string, note: string) {
  await goToForm(page);
  await addProduct(page, "Business Basic", licenses);
  await review(page);
  return send(page, note);
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
    // What is no number comes back, as it was typed; and nothing chosen is no request.
    await goToForm(reseller);
    const licenses = await addProduct(reseller, "Business Basic", "many");
    await look(reseller, "asking for new subscriptions", script);
    await form(reseller, "ask-for-order").locator('button[name="go"][value="review"]').click();
    await expect(licenses).toHaveAttribute("aria-invalid", "true");
    await expect(licenses).toHaveValue("many");
    await settled(reseller);
    expect(new URL(reseller.url()).pathname).toBe("/order-requests/new");
    await goToForm(reseller);
    await form(reseller, "ask-for-order").locator('button[name="go"][value="review"]').click();
    await expect(reseller.locator(".error-summary")).toBeVisible();
    await settled(reseller);

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

for (const script of [true, false]) {
  test(`each line has its own plan, and an add-on its base, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const how = { script, language: "en" } as const;
    const reseller = await as(browser, baseURL!, people.fourthCoffeeGlobalAdmin, how);
    await goToForm(reseller);
    const product = "Microsoft 365 E3";
    await addProduct(reseller, product, 2);
    const row = reseller.locator("#catalog tbody tr", { hasText: product }).first();
    await row.locator("summary").click();
    await row.locator('button[value*=".month-monthly:"]').click();
    const lines = reseller.locator('input[name^="lines["]');
    await expect(lines).toHaveCount(2);
    await settled(reseller);
    await reseller.locator('input[name$=".month-monthly]"]').fill("3");
    await reseller.locator("#product-search").fill("MCOMEETADV");
    await reseller.locator('button[name="go"][value="search"]').last().click();
    const addOn = reseller.locator("#catalog tbody tr").filter({ has: reseller.getByText("MCOMEETADV", { exact: true }) });
    await expect(addOn).toContainText("Add-on to");
    await settled(reseller);
    await addOn.locator('button[value^="add:"]:visible').click();
    await expect(lines).toHaveCount(3);
    await settled(reseller);
    // For a subscription that the customer has.
    await reseller.locator('select[name^="bases["]').selectOption({ index: 1 });
    await review(reseller);
    await look(reseller, "review of an order request", script);
    const rows = reseller.locator("#lines tbody tr");
    await expect(rows).toHaveCount(3);
    await expect(reseller.locator("#charged tbody tr")).toHaveCount(3);
    await expect(rows.filter({ hasText: "1 month, billed monthly" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "Add-on to" })).toHaveCount(1);
    const path = await send(reseller, "For the project");

    const provider = await as(browser, baseURL!, people.contosoAdminAgent, how);
    await provider.goto(path);
    await settled(provider);
    await expect(provider.locator("main")).toContainText("Add-on to");
    await provider.locator("details", { has: form(provider, "change-order-request") }).locator("summary").click();
    const change = form(provider, "change-order-request");
    await expect(change.locator('select[name^="plans["]')).toHaveCount(3);
    await change.locator('input[name$=".month-monthly]"]').fill("4");
    await change.locator('button[type="submit"]').click();
    await expect(provider.locator("#price tbody tr", { hasText: "1 month, billed monthly" })).toContainText("4");
    await settled(provider);
    await form(provider, "approve-order-request").locator('button[type="submit"]').click();
    await expect(form(provider, "approve-order-request")).toHaveCount(0);
    await provider.context().close();
    await reseller.context().close();
  });
}

for (const { script, part, product } of [
  { script: true, part: "PROJECT_PLAN1_DEPT", product: "Project Plan 1 (for Department)" },
  { script: false, part: "PROJECT_PLAN3_DEPT", product: "Project Plan 3 (for Department)" },
]) {
  test(`the reseller proposes who loses a license, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const how = { script, language: "en" } as const;
    const reseller = await as(browser, baseURL!, people.fourthCoffeeGlobalAdmin, how);
    // Two new licenses, which two users hold.
    await goToForm(reseller);
    const of = new URL(reseller.url()).searchParams.get("customer")!;
    await addProduct(reseller, part, 2);
    await review(reseller);
    const first = await send(reseller, "For the new branch");
    const provider = await as(browser, baseURL!, people.contosoAdminAgent, how);
    const approve = form(provider, "approve-order-request");
    await provider.goto(first);
    await settled(provider);
    await approve.locator('button[type="submit"]').click();
    await expect(approve).toHaveCount(0);
    await reseller.goto(`/licenses/users?of=${of}`);
    await settled(reseller);
    for (const name of ["Terry Kuo", "Felix Kao"]) {
      await reseller.locator("tbody tr", { hasText: name }).locator("input.row-tick").check();
    }
    const assign = form(reseller, "assign-licenses");
    const option = assign.locator('select[name="subscription"] option', { hasText: product });
    const subscription = (await option.getAttribute("value"))!;
    await assign.locator('select[name="subscription"]').selectOption(subscription);
    await assign.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(reseller).toHaveURL(/done=licenses_assigned/);
    await settled(reseller);

    // One fewer.
    await reseller.goto(`/order-requests/new?subscription=${subscription}`);
    await settled(reseller);
    const asking = form(reseller, "ask-for-order");
    await asking.locator('input[name="quantity"]').fill("1");
    await asking.locator("details summary").click();
    await reseller.getByLabel(/^Terry Kuo/).check();
    // At the renewal nobody is asked: it is refused by name, and what was ticked is still there.
    await asking.locator('select[name="when"]').selectOption("at_renewal");
    await asking.locator('button[type="submit"]').click();
    await expect(asking.locator(".error-summary")).toBeVisible();
    await settled(reseller);
    await expect(reseller.getByLabel(/^Terry Kuo/)).toBeChecked();
    await look(reseller, "a proposal of who loses a license", script);
    await asking.locator('select[name="when"]').selectOption("now");
    await asking.locator('button[type="submit"]').click();
    await reseller.waitForURL(one);
    await settled(reseller);
    await expect(reseller.locator("main")).toContainText("Terry Kuo");
    const path = new URL(reseller.url()).pathname;

    // The provider, which knows no users, says whether it follows that.
    await provider.goto(path);
    await settled(provider);
    await expect(provider.locator("main")).not.toContainText("Terry Kuo");
    await approve.locator('button[type="submit"]').click();
    await expect(approve.locator(".error-summary")).toBeVisible();
    await settled(provider);
    await approve.locator('input[name="who"][value="proposed"]').check();
    await look(provider, "an approval that takes a license", script);
    await approve.locator('button[type="submit"]').click();
    await expect(approve).toHaveCount(0);

    await reseller.goto(`/licenses/holders?of=${subscription}`);
    await settled(reseller);
    await expect(reseller.locator("main tbody th")).toHaveText([/Felix Kao/]);
    await provider.context().close();
    await reseller.context().close();
  });
}
