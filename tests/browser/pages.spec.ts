// Every page that a user reaches by the navigation: a title, no complaints in the console and no sideways scrolling on a
// phone in every language; and no axe violations, in light and dark, in one of them.
import { expect, test, type Page } from "@playwright/test";
import { closely, expectInOrder, expectLooksRight } from "./support/looks";
import { open, people, prefer, settled, signIn, watch } from "./support/portal";
import { languages, type Language } from "./support/words";

// Nobody changes anything here, and many pages take long: they are spread over all workers.
test.describe.configure({ mode: "parallel" });

const visits: [who: string, paths: string[]][] = [
  [
    people.contosoAdminAgent,
    ["/", "/customers", "/subscriptions", "/renewals", "/orders", "/statement", "/order-requests", "/resellers", "/resellers/request", "/resellers/requests", "/partner-requests", "/resellers/listing", "/resellers/listing/propose", "/resellers/look-up?by=firstup.example", "/customers/request", "/customers/requests", "/customers/new", "/settings", "/settings/sessions", "/settings/csp-region", "/settings/users/add", "/demo/mailbox"],
  ],
  [people.fourthCoffeeGlobalAdmin, ["/", "/customers", "/statement", "/providers", "/providers/invite", "/customers/new", "/agreement/partner_agreement", "/settings/organization/program-info"]],
  [people.directBillAdmin, ["/", "/customers", "/statement?month=2020-01", "/customers/new", "/subscriptions", "/renewals", "/orders"]],
  [people.woodgroveGlobalAdmin, ["/", "/grants", "/statement", "/order-requests", "/settings/order-requests", "/licenses", "/licenses/users", "/my-licenses", "/subscriptions", "/renewals", "/orders"]],
  [people.operator, ["/", "/listing-changes", "/organizations", "/organizations/add", "/registry", "/registry/add", "/registry/import", "/catalog", "/catalog/import", "/catalog/import-list", "/catalog/import-details", "/imports", "/agreements", "/agreements/new", "/mail-delivery",
    "/settings/csp-region", "/settings/program", "/settings/program/lifetimes", "/settings/program/holidays", "/settings/program/calendar",
    "/settings/program/history", "/settings/users", "/settings/users/add"]],
  [people.reviewer, ["/", "/cases", "/cases?state=all", "/listing-changes?state=all"]],
  [people.wingtipGlobalAdmin, ["/", "/enrollment", "/settings/users", "/settings/users/add", "/settings/organization/identifiers",
    "/settings/organization/legal-info"]],
];

/** So many pages are looked at by one test. */
const AT_ONCE = 8;

const parts = visits.flatMap(([who, paths]) =>
  Array.from({ length: Math.ceil(paths.length / AT_ONCE) }, (_, part) => ({ who, paths: paths.slice(part * AT_ONCE, (part + 1) * AT_ONCE) })),
);

/** Goes to these pages, and looks at each: closely in one of the languages, as markup and colors are those of all. */
async function visit(page: Page, paths: string[], language: Language) {
  for (const [n, path] of paths.entries()) {
    await page.goto(path);
    await settled(page);
    await expect(page.locator("html"), path).toHaveAttribute("lang", language);
    await (closely(n, language) ? expectLooksRight(page, path) : expectInOrder(page, path));
  }
}

for (const language of languages) {
  for (const { who, paths } of parts) {
    test(`pages of ${who} in ${language}, from ${paths[0]}`, async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const page = await open(browser, baseURL!, { language, theme: language === "zh-Hant" ? "dark" : "light" });
      const complaints = watch(page);
      await signIn(page, who, paths[0]!);
      await visit(page, paths, language);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }
}

for (const language of languages) {
  test(`pages of visitors in ${language}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { language, theme: language === "zh-Hans" ? "dark" : "light" });
    const complaints = watch(page);
    await visit(page, ["/start", "/enroll", "/enroll/work-account", "/enroll/create", "/find-a-provider", "/sign-in"], language);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("detail pages, reached by their links", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await open(browser, baseURL!);
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
    await expectLooksRight(page, `the first of ${list}`);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("subscriptions, licenses and users of a customer, reached by their links", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const page = await open(browser, baseURL!, { language: "zh-Hant", theme: "dark" });
  const complaints = watch(page);
  await signIn(page, people.fourthCoffeeGlobalAdmin);
  /** Follows this link, and looks at the page that it leads to. */
  const follow = async (link: string, to: RegExp, hasText?: string, entry = "/customers") => {
    await page.locator(link, { hasText }).first().click();
    await page.waitForURL(to);
    await settled(page);
    await expect(page.locator("h1")).toBeFocused();
    // Each belongs to an entry of the navigation.
    await expect(page.locator('.rail a[aria-current="page"]')).toHaveAttribute("href", entry);
    await expectLooksRight(page, `${link} to ${to}`);
  };
  await page.goto("/customers?search=Woodgrove");
  await settled(page);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
  const customer = page.url();
  await follow("#subscriptions tbody th a", /\/subscriptions\/[0-9a-f-]{36}$/, "Power BI Pro", "/subscriptions");
  await follow('#actions a[href$="what=schedule"]', /what=schedule$/, undefined, "/subscriptions");
  await page.goto(customer);
  await settled(page);
  await follow('main a[href^="/licenses/users?of="]', /\/licenses\/users\?of=/);
  const users = page.url();
  await follow('.tabs a[href^="/licenses?of="]', /\/licenses\?of=/);
  await follow("main tbody th a", /\/licenses\/holders\?of=/, "Power BI Pro");
  await page.goto(users);
  await settled(page);
  await follow("main tbody th a", /\/licenses\/users\/.+/, "Terry Kuo");
  await follow('.page-header a[href^="/customers/"][href*="/users/"]', /\/customers\/.+\/users\/.+/);
  await page.goto(users);
  await settled(page);
  await follow('main a[href$="/users/add"]', /\/users\/add$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("strangers are sent to sign in, and foreign things are not there", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  const complaints = watch(page);
  const stranger = await page.goto("/customers");
  expect(stranger?.url()).toContain("/sign-in");
  await signIn(page, people.contosoAdminAgent);
  const missing = await page.goto("/no-such-page");
  expect(missing?.status()).toBe(404);
  const foreign = await page.goto("/customers/00000000-0000-7000-8000-000000000000");
  expect(foreign?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("what a proxy answers in the portal's place says that nothing was loaded, and asks again", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  const failing = { status: 502, contentType: "text/html", body: "<html><h1>502 Bad Gateway</h1></html>" };
  await page.route("**/api/**", (route) => (route.request().method() === "GET" ? route.fulfill(failing) : route.continue()));
  await page.locator(".rail").getByRole("link", { name: "Customers", exact: true }).click();
  await expect(page.locator("main")).toContainText("couldn't load");
  await page.unroute("**/api/**");
  await page.getByRole("main").getByRole("link", { name: "Try again" }).click();
  await expect(page.locator("tbody tr th a").first()).toBeVisible();
});

test("language and theme are chosen by forms and kept", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "zh-TW", colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  // Nothing chosen: the system's theme.
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  for (const language of languages) {
    await page.locator(".preference-menu summary").first().click();
    await page.locator(`button[name="language"][value="${language}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  }
  for (const theme of ["dark", "light"]) {
    await page.locator(".preference-menu summary").nth(1).click();
    await page.locator(`button[name="theme"][value="${theme}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(page.locator("html")).toHaveCSS("color-scheme", theme);
  }
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", languages.at(-1)!);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await context.close();
});
