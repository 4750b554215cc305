// The main path by keyboard alone, and text that survives a reload.
import { expect, test } from "@playwright/test";
import { people, prefer, settled, signIn, unique } from "./support/portal";

test("signing in and requesting a partnership by keyboard alone", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await page.goto("/sign-in");
  await settled(page);
  await page.keyboard.press("Tab");
  // The first stop is the way past the navigation.
  await expect(page.locator(":focus")).toHaveAttribute("href", /#/);
  await page.locator('input[name="email"]:not([type="hidden"])').focus();
  await page.keyboard.type(people.contosoAdminAgent);
  await page.keyboard.press("Tab");
  await page.keyboard.type("four quiet lanterns");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
  await settled(page);
  await page.getByRole("link", { name: "Indirect resellers" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/resellers$/);
  await expect(page.locator("h1")).toBeFocused();
});

test("unsent text survives a reload and is offered back", async ({ page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  await page.goto("/resellers/request");
  await settled(page);
  const mine = `${unique("Dear partner ")}\n{link}`;
  await page.locator('textarea[name="text"]').fill(mine);
  await page.waitForTimeout(1_000);
  await page.reload();
  await settled(page);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.locator('textarea[name="text"]')).toHaveValue(mine);
});
