// Importing a file as the portal's pages do, and how long that takes.
import { setTimeout as pause } from "node:timers/promises";
import { read } from "./by-turns.mjs";

/**
 * Begins an import with these fields and this text, waits until it was looked at, applies it, and waits for that.
 * `path` answers with an import by its id, `settle` takes the command. Told are the seconds of both; more than `most` in
 * all is an error, as is whatever is wrong with the file.
 */
export async function importFile({ base, cookie }, { fields, settle, path, name, text, most }) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;

  async function post(to, body) {
    const answer = await fetch(`${base}${to}`, {
      method: "POST",
      redirect: "manual",
      headers: { accept: "text/html", cookie, origin: base, referer: `${base}/` },
      body,
    });
    const location = answer.headers.get("location");
    if (!location) throw new Error(`${to}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return location;
  }

  /** Waits until the import is in this state. */
  async function until(id, done) {
    for (;;) {
      const { row } = await read({ base, cookie, path: path(id) });
      if (row.status === done) return row;
      if (!["checking", "checked", "applying"].includes(row.status) || seconds() > most) {
        throw new Error(`${name} is ${row.status}: ${JSON.stringify(row.counts)}`);
      }
      await pause(100);
    }
  }

  const form = new FormData();
  form.append("request_id", crypto.randomUUID());
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([text], { type: "text/csv" }), name);
  const page = await post("/import-files", form);
  const id = page.split("?")[0].split("/").at(-1);
  await until(id, "checked");
  const looked = seconds();
  const command = { request_id: crypto.randomUUID(), import: id, command: "apply", ...settle.fields };
  await post(settle.path, new URLSearchParams(command));
  const { counts } = await until(id, "applied");
  return { looked, applied: seconds() - looked, counts };
}
