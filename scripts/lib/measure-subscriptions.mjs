// node measure-subscriptions.mjs SMALL LARGE RUNS USERS: the lists that grow with subscriptions, asked of a server with few
// and of one with many by turns; a customer with 2,000 users who hold 5,000 licenses, in both; the month of a reseller that
// has ten thousand in both, as a page and as a document; and a file with so many users of a customer, looked at and
// applied. Beyond a bar this fails.
import { ask, listed, measure, read, rowsOf, signIn, Verdicts } from "./by-turns.mjs";
import { importFile } from "./importing.mjs";

const [small, large, runs, users] = process.argv.slice(2);
const TIMES = 1.3;
const PAGE_MILLISECONDS = 300;
const DOCUMENT_SECONDS = 10;
const FILE_SECONDS = 600;
const PAGE = 50;
const PROVIDER = "grace.lin@contoso-distribution.example";
const RESELLER = "amy.huang@fourthcoffee.example";

/** What is asked of the lists, by the function that answers each. */
const LISTS = {
  customers: ["sort=-name", "sort=since", "sort=-since", "country=TW", "search=buyers", "search=zephyr", "search=qqq"],
  "all-subscriptions": ["sort=-customer", "sort=since", "sort=-since", "sort=licenses", "sort=-licenses", "state=active", "state=suspended",
    "state=expired", "kind=license", "kind=software", "auto_renew=on", "auto_renew=off", "search=buyers", "search=zephyr", "search=qqq",
    "state=active&search=bakery"],
  renewals: ["sort=-ends", "sort=customer", "sort=-customer", "when=30", "when=60", "when=90", "when=expired", "outlook=renews", "outlook=changes",
    "outlook=ends", "search=buyers", "search=zephyr", "search=qqq", "when=30&search=bakery"],
  orders: ["sort=ordered", "sort=customer", "sort=-customer", "state=running", "state=over", "search=buyers",
    "search=zephyr", "search=qqq"],
};

const cookies = new Map();
for (const base of [small, large]) {
  for (const who of [PROVIDER, RESELLER]) {
    cookies.set(`${base} ${who}`, await signIn(base, who));
  }
}
const by = (who) => (base, path) => ({ base, path, cookie: cookies.get(`${base} ${who}`) });
const verdicts = new Verdicts();

/** The same paths of both, or one of each. */
const asked = (as, paths) => measure([as(small, paths.at(0)), as(large, paths.at(-1))], runs);
const tell = (name, times, rows, least) => verdicts.compare(name, times, { most: TIMES, rows, least });

for (const who of [PROVIDER, RESELLER]) {
  const as = by(who);
  const name = who.slice(who.indexOf("@") + 1, who.indexOf(".example"));
  for (const path of ["/api/overview", "/", "/customers", "/subscriptions", "/renewals", "/orders"]) {
    tell(`${name} ${path}`, await asked(as, [path]));
  }
  for (const [list, queries] of Object.entries(LISTS)) {
    const first = await asked(as, [listed(list, "")]);
    const pages = [];
    for (const base of [small, large]) pages.push(rowsOf(await read(as(base, listed(list, "")))));
    tell(`${name} ${list}`, first, `${pages[1].total} rows`);
    if (pages.every((page) => page.next)) {
      const next = pages.map((page) => listed(list, `cursor=${encodeURIComponent(page.next)}`));
      tell(`${name} ${list} the second page`, await asked(as, next));
    }
    for (const query of queries) {
      const path = listed(list, query);
      const found = rowsOf(await read(as(small, path)));
      const of = rowsOf(await read(as(large, path)));
      // What leaves less than a page among few is held against the first page there.
      const least = found.rows.length < Math.min(PAGE, of.rows.length) ? first[0] : 0;
      tell(`${name} ${list} ${query}`, await asked(as, [path]), `${of.is_at_least ? ">= " : ""}${of.total} rows`, least);
    }
  }
}

