// Pages and states that the story does not pass: each in one language, in light and dark, wide and narrow.
import { expect, test } from "@playwright/test";
import { expectInOrder, expectLooksRight } from "./support/looks";
import {
  cancelRequest,
  fillSignIn,
  open,
  people,
  settled,
  signIn,
  signInAnew,
  unique,
  watch,
} from "./support/portal";
import { words } from "./support/words";

test.beforeEach(() => test.setTimeout(180_000));

test("signing in: refused, with several organizations, with none", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { language: "zh-Hans" });
  const complaints = watch(page);
  await page.goto("/sign-in");
  await settled(page);
  await expectLooksRight(page, "the sign-in page");
  await fillSignIn(page, `${unique("nobody")}@nowhere.example`, "not the password");
  await expect(page.locator(".error-summary")).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "a sign-in that was refused");

  await signInAnew(page, people.fourthCoffeeAdminAgent);
  await expect(page).toHaveURL(/choose-organization/);
  await expectLooksRight(page, "the choice of an organization");
  await page.getByRole("button", { name: "First Up Consultants" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);
  await expectLooksRight(page, "the overview of a reseller that has not signed");
  for (const path of ["/providers", "/providers/invite", "/customers/request"]) {
    await page.goto(path);
    await settled(page);
    await expectLooksRight(page, `${path} of a reseller that has not signed`);
  }
  await page.locator(".account-menu summary").click();
  await expect(page.locator("#choose-organization")).toBeVisible();
  await expectLooksRight(page, "the account's menu with several organizations");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what concerns oneself: settings, password, sessions", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { language: "zh-Hant", theme: "dark" });
  const complaints = watch(page);
  await signIn(page, people.litwareGlobalAdmin);
  const elsewhere = await open(browser, baseURL!, { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" });
  await signInAnew(elsewhere, people.litwareGlobalAdmin);
  await page.goto("/settings");
  await settled(page);
  await expectLooksRight(page, "settings");
  await page.goto("/settings/sessions");
  await settled(page);
  await expect(page.locator("tbody").first()).toContainText("Firefox");
  await expectLooksRight(page, "sessions");
  await page.locator("tbody tr", { hasText: "Firefox" }).locator('button[type="submit"]').click();
  await expect(page.locator(".notice-success")).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "a session that was ended");
  await page.goto("/settings/password");
  await settled(page);
  await expectLooksRight(page, "changing the password");
  await page.locator('input[name="new_password"]').fill("a lantern in the fog");
  await page.locator('input[name="repeated_password"]').fill("a lantern in the fog");
  await page.locator('form[action="/api/change-password"] button[type="submit"]').last().click();
  await expect(page.locator('input[name="current_password"], .error-summary').first()).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "changing the password without the present one");
  expect(complaints).toEqual([]);
  await elsewhere.context().close();
  await page.context().close();
});

