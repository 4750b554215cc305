// What people type is shown as text, wherever it is shown; and no other site can make the portal do anything.
import { expect, test } from "@playwright/test";
import { people, prefer, settled, signIn, unique, watch } from "./support/portal";

const hostile = "</textarea><script>window.broken = true</script><img src=x onerror='window.broken = true'>";

for (const script of [true, false]) {
  test(`markup in every text of an invitation stays text, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: script });
    await prefer(context, baseURL!, "en");
    const page = await context.newPage();
    const complaints = watch(page);
    await signIn(page, people.directBillAdmin);
    await page.goto("/customers/request");
    await settled(page);
    const recipient = `${unique("markup")}@hostile.example`;
    await page.locator('input[name="recipient"]').fill(recipient);
    await page.locator('input[name="subject"]').fill(`About ${hostile}`);
    // Without the link first: the text comes back as it was typed.
    await page.locator('textarea[name="text"]').fill(hostile);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.locator('[aria-invalid="true"], .error-summary').first()).toBeVisible();
    await settled(page);
    await expect(page.locator('textarea[name="text"]')).toHaveValue(hostile);
    await expect(page.locator('input[name="subject"]')).toHaveValue(`About ${hostile}`);
    await page.locator('textarea[name="text"]').fill(`${hostile}\n{link}`);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
    await settled(page);
    await expect(page.locator("main")).toContainText("</textarea><script>");
    await page.goto(`/demo/mailbox?search=${encodeURIComponent(recipient)}`);
    await page.locator("tbody tr th a").first().click();
    await expect(page.locator("pre")).toContainText("</textarea><script>");
    if (script) expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("no change from another site", async ({ page, request, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  for (const path of ["sign-out", "cancel-invitation", "place-order", "accept-link", "end-grant", "submit-customer", "move-clock"]) {
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await request.post(`/api/${path}`, { headers, form: { request_id: "1" } });
      expect(answer.status(), `${path} with ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("security headers on every answer", async ({ request }) => {
  for (const path of ["/sign-in", "/healthz", "/no-such-page", "/pkg/tierline.css"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["referrer-policy"], path).toBe("same-origin");
  }
  const page = (await request.get("/sign-in")).headers()["content-security-policy"];
  expect(page).toMatch(/script-src[^;]*'nonce-/);
  expect(page).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});
