// The total of an order follows what is typed, and nothing is ordered in other quantities than those of the total that was shown.
import { expect, test, type Page } from "@playwright/test";
import { addProduct, open, people, settled, signIn } from "./support/portal";

const total = (page: Page) => page.locator(".task-total dd");
const submit = (page: Page) => page.getByRole("button", { name: "Place order" });

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
  // So does the amount of the line; the head of its column has the currency.
  const lines = page.locator("table", { has: page.locator('input[name^="lines["]') });
  const line = lines.locator("tbody td.numeric").last();
  await expect(line).toHaveText((await total(page).innerText()).replace(/^[A-Z]+ /, ""));
  await expect(lines.locator("thead th.numeric").last()).toHaveText(/\([A-Z]{3}\)$/);
  await quantity.fill("many");
  await expect(line).toHaveText("");
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

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`products that are not sold are shown when asked for, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await begin(page);
    // Among its matches are some that are not sold in the demo.
    await page.locator("#product-search").fill("dynamics");
    await page.locator('button[name="go"][value="search"]').last().click();
    await expect(page.locator("#catalog tbody th").first()).toContainText("Dynamics");
    await settled(page);
    const unsold = page.locator("#catalog tbody tr", { hasText: "Not sold right now" });
    await expect(unsold.first()).toBeHidden();
    const hidden = await unsold.count();
    expect(hidden).toBeGreaterThan(0);
    const choice = page.getByLabel(/Show products not sold right now/);
    await expect(page.locator('label[for="show-unsold"]')).toContainText(`(${hidden})`);
    await choice.check();
    await expect(unsold.first()).toBeVisible();
    await choice.uncheck();
    await expect(unsold.first()).toBeHidden();
    await page.context().close();
  });

  test(`another page of the catalog keeps what was typed, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await begin(page);
    const quantity = await addProduct(page, "Power BI Pro", 6);
    await page.locator("#product-search").fill("");
    await page.locator('button[name="go"][value="search"]').last().click();
    await expect(page.locator("#catalog tbody tr")).toHaveCount(20);
    await settled(page);
    const first = (await page.locator("#catalog tbody th").first().textContent())!;
    await quantity.fill("8");
    await page.getByRole("button", { name: "More products" }).click();
    await expect(page.locator("#catalog tbody th").first()).not.toHaveText(first);
    await expect(quantity).toHaveValue("8");
    await settled(page);
    await page.locator("#catalog").getByRole("button", { name: "Previous" }).click();
    await expect(page.locator("#catalog tbody th").first()).toHaveText(first);
    await page.context().close();
  });
}

test("total and buttons stay in sight, on a desktop and on a phone", async ({ page }) => {
  await begin(page);
  await addProduct(page, "Power BI Pro", 2);
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await page.locator("#catalog tbody tr").last().scrollIntoViewIfNeeded();
    await expect(total(page)).toBeInViewport({ ratio: 1 });
    await expect(submit(page)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("link", { name: "Cancel" })).toBeInViewport({ ratio: 1 });
  }
});
