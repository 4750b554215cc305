// A direct-bill partner is marked for offboarding by the operator, sees it on its overview, and the mark is taken back.
import { type Page, expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

const partner = "Best For You Cloud";

// The tests take the mark back and set it again, one after the other.
test.describe.configure({ mode: "serial" });

async function openPartner(page: Page) {
  await page.goto("/organizations?search=Best+For+You");
  await settled(page);
  await page.locator("main tbody a", { hasText: partner }).first().click();
  await page.waitForURL(/\/organizations\/[0-9a-f-]+$/);
  await settled(page);
  await expect(page.locator("main h1")).toContainText(partner);
}

async function answer(page: Page, dialog: string, endpoint: string, fields: Record<string, string>) {
  await page.locator(`button[commandfor="${dialog}"]`).first().click();
  const form = page.locator(`form[action="/api/${endpoint}"]`);
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  await form.locator('button[type="submit"]').last().click();
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a mark for offboarding is taken back and set again, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const operator = await open(browser, baseURL!, { script });
    await signIn(operator, people.operator);
    await openPartner(operator);
    await answer(operator, "take-back", "take-back-mark", { reason: "It has many customers again." });
    await expect(operator).toHaveURL(/done=offboarding_taken_back/);
    await settled(operator);
    await answer(operator, "mark", "mark-for-offboarding", { from: "2199-12-01", reason: "It asked for it." });
    await expect(operator).toHaveURL(/done=offboarding_marked/);
    await settled(operator);
    await expect(operator.locator("main")).toContainText("It asked for it.");
    await operator.goto("/organizations?offboarding=marked");
    await settled(operator);
    await expect(operator.locator("main tbody")).toContainText(partner);
    await operator.context().close();

    const partnerAdmin = await open(browser, baseURL!, { script });
    await signIn(partnerAdmin, people.directBillAdmin);
    await partnerAdmin.goto("/");
    await settled(partnerAdmin);
    await expect(partnerAdmin.locator(".notice-warning", { hasText: "It asked for it." })).toBeVisible();
    await partnerAdmin.context().close();
  });
}
