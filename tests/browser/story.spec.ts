// The portal's central story, from a partnership request to a customer's first orders, in every language, with
// and without JavaScript: a provider asks a reseller to partner, the reseller authorises, invites a customer for
// both, the customer makes a work account and accepts, the provider orders, everyone sees what was granted.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { languages, words, type Language } from "./support/words";
import { linkFromMail, people, prefer, settled, signIn, unique, watch } from "./support/portal";

// Every run forms the same partnership and ends it again.
test.describe.configure({ mode: "serial" });

const runs = languages.flatMap((language) => [
  { language, script: true, theme: language === "zh-Hant" ? "dark" : "light" },
  { language, script: false, theme: "light" },
]);

for (const { language, script, theme } of runs) {
  test(`the whole story in ${language}, ${theme}, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const say = words(language);
    const open = () => newPage(browser, baseURL!, language, theme, script);

    const provider = await open();
    const complaints = watch(provider);
    await signIn(provider, people.fabrikamAdminAgent);
    await endPartnershipIfAny(provider, "Bellows Cloud", say("endPartnership"));

    await test.step("the provider requests a partnership", async () => {
      await provider.goto("/resellers/request");
      await settled(provider);
      await provider.locator('input[name="recipient"]').fill(people.bellowsGlobalAdmin);
      await expect(provider.locator('textarea[name="text"]')).toHaveValue(/\{link\}/);
      await provider.getByRole("button", { name: say("send"), exact: true }).click();
      await expect(provider).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
    });

    const reseller = await open();
    watchInto(reseller, complaints);
    await test.step("the reseller opens the link, signs in and authorises", async () => {
      const link = await linkFromMail(provider, people.bellowsGlobalAdmin);
      await reseller.goto(link);
      await settled(reseller);
      await expect(reseller.locator("h1")).toContainText("Fabrikam Distribution");
      await reseller.getByRole("button", { name: say("signIn"), exact: true }).last().click();
      await reseller.waitForURL(/sign-in/);
      await settled(reseller);
      const form = reseller.locator('form[action="/api/sign-in"]');
      await form.locator('input[name="email"]').fill(people.bellowsGlobalAdmin);
      await form.locator('input[name="password"]').fill("four quiet lanterns");
      await form.locator('button[type="submit"]').last().click();
      await reseller.waitForURL(new RegExp(link));
      await settled(reseller);
      // Without the tick nothing is granted, and the page says so.
      await reseller.getByRole("button", { name: say("authorizeProvider") }).click();
      await expect(reseller.locator('[aria-invalid="true"], .error-summary').first()).toBeVisible();
      await reseller.locator('input[name="confirmed"]').check();
      await reseller.getByRole("button", { name: say("authorizeProvider") }).click();
      await expect(reseller.locator('main a[href="/providers"], main a[href^="/partnerships/"]').first()).toBeVisible();
    });

    await test.step("each is on the other's page", async () => {
      await reseller.goto("/providers");
      await expect(reseller.locator("tbody")).toContainText("Fabrikam Distribution");
      await provider.goto("/resellers");
      await expect(provider.locator("tbody")).toContainText("Bellows Cloud");
    });

    const company = unique("Blue Lantern ");
    const domain = company.toLowerCase().replaceAll(" ", "").slice(0, 27);
    const contact = `owner@${domain}.example`;
    await test.step("the reseller invites a customer for both", async () => {
      await reseller.goto("/providers/invite");
      await settled(reseller);
      const choose = reseller.locator('select[name="provider"], input[name="provider"][type="radio"]');
      if (await choose.count()) await reseller.goto(`/providers/invite?provider=${await firstChoice(reseller)}`);
      await settled(reseller);
      await reseller.locator('input[name="recipient"]').fill(contact);
      await reseller.getByRole("button", { name: say("send"), exact: true }).click();
      await expect(reseller).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
    });

    const customer = await open();
    watchInto(customer, complaints);
    await test.step("the customer makes a work account and authorises both", async () => {
      await customer.goto(await linkFromMail(provider, contact));
      await settled(customer);
      await customer.getByRole("button", { name: say("createOne") }).click();
      await customer.waitForURL(/sign-up/);
      await settled(customer);
      await customer.locator('input[name="name"]').fill(company);
      await customer.locator('input[name="domain"]').fill(domain);
      await customer.locator('select[name="country"]').selectOption("FR");
      await customer.locator('input[name="admin_name"]').fill("Robin Blue");
      await customer.locator('input[name="admin_user"]').fill("robin");
      await customer.locator('input[name="password"]').fill("a lantern in the fog");
      await customer.locator('input[name="repeated_password"]').fill("a lantern in the fog");
      await customer.getByRole("button", { name: say("createWorkAccount") }).click();
      await expect(customer.locator('input[name="confirmed"]')).toBeVisible();
      await settled(customer);
      await customer.locator('input[name="confirmed"]').check();
      await customer.locator('form[action="/api/accept-link"] button[type="submit"]').last().click();
      await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();
      await customer.goto("/grants");
      await expect(customer.locator("main")).toContainText("Bellows Cloud");
      await expect(customer.locator("main")).toContainText("Fabrikam Distribution");
    });

    await test.step("the provider orders", async () => {
      await provider.goto(`/customers?search=${encodeURIComponent(company)}`);
      await settled(provider);
      await provider.locator("tbody tr th a").first().click();
      await expect(provider.locator("h1")).toHaveText(company);
      await provider.getByRole("link", { name: say("addSubscription") }).click();
      await provider.waitForURL(/subscriptions\/new/);
      await settled(provider);
      await addProduct(provider, "Business Basic", 12);
      await provider.getByRole("button", { name: say("submit"), exact: true }).click();
      await expect(provider.locator("h1")).toHaveText(company);
      await expect(provider.locator("#subscriptions")).toContainText("12");
    });

    await test.step("the reseller sees it, and why it cannot order itself", async () => {
      await reseller.goto(`/customers?search=${encodeURIComponent(company)}`);
      await settled(reseller);
      await reseller.locator("tbody tr th a").first().click();
      await expect(reseller.locator("#subscriptions")).toContainText("12");
      const refused = reseller.getByRole("button", { name: say("addSubscription") });
      await expect(refused).toHaveAttribute("aria-disabled", "true");
      await refused.click({ force: true });
      await expect(reseller.getByText("Fabrikam Distribution").last()).toBeVisible();
    });

    await test.step("the provider creates a customer for the reseller; setup info is shown once", async () => {
      await provider.goto("/resellers?search=Bellows");
      await settled(provider);
      const row = provider.locator("tbody tr", { hasText: "Bellows Cloud" }).first();
      await row.getByRole("link", { name: say("addNewCustomer") }).click();
      await expect(provider.locator('input[name="domain"]')).toBeVisible();
      await settled(provider);
      await expect(provider.locator('select[name="reseller"] option:checked')).toHaveText("Bellows Cloud");
      const name = unique("Green Harbour ");
      await provider.locator('input[name="name"]').fill(name);
      await provider.locator('input[name="domain"]').fill(name.toLowerCase().replaceAll(" ", "").slice(0, 27));
      await provider.locator('select[name="country"]').selectOption("FR");
      await provider.locator('input[name="contact"]').fill("not an address");
      await provider.locator('input[name="admin_name"]').fill("Sam Green");
      await provider.locator('input[name="admin_user"]').fill("sam");
      await provider.getByRole("button", { name: say("nextSubscriptions") }).click();
      // What is wrong is named at the field, and nothing typed is lost.
      await expect(provider.locator('input[name="contact"]')).toHaveAttribute("aria-invalid", "true");
      await expect(provider.locator('input[name="name"]')).toHaveValue(name);
      await settled(provider);
      await provider.locator('input[name="contact"]').fill("sam@greenharbour.example");
      await provider.getByRole("button", { name: say("nextSubscriptions") }).click();
      await provider.waitForURL(/\/subscriptions/);
      await settled(provider);
      await addProduct(provider, "Power BI Pro", 3);
      await provider.getByRole("button", { name: say("nextReview") }).click();
      await provider.waitForURL(/\/review/);
      await settled(provider);
      await expect(provider.locator("main")).toContainText(name);
      await provider.reload();
      await settled(provider);
      await provider.getByRole("button", { name: say("submit"), exact: true }).click();
      await provider.waitForURL(/\/confirmation/);
      const secret = provider.locator("#setup-password");
      await expect(secret).toHaveValue(/.{12,}/);
      const told = await secret.inputValue();
      await provider.reload();
      await settled(provider);
      await expect(provider.locator("#setup-password")).toHaveCount(0);
      expect(await provider.content()).not.toContain(told);
      await provider.getByRole("link", { name: say("done"), exact: true }).click();
      await provider.goto(`/customers?search=${encodeURIComponent(name)}`);
      await expect(provider.locator("tbody")).toContainText(name);
      await reseller.goto(`/customers?search=${encodeURIComponent(name)}`);
      await expect(reseller.locator("tbody")).toContainText(name);
    });

    await endPartnershipIfAny(provider, "Bellows Cloud", say("endPartnership"));
    expect(complaints).toEqual([]);
    for (const page of [provider, reseller, customer]) await page.context().close();
  });
}

async function newPage(browser: Browser, baseURL: string, language: Language, theme: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: script, colorScheme: theme === "dark" ? "dark" : "light" });
  await prefer(context, baseURL, language, theme);
  return context.newPage();
}

function watchInto(page: Page, complaints: string[]) {
  const own = watch(page);
  page.on("close", () => complaints.push(...own));
}

async function addProduct(page: Page, search: string, licences: number) {
  await page.locator("#product-search").fill(search);
  await page.locator('button[name="go"][value="search"]').last().click();
  const add = page.locator("#catalogue tbody tr", { hasText: search }).locator('button[value^="add:"]').first();
  await expect(add).toBeVisible();
  await settled(page);
  const sku = (await add.getAttribute("value"))!.slice("add:".length);
  await add.click();
  const quantity = page.locator(`input[name="lines[sku-${sku}]"]`);
  await expect(quantity).toBeVisible();
  await settled(page);
  await quantity.fill(String(licences));
}

async function firstChoice(page: Page): Promise<string> {
  const select = page.locator('select[name="provider"]');
  if (await select.count()) {
    const values = await select.locator("option").evaluateAll((options) => options.map((o) => (o as HTMLOptionElement).value));
    return values.find((value) => value.length > 0)!;
  }
  return (await page.locator('input[name="provider"]').first().getAttribute("value"))!;
}

async function endPartnershipIfAny(page: Page, reseller: string, end: string) {
  await page.goto(`/resellers?search=${encodeURIComponent(reseller)}&filter=active`);
  await settled(page);
  const row = page.locator("tbody tr", { hasText: reseller }).locator('a[href^="/partnerships/"]').first();
  if (!(await row.count())) return;
  const href = (await row.getAttribute("href"))!;
  await page.goto(href);
  await settled(page);
  // Without JavaScript the dialog is opened by the button's own command.
  await page.getByRole("button", { name: end }).first().click();
  await page.locator('dialog[open] button[type="submit"]').first().click();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
}
