// A reseller's global admin takes the administrator access to its tenant away, and gives it again.
import { expect, test, type Page } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { open, people, settled, signIn, signInAnew, watch } from "./support/portal";

test.describe.configure({ mode: "serial" });
test.beforeEach(() => test.setTimeout(180_000));

const opener = (id: string) => `button[commandfor="${id}"][aria-haspopup]`;

/** Goes to the reseller's partnership with this provider. */
async function goToProvider(page: Page, provider: string) {
  await page.goto(`/providers?search=${encodeURIComponent(provider)}`);
  await settled(page);
  const link = page.locator("tbody tr", { hasText: provider }).locator('a[href^="/partnerships/"]').first();
  await page.goto((await link.getAttribute("href"))!);
  await settled(page);
}

/** Confirms what this dialog asks, and waits for the other dialog's button. */
async function confirm(page: Page, id: string, then: string) {
  await page.locator(opener(id)).click();
  await page.locator(`#${id}[open] button[type="submit"]`).click();
  await expect(page.locator(opener(then))).toBeVisible();
  await settled(page);
}

for (const script of [true, false]) {
  test(`access that was taken away is given again, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, language: script ? "en" : "zh-Hant" });
    const complaints = watch(page);
    // The demo's reseller took it away a while ago.
    await signIn(page, people.relecloudGlobalAdmin);
    await goToProvider(page, "Wide World");
    // Unless a test that failed halfway left it given.
    if (await page.locator(opener("revoke-tenant-admin")).count()) await confirm(page, "revoke-tenant-admin", "grant-tenant-admin");
    await page.locator(opener("grant-tenant-admin")).click();
    if (script) await expectLooksRight(page, "giving tenant access again");
    await page.locator('#grant-tenant-admin[open] button[command="close"]').click();
    await expect(page.locator("#grant-tenant-admin[open]")).toHaveCount(0);

    const before = await page.locator(".timeline li").count();
    await confirm(page, "grant-tenant-admin", "revoke-tenant-admin");
    await expect(page.locator('[role="status"]').first()).toBeVisible();
    expect(await page.locator(".timeline li").count()).toBe(before + 1);
    // It can be taken away again, and is then as it was.
    await confirm(page, "revoke-tenant-admin", "grant-tenant-admin");
    expect(await page.locator(".timeline li").count()).toBe(before + 2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("the provider reads who can give it again", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { script: false });
  await signIn(page, people.relecloudGlobalAdmin);
  await goToProvider(page, "Wide World");
  const partnership = new URL(page.url()).pathname;
  await signInAnew(page, people.wideWorldGlobalAdmin);
  // This user looks after two organizations, and chooses.
  await page.getByRole("button", { name: "Wide World Distribution" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto(partnership);
  await settled(page);
  await expect(page.locator("main")).toContainText("A global admin of Relecloud");
  await expect(page.locator(opener("grant-tenant-admin"))).toHaveCount(0);
  await page.context().close();
});

test("each side of a partnership reads of itself as you", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { script: false });
  for (const [who, list, theirs, own] of [
    [people.fourthCoffeeGlobalAdmin, "/providers", "for your customers", "your tenant"],
    [people.contosoAdminAgent, "/resellers", "for the reseller's customers", "the reseller's tenant"],
  ] as const) {
    await signIn(page, who);
    await page.goto(list);
    await page.locator("tbody th a").first().click();
    await expect(page.locator(".abilities li").first()).toContainText(theirs);
    await expect(page.locator("h2", { hasText: "Administrator access" }).first()).toContainText(own);
    // Nobody is both a stranger and addressed on one page.
    if (list === "/providers") await expect(page.locator("main")).not.toContainText("reseller's");
  }
  await page.context().close();
});
