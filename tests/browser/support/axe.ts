// axe-core, injected into the page by the test, past the page's content security policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** What a theme and a width decide: colors and sizes, and the names and order of what another width does not show. */
const looks: RunOptions = {
  runOnly: [
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
    "button-name",
    "heading-order",
    "label",
    "link-name",
    "region",
    "summary-name",
  ],
  resultTypes: ["violations"],
};

/**
 * Expects that axe finds no violations of WCAG 2.2 AA on this page; by the rules about its look alone, where it was judged
 * by all in another theme and width.
 */
export async function expectAccessible(page: Page, what: string, rules: "all" | "look" = "all") {
  // Evaluated through the debugger, which no content security policy forbids; once per document is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const results: AxeResults = await page.evaluate(
    // @ts-expect-error axe was put there by the line above
    (options) => window.axe.run(document, options),
    rules === "all" ? everything : looks,
  );
  const found = results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} (${violation.nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1, 3).join(" ").trim()}`)
        .join("; ")})`,
  );
  expect(found, what).toEqual([]);
}
