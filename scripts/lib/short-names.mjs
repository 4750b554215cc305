// Shortens the names by which the module imports what its script has for it. Each ends with the digits of a hash, which
// no compression makes shorter, and stands in both files: 6 KB of the first page.
// usage: node short-names.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { IMPORTS, imported, joined, number, split, text } from "./wasm.mjs";

const [folder] = process.argv.slice(2);
const FROM = "./tierline_bg.js";

const short = new Map();
function shortened({ from, name }) {
  if (from !== FROM) return name;
  if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
  return short.get(name);
}

const path = join(folder, "tierline.wasm");
const module = readFileSync(path);
const sections = [...split(module)];
const imports = sections.find(({ id }) => id === IMPORTS);
const all = [...imported(imports.body)];
imports.body = Buffer.concat([
  number(all.length),
  ...all.flatMap((it) => [text(it.from), text(shortened(it)), it.what]),
]);
writeFileSync(path, joined(module, sections));

// The names are keys in the script's table of imports, and nothing else is called by one of them.
const script = join(folder, "tierline.js");
const found = new Set();
const renamed = readFileSync(script, "utf8").replace(/[A-Za-z_$][\w$]*/g, (word) => {
  const name = short.get(word);
  if (name === undefined) return word;
  found.add(word);
  return name;
});
const missing = [...short.keys()].filter((name) => !found.has(name));
if (short.size === 0 || missing.length > 0) {
  throw new Error(`the script does not name what the module imports (${missing.join(", ")}): is it another version of wasm-bindgen?`);
}
writeFileSync(script, renamed);
