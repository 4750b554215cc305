// A customer takes a right away, and then everything: what follows is told on a page before, and the partner gets the
// notice that was written there.
import { expect, test } from "@playwright/test";
import { look } from "./support/looks";
import {
  answerWithNewAccount,
  authorizeButton,
  domainFor,
  end,
  endGrantLink,
  endRelationshipLink,
  linkFromMail,
  open,
  people,
  requestRelationship,
  settled,
  signIn,
  unique,
  watch,
} from "./support/portal";

test.describe.configure({ mode: "serial" });

for (const script of [true, false]) {
  test(`what follows is told before anything ends, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const partner = await open(browser, baseURL!, { script });
    const customer = await open(browser, baseURL!, { script });
    const complaints = watch(partner, watch(customer));
    await signIn(partner, people.directBillAdmin);
    const company = unique("Parting Meadow ");
    const domain = domainFor(company);
    await requestRelationship(partner, `${domain}@ending.example`);
    await answerWithNewAccount(customer, await linkFromMail(partner, `${domain}@ending.example`), { name: company, domain, country: "US" });
    await customer.locator('input[name="confirmed"]').check();
    await customer.locator(authorizeButton).click();
    await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();

    // Nobody else orders for this customer: that is told, with the way to providers.
    await customer.goto("/grants");
    await settled(customer);
    await customer.locator(endGrantLink).first().click();
    await expect(customer).toHaveURL(/\/end\?grant=order_on_behalf$/);
    await expect(customer.locator('main li a[href="/find-a-provider"]')).toBeVisible();
    // Where an end on a date is wanted instead, the way to it is there.
    await expect(customer.locator('main a[href^="/grants/"][href$="/dates"]')).toBeVisible();
    await expect(customer.locator('textarea[name="text"]')).not.toHaveValue("");
    await settled(customer);
    await look(customer, "ending a right that nobody else has", script);
    await customer.goto("/grants");
    await settled(customer);
    const rights = await customer.locator(endGrantLink).count();
    const notice = `Hand over what is open, ${company}.`;
    await end(customer, endGrantLink, notice);
    await expect(customer.locator('[role="status"]').first()).toBeVisible();
    await expect(customer.locator(endGrantLink)).toHaveCount(rights - 1);

    await expect(async () => {
      await partner.goto("/demo/mailbox");
      await partner.locator("tbody tr", { hasText: company }).locator("th a").first().click({ timeout: 8_000 });
      await expect(partner.locator("main")).toContainText(notice, { timeout: 8_000 });
    }).toPass({ timeout: 60_000 });

    // The page of what is over says so, and has no form.
    await customer.locator(endRelationshipLink).first().click();
    await expect(customer).toHaveURL(/\/end$/);
    const ending = new URL(customer.url()).pathname;
    await customer.goto("/grants");
    await settled(customer);
    await end(customer, endRelationshipLink);
    await expect(customer.locator(".empty").first()).toBeVisible();
    await customer.goto(ending);
    await settled(customer);
    await expect(customer.locator("form[action^='/api/end-']")).toHaveCount(0);
    await expect(customer.locator(".refused")).toBeVisible();
    expect(complaints).toEqual([]);
    for (const page of [partner, customer]) await page.context().close();
  });
}
