// Invitation links: opening one changes nothing, and each end is told apart.
import { expect, test, type APIRequestContext } from "@playwright/test";
import { linkFromMail, people, prefer, requestRelationship, settled, signIn, unique, watch } from "./support/portal";

test.describe.configure({ mode: "serial" });

async function loads(request: APIRequestContext, link: string) {
  for (let n = 0; n < 20; n += 1) {
    const answer = n % 2 ? await request.get(link) : await request.head(link);
    expect(answer.status()).toBe(200);
  }
}

test("twenty loads and a visit without a person leave an invitation as it was", async ({ browser, page, request: api, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const recipient = `${unique("scan")}@scanned.example`;
  const invitation = await requestRelationship(page, recipient);
  const link = await linkFromMail(page, recipient);
  await page.goto(invitation);
  const before = await page.locator(".timeline").innerText();

  await loads(api, link);
  const visitor = await (await browser.newContext({ baseURL })).newPage();
  await visitor.goto(link);
  await settled(visitor);
  await visitor.waitForTimeout(500);

  await page.goto(invitation);
  expect(await page.locator(".timeline").innerText()).toBe(before);
  await visitor.context().close();
});

test("replaced, cancelled, unknown and foreign links each answer as they should", async ({ browser, page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const recipient = `${unique("again")}@twice.example`;
  const invitation = await requestRelationship(page, recipient);
  const first = await linkFromMail(page, recipient);

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await prefer(stranger.context(), baseURL!, "en");
  const complaints = watch(stranger);

  await page.goto(invitation);
  await settled(page);
  await page.getByRole("button", { name: "Resend", exact: true }).click();
  await expect(page.locator('[role="status"]').first()).toBeVisible();
  const second = await expect
    .poll(async () => linkFromMail(page, recipient), { timeout: 20_000 })
    .not.toBe(first)
    .then(() => linkFromMail(page, recipient));
  await stranger.goto(first);
  await expect(stranger.locator("main")).toContainText("There is a newer link");

  // A partner cannot become a customer; it is told so instead of being offered the button.
  const partner = await (await browser.newContext({ baseURL })).newPage();
  await prefer(partner.context(), baseURL!, "en");
  await signIn(partner, people.fourthCoffeeGlobalAdmin);
  await partner.goto(second);
  await expect(partner.locator('form[action="/api/accept-link"]')).toHaveCount(0);

  await page.goto(invitation);
  await settled(page);
  await page.getByRole("button", { name: "Cancel request" }).first().click();
  await page.locator('dialog[open] button[type="submit"]').click();
  await expect(page.locator("main")).toContainText("Cancelled");
  await stranger.goto(second);
  await expect(stranger.locator("main")).toContainText("This invitation was taken back");

  const missing = await stranger.goto(`/invitation/${"x".repeat(43)}`);
  expect(missing?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("whoever may not accept is told what is missing instead of being offered the button", async ({ browser, page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  const helper = await (await browser.newContext({ baseURL })).newPage();
  await prefer(helper.context(), baseURL!, "en");
  // The demo world holds an open request to Margie's Cloud, which has not signed the agreement.
  const link = await linkFromMail(page, "margie.shoop@margiescloud.example");
  await signIn(helper, "margie.shoop@margiescloud.example");
  await helper.goto(link);
  await expect(helper.locator("main")).toContainText(/agreement/i);
  await expect(helper.locator('form[action="/api/accept-link"]')).toHaveCount(0);
});
