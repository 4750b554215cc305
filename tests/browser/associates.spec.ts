// The partners of a subscription: the provider names a reseller as support contact, whom the customer then sees with
// what it can be reached by, and takes the partner of record away and names it again. A customer of the cloud platform
// makes its reseller tenant owner, and takes that away. With and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

// What a test has done halfway is done already; both change the same subscription.
test.describe.configure({ mode: "serial", retries: 0 });

const provider = "Wide World";
const reseller = "Relecloud";
/** What a tenant owner reads on the page of its customer. */
const owner = "You are, since";
const support = (page: Page) => page.locator('form[action="/api/designate-support"]');
const ofRecord = (page: Page) => page.locator('form[action="/api/set-partner-of-record"]');

/** Chooses the answer that begins so, and submits it. */
async function choose(page: Page, form: ReturnType<typeof support>, answer: string, done: string) {
  const select = form.locator("select");
  const option = answer === "" ? select.locator('option[value=""]') : select.locator("option", { hasText: answer }).first();
  await select.selectOption((await option.getAttribute("value"))!);
  await form.locator(".actions button").click();
  await expect(page).toHaveURL((url) => url.searchParams.get("done") === done);
  await settled(page);
}

for (const script of [true, false]) {
  test(`who supports and who earns is chosen, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const own = await open(browser, baseURL!, { script, width: script ? 1280 : 390 });
    const complaints = watch(own);
    await signIn(own, people.wideWorldGlobalAdmin);
    await own.getByRole("button", { name: "Wide World Distribution" }).click();
    await expect(own).toHaveURL((url) => url.pathname === "/");
    await settled(own);
    await own.goto("/customers?search=Fincher");
    await settled(own);
    await own.locator("tbody tr th a").first().click();
    await own.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await settled(own);
    await own.locator("#subscriptions tbody th a").first().click();
    await own.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
    await settled(own);
    const path = new URL(own.url()).pathname;
    const product = (await own.locator("h1").innerText()).trim();
    await expect(own.locator("#support")).toContainText(provider);
    await own.locator('#support a[href$="/partners"]').click();
    await expect(own).toHaveURL(/\/partners$/);
    await settled(own);
    await look(own, "the partners of a subscription", script);
    // The provider has ordered another one for this customer.
    await expect(support(own).locator('input[name="all"]')).toBeVisible();

    await test.step("a reseller is named, and the customer sees how to reach it", async () => {
      await choose(own, support(own), reseller, "support_designated");
      await expect(own.locator("#support dd").first()).toContainText(reseller);
      const customer = await open(browser, baseURL!, { script });
      watch(customer, complaints);
      await signIn(customer, people.fincherGlobalAdmin);
      await customer.goto(path);
      await settled(customer);
      await expect(customer.locator("#support")).toContainText(reseller);
      await expect(customer.locator('#support a[href^="mailto:"]')).toBeVisible();
      await expect(customer.locator('#support a[href$="/partners"]')).toHaveCount(0);
      await look(customer, "whom a customer calls", script);
      await customer.context().close();
    });

    await test.step("without a partner of record there is a warning, until one is named", async () => {
      const before = await own.locator("main table tbody tr").count();
      await choose(own, ofRecord(own), "", "partner_of_record_set");
      await expect(own.locator("#of-record .notice-warning")).toBeVisible();
      await own.goto(path);
      await settled(own);
      await expect(own.locator('main .notice-warning a[href$="#of-record"]')).toBeVisible();
      await own.goto("/renewals?record=nobody");
      await settled(own);
      await expect(own.locator("main .notice-warning")).toBeVisible();
      await expect(own.locator("tbody th a", { hasText: product }).first()).toBeVisible();
      await own.goto(`${path}/partners`);
      await settled(own);
      await choose(own, ofRecord(own), reseller, "partner_of_record_set");
      await expect(own.locator("#of-record .notice-warning")).toHaveCount(0);
      await expect(own.locator("main table tbody tr")).toHaveCount(before + 2);
    });

    await test.step("the reseller reads who names others", async () => {
      const other = await open(browser, baseURL!, { script });
      watch(other, complaints);
      await signIn(other, people.relecloudGlobalAdmin);
      await other.goto(`${path}/partners`);
      await settled(other);
      await expect(support(other)).toHaveCount(0);
      await expect(other.locator("#why-support")).toContainText(provider);
      await other.context().close();
    });
    // As it was.
    await choose(own, support(own), provider, "support_designated");
    await expect(own.locator("#support dd").first()).toContainText(provider);
    expect(complaints).toEqual([]);
    await own.context().close();
  });
}

for (const script of [true, false]) {
  test(`a reseller becomes tenant owner and is it no longer, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const customer = await open(browser, baseURL!, { script, width: script ? 1280 : 390 });
    const reseller = await open(browser, baseURL!, { script });
    const complaints = watch(customer, watch(reseller));
    await signIn(customer, people.fincherGlobalAdmin);
    await customer.goto("/grants");
    await settled(customer);
    // Of its two partners the reseller alone can be it.
    const form = customer.locator('form[action="/api/change-tenant-owner"]');
    await expect(form).toHaveCount(1);
    await expect(form.locator('input[name="then"]')).toHaveValue("give");
    await look(customer, "a reseller that can be tenant owner", script);
    await form.locator("button").click();
    await expect(customer).toHaveURL((url) => url.searchParams.get("done") === "tenant_owner_given");
    await settled(customer);
    await expect(form.locator('input[name="then"]')).toHaveValue("take");

    // The reseller reads it on the customer's page. Its right to administer ends soon, as its list says.
    await signIn(reseller, people.relecloudGlobalAdmin);
    await reseller.goto("/ending-rights?search=Fincher");
    await settled(reseller);
    const row = reseller.locator("tbody tr", { hasText: "Fincher Architects" });
    await expect(row).toHaveCount(1);
    await reseller.goto("/customers?search=Fincher");
    await settled(reseller);
    await reseller.locator("tbody tr th a").first().click();
    await reseller.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await settled(reseller);
    await expect(reseller.locator("main")).toContainText(owner);
    await look(reseller, "a customer whose tenant owner one is", script);

    await form.locator("button").click();
    await expect(customer).toHaveURL((url) => url.searchParams.get("done") === "tenant_owner_taken");
    await settled(customer);
    await expect(form.locator('input[name="then"]')).toHaveValue("give");
    await reseller.reload();
    await settled(reseller);
    await expect(reseller.locator("main")).not.toContainText(owner);
    expect(complaints).toEqual([]);
    for (const page of [customer, reseller]) await page.context().close();
  });
}
