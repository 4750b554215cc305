// Asking servers by turns, so that whatever else the machine does meets all of them.

/** The cookies of a user of the demo world after signing in. */
export async function signIn(base, email) {
  const answer = await fetch(`${base}/api/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: base, referer: `${base}/sign-in` },
    body: new URLSearchParams({ email, password: "four quiet lanterns" }),
  });
  return answer.headers.getSetCookie().map((it) => it.split(";")[0]).join("; ");
}

/** The answer to a request for this path, and how long it took. */
export async function ask({ base, cookie, path }) {
  const began = performance.now();
  const answer = await fetch(`${base}${path}`, { headers: cookie ? { cookie } : {} });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const took = performance.now() - began;
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${bytes.subarray(0, 200)}`);
  return { bytes, took };
}

/** The same, read. */
export async function read(asked) {
  return JSON.parse((await ask(asked)).bytes);
}

/** The path that answers a list's address. */
export const listed = (list, query) => `/api/${list}?${new URLSearchParams({ query })}`;

const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

/** The medians of all of these, asked by turns. One more than is counted, for what is read the first time. */
export async function measure(all, runs) {
  const times = all.map(() => []);
  for (let run = 0; run <= Number(runs); run++) {
    for (const [place, asked] of all.entries()) {
      const { took } = await ask(asked);
      if (run > 0) times[place].push(took);
    }
  }
  return times.map(median);
}

/** The rows of a list's answer, wherever they stand in it. */
export function rowsOf(value) {
  if (Array.isArray(value?.rows) && "total" in value) return value;
  for (const part of Object.values(value ?? {})) {
    const found = part && typeof part === "object" && !Array.isArray(part) && rowsOf(part);
    if (found) return found;
  }
  return null;
}

/** Tells what was measured, and counts what is beyond its bar. */
export class Verdicts {
  beyond = 0;

  /** Whether a large one takes more than so many times as long as a small one; `least` is what it may always take. */
  compare(name, [before, after], { most, rows = "", least = 0 }) {
    const held = Math.max(before, least);
    const times = after / held;
    const verdict = this.#judge(times > most);
    const cell = (value) => value.toFixed(1).padStart(7);
    console.log(`${cell(after)} ms beside ${cell(held)} ms  ${times.toFixed(2)} times${verdict}${rows.padEnd(14)} ${name}`);
  }

  /** Whether something takes longer than this, in one unit. */
  limit(name, took, most, unit) {
    const verdict = this.#judge(took > most);
    console.log(`${took.toFixed(1).padStart(7)} ${unit}, of ${most} ${unit}${verdict}${name}`);
  }

  #judge(isBeyond) {
    if (isBeyond) this.beyond++;
    return (isBeyond ? " beyond" : "").padEnd(9);
  }

  /** Fails if anything is. */
  end(what) {
    if (this.beyond === 0) return;
    console.error(`${this.beyond} ${what}`);
    process.exit(1);
  }
}
