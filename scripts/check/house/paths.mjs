// The paths that a Rust file names: those of its `use` lines and those in its code, each written out from the crate's
// root. Good enough for formatted code that compiles: names are looked up in the file's own `use` lines, and nowhere else.

const TOKEN =
  /\/\/[^\n]*|\/\*|[bc]?r(#*)"|[bc]?"(?:[^"\\]|\\[\s\S])*"|b?'(?:[^'\\\n]|\\(?:x..|u\{[^}]*\}|.))'|'\w+|r#\w+|\w+|::|\S|\n/g;

/** The words and signs of a file with their lines, without comments, strings and characters. */
function tokens(source) {
  const found = [];
  let line = 1;
  const lines = (text) => {
    for (const letter of text) if (letter === "\n") line += 1;
  };
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(source)); ) {
    const [text, hashes] = match;
    if (text === "/*" || hashes !== undefined) {
      const end = hashes === undefined ? endOfComment(source, TOKEN.lastIndex) : endOfRaw(source, TOKEN.lastIndex, hashes);
      lines(source.slice(match.index, end));
      TOKEN.lastIndex = end;
    } else if (text === "\n" || text.startsWith("//") || /^([bc]?"|b?'.*')/s.test(text)) {
      lines(text);
    } else {
      found.push({ text, line });
    }
  }
  return found;
}

function endOfComment(source, from) {
  let depth = 1;
  let at = from;
  while (depth > 0 && at < source.length) {
    const next = source.slice(at, at + 2);
    if (next === "/*" || next === "*/") {
      depth += next === "/*" ? 1 : -1;
      at += 2;
    } else {
      at += 1;
    }
  }
  return at;
}

function endOfRaw(source, from, hashes) {
  const end = source.indexOf(`"${hashes}`, from);
  return end < 0 ? source.length : end + 1 + hashes.length;
}

const isName = (token) => token !== undefined && /^(r#)?[A-Za-z_]\w*$/.test(token.text);

/**
 * @param {string} source
 * @param {string[]} module the file's module, as `["order", "command"]`
 * @returns {{ line: number, path: string[] }[]} paths from `crate` or from the name of another crate
 */
export function paths(source, module) {
  const all = tokens(source);
  const found = [];
  const bound = new Map();
  const inline = [];
  // Modules that are written inside the file, by the open braces.
  const open = [];
  for (let at = 0; at < all.length; at += 1) {
    const { text, line } = all[at];
    if (text === "{") {
      open.push(null);
    } else if (text === "}") {
      open.pop();
    } else if (text === "mod" && isName(all[at + 1]) && all[at + 2]?.text === "{") {
      open.push(all[at + 1].text);
      at += 2;
    } else if (text === "use" && all[at + 1]?.text !== "<") {
      const here = [...module, ...open.filter((name) => name !== null)];
      at = readUse(all, at + 1, [], (path, name, where) => {
        const whole = resolved(path, here);
        if (whole === null) return;
        found.push({ line: where, path: whole, inTests: open.includes("tests") });
        if (name !== "*" && name !== "_") bound.set(name, whole);
      });
    } else if (isName(all[at]) && all[at - 1]?.text !== "::") {
      const path = [text];
      let next = at + 1;
      while (all[next]?.text === "::" && isName(all[next + 1])) {
        path.push(all[next + 1].text);
        next += 2;
      }
      if (path.length > 1) {
        const here = [...module, ...open.filter((name) => name !== null)];
        inline.push({ line, path, here, inTests: open.includes("tests") });
        at = next - 1;
      }
    }
  }
  for (const { line, path, here, inTests } of inline) {
    const known = bound.get(path[0]);
    const whole = known ? [...known, ...path.slice(1)] : resolved(path, here);
    if (whole !== null) found.push({ line, path: whole, inTests });
  }
  return found;
}

/** Reads one tree of a `use` line, starting at `at`; returns the end. */
function readUse(all, at, prefix, leaf) {
  const path = [...prefix];
  const line = all[at]?.line ?? 0;
  for (; at < all.length; at += 1) {
    const { text } = all[at];
    if (text === "{") {
      at += 1;
      while (all[at] && all[at].text !== "}") {
        at = readUse(all, at, path, leaf);
        if (all[at]?.text === ",") at += 1;
      }
      return at + 1;
    }
    if (text === "*") {
      leaf(path, "*", line);
      return at + 1;
    }
    if (text === "as") {
      leaf(withoutSelf(path), all[at + 1].text, line);
      return at + 2;
    }
    if (isName(all[at])) {
      path.push(text);
    } else if (text !== "::") {
      break;
    }
  }
  const whole = withoutSelf(path);
  leaf(whole, whole.at(-1), line);
  return at;
}

// `use a::b::{self}` names `a::b`; a path that begins with `self` keeps it.
const withoutSelf = (path) => (path.length > 1 && path.at(-1) === "self" ? path.slice(0, -1) : path);

/** The path from the crate's root; `null` for a relative one, which stays inside the file's own module. */
function resolved(path, here) {
  if (path[0] === "crate") return path;
  if (path[0] !== "super" && path[0] !== "self") return /^[a-z_]/.test(path[0]) ? path : null;
  let at = 0;
  let from = here;
  for (; path[at] === "super" || path[at] === "self"; at += 1) {
    if (path[at] === "super") from = from.slice(0, -1);
  }
  return ["crate", ...from, ...path.slice(at)];
}
