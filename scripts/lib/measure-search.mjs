// node measure-search.mjs BASE RUNS: searching the customers of the demo's largest provider, beside the first page of them.
// Each search is asked in turn with the first page, so that both meet the same machine; told is the median of each, and
// how many times the one is of the other.
import { signIn } from "./by-turns.mjs";

const [base, runs] = process.argv.slice(2);

const words = [
  "a", "s", "x", "z", "q", "1", "za", "ze", "zephyr", "bakery", "company", "example", "northwind", "qqq",
  "z company", "company z", "s b", "x q", "group qqq", "group company", "zephyr zoo", "pine bakery group", "customers z",
  "e c g x", "a b c d e f g h", "184722", "宏", "公司", "龍", "聯強", "宏 公司", "公司 宏遠", "茶行 集團",
].map((search) => ({ search }));
const sorted = ["a", "z", "qqq", "company", "group company", "公司"].flatMap((search) =>
  ["-name", "since", "-since"].map((sort) => ({ search, sort })),
);

const cookie = await signIn(base, "grace.lin@contoso-distribution.example");

async function milliseconds(query) {
  const began = performance.now();
  const page = await fetch(`${base}/api/customers?${new URLSearchParams({ query })}`, { headers: { cookie } });
  const { customers } = await page.json();
  const total = `${customers.is_at_least ? ">= " : ""}${customers.total}`;
  return [performance.now() - began, total];
}

const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

for (const query of [...words, ...sorted]) {
  const text = new URLSearchParams(query).toString();
  const [found, first] = [[], []];
  let total;
  // One more than is counted, for what is read the first time.
  for (let run = 0; run <= Number(runs); run++) {
    const [page] = await milliseconds("");
    const [took, rows] = await milliseconds(text);
    total = rows;
    if (run > 0) (first.push(page), found.push(took));
  }
  const times = (median(found) / median(first)).toFixed(1);
  console.log(
    `${median(found).toFixed(1).padStart(8)} ms beside ${median(first).toFixed(1).padStart(6)} ms ${times.padStart(6)} times  ` +
      `${total.padEnd(10)} ${Object.values(query).join(" ")}`,
  );
}
