// Licenses in users' hands: assigned to several users and to one, all of them taken, withdrawn one by one and together,
// and seen by whoever holds one; by a reseller and by the customer itself, with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { addProduct, open, people, placeOrder, settled, signIn, watch } from "./support/portal";
import { words } from "./support/words";

// A test that failed halfway has bought and assigned already.
test.describe.configure({ retries: 0 });

const customer = "Woodgrove Bank";
const row = (page: Page, text: string) => page.locator("main tbody tr", { hasText: text });
const tick = (page: Page, name: string) => row(page, name).locator("input.row-tick");
const form = (page: Page, action: string) => page.locator(`form[action="/api/${action}"]`);

/** Goes to the customer's page. */
async function openCustomer(page: Page) {
  await page.goto(`/customers?search=${encodeURIComponent(customer)}`);
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
}

/** The provider orders two licenses of this product. */
async function buyTwo(page: Page, product: string) {
  await signIn(page, people.contosoAdminAgent);
  await openCustomer(page);
  await page.getByRole("link", { name: "Add subscription" }).click();
  await page.waitForURL(/subscriptions\/new/);
  await settled(page);
  await addProduct(page, product, 2);
  await placeOrder(page);
  await expect(page.locator("h1")).toHaveText(customer);
  await expect(page.locator("#subscriptions")).toContainText(product);
}

