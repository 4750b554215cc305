// What the operator does in the portal alone: a product is withdrawn and limited, a user of another organization is
// helped in again, a partner gets its missing data, and the operator's own users are managed; with and without
// JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { linkFromMail, open, people, settled, signIn, signInAnew, watch } from "./support/portal";

// What a test has done halfway is done already.
test.describe.configure({ retries: 0 });

/** Opens the dialog with this id, gives the reason, and does it. */
async function decide(page: Page, dialog: string, reason: string) {
  await page.locator(`button[commandfor="${dialog}"][command="show-modal"]`).click();
  const form = page.locator(`#${dialog} form`).last();
  await form.locator('[name="reason"]').fill(reason);
  await form.locator('button[type="submit"]').last().click();
}

/** Goes to the page of the organization with this domain. */
async function openOrganization(page: Page, search: string) {
  await page.goto(`/organizations?search=${encodeURIComponent(search)}`);
  await settled(page);
  await page.locator('tbody a[href^="/organizations/"]').first().click();
  await page.waitForURL(/\/organizations\/[0-9a-f-]+$/);
  await settled(page);
}

for (const { script, language, width, product, partner, user, reviewer, mpn } of [
  { script: true, language: "en", width: 1280, product: "Visio Plan 1", partner: "southridge", user: people.southridgeGlobalAdmin, reviewer: "rita.sol@program.example", mpn: "8399001" },
  { script: false, language: "zh-Hant", width: 390, product: "Visio Plan 2", partner: "minghu", user: people.minghuGlobalAdmin, reviewer: "remy.sol@program.example", mpn: "8399002" },
] as const) {
  const how = script ? "with" : "without";

  test(`a product is withdrawn, sold again and limited ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signIn(operator, people.operator);
    await operator.goto(`/catalog?search=${encodeURIComponent(product)}`);
    await settled(operator);
    await operator.locator("tbody th a").first().click();
    await operator.waitForURL(/\/catalog\/[0-9a-f-]+/);
    await look(operator, "what is decided about a product", script);

    // Without a reason nothing happens, and the dialog is there again.
    await decide(operator, "withdraw", "");
    await settled(operator);
    await expect(operator.locator("#withdraw .error-summary")).toBeVisible();
    const form = operator.locator('form[action="/api/withdraw-product"]');
    await form.locator('[name="reason"]').fill("It is retired.");
    await form.locator('button[type="submit"]').last().click();
    await expect(operator).toHaveURL(/done=product_withdrawn/);
    await settled(operator);
    await expect(operator.locator("main")).toContainText("It is retired.");
    await look(operator, "a withdrawn product", script);
    await decide(operator, "sell-again", "It is back.");
    await expect(operator).toHaveURL(/done=product_sold_again/);
    await settled(operator);

    const limits = operator.locator('form[action="/api/set-product-limits"]');
    const before = await limits.locator('[name="maximum"]').inputValue();
    await limits.locator('[name="minimum"]').fill("5");
    await limits.locator('[name="maximum"]').fill("4");
    await limits.locator('[name="reason"]').fill("Too many for one order.");
    await limits.locator('button[type="submit"]').last().click();
    await settled(operator);
    // What was typed stays.
    await expect(limits.locator(".error-summary")).toBeVisible();
    await expect(limits.locator('[name="reason"]')).toHaveValue("Too many for one order.");
    await limits.locator('[name="maximum"]').fill("40");
    await limits.locator('button[type="submit"]').last().click();
    await expect(operator).toHaveURL(/done=product_limits_set/);
    await settled(operator);
    await expect(limits.locator('[name="maximum"]')).toHaveValue("40");
    await decide(operator, "take-back", "No longer needed.");
    await expect(operator).toHaveURL(/done=product_limits_taken_back/);
    await settled(operator);
    await expect(limits.locator('[name="maximum"]')).toHaveValue(before);
    expect(complaints).toEqual([]);
    await operator.context().close();
  });

  test(`a global admin who lost the password gets a link ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const mail = await open(browser, baseURL!, { script: false, language });
    const complaints = watch(operator);
    await signIn(operator, people.operator);
    await signIn(mail, people.contosoAdminAgent);
    await openOrganization(operator, partner);
    await look(operator, "the users of an organization", script);
    await operator.locator("main tbody tr", { hasText: user }).locator("th a").click();
    await operator.waitForURL(/\/organizations\/[0-9a-f-]+\/users\/[0-9a-f-]+$/);
    await look(operator, "a user whom the operator helps", script);
    await decide(operator, "dialog-password", "Called, and named the last invoice.");
    await expect(operator).toHaveURL(/done=password_link_mailed/);
    await settled(operator);
    const link = await linkFromMail(mail, user, "/new-password/");
    await mail.goto(link);
    await expect(mail.locator('form[action="/api/choose-password"]')).toBeVisible();

    await openOrganization(operator, partner);
    await expect(operator.locator("main")).toContainText("Called, and named the last invoice.");
    // Its MPN ID is replaced, and the form is filled with the new one.
    const own = await operator.locator('form[action="/api/complete-organization"] [name="mpn"]').inputValue();
    const complete = operator.locator('form[action="/api/complete-organization"]');
    const enter = async (value: string) => {
      await operator.locator('button[commandfor="complete"][command="show-modal"]').click();
      await complete.locator('[name="mpn"]').fill(value);
      await complete.locator('[name="reason"]').fill("It moved.");
      await complete.locator('button[type="submit"]').last().click();
      await expect(operator).toHaveURL(/done=organization_completed/);
      await settled(operator);
    };
    await enter(mpn);
    await expect(operator.locator("main")).toContainText(mpn);
    if (own) await enter(own);
    expect(complaints).toEqual([]);
    for (const page of [operator, mail]) await page.context().close();
  });

  test(`the operator invites a reviewer and removes the invitation ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signInAnew(operator, people.operator);
    await operator.goto("/settings");
    await settled(operator);
    await operator.locator('main a[href="/settings/users"]').click();
    await operator.waitForURL("**/settings/users");
    await look(operator, "the operator's users", script);
    await operator.goto("/settings/users/add");
    await settled(operator);
    const invite = operator.locator('form[action="/api/invite-user"]');
    await invite.locator('input[name="name"]').fill("Rita Sol");
    await invite.locator('input[name="address"]').fill(reviewer);
    await invite.locator('input[name="roles[]"][value="reviewer"]').check();
    await look(operator, "inviting a reviewer", script);
    await invite.locator('button[type="submit"]').last().click();
    await expect(operator).toHaveURL(/state=invited.*done=user_invited/);
    await settled(operator);
    const row = operator.locator("tbody tr", { hasText: reviewer });
    await row.locator("button[popovertarget], summary").first().click();
    await row.locator('button[commandfor^="dialog-"]').first().click();
    await operator.locator('dialog[open] button[name="then"][value="cancel"]').click();
    await expect(operator).toHaveURL(/done=user_invitation_canceled/);

    // The last program admin stays.
    await operator.goto("/settings/users?role=program_admin");
    await settled(operator);
    await operator.locator('tbody a[href^="/settings/users/"]').first().click();
    await operator.waitForURL(/\/settings\/users\/[0-9a-f-]+$/);
    await settled(operator);
    await expect(operator.locator("#dialog-remove")).toHaveCount(0);
    await expect(operator.locator('.refused button[aria-disabled="true"]').first()).toBeVisible();
    expect(complaints).toEqual([]);
    await operator.context().close();
  });
}

for (const { script, language, width, name, domain } of [
  { script: true, language: "en", width: 1280, name: "Tailwind Distribution", domain: "tailwind-distribution.example" },
  { script: false, language: "zh-Hans", width: 390, name: "Trey Distribution", domain: "trey-distribution.example" },
] as const) {
  test(`a partner is added, moved, and gets another capability ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signInAnew(operator, people.operator);
    await operator.goto("/organizations/add");
    await settled(operator);
    const add = operator.locator('form[action="/api/add-partner"]');
    await add.locator('[name="capabilities[]"][value="indirect_provider"]').check();
    await add.locator('[name="name"]').fill(name);
    await add.locator('[name="domain"]').fill("no domain");
    await add.locator('[name="country"]').selectOption("DE");
    await add.locator('[name="address"]').fill("1 Harbor Street\nHamburg");
    await add.locator('[name="admin_name"]').fill("Tina Wood");
    await add.locator('[name="admin_user_name"]').fill(`tina@${domain}`);
    await add.locator('button[type="submit"]').last().click();
    await settled(operator);
    await expect(add.locator(".error-summary")).toBeVisible();
    await expect(add.locator('[name="admin_name"]')).toHaveValue("Tina Wood");
    await expect(add.locator('[name="capabilities[]"][value="indirect_provider"]')).toBeChecked();
    await add.locator('[name="domain"]').fill(domain);
    await add.locator('button[type="submit"]').last().click();
    await expect(operator).toHaveURL(/done=partner_added/);
    await look(operator, "a partner that was added", script);

    // Without a reason nothing happens, and the dialog is there again.
    await decide(operator, "change-country", "");
    await settled(operator);
    const move = operator.locator("#change-country form");
    await expect(operator.locator("#change-country .error-summary")).toBeVisible();
    await move.locator('[name="country"]').selectOption("FR");
    await move.locator('[name="reason"]').fill("It is registered in France.");
    await move.locator('button[type="submit"]').last().click();
    await expect(operator).toHaveURL(/done=country_changed/);
    await settled(operator);
    await expect(operator.locator("main")).toContainText("It is registered in France.");

    await decide(operator, "add-direct_bill", "It bills customers itself too.");
    await expect(operator).toHaveURL(/done=capability_added/);
    await settled(operator);
    await expect(operator.locator("main")).toContainText("It bills customers itself too.");
    await expect(operator.locator('button[commandfor="add-direct_bill"]')).toHaveCount(0);
    await look(operator, "a partner with two capabilities", script);
    expect(complaints).toEqual([]);
    await operator.context().close();
  });
}

test("a reviewer sees no way to users or to decisions about products", async ({ browser, baseURL }) => {
  const reviewer = await open(browser, baseURL!, { script: false });
  await signIn(reviewer, people.reviewer);
  await reviewer.goto("/settings");
  await expect(reviewer.locator('main a[href="/settings/users"]')).toHaveCount(0);
  await reviewer.goto("/settings/users");
  await expect(reviewer.locator('.refusal[data-code="role_missing"]')).toBeVisible();
  await reviewer.context().close();
});
