// Agreements: a global admin reads, downloads and signs, everybody else sees who can; the operator publishes; a provider
// looks a reseller up.
import { createHash } from "node:crypto";
import { type Page, expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

const accept = 'form[action="/api/sign-agreement"]';

async function publish(page: Page, version: string, script: boolean) {
  await page.goto("/agreements");
  await settled(page);
  await page.locator('main a[href="/agreements/new"]').click();
  await page.waitForURL("**/agreements/new");
  await settled(page);
  const form = page.locator('form[action="/api/publish-agreement"]');
  await form.locator('input[name="version"]').fill(version);
  await form.locator('textarea[name="english"]').fill(`# Partner Agreement\n\nVersion ${version} is **new**.`);
  await form.locator('button[type="submit"]').last().click();
  await settled(page);
  // Without the box nothing is published; the preview is there either way, and nothing typed is lost.
  await expect(form.locator(".error-summary")).toBeVisible();
  const preview = page.locator(".agreement-text strong", { hasText: "new" });
  await page.locator("main details summary").first().click();
  await expect(preview).toBeVisible();
  const words = Buffer.from(`# 合作夥伴合約\n\n版本 ${version} 是**新的**。`);
  const file = { name: "agreement.zh-Hant.md", mimeType: "text/markdown", buffer: words };
  await form.locator('input[name="traditional_file"]').setInputFiles(file);
  await form.locator('input[name="confirmed"]').check();
  await form.locator('button[type="submit"]').last().click();
  await expect(page).toHaveURL(/\/agreements\/[0-9a-f-]+\?done=agreement_published/);
  await settled(page);
  await expect(page.locator("main h1")).toContainText(version);
  await move(page);
}

/// The deadline is moved only after its effect was read, and never to a day that has come.
async function move(page: Page) {
  const form = page.locator('form[action="/api/move-deadline"]');
  await page.locator('button[commandfor="deadline"]').first().click();
  await form.locator('input[name="must_be_signed_by"]').fill("2199-12-01");
  await form.locator('button[type="submit"]').last().click();
  await settled(page);
  await expect(form.locator(".error-summary")).toBeVisible();
  await expect(form).toContainText("2199-12-01:");
  await form.locator('input[name="confirmed"]').check();
  await form.locator('button[type="submit"]').last().click();
  await expect(page).toHaveURL(/done=deadline_moved/);
  await settled(page);
  // Who has not signed is a list of its own, with a file.
  await page.locator('main a[href^="/agreements/unsigned?of="]').click();
  await page.waitForURL("**/agreements/unsigned?of=*");
  await settled(page);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await expect(page.locator('a[href^="/agreements/unsigned.csv?"]')).toBeVisible();
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`an agreement is published, read, signed and shown, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const version = `9.${script ? 1 : 2}`;
    const operator = await open(browser, baseURL!, { script });
    await signIn(operator, people.operator);
    await publish(operator, version, script);
    await operator.context().close();

    const sales = await open(browser, baseURL!, { script });
    await signIn(sales, people.contosoSales);
    await sales.goto("/agreement/partner_agreement");
    await settled(sales);
    await expect(sales.locator("#who-signs")).toBeVisible();
    await expect(sales.locator(".agreement-text")).toHaveCount(0);
    await sales.context().close();

    const admin = await open(browser, baseURL!, { script });
    await signIn(admin, people.fourthCoffeeGlobalAdmin);
    await admin.goto("/");
    await settled(admin);
    await admin.locator('.queue a[href="/agreement/partner_agreement"]').click();
    await admin.waitForURL("**/agreement/partner_agreement");
    await settled(admin);
    await admin.locator('a[href*="language=zh-Hant"]').click();
    await admin.waitForURL(/language=zh-Hant/);
    await settled(admin);
    await expect(admin.locator(".agreement-text")).toContainText(`版本 ${version}`);
    const shown = await admin.locator(`${accept} input[name="digest"]`).inputValue();
    const file = await admin.request.get((await admin.locator('main a[href*="/text/"]').getAttribute("href"))!);
    expect(createHash("sha256").update(await file.body()).digest("hex")).toBe(shown);

    await admin.locator(`${accept} button[type="submit"]`).last().click();
    await settled(admin);
    await expect(admin.locator(`${accept} .error-summary`)).toBeVisible();
    await admin.locator(`${accept} input[name="accepted"]`).check();
    await admin.locator(`${accept} button[type="submit"]`).last().click();
    await expect(admin).toHaveURL(/\/\?done=agreement_signed/);
    await settled(admin);
    const banner = admin.locator(".notice-success a[href='/settings/organization/program-info']");
    await expect(banner).toBeVisible();
    await banner.click();
    await admin.waitForURL("**/settings/organization/program-info");
    await settled(admin);
    await expect(admin.locator("main")).toContainText(shown);
    const receipt = await admin.request.get((await admin.locator('main a[href$="/receipt"]').first().getAttribute("href"))!);
    expect(receipt.headers()["content-type"]).toBe("application/pdf");
    expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await admin.context().close();
  });

  test(`a provider looks a reseller up, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const provider = await open(browser, baseURL!, { script });
    await signIn(provider, people.contosoAdminAgent);
    await provider.goto("/resellers");
    await settled(provider);
    await provider.locator('main a[href="/resellers/look-up"]').click();
    await provider.waitForURL("**/resellers/look-up");
    await settled(provider);
    await provider.locator('input[name="by"]').fill("firstup.example");
    await provider.locator('main form button[type="submit"]').click();
    await provider.waitForURL(/by=firstup/);
    await settled(provider);
    await expect(provider.locator("main")).toContainText("First Up Consultants");
    await expect(provider.locator(".notice-warning")).toContainText("agreement");
    // One in another region is answered like one that does not exist.
    await provider.goto("/resellers/look-up?by=relecloud.example");
    await settled(provider);
    await expect(provider.locator(".empty")).toBeVisible();
    await provider.context().close();
  });
}
