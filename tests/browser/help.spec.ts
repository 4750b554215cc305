// A partner helps with a customer's users: one is added with a temporary password that is shown once, gets another, is
// blocked, removed and restored; with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { fillSignIn, open, people, settled, signIn, watch } from "./support/portal";
import { words } from "./support/words";

// A user whose test failed halfway is there already.
test.describe.configure({ retries: 0 });

const chosen = ["violet kettle on tuesdays", "a lantern in the fog"] as const;
const secret = (page: Page) => page.locator("#user-password");
const row = (page: Page, text: string) => page.locator("main tbody tr", { hasText: text });

/** Goes from a customer's page to its users. */
async function openUsers(page: Page, customer: string, label: string) {
  await page.goto(`/customers?search=${encodeURIComponent(customer)}`);
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
  await page.getByRole("main").getByRole("link", { name: label }).click();
  await page.waitForURL(/\/licenses\/users\?of=/);
  await settled(page);
}

/** Opens the dialog of an action on a user's page, and does it. */
async function confirm(page: Page, then: string) {
  await page.locator(`button[commandfor="dialog-${then}"][command="show-modal"]`).click();
  await page.locator(`#dialog-${then} button[name="then"][value="${then}"]`).click();
}

/** Reads the temporary password, which is shown once. */
async function readPassword(page: Page) {
  await page.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+\/password$/);
  await expect(secret(page)).toHaveValue(/.{12,}/);
  return secret(page).inputValue();
}

/** Signs in with a temporary password, and has to choose another. */
async function firstSignIn(page: Page, address: string, temporary: string, word: string) {
  await page.goto("/sign-in");
  await settled(page);
  await fillSignIn(page, address, temporary);
  await page.waitForURL(/settings\/password/);
  await settled(page);
  await page.locator('input[name="current_password"]').fill(temporary);
  await page.locator('input[name="new_password"]').fill(word);
  await page.locator('input[name="repeated_password"]').fill(word);
  await page.locator('form[action="/api/change-password"] button[type="submit"]').last().click();
  await expect(page).not.toHaveURL(/settings\/password/);
  await settled(page);
}

