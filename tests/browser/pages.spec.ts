// Every page: a title, nothing that axe finds, no complaint in the console, no sideways scrolling on a phone.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { people, prefer, settled, signIn, watch } from "./support/portal";
import { languages } from "./support/words";

const visits: [who: string, paths: string[]][] = [
  [
    people.contosoAdminAgent,
    ["/", "/customers", "/resellers", "/resellers/request", "/resellers/requests", "/customers/request", "/customers/requests", "/customers/new", "/settings", "/settings/sessions", "/demo/mailbox"],
  ],
  [people.fourthCoffeeGlobalAdmin, ["/", "/customers", "/providers", "/providers/invite", "/customers/new"]],
  [people.directBillAdmin, ["/", "/customers", "/customers/new"]],
  [people.woodgroveGlobalAdmin, ["/", "/grants"]],
  [people.operator, ["/", "/mail-delivery"]],
];

const looks = [
  { language: "en", theme: "light", width: 1280 },
  { language: "en", theme: "dark", width: 1280 },
  { language: "zh-Hant", theme: "light", width: 360 },
  { language: "zh-Hans", theme: "dark", width: 360 },
] as const;

for (const { language, theme, width } of looks) {
  for (const [who, paths] of visits) {
    test(`pages of ${who} in ${language}, ${theme}, ${width} px`, async ({ browser, baseURL }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({ baseURL, viewport: { width, height: 900 }, colorScheme: theme });
      await prefer(context, baseURL!, language, theme);
      const page = await context.newPage();
      const complaints = watch(page);
      await signIn(page, who);
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        await expect(page.locator("html"), path).toHaveAttribute("lang", language);
        await expect(page.locator("h1"), path).toHaveCount(1);
        expect(await page.title(), path).not.toBe("");
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        await expectAccessible(page, path);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

test("detail pages, reached by their links", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL });
  await prefer(context, baseURL!, "en");
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.contosoAdminAgent);
  for (const [list, link] of [
    ["/customers", "tbody tr th a"],
    ["/resellers", 'tbody a[href^="/partnerships/"]'],
    ["/resellers/requests", 'tbody a[href^="/invitations/"]'],
    ["/demo/mailbox", "tbody tr th a"],
  ]) {
    await page.goto(list);
    await settled(page);
    await page.locator(link).first().click();
    await page.waitForURL((url) => url.pathname !== list);
    await settled(page);
    await expect(page.locator("h1")).toBeFocused();
    await expectAccessible(page, `the first of ${list}`);
  }
  await page.goto("/customers");
  await settled(page);
  await page.locator("tbody .expander").first().click();
  await expect(page.locator(".table-detail")).toBeVisible();
  await settled(page);
  await expectAccessible(page, "an expanded record");
  expect(complaints).toEqual([]);
  await context.close();
});

test("public pages and pages that are not there", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  const complaints = watch(page);
  await page.goto("/sign-in");
  await settled(page);
  await expectAccessible(page, "/sign-in");
  const stranger = await page.goto("/customers");
  expect(stranger?.url()).toContain("/sign-in");
  await signIn(page, people.contosoAdminAgent);
  const missing = await page.goto("/no-such-page");
  expect(missing?.status()).toBe(404);
  await expectAccessible(page, "404");
  const foreign = await page.goto("/customers/00000000-0000-7000-8000-000000000000");
  expect(foreign?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("language and theme are chosen by forms and kept", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "zh-TW" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  for (const language of languages) {
    await page.locator('.preference-menu summary').first().click();
    await page.locator(`button[name="language"][value="${language}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  }
  for (const theme of ["dark", "light"]) {
    await page.locator('.preference-menu summary').nth(1).click();
    await page.locator(`button[name="theme"][value="${theme}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  }
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", languages.at(-1)!);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await context.close();
});
