// Imports: the members of the registry, the program's price sheet and what it lacks, from files; with and without
// JavaScript.
import { expect, test } from "@playwright/test";
import { upload, worked } from "./support/imports";
import { look } from "./support/looks";
import { open, people, signIn, watch } from "./support/portal";

// What a test has applied stays applied.
test.describe.configure({ retries: 0 });

const head = "account,profile_mpn,profile,location_mpn,location,country,status\n";

for (const { script, language, width, mpn } of [
  { script: true, language: "en", width: 1280, mpn: 8300000 },
  { script: false, language: "zh-Hant", width: 390, mpn: 8310000 },
] as const) {
  test(`members are imported ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signIn(operator, people.operator);
    await operator.goto("/registry");
    await operator.locator('main a[href="/registry/import"]').click();
    await operator.waitForURL("**/registry/import");
    await look(operator, "choosing a file of members", script);

    const line = (country: string) => `mpn@m${mpn}.example,${mpn},Northwind Cloud,${mpn + 1},Northwind Taipei,${country},active\n`;
    await upload(operator, "wrong.csv", head + line("Atlantis"));
    await worked(operator, script);
    await expect(operator.locator("main")).toContainText("Atlantis");
    await look(operator, "an import with a wrong line", script);
    await operator.goto("/registry/import");
    await upload(operator, "members.csv", head + line("TW"));
    await worked(operator, script);
    await look(operator, "an import that can be applied", script);
    await operator.locator('button[commandfor="apply"]').first().click();
    await operator.locator('form:has(input[name="command"][value="apply"]) button[type="submit"]').click();
    await expect(operator.locator('input[name="command"][value="apply"]')).toHaveCount(0);
    await worked(operator, script);
    await expect(operator.locator('a[href="/registry/import"]').last()).toBeVisible();
    await operator.goto(`/registry?search=${mpn + 1}`);
    await expect(operator.locator("tbody tr")).toHaveCount(1);
    await operator.goto("/imports");
    await look(operator, "earlier imports", script);
    expect(complaints).toEqual([]);
  });
}

test("a price sheet is checked and discarded", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const operator = await open(browser, baseURL!, { script: true, language: "en", width: 1280 });
  await signIn(operator, people.operator);
  await operator.goto("/catalog");
  await look(operator, "the catalog", true);
  await operator.locator("tbody th a").first().click();
  await operator.waitForURL(/\/catalog\/[0-9a-f-]+/);
  await look(operator, "a product of the catalog", true);
  await operator.goto("/catalog/import");
  await look(operator, "choosing a price sheet", true);
  await operator.locator('input[name="markets"]').fill("TW");
  await upload(
    operator,
    "sheet.csv",
    "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate,ERP Price,Segment\n" +
      "CFQ7TTC0LH18,0001,Business Basic,P1M,Monthly,TW,TWD,100,2026-01-01,2030-12-31,120,Commercial\n",
  );
  await worked(operator, true);
  await expect(operator.locator("main")).toContainText("TWD 100.00 / TWD 120.00");
  await operator.locator('form:has(input[value="discard"]) button[type="submit"]').click();
  await expect(operator).toHaveURL(/done=import_discarded/);
});

for (const { script, language, width, most } of [
  { script: true, language: "en", width: 1280, most: 90 },
  { script: false, language: "zh-Hans", width: 390, most: 80 },
] as const) {
  test(`what the price sheet lacks is imported ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const operator = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(operator);
    await signIn(operator, people.operator);
    await operator.goto("/catalog");
    await operator.locator('main a[href="/catalog/import-details"]').click();
    await operator.waitForURL("**/catalog/import-details");
    await look(operator, "choosing a file of product details", script);
    const columns = "ProductId,SkuId,Kind,Minimum,Maximum,PerCustomer,OnePerCustomer,Bases,UpgradeTargets\n";
    // The demo's own file says that the first one can be upgraded to the third one.
    await upload(operator, "wrong.csv", `${columns}ZAVA00000003,0001,,,,,,,ZAVA00000001:0001\n`);
    await worked(operator, script);
    await expect(operator.locator("main")).toContainText("ZAVA00000001:0001 → ZAVA00000003:0001 → ZAVA00000001:0001");
    await look(operator, "product details with a wrong line", script);
    await operator.goto("/catalog/import-details");
    await upload(operator, "details.csv", `${columns}ZAVA00000006,0001,software,1,${most},,no,,\n`);
    await worked(operator, script);
    await expect(operator.locator("main")).toContainText(`software, 1–${most}`);
    await look(operator, "product details that can be applied", script);
    await operator.locator('button[commandfor="apply"]').first().click();
    await operator.locator('form:has(input[name="command"][value="apply"]) button[type="submit"]').click();
    await expect(operator.locator('input[name="command"][value="apply"]')).toHaveCount(0);
    await worked(operator, script);
    await operator.goto("/catalog?search=Zava+Route");
    await expect(operator.locator("tbody tr").first()).toContainText(String(most));
    expect(complaints).toEqual([]);
  });
}
