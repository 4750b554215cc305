// **CSP country and regions**: where an organization may do business, from the program's data.
import { expect, test } from "@playwright/test";
import { open, people, settled, signIn } from "./support/portal";

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`the own region and all regions, ${how} JavaScript`, async ({ browser, baseURL }) => {
    const partner = await open(browser, baseURL!, { script });
    await signIn(partner, people.contosoAdminAgent);
    await partner.goto("/settings");
    await settled(partner);
    await partner.getByRole("link", { name: "CSP country and regions" }).click();
    await partner.waitForURL("**/settings/csp-region");
    await settled(partner);
    await expect(partner.locator("main dl.pairs").first()).toContainText("Your CSP region");
    await expect(partner.locator("main tbody tr")).toHaveText([/Taiwan.*TW.*TWD/]);
    // One region is no choice.
    await expect(partner.locator('select[name="region"]')).toHaveCount(0);
    await partner.context().close();

    const operator = await open(browser, baseURL!, { script });
    await signIn(operator, people.operator);
    await operator.goto("/settings/csp-region?region=europe&search=swit");
    await settled(operator);
    await expect(operator.locator("main tbody tr")).toHaveText([/Switzerland.*CH.*Europe.*CHF/]);
    const file = await operator.request.get("/settings/csp-region.csv?region=japan");
    expect(await file.text()).toMatch(/Japan,JP,Japan,JPY\r\n$/);
    await operator.context().close();
  });
}
