// A day with one subscription, of everybody concerned: the provider sells it, adds licenses and cancels it while it can;
// the reseller finds it among the renewals and in the statement, schedules less and undoes that, and gives out a license;
// the customer reads what it has and what it costs, and a user sees the license. In each language, with and without
// JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { addProduct, open, people, placeOrder, settled, signIn, watch } from "./support/portal";
import { ask, begin, drop, licenses, openCustomer, openSubscription, submit } from "./support/subscriptions";
import { languages, words } from "./support/words";

// A test that failed halfway has bought already.
test.describe.configure({ retries: 0 });

const customer = "Woodgrove Bank";
/** One for each test: what one has bought is no other's. */
const products = [
  "Clipchamp Premium",
  "Clipchamp Standard",
  "Microsoft Defender for Identity",
  "Microsoft Entra ID Governance",
  "Microsoft Entra ID Basic",
  "Defender Threat Intelligence",
];

const row = (page: Page, text: string) => page.locator("main table.table tbody tr", { hasText: text });
const badge = (page: Page) => page.locator(".page-header .badge");

/** The lines of this month about this product, as the file of the customer's statement has them. */
async function charged(page: Page, of: string, product: string) {
  const file = await page.request.get(`/statement.csv?of=${of}`);
  expect(file.ok()).toBe(true);
  return (await file.text()).split("\r\n").filter((line) => line.includes(product));
}

for (const [place, language] of languages.entries()) {
  for (const script of [true, false]) {
    test(`a day with a subscription, in ${language} ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const say = words(language);
      const product = products[2 * place + (script ? 0 : 1)]!;
      const page = await open(browser, baseURL!, { script, language });
      const complaints = watch(page);
      let of = "";
      let path = "";

      await test.step("the provider sells it, and adds licenses", async () => {
        await signIn(page, people.contosoAdminAgent);
        of = await openCustomer(page, customer);
        await page.getByRole("main").getByRole("link", { name: say("addSubscription") }).first().click();
        await page.waitForURL(/subscriptions\/new/);
        await settled(page);
        await addProduct(page, product, 3);
        await placeOrder(page);
        await expect(page.locator("h1")).toHaveText(customer);
        path = await openSubscription(page, customer, product);
        await expect(licenses(page)).toHaveText("3");
        // Until when it can be taken back, to the minute.
        await expect(page.locator("main .notice .amount")).toHaveCount(1);
        await begin(page, "licenses");
        await ask(page, "5");
        await submit(page);
        await expect(licenses(page)).toHaveText("5");
        expect(await charged(page, of, product)).toHaveLength(2);
      });

      await test.step("the reseller schedules less, undoes it, and gives out a license", async () => {
        await signIn(page, people.fourthCoffeeGlobalAdmin);
        await page.goto(`/renewals?search=${encodeURIComponent(customer)}`);
        await settled(page);
        await row(page, product).locator("th a").first().click();
        await page.waitForURL(`**${path}`);
        await settled(page);
        await begin(page, "schedule");
        await ask(page, "2");
        await submit(page);
        await expect(licenses(page)).toHaveText("5");
        await drop(page, say("undo"));

        await page.goto(`/licenses/users?of=${of}`);
        await settled(page);
        await row(page, "Terry Kuo").locator("input.row-tick").check();
        const assign = page.locator('form[action="/api/assign-licenses"]');
        const option = assign.locator('select[name="subscription"] option', { hasText: product });
        await assign.locator('select[name="subscription"]').selectOption((await option.getAttribute("value"))!);
        await assign.getByRole("button", { name: say("assign"), exact: true }).click();
        await expect(page).toHaveURL(/done=licenses_assigned/);
        await settled(page);
        await page.goto(`/statement?of=${of}`);
        await settled(page);
        await expect(page.locator("#total")).toHaveCount(1);
        expect(await charged(page, of, product)).toHaveLength(2);
      });

      await test.step("the customer reads what it has, and its user too", async () => {
        await signIn(page, people.woodgroveGlobalAdmin);
        await page.goto(path);
        await settled(page);
        await expect(page.locator("h1")).toContainText(product);
        await expect(page.locator("#actions")).toHaveCount(0);
        await page.goto(`/licenses/holders?of=${path.split("/").at(-1)}`);
        await settled(page);
        await expect(row(page, "Terry Kuo")).toHaveCount(1);
        await page.goto("/renewals");
        await settled(page);
        await expect(row(page, product)).toHaveCount(1);
        expect(await charged(page, of, product)).toHaveLength(2);
        await signIn(page, people.woodgroveUser);
        await page.goto("/my-licenses");
        await settled(page);
        await expect(row(page, product)).toHaveCount(1);
      });

      await test.step("the provider cancels it while it can", async () => {
        await signIn(page, people.contosoAdminAgent);
        await page.goto(path);
        await settled(page);
        const before = (await badge(page).first().textContent())!;
        await begin(page, "cancel");
        await submit(page);
        await expect(badge(page).first()).not.toHaveText(before);
        expect(await charged(page, of, product)).toHaveLength(3);
      });
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }
}
