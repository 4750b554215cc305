// What the tests do in the portal again and again. Nothing here knows a language: fields go by their names.
import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { Language } from "./words";

/** Everyone in the demo world has this password. */
export const password = "four quiet lanterns";

export const people = {
  contosoAdminAgent: "grace.lin@contoso-distribution.example",
  contosoSales: "oscar.chen@contoso-distribution.example",
  contosoHelpdesk: "hana.wu@contoso-distribution.example",
  fabrikamGlobalAdmin: "katja.brandt@fabrikam-distribution.example",
  fabrikamAdminAgent: "jonas.vogel@fabrikam-distribution.example",
  bellowsGlobalAdmin: "chloe.martin@bellowscloud.example",
  fourthCoffeeGlobalAdmin: "amy.huang@fourthcoffee.example",
  fourthCoffeeAdminAgent: "ben.lee@fourthcoffee.example",
  relecloudGlobalAdmin: "lena.hoffmann@relecloud.example",
  directBillAdmin: "kim.abercrombie@bestforyou.example",
  operator: "robin.counts@programme.example",
  woodgroveGlobalAdmin: "wendy.tsai@woodgrove.example",
  woodgroveBilling: "felix.kao@woodgrove.example",
  litwareGlobalAdmin: "uwe.lang@litware.example",
} as const;

/** Shows every page of this context in this language and theme, whoever is signed in. */
export async function prefer(context: BrowserContext, baseURL: string, language: Language, theme = "light") {
  await context.addCookies([
    { name: "lang", value: language, url: baseURL },
    { name: "theme", value: theme, url: baseURL },
  ]);
}

/** Waits until the page does what WASM makes it do, where there is JavaScript. */
export async function settled(page: Page) {
  await page.waitForLoadState("load");
  if (await hasScript(page)) await page.waitForLoadState("networkidle");
}

async function hasScript(page: Page): Promise<boolean> {
  return page.evaluate(() => true).catch(() => false);
}

export async function signIn(page: Page, email: string) {
  await page.context().clearCookies({ name: /tierline/ });
  await page.goto("/sign-in");
  await settled(page);
  const form = page.locator('form[action="/api/sign-in"]');
  await form.locator('input[name="email"]').fill(email);
  await form.locator('input[name="password"]').fill(password);
  await form.locator('button[type="submit"]').last().click();
  await expect(page).not.toHaveURL(/sign-in/);
  await settled(page);
}

/** The address in the newest mail to this person that leads to an invitation. */
export async function linkFromMail(page: Page, recipient: string): Promise<string> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?search=${encodeURIComponent(recipient)}`);
    await page.locator("tbody tr th a").first().click({ timeout: 8_000 });
    await expect(page.locator('a[href*="/invitation/"]').first()).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 30_000 });
  const href = await page.locator('a[href*="/invitation/"]').first().getAttribute("href");
  if (!href) throw new Error(`no invitation link in the mail to ${recipient}`);
  return new URL(href).pathname;
}

/** Sends a request for a relationship with the signed-in direct-bill partner alone; answers the invitation's page. */
export async function requestRelationship(page: Page, recipient: string): Promise<string> {
  await page.goto("/customers/request");
  await settled(page);
  await page.locator('input[name="recipient"]').fill(recipient);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Everything a page complains of: uncaught errors, console errors, violations of the content security policy. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4\d\d/;
    if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** A name nobody else in this run has. */
export function unique(prefix: string): string {
  return `${prefix}${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
}
