// node measure-size.mjs SMALL LARGE RUNS: the operator's queues and lists and the public directory, asked of a server with
// a small program and of one with a large one, by turns, so that whatever else the machine does meets both. Told is the
// median of each, and how many times the one is of the other; beyond the bar this fails.
// A search or filter that leaves less than a page in the small program is held against the first page of its list there.
const [small, large, runs] = process.argv.slice(2);
const BAR = 1.3;
const PAGE = 50;

/** What is asked of each list, by the function that answers it. */
const LISTS = {
  organizations: [
    "sort=-name", "sort=since", "sort=-since", "capability=customer", "capability=indirect_provider", "state=active",
    "state=enrolling", "state=suspended", "capability=indirect_reseller&state=enrolling", "country=DE", "country=TW",
    "search=a", "search=zephyr", "search=bakery", "search=group+company", "search=companies", "search=公司", "search=qqq",
    "search=20000001", "search=bakery&sort=-since", "search=bakery&country=DE",
  ],
  cases: [
    "sort=-since", "sort=name", "sort=-name", "state=appealed", "state=documents", "state=proposed", "state=contact",
    "state=applicant", "state=done", "state=all", "reviewer=me", "reviewer=nobody", "late=yes", "late=yes&reviewer=nobody",
    "country=DE", "country=TW", "state=all&country=TW", "search=a", "search=zephyr", "search=bakery", "search=group+company",
    "search=companies", "search=公司", "search=qqq", "search=bakery&sort=name", "search=bakery&state=all",
  ],
  "listing-changes": ["sort=-submitted", "sort=name", "state=approved", "state=all", "search=bakery", "search=a", "search=qqq"],
  registry: [
    "sort=-name", "sort=locations", "sort=-locations", "sort=since", "sort=-since", "state=active", "state=inactive",
    "country=DE", "country=TW", "search=a", "search=zephyr", "search=bakery", "search=companies", "search=qqq",
    "search=20000001", "search=公司",
  ],
  "dead-mails": ["sort=at", "search=a", "search=zephyr", "search=bakery", "search=group+company", "search=公司", "search=qqq",
    "search=bakery&sort=at"],
  mailbox: ["sort=at", "search=a", "search=zephyr", "search=bakery", "search=group+company", "search=公司", "search=qqq"],
  "find-providers": [
    "place=DE", "place=TW", "service=support", "service=financing", "near=DE", "near=TW", "near=US&service=support",
    "search=a", "search=bakery", "search=qqq", "search=公司", "search=bakery&near=DE", "search=bakery&place=DE",
  ],
};

const answer = async (base, path) => {
  const cookie = cookies.get(base);
  const began = performance.now();
  const page = await fetch(`${base}${path}`, { headers: cookie ? { cookie } : {} });
  const text = await page.text();
  if (!page.ok) throw new Error(`${path}: ${page.status} ${text.slice(0, 200)}`);
  return { text, took: performance.now() - began };
};

const cookies = new Map();
for (const base of [small, large]) {
  const signedIn = await fetch(`${base}/api/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: base, referer: `${base}/sign-in` },
    body: new URLSearchParams({ email: "robin.counts@program.example", password: "four quiet lanterns" }),
  });
  cookies.set(base, signedIn.headers.getSetCookie().map((it) => it.split(";")[0]).join("; "));
}

/** The rows of a list's answer, wherever they stand in it. */
function rowsOf(value) {
  if (Array.isArray(value?.rows) && "total" in value) return value;
  for (const part of Object.values(value ?? {})) {
    const found = part && typeof part === "object" && !Array.isArray(part) && rowsOf(part);
    if (found) return found;
  }
  return null;
}

const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

/** The medians of both, asked by turns. One more than is counted, for what is read the first time. */
async function measure(paths) {
  const times = paths.map(() => []);
  for (let run = 0; run <= Number(runs); run++) {
    for (const [place, path] of paths.entries()) {
      const { took } = await answer([small, large][place], path);
      if (run > 0) times[place].push(took);
    }
  }
  return times.map(median);
}

let beyond = 0;
function tell(name, [before, after], rows, least = 0) {
  const held = Math.max(before, least);
  const times = after / held;
  if (times > BAR) beyond++;
  const cell = (value) => value.toFixed(1).padStart(7);
  const verdict = times > BAR ? " beyond" : "";
  console.log(`${cell(after)} ms beside ${cell(held)} ms  ${times.toFixed(2)} times${verdict.padEnd(8)} ${rows.padEnd(14)} ${name}`);
}

const both = (path) => measure([path, path]);
const listed = (list, query) => `/api/${list}?${new URLSearchParams({ query })}`;

for (const path of ["/api/overview", "/api/waits", "/", "/api/agreements"]) {
  tell(path, await both(path), "");
}
for (const [list, queries] of Object.entries(LISTS)) {
  const first = await both(listed(list, ""));
  const pages = await Promise.all(
    [small, large].map(async (base) => rowsOf(JSON.parse((await answer(base, listed(list, ""))).text))),
  );
  tell(list, first, `${pages[1].total} rows`);
  const next = pages.map((page) => listed(list, `cursor=${encodeURIComponent(page.next)}`));
  tell(`${list} the second page`, await measure(next), "");
  for (const query of queries) {
    const path = listed(list, query);
    const found = rowsOf(JSON.parse((await answer(small, path)).text));
    const of = rowsOf(JSON.parse((await answer(large, path)).text));
    const least = found.rows.length < Math.min(PAGE, of.rows.length) ? first[0] : 0;
    tell(`${list} ${query}`, await both(path), `${of.is_at_least ? ">= " : ""}${of.total} rows`, least);
  }
  // An object's own page, by the first row.
  const detail = { organizations: ["organization", "id"], cases: ["case", "enrollment"], registry: ["member", "id"],
    "listing-changes": ["listing-review", "id"], "find-providers": ["provider-profile", "id"] }[list];
  if (!detail) continue;
  const ids = pages.map((page) => `/api/${detail[0]}?id=${page.rows[0][detail[1]]}`);
  tell(detail[0], await measure(ids), "");
}
for (const path of ["/find-a-provider", "/cases", "/organizations", "/registry", "/listing-changes"]) {
  tell(`${path} as a document`, await both(path), "");
}
if (beyond > 0) {
  console.error(`${beyond} took more than ${BAR} times as long as in the small program`);
  process.exit(1);
}
