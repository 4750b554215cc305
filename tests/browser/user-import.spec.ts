// A customer's users from a file: wrong lines are named, and what is right is applied; by a reseller and by the
// customer itself, with and without JavaScript.
import { expect, test } from "@playwright/test";
import { upload, worked } from "./support/imports";
import { look } from "./support/looks";
import { open, people, settled, signIn, unique, watch } from "./support/portal";

const customer = "Woodgrove Bank";
const head = "user_name,name,roles\n";

for (const { script, language, width, who, by } of [
  { script: true, language: "en", width: 1280, who: people.fourthCoffeeGlobalAdmin, by: "partner" },
  { script: false, language: "zh-Hant", width: 390, who: people.woodgroveGlobalAdmin, by: "customer" },
] as const) {
  test(`users are imported ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    // What a test has applied stays applied.
    const account = unique(`imported-by-${by}-`);
    const admin = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(admin);
    await signIn(admin, who);
    if (who === people.woodgroveGlobalAdmin) await admin.goto("/licenses/users");
    else {
      await admin.goto(`/customers?search=${encodeURIComponent(customer)}`);
      await settled(admin);
      await admin.locator("tbody tr th a").first().click();
      await admin.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
      await admin.locator('main a[href^="/licenses/users?of="]').first().click();
      await admin.waitForURL(/\/licenses\/users\?of=/);
    }
    await settled(admin);
    await admin.locator('main a[href^="/licenses/import/"]').click();
    await admin.waitForURL(/\/licenses\/import\/[0-9a-f-]+$/);
    await settled(admin);
    const begin = admin.url();
    await look(admin, "choosing a file of users", script);

    const line = (domain: string) => `${account}@${domain},Quinn Imported,user\n`;
    await upload(admin, "wrong.csv", head + line("elsewhere.example"));
    await worked(admin, script);
    await expect(admin.locator("main")).toContainText("elsewhere.example");
    await look(admin, "users with a wrong line", script);

    await admin.goto(begin);
    await upload(admin, "users.csv", head + line("woodgrove.example"));
    await worked(admin, script);
    await look(admin, "users that can be added", script);
    await admin.locator('button[commandfor="apply"]').first().click();
    await admin.locator('form:has(input[name="command"][value="apply"]) button[type="submit"]').click();
    await expect(admin.locator('input[name="command"][value="apply"]')).toHaveCount(0);
    await worked(admin, script);
    await admin.locator('main a[href^="/licenses/import-lines?of="]').last().click();
    await expect(admin.locator("main tbody tr", { hasText: account })).toHaveCount(1);
    await look(admin, "the lines of imported users", script);
    await admin.goto(begin.replace("/import/", "/users?of=") + `&search=${account}`);
    await expect(admin.locator("main tbody tr", { hasText: account })).toHaveCount(1);
    expect(complaints).toEqual([]);
  });
}
