// A person with a keyboard and nothing else.
import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than on any page. */
const stops = 150;

/**
 * Presses Tab until the focus is on this, as a person would, and expects that it is visible there: it has the ring, and
 * nothing covers it.
 */
export async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    if (await hasFocus(wanted)) {
      await expect.poll(() => unseen(wanted), { message: `the focus is seen on ${wanted}` }).toBe("");
      return;
    }
  }
  throw new Error(`the Tab key does not lead to ${wanted}`);
}

/** Tabs there and presses Enter. */
export async function press(page: Page, wanted: Locator) {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Tabs there and types, replacing the current value. */
export async function write(page: Page, wanted: Locator, text: string) {
  await tabTo(page, wanted);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** The reason why a person would not see that the focus is here; empty if it is visible. */
function unseen(wanted: Locator): Promise<string> {
  return wanted.evaluate((element) => {
    const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
    if (style.outlineStyle === "none" && style.boxShadow === "none") return "no ring";
    const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const here = above !== null && (element.contains(above) || above.contains(element) || label.some((one) => one.contains(above)));
    return here ? "" : `covered by ${above?.outerHTML.slice(0, 80) ?? "nothing: outside of the window"}`;
  });
}