// A customer with ten subscriptions in both.
const customers = [];
for (const base of [small, large]) {
  const found = rowsOf(await read(by(RESELLER)(base, listed("customers", "search=buyers"))));
  customers.push(found.rows[0]);
}
const of = (path) => customers.map((it) => path(it.party.id));
const [provider, reseller] = [by(PROVIDER), by(RESELLER)];
for (const [name, as, paths] of [
  ["a customer's subscriptions", provider, of((id) => `/api/subscriptions?customer=${id}`)],
  ["a customer's page", provider, of((id) => `/customers/${id}`)],
  ["a customer's statement", provider, of((id) => `/statement?of=${id}`)],
  ["a customer's subscriptions in the list of all", provider, of((id) => `/subscriptions?of=${id}`)],
  ["a customer's orders", provider, of((id) => `/orders?of=${id}`)],
  // It administers the users, and the provider does not.
  ["a customer's licenses", reseller, of((id) => `/licenses?of=${id}`)],
  ["a customer's users", reseller, of((id) => `/licenses/users?of=${id}`)],
]) {
  tell(name, await asked(as, paths));
}
const subscriptions = [];
for (const [place, base] of [small, large].entries()) {
  const path = `/api/subscriptions?customer=${customers[place].party.id}`;
  const page = rowsOf(await read(provider(base, path)));
  subscriptions.push(`/subscriptions/${page.rows[0].subscription.id}`);
}
tell("a subscription's page", await asked(provider, subscriptions));

// A customer with thousands of users and licenses: each page is as quick beside many others, and quick.
const crowds = [];
for (const base of [small, large]) {
  const { party } = rowsOf(await read(reseller(base, listed("customers", "search=crowd")))).rows[0];
  const bought = rowsOf(await read(reseller(base, `/api/subscriptions?customer=${party.id}`))).rows;
  const users = rowsOf(await read(reseller(base, listed("license-users", `of=${party.id}`))));
  const most = bought.map((row) => row.subscription).sort((one, other) => other.quantity - one.quantity)[0];
  crowds.push({ id: party.id, subscription: most.id, users, next: encodeURIComponent(users.next) });
}
const held = `${crowds[1].users.total} users`;
for (const [name, path] of [
  ["page", ({ id }) => `/customers/${id}`],
  ["subscriptions", ({ id }) => `/subscriptions?of=${id}`],
  ["licenses", ({ id }) => `/licenses?of=${id}`],
  ["users", ({ id }) => `/licenses/users?of=${id}`],
  ["second page of users", ({ id, next }) => listed("license-users", `of=${id}&cursor=${next}`)],
  ["users by name", ({ id }) => listed("license-users", `of=${id}&search=person+19`)],
  ["users without a license", ({ id }) => listed("license-users", `of=${id}&holds=none`)],
  ["holders of a subscription", ({ subscription }) => `/licenses/holders?of=${subscription}`],
  ["subscription with the most holders", ({ subscription }) => `/subscriptions/${subscription}`],
]) {
  const times = await asked(reseller, crowds.map(path));
  tell(`a large customer's ${name}`, times, held);
  verdicts.limit(`a large customer's ${name}`, times[1], PAGE_MILLISECONDS, "ms");
}

// The reseller's month: that before the present one, when it bought.
const now = new Date();
const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
const month = `month=${before.toISOString().slice(0, 7)}`;
const statement = rowsOf(await read(reseller(large, listed("statement", month))));
const lines = `${statement.total} lines`;
for (const path of [`/statement?${month}`, listed("statement", month)]) {
  const times = await asked(reseller, [path]);
  tell(path, times, lines);
  verdicts.limit(`${path}, ${lines}`, times[1], PAGE_MILLISECONDS, "ms");
}
const { took } = await ask(reseller(large, `/statement.pdf?${month}`));
verdicts.limit(`the document, ${lines}`, took / 1000, DOCUMENT_SECONDS, "s");

// Users from a file: what it would do, and doing it.
const [customer] = customers;
const names = `measured.${Date.now()}`;
const file = ["user_name,name,roles"];
for (let number = 0; number < Number(users); number++) {
  file.push(`${names}.${number}@${customer.domain},Measured ${number},user`);
}
const imported = await importFile(reseller(small, ""), {
  fields: { kind: "users", customer: customer.party.id },
  settle: { path: "/api/settle-user-import", fields: { customer: customer.party.id } },
  path: (id) => `/api/user-import?${new URLSearchParams({ customer: customer.party.id, import: id })}`,
  name: "users.csv",
  text: `${file.join("\n")}\n`,
  most: 2 * FILE_SECONDS,
});
verdicts.limit(`a file of ${users} users, looked at`, imported.looked, FILE_SECONDS, "s");
verdicts.limit(`a file of ${users} users, applied`, imported.applied, FILE_SECONDS, "s");

verdicts.end("took longer than they may");
