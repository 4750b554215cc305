// node measure-size.mjs SMALL LARGE RUNS LINES: the operator's queues and lists and the public directory, asked of a server
// with a small program and of one with a large one, by turns, so that whatever else the machine does meets both. Told is
// the median of each, and how many times the one is of the other; beyond the bar this fails. At last so many lines are
// imported into the registry of the large program.
// A search or filter that leaves less than a page in the small program is held against the first page of its list there.
import { listed, measure, read, rowsOf, signIn, Verdicts } from "./by-turns.mjs";
import { importFile } from "./importing.mjs";

const [small, large, runs, lines] = process.argv.slice(2);
const BAR = 1.3;
const PAGE = 50;
const FILE_SECONDS = 60;

/** What is asked of each list, by the function that answers it. */
const LISTS = {
  organizations: [
    "sort=-name", "sort=since", "sort=-since", "sort=last_activity", "sort=-last_activity", "capability=customer", "capability=indirect_provider", "state=active",
    "state=enrolling", "state=suspended", "capability=indirect_reseller&state=enrolling", "country=DE", "country=TW",
    "search=a", "search=zephyr", "search=bakery", "search=group+company", "search=companies", "search=公司", "search=qqq",
    "search=20000001", "search=bakery&sort=-since", "search=bakery&country=DE", "agreement=unsigned",
    "agreement=unsigned&country=DE", "offboarding=marked", "offboarding=unmarked", "review=under_review",
  ],
  unsigned: ["search=a", "search=bakery", "search=qqq"],
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

const cookies = new Map();
for (const base of [small, large]) cookies.set(base, await signIn(base, "robin.counts@program.example"));

const at = (base, path) => ({ base, path, cookie: cookies.get(base) });
const asked = ([before, after]) => measure([at(small, before), at(large, after)], runs);
const both = (path) => asked([path, path]);
const verdicts = new Verdicts();
const tell = (name, times, rows, least) => verdicts.compare(name, times, { most: BAR, rows, least });

for (const path of ["/api/overview", "/api/waits", "/", "/api/agreements"]) {
  tell(path, await both(path), "");
}
for (const [list, queries] of Object.entries(LISTS)) {
  const first = await both(listed(list, ""));
  const pages = await Promise.all(
    [small, large].map(async (base) => rowsOf(await read(at(base, listed(list, ""))))),
  );
  tell(list, first, `${pages[1].total} rows`);
  if (pages.every((page) => page.next)) {
    const next = pages.map((page) => listed(list, `cursor=${encodeURIComponent(page.next)}`));
    tell(`${list} the second page`, await asked(next), "");
  }
  for (const query of queries) {
    const path = listed(list, query);
    const found = rowsOf(await read(at(small, path)));
    const of = rowsOf(await read(at(large, path)));
    const least = found.rows.length < Math.min(PAGE, of.rows.length) ? first[0] : 0;
    tell(`${list} ${query}`, await both(path), `${of.is_at_least ? ">= " : ""}${of.total} rows`, least);
  }
  // An object's own page, by the first row.
  const detail = { organizations: ["organization", "id"], cases: ["case", "enrollment"], registry: ["member", "id"],
    "listing-changes": ["listing-review", "id"], "find-providers": ["provider-profile", "id"] }[list];
  if (!detail) continue;
  const ids = pages.map((page) => `/api/${detail[0]}?id=${page.rows[0][detail[1]]}`);
  tell(detail[0], await asked(ids), "");
}
for (const path of ["/find-a-provider", "/cases", "/organizations", "/registry", "/listing-changes"]) {
  tell(`${path} as a document`, await both(path), "");
}

// The registry from a file: members of ten locations each, with MPN IDs that no other run has had.
const file = ["account,profile_mpn,profile,location_mpn,location,country"];
const turn = Math.floor(Date.now() / 1000) % 100_000;
let mpn = 3_000_000_000 + turn * 22_000;
for (let line = 0; line < Number(lines); line += 10) {
  const profile = mpn++;
  for (let location = 0; location < Math.min(10, Number(lines) - line); location++) {
    file.push(`mpn@measured-${profile}.example,${profile},Measured ${profile},${mpn},Measured ${mpn},DE`);
    mpn++;
  }
}
const imported = await importFile(at(large, ""), {
  fields: { kind: "registry" },
  settle: { path: "/api/settle-import", fields: {} },
  path: (id) => `/api/import?${new URLSearchParams({ id })}`,
  name: "members.csv",
  text: `${file.join("\n")}\n`,
  most: 10 * FILE_SECONDS,
});
verdicts.limit(`a registry file of ${lines} lines, looked at and applied`, imported.looked + imported.applied, FILE_SECONDS, "s");
verdicts.end(`took more than ${BAR} times as long as in the small program, or longer than it may`);
