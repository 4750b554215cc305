// The portal's central story, from a partnership request to a customer's first orders, in every language, light and
// dark, with and without JavaScript: a provider asks a reseller to partner, the reseller authorizes, invites a customer
// for both, the customer makes a work account and accepts, the provider orders, and everyone sees the granted rights.
// Every page on the way is checked, closely in one of the languages.
import { expect, test, type Locator, type Page } from "@playwright/test";
import { closely, expectInOrder, expectLooksRight, expectTitled } from "./support/looks";
import {
  addProduct,
  authorizeButton,
  companyPassword,
  domainFor,
  end,
  endGrantLink,
  endPartnershipIfAny,
  endPartnershipLink,
  endRelationshipLink,
  fillSignIn,
  goToPartnership,
  linkFromMail,
  open,
  people,
  settled,
  signIn,
  signUp,
  takeBackAny,
  unique,
  watch,
} from "./support/portal";
import { languages, words } from "./support/words";

// Every run forms the same partnership and ends it again.
test.describe.configure({ mode: "serial" });

// Light and dark alternate: each comes with and without JavaScript.
const runs = languages.flatMap((language, n) => [
  { language, script: true, theme: n % 2 ? "dark" : "light" } as const,
  { language, script: false, theme: n % 2 ? "light" : "dark" } as const,
]);

