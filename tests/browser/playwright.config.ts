import { defineConfig } from "@playwright/test";

// Started through `make test` or `scripts/test-browser.sh`, which run a server with a demo world of its own and pass
// its address and the Chromium to drive.
const url = process.env.TIERLINE_URL;
if (!url) {
  throw new Error("TIERLINE_URL is not set: run scripts/test-browser.sh, which starts a server for the tests");
}

const ci = Boolean(process.env.CI);

export default defineConfig({
  testDir: ".",
  projects: [
    // The longest first; the others run beside it.
    { name: "story", testMatch: "story.spec.ts" },
    { name: "portal", testMatch: "*.spec.ts", testIgnore: ["story.spec.ts", "expiry.spec.ts", "agreement.spec.ts"] },
    { name: "clock", testMatch: "expiry.spec.ts", dependencies: ["story", "portal"] },
    // What is published asks every partner to sign.
    { name: "agreement", testMatch: "agreement.spec.ts", dependencies: ["clock"] },
  ],
  outputDir: "../../target/browser-tests/results",
  forbidOnly: ci,
  retries: ci ? 1 : 0,
  // Two cores serve the browser, the server and its database. Two tests at a time leave a third of them unused.
  workers: 3,
  timeout: 60_000,
  // A busy machine may take ten seconds for one answer.
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // A trace records every step, which takes half of the time, so it is made only where needed.
    trace: ci ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.TIERLINE_CHROMIUM || "/usr/bin/chromium",
      // These let Debian's Chromium start anywhere, root and no GPU included, and keep it off the network.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