test("a request from draft to canceled", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  const say = words("en");
  await signIn(page, people.contosoSales);
  await page.goto("/resellers/request");
  await settled(page);
  await page.locator('input[name="recipient"]').fill(`${unique("draft")}@drafted.example`);
  await page.locator('textarea[name="text"]').fill("Without the link");
  await expect(page.getByRole("button", { name: say("putLinkBack") })).toBeVisible();
  await expectLooksRight(page, "a request whose text has lost its link");
  await page.getByRole("button", { name: say("putLinkBack") }).click();
  await expect(page.locator('textarea[name="text"]')).toHaveValue(/\{link\}/);
  await page.locator('button[name="then"][value="draft"]').click();
  await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
  await settled(page);
  await expectLooksRight(page, "a draft");
  await page.locator('main a[href*="edit=1"]').click();
  await expect(page.locator('textarea[name="text"]')).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "a draft in the editor");
  await page.locator('form[action="/api/edit-invitation"] button[value="copy"]').click();
  await expect(page.locator("#ready-link")).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "a request to send by oneself");
  await page.locator('button[aria-haspopup="dialog"]').first().click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  await expectLooksRight(page, "the question before a request is canceled");
  await page.locator("dialog[open] .dialog-foot button").click();
  await cancelRequest(page);
  await settled(page);
  await expectLooksRight(page, "a request that was canceled");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("requests and partnerships that have come to an end", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { language: "zh-Hant" });
  const complaints = watch(page);
  // The demo world holds one of each.
  for (const [who, list, link] of [
    [people.southridgeGlobalAdmin, "/resellers/requests", 'tbody a[href^="/invitations/"]'],
    [people.relecloudGlobalAdmin, "/customers/requests?filter=canceled", 'tbody a[href^="/invitations/"]'],
    [people.minghuGlobalAdmin, "/customers/requests?filter=expired", 'tbody a[href^="/invitations/"]'],
    [people.fourthCoffeeGlobalAdmin, "/customers/requests?filter=declined", 'tbody a[href^="/invitations/"]'],
    [people.lucerneGlobalAdmin, "/providers?search=Fabrikam", 'tbody a[href^="/partnerships/"]'],
  ] as const) {
    await signIn(page, who);
    await page.goto(list);
    await settled(page);
    await expectLooksRight(page, list);
    await page.locator(link).first().click();
    await expect(page).toHaveURL(/\/(invitations|partnerships)\//);
    await settled(page);
    await expectLooksRight(page, `the first of ${list}`);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what somebody may not do, and what is not there", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { language: "zh-Hans", theme: "dark" });
  const complaints = watch(page);
  await signIn(page, people.contosoHelpdesk);
  for (const path of ["/resellers/request", "/customers/request", "/customers/new", "/resellers/requests?search=nothing-like-this", "/customers?search=nothing-like-this"]) {
    await page.goto(path);
    await settled(page);
    await expectLooksRight(page, `${path} of a helpdesk agent`);
  }
  await page.goto("/customers");
  await settled(page);
  await page.locator(".page-action .refused button").first().click({ force: true });
  await expect(page.locator(".popover:popover-open")).toBeVisible();
  await expectLooksRight(page, "why a helpdesk agent cannot request a relationship");
  await page.goto("/customers");
  await settled(page);
  await page.locator("tbody .expander").first().click();
  await expect(page.locator(".table-detail")).toBeVisible();
  await settled(page);
  await expectLooksRight(page, "an expanded record");
  await page.goto("/resellers?search=nothing-like-this");
  await settled(page);
  await expectLooksRight(page, "no reseller that fits");
  const nothing = "00000000-0000-7000-8000-000000000000";
  // A user without the role for a kind of object gets one answer for all of them, whether they exist or not.
  for (const [path, status] of [["/no-such-page", 404], [`/customers/${nothing}`, 404], [`/partnerships/${nothing}`, 403]] as const) {
    const missing = await page.goto(path);
    expect(missing?.status(), path).toBe(status);
    await settled(page);
    await expectLooksRight(page, path);
  }
  await page.goto("/demo/mailbox?search=nothing-like-this");
  await settled(page);
  await expectLooksRight(page, "no mail that fits");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the menus, opened", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { width: 360 });
  const complaints = watch(page);
  await signIn(page, people.contosoAdminAgent);
  const menus = page.locator(".top-bar details > summary");
  expect(await menus.count()).toBe(4);
  for (let n = 0; n < 4; n += 1) {
    await menus.nth(n).click();
    await expect(menus.nth(n).locator("xpath=..")).toHaveAttribute("open", "");
    await expectLooksRight(page, `the menu ${n + 1} of the top bar`);
    await menus.nth(n).click();
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("texts a third longer break nothing", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  for (const path of ["/", "/customers", "/resellers", "/resellers/requests", "/resellers/request", "/customers/new", "/demo/mailbox"]) {
    await page.goto(path);
    await settled(page);
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const words = text.nodeValue ?? "";
        // Addresses are as long in every language.
        const isAddress = text.parentElement?.className === "unbroken";
        if (words.trim() && !isAddress && !/^(SCRIPT|STYLE|OPTION|TEXTAREA)$/.test(text.parentElement?.tagName ?? "")) {
          text.nodeValue = `${words.trimEnd()} ${words.trim().slice(0, Math.ceil(words.trim().length * 0.3))}`;
        }
      }
    });
    await expectInOrder(page, `${path} with longer texts`);
  }
  await page.context().close();
});