for (const { language, script, theme } of runs) {
  test(`the whole story in ${language}, ${theme}, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const say = words(language);
    const complaints: string[] = [];
    const newcomer = async () => {
      const page = await open(browser, baseURL!, { language, theme, script });
      watch(page, complaints);
      return page;
    };
    let states = 0;
    const look = async (page: Page, what: string) => {
      const close = script && closely(states, language);
      states += 1;
      await settled(page);
      await expect(page.locator("html"), what).toHaveAttribute("lang", language);
      await expect(page.locator("html"), what).toHaveAttribute("data-theme", theme);
      // The layout without JavaScript is the same as with it.
      if (close) await expectLooksRight(page, what);
      else if (script) await expectInOrder(page, what);
      else await expectTitled(page, what);
    };
    /** Opens the dialog, looks at it and closes it again. */
    const lookInto = async (page: Page, opener: Locator, what: string) => {
      await opener.click();
      const dialog = page.locator("dialog[open]");
      await expect(dialog).toBeVisible();
      await look(page, what);
      await dialog.locator(".dialog-foot button").click();
      await expect(dialog).toHaveCount(0);
    };

    /** Follows the link, looks at the page and comes back by its quiet way. */
    const lookAhead = async (page: Page, link: string, what: string) => {
      const from = new URL(page.url()).pathname;
      await page.locator(link).first().click();
      await expect(page).toHaveURL(/\/end(\?|$)/);
      await look(page, what);
      await page.locator('form[action^="/api/end-"] .actions a').click();
      await expect(page).toHaveURL((url) => url.pathname === from);
      await settled(page);
    };

    const provider = await newcomer();
    await signIn(provider, people.fabrikamAdminAgent);
    await endPartnershipIfAny(provider, "Bellows Cloud");
    await takeBackAny(provider, "/resellers/requests", people.bellowsGlobalAdmin);

    let invitation = "";
    await test.step("the provider requests a partnership", async () => {
      await provider.goto("/resellers/request");
      await settled(provider);
      await provider.locator('input[name="recipient"]').fill("nobody");
      await expect(provider.locator('textarea[name="text"]')).toHaveValue(/\{link\}/);
      await provider.getByRole("button", { name: say("send"), exact: true }).click();
      await expect(provider.locator('input[name="recipient"]')).toHaveAttribute("aria-invalid", "true");
      await look(provider, "a request to no address");
      await provider.locator('input[name="recipient"]').fill(people.bellowsGlobalAdmin);
      await provider.getByRole("button", { name: say("send"), exact: true }).click();
      await expect(provider).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
      await look(provider, "a request that was sent");
      invitation = new URL(provider.url()).pathname;
    });

    const reseller = await newcomer();
    await test.step("the reseller opens the link, signs in and authorizes", async () => {
      const link = await linkFromMail(provider, people.bellowsGlobalAdmin);
      await look(provider, "the mail with the link");
      await reseller.goto(link);
      await settled(reseller);
      await expect(reseller.locator("h1")).toContainText("Fabrikam Distribution");
      await look(reseller, "a partnership's link, for a stranger");
      await reseller.getByRole("button", { name: say("signIn"), exact: true }).last().click();
      await reseller.waitForURL(/sign-in/);
      await look(reseller, "signing in to answer");
      await fillSignIn(reseller, people.bellowsGlobalAdmin);
      await reseller.waitForURL(new RegExp(link));
      await look(reseller, "a partnership's link, for who may answer");
      // Without the tick nothing is granted, and the page says so.
      await reseller.getByRole("button", { name: say("authorizeProvider") }).click();
      await expect(reseller.locator('[aria-invalid="true"], .error-summary').first()).toBeVisible();
      await look(reseller, "a partnership's link, without the tick");
      await reseller.locator('input[name="confirmed"]').check();
      await reseller.getByRole("button", { name: say("authorizeProvider") }).click();
      await expect(reseller.locator('main a[href="/providers"], main a[href^="/partnerships/"]').first()).toBeVisible();
      await look(reseller, "a partnership that was authorized");
    });

    await test.step("each is on the other's page", async () => {
      await reseller.goto("/providers");
      await expect(reseller.locator("tbody")).toContainText("Fabrikam Distribution");
      await look(reseller, "the reseller's providers");
      const partnership = reseller.locator("tbody tr", { hasText: "Fabrikam Distribution" }).locator('a[href^="/partnerships/"]').first();
      await reseller.goto((await partnership.getAttribute("href"))!);
      await look(reseller, "a partnership, for the reseller");
      await lookInto(reseller, reseller.locator('button[commandfor="revoke-tenant-admin"][aria-haspopup]'), "taking tenant access away");
      await provider.goto("/resellers");
      await expect(provider.locator("tbody")).toContainText("Bellows Cloud");
      await provider.goto(invitation);
      await look(provider, "a request that was accepted");
      expect(await goToPartnership(provider, "Bellows Cloud")).toBe(true);
      await look(provider, "a partnership, for the provider");
      await lookAhead(provider, endPartnershipLink, "ending a partnership");
    });

    const company = unique("Blue Lantern ");
    const domain = domainFor(company);
    const contact = `owner@${domain}.example`;
    await test.step("the reseller invites a customer for both", async () => {
      await reseller.goto("/providers");
      await settled(reseller);
      const row = reseller.locator("tbody tr", { hasText: "Fabrikam Distribution" }).first();
      await row.getByRole("link", { name: say("inviteNewCustomers") }).click();
      await expect(reseller.locator('input[name="recipient"]')).toBeVisible();
      await look(reseller, "inviting a customer for both");
      await reseller.locator('input[name="recipient"]').fill(contact);
      await reseller.getByRole("button", { name: say("send"), exact: true }).click();
      await expect(reseller).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
      await look(reseller, "an invitation for both that was sent");
    });

    const customer = await newcomer();
    await test.step("the customer makes a work account and authorizes both", async () => {
      await customer.goto(await linkFromMail(provider, contact));
      await settled(customer);
      await look(customer, "a link for both, for a stranger");
      await customer.getByRole("button", { name: say("createOne") }).click();
      await customer.waitForURL(/sign-up/);
      await look(customer, "making a work account");
      await customer.getByRole("button", { name: say("createWorkAccount") }).click();
      await expect(customer.locator('input[name="name"]')).toHaveAttribute("aria-invalid", "true");
      await look(customer, "making a work account out of nothing");
      await signUp(customer, { name: company, domain, country: "FR" });
      await look(customer, "a link for both, for who may answer");
      await customer.locator(authorizeButton).click();
      await expect(customer.locator('[aria-invalid="true"], .error-summary').first()).toBeVisible();
      await look(customer, "a link for both, without the tick");
      await customer.locator('input[name="confirmed"]').check();
      await customer.locator(authorizeButton).click();
      await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();
      await look(customer, "what was granted to both");
      await customer.goto("/grants");
      await expect(customer.locator("main")).toContainText("Bellows Cloud");
      await expect(customer.locator("main")).toContainText("Fabrikam Distribution");
      await look(customer, "who can act for the customer");
      await lookAhead(customer, endGrantLink, "ending a right");
      await lookAhead(customer, endRelationshipLink, "ending a relationship");
    });

    await test.step("the provider orders", async () => {
      await provider.goto(`/customers?search=${encodeURIComponent(company)}`);
      await settled(provider);
      await provider.locator("tbody tr th a").first().click();
      await expect(provider.locator("h1")).toHaveText(company);
      await provider.getByRole("link", { name: say("addSubscription") }).click();
      await provider.waitForURL(/subscriptions\/new/);
      await look(provider, "a new subscription");
      const quantity = await addProduct(provider, "Business Basic", 0);
      await provider.getByRole("button", { name: say("reviewOrder"), exact: true }).click();
      await expect(quantity).toHaveAttribute("aria-invalid", "true");
      await look(provider, "a new subscription of nothing");
      await quantity.fill("12");
      await provider.getByRole("button", { name: say("reviewOrder"), exact: true }).click();
      // Nothing is ordered before what it costs was seen.
      await provider.waitForURL(/subscriptions\/new\/review/);
      await settled(provider);
      await look(provider, "the review of an order");
      await provider.getByRole("button", { name: say("submit"), exact: true }).click();
      await expect(provider.locator("h1")).toHaveText(company);
      await expect(provider.locator("#subscriptions")).toContainText("12");
      await look(provider, "a customer, for the provider");
    });

    await test.step("the reseller sees it, and why it cannot order itself", async () => {
      await reseller.goto(`/customers?search=${encodeURIComponent(company)}`);
      await settled(reseller);
      await reseller.locator("tbody tr th a").first().click();
      await expect(reseller.locator("#subscriptions")).toContainText("12");
      await settled(reseller);
      const refused = reseller.getByRole("button", { name: say("addSubscription") });
      await expect(refused).toHaveAttribute("aria-disabled", "true");
      await refused.click({ force: true });
      await expect(reseller.locator(".popover:popover-open")).toContainText("Fabrikam Distribution");
      await look(reseller, "why a reseller cannot order");
    });

    await test.step("the provider creates a customer for the reseller; setup info is shown once", async () => {
      await provider.goto("/resellers?search=Bellows");
      await settled(provider);
      const row = provider.locator("tbody tr", { hasText: "Bellows Cloud" }).first();
      await row.getByRole("link", { name: say("addNewCustomer") }).click();
      await expect(provider.locator('input[name="domain"]')).toBeVisible();
      await look(provider, "a new customer's details");
      await expect(provider.locator('select[name="reseller"] option:checked')).toHaveText("Bellows Cloud");
      const name = unique("Green Harbour ");
      await provider.locator('input[name="name"]').fill(name);
      await provider.locator('input[name="domain"]').fill(domainFor(name));
      await provider.locator('select[name="country"]').selectOption("FR");
      await provider.locator('input[name="contact"]').fill("not an address");
      await provider.locator('input[name="admin_name"]').fill("Sam Green");
      await provider.locator('input[name="admin_user"]').fill("sam");
      await provider.getByRole("button", { name: say("nextSubscriptions") }).click();
      // Errors are shown at the field, and no typed values are lost.
      await expect(provider.locator('input[name="contact"]')).toHaveAttribute("aria-invalid", "true");
      await expect(provider.locator('input[name="name"]')).toHaveValue(name);
      await look(provider, "a new customer's wrong details");
      await provider.locator('input[name="contact"]').fill("sam@greenharbour.example");
      await provider.getByRole("button", { name: say("nextSubscriptions") }).click();
      await provider.waitForURL(/\/subscriptions/);
      await settled(provider);
      const quantity = await addProduct(provider, "Power BI Pro", "many");
      await provider.getByRole("button", { name: say("nextReview") }).click();
      await expect(quantity).toHaveAttribute("aria-invalid", "true");
      await look(provider, "a new customer's wrong subscriptions");
      await quantity.fill("3");
      await lookInto(provider, provider.locator('button[commandfor="cancel-draft"][aria-haspopup]'), "abandoning a new customer");
      await provider.getByRole("button", { name: say("nextReview") }).click();
      await provider.waitForURL(/\/review/);
      await settled(provider);
      await expect(provider.locator("main")).toContainText(name);
      await look(provider, "a new customer's review");
      await provider.reload();
      await settled(provider);
      await provider.getByRole("button", { name: say("createCustomer"), exact: true }).click();
      await provider.waitForURL(/\/confirmation/);
      const secret = provider.locator("#setup-password");
      await expect(secret).toHaveValue(/.{12,}/);
      await look(provider, "setup info");
      const told = await secret.inputValue();
      await provider.reload();
      await settled(provider);
      await expect(provider.locator("#setup-password")).toHaveCount(0);
      expect(await provider.content()).not.toContain(told);
      await look(provider, "setup info that was shown");
      await provider.getByRole("link", { name: say("done"), exact: true }).click();
      await provider.goto(`/customers?search=${encodeURIComponent(name)}`);
      await expect(provider.locator("tbody")).toContainText(name);
      await reseller.goto(`/customers?search=${encodeURIComponent(name)}`);
      await expect(reseller.locator("tbody")).toContainText(name);
    });

    await test.step("a new temporary password is made, and has to be changed at the first sign-in", async () => {
      await settled(provider);
      await provider.locator("tbody tr th a").first().click();
      const renew = provider.locator('button[commandfor="renew-password"][aria-haspopup]');
      await expect(renew).toBeVisible();
      await settled(provider);
      await lookInto(provider, renew, "asking for a new temporary password");
      await renew.click();
      await provider.locator('dialog[open] button[type="submit"]').click();
      await provider.waitForURL(/\/setup-info/);
      const account = await provider.locator("#setup-user-name").inputValue();
      const temporary = await provider.locator("#setup-password").inputValue();
      await look(provider, "a new temporary password");

      const admin = await newcomer();
      await admin.goto("/sign-in");
      await settled(admin);
      await fillSignIn(admin, account, temporary);
      await admin.waitForURL(/settings\/password/);
      await look(admin, "a password that has to be changed");
      await admin.locator('input[name="current_password"]').fill(temporary);
      await admin.locator('input[name="new_password"]').fill("short");
      await admin.locator('input[name="repeated_password"]').fill("shorter");
      await admin.locator('form[action="/api/change-password"] button[type="submit"]').last().click();
      await expect(admin.locator('input[name="new_password"]')).toHaveAttribute("aria-invalid", "true");
      await look(admin, "a new password that will not do");
      await admin.locator('input[name="current_password"]').fill(temporary);
      await admin.locator('input[name="new_password"]').fill(companyPassword);
      await admin.locator('input[name="repeated_password"]').fill(companyPassword);
      await admin.locator('form[action="/api/change-password"] button[type="submit"]').last().click();
      await expect(admin).not.toHaveURL(/settings\/password/);
      await look(admin, "a new customer's overview");
      await admin.context().close();
    });

    await goToPartnership(provider, "Bellows Cloud");
    await end(provider, endPartnershipLink);
    await expect(provider.locator(endPartnershipLink)).toHaveCount(0);
    await look(provider, "a partnership that has ended");
    expect(complaints).toEqual([]);
    for (const page of [provider, reseller, customer]) await page.context().close();
  });
}
