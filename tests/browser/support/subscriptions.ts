// Steps on the pages of subscriptions.
import { expect, type Page } from "@playwright/test";
import { settled } from "./portal";

/** The address of a subscription's page. */
export const subscription = /\/subscriptions\/[0-9a-f-]{36}$/;
/** The fields of a change. They become the address. */
export const fields = (page: Page) => page.locator('form[action$="/change"]');
/** What submits the previewed change. */
export const change = (page: Page) => page.locator('form[action="/api/change-subscription"]');
/** The number of licenses on a subscription's page. */
export const licenses = (page: Page) => page.locator(".facts").first().locator("dd").first();

/** Goes to the customer's page, by the list of customers. */
export async function openCustomer(page: Page, customer: string) {
  await page.goto(`/customers?search=${encodeURIComponent(customer)}`);
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Goes to the page of the customer's subscription to this product, by the list of customers. */
export async function openSubscription(page: Page, customer: string, product: string) {
  await openCustomer(page, customer);
  await page.locator("#subscriptions tbody th a", { hasText: product }).first().click();
  await page.waitForURL(subscription);
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Follows the link to this change. */
export async function begin(page: Page, what: string) {
  await page.locator(`#actions a[href$="what=${what}"]`).click();
  await page.waitForURL((url) => url.searchParams.get("what") === what);
  await settled(page);
}

/** Asks for so many licenses, and waits for the answer. */
export async function ask(page: Page, quantity: string) {
  await fields(page).locator('input[name="quantity"]').fill(quantity);
  await fields(page).locator('button[type="submit"]').click();
  await expect(page).toHaveURL((url) => url.searchParams.get("quantity") === quantity);
  await settled(page);
}

/** What is scheduled for the renewal. */
export const scheduled = (page: Page) => page.locator(".notice", { has: page.locator('a[href$="what=unschedule"]') });

/** Drops what is scheduled, after its preview. */
export async function drop(page: Page, label: string) {
  await scheduled(page).getByRole("link", { name: label, exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get("what") === "unschedule");
  await settled(page);
  // What the renewal costs then.
  await expect(page.locator("main tbody tr").first()).toBeVisible();
  await change(page).locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/done=subscription_change_undone/);
  await settled(page);
  await expect(scheduled(page)).toHaveCount(0);
}

/** Submits what was previewed. */
export async function submit(page: Page) {
  await change(page).locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/\/subscriptions\/[0-9a-f-]{36}\?done=subscription_changed/);
  await settled(page);
}