for (const { script, language, width, who, customer, domain, admin } of [
  { script: true, language: "en", width: 1280, who: people.relecloudGlobalAdmin, customer: "Litware", domain: "litware.example", admin: "Uwe Lang" },
  { script: false, language: "zh-Hans", width: 390, who: people.minghuGlobalAdmin, customer: "Tailspin Toys", domain: "tailspintoys.example", admin: "Siti Rahman" },
] as const) {
  test(`a partner adds a customer's user and helps, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const say = words(language);
    const agent = await open(browser, baseURL!, { script, language, width });
    const own = await open(browser, baseURL!, { script, language, width, theme: "dark" });
    const complaints = watch(agent);
    watch(own, complaints);
    const address = `mia.kern@${domain}`;
    await signIn(agent, who);
    await openUsers(agent, customer, say("usersAndLicenses"));

    let first = "";
    await test.step("a user is added, and the temporary password is shown once", async () => {
      await agent.getByRole("main").getByRole("link", { name: say("addUser") }).click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/add$/);
      await look(agent, "adding a user to a customer", script);
      const add = agent.locator('form[action="/api/add-customer-user"]');
      // Whoever helps a customer does not take it over.
      await expect(add.locator('input[name="roles[]"][value="global_admin"]')).toHaveCount(0);
      await add.locator('input[name="name"]').fill("Mia Kern");
      await add.locator('input[name="address"]').fill("mia.kern@elsewhere.example");
      await add.locator('button[type="submit"]').click();
      await settled(agent);
      await expect(add.locator('.error-summary .refusal[data-code="address_elsewhere"]')).toBeVisible();
      await expect(add.locator('input[name="name"]')).toHaveValue("Mia Kern");
      // For whom, and in which domain, the page says; that need not be typed.
      await expect(agent.locator("h1")).toContainText(customer);
      await expect(add.locator(".field-affix")).toHaveText(`@${domain}`);
      await add.locator('input[name="address"]').fill("mia.kern");
      await add.locator('button[type="submit"]').click();
      first = await readPassword(agent);
      await look(agent, "a temporary password", script);
      await agent.reload();
      await settled(agent);
      await expect(secret(agent)).toHaveCount(0);
      expect(await agent.content()).not.toContain(first);
      await look(agent, "a temporary password that was shown", script);
      await agent.getByRole("main").getByRole("link", { name: say("done"), exact: true }).click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+$/);
      await expect(agent.locator("h1")).toHaveText("Mia Kern");
      await look(agent, "a customer's user", script);
    });

    await test.step("name and roles are corrected", async () => {
      const named = agent.locator('form[action="/api/rename-customer-user"]');
      await named.locator('input[name="name"]').fill("");
      await named.locator('button[type="submit"]').click();
      await settled(agent);
      await expect(named.locator(".error-summary")).toBeVisible();
      await named.locator('input[name="name"]').fill("Mia Kern-Lang");
      await named.locator('button[type="submit"]').click();
      await expect(agent).toHaveURL(/done=user_updated/);
      await settled(agent);
      await expect(agent.locator("h1")).toHaveText("Mia Kern-Lang");
      const roles = agent.locator('form[action="/api/update-customer-user-roles"]');
      await expect(roles.locator('input[name="roles[]"][value="global_admin"]')).toHaveCount(0);
      await roles.locator('input[name="roles[]"][value="billing_admin"]').check();
      await roles.locator('button[type="submit"]').click();
      await expect(roles.locator('input[name="roles[]"][value="billing_admin"]')).toBeChecked();
      await settled(agent);
      // Back, so that what follows finds the user by name.
      await named.locator('input[name="name"]').fill("Mia Kern");
      await named.locator('button[type="submit"]').click();
      await settled(agent);
      await expect(agent.locator("h1")).toHaveText("Mia Kern");
    });

    await test.step("it has to be changed, and a reset ends every session", async () => {
      await firstSignIn(own, address, first, chosen[0]);
      await confirm(agent, "password");
      const second = await readPassword(agent);
      expect(second).not.toBe(first);
      await own.goto("/my-licenses");
      await expect(own).toHaveURL(/sign-in/);
      await firstSignIn(own, address, second, chosen[1]);
      await own.goto("/my-licenses");
      await expect(own.locator("main .empty")).toContainText(say("noLicenses"));
      await agent.getByRole("main").getByRole("link", { name: say("done"), exact: true }).click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+$/);
      await settled(agent);
    });

    // The customer's own admin does the same on the user's page under its settings, beside the link that is mailed.
    for (const scripted of script ? [true, false] : []) {
      await test.step(`the own admin gives a password, ${scripted ? "with" : "without"} JavaScript`, async () => {
        const global = await open(browser, baseURL!, { script: scripted, language, width: scripted ? width : 390 });
        watch(global, complaints);
        await signIn(global, people.litwareGlobalAdmin);
        await global.goto("/settings/users?search=mia");
        await settled(global);
        await global.locator('tbody a[href^="/settings/users/"]').click();
        await global.waitForURL(/\/settings\/users\/[0-9a-f-]+$/);
        await settled(global);
        const user = new URL(global.url()).pathname;
        await expect(global.locator('button[commandfor="dialog-password"][command="show-modal"]')).toBeVisible();
        await global.locator('button[commandfor="dialog-temporary"][command="show-modal"]').click();
        await global.locator('#dialog-temporary button[name="then"][value="password"]').click();
        await readPassword(global);
        await look(global, "a temporary password of an own user", scripted);
        await global.reload();
        await settled(global);
        await expect(secret(global)).toHaveCount(0);
        await global.locator(`main a.button[href="${user}"]`).click();
        await global.waitForURL(`**${user}`);
        await global.context().close();
      });
    }

    await test.step("blocked, unblocked and removed", async () => {
      await confirm(agent, "block");
      await expect(agent).toHaveURL(/done=user_blocked/);
      await settled(agent);
      await expect(agent.locator(".page-header .badge")).toHaveText(say("blocked"));
      await expect(agent.locator('button[popovertarget="why-password"]')).toHaveAttribute("aria-disabled", "true");
      await look(agent, "a customer's blocked user", script);
      await own.goto("/my-licenses");
      await expect(own).toHaveURL(/sign-in/);
      await agent.locator('form[action="/api/help-user"] button[value="unblock"]').click();
      await expect(agent).toHaveURL(/done=user_unblocked/);
      await settled(agent);
      await confirm(agent, "remove");
      await expect(agent).toHaveURL(/\/licenses\/users\?of=.*done=user_removed/);
      await settled(agent);
      await expect(row(agent, admin)).toHaveCount(1);
      await expect(row(agent, "Mia Kern")).toHaveCount(0);
    });

    const users = new URL(agent.url());
    users.searchParams.delete("done");
    await test.step("who was removed is restored, and not added again", async () => {
      await agent.getByRole("main").getByRole("link", { name: say("addUser") }).click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/add$/);
      await settled(agent);
      const add = agent.locator('form[action="/api/add-customer-user"]');
      await add.locator('input[name="name"]').fill("Mia Kern");
      await add.locator('input[name="address"]').fill("mia.kern");
      await add.locator('button[type="submit"]').click();
      await settled(agent);
      await expect(add.locator('.error-summary .refusal[data-code="address_of_removed"]')).toBeVisible();
      await add.locator('.error-summary a[href$="/removed"]').click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+\/removed$/);
      await settled(agent);
      await expect(agent.locator("h1")).toHaveText("Mia Kern");

      // The list of users has them by its filter, with the day until which they can be restored.
      await agent.goto(`${users.href}&state=removed`);
      await settled(agent);
      await expect(row(agent, "Mia Kern")).toHaveCount(1);
      await expect(row(agent, "Mia Kern")).toContainText(say("removed"));
      await expect(row(agent, "Mia Kern").locator("input.row-tick")).toHaveCount(0);
      await look(agent, "a customer's removed users", script);
      await row(agent, "Mia Kern").locator("th a").click();
      await agent.waitForURL(/\/removed$/);
      await look(agent, "a removed user", script);
      await agent.locator('button[commandfor="dialog-restore"][command="show-modal"]').click();
      await agent.locator('#dialog-restore form button[type="submit"]').click();
      await expect(agent).toHaveURL(/\/licenses\/users\/.*done=user_restored/);
      await settled(agent);
      await expect(agent.locator("h1")).toHaveText("Mia Kern");
      await agent.goto(users.href);
      await settled(agent);
      await expect(row(agent, "Mia Kern")).toHaveCount(1);
    });

    await test.step("a global admin is the customer's own affair", async () => {
      await row(agent, admin).locator("th a").click();
      await agent.waitForURL(/\/licenses\/users\/[0-9a-f-]+\/[0-9a-f-]+$/);
      await settled(agent);
      await agent.locator('main .page-header a[href^="/customers/"][href*="/users/"]').click();
      await agent.waitForURL(/\/customers\/[0-9a-f-]+\/users\/[0-9a-f-]+$/);
      await settled(agent);
      for (const what of ["roles", "name", "password", "block", "remove"]) {
        await expect(agent.locator(`button[popovertarget="why-${what}"]`)).toHaveAttribute("aria-disabled", "true");
      }
      await expect(agent.locator("dialog")).toHaveCount(0);
    });
    expect(complaints).toEqual([]);
    for (const page of [agent, own]) await page.context().close();
  });
}
