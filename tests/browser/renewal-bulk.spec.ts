// Many renewals at once: ticked in the list, previewed, changed, and changed back.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn } from "./support/portal";

// A world whose test failed halfway has other renewals.
test.describe.configure({ retries: 0 });

/** Ticks the rows of these subscriptions, or the first two, and asks for the preview; returns which they are. */
async function preview(page: Page, list: string, what: string, chosen?: string[]): Promise<string[]> {
  await page.goto(list);
  await settled(page);
  const rows = page.locator("table.table tbody tr");
  const links = await rows.locator('th a[href^="/subscriptions/"]').evaluateAll((all) => all.map((it) => it.getAttribute("href")!));
  const wanted = chosen ?? links.slice(0, 2);
  for (const href of wanted) {
    const row = rows.filter({ has: page.locator(`th a[href="${href}"]`) });
    await row.locator('input[name="subscriptions[]"]').check();
  }
  const form = page.locator('form[action="/api/begin-renewals"]');
  await form.locator('select[name="what"]').selectOption(what);
  await form.locator('button[type="submit"]').last().click();
  await page.waitForURL(/\/renewals\/change\?of=[0-9a-f-]{36}/);
  await settled(page);
  return wanted;
}

for (const { script, language, width } of [
  { script: true, language: "en", width: 1280 },
  { script: false, language: "zh-Hans", width: 390 },
] as const) {
  test(`renewals are previewed and changed together, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script, language, width });
    await signIn(page, people.contosoAdminAgent);
    // Nothing is ticked: refused, with everything as it was.
    await page.goto("/renewals");
    await settled(page);
    const form = page.locator('form[action="/api/begin-renewals"]');
    await form.locator('button[type="submit"]').last().click();
    await settled(page);
    await expect(page.locator('[data-code="no_subscription_chosen"]').first()).toBeVisible();

    const chosen = await preview(page, "/renewals?outlook=renews", "auto_renew_off");
    await look(page, "renewals to be changed", script);
    const rows = page.locator("table.table tbody tr");
    await expect(rows).toHaveCount(chosen.length);
    const run = page.locator('form[action="/api/run-renewals"] button[type="submit"]').last();
    await run.click();
    await settled(page);
    await expect(run).toHaveCount(0);
    await expect(page.locator(".notice").first()).toBeVisible();
    await look(page, "renewals changed", script);
    await page.goto(chosen[0]);
    await settled(page);
    await expect(page.locator('main a[href*="what=auto_renew_on"], main form input[value="auto_renew_on"]').first()).toBeAttached();

    // Back to as it was.
    await preview(page, "/renewals?outlook=ends", "auto_renew_on", chosen);
    await page.locator('form[action="/api/run-renewals"] button[type="submit"]').last().click();
    await settled(page);
    await expect(page.locator('form[action="/api/run-renewals"]')).toHaveCount(0);
    await page.context().close();
  });
}
