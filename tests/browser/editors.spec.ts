// Two users of one form, and a session that ends before a form is sent: no user saves over unseen changes, and no typed
// text is lost.
import { expect, test, type Page } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { open, password, people, settled, signIn, unique, watch } from "./support/portal";

const edited = 'form[action="/api/edit-invitation"]';

async function draft(page: Page): Promise<string> {
  await page.goto("/resellers/request");
  await settled(page);
  await page.locator('input[name="recipient"]').fill(`${unique("draft")}@elsewhere.example`);
  await page.locator('button[name="then"][value="draft"]').click();
  await page.waitForURL(/\/invitations\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

async function edit(page: Page, invitation: string) {
  await page.goto(`${invitation}?edit=1`);
  await settled(page);
  await expect(page.locator(edited)).toBeVisible();
}

async function save(page: Page, subject: string) {
  await page.locator(`${edited} input[name="subject"]`).fill(subject);
  await page.locator(`${edited} button[name="then"][value="draft"]`).click();
}

for (const script of [true, false]) {
  test(`the second of two editors is told what the first has saved, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const first = await open(browser, baseURL!, { script });
    const second = await open(browser, baseURL!, { script });
    const complaints = watch(second);
    await signIn(first, people.contosoAdminAgent);
    await signIn(second, people.contosoSales);
    const invitation = await draft(first);
    await edit(first, invitation);
    await edit(second, invitation);

    const theirs = unique("Theirs ");
    await save(first, theirs);
    await expect(first.locator("main")).toContainText(theirs);

    const mine = unique("Mine ");
    await save(second, mine);
    const summary = second.locator(".error-summary");
    await expect(summary).toContainText("Someone else saved this");
    await expect(summary).toContainText(theirs);
    await expect(summary).toBeFocused();
    await expect(second.locator(`${edited} input[name="subject"]`)).toHaveValue(mine);
    if (script) await expectLooksRight(second, "a form that somebody else has saved meanwhile");

    await settled(second);
    await save(second, mine);
    await expect(second.locator(".error-summary")).toHaveCount(0);
    await expect(second.locator("main")).toContainText(mine);
    await expect(second.locator("main")).not.toContainText(theirs);
    expect(complaints).toEqual([]);
    await first.context().close();
    await second.context().close();
  });

  test(`what was typed outlives the session, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await signIn(page, people.contosoAdminAgent);
    await page.goto("/resellers/request");
    await settled(page);
    const recipient = `${unique("late")}@elsewhere.example`;
    await page.locator('input[name="recipient"]').fill(recipient);
    await page.context().clearCookies({ name: "__Host-tierline" });
    await page.locator('button[name="then"][value="draft"]').click();

    // Beside the page if the page can wait, otherwise in its place.
    const aside = script ? page.context().waitForEvent("page") : undefined;
    if (script) await page.locator(".error-summary a").click();
    const signing = (await aside) ?? page;
    await signing.waitForURL(/sign-in/);
    await settled(signing);
    const form = signing.locator('form[action="/api/sign-in"]');
    await form.locator('input[name="email"]').fill(people.contosoAdminAgent);
    await form.locator('input[name="password"]').fill(password);
    await form.locator('button[type="submit"]').last().click();
    await signing.waitForURL(/\/resellers\/request/);
    if (!script) await expect(page.locator(".error-summary")).toContainText("You were signed out");
    await expect(page.locator('input[name="recipient"]')).toHaveValue(recipient);
    await settled(page);
    await page.locator('button[name="then"][value="draft"]').click();
    await page.waitForURL(/\/invitations\/[0-9a-f-]{36}/);
    await expect(page.locator("main")).toContainText(recipient);
    await page.context().close();
  });
}
