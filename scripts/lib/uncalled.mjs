// Empties functions that nothing in a browser calls, and that are linked only because tables of functions name them: of
// each kind of view, how it is taken over bit by bit (we take over a page at once), and how a server lists its routes.
// A call of one would stop there. Small ones are left: the compiler makes one of functions that came out
// the same, and the one that is kept may have this name and be called by another.
// usage: node uncalled.mjs FOLDER
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { CODE, CUSTOM, IMPORTS, Reader, imported, joined, number, split } from "./wasm.mjs";

const [folder] = process.argv.slice(2);
const UNCALLED = /hydrate_async.*closure|generate_routes/;
const SMALL = 200;
// No locals, `unreachable`, `end`.
const EMPTY = Buffer.from([3, 0, 0x00, 0x0b]);

let emptied = 0;

function without(module) {
  const sections = [...split(module)];
  const imports = sections.find(({ id }) => id === IMPORTS);
  const code = sections.find(({ id }) => id === CODE);
  const names = sections.find(({ id, body }) => id === CUSTOM && body.subarray(1, 5).toString() === "name");
  if (!code || !names) return module;
  const first = imports ? [...imported(imports.body)].filter(({ kind }) => kind === 0).length : 0;
  const uncalled = new Set([...functionNames(names.body)].filter(([, name]) => UNCALLED.test(name)).map(([index]) => index));
  const reader = new Reader(code.body);
  const count = reader.number();
  const bodies = [number(count)];
  for (let index = first; index < first + count; index += 1) {
    const start = reader.at;
    reader.skip(reader.number());
    const empty = uncalled.has(index) && reader.at - start > SMALL;
    emptied += Number(empty);
    bodies.push(empty ? EMPTY : code.body.subarray(start, reader.at));
  }
  code.body = Buffer.concat(bodies);
  return joined(module, sections);
}

function* functionNames(body) {
  const reader = new Reader(body, 5);
  while (reader.at < body.length) {
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === 1) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const index = reader.number();
        const length = reader.number();
        yield [index, body.subarray(reader.at, reader.at + length).toString()];
        reader.skip(length);
      }
    }
    reader.at = end;
  }
}

for (const name of readdirSync(folder).filter((name) => name.endsWith(".wasm"))) {
  const path = join(folder, name);
  writeFileSync(path, without(readFileSync(path)));
}
if (emptied === 0) throw new Error("no function is called what it was: is it another version of leptos?");
