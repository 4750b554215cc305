// Pages whose module is not needed, does not come, or dies: links and forms work all the same, by loading documents.
import { expect, test, type Browser, type Page, type Route } from "@playwright/test";
import { cancelRequest, fillSignIn, open, password, people, settled, signIn, unique, watch } from "./support/portal";

const mainModule = /\/pkg\/tierline\.wasm/;

test("signing in and an invitation need no module", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  const complaints = watch(page);
  const modules: string[] = [];
  await page.route(/\.wasm|\/pkg\/.*\.bin|\/words\//, (route) => {
    modules.push(route.request().url());
    return route.abort();
  });
  await page.goto("/sign-in");
  await settled(page);
  // The browser may fetch what the next page needs, but nothing here waits for it.
  modules.length = 0;
  await page.locator('input[name="password"]').fill(password);
  await page.locator(".field-reveal").click();
  await expect(page.locator('input[name="password"]')).toHaveAttribute("type", "text");
  const shown = await page.locator(".field-reveal").textContent();
  await page.locator(".field-reveal").click();
  await expect(page.locator('input[name="password"]')).toHaveAttribute("type", "password");
  await expect(page.locator(".field-reveal")).not.toHaveText(shown!);
  await fillSignIn(page, "nobody@nowhere.example", "wrong");
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator('input[name="email"]').first()).toHaveValue("nobody@nowhere.example");
  modules.length = 0;
  await page.goto("/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  await settled(page);
  await expect(page.locator("h1")).toHaveText(/\S/);
  expect(modules).toEqual([]);
  expect(complaints.filter((line) => !/ERR_FAILED|status of 404/.test(line))).toEqual([]);
  await page.context().close();
});

for (const [what, script] of [
  ["without JavaScript", false],
  ["without WebAssembly", true],
] as const) {
  test(`${what} nothing of the module is fetched`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    const fetched: string[] = [];
    page.on("request", (request) => {
      if (/\.wasm|\/pkg\/.*\.bin/.test(request.url())) fetched.push(request.url());
    });
    await signIn(page, people.contosoAdminAgent);
    for (const path of ["/", "/customers", "/customers/new"]) {
      await page.goto(path);
      await settled(page);
      await expect(page.locator("h1")).toBeVisible();
    }
    expect(fetched.filter((address) => !address.includes("tierline.wasm"))).toEqual([]);
    if (!script) expect(fetched).toEqual([]);
    await page.context().close();
  });
}

test("two clicks on a button of such a page send its form once", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await page.goto("/sign-in");
  await settled(page);
  let sent = 0;
  await page.route("**/api/sign-in", async (route) => {
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const form = page.locator('form[action="/api/sign-in"]');
  await form.locator('input[name="email"]').fill(people.contosoAdminAgent);
  await form.locator('input[name="password"]').fill(password);
  await form.locator('button[type="submit"]').last().dblclick();
  await expect(page).not.toHaveURL(/sign-in/);
  expect(sent).toBe(1);
  await page.context().close();
});

/** Changes every page on its way to the browser. */
const changed = (change: (html: string) => string) => async (page: Page) =>
  page.route(/^[^?]*\/(customers[^.]*)?(\?.*)?$/, async (route: Route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    if (!answer.headers()["content-type"]?.includes("html")) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, body: change(await answer.text()) });
  });

