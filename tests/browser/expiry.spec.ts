// The effect of time on an invitation. It moves the server's clock for every user, so it runs after all other tests.
import { expect, test, type Page } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { linkFromMail, people, prefer, requestRelationship, settled, signIn, unique } from "./support/portal";

/** The partner is marked for offboarding, which would begin before the clock stands still: whoever may no longer ask
 * customers sends nothing again. */
async function withoutMark(page: Page) {
  await signIn(page, people.operator);
  await page.goto("/organizations?search=Best+For+You");
  await settled(page);
  await page.locator("main tbody a", { hasText: "Best For You Cloud" }).first().click();
  await page.waitForURL(/\/organizations\/[0-9a-f-]+$/);
  await settled(page);
  const takeBack = page.locator('button[commandfor="take-back"]').first();
  if (!(await takeBack.isVisible())) return;
  await takeBack.click();
  const form = page.locator('form[action="/api/take-back-mark"]');
  await form.locator('[name="reason"]').fill("It has many customers again.");
  await form.locator('button[type="submit"]').last().click();
  await expect(page).toHaveURL(/done=offboarding_taken_back/);
}

test("an invitation expires by the demo clock, and can be sent again", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await prefer(page.context(), baseURL!, "en");
  await withoutMark(page);
  await signIn(page, people.directBillAdmin);
  const recipient = `${unique("late")}@toolate.example`;
  const invitation = await requestRelationship(page, recipient);
  const link = await linkFromMail(page, recipient);
  await page.locator("#demo-days").selectOption("90");
  await page.locator(".demo-clock button").click();
  await page.goto(link);
  await expect(page.locator("main")).toContainText("This invitation has expired");
  await settled(page);
  await expectLooksRight(page, "a link that has expired");
  await signIn(page, people.directBillAdmin);
  await page.goto(invitation);
  await settled(page);
  await expectLooksRight(page, "a request that has expired");
  const before = await page.locator(".timeline li").count();
  await page.getByRole("button", { name: "Resend", exact: true }).click();
  await expect(page.locator(".timeline li")).not.toHaveCount(before);
  await page.goto(link);
  await expect(page.locator("main")).toContainText("There's a newer link");
});
