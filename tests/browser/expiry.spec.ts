// The effect of time on an invitation. It moves the server's clock for every user, so it runs after all other tests.
import { expect, test } from "@playwright/test";
import { expectLooksRight } from "./support/looks";
import { linkFromMail, people, prefer, requestRelationship, settled, signIn, unique } from "./support/portal";

test("an invitation expires by the demo clock, and can be sent again", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await prefer(page.context(), baseURL!, "en");
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
