// The main paths by keyboard alone, the target of the focus, and text that survives a reload.
import { expect, test, type Page } from "@playwright/test";
import { press, tabTo, write } from "./support/keyboard";
import { expectLooksRight } from "./support/looks";
import {
  domainFor,
  endPartnershipIfAny,
  endPartnershipLink,
  goToPartnership,
  linkFromMail,
  open,
  password,
  people,
  prefer,
  requestPartnership,
  settled,
  signIn,
  signInAnew,
  takeBackAny,
  unique,
  watch,
} from "./support/portal";

/** Fills in the open sign-in page. */
async function signInByKeyboard(page: Page, email: string) {
  await write(page, page.locator('form[action="/api/sign-in"] input[name="email"]'), email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
}

test("a partnership is requested, and the request taken back", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  // A dialog is opened once, by the browser or by the page.
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (/already open Dialog/.test(message.text())) warnings.push(message.text());
  });
  await prefer(page.context(), baseURL!, "en");
  await page.goto("/sign-in");
  await settled(page);
  // The first stop is the link that skips the navigation.
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#main");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await signInByKeyboard(page, people.wideWorldGlobalAdmin);
  await page.waitForURL(/choose-organization/);
  await settled(page);
  await press(page, page.getByRole("button", { name: "Wide World Distribution" }));
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);
  await press(page, page.locator(".rail").getByRole("link", { name: "Indirect resellers" }));
  await expect(page).toHaveURL(/\/resellers$/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "Request a partnership" }).first());
  await expect(page).toHaveURL(/\/resellers\/request$/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);

  // An error takes the focus, and links to the field to correct.
  await write(page, page.locator('input[name="recipient"]'), "nobody");
  await press(page, page.locator('button[name="then"][value="send"]'));
  await expect(page.locator(".error-summary")).toBeFocused();
  await press(page, page.locator(".error-summary a").first());
  await expect(page.locator('input[name="recipient"]')).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(`${unique("keys")}@keyboard.example`);
  await press(page, page.locator('button[name="then"][value="send"]'));
  await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);

  // Escape leaves a question.
  const cancel = page.getByRole("button", { name: "Cancel request" }).first();
  const dialog = page.locator("dialog[open]");
  await press(page, cancel);
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await press(page, dialog.locator('button[type="submit"]'));
  await expect(page.locator("main")).toContainText("Canceled");
  await expect(dialog).toHaveCount(0);
  // What was pressed is gone: the message about it has the focus, and after it the title.
  const done = page.locator("#done-notice");
  await expect(done).toBeFocused();
  await press(page, done.locator(".notice-close"));
  await expect(done).toHaveCount(0);
  await expect(page.locator("h1")).toBeFocused();

  await page.locator(".rail").getByRole("link", { name: "Indirect resellers" }).click();
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  await write(page, page.locator("#list-search"), "a");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search=a/);
  await settled(page);
  await press(page, page.getByRole("link", { name: "Clear filters" }));
  await expect(page).not.toHaveURL(/search=a/);
  await expect(page.locator("h1")).toBeFocused();
  expect(complaints).toEqual([]);
  expect(warnings).toEqual([]);
});

test("a partnership is accepted, and ended", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const provider = await open(browser, baseURL!);
  const reseller = await open(browser, baseURL!);
  const complaints = watch(provider, watch(reseller));
  await signInAnew(provider, people.wideWorldGlobalAdmin);
  await provider.getByRole("button", { name: "Wide World Distribution" }).click();
  await provider.waitForURL((url) => url.pathname === "/");
  await endPartnershipIfAny(provider, "Lucerne Digital");
  await takeBackAny(provider, "/resellers/requests", people.lucerneGlobalAdmin);
  await requestPartnership(provider, people.lucerneGlobalAdmin);
  const link = await linkFromMail(provider, people.lucerneGlobalAdmin);

  await reseller.goto(link);
  await settled(reseller);
  await press(reseller, reseller.locator('form[action="/api/continue-link"] button[value="sign-in"]'));
  await reseller.waitForURL(/sign-in/);
  await settled(reseller);
  await signInByKeyboard(reseller, people.lucerneGlobalAdmin);
  await reseller.waitForURL(new RegExp(link));
  await settled(reseller);
  const authorize = reseller.getByRole("button", { name: "Authorize indirect provider" });
  await press(reseller, authorize);
  await expect(reseller.locator(".error-summary")).toBeFocused();
  await press(reseller, reseller.locator(".error-summary a").first());
  const box = reseller.locator('input[name="confirmed"]');
  await expect(box).toBeFocused();
  await reseller.keyboard.press("Space");
  await expect(box).toBeChecked();
  await press(reseller, authorize);
  const onward = reseller.locator('main a[href="/providers"], main a[href^="/partnerships/"]').first();
  await expect(onward).toBeVisible();
  await settled(reseller);
  await press(reseller, onward);
  // The page of a link is a document without a module, so this is a load: the first stop is the skip link again.
  await expect(reseller).toHaveURL(/providers|partnerships/);
  await settled(reseller);
  await reseller.keyboard.press("Tab");
  await expect(reseller.locator(":focus")).toHaveAttribute("href", "#main");

  expect(await goToPartnership(provider, "Lucerne Digital")).toBe(true);
  const end = provider.locator(endPartnershipLink);
  await press(provider, end);
  await expect(provider).toHaveURL(/\/partnerships\/[^/]+\/end$/);
  await expect(provider.locator("h1")).toBeFocused();
  await settled(provider);
  const form = provider.locator('form[action="/api/end-partnership"]');
  await press(provider, form.getByRole("link", { name: "Keep partnership" }));
  await expect(provider).not.toHaveURL(/\/end$/);
  await expect(provider.locator("h1")).toBeFocused();
  await settled(provider);
  await press(provider, end);
  await expect(provider.locator("h1")).toBeFocused();
  await settled(provider);
  await press(provider, form.locator('button[type="submit"]'));
  await expect(provider).not.toHaveURL(/\/end$/);
  await expect(end).toHaveCount(0);
  expect(complaints).toEqual([]);
  for (const page of [provider, reseller]) await page.context().close();
});

