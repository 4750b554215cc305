// Checks that the files of a crate keep to the plan of the house.

import { paths } from "./paths.mjs";

/** `foo/bar.rs` and `foo/bar/baz.rs` as modules; the crate's root is the empty list. */
export function moduleOf(file) {
  const parts = file.replace(/\.rs$/, "").split("/");
  return parts.length === 1 && (parts[0] === "lib" || parts[0] === "main") ? [] : parts;
}

const isTest = (module) => module.includes("tests");

/**
 * The violations in the crates of a house.
 * @param plan the crates of `table.mjs`
 * @param {Map<string, Map<string, string>>} sources by crate, then by file below `src`
 * @returns {{ file: string, line: number, path: string, wrong: string, todo: string }[]}
 */
export function violations(plan, sources) {
  const found = [];
  for (const crate of plan) {
    const edges = new Map();
    for (const [file, source] of sources.get(crate.name)) {
      const module = moduleOf(file);
      const report = (line, path, wrong, todo) => {
        // A path that is named once more, or that lies below a known one, adds nothing.
        const known = found.some(
          (it) => it.file === `${crate.src}/${file}` && it.wrong === wrong && `${path}::`.startsWith(`${it.path}::`),
        );
        if (!known) found.push({ file: `${crate.src}/${file}`, line, path, wrong, todo });
      };
      const place = placeOf(crate, module);
      const knows = knowledge(crate, module);
      if (place === "unknown") {
        report(1, `crate::${module[0]}`, "is neither an area nor kit", "give it a place in scripts/check/house/table.mjs");
        continue;
      }
      for (const { line, path, inTests } of paths(source, module)) {
        const written = path.join("::");
        const never = crate.never.find((prefix) => matches(prefix, path));
        if (never) report(line, written, `${crate.src} never names ${never}`, "let the server do that, behind a trait");
        if (place === "root" || inTests || isTest(module)) continue;
        const forbidden = layerOf(crate, module)?.find((prefix) => matches(prefix, path));
        if (forbidden) {
          const layer = module[1];
          report(line, written, `a ${layer} never names ${forbidden}`, "hand over what it needs as a value of its own");
        }
        const target = targetOf(plan, crate, path, sources);
        if (!target || target.area === module[0]) continue;
        if (target.crate === crate && crate.areas.includes(module[0])) {
          const edge = edges.get(module[0])?.get(target.area) ?? { file: `${crate.src}/${file}`, line, path: written };
          if (!edges.has(module[0])) edges.set(module[0], new Map());
          edges.get(module[0]).set(target.area, edge);
        }
        if (place === "kit" && !(knows && (knows.of?.includes(target.area) ?? true))) {
          report(line, written, `${module[0]} is kit and knows no area`, "hand it over, or move it into the area");
        } else if (target.inside && !knows?.inside) {
          const face = `${target.crate.src}/${target.file}`;
          report(line, written, `reaches into ${target.area}`, `re-export it in ${face} and use \`${target.face}\``);
        }
      }
    }
    found.push(...circles(crate, edges));
  }
  return found;
}

function placeOf(crate, module) {
  if (module.length === 0) return "root";
  if (crate.areas.includes(module[0])) return "area";
  return crate.kit.includes(module[0]) || module[0] === "tests" ? "kit" : "unknown";
}

/** The table's entry for this module, or for one that contains it. */
function knowledge(crate, module) {
  const names = module.map((_, at) => module.slice(0, at + 1).join("::"));
  return crate.knows[names.findLast((name) => name in crate.knows)];
}

function layerOf(crate, module) {
  if (!crate.areas.includes(module[0]) || module.length < 2) return undefined;
  const layer = Object.keys(crate.layers).find((name) => module[1] === name || module[1].startsWith(`${name}_`));
  return layer && crate.layers[layer];
}

/** The area that a path leads to, here or in another crate, and whether it leads below its face. */
function targetOf(plan, here, path, sources) {
  const crate = path[0] === "crate" ? here : plan.find((it) => it.name === path[0]);
  if (!crate || !crate.areas.includes(path[1])) return undefined;
  const files = sources.get(crate.name);
  const below = path.slice(1);
  let depth = 0;
  while (depth + 1 < below.length && files.has(`${below.slice(0, depth + 2).join("/")}.rs`)) depth += 1;
  // A function of its module's name, re-exported: `customer::cancel` of `pub use cancel::cancel`.
  if (depth > 0 && below.length === depth + 1) {
    const again = new RegExp(`\\buse [^;]*\\b${below[depth]}::(\\{[^}]*\\b)?${below[depth]}\\b`);
    if (again.test(files.get(`${below.slice(0, depth).join("/")}.rs`))) depth -= 1;
  }
  // Other areas may use the face of a layer, too: `customer::model::CustomerRow`.
  const door = crate.doors?.includes(below[1]) ? 1 : 0;
  return {
    crate,
    area: path[1],
    inside: depth > door,
    face: [path[0], ...below.slice(0, door + 1), below[depth + 1] ?? "…"].join("::"),
    file: `${below.slice(0, door + 1).join("/")}.rs`,
  };
}

/** `a::*::b` is `b` of anything in `a`. */
function matches(prefix, path) {
  const parts = prefix.split("::");
  return parts.length <= path.length && parts.every((part, at) => part === "*" || part === path[at]);
}

/** Areas that use each other, also indirectly: one report for each cycle, with the paths that close it. */
function circles(crate, edges) {
  const reach = new Map(crate.areas.map((area) => [area, reachable(edges, area)]));
  const left = new Set(crate.areas);
  const found = [];
  for (const area of crate.areas) {
    if (!left.has(area)) continue;
    const knot = crate.areas.filter((it) => reach.get(area).has(it) && reach.get(it).has(area));
    if (knot.length < 2) continue;
    knot.forEach((it) => left.delete(it));
    const ties = knot.flatMap((from) =>
      [...(edges.get(from) ?? [])]
        .filter(([to]) => knot.includes(to))
        .map(([to, edge]) => `${from} -> ${to} (${edge.file}:${edge.line} ${edge.path})`),
    );
    found.push({
      file: crate.src,
      line: 0,
      path: knot.join(" <-> "),
      wrong: "areas use each other in a circle",
      todo: `put what two of them need into an area or kit of its own:\n      ${ties.join("\n      ")}`,
    });
  }
  return found;
}

function reachable(edges, from) {
  const seen = new Set();
  const next = [...(edges.get(from)?.keys() ?? [])];
  while (next.length > 0) {
    const area = next.pop();
    if (seen.has(area)) continue;
    seen.add(area);
    next.push(...(edges.get(area)?.keys() ?? []));
  }
  return seen;
}

/** The violations that no exception covers, and the exceptions that cover nothing. */
export function judged(found, exceptions) {
  const named = (pattern, text) => (pattern.endsWith("*") ? text.startsWith(pattern.slice(0, -1)) : text === pattern);
  const covers = (exception, it) =>
    named(exception.file, it.file) && named(exception.path, it.path) && it.wrong.includes(exception.wrong ?? "");
  return {
    broken: found.filter((it) => !exceptions.some((exception) => covers(exception, it))),
    idle: exceptions.filter((exception) => !found.some((it) => covers(exception, it))),
  };
}
