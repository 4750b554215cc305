// The first walk of the README, word by word, in one browser: what stands in its way there stands in a newcomer's way.
import { expect, test } from "@playwright/test";
import { endPartnershipIfAny, open, password, people, prefer, settled, signIn, takeBackAny, watch } from "./support/portal";

const ivy = "ivy.chiang@nodcloud.example";

test("the first walk leads from a request to a new customer", async ({ browser, page, baseURL }) => {
  test.setTimeout(120_000);
  // As a new demo is.
  const before = await open(browser, baseURL!);
  await signIn(before, people.contosoAdminAgent);
  await endPartnershipIfAny(before, "Nod Cloud");
  await takeBackAny(before, "/resellers/requests", ivy);
  await before.context().close();

  const complaints = watch(page);
  await prefer(page.context(), baseURL!, "en");
  const main = page.getByRole("main");
  const button = (name: string) => main.getByRole("button", { name, exact: true });

  await page.goto("/");
  await settled(page);
  await page.getByRole("button", { name: /Grace Lin/ }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);
  await page.locator(".rail").getByRole("link", { name: "Indirect resellers" }).click();
  await main.getByRole("link", { name: "Request a partnership" }).first().click();
  // By this way the form is made in the browser: nothing is missing from it, and nothing was left behind.
  await expect(page.locator('textarea[name="text"]')).toHaveValue(/\{link\}/);
  await settled(page);
  await expect(page.getByRole("button", { name: "Put the link back" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Restore" })).toHaveCount(0);
  await page.locator('input[name="recipient"]').fill(ivy);
  await button("Send").click();
  await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);

  await expect(async () => {
    await page.goto("/demo/mailbox");
    await page.locator("tbody tr", { hasText: ivy }).locator("th a").first().click({ timeout: 8_000 });
    await page.locator('a[href*="/invitation/"]').first().click({ timeout: 8_000 });
  }).toPass({ timeout: 30_000 });
  await expect(main).toContainText("You sent this invitation");
  const link = new URL(page.url()).pathname;
  await button("Sign out").click();
  await page.waitForURL((url) => url.pathname === link);
  await button("Sign in").click();
  await page.waitForURL(/sign-in/);
  const form = page.locator('form[action="/api/sign-in"]');
  await form.locator('input[name="email"]').fill(ivy);
  await form.locator('input[name="password"]').fill(password);
  await form.locator('button[type="submit"]').last().click();
  await page.waitForURL((url) => url.pathname === link);
  await main.locator('input[name="confirmed"]').check();
  await button("Authorize indirect provider").click();
  await expect(main.locator('a[href="/providers"], a[href^="/partnerships/"]').first()).toBeVisible();

  await signIn(page, people.contosoAdminAgent);
  await page.locator(".rail").getByRole("link", { name: "Indirect resellers" }).click();
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  await page.locator("tbody tr", { hasText: "Nod Cloud" }).getByRole("link", { name: "Add new customer" }).first().click();
  await expect(page.locator('select[name="reseller"] option:checked')).toHaveText(/Nod Cloud/);
  expect(complaints).toEqual([]);
});
