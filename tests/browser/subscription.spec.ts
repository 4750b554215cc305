// A subscription: more licenses after a preview and fewer within the countdown, a preview that another window has made
// stale, what is scheduled for the renewal and dropped, suspending and auto-renew; with and without JavaScript. And what
// the pages say to who may not change it.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";
import { ask, begin, change, drop, fields, licenses, openSubscription, scheduled, submit, subscription } from "./support/subscriptions";
import { words } from "./support/words";

// What a test has done halfway is done already.
test.describe.configure({ retries: 0 });

const refusal = (page: Page, code: string) => page.locator(`.refusal[data-code="${code}"]`).first();

for (const { script, language, width, who, customer, product, count, isNew } of [
  // Bought some days ago: all of it can be taken back.
  { script: true, language: "en", width: 1280, who: people.contosoAdminAgent, customer: "Woodgrove", product: "Exchange Online (Plan 1)", count: 30, isNew: true },
  // Bought long ago: only what is added now.
  { script: false, language: "zh-Hans", width: 390, who: people.southridgeGlobalAdmin, customer: "Tailspin", product: "Microsoft 365 Business Premium", count: 45, isNew: false },
] as const) {
  test(`a subscription is changed, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const say = words(language);
    const own = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(own);
    await signIn(own, who);
    const path = await openSubscription(own, customer, product);
    await expect(own.locator("h1")).toContainText(product);
    await expect(licenses(own)).toHaveText(String(count));
    const countdown = own.locator("main .notice .amount");
    await expect(countdown).toHaveCount(isNew ? 1 : 0);
    await look(own, "a subscription", script);

    await test.step("more licenses, after a preview", async () => {
      await begin(own, "licenses");
      await expect(own.locator("h1")).toHaveText(say("changeLicenses"));
      await expect(fields(own).locator('input[name="quantity"]')).toHaveValue(String(count));
      await ask(own, "many");
      await expect(own.locator("main .notice-danger")).toBeVisible();
      await expect(fields(own).locator('input[name="quantity"]')).toHaveAttribute("aria-invalid", "true");
      await expect(fields(own).locator('input[name="quantity"]')).toHaveValue("many");
      await expect(change(own)).toHaveCount(0);
      await ask(own, String(count));
      await expect(refusal(own, "unchanged")).toBeVisible();
      // Where nothing can be submitted there is a way back.
      await expect(own.getByRole("main").getByRole("link", { name: say("back") })).toBeVisible();
      if (!isNew) {
        await ask(own, String(count - 1));
        await expect(refusal(own, "window_closed")).toBeVisible();
      }
      await ask(own, String(count + 3));
      // What is charged now, and how it would be afterwards.
      await expect(own.locator("main tbody tr").first()).toBeVisible();
      await expect(own.locator(".facts dd").nth(1)).toHaveText(String(count + 3));
      await look(own, "a change with its preview", script);
      await submit(own);
      await expect(licenses(own)).toHaveText(String(count + 3));
      // What was bought and what was added have a countdown each.
      await expect(countdown).toHaveCount(isNew ? 2 : 1);
    });

    await test.step("a preview that is stale keeps what was typed, and fewer are taken back", async () => {
      await begin(own, "licenses");
      await ask(own, String(count + 1));
      const other = await own.context().newPage();
      watch(other, complaints);
      await other.goto(`${path}/change?what=licenses&quantity=${count + 4}`);
      await settled(other);
      await submit(other);
      await other.close();
      await change(own).locator('button[type="submit"]').click();
      await expect(change(own).locator('.error-summary .refusal[data-code="subscription_changed"]')).toBeVisible();
      await settled(own);
      await expect(own.locator("#entered")).toContainText(String(count + 1));
      // What was previewed is submitted: there is nothing beside it to type another number into.
      await expect(own.locator('input[name="quantity"]:visible')).toHaveCount(0);
      await look(own, "a preview that was stale", script);
      await own.locator("#entered button").click();
      await expect(own).toHaveURL((url) => url.searchParams.has("edit"));
      await settled(own);
      await expect(change(own)).toHaveCount(0);
      await expect(fields(own).locator('input[name="quantity"]')).toHaveValue(String(count + 1));
      await ask(own, String(count + 1));
      await submit(own);
      await expect(licenses(own)).toHaveText(String(count + 1));
    });

    await test.step("fewer are scheduled for the renewal, and that is undone", async () => {
      await begin(own, "schedule");
      await ask(own, String(count - 5));
      await expect(change(own)).toBeVisible();
      await submit(own);
      // The number of licenses stays until then.
      await expect(licenses(own)).toHaveText(String(count + 1));
      await expect(scheduled(own)).toContainText(String(count - 5));
      await look(own, "what is scheduled for a renewal", script);
      await drop(own, say("undo"));
    });

    await test.step("suspended and reactivated", async () => {
      await begin(own, "suspend");
      await submit(own);
      await expect(own.locator(".page-header .badge")).toHaveText(say("suspended"));
      // More licenses wait until then, and the page says so.
      await expect(own.locator('#actions button[popovertarget="why-licenses"]')).toHaveAttribute("aria-disabled", "true");
      await look(own, "a suspended subscription", script);
      await begin(own, "reactivate");
      await submit(own);
      await expect(own.locator(".page-header .badge")).not.toHaveText(say("suspended"));
    });

    await test.step("auto-renew off and on", async () => {
      await begin(own, "auto_renew_off");
      await submit(own);
      // Without a renewal nothing can be scheduled for it.
      await expect(own.locator('#actions button[popovertarget="why-schedule"]')).toHaveAttribute("aria-disabled", "true");
      await begin(own, "auto_renew_on");
      await submit(own);
      await expect(own.locator('#actions a[href$="what=schedule"]')).toBeVisible();
    });
    expect(complaints).toEqual([]);
    await own.context().close();
  });
}

test("who may not change a subscription reads why, and others see none", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await open(browser, baseURL!, { script: false });
  const why = (what: string) => page.locator(`#actions #why-${what}`);
  await signIn(page, people.contosoHelpdesk);
  const path = await openSubscription(page, "Woodgrove", "Power BI Pro");
  await expect(page.locator('#actions button[popovertarget="why-licenses"]')).toHaveAttribute("aria-disabled", "true");
  await expect(why("licenses")).toContainText(/sales agent/i);
  // By the address alone the change is refused too, and nothing can be submitted.
  await page.goto(`${path}/change?what=licenses&quantity=16`);
  await expect(refusal(page, "role_missing")).toBeVisible();
  await expect(change(page)).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Back without changes" }).click();
  await expect(page).toHaveURL(subscription);

  // The reseller manages the renewal, and hears who orders.
  await signIn(page, people.fourthCoffeeGlobalAdmin);
  await page.goto(path);
  await expect(page.locator('#actions a[href$="what=schedule"]')).toBeVisible();
  await expect(why("suspend")).toContainText("Contoso Distribution");

  // The customer reads.
  await signIn(page, people.woodgroveBilling);
  await page.goto(path);
  await expect(page.locator("h1")).toContainText("Power BI Pro");
  await expect(page.locator("#actions")).toHaveCount(0);

  await signIn(page, people.fabrikamAdminAgent);
  expect((await page.goto(path))?.status()).toBe(404);
  await page.context().close();
});
