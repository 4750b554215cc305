// Areas are loaded when they are needed: the old page stays while one is loading, links are prefetched when pointed at,
// and if loading fails, the document is loaded.
import { expect, test, type Page } from "@playwright/test";
import { open, people, settled, signIn, watch } from "./support/portal";

/** The module of an area. */
const module = (area: string) => new RegExp(`/pkg/split_${area}\\.wasm`);

/** The addresses of areas' modules that the page requests after this call. */
function asked(page: Page): string[] {
  const addresses: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/pkg/split_")) addresses.push(request.url());
  });
  return addresses;
}

/** Marks the document, to see whether it is still the same one. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-same", ""));
const isSame = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute("data-same"));

test("the overview loads its own area and no other", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  const addresses = asked(page);
  await signIn(page, people.contosoAdminAgent);
  expect(addresses.filter((address) => !module("overview").test(address))).toEqual([]);
  expect(addresses.some((address) => module("overview").test(address))).toBe(true);
  await page.context().close();
});

test("the old page stays until an area is there", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  const heading = await page.locator("h1").textContent();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(module("customer"), async (route) => {
    await held;
    await route.continue();
  });
  await mark(page);
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForTimeout(300);
  await expect(page.locator("h1")).toHaveText(heading!);
  expect(new URL(page.url()).pathname).toBe("/");
  release();
  await page.waitForURL("**/customers");
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator("h1")).not.toHaveText(heading!);
  expect(await isSame(page)).toBe(true);
  await page.context().close();
});

for (const [how, touch] of [
  ["pointed at", (page: Page) => page.locator('.rail a[href="/customers"]').hover()],
  ["focused", (page: Page) => page.locator('.rail a[href="/customers"]').focus()],
] as const) {
  test(`an area is made ready when a link to it is ${how}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!);
    await signIn(page, people.contosoAdminAgent);
    const answered = page.waitForResponse(module("customer"));
    await touch(page);
    expect((await answered).headers()["cache-control"]).toContain("immutable");
    const addresses = asked(page);
    await page.locator('.rail a[href="/customers"]').click();
    await page.waitForURL("**/customers");
    await settled(page);
    expect(addresses).toEqual([]);
    await page.context().close();
  });
}

test("a link that is pointed at before the page is hydrated breaks nothing", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  await signIn(page, people.contosoAdminAgent);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const main = page.waitForResponse(/\/pkg\/tierline\.wasm/);
  await page.route(module("overview"), async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await main;
  // The main module starts, and waits for the area: links are watched.
  await page.waitForTimeout(700);
  await page.locator('.rail a[href="/customers"]').hover();
  await page.locator('.rail a[href="/resellers"]').focus();
  await page.waitForTimeout(500);
  release();
  await settled(page);
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForURL("**/customers");
  await settled(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("where an area cannot be loaded the document is", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  await page.route(module("customer"), (route) => route.abort());
  await mark(page);
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForURL("**/customers");
  await page.waitForLoadState("load");
  expect(await isSame(page)).toBe(false);
  // Without its area the page stays as the server made it, and works: another try is another load.
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.unroute(module("customer"));
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/customers\/.+/);
  await settled(page);
  await expect(page.locator("h1")).toHaveText(/\S/);
  await page.context().close();
});

test("going on to another page of an area that is being loaded", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/resellers/requests");
  await settled(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(module("partnership"), async (route) => {
    await held;
    await route.continue();
  });
  // From the rail to a list, and at once to the overview: the last one wins.
  await page.locator('.rail a[href="/resellers"]').click();
  await page.locator('.rail a[href="/"]').click();
  release();
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);
  await expect(page.locator('.rail a[aria-current="page"]')).toHaveAttribute("href", "/");
  await page.context().close();
});

test("the words of other pages come before the first of them", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  await signIn(page, people.contosoAdminAgent);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/words\/en\/more/, async (route) => {
    await held;
    await route.continue();
  });
  const heading = await page.locator("h1").textContent();
  await mark(page);
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForTimeout(500);
  await expect(page.locator("h1")).toHaveText(heading!);
  release();
  await page.waitForURL("**/customers");
  await expect(page.locator("h1")).toHaveText("Customers");
  expect(await isSame(page)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("where the words of other pages cannot be loaded the document is", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await page.route(/\/words\/en\/more/, (route) => route.abort());
  await signIn(page, people.contosoAdminAgent);
  await mark(page);
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForURL("**/customers");
  await page.waitForLoadState("load");
  expect(await isSame(page)).toBe(false);
  await expect(page.locator("h1")).toHaveText("Customers");
  await page.context().close();
});

test("words come in the language of the page only, and may be kept", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!, { language: "zh-Hant" });
  const answers: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/words/")) answers.push(`${new URL(response.url()).pathname} ${response.headers()["cache-control"]}`);
  });
  await page.goto("/sign-in");
  await settled(page);
  expect(answers).toEqual(["/words/zh-Hant public, max-age=31536000, immutable"]);
  await page.context().close();
});
