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

/** Expects that axe finds no violations of WCAG 2.2 AA on this page. */
export async function expectAccessible(page: Page, what: string) {
  // Evaluated through the debugger, which no content security policy forbids; once per document is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const results: AxeResults = await page.evaluate(
    // @ts-expect-error axe was put there by the line above
    (options) => window.axe.run(document, options),
    everything,
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
