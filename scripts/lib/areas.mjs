// Prepares the output of wasm-split for a browser, and writes its loader anew:
// - data for debuggers only is left out;
// - code shared by several areas comes in dozens of small modules, one for each set of areas: those hardly worth a request
//   are packed. One pack has those of the FIRST area, whose page mostly comes first; one those that many of the others
//   share; the rest are in a pack for each area. Two packs may have the same module: the loader starts it once. An area
//   that is loaded ALONE, before anybody is signed in, has one pack with all that it needs;
// - the content's hash goes into each address, so that browsers keep each version for good;
// - areas.json lists the modules of each area, so that a page can request them before the main module runs, and those
//   that many areas share, which are fetched when the first page is there; and it names the areas that come first;
// - words.json lists the keys of the texts that the first page needs, and those that others need. A key is a constant of
//   the code, or stands in a table (app/src/i18n/dictionary.rs).
// usage: node areas.mjs FOLDER FIRST ALONE...
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...early] = process.argv.slice(2);
const [first, ...alone] = early;
const LOADER = "__wasm_split.js";
const PACK = "shared_";
// Of the format of modules.
const CUSTOM = 0;
const CODE = 10;
const DATA = 11;
const I32_CONST = 0x41;
// A module of fewer bytes goes into a pack.
const SMALL = 12_000;
// So many areas share a module of the common pack.
const MANY = 3;
// A module of more bytes, such as that of lists, is fetched when an area needs it.
const LARGE = 30_000;

const path = (name) => join(folder, name);
const cut = understand(readFileSync(path(LOADER), "utf8"));
const modules = new Map([...cut.areas.values()].flat().map((name) => [name, withoutNotes(readFileSync(path(name)))]));
writeFileSync(path("words.json"), JSON.stringify(neededWords()));
const small = [...modules.keys()].filter((name) => name.startsWith("chunk_") && modules.get(name).length < SMALL);
const isSmall = new Set(small);
const together = [...cut.areas].filter(([area]) => !alone.includes(area)).map(([, needs]) => needs);
const ofFirst = new Set(cut.areas.get(first));
const isOfMany = (name) =>
  !ofFirst.has(name) && modules.get(name).length < LARGE && together.filter((needs) => needs.includes(name)).length >= MANY;
const ofMany = new Set([...modules.keys()].filter(isOfMany));
const packed = new Map([...cut.areas].map(([area, needs]) => [area, pack(area, needs)]));
const later = [...modules.keys()].filter((name) => name === `${PACK}many.bin` || (ofMany.has(name) && !isSmall.has(name)));
for (const name of small) {
  rmSync(path(name));
  modules.delete(name);
}
const addresses = new Map();
for (const [name, content] of modules) {
  writeFileSync(path(name), content);
  addresses.set(name, `${name}?v=${createHash("sha256").update(content).digest("hex").slice(0, 16)}`);
}
// An area's own module comes last: it starts when the others are there.
const areas = Object.fromEntries(
  [...packed].map(([area, files]) => [area, files.map((name) => addresses.get(name))]),
);
writeFileSync(path(LOADER), loader(cut.shared, areas));
writeFileSync(path("areas.json"), JSON.stringify({ areas, early, later: later.map((name) => addresses.get(name)) }));

// The keys in the main module and in those of the first page, and those in all others.
function neededWords() {
  const ofEarly = new Set(early.flatMap((area) => cut.areas.get(area)));
  const found = { first: keysOf(readFileSync(path("tierline.wasm")), new Set()), then: new Set() };
  for (const [name, module] of modules) keysOf(module, ofEarly.has(name) ? found.first : found.then);
  return { first: [...found.first], then: [...found.then].filter((key) => !found.first.has(key)) };
}

// All that may be a key: there are a few other numbers like them, which name no text.
function keysOf(module, keys) {
  const add = (number) => {
    if (number >>> 30 === 0b10) keys.add(number >>> 0);
  };
  for (const [kind, start, end] of sectionsOf(module)) {
    for (let at = start; kind === CODE && at < end - 5; at++) {
      if (module[at] !== I32_CONST || module[at + 5] > 0x7f) continue;
      const bytes = module.subarray(at + 1, at + 6);
      if (bytes.subarray(0, 4).every((byte) => byte > 0x7f)) {
        add(bytes.reduce((number, byte, index) => number | ((byte & 0x7f) << (7 * index)), 0));
      }
    }
    for (let at = start; kind === DATA && at <= end - 4; at++) add(module.readInt32LE(at));
  }
  return keys;
}