test("a new customer is begun, put right and abandoned", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await press(page, page.locator(".rail").getByRole("link", { name: "Customers" }));
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "New customer" }));
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  const next = page.getByRole("button", { name: "Next: Subscriptions" });
  await press(page, next);
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(summary.locator("a").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator('input[name="name"]')).toBeFocused();
  const name = unique("Keyboard ");
  await page.keyboard.type(name);
  await write(page, page.locator('input[name="domain"]'), name.toLowerCase().replace(" ", ""));
  await write(page, page.locator('input[name="contact"]'), "keys@keyboard.example");
  await write(page, page.locator('input[name="admin_name"]'), "Kay Board");
  await write(page, page.locator('input[name="admin_user"]'), "kay");
  await press(page, next);
  await page.waitForURL(/\/subscriptions/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);

  // Return in the search field searches; adding a product keeps the place.
  await write(page, page.locator("#product-search"), "Power BI Pro");
  await page.keyboard.press("Enter");
  const add = page.locator("#catalog tbody tr", { hasText: "Power BI Pro" }).locator('button[value^="add:"]:visible').first();
  await press(page, add);
  const quantity = page.locator('input[name^="lines["]');
  // The focus waits in the field of the added product.
  await expect(quantity).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0");
  await expect(quantity).toHaveAttribute("aria-invalid", "true");

  const cancel = page.locator('button[commandfor="cancel-draft"][aria-haspopup]');
  const dialog = page.locator("dialog[open]");
  await press(page, cancel);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, dialog.locator('button[type="submit"]'));
  await expect(page).toHaveURL(/\/customers(\?.*)?$/);
  expect(complaints).toEqual([]);
});

test("menus, records and reasons open and close", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoHelpdesk);
  const menu = (n: number) => page.locator(".preference-menu").nth(n);
  const html = page.locator("html");
  for (const language of ["zh-Hant", "en"]) {
    await press(page, menu(0).locator("summary"));
    await press(page, menu(0).locator(`button[value="${language}"]`));
    await expect(html).toHaveAttribute("lang", language);
    await settled(page);
  }
  for (const theme of ["dark", "light"]) {
    await press(page, menu(1).locator("summary"));
    await press(page, menu(1).locator(`button[value="${theme}"]`));
    await expect(html).toHaveAttribute("data-theme", theme);
    await settled(page);
  }

  await page.goto("/customers");
  await settled(page);
  const refused = page.locator(".page-action .refused button").first();
  const reason = page.locator(".popover:popover-open");
  await press(page, refused);
  await expect(reason).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(reason).toHaveCount(0);
  await expect(refused).toBeFocused();

  const expander = page.locator("tbody .expander").first();
  await press(page, expander);
  await expect(page.locator(".table-detail")).toBeVisible();
  await expect(expander).toHaveAttribute("aria-expanded", "true");
  await settled(page);
  await tabTo(page, page.locator(".table-detail a").first());
  expect(complaints).toEqual([]);
});

test("a change of a subscription is previewed and left", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers?search=Northwind");
  await settled(page);
  await press(page, page.locator("tbody tr th a").first());
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
  await press(page, page.locator("#subscriptions tbody th a").first());
  await page.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  await press(page, page.locator("#actions").getByRole("link", { name: "Change licenses" }));
  await page.waitForURL(/what=licenses/);
  await expect(page.locator("h1")).toBeFocused();
  await settled(page);
  // Return in the field previews, and the next thing is to submit or to leave.
  await write(page, page.locator('form[action$="/change"] input[name="quantity"]'), "77");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/quantity=77/);
  const submit = page.getByRole("main").getByRole("button", { name: "Submit" });
  await expect(submit).toBeVisible();
  await settled(page);
  await tabTo(page, submit);
  await press(page, page.getByRole("main").getByRole("link", { name: "Back without changes" }));
  await page.waitForURL(/\/subscriptions\/[0-9a-f-]{36}$/);
  await expect(page.locator("h1")).toBeFocused();
  expect(complaints).toEqual([]);
});

