// axe-core, injected into the page by the test, past the page's content security policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Expects that axe finds nothing against WCAG 2.2 AA on this page. */
export async function expectAccessible(page: Page, what: string) {
  // Evaluated through the debugger, which no content security policy forbids.
  await page.evaluate(source);
  const results: AxeResults = await page.evaluate(() =>
    // @ts-expect-error axe was put there by the line above
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  const found = results.violations.map(
    (violation) => `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")})`,
  );
  expect(found, what).toEqual([]);
}
