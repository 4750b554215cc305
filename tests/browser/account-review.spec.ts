// The operator puts a customer's account under review: what waits is said where it would be done, what goes on is done,
// and the review is ended.
import { type Page, expect, test } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

const customer = "Zava Logistics";

// The tests put the same customer under review, one after the other.
test.describe.configure({ mode: "serial", retries: 0 });

async function openCustomer(page: Page, list: string, path: RegExp) {
  await page.goto(list);
  await settled(page);
  await page.locator("main tbody a", { hasText: customer }).first().click();
  await page.waitForURL(path);
  await settled(page);
}

async function answer(page: Page, dialog: string, endpoint: string, reason: string) {
  await page.locator(`button[commandfor="${dialog}"]`).first().click();
  const form = page.locator(`form[action="/api/${endpoint}"]`);
  await form.locator('[name="reason"]').fill(reason);
  await form.locator('button[type="submit"]').last().click();
}

for (const { script, language, width } of [
  { script: true, language: "en", width: 1280 },
  { script: false, language: "zh-Hant", width: 390 },
] as const) {
  test(`a customer's account is reviewed ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signIn(operator, people.operator);
    await openCustomer(operator, "/organizations?search=Zava", /\/organizations\/[0-9a-f-]+/);
    await look(operator, "a customer before its review", script);
    await answer(operator, "review", "review-customer", "The address does not exist.");
    await expect(operator).toHaveURL(/done=customer_review_begun/);
    await settled(operator);
    await expect(operator.locator("main")).toContainText("The address does not exist.");
    await look(operator, "a customer under review", script);
    await operator.goto("/organizations?review=under_review");
    await settled(operator);
    await expect(operator.locator("main tbody")).toContainText(customer);

    const partner = await open(browser, baseURL!, { script, language, width });
    await signIn(partner, people.directBillAdmin);
    await openCustomer(partner, "/customers?search=Zava", /\/customers\/[0-9a-f-]+/);
    await expect(partner.locator(".notice-warning", { hasText: "The address does not exist." })).toBeVisible();
    await look(partner, "a partner's page of a customer under review", script);
    // More licenses wait, and the page of the subscription says so.
    await partner.locator("#subscriptions tbody a", { hasText: "E3" }).first().click();
    await partner.waitForURL(/\/subscriptions\/[0-9a-f-]+/);
    await settled(partner);
    await expect(partner.locator('#actions button[popovertarget="why-upgrade"]')).toHaveAttribute("aria-disabled", "true");
    await partner.context().close();

    await openCustomer(operator, "/organizations?review=under_review", /\/organizations\/[0-9a-f-]+/);
    await answer(operator, "end-review", "end-customer-review", "The address was corrected.");
    await expect(operator).toHaveURL(/done=customer_review_ended/);
    await settled(operator);
    await expect(operator.locator('button[commandfor="review"]').first()).toBeVisible();
    expect(complaints).toEqual([]);
    await operator.context().close();
  });
}
