// The overview as a queue of work, the counts beside the navigation, the way back, and a demo's first walk, with
// JavaScript and without.
import { expect, test } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

for (const script of [true, false]) {
  const how = script ? "with JavaScript" : "without JavaScript";

  test(`the overview leads to what waits, ${how}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    const complaints = watch(page);
    await signIn(page, people.fabrikamAdminAgent);
    const needed = page.locator(".section").filter({ has: page.locator("h2", { hasText: "Needs your action" }) });
    const items = await needed.locator(".queue-item").count();
    expect(items).toBeGreaterThan(0);
    // Beside the navigation stands the same number.
    const entry = page.locator('.rail a[href="/"]');
    await expect(entry.locator(".rail-count")).toHaveText(String(items));
    // A list for each kind, and a button at the end of each line.
    await expect(needed.locator(".queue h3").first()).toHaveText(/\S \d/);
    await needed.locator(".queue-step a").first().click();
    await expect(page).toHaveURL(/\/(invitations|partnerships)\//);
    await settled(page);
    await expect(page.locator('.rail a[aria-current="page"]')).toHaveCount(1);
    const crumbs = page.locator(".breadcrumb li");
    await expect(crumbs.last().locator('[aria-current="page"]')).toHaveText(/\S/);
    await expect(crumbs.last().locator("a")).toHaveCount(0);
    // Figures are links.
    await page.goto("/");
    await settled(page);
    await expect(page.locator(".breadcrumb")).toHaveCount(0);
    await page.locator(".facts a").first().click();
    await expect(page).toHaveURL(/\/customers$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("the counts beside the navigation follow a change", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.fabrikamAdminAgent);
  const count = page.locator('.rail a[href="/"] .rail-count');
  await page.goto("/resellers/request");
  await settled(page);
  const before = Number((await count.count()) > 0 ? await count.textContent() : "0");
  await page.locator('main input[name="recipient"]').fill("counted@nowhere.example");
  await page.locator('main button[name="then"][value="draft"]').first().click();
  await expect(page).toHaveURL(/done=draft_kept/);
  await expect(count).toHaveText(String(before + 1));
  // On the draft's own page, without loading it anew.
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.locator('main .section:last-of-type button[aria-haspopup="dialog"]').last().click();
  await page.locator("dialog[open] form button").last().click();
  await expect(count).toHaveText(String(before));
  expect(await page.evaluate(() => "same" in window)).toBe(true);
  await page.context().close();
});

test("a demo offers six organizations as a walk, and all others behind a summary", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await page.goto("/sign-in");
  await expect(page.locator(".demo-walk > li")).toHaveCount(6);
  await expect(page.locator(".demo-walk .demo-step")).toHaveCount(6);
  const person = page.getByRole("button", { name: /Uwe Lang/ });
  await expect(person).toBeHidden();
  await page.locator(".demo-accounts > details > summary").click();
  await expectLooksRight(page, "all organizations of the demo");
  await person.click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
  await expect(page.locator(".acting-for")).toContainText("Litware");
  await page.context().close();
});

test("settings say their state", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.relecloudGlobalAdmin);
  await page.goto("/settings");
  await settled(page);
  const factor = page.locator(".setting").filter({ has: page.locator('a[href="/settings/second-factor"]') });
  await expect(factor.locator(".badge-warning")).toHaveText("Off");
  await factor.click();
  await expect(page).toHaveURL(/\/settings\/second-factor$/);
  await page.context().close();
});
