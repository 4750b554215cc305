// Find a provider: looked for by a stranger, changed by the provider, decided on by the operator; a reseller asks to
// partner, and the provider makes a request of it; with and without JavaScript.
import { expect, test } from "@playwright/test";
import { expectInOrder, expectLooksRight } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

test.describe.configure({ retries: 0 });

/** A picture of one point. */
const point = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const kuo = "yawen.kuo@xiangyun.example";

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a stranger finds a provider, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script, width: script ? 1280 : 390 });
    const complaints = watch(page);
    await page.goto("/find-a-provider");
    await settled(page);
    await (script ? expectLooksRight(page, "directory") : expectInOrder(page, "directory"));
    await expect(page.locator(".providers > li")).toHaveCount(12);
    // One provider has no logo, and a letter in its place.
    await expect(page.locator(".providers img.provider-mark")).toHaveCount(11);
    await expect(page.locator(".providers span.provider-mark")).toHaveText(/^\p{L}$/u);
    await page.goto("/find-a-provider?place=europe&service=financing");
    await expect(page.locator(".provider-name")).toHaveText(["Fabrikam Distribution", "Lamna Distribution"]);
    await page.goto("/find-a-provider?near=AT");
    await expect(page.locator(".provider-name").first()).toHaveText("Alpine Distribution");
    await page.locator(".provider-name a").first().click();
    await page.waitForURL(/\/find-a-provider\/[0-9a-f-]{36}/);
    await settled(page);
    await expect(page.locator('a[href="https://alpine-distribution.example/resellers/at"]')).toBeVisible();
    await expect(page.locator('a[href^="mailto:partners@alpine-distribution.example"]').first()).toBeVisible();
    await (script ? expectLooksRight(page, "profile") : expectInOrder(page, "profile"));
    await page.locator('.languages a[hreflang="zh-Hant"]').click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

for (const { script, provider, domain } of [
  { script: true, provider: "nancy.reed@northwind-distribution.example", domain: "northwind-distribution.example" },
  { script: false, provider: "elena.ruiz@lamna-distribution.example", domain: "lamna-distribution.example" },
]) {
  test(`a change is proposed and approved, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script });
    await signIn(page, provider);
    await page.goto("/resellers/listing/propose");
    await settled(page);
    const form = page.locator('form[action="/api/save-listing"]');
    const logo = form.locator('input[name="logo_file"]');
    await form.locator('textarea[name="text_zh_hans"]').fill("面向经销商的云服务。");
    // A file that is no picture is refused, whatever its name, and nothing typed is lost.
    await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await form.locator('button[type="submit"]').click();
    await expect(form.locator(".error-summary")).toBeVisible();
    await settled(page);
    await expect(form.locator('textarea[name="text_zh_hans"]')).toHaveValue("面向经销商的云服务。");
    await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: point });
    await form.locator('input[name="urls[l2]"]').fill("javascript:alert(1)");
    await form.locator('select[name="countries[l2]"]').selectOption("FR");
    await form.locator('button[type="submit"]').click();
    await expect(form.locator('input[name="urls[l2]"]')).toHaveAttribute("aria-invalid", "true");
    await settled(page);
    // The logo has come back with the form, which keeps no file.
    const drawn = await form.locator('input[name="logo"]').inputValue();
    await expect(form.locator(`.logo-now img[src="/logos/${drawn}/small"]`)).toBeVisible();
    await (script ? expectLooksRight(page, "proposal") : expectInOrder(page, "proposal"));
    await form.locator('input[name="urls[l2]"]').fill(`https://${domain}/resellers/fr`);
    await form.locator('button[type="submit"]').click();
    await page.waitForURL("**/resellers/listing/preview**");
    await settled(page);
    await expect(page.locator(".before-after")).toContainText(`https://${domain}/resellers/fr`);
    await expect(page.locator(`.before-after ins img[src="/logos/${drawn}/small"]`)).toBeVisible();
    await expect(page.locator(`img.provider-mark-large[src="/logos/${drawn}/large"]`)).toBeVisible();
    await page.locator('button[name="then"][value="submit"]').click();
    await page.waitForURL(/\/resellers\/listing\?/);
    await settled(page);
    await (script ? expectLooksRight(page, "own listing") : expectInOrder(page, "own listing"));

    const operator = await open(browser, baseURL!, { script });
    await signIn(operator, people.operator);
    await operator.goto("/listing-changes?sort=-submitted");
    await settled(operator);
    await operator.locator("tbody tr th a").first().click();
    await operator.waitForURL("**/listing-changes/*");
    await settled(operator);
    await operator.locator('form[action="/api/assign-listing"] button[value="take"]').click();
    await operator.waitForURL(/done=listing_taken/);
    await settled(operator);
    // A rejection is read as the provider would get it; nothing typed is lost, and nothing is sent.
    const change = new URL(operator.url()).pathname;
    await operator.locator('a[href*="/rejection?number="]').click();
    await operator.waitForURL(/\/rejection\?number=/);
    await settled(operator);
    const rejection = operator.locator('form[action="/api/reject-listing"]');
    await rejection.locator("textarea").fill("The link doesn't open.");
    await rejection.locator('button[value="show"]').click();
    await expect(operator.locator(".mail-text")).toContainText("The link doesn't open.");
    await expect(rejection.locator("textarea")).toHaveValue("The link doesn't open.");
    await settled(operator);
    await (script ? expectLooksRight(operator, "rejection") : expectInOrder(operator, "rejection"));
    await operator.goto(change);
    await settled(operator);
    await operator.locator('form[action="/api/review-listing"] button[type="submit"]').click();
    await operator.waitForURL(/done=listing_approved/);
    await operator.context().close();

    const stranger = await open(browser, baseURL!, { script });
    await stranger.goto("/find-a-provider?place=FR");
    await expect(stranger.locator(".providers")).toContainText(/Northwind Distribution|Lamna Distribution/);
    // Both of these tests draw the same.
    await expect(stranger.locator(`.providers img[src="/logos/${drawn}/small"]`).first()).toBeVisible();
    await stranger.context().close();
    await page.context().close();
  });
}

test("a reseller's message becomes a request", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const reseller = await open(browser, baseURL!);
  await signIn(reseller, kuo);
  await reseller.goto("/");
  await settled(reseller);
  await expect(reseller.locator("main")).toContainText("Contoso Distribution");
  await reseller.context().close();

  const provider = await open(browser, baseURL!);
  await signIn(provider, people.contosoAdminAgent);
  await provider.goto("/");
  await settled(provider);
  // The list of all messages leads there, too.
  await provider.goto("/partner-requests");
  await settled(provider);
  await expectLooksRight(provider, "messages");
  await provider.locator('tbody th a[href^="/partner-requests/"]').first().click();
  await provider.waitForURL("**/partner-requests/*");
  await settled(provider);
  await expectLooksRight(provider, "message");
  await provider.locator('form[action="/api/answer-ask"] button[type="submit"]').click();
  await provider.waitForURL("**/invitations/**");
  await settled(provider);
  await expect(provider.locator("main")).toContainText(kuo);
  await provider.context().close();
});
