// The registry of members, a postponed MPN ID that is associated, and a partner that the operator suspends; with and
// without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, signIn, watch } from "./support/portal";

// What a test that failed halfway has done is done.
test.describe.configure({ retries: 0 });

const identifiers = "/settings/organization/identifiers";
const password = "four quiet lanterns";

/** Sends the form of this server function. */
async function submit(page: Page, action: string) {
  await page.locator(`form[action="/api/${action}"] button[type="submit"]`).last().click();
}

test("a postponed MPN ID is associated, without JavaScript", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const admin = await open(browser, baseURL!, { script: false, language: "zh-Hant", width: 390 });
  await signIn(admin, people.margieGlobalAdmin);
  await admin.goto("/settings");
  await admin.locator(`main a[href="${identifiers}"]`).click();
  await admin.waitForURL(`**${identifiers}`);
  await look(admin, "an MPN ID that is missing", false);

  const form = admin.locator('form[action="/api/prove-membership"]');
  await form.locator('input[name="member_account"]').fill("mpn@margiescloud.example");
  await form.locator('input[name="member_password"]').fill("something else entirely");
  await submit(admin, "prove-membership");
  // The password is wrong, and the account is still there.
  await expect(form.locator(".error-summary")).toBeVisible();
  await expect(form.locator('input[name="member_account"]')).toHaveValue("mpn@margiescloud.example");
  await form.locator('input[name="member_password"]').fill(password);
  await submit(admin, "prove-membership");
  await look(admin, "locations to choose from", false);
  // Of three locations, one is active and in the country of the tenant.
  await expect(admin.locator('input[name="mpn"]')).toHaveCount(1);
  await submit(admin, "associate-mpn");
  await expect(admin).toHaveURL(/done=mpn_associated/);
  await expect(admin.locator("main")).toContainText("5120901");
  for (const page of ["legal-info", "program-info"]) {
    await admin.goto(`/settings/organization/${page}`);
    await look(admin, page, false);
  }
});

test("the operator keeps the registry", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const operator = await open(browser, baseURL!, { script: true, language: "en", width: 1280 });
  const complaints = watch(operator);
  await signIn(operator, people.operator);
  await operator.goto("/registry");
  await look(operator, "the registry", true);
  await operator.locator('main a[href="/registry/add"]').click();
  await operator.waitForURL("**/registry/add");
  await look(operator, "adding a member", true);
  const form = operator.locator('form[action="/api/register-member"]');
  for (const [name, value] of [
    ["account", "mpn@nodcloud-too.example"],
    ["profile_mpn", "8200000"],
    ["profile_name", "Nod Cloud Too"],
    ["location_mpn", "8200001"],
    ["location_name", "Nod Cloud Too Taipei"],
  ]) {
    await form.locator(`input[name="${name}"]`).fill(value);
  }
  await form.locator('select[name="country"]').selectOption("TW");
  await submit(operator, "register-member");
  await expect(operator).toHaveURL(/done=member_registered/);
  await look(operator, "a member", true);
  await operator.locator('a[href$="/8200001"]').click();
  await operator.waitForURL(/\/registry\/[0-9a-f-]+\/8200001$/);
  await look(operator, "a location", true);
  await operator.locator('input[name="status"][value="inactive"]').check();
  await submit(operator, "save-member-mpn");
  await expect(operator).toHaveURL(/done=member_changed/);
  expect(complaints).toEqual([]);
});

test("the operator suspends a partner and lifts that, without JavaScript", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const operator = await open(browser, baseURL!, { script: false, language: "en", width: 1280 });
  await signIn(operator, people.operator);
  await operator.goto("/organizations?search=lucerne");
  await look(operator, "organizations", false);
  await operator.locator('tbody a[href^="/organizations/"]').click();
  await look(operator, "an organization", false);
  await operator.locator('button[commandfor="suspend"][command="show-modal"]').click();
  await operator.locator('#suspend textarea[name="reason"]').fill("Invoices are overdue.");
  await submit(operator, "suspend-organization");
  await expect(operator).toHaveURL(/done=organization_suspended/);
  await expect(operator.locator("main")).toContainText("Invoices are overdue.");
  await operator.locator('button[commandfor="lift"][command="show-modal"]').click();
  await operator.locator('#lift textarea[name="reason"]').fill("Invoices are paid.");
  await submit(operator, "lift-suspension");
  await expect(operator).toHaveURL(/done=suspension_lifted/);
});
