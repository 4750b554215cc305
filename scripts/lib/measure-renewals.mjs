// node measure-renewals.mjs PSQL BEGAN: how a server that was started at this millisecond gets through the renewals that
// were due then. Told is how long all of them take, and the longest time that anybody held a lock on a subscription,
// which is looked for again and again; beyond a bar this fails. DATABASE_URL names the server's database.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { Verdicts } from "./by-turns.mjs";

const [psql, began] = process.argv.slice(2);
const SECONDS = 600;
const LOCK_SECONDS = 1;

const asking = spawn(psql, ["-XAtq", "-v", "ON_ERROR_STOP=1", process.env.DATABASE_URL], {
  stdio: ["pipe", "pipe", "inherit"],
});
asking.on("exit", (code) => {
  if (code !== 0) throw new Error(`${psql} ended with ${code}`);
});
const answers = createInterface({ input: asking.stdout })[Symbol.asyncIterator]();

/** The one number that a statement answers. */
async function number(statement) {
  asking.stdin.write(`${statement};\n`);
  const { value } = await answers.next();
  return Number(value);
}

const LEFT = "select count(*) from subscription where due_at <= now()";
// A lock is held until its transaction ends, so no lock is older than that.
const HELD = `select coalesce(max(extract(epoch from clock_timestamp() - a.xact_start)), 0)
  from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.relation = 'subscription'::regclass and l.mode in ('RowShareLock', 'RowExclusiveLock')
    and a.backend_type = 'client backend' and a.pid <> pg_backend_pid()`;

const begun = Number(began);
const seconds = () => (Date.now() - begun) / 1000;
let left = await number(LEFT);
if (left === 0) throw new Error("nothing was due any more when this began");
let longest = 0;
let looks = 0;
let told = seconds();
let counted = seconds();
while (left > 0 && seconds() < 2 * SECONDS) {
  longest = Math.max(longest, await number(HELD));
  looks++;
  await pause(5);
  if (seconds() - counted < 1) continue;
  counted = seconds();
  left = await number(LEFT);
  if (counted - told < 30) continue;
  told = counted;
  console.log(`${left} are left after ${Math.round(told)} s`);
}
const took = seconds();
asking.stdin.end();
if (left > 0) throw new Error(`${left} renewals are left after ${Math.round(took)} s`);

const verdicts = new Verdicts();
verdicts.limit("all renewals that were due", took, SECONDS, "s");
verdicts.limit(`the longest lock on a subscription, of ${looks} looks`, longest * 1000, LOCK_SECONDS * 1000, "ms");
verdicts.end("took longer than they may");
