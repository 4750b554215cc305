// The browser's download until a page works, in bytes after brotli, against its limits.
// usage: node budget.mjs SITE BUDGET.json KIND WORDS...   (WORDS: the two files of words in each language, LANGUAGE and
// LANGUAGE.more)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [site, budgetFile, kind, ...wordFiles] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(budgetFile, "utf8"))[kind];
const { areas, early, later } = JSON.parse(readFileSync(join(site, "pkg/areas.json"), "utf8"));

// The area of the first signed-in page, and those that are loaded before anybody is signed in.
const [firstArea, ...alone] = early;

const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const known = new Map();
function bytes(path) {
  if (!known.has(path)) known.set(path, brotliCompressSync(readFileSync(path), { params }).length);
  return known.get(path);
}
const sum = (files) => [...files].reduce((total, file) => total + bytes(join(site, "pkg", file.split("?")[0])), 0);

// The largest of the languages.
const isMore = (file) => file.endsWith(".more");
const words = Math.max(...wordFiles.filter((file) => !isMore(file)).map(bytes));
const moreWords = Math.max(...wordFiles.filter(isMore).map(bytes));
const main = sum(["tierline.js", "tierline.wasm"]) + words;
// The modules that many areas share come after it, while the user looks at it. They count all the same.
const first = new Set([...areas[firstArea], ...later]);
const rows = [
  ["sign-in and invitation, beside the page", bytes("app/src/shell/once.js") + bytes("app/src/shell/plain.js") + sum(["tierline.css"]), budget.public],
  ...alone.map((area) => [`${area}, with all that it needs`, main + sum(areas[area]), budget.alone]),
  [`first signed-in page (${firstArea})`, main + sum(areas[firstArea]), budget.first],
  ["the same, with what most pages share", main + moreWords + sum(first), budget.shared],
  ...Object.keys(areas)
    .filter((area) => area !== firstArea && !alone.includes(area))
    .sort()
    .map((area) => [`${area}, after that`, sum(areas[area].filter((file) => !first.has(file))), budget.area]),
];

const kb = (size) => (size / 1000).toFixed(1).padStart(7);
let over = 0;
for (const [name, size, limit] of rows) {
  const wrong = size > limit ? `: ${kb(size - limit).trim()} KB OVER THE LIMIT` : "";
  over += Number(size > limit);
  console.log(`    ${kb(size)} KB of ${kb(limit)}  ${name}${wrong}`);
}
process.exit(over > 0 ? 1 : 0);
