// The total of an order follows what is typed, and nothing is ordered before its review has shown what each line costs.
import { expect, test, type Page } from "@playwright/test";
import { addProduct, open, people, reviewOrder, settled, signIn, unique } from "./support/portal";

const total = (page: Page) => page.locator(".task-total dd");
const review = (page: Page) => page.getByRole("button", { name: "Review order" });
const submit = (page: Page) => page.getByRole("button", { name: "Submit", exact: true });

/** A product of which a customer can have several subscriptions. */
const several = "Microsoft 365 E3";

/** Begins an order for a customer of Contoso. */
async function begin(page: Page) {
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers?search=Woodgrove");
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  // On a phone the link is in a menu.
  const link = page.locator('main a[href$="/subscriptions/new"]').first();
  await page.goto((await link.getAttribute("href"))!);
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

test("without JavaScript the review shows what was typed last", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { script: false });
  await begin(page);
  const quantity = await addProduct(page, several, 1);
  const one = await amount(page);
  await quantity.fill("4");
  await page.getByRole("button", { name: "Update", exact: true }).last().click();
  expect(await amount(page)).toBeCloseTo(4 * one, 2);

  await quantity.fill("5");
  await reviewOrder(page);
  const line = page.locator("#lines tbody tr");
  await expect(line).toContainText(several);
  await expect(line.locator("td.numeric").first()).toHaveText("5");
  // Back, with the same lines.
  await page.getByRole("link", { name: "Change the order" }).click();
  await expect(page.locator('input[name^="lines["]')).toHaveValue("5");
  await page.context().close();
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
  await row.locator('button[value^="add:"]:visible').click();
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
    await expect(review(page)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("link", { name: "Cancel" })).toBeInViewport({ ratio: 1 });
  }
});

/** The numbers in a text with amounts. */
const numbers = (text: string) => Number(text.replace(/[^0-9.]/g, ""));

