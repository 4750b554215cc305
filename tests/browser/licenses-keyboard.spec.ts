// A customer's users and licenses by keyboard alone: ticked in the list and assigned, ticked and withdrawn, and a removed
// user restored.
import { expect, test, type Page } from "@playwright/test";
import { press, tabTo, write } from "./support/keyboard";
import { look } from "./support/looks";
import { addProduct, open, people, placeOrder, settled, signIn, watch } from "./support/portal";

// A test that failed halfway has bought and assigned already.
test.describe.configure({ retries: 0 });

const customer = "Woodgrove Bank";
const product = "Exchange Online (Plan 2)";
const row = (page: Page, text: string) => page.locator("main tbody tr", { hasText: text });
const tick = (page: Page, name: string) => row(page, name).locator("input.row-tick");

/** Goes to the customer's page. */
async function openCustomer(page: Page) {
  await page.goto(`/customers?search=${encodeURIComponent(customer)}`);
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
}

/** The provider orders two licenses. */
async function buyTwo(page: Page) {
  await signIn(page, people.contosoAdminAgent);
  await openCustomer(page);
  await page.getByRole("link", { name: "Add subscription" }).click();
  await page.waitForURL(/subscriptions\/new/);
  await settled(page);
  await addProduct(page, product, 2);
  await placeOrder(page);
}

/** Tabs to the box of a row, and ticks it. */
async function mark(page: Page, name: string) {
  await tabTo(page, tick(page, name));
  await page.keyboard.press("Space");
  await expect(tick(page, name)).toBeChecked();
}

/** Goes to the customer's users as its reseller. */
async function openUsers(page: Page) {
  await signIn(page, people.fourthCoffeeGlobalAdmin);
  await openCustomer(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "Users and licenses" }));
  await page.waitForURL(/\/licenses\/users\?of=/);
  await settled(page);
}

test("licenses are assigned to those who are ticked, and withdrawn, by keyboard", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const provider = await open(browser, baseURL!);
  await buyTwo(provider);
  await provider.context().close();
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  await openUsers(page);
  for (const name of ["Felix Kao", "Terry Kuo"]) await mark(page, name);
  const assign = page.locator('form[action="/api/assign-licenses"]');
  const choice = assign.locator('select[name="subscription"]');
  await tabTo(page, choice);
  await page.keyboard.type(product);
  await expect(choice.locator("option:checked")).toContainText(product);
  await look(page, "users who are ticked", true);
  await press(page, assign.getByRole("button", { name: "Assign", exact: true }));
  await expect(page).toHaveURL(/\/licenses\/holders.*done=licenses_assigned/);
  await settled(page);
  await expect(page.locator("main tbody th")).toHaveText([/Felix Kao/, /Terry Kuo/]);

  for (const name of ["Felix Kao", "Terry Kuo"]) await mark(page, name);
  await press(page, page.getByRole("button", { name: "Withdraw from selected users" }));
  const asked = page.locator("dialog[open]");
  await expect(asked.locator(".ticked-count")).toContainText("2");
  // Left by Escape, the focus is where it was, and what is ticked stays so.
  await page.keyboard.press("Escape");
  await expect(asked).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Withdraw from selected users" })).toBeFocused();
  await expect(tick(page, "Felix Kao")).toBeChecked();
  await page.keyboard.press("Enter");
  await press(page, asked.getByRole("button", { name: "Withdraw", exact: true }));
  await expect(page).toHaveURL(/done=licenses_withdrawn/);
  await settled(page);
  await expect(page.locator("main .empty")).toBeVisible();
  await look(page, "licenses that were withdrawn by keyboard", true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a removed user is restored by keyboard", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  await openUsers(page);
  const users = page.url();
  await press(page, page.getByRole("main").getByRole("link", { name: "Add user" }));
  await page.waitForURL(/\/customers\/[0-9a-f-]+\/users\/add$/);
  await settled(page);
  const add = page.locator('form[action="/api/add-customer-user"]');
  await write(page, add.locator('input[name="name"]'), "Robin Berg");
  await write(page, add.locator('input[name="address"]'), "robin.berg");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/users\/[0-9a-f-]+\/password$/);
  await settled(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "Done", exact: true }));
  await page.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+$/);
  await settled(page);
  await press(page, page.locator('button[commandfor="dialog-remove"][command="show-modal"]'));
  await press(page, page.locator('#dialog-remove button[name="then"]'));
  await expect(page).toHaveURL(/done=user_removed/);

  await page.goto(`${users}&state=removed`);
  await settled(page);
  await press(page, row(page, "Robin Berg").locator("th a"));
  await page.waitForURL(/\/users\/[0-9a-f-]+\/removed$/);
  await settled(page);
  await expect(page.locator("h1")).toBeFocused();
  await press(page, page.locator('button[commandfor="dialog-restore"][command="show-modal"]'));
  await look(page, "the question before a user is restored", true);
  await press(page, page.locator('#dialog-restore form button[type="submit"]'));
  await expect(page).toHaveURL(/done=user_restored/);
  await settled(page);
  await expect(page.locator("h1")).toHaveText("Robin Berg");
  expect(complaints).toEqual([]);
  await page.context().close();
});
