// node measure-search.mjs BASE RUNS: searching the customers of the demo's largest provider, beside the first page of them.
// Each search is asked by turns with the first page, so that both meet the same machine; told is the median of each, and
// how many times the one is of the other; beyond the bar this fails.
import { listed, measure, read, rowsOf, signIn, Verdicts } from "./by-turns.mjs";

const [base, runs] = process.argv.slice(2);
const BAR = 3;

const words = [
  "a", "s", "x", "z", "q", "1", "za", "ze", "zephyr", "bakery", "company", "example", "northwind", "qqq",
  "z company", "company z", "s b", "x q", "group qqq", "group company", "zephyr zoo", "pine bakery group", "customers z",
  "e c g x", "a b c d e f g h", "184722", "宏", "公司", "龍", "聯強", "宏 公司", "公司 宏遠", "茶行 集團",
].map((search) => ({ search }));
const sorted = ["a", "z", "qqq", "company", "group company", "公司"].flatMap((search) =>
  ["-name", "since", "-since"].map((sort) => ({ search, sort })),
);

const cookie = await signIn(base, "grace.lin@contoso-distribution.example");
const at = (query) => ({ base, cookie, path: listed("customers", query) });
const verdicts = new Verdicts();

for (const query of [...words, ...sorted]) {
  const asked = at(new URLSearchParams(query).toString());
  const { is_at_least: isAtLeast, total } = rowsOf(await read(asked));
  const rows = `${isAtLeast ? ">= " : ""}${total}`;
  verdicts.compare(Object.values(query).join(" "), await measure([at(""), asked], runs), { most: BAR, rows });
}
verdicts.end(`searches take more than ${BAR} times as long as the first page`);
