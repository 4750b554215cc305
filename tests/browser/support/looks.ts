// Expectations of every page in every state, whatever its subject.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { settled } from "./portal";
import { languages, type Language } from "./words";

/** A desktop screen, two widths with hardly enough room for columns, and the narrowest phone. */
const widths = [1280, 940, 700, 360] as const;

// Every page in both themes and at both widths. Colors do not depend on the width, so two looks do.
const looks = [
  { width: 1280, theme: "light", rules: "all" },
  { width: 360, theme: "dark", rules: "look" },
] as const;

/** Expects that this page in its current state is right in light and dark, wide and narrow. Restores it afterwards. */
export async function expectLooksRight(page: Page, what: string) {
  await expectInOrder(page, what);
  await asItWas(page, async () => {
    for (const { width, theme, rules } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((theme) => {
        document.documentElement.setAttribute("data-theme", theme);
        // Whatever is half under the bar at the top is no fault of the page.
        scrollTo(0, 0);
      }, theme);
      await atRest(page);
      const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      const seen = `${what}, ${theme}, ${width} px`;
      expect(scheme, seen).toBe(theme);
      await expectAccessible(page, seen, rules);
    }
  });
}

/**
 * Looks at a page that has come to rest; if there is JavaScript, closely and with axe. Without, the layout is the same but
 * for a button here and there, which has to have room on a phone.
 */
export async function look(page: Page, what: string, script: boolean) {
  await settled(page);
  await (script ? expectLooksRight(page, what) : expectInOrder(page, what, [360]));
}

/** Expects a language, a title, one heading, and no sideways scrolling. */
export async function expectInOrder(page: Page, what: string, at: readonly number[] = widths) {
  await expectTitled(page, what);
  await asItWas(page, async () => {
    for (const width of at) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sticksOut(page), `scrolls sideways: ${what}, ${width} px`).toEqual([]);
    }
  });
}

/** Expects a language, a title, and one heading. */
export async function expectTitled(page: Page, what: string) {
  await expect(page.locator("h1"), `one heading: ${what}`).toHaveCount(1);
  await expect(page.locator("h1"), `heading of ${what}`).toHaveText(/\S/);
  await expect(page, `title of ${what}`).toHaveTitle(/\S · Tierline$/);
  expect(languages, `language of ${what}`).toContain(await page.locator("html").getAttribute("lang"));
}

/** Whether the n-th page, or state of a story, is checked closely in this language: each is in one of them. */
export function closely(n: number, language: Language): boolean {
  return n % languages.length === languages.indexOf(language);
}

/** The elements that make the page, or a layer above it, wider than the window. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const described = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)}`;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page, ${root.scrollWidth} of ${root.clientWidth}`);
      for (const element of document.body.querySelectorAll("*")) {
        const words = document.createRange();
        words.selectNodeContents(element);
        const right = Math.max(element.getBoundingClientRect().right, words.getBoundingClientRect().right);
        if (right > root.clientWidth + 0.5 && found.length < 6) found.push(`${described(element)}, its content to ${Math.round(right)}`);
      }
    }
    for (const above of document.querySelectorAll("dialog[open], :popover-open")) {
      const box = above.getBoundingClientRect();
      if (box.left < -0.5 || box.right > root.clientWidth + 0.5 || above.scrollWidth > above.clientWidth) found.push(described(above));
    }
    return found;
  });
}

/** Waits until nothing moves or changes its color. */
async function atRest(page: Page) {
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));
}

/** Does this, then restores window and theme. */
async function asItWas(page: Page, look: () => Promise<void>) {
  const size = page.viewportSize();
  const theme = await page.locator("html").getAttribute("data-theme");
  try {
    await look();
  } finally {
    if (size) await page.setViewportSize(size);
    await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme ?? "system"), theme);
  }
}
