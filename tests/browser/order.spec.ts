// The total of an order follows what is typed, and nothing is ordered in other quantities than those of the total that was shown.
import { expect, test, type Page } from "@playwright/test";
import { addProduct, open, people, settled, signIn } from "./support/portal";

const total = (page: Page) => page.locator("dl.facts .fact dd");
const submit = (page: Page) => page.getByRole("button", { name: "Submit", exact: true });

/** Begins an order for a customer of Contoso. */
async function begin(page: Page) {
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers?search=Woodgrove");
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.getByRole("link", { name: "Add subscription" }).click();
  await page.waitForURL(/subscriptions\/new/);
  await settled(page);
}

/** What stands there, without the currency. */
async function amount(page: Page) {
  return Number((await total(page).innerText()).replace(/[^0-9.]/g, ""));
}

test("the total follows what is typed", async ({ page }) => {
  await begin(page);
  const quantity = await addProduct(page, "Power BI Pro", 1);
  await expect(quantity).toBeFocused();
  const one = await amount(page);
  expect(one).toBeGreaterThan(0);
  await quantity.fill("3");
  await expect.poll(() => amount(page)).toBeCloseTo(3 * one, 2);
  await quantity.fill("many");
  await expect(total(page)).toHaveText("Enter a number for each product");
  await quantity.fill("2");
  await expect.poll(() => amount(page)).toBeCloseTo(2 * one, 2);
});

test("each product keeps its own quantity when another is added", async ({ page }) => {
  await begin(page);
  const first = await addProduct(page, "Power BI Pro", 7);
  const second = await addProduct(page, "Business Basic", 9);
  const third = await addProduct(page, "Exchange Online", 11);
  for (const [field, value] of [[first, "7"], [second, "9"], [third, "11"]] as const) await expect(field).toHaveValue(value);
});

test("without JavaScript the new total is shown before anything is ordered", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { script: false });
  await begin(page);
  const quantity = await addProduct(page, "Power BI Pro", 1);
  const one = await amount(page);
  await quantity.fill("4");
  await page.getByRole("button", { name: "Update", exact: true }).last().click();
  expect(await amount(page)).toBeCloseTo(4 * one, 2);

  await quantity.fill("5");
  await submit(page).click();
  await expect(page).toHaveURL(/subscriptions\/new/);
  await expect(page.locator(".notice-warning")).toContainText("nothing was ordered yet");
  await expect(quantity).toHaveValue("5");
  expect(await amount(page)).toBeCloseTo(5 * one, 2);
});

test("an added product begins with the least that can be ordered", async ({ page }) => {
  await begin(page);
  // From 5 licenses on, in the demo's figures.
  const name = "Common Data Service for Apps File Capacity";
  await page.locator("#product-search").fill(name);
  await page.locator('button[name="go"][value="search"]').last().click();
  const row = page.locator("#catalog tbody tr", { hasText: name });
  await expect(row).toContainText("5 to 100");
  await settled(page);
  await row.locator('button[value^="add:"]').click();
  const quantity = page.locator('input[name^="lines["]');
  await expect(quantity).toHaveValue("5");
  await expect(quantity).toBeFocused();
});