for (const { script, width } of [{ script: true, width: 1280 }, { script: false, width: 390 }] as const) {
  const how = `${script ? "with" : "without"} JavaScript, ${width} pixels wide`;

  test(`one product is ordered by two terms, ${how}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    await addProduct(page, several, 2);
    // By the month too, from the folded terms of the same row.
    const row = page.locator("#catalog tbody tr", { hasText: several }).first();
    await row.locator("summary").click();
    await row.locator('button[value*=".month-monthly:"]').click();
    const lines = page.locator('input[name^="lines["]');
    await expect(lines).toHaveCount(2);
    await settled(page);
    await page.locator('input[name$=".month-monthly]"]').fill("3");
    await reviewOrder(page);
    const rows = page.locator("#lines tbody tr");
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: "1 year, billed monthly" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "1 month, billed monthly" })).toHaveCount(1);
    await expect(page.locator("main")).toContainText("Charged now");
    await expect(page.locator("main")).toContainText("Total per month");
    // Of what is billed every month, the first month is charged now.
    const fact = (label: string) => page.locator(".fact", { hasText: label }).locator("dd").innerText();
    expect(numbers(await fact("Charged now"))).toBeCloseTo(numbers(await fact("Total per month")), 1);
    // Line by line, with the days counted.
    await expect(page.locator("#charged tbody tr")).toHaveCount(2);
    await expect(page.locator("#charged tbody tr").first()).toContainText(/Purchase.*\d+ of \d+/s);
    await submit(page).click();
    await expect(page).not.toHaveURL(/subscriptions\/new/);
    await expect(page.locator("#subscriptions")).toContainText(several);
    await page.context().close();
  });

  test(`an add-on is ordered with its base, and later for a subscription that is chosen, ${how}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    const address = page.url();
    const addOn = "Microsoft 365 Audio Conferencing";
    /** Of the products with such a name, the add-on itself. */
    const add = async () => {
      await page.locator("#product-search").fill("MCOMEETADV");
      await page.locator('button[name="go"][value="search"]').last().click();
      const row = page.locator("#catalog tbody tr").filter({ has: page.getByText("MCOMEETADV", { exact: true }) });
      await expect(row).toContainText("Add-on to");
      await settled(page);
      await row.locator('button[value^="add:"]:visible').click();
      await expect(page.locator('input[name^="lines["]').first()).toBeVisible();
      await settled(page);
    };
    await add();
    await addProduct(page, several, 1);
    const base = page.locator('select[name^="bases["]');
    await expect(base.locator("option").first()).toHaveText("Microsoft 365 E3 in this order");
    await reviewOrder(page);
    await expect(page.locator("#lines tbody tr", { hasText: addOn })).toContainText("Add-on to Microsoft 365 E3");
    await submit(page).click();
    await expect(page).not.toHaveURL(/subscriptions\/new/);

    await page.goto(address);
    await settled(page);
    await add();
    // Without one that it goes with it is refused, and what was typed is still there.
    await review(page).click();
    await expect(page.locator(".error-summary")).toContainText("An add-on needs an active subscription");
    await settled(page);
    await base.selectOption({ index: 1 });
    await reviewOrder(page);
    await expect(page.locator("#lines tbody tr")).toContainText("Add-on to Microsoft 365");
    await submit(page).click();
    await expect(page).not.toHaveURL(/subscriptions\/new/);
    await page.context().close();
  });

  test(`a line that fails is removed, or the others are ordered and it stays, ${how}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    await addProduct(page, several, 2);
    const row = page.locator("#catalog tbody tr", { hasText: several }).first();
    await row.locator("summary").click();
    await row.locator('button[value*=".month-monthly:"]').click();
    await expect(page.locator('input[name^="lines["]')).toHaveCount(2);
    await settled(page);
    await page.locator('input[name$=".month-monthly]"]').fill("99999999");
    await reviewOrder(page);
    const failing = page.locator("#lines tbody tr", { hasText: "1 month, billed monthly" });
    const passing = page.locator("#lines tbody tr", { hasText: "1 year, billed monthly" });
    const others = page.getByRole("button", { name: "Order the other lines" });
    // The reason stands at the line, and nothing of it is in the total.
    await expect(failing.locator(".field-error")).toBeVisible();
    await expect(passing.locator(".field-error")).toHaveCount(0);
    await expect(page.locator("main")).toContainText("Some lines can't be ordered");
    await expect(submit(page)).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    const address = page.url();
    await failing.getByRole("link", { name: "Remove this line" }).click();
    await expect(failing).toHaveCount(0);
    await expect(passing).toHaveCount(1);
    await expect(submit(page)).toBeVisible();
    // Back to both: the others are ordered, and it stays as it was typed, to be corrected and ordered by itself.
    await page.goto(address);
    await settled(page);
    await others.click();
    await expect(page).toHaveURL(/\/subscriptions\/new\?/);
    await settled(page);
    await expect(page.locator("main")).toContainText("Lines that couldn't be ordered are still here");
    const kept = page.locator('input[name^="lines["]');
    await expect(kept).toHaveCount(1);
    await expect(kept).toHaveValue("99999999");
    await kept.fill("1");
    await reviewOrder(page);
    await submit(page).click();
    await expect(page).not.toHaveURL(/subscriptions\/new/);
    await expect(page.locator("#subscriptions")).toContainText(several);
    await page.context().close();
  });

  test(`a new customer begins with terms of its own choice, and no add-on alone, ${how}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script, width });
    await signIn(page, people.directBillAdmin);
    await page.goto("/customers/new");
    await settled(page);
    const domain = unique("terms");
    for (const [field, value] of [
      ["name", unique("Terms ")],
      ["domain", domain],
      ["contact", `${domain}@terms.example`],
      ["admin_name", "Tara Mills"],
      ["admin_user", "tara"],
    ]) {
      await page.locator(`input[name="${field}"]`).fill(value);
    }
    await page.getByRole("button", { name: "Next: Subscriptions" }).click();
    await page.waitForURL(/\/subscriptions/);
    await settled(page);
    const lines = page.locator('input[name^="lines["]');
    const search = async (words: string) => {
      await page.locator("#product-search").fill(words);
      await page.locator('button[name="go"][value="search"]').last().click();
    };
    await search("MCOMEETADV");
    const addOn = page.locator("#catalog tbody tr").filter({ has: page.getByText("MCOMEETADV", { exact: true }) });
    await expect(addOn).toContainText("Add-on to");
    await settled(page);
    await addOn.locator('button[value^="add:"]:visible').click();
    await expect(lines).toHaveCount(1);
    await settled(page);
    const next = page.getByRole("button", { name: "Next: Review" });
    await next.click();
    await expect(lines.first()).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("main")).toContainText("Add a product that this add-on goes with.");
    await expect(page).not.toHaveURL(/\/review/);
    await settled(page);
    await search(several);
    const row = page.locator("#catalog tbody tr", { hasText: several }).first();
    await expect(row).toBeVisible();
    await settled(page);
    await row.locator("summary").click();
    await row.locator('button[value*=".month-monthly:"]').click();
    await expect(lines).toHaveCount(2);
    await settled(page);
    await next.click();
    await page.waitForURL(/\/review/);
    await expect(page.locator("main tbody tr", { hasText: several })).toContainText("1 month, billed monthly");
    await page.getByRole("button", { name: "Create customer and place order" }).click();
    await page.waitForURL(/\/confirmation/);
    await page.context().close();
  });

  test(`the catalog is filtered by term, billing plan and kind, ${how}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    /** With scripts a filter applies as it is chosen. */
    const choose = async (name: string, value: string) => {
      await page.locator(`#product-${name}`).selectOption(value);
      if (!script) await page.locator('button[name="go"][value="search"]').last().click();
      await expect(page).toHaveURL(value ? new RegExp(`${name}=${value}`) : new RegExp(`^(?!.*${name}=)`));
      await settled(page);
      await expect(page.locator(`#product-${name}`)).toHaveValue(value);
    };
    await page.locator("#product-search").fill("Power BI Pro");
    await choose("term", "three-years");
    const row = page.locator("#catalog tbody tr", { hasText: "Power BI Pro" }).first();
    await expect(row).toContainText("3 years, billed monthly");
    await expect(row).not.toContainText("1 year, billed monthly");
    await row.locator('button[value^="add:"]:visible').click();
    const line = page.locator('input[name$=".three-years-monthly]"]');
    await expect(line).toBeVisible();
    await settled(page);
    // The filter stays, and so does what was added.
    await expect(page.locator("#product-term")).toHaveValue("three-years");
    await choose("billing", "annual");
    await expect(page.locator("#catalog .empty")).toBeVisible();
    await expect(line).toBeVisible();
    await choose("billing", "");
    await choose("kind", "software");
    await expect(page.locator("#catalog .empty")).toBeVisible();
    await page.context().close();
  });

  test(`a strange number stays in its field, ${how}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    const quantity = await addProduct(page, several, 1);
    for (const strange of ["-5", "2.5", "999999999999", "٣ 🧁", "0"]) {
      await quantity.fill(strange);
      await review(page).click();
      await expect(quantity).toHaveAttribute("aria-invalid", "true");
      await expect(quantity).toHaveValue(strange);
      await expect(page).not.toHaveURL(/\/review/);
      await settled(page);
    }
    await quantity.fill("１２");
    await reviewOrder(page);
    await expect(page.locator("#lines tbody tr td.numeric").first()).toHaveText("12");
    await page.context().close();
  });

  test(`a price that was not the one shown is refused, and the review shows the new one, ${how}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, width });
    await begin(page);
    await addProduct(page, several, 2);
    await reviewOrder(page);
    // As if the price had been another one when the page was made.
    await page.route("**/api/place-order", (route) => {
      const body = new URLSearchParams(route.request().postData() ?? "");
      body.set("shown", (body.get("shown") ?? "").replace(/=\d+\./, "=1."));
      return route.continue({ postData: body.toString() });
    }, { times: 1 });
    await submit(page).click();
    await expect(page.locator(".error-summary")).toContainText("has changed since it was shown");
    await expect(page).toHaveURL(/\/review/);
    await settled(page);
    await expect(page.locator("#lines tbody tr td.numeric").first()).toHaveText("2");
    await submit(page).click();
    await expect(page).not.toHaveURL(/subscriptions\/new/);
    await page.context().close();
  });
}
