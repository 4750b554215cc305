// A customer gives a partner's permissions a last day, the partner asks it to renew, and the customer does by a click.
import { expect, test } from "@playwright/test";
import { look } from "./support/looks";
import {
  answerWithNewAccount,
  authorizeButton,
  domainFor,
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

/** So many days after the first one that a field of a date takes. */
function later(first: string, days: number): string {
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

for (const script of [true, false]) {
  test(`permissions end on a day and are renewed, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const partner = await open(browser, baseURL!, { script });
    const customer = await open(browser, baseURL!, { script });
    const complaints = watch(partner, watch(customer));
    await signIn(partner, people.directBillAdmin);
    const company = unique("Lasting Harbor ");
    const domain = domainFor(company);
    await requestRelationship(partner, `${domain}@dates.example`);
    await answerWithNewAccount(customer, await linkFromMail(partner, `${domain}@dates.example`), { name: company, domain, country: "US" });
    // The dates are offered with the acceptance, and none has to be chosen.
    await expect(customer.locator('input[name^="ends["]')).toHaveCount(4);
    await customer.locator('input[name="confirmed"]').check();
    await customer.locator(authorizeButton).click();
    await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();

    await customer.goto("/grants");
    await settled(customer);
    await customer.locator('main .actions a[href$="/dates"]').first().click();
    await expect(customer).toHaveURL(/\/grants\/[0-9a-f-]{36}\/dates$/);
    await settled(customer);
    await look(customer, "the dates on which permissions end", script);
    const field = customer.locator('input[name="administer"]');
    const first = (await field.getAttribute("min"))!;
    const [last, proposed] = [later(first, 19), later(first, 200)];

    // A day that cannot be is refused, and what was typed is kept.
    await field.fill(later(first, 4000));
    const save = customer.locator('form[action="/api/set-end-dates"] button[type="submit"]');
    await save.click();
    await settled(customer);
    await expect(customer.locator('form[action="/api/set-end-dates"]')).toBeVisible();
    await expect(customer.locator('input[name="administer"]')).toHaveValue(later(first, 4000));
    await customer.locator('input[name="administer"]').fill(last);
    await save.click();
    await expect(customer).toHaveURL(/\/grants(\?|$)/);
    await settled(customer);
    await expect(customer.locator(`main tbody time[datetime^="${last}"]`)).toHaveCount(1);

    // The partner finds the customer in the list, and asks it.
    await partner.goto(`/ending-rights?within=30&search=${encodeURIComponent(company)}`);
    await settled(partner);
    const row = partner.locator("tbody tr", { hasText: company });
    await expect(row).toHaveCount(1);
    await row.locator('input[name="customers[]"]').check();
    const text = `Please renew, ${company}.`;
    await partner.locator('textarea[name="text"]').fill(text);
    await partner.locator('input[name="day"]').fill(proposed);
    await look(partner, "customers whose permissions end", script);
    await partner.locator('form[action="/api/ask-to-renew"] button[type="submit"]').click();
    await expect(partner.locator('[role="status"]').first()).toBeVisible();

    // The customer reads it on its page, and renews as proposed.
    await customer.goto("/grants");
    await settled(customer);
    await customer.locator('main a[href$="/renew"]').first().click();
    await expect(customer).toHaveURL(/\/renew$/);
    await settled(customer);
    await expect(customer.locator("main")).toContainText(text);
    await expect(customer.locator('input[name="day"]')).toHaveValue(proposed);
    await look(customer, "a request to renew", script);
    await customer.locator('form[action="/api/renew-rights"] button[type="submit"]').click();
    await expect(customer).toHaveURL(/\/grants(\?|$)/);
    await settled(customer);
    await expect(customer.locator(`main tbody time[datetime^="${proposed}"]`)).toHaveCount(1);
    await expect(customer.locator('main a[href$="/renew"]')).toHaveCount(0);

    // So does its partner, which had a mail too.
    await partner.goto(`/ending-rights?search=${encodeURIComponent(company)}`);
    await settled(partner);
    await expect(partner.locator("tbody tr", { hasText: company }).locator(`time[datetime^="${proposed}"]`)).toHaveCount(1);
    expect(complaints).toEqual([]);
    for (const page of [partner, customer]) await page.context().close();
  });
}
