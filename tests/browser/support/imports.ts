// Files that are imported, whatever they hold.
import { expect, type Page } from "@playwright/test";

/** Uploads a file, and waits for the page of its import. */
export async function upload(page: Page, name: string, content: string) {
  const form = page.locator('form[action="/import-files"]');
  await form.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await form.locator('button[type="submit"]').click();
  await page.waitForURL(/\/(imports|licenses\/import\/[0-9a-f-]+)\/[0-9a-f-]+$/);
}

/** Waits until the server has done its part: with scripts the page follows by itself. */
export async function worked(page: Page, script: boolean) {
  await expect(async () => {
    if (!script) await page.reload();
    await expect(page.locator("main progress")).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}
