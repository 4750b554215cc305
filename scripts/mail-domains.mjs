// Renews the lists of mail services in core/data: web-mail.txt from the package `free-email-domains` with a few that it
// lacks, and disposable-mail.txt from the package `mailchecker`.
// usage: node scripts/mail-domains.mjs

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
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

/** Writes a list, in the order of its bytes, which for domains are the units of JavaScript. */
function write(name, names) {
  const domains = [...new Set(names.map((it) => it.trim().toLowerCase()).filter(isDomain))].sort();
  writeFileSync(`core/data/${name}.txt`, `${domains.join("\n")}\n`);
  console.log(`${name}: ${domains.length} domains`);
}

const folder = mkdtempSync(join(tmpdir(), "mail-domains-"));
try {
  const packages = ["free-email-domains", "mailchecker"];
  execFileSync("npm", ["install", "--silent", "--ignore-scripts", "--prefix", folder, ...packages]);
  const require = createRequire(join(folder, "package.json"));
  write("web-mail", [...require("free-email-domains"), ...OWN]);
  write("disposable-mail", [...require("mailchecker").blacklist()]);
  const license = (name, file) => readFileSync(join(folder, "node_modules", name, file), "utf8").trim();
  writeFileSync("core/data/web-mail.license", `${license("free-email-domains", "LICENSE.md")}\n`);
  writeFileSync("core/data/disposable-mail.license", `${license("mailchecker", "LICENSE")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