for (const { script, language, width, who, product } of [
  { script: true, language: "en", width: 1280, who: people.fourthCoffeeGlobalAdmin, product: "Planner Plan 1" },
  // The customer looks after its own.
  { script: false, language: "zh-Hans", width: 390, who: people.woodgroveGlobalAdmin, product: "Planner and Project Plan 3" },
] as const) {
  test(`licenses are assigned and withdrawn, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const say = words(language);
    const provider = await open(browser, baseURL!);
    const admin = await open(browser, baseURL!, { script, language, width });
    const holder = await open(browser, baseURL!, { script, language, width, theme: "dark" });
    const complaints = watch(admin);
    watch(holder, complaints);
    await buyTwo(provider, product);
    await provider.context().close();
    await signIn(admin, who);
    if (who === people.woodgroveGlobalAdmin) await admin.goto("/licenses/users");
    else {
      await openCustomer(admin);
      await admin.getByRole("main").getByRole("link", { name: say("usersAndLicenses") }).click();
    }
    await admin.waitForURL(/\/licenses\/users(\?of=[0-9a-f-]+)?$/);
    await look(admin, "a customer's users and licenses", script);
    const list = new URL(admin.url());

    await test.step("to several users, and never more than were bought", async () => {
      const assign = form(admin, "assign-licenses");
      const press = () => assign.getByRole("button", { name: say("assign"), exact: true }).click();
      for (const name of ["Felix Kao", "Terry Kuo", "Wendy Tsai"]) await tick(admin, name).check();
      const option = assign.locator('select[name="subscription"] option', { hasText: product });
      const subscription = (await option.getAttribute("value"))!;
      await assign.locator('select[name="subscription"]').selectOption(subscription);
      await press();
      await settled(admin);
      await expect(assign.locator('.error-summary .refusal[data-code="no_license_left"]')).toBeVisible();
      // What was chosen stays.
      await expect(tick(admin, "Felix Kao")).toBeChecked();
      await expect(assign.locator('select[name="subscription"]')).toHaveValue(subscription);
      await tick(admin, "Wendy Tsai").uncheck();
      await press();
      await expect(admin).toHaveURL(/\/licenses\/holders.*done=licenses_assigned/);
      await settled(admin);
      await expect(admin.locator("h1")).toContainText(product);
      await expect(admin.locator("main tbody th")).toHaveText([/Felix Kao/, /Terry Kuo/]);
      await look(admin, "who holds the licenses", script);
      // More of them are bought there.
      await expect(admin.locator('.page-header a[href^="/subscriptions/"]')).toBeVisible();
    });

    await test.step("no license is left for another user", async () => {
      await admin.goto(list.href);
      await settled(admin);
      await row(admin, "Wendy Tsai").locator("th a").click();
      await admin.waitForURL(/\/licenses\/users\/[0-9a-f-]+\/[0-9a-f-]+$/);
      await settled(admin);
      await expect(row(admin, product).locator(".refused button")).toHaveAttribute("aria-disabled", "true");
      await expect(row(admin, product).locator(".refused .popover")).toContainText(product);
      await look(admin, "a user's licenses", script);
    });

    await test.step("who holds one sees it", async () => {
      await signIn(holder, people.woodgroveBilling);
      await holder.goto("/my-licenses");
      await expect(row(holder, product)).toHaveCount(1);
      await look(holder, "the own licenses", script);
    });

    const user = new URL(admin.url()).pathname;
    await test.step("withdrawn from one user, and assigned to another", async () => {
      await admin.goto(list.href);
      await settled(admin);
      await row(admin, "Felix Kao").locator("th a").click();
      await admin.waitForURL(/\/licenses\/users\/[0-9a-f-]+\/[0-9a-f-]+$/);
      await settled(admin);
      await row(admin, product).locator('button[command="show-modal"]').click();
      await admin.locator("dialog[open]").getByRole("button", { name: say("withdraw"), exact: true }).click();
      await expect(admin).toHaveURL(/done=licenses_withdrawn/);
      await settled(admin);
      await expect(row(admin, product).locator('form[action="/api/assign-licenses"]')).toHaveCount(1);
      await holder.goto("/my-licenses");
      await settled(holder);
      await expect(row(holder, product)).toHaveCount(0);

      await admin.goto(user);
      await settled(admin);
      await row(admin, product).getByRole("button", { name: say("assign"), exact: true }).click();
      await expect(admin).toHaveURL(/done=licenses_assigned/);
      await settled(admin);
      await expect(row(admin, product).locator('button[command="show-modal"]')).toHaveText(say("withdraw"));
    });

    await test.step("withdrawn from all that are ticked", async () => {
      await row(admin, product).locator("th a").click();
      await admin.waitForURL(/\/licenses\/holders\?of=/);
      await settled(admin);
      const asked = admin.locator("dialog[open]");
      const ask = () => admin.getByRole("button", { name: say("withdrawSelected") }).click();
      const press = () => asked.getByRole("button", { name: say("withdraw"), exact: true }).click();
      await ask();
      await press();
      await settled(admin);
      await expect(asked.locator('.error-summary .refusal[data-code="nobody_selected"]')).toBeVisible();
      await asked.getByRole("button", { name: say("cancel"), exact: true }).click();
      await expect(asked).toHaveCount(0);
      await tick(admin, "Terry Kuo").check();
      if (script) {
        // A search leaves what is ticked as it is, and says so.
        await admin.locator('main input[name="search"]').fill("Wendy");
        await admin.locator('main input[name="search"]').press("Enter");
        await expect(admin.locator("main tbody th")).toHaveText([/Wendy Tsai/]);
        await expect(admin.locator("#withdraw")).toContainText("Terry Kuo");
        await expect(tick(admin, "Wendy Tsai")).not.toBeChecked();
        await tick(admin, "Wendy Tsai").check();
        await admin.goBack();
        await expect(tick(admin, "Terry Kuo")).toBeChecked();
      } else await tick(admin, "Wendy Tsai").check();
      await ask();
      // How many lose what.
      if (script) await expect(asked.locator(".ticked-count")).toContainText("2");
      await look(admin, "the question before licenses are withdrawn", script);
      await press();
      await expect(admin).toHaveURL(/done=licenses_withdrawn/);
      await settled(admin);
      await expect(admin.locator("main .empty")).toBeVisible();
      await look(admin, "licenses that nobody holds", script);
    });
    expect(complaints).toEqual([]);
    for (const page of [admin, holder]) await page.context().close();
  });
}

test("who manages no licenses and no users reads why", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await open(browser, baseURL!, { script: false });
  // The provider orders, and the customer has not let it look after its users.
  await signIn(page, people.contosoAdminAgent);
  await openCustomer(page);
  const refused = page.getByRole("button", { name: "Users and licenses" });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  const of = new URL(page.url()).pathname.split("/").at(-1);
  await page.goto(`/licenses/users?of=${of}`);
  await expect(page.locator('.refusal[data-code="grant_missing"]')).toBeVisible();
  await page.goto(`/customers/${of}/users/add`);
  await expect(page.locator('.refusal[data-code="grant_missing"]')).toBeVisible();
  await expect(form(page, "add-customer-user")).toHaveCount(0);

  // A customer's own user sees what they hold, and nothing of others.
  await signIn(page, people.woodgroveBilling);
  await page.goto("/licenses/users");
  await expect(page.locator('.refusal[data-code="role_missing"]')).toBeVisible();
  await page.goto("/my-licenses");
  await expect(page.locator("h1")).toHaveText("My licenses");
  await page.context().close();
});
