// Customer groups: an admin adds a group, puts a customer into it, and narrows a colleague to it, who then sees no other
// customer; with and without JavaScript.
import { expect, test } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signInAnew, watch } from "./support/portal";

// A world whose test failed halfway has the group already.
test.describe.configure({ retries: 0 });

const groups = "/settings/customer-groups";
const leo = "leo.sun@contoso-distribution.example";

for (const { script, language, width, name } of [
  { script: true, language: "en", width: 1280, name: "Key accounts" },
  { script: false, language: "zh-Hant", width: 390, name: "重點客戶" },
] as const) {
  test(`a colleague sees one group alone, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const admin = await open(browser, baseURL!, { script, language, width });
    const own = await open(browser, baseURL!, { script, language, width, theme: "dark" });
    const complaints = watch(admin);
    watch(own, complaints);
    await signInAnew(admin, people.contosoAdminAgent);
    await admin.goto("/settings");
    await settled(admin);
    await admin.locator(`main a[href="${groups}"]`).click();
    await admin.waitForURL(`**${groups}`);
    await look(admin, "customer groups", script);
    const add = admin.locator('form[action="/api/add-customer-group"]');
    await add.locator('input[name="name"]').fill(name);
    await add.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/done=group_added/);
    await settled(admin);
    const row = admin.locator("tbody tr", { hasText: name });
    await expect(row).toHaveCount(1);
    const filtered = (await row.locator('a[href^="/customers?"]').getAttribute("href"))!;

    // The first customer of the list joins the group.
    await admin.goto("/customers");
    await settled(admin);
    const first = admin.locator('tbody th a[href^="/customers/"]').first();
    const customer = (await first.textContent())!.trim();
    await first.click();
    await admin.waitForURL(/\/customers\/[0-9a-f-]+/);
    await settled(admin);
    const assign = admin.locator('form[action="/api/assign-customer-groups"]');
    await assign.getByLabel(name).check();
    await assign.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/done=customer_grouped/);
    await settled(admin);
    await expect(assign.getByLabel(name)).toBeChecked();
    await admin.goto(filtered);
    await settled(admin);
    await expect(admin.locator('tbody th a[href^="/customers/"]')).toHaveText([customer]);

    await admin.goto("/settings/users?search=leo");
    await settled(admin);
    await admin.locator('tbody a[href^="/settings/users/"]').click();
    await admin.waitForURL(/\/settings\/users\/[0-9a-f-]+/);
    await look(admin, "the customers of a user", script);
    const narrow = admin.locator('form[action="/api/narrow-user"]');
    await narrow.locator('input[name="customers"][value="only"]').check();
    for (const box of await narrow.locator('input[name="groups[]"]').all()) await box.uncheck();
    // In no group would be nobody: refused, and nothing is lost.
    await narrow.locator('button[type="submit"]').last().click();
    await settled(admin);
    await expect(admin.locator('[data-code="no_group_chosen"]').first()).toBeVisible();
    await narrow.getByLabel(name).check();
    await narrow.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/done=user_narrowed/);
    await settled(admin);
    await expect(admin.locator("#customers-seen")).toContainText(name);

    // Two more customers join at once; the first is in the group already.
    await admin.goto("/customers");
    await settled(admin);
    const ticks = admin.locator('tbody input[name="customers[]"]');
    const place = admin.locator('form[action="/api/place-customers"]');
    const press = (then: string) => place.locator(`button[name="then"][value="${then}"]`).click();
    for (const number of [0, 1, 2]) await ticks.nth(number).check();
    // Without a group nothing is done, and what was ticked stays.
    await press("in");
    await settled(admin);
    await expect(place.locator(".error-summary")).toBeVisible();
    await expect(ticks.nth(2)).toBeChecked();
    await place.locator('select[name="group"]').selectOption({ label: name });
    await press("in");
    await admin.waitForURL(/\/customers\/in-group\/[0-9a-f-]+/);
    await look(admin, "customers put into a group", script);
    await expect(admin.locator("main")).toContainText("2");
    await admin.goto(filtered);
    await settled(admin);
    await expect(admin.locator('tbody th a[href^="/customers/"]')).toHaveCount(3);
    // What was done can be undone, once; then it is done again.
    await admin.goBack();
    await settled(admin);
    const placing = new URL(admin.url()).pathname;
    await admin.locator('button[commandfor="undo"][command="show-modal"]').click();
    await admin.locator('#undo form button[type="submit"]').last().click();
    await admin.waitForURL(({ pathname }) => pathname.startsWith("/customers/in-group/") && pathname !== placing);
    await settled(admin);
    await admin.goto(filtered);
    await settled(admin);
    await expect(admin.locator('tbody th a[href^="/customers/"]')).toHaveText([customer]);
    await admin.goto("/customers");
    await settled(admin);
    for (const number of [1, 2]) await ticks.nth(number).check();
    await place.locator('select[name="group"]').selectOption({ label: name });
    await press("in");
    await admin.waitForURL(/\/customers\/in-group\/[0-9a-f-]+/);
    await settled(admin);
    await admin.goto(filtered);
    await settled(admin);
    await expect(admin.locator('tbody th a[href^="/customers/"]')).toHaveCount(3);
    // All that the filter leaves but the first are taken out again.
    await admin.goto("/customers");
    await settled(admin);
    for (const number of [1, 2]) await ticks.nth(number).check();
    await place.locator('select[name="group"]').selectOption({ label: name });
    await press("out");
    await admin.waitForURL(/\/customers\/in-group\/[0-9a-f-]+/);
    await settled(admin);

    // Somebody new is invited to the group alone.
    await admin.goto("/settings/users/add");
    await look(admin, "a new user with groups", script);
    const invite = admin.locator('form[action="/api/invite-user"]');
    await invite.locator('input[name="name"]').fill("Mia Kern");
    await invite.locator('input[name="address"]').fill(script ? "mia.group@elsewhere.example" : "mia.group2@elsewhere.example");
    await invite.locator('input[name="roles[]"][value="sales_agent"]').check();
    await invite.locator('input[name="customers"][value="only"]').check();
    await invite.getByLabel(name).check();
    await invite.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/done=user_invited/);
    await settled(admin);

    await signInAnew(own, leo);
    await own.goto("/customers");
    await settled(own);
    await expect(own.locator('tbody th a[href^="/customers/"]')).toHaveText([customer]);
    await own.goto(groups);
    await expect(own.locator('[data-code="role_missing"]').first()).toBeVisible();
    expect(complaints).toEqual([]);
    for (const page of [admin, own]) await page.context().close();
  });
}
