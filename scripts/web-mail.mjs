// Renews core/data/web-mail.txt: the domains of the package `free-email-domains`, and a few that it lacks.
// usage: node scripts/web-mail.mjs

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Mail services of the documents' languages, and such as are paid for by some and free to others. */
const OWN = [
  "hey.com",
  "hinet.net",
  "keemail.me",
  "pchome.com.tw",
  "seed.net.tw",
  "tempmail.com",
  "tuta.com",
  "tuta.io",
  "tutamail.com",
  "tutanota.com",
];

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether core parses it as a domain. */
function isDomain(name) {
  const labels = name.split(".");
  const last = labels.at(-1);
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && last.length > 1 && !/^\d+$/.test(last);
}

const folder = mkdtempSync(join(tmpdir(), "web-mail-"));
try {
  execFileSync("npm", ["install", "--silent", "--ignore-scripts", "--prefix", folder, "free-email-domains"]);
  const read = (file) => readFileSync(join(folder, "node_modules/free-email-domains", file), "utf8");
  const names = [...JSON.parse(read("domains.json")), ...OWN].map((name) => name.trim().toLowerCase());
  // By their bytes, which for domains are the units of JavaScript.
  const domains = [...new Set(names.filter(isDomain))].sort();
  writeFileSync("core/data/web-mail.txt", `${domains.join("\n")}\n`);
  writeFileSync("core/data/web-mail.license", `${read("LICENSE.md").trim()}\n`);
  console.log(`${domains.length} domains of version ${JSON.parse(read("package.json")).version}`);
} finally {
  rmSync(folder, { recursive: true });
}