const accidents: [string, (page: Page) => Promise<unknown>, alive: boolean][] = [
  [
    "elements beside the application",
    changed((html) => html.replace(/<body[^>]*>/, '$&<div>before</div><script type="text/plain"></script>').replace("</body>", "<p>after</p></body>")),
    true,
  ],
  ["elements inside the application", changed((html) => html.replace(/<header class="top-bar"[^>]*>/, "<div>inside</div>$&")), false],
  ["texts wrapped by a translator", changed((html) => html.replace(/(<(?:h1|a|span)[^>]*>)([^<>]+)(<)/g, "$1<font><font>$2</font></font>$3")), false],
  ["a module that is answered with an error", (page) => page.route(mainModule, (route) => route.fulfill({ status: 500, body: "" })), false],
  [
    "a module that is cut off",
    async (page) => {
      const address = await page.locator("link[href*='tierline.wasm']").getAttribute("href");
      const whole = await (await page.request.get(address!)).body();
      const body = whole.subarray(0, whole.length / 2);
      await page.route(mainModule, (route) => route.fulfill({ status: 200, contentType: "application/wasm", body }));
    },
    false,
  ],
  ["a browser without WebAssembly", (page) => page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly")), false],
  ["words that do not come", (page) => page.route(/\/words\//, (route) => route.abort()), false],
];

for (const [what, happens, alive] of accidents) {
  test(`links and forms work with ${what}`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!);
    await signIn(page, people.contosoAdminAgent);
    await happens(page);
    await page.goto("/");
    await settled(page);
    await expect(page.locator("html")).toHaveAttribute("data-alive", alive ? "" : "plain");
    await clicks(page, alive);
    // Nothing was typed before, so there is nothing to warn of.
    await expect(page.locator("main > .notice-warning")).toHaveCount(0);
    await page.context().close();
  });
}

/** Links and forms as in the story: from list to object, a wrong form with its error, one that succeeds, a dialog, and a choice. */
async function clicks(page: Page, alive: boolean) {
  await page.evaluate(() => document.documentElement.setAttribute("data-same", ""));
  await page.locator('.rail a[href="/customers"]').click();
  await page.waitForURL("**/customers");
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.hasAttribute("data-same"))).toBe(alive);
  await page.locator("tbody tr th a").first().click();
  await page.waitForURL(/customers\/.+/);
  await settled(page);
  await page.goBack();
  await page.waitForURL("**/customers");
  await page.goto("/customers/request");
  await settled(page);
  await page.locator('input[name="recipient"]').fill("nobody at nowhere");
  await page.locator('button[name="then"][value="send"]').click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expect(page.locator('input[name="recipient"]')).toHaveValue("nobody at nowhere");
  // A link to a field stays on the page, and what was typed since stays too.
  await page.locator('input[name="recipient"]').fill("still nobody");
  await page.locator('.error-summary a[href^="#"]').first().click();
  await expect(page.locator('input[name="recipient"]')).toHaveValue("still nobody");
  await page.locator('input[name="recipient"]').fill(`${unique("clicks")}@nowhere.example`);
  await page.locator('button[name="then"][value="send"]').click();
  await page.waitForURL(/\/invitations\/[0-9a-f-]{36}/);
  await settled(page);
  await cancelRequest(page);
  await settled(page);
  await expect(page.locator("main")).toContainText("Canceled");
  await page.locator(".preference-menu", { has: page.locator('button[name="theme"]') }).locator("summary").click();
  await page.locator('button[name="theme"][value="dark"]').click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
}

test("a module that dies later leaves a page that works, and says so once", async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL!);
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers/request");
  await settled(page);
  await page.locator('input[name="recipient"]').fill("nobody at nowhere");
  // As a panic does.
  await page.evaluate(() => {
    for (let time = 0; time < 2; time += 1) dispatchEvent(new Event("tierline:panic"));
  });
  await expect(page.locator("main > .notice-warning")).toHaveCount(1);
  await expect(page.locator('input[name="recipient"]')).toHaveValue("nobody at nowhere");
  await page.locator('button[name="then"][value="send"]').click();
  await page.waitForLoadState("load");
  await settled(page);
  await expect(page.locator(".error-summary")).toBeVisible();
  await expect(page.locator('input[name="recipient"]')).toHaveValue("nobody at nowhere");
  await expect(page.locator("html")).toHaveAttribute("data-alive", "");
  await page.context().close();
});

test("a panic of the module reaches the page", async ({ browser, baseURL }) => {
  const page = await broken(browser, baseURL!);
  await page.goto("/");
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("data-alive", "plain");
  await page.context().close();
});

/** A page whose data for hydration is damaged. */
async function broken(browser: Browser, baseURL: string) {
  const page = await open(browser, baseURL);
  await signIn(page, people.contosoAdminAgent);
  await changed((html) => html.replace(/__RESOLVED_RESOURCES\[\d+\] = /g, "$&'damaged' + "))(page);
  return page;
}
