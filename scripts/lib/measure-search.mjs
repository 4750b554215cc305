// node measure-search.mjs BASE RUNS: medians of searching the customers of the demo's largest provider.
const [base, runs] = process.argv.slice(2);

const searches = [
  "", "a", "s", "x", "z", "1", "za", "zephyr", "bakery", "company", "example", "northwind", "qqq",
  "z company", "s b", "x q", "group qqq", "zephyr zoo", "pine bakery group", "customers z",
  "宏", "公司", "宏 公司", "龍", "聯強",
].map((search) => ({ search }));
const sorted = ["a", "z", "qqq", "公司"].flatMap((search) =>
  ["-name", "since", "-since"].map((sort) => ({ search, sort })),
);

const answer = await fetch(`${base}/api/sign-in`, {
  method: "POST",
  redirect: "manual",
  headers: { origin: base, referer: `${base}/sign-in` },
  body: new URLSearchParams({
    email: "grace.lin@contoso-distribution.example",
    password: "four quiet lanterns",
  }),
});
const cookie = answer.headers.getSetCookie().map((it) => it.split(";")[0]).join("; ");

async function milliseconds(query) {
  const began = performance.now();
  const page = await fetch(`${base}/api/customers?${new URLSearchParams({ query })}`, { headers: { cookie } });
  const { customers } = await page.json();
  const total = `${customers.is_at_least ? ">= " : ""}${customers.total}`;
  return [performance.now() - began, total];
}

let first;
for (const query of [...searches, ...sorted]) {
  const text = new URLSearchParams(query).toString();
  const times = [];
  let total;
  // One more than is counted, for what is read the first time.
  for (let run = 0; run <= Number(runs); run++) {
    const [took, found] = await milliseconds(text);
    total = found;
    if (run > 0) times.push(took);
  }
  const median = times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
  first ??= median;
  const times_first = (median / first).toFixed(1);
  console.log(`${median.toFixed(1).padStart(8)} ms ${times_first.padStart(6)} times  ${total.padEnd(10)} ${Object.values(query).join(" ")}`);
}