for (const script of [true, false]) {
  test(`Escape and a press elsewhere close the menus of the top bar${script ? "" : ", on a page without a module too"}`, async ({ page, baseURL }) => {
    await prefer(page.context(), baseURL!, "en");
    await page.setViewportSize({ width: 390, height: 844 });
    if (script) await signIn(page, people.contosoHelpdesk);
    else await page.goto("/sign-in");
    await settled(page);
    const menus = page.locator(".top-bar details");
    expect(await menus.count()).toBeGreaterThan(1);
    for (const menu of await menus.all()) {
      const summary = menu.locator("summary");
      await summary.click();
      await expect(menu).toHaveAttribute("open", "");
      await page.keyboard.press("Escape");
      await expect(menu).not.toHaveAttribute("open");
      await expect(summary).toBeFocused();
      await summary.click();
      await expect(menu).toHaveAttribute("open", "");
      await page.mouse.click(195, 800);
      await expect(menu).not.toHaveAttribute("open");
    }
  });
}

test("a new customer's details survive leaving the page and are offered back", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers/new");
  await settled(page);
  const name = page.locator('input[name="name"]');
  const mine = unique("Left Behind ");
  await name.fill(mine);
  await page.locator(".rail").getByRole("link", { name: "Overview" }).click();
  await page.waitForURL(/\/$/);
  await page.goto("/customers/new");
  await settled(page);
  await expect(name).toHaveValue("");
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(name).toHaveValue(mine);
  // Giving it up forgets it.
  await page.locator('button[commandfor="cancel-draft"][aria-haspopup]').click();
  await page.locator('dialog[open] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/customers(\?.*)?$/);
  await page.goto("/customers/new");
  await settled(page);
  await expect(page.getByRole("button", { name: "Restore" })).toHaveCount(0);
});

test("unsent text survives a reload and is offered back", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/resellers/request");
  await settled(page);
  const mine = `${unique("Dear partner ")}\n{link}`;
  await page.locator('textarea[name="text"]').fill(mine);
  const kept = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith("tierline.unsent."))
        .map(([, message]) => JSON.parse(message).text as string),
    );
  await expect.poll(kept).toContain(mine);
  await page.reload();
  await settled(page);
  const restore = page.getByRole("button", { name: "Restore" });
  await expect(restore).toBeVisible();
  await expectLooksRight(page, "a request with unsent text");
  await restore.click();
  await expect(page.locator('textarea[name="text"]')).toHaveValue(mine);

  // What is restored is looked at as what is typed: a text without the link says so.
  await page.locator('textarea[name="text"]').fill("No link");
  await page.reload();
  await settled(page);
  await expect(page.getByRole("button", { name: "Put the link back" })).toHaveCount(0);
  await restore.click();
  const back = page.getByRole("button", { name: "Put the link back" });
  await back.click();
  await expect(back).toHaveCount(0);
  await expect(page.locator('textarea[name="text"]')).toHaveValue(/^No link\n\n\{link\}/);
  await expect.poll(async () => (await kept()).some((text) => /^No link\n\n\{link\}/.test(text))).toBe(true);
});

test("a form that a link leads to has all that it comes with, and offers nothing that it has", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  const text = page.locator('textarea[name="text"]');
  const restore = page.getByRole("button", { name: "Restore" });
  const goByLinks = async () => {
    await page.locator(".rail").getByRole("link", { name: "Indirect resellers" }).click();
    await expect(page).toHaveURL(/\/resellers$/);
    await settled(page);
    await page.getByRole("main").getByRole("link", { name: "Request a partnership" }).first().click();
    await expect(text).toHaveValue(/\{link\}/);
    await settled(page);
  };
  await goByLinks();
  await expect(page.getByRole("button", { name: "Put the link back" })).toHaveCount(0);
  await expect(restore).toHaveCount(0);
  // What was typed and taken back is what the page comes with.
  const own = await text.inputValue();
  await text.fill(`${own} more`);
  await text.fill(own);
  await goByLinks();
  await expect(restore).toHaveCount(0);
  await text.fill(`${own} more`);
  await goByLinks();
  await restore.click();
  await expect(text).toHaveValue(`${own} more`);
});

test("what was typed for one customer stays while another one's draft goes on", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/customers/new");
  await settled(page);
  const name = unique("First Draft ");
  const details = { name, domain: domainFor(name), contact: "first@draft.example", admin_name: "Fay Draft", admin_user: "fay" };
  for (const [field, value] of Object.entries(details)) await page.locator(`input[name="${field}"]`).fill(value);
  await page.getByRole("button", { name: "Next: Subscriptions" }).click();
  await page.waitForURL(/\/subscriptions/);
  await settled(page);
  const lines = page.url();
  const restore = page.getByRole("button", { name: "Restore" });
  // Its own details are on the server now.
  await page.goto("/customers/new");
  await settled(page);
  await expect(restore).toHaveCount(0);
  await page.locator('input[name="name"]').fill(unique("Second Draft "));
  await page.goto(lines);
  await settled(page);
  await page.goto("/customers/new");
  await settled(page);
  await expect(restore).toBeVisible();
});
