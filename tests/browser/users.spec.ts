// User management: somebody is invited by mail, chooses a password, gets other roles, is blocked and removed; with and
// without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { fillSignIn, linkFromMail, open, people, settled, signIn, signInAnew, watch } from "./support/portal";

// A user whose test failed halfway is there already.
test.describe.configure({ retries: 0 });

const list = "/settings/users";
const chosen = "violet kettle on tuesdays";
const another = "a lantern in the fog";

/** Fills in a new password on the page of a link. */
async function choose(page: Page, action: string, word: string) {
  const form = page.locator(`form[action="/api/${action}"]`);
  await form.locator('input[name="password"]').fill(word);
  await form.locator('input[name="repeated_password"]').fill(word);
  await form.locator('button[type="submit"]').last().click();
}

/** Opens the dialog of an action on a user's page, and does it. */
async function confirm(page: Page, then: string) {
  await page.locator(`button[commandfor="dialog-${then}"][command="show-modal"]`).click();
  await page.locator(`#dialog-${then} button[name="then"][value="${then}"]`).click();
}

for (const { script, who, language, width, domain } of [
  { script: true, who: people.southridgeGlobalAdmin, language: "en", width: 1280, domain: "southridge.example" },
  { script: false, who: people.minghuGlobalAdmin, language: "zh-Hans", width: 390, domain: "minghu.example" },
] as const) {
  test(`a user is invited, changed and removed, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const admin = await open(browser, baseURL!, { script, language, width });
    const mail = await open(browser, baseURL!, { script: false, language });
    const own = await open(browser, baseURL!, { script, language, width, theme: "dark" });
    const complaints = watch(admin);
    watch(own, complaints);
    const address = `mia.kern@${domain}`;
    await signInAnew(admin, who);
    await signIn(mail, people.contosoAdminAgent);
    await admin.goto("/settings");
    await settled(admin);
    await admin.locator(`main a[href="${list}"]`).click();
    await admin.waitForURL(`**${list}`);
    await look(admin, "user management", script);

    await admin.locator(`main a[href="${list}/add"]`).click();
    await admin.waitForURL(`**${list}/add`);
    await look(admin, "adding a user", script);
    const invite = admin.locator('form[action="/api/invite-user"]');
    await invite.locator('input[name="name"]').fill("Mia Kern");
    await invite.locator('input[name="address"]').fill(address);
    await invite.locator('button[type="submit"]').last().click();
    // Without a role, nothing is sent and nothing typed is lost.
    await settled(admin);
    await expect(invite.locator(".error-summary")).toBeVisible();
    await expect(invite.locator('input[name="address"]')).toHaveValue(address);
    await invite.locator('input[name="roles[]"][value="sales_agent"]').check();
    await invite.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/state=invited.*done=user_invited/);
    await settled(admin);
    await expect(admin.locator("tbody tr")).toHaveCount(1);
    await look(admin, "somebody who is invited", script);

    const link = await linkFromMail(mail, address, "/join/");
    await own.goto(link);
    await look(own, "the invitation of a user", script);
    await choose(own, "join-as-new", "short");
    await settled(own);
    await expect(own.locator(".error-summary")).toBeVisible();
    await choose(own, "join-as-new", chosen);
    await expect(own).toHaveURL(/done=joined/);
    await settled(own);
    await own.goto(link);
    await expect(own.locator('.refusal[data-code="invitation_accepted"]')).toBeVisible();
    await look(own, "an invitation that was used", script);

    // **Update**. Not to admin agent: as the only one, she could not be blocked any more.
    await admin.goto(`${list}?search=mia`);
    await settled(admin);
    await admin.locator(`tbody a[href^="${list}/"]`).click();
    await admin.waitForURL(/\/settings\/users\/[0-9a-f-]+$/);
    await look(admin, "a user", script);
    const roles = admin.locator('form[action="/api/update-user-roles"]');
    await roles.locator('input[name="roles[]"][value="helpdesk_agent"]').check();
    await roles.locator('button[type="submit"]').last().click();
    await expect(admin).toHaveURL(/done=user_updated/);
    await settled(admin);
    await expect(roles.locator('input[name="roles[]"][value="helpdesk_agent"]')).toBeChecked();

    // Another password, which the admin never sees.
    await confirm(admin, "password");
    await expect(admin).toHaveURL(/done=password_link_sent/);
    await settled(admin);
    const other = await linkFromMail(mail, address, "/new-password/");
    const fresh = await open(browser, baseURL!, { script, language, width });
    watch(fresh, complaints);
    await fresh.goto(other);
    await look(fresh, "a new password", script);
    await choose(fresh, "choose-password", another);
    await expect(fresh).toHaveURL(/sign-in.*done=password_chosen/);
    await settled(fresh);
    await fillSignIn(fresh, address, another);
    await expect(fresh).not.toHaveURL(/sign-in/);
    await settled(fresh);
    // The sessions from before are over.
    await own.goto("/settings");
    await expect(own).toHaveURL(/sign-in/);

    await confirm(admin, "block");
    await expect(admin).toHaveURL(/done=user_blocked/);
    await settled(admin);
    await look(admin, "a blocked user", script);
    await fresh.goto("/settings");
    await expect(fresh).toHaveURL(/sign-in/);
    await admin.locator('form[action="/api/change-user"] button[value="unblock"]').click();
    await expect(admin).toHaveURL(/done=user_unblocked/);
    await settled(admin);
    await confirm(admin, "remove");
    await expect(admin).toHaveURL((url) => url.pathname === list && url.searchParams.get("done") === "user_removed");
    await settled(admin);
    expect(complaints).toEqual([]);
    for (const page of [admin, mail, own, fresh]) await page.context().close();
  });
}

test("the only global admin cannot be removed, and is told so", async ({ browser, baseURL }) => {
  const admin = await open(browser, baseURL!, { script: false });
  await signInAnew(admin, people.litwareGlobalAdmin);
  await admin.goto(`${list}?role=global_admin`);
  await admin.locator(`tbody a[href^="${list}/"]`).first().click();
  await settled(admin);
  // Its last admin is the reader: nothing here can be done to the own account, and it cannot leave.
  await expect(admin.locator('.refused button[aria-disabled="true"]').first()).toBeVisible();
  await expect(admin.locator('#dialog-remove')).toHaveCount(0);
  await admin.context().close();
});

test("whoever may not manage users sees no way to it", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { script: false });
  await signInAnew(page, people.contosoHelpdesk);
  await page.goto("/settings");
  await expect(page.locator(`main a[href="${list}"]`)).toHaveCount(0);
  await page.goto(list);
  await expect(page.locator('[data-code="role_missing"]').first()).toBeVisible();
  await page.context().close();
});
