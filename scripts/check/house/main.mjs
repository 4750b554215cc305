// Checks that areas keep out of each other's insides, and that nothing reaches up to the browser. The plan is in
// table.mjs, the justified exceptions are in exceptions.mjs.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { exceptions } from "./exceptions.mjs";
import { judged, violations } from "./rules.mjs";
import { house } from "./table.mjs";

function rustFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".rs"));
  const named = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  return new Map(named.map((file) => [relative(folder, file), readFileSync(file, "utf8")]));
}

const sources = new Map(house.map((crate) => [crate.name, rustFiles(crate.src)]));
const { broken, idle } = judged(violations(house, sources), exceptions);
for (const { file, line, path, wrong, todo } of broken) {
  console.log(`${file}${line ? `:${line}` : ""}: \`${path}\`: ${wrong}\n    ${todo}`);
}
for (const { file, path } of idle) {
  console.log(`scripts/check/house/exceptions.mjs: ${file} no longer names \`${path}\`: take it out`);
}
process.exitCode = broken.length + idle.length > 0 ? 1 : 0;
