// The browser's download until a page is hydrated, in bytes after brotli: against the limit, above which it fails, and
// against the goal, toward which the limit is lowered step by step.
// usage: node budget.mjs SITE BUDGET.json KIND WORDS...   (WORDS: the file of words in each language)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [site, budgetFile, kind, ...wordFiles] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(budgetFile, "utf8"))[kind];
const areas = JSON.parse(readFileSync(join(site, "pkg/areas.json"), "utf8"));

const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const known = new Map();
function bytes(path) {
  if (!known.has(path)) known.set(path, brotliCompressSync(readFileSync(path), { params }).length);
  return known.get(path);
}
const sum = (files) => [...files].reduce((total, file) => total + bytes(join(site, "pkg", file.split("?")[0])), 0);

const main = sum(["tierline.js", "tierline.wasm"]);
// The largest of the languages.
const words = Math.max(...wordFiles.map(bytes));
const first = new Set(areas[budget.first_area]);
const rows = [
  ["sign-in", main + words, budget.public],
  [`invitation (${budget.public_area})`, main + words + sum(areas[budget.public_area]), budget.public],
  [`first signed-in page (${budget.first_area})`, main + words + sum(first), budget.first],
  ...Object.keys(areas)
    .filter((area) => area !== budget.first_area && area !== budget.public_area)
    .sort()
    .map((area) => [`${area}, after the first page`, sum(areas[area].filter((file) => !first.has(file))), budget.area]),
];

const kb = (size) => (size / 1000).toFixed(1).padStart(7);
console.log(`    of it: main module and script ${kb(main).trim()} KB, words ${kb(words).trim()} KB`);
let over = 0;
for (const [name, size, { goal, limit }] of rows) {
  const wrong = size > limit ? `: ${kb(size - limit).trim()} KB OVER THE LIMIT` : "";
  const missing = size > goal ? `, ${kb(size - goal).trim()} KB from the goal of ${kb(goal).trim()}` : "";
  over += Number(size > limit);
  console.log(`    ${kb(size)} KB of ${kb(limit)}  ${name}${missing}${wrong}`);
}
process.exit(over > 0 ? 1 : 0);
