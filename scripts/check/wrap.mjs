// Documentation is wrapped at 120 characters: Markdown, and Rust's doc comments. Tables and code stay as they are.
// usage: node scripts/check/wrap.mjs [--fix]

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const LIMIT = 120;

/** Numbers of the lines that are too long, and the text with those wrapped. */
export function wrapped(text, markdown) {
  const rows = text.split("\n");
  // The number of a row before anything was wrapped; 0 if it has received a part of the row above.
  const numbers = rows.map((_, at) => at + 1);
  const long = [];
  const written = [];
  let code = false;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    const [, mark, said] = markdown ? ["", "", row] : (/^(\s*\/\/[/!] ?)(.*)$/.exec(row) ?? []);
    if (said === undefined) {
      code = false;
    } else if (/^\s*(```|~~~)/.test(said)) {
      code = !code;
    } else if (!code && length(row) > LIMIT && !/^\s*(\||#|\[[^\]]+\]:|<)/.test(said)) {
      const end = breakable(row, mark.length);
      if (end > 0) {
        if (numbers[at] > 0) long.push(numbers[at]);
        const rest = row.slice(end).trimStart();
        const indent = mark + /^\s*(?:(?:[-*+]|\d+\.)\s+)?/.exec(said)[0].replace(/\S/g, " ");
        written.push(row.slice(0, end).trimEnd());
        const next = rows[at + 1];
        const nextSaid = next?.startsWith(mark) ? next.slice(mark.length) : undefined;
        const goesOn = nextSaid !== undefined && /^\s*[^\s|#>`~<[\-*+\d]|^\s*\*\*|^\s*[`[][^`\]]/.test(nextSaid);
        const sameIndent = goesOn && /^\s*/.exec(next.slice(mark.length))[0] === indent.slice(mark.length);
        if (sameIndent && !/^\s*```/.test(nextSaid)) {
          rows[at + 1] = `${indent}${rest} ${nextSaid.trimStart()}`;
          if (length(next) <= LIMIT) numbers[at + 1] = 0;
        } else {
          rows.splice(at + 1, 0, indent + rest);
          numbers.splice(at + 1, 0, 0);
        }
        continue;
      }
    }
    written.push(row);
  }
  return { long, text: written.join("\n") };
}

const length = (row) => [...row].length;

/** The last place before the limit where a line may end: a space, but not one before text that would begin a list. */
function breakable(row, from) {
  for (let at = LIMIT; at > from; at -= 1) {
    if (row[at] !== " " || row.slice(0, at).trim() === row.slice(0, from).trim()) continue;
    const rest = row.slice(at).trimStart();
    const inCode = (row.slice(from, at).split("`").length - 1) % 2 === 1;
    if (!inCode && !/^([-*+#>|]|\d+[.)])(\s|$)/.test(rest) && !/^\s*([-*+]|\d+\.)$/.test(row.slice(from, at))) return at;
  }
  return -1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fix = process.argv.includes("--fix");
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md", "*.rs"], { encoding: "utf8" });
  for (const file of files.split("\n").filter((name) => name !== "" && existsSync(name))) {
    const before = readFileSync(file, "utf8");
    const { long, text } = wrapped(before, file.endsWith(".md"));
    if (long.length === 0) continue;
    if (fix) writeFileSync(file, text);
    else console.log(`${file}: over ${LIMIT} characters, wrap with \`make fmt\`: line ${long.join(", ")}`);
    process.exitCode = fix ? 0 : 1;
  }
}
