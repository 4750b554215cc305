import assert from "node:assert/strict";
import { test } from "node:test";

import { wrapped } from "./wrap.mjs";

const word = "words ".repeat(25).trim();
const first = "words ".repeat(20).trim();
const rest = "words ".repeat(5).trim();

test("what is too long goes on in the next line of its paragraph", () => {
  const { long, text } = wrapped(`${word}\nand more\n\nelse`, true);
  assert.deepEqual(long, [1]);
  assert.equal(text, `${first}\n${rest} and more\n\nelse`);
});

test("a list goes on below its text, and the next point stays one", () => {
  const { text } = wrapped(`- ${word}\n- second`, true);
  assert.equal(text, `- ${first.slice(0, -6)}\n  words ${rest}\n- second`);
});

test("tables and code stand as they are", () => {
  for (const text of [`| ${word} |`, "```\n" + word + "\n```", `/// \`\`\`\n/// ${word}\n/// \`\`\`\n`]) {
    assert.deepEqual(wrapped(text, !text.startsWith("///")), { long: [], text });
  }
});

test("comments that document keep their mark, code is not looked at", () => {
  const { long, text } = wrapped(`    /// ${word}\nlet it = "${word}";\n// ${word}`, false);
  assert.deepEqual(long, [1]);
  assert.equal(text.split("\n")[1].startsWith("    /// words"), true);
  assert.equal(text.split("\n").length, 4);
});