// The content of wasm-split's own loader: the exports that modules share with the main one, and the modules of each
// area.
function understand(code) {
  const shared = /const \{([\w\s,]+)\} = initSync\(/.exec(code)?.[1].split(",").map((name) => name.trim()).filter(Boolean);
  const file = /new URL\("\.\/([^"]+)"/;
  const chunks = new Map();
  for (const [whole, variable] of code.matchAll(/^const (__chunk_\d+) = makeLoad\([\s\S]*?, \[\]\);$/gm)) {
    chunks.set(variable, file.exec(whole)?.[1]);
  }
  const areas = new Map();
  for (const [whole, area, needs] of code.matchAll(/^export const __wasm_split_load_(\w+) = [\s\S]*?, \[([\w\s,]*)\]\)\);$/gm)) {
    const others = needs.split(",").map((variable) => variable.trim()).filter(Boolean);
    areas.set(area, [...others.map((variable) => chunks.get(variable)), file.exec(whole)?.[1]]);
  }
  if (!shared || areas.size === 0 || [...areas.values()].flat().some((name) => !name)) {
    throw new Error(`${LOADER} is not as it was known: is it from another version of wasm-split?`);
  }
  return { shared, areas };
}

// The files of an area: first the packs with its small modules, then the others.
function pack(area, needs) {
  const few = needs.filter((name) => isSmall.has(name));
  const kinds = { [first]: (name) => ofFirst.has(name), many: (name) => ofMany.has(name), [area]: () => true };
  const packs = [];
  let rest = few;
  for (const [name, has] of Object.entries(alone.includes(area) ? { [area]: () => true } : kinds)) {
    const found = rest.filter(has);
    rest = rest.filter((one) => !found.includes(one));
    if (found.length > 0) packs.push(filled(name, name === area ? found : small.filter(has)));
  }
  return [...packs, ...needs.filter((name) => !isSmall.has(name))];
}

// The pack of this name.
function filled(name, content) {
  const file = `${PACK}${name}.bin`;
  modules.set(file, Buffer.concat(content.flatMap((one) => [headOf(one), modules.get(one)])));
  return file;
}

// Which module it is, and how long.
function headOf(name) {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(small.indexOf(name));
  head.writeUInt32LE(modules.get(name).length, 4);
  return head;
}

// The module without its custom sections: names of functions, producers.
function withoutNotes(module) {
  const kept = [module.subarray(0, 8)];
  for (const [kind, , end, head] of sectionsOf(module)) {
    if (kind !== CUSTOM) kept.push(module.subarray(head, end));
  }
  return Buffer.concat(kept);
}

// Each section: its kind, the start and end of its content, and where its head begins.
function sectionsOf(module) {
  const sections = [];
  for (let at = 8; at < module.length; ) {
    const head = at;
    const kind = module[at++];
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = module[at++];
      length |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    sections.push([kind, at, at + length, head]);
    at += length;
  }
  return sections;
}

// A loaded module is remembered, a failure is not: the next request tries again.
function loader(shared, areas) {
  return `import { initSync } from "./tierline.js";
const areas = ${JSON.stringify(areas)}, early = ${JSON.stringify(early)}, loaded = {}, started = [];
let imports;
function shared() {
  if (!imports) {
    const { ${shared.join(", ")} } = initSync(undefined, undefined);
    imports = { __wasm_split: { ${shared.join(", ")} } };
  }
  return imports;
}
async function pack(response) {
  const found = await response, parts = [];
  if (!found.ok) throw new Error(found.status);
  const all = await found.arrayBuffer(), view = new DataView(all);
  for (let at = 0; at < all.byteLength; ) {
    const which = view.getUint32(at, true), length = view.getUint32(at + 4, true);
    parts.push(started[which] ??= WebAssembly.instantiate(new Uint8Array(all, at + 8, length), shared()).catch((error) => {
      delete started[which];
      throw error;
    }));
    at += 8 + length;
  }
  return Promise.all(parts);
}
function once(file, before) {
  if (!loaded[file]) {
    const response = fetch(new URL(file, import.meta.url));
    const start = () => file.startsWith("${PACK}") ? pack(response) : WebAssembly.instantiateStreaming(response, shared());
    response.catch(() => {});
    loaded[file] = before.then(start).catch((error) => {
      delete loaded[file];
      throw error;
    });
  }
  return loaded[file];
}
async function load(area, index, data) {
  let success = true;
  try {
    const others = [...areas[area]], own = others.pop();
    // The words of other pages than the first: start.js fetches them.
    const words = early.includes(area) ? undefined : globalThis.moreWords?.();
    await once(own, Promise.all([words, ...others.map((file) => once(file, Promise.resolve()))]));
  } catch (error) {
    console.error(error);
    success = false;
  }
  shared().__wasm_split.__indirect_function_table.get(index)(data, success);
}
${Object.keys(areas)
  .map((area) => `export const __wasm_split_load_${area} = (index, data) => void load("${area}", index, data);`)
  .join("\n")}
`;
}
