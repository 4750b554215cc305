// Common steps of the tests in the portal. Nothing here depends on a language: fields go by their names.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, type Browser, type BrowserContext, type Cookie, type Page } from "@playwright/test";
import type { Language } from "./words";

/** The password of everyone in the demo world. */
export const password = "four quiet lanterns";

export const people = {
  contosoAdminAgent: "grace.lin@contoso-distribution.example",
  contosoSales: "oscar.chen@contoso-distribution.example",
  contosoHelpdesk: "hana.wu@contoso-distribution.example",
  fabrikamGlobalAdmin: "katja.brandt@fabrikam-distribution.example",
  fabrikamAdminAgent: "jonas.vogel@fabrikam-distribution.example",
  bellowsGlobalAdmin: "chloe.martin@bellowscloud.example",
  fourthCoffeeGlobalAdmin: "amy.huang@fourthcoffee.example",
  /** Also looks after First Up Consultants, and chooses after signing in. */
  fourthCoffeeAdminAgent: "ben.lee@fourthcoffee.example",
  cohoGlobalAdmin: "yijun.chen@cohocloud.example",
  relecloudGlobalAdmin: "lena.hoffmann@relecloud.example",
  /** Also looks after Fabrikam Distribution, and chooses after signing in. */
  wideWorldGlobalAdmin: "pieter.visser@wideworld-distribution.example",
  lucerneGlobalAdmin: "urs.keller@lucernedigital.example",
  southridgeGlobalAdmin: "weiling.tan@southridge.example",
  minghuGlobalAdmin: "xiaoming.wang@minghu.example",
  margieGlobalAdmin: "margie.shoop@margiescloud.example",
  directBillAdmin: "kim.abercrombie@bestforyou.example",
  operator: "robin.counts@program.example",
  reviewer: "rae.dunn@program.example",
  /** Their enrollments are reviewed. */
  wingtipGlobalAdmin: "admin@wingtipcloud.tierline.example",
  graphicGlobalAdmin: "admin@graphicdesigncloud.tierline.example",
  woodgroveGlobalAdmin: "wendy.tsai@woodgrove.example",
  woodgroveBilling: "felix.kao@woodgrove.example",
  treyGlobalAdmin: "reto.frei@treyresearch.example",
  litwareGlobalAdmin: "uwe.lang@litware.example",
  /** These users have a second factor for a while. */
  vanArsdelGlobalAdmin: "daan.deboer@vanarsdel.example",
  tailspinGlobalAdmin: "siti.rahman@tailspintoys.example",
  schoolGlobalAdmin: "ann.beebe@fineart.example",
  /** Their organizations require a second factor for a while. */
  proseGlobalAdmin: "petra.schulz@proseware.example",
  humongousGlobalAdmin: "holly.dickson@humongous.example",
  margiesTravelGlobalAdmin: "marcus.ford@margiestravel.example",
  contosoReportViewer: "nora.fang@contoso-distribution.example",
  woodgroveUser: "terry.kuo@woodgrove.example",
  /** Has a plan of the cloud platform, and a reseller beside its provider. */
  fincherGlobalAdmin: "admin@fincherarchitects.tierline.example",
} as const;

/** The settings of a browser. */
export type Opened = {
  language?: Language;
  theme?: "light" | "dark";
  script?: boolean;
  width?: number;
  userAgent?: string;
};

/** A page of a browser of its own, with no signed-in user. */
export async function open(browser: Browser, baseURL: string, opened: Opened = {}): Promise<Page> {
  const { language = "en", theme = "light", script = true, width = 1280, userAgent } = opened;
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: script,
    colorScheme: theme,
    viewport: { width, height: 900 },
    userAgent,
  });
  if (!script) withoutScript.add(context);
  await prefer(context, baseURL, language, theme);
  return context.newPage();
}

const withoutScript = new WeakSet<BrowserContext>();

/** Shows every page of this context in this language and theme, whoever is signed in. */
export async function prefer(context: BrowserContext, baseURL: string, language: Language, theme: "light" | "dark" = "light") {
  await context.addInitScript(noteWhenAlive);
  await context.addCookies([
    { name: "lang", value: language, url: baseURL },
    { name: "theme", value: theme, url: baseURL },
  ]);
}

/** A page's notes about itself: whether it is hydrated, and when the last request to the server ended. */
type Watched = Window & { alive?: boolean; asking?: number; quietSince?: number };

/** In the page: notes when the WASM module has hydrated it and run its first effects, and counts its requests. */
function noteWhenAlive() {
  const seen = window as Watched;
  seen.alive = false;
  seen.asking = 0;
  seen.quietSince = 0;
  // Its effects come before the next frame but one.
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset["alive"] === undefined) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.alive = true)));
  }).observe(document, { attributes: true, attributeFilter: ["data-alive"], subtree: true });
  const fetching = window.fetch;
  window.fetch = async (...given) => {
    seen.asking! += 1;
    try {
      return await fetching.apply(window, given);
    } finally {
      seen.asking! -= 1;
      seen.quietSince = performance.now();
    }
  };
}

/** In the page: whether it is hydrated, waits for no answer, and has had the time to show the last one. */
function isQuiet() {
  const { alive, asking, quietSince } = window as Watched;
  return alive === undefined || (alive && asking === 0 && performance.now() - quietSince! > 60);
}

/** Waits until the page is hydrated and quiet, if there is JavaScript. */
export async function settled(page: Page) {
  await page.waitForLoadState("load");
  if (withoutScript.has(page.context())) return;
  await page.waitForFunction(isQuiet, undefined, { timeout: 30_000 });
}

/**
 * The sessions of a worker's users: the portal limits the number of sign-ins. They are kept in files, because after a
 * test that failed another process takes the worker's place.
 */
const sessions = {
  file: (email: string) => {
    const { parallelIndex, project } = test.info();
    return join(project.outputDir, `.sessions-${parallelIndex}`, `${email}.json`);
  },
  get(email: string): Cookie | undefined {
    const file = this.file(email);
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Cookie) : undefined;
  },
  set(email: string, session: Cookie) {
    const file = this.file(email);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(session));
  },
  delete(email: string) {
    rmSync(this.file(email), { force: true });
  },
};
const isSession = (cookie: Cookie) => cookie.name.endsWith("tierline");

/** Goes to this page as this person: to the overview, if none is named. */
export async function signIn(page: Page, email: string, to = "/") {
  const context = page.context();
  await context.clearCookies({ name: /tierline/ });
  const session = sessions.get(email);
  if (session) {
    await context.addCookies([session]);
    await page.goto(to);
    const at = new URL(page.url()).pathname;
    if (to === "/" ? at === "/" : !/^\/(sign-in|choose-organization)/.test(at)) return settled(page);
    sessions.delete(email);
  }
  await signInAnew(page, email);
  const own = (await context.cookies()).find(isSession);
  if (own && new URL(page.url()).pathname === "/") sessions.set(email, own);
  if (to === "/") return;
  await page.goto(to);
  await settled(page);
}

/** Signs in at the sign-in page, whatever the previous state. */
export async function signInAnew(page: Page, email: string, word: string = password) {
  await page.context().clearCookies({ name: /tierline/ });
  await page.goto("/sign-in");
  await settled(page);
  await fillSignIn(page, email, word);
  await expect(page).not.toHaveURL(/sign-in/);
  await settled(page);
}

/** Fills in the sign-in page, whatever page comes next. */
export async function fillSignIn(page: Page, email: string, word: string = password) {
  const form = page.locator('form[action="/api/sign-in"]');
  await form.locator('input[name="email"]').fill(email);
  await form.locator('input[name="password"]').fill(word);
  await form.locator('button[type="submit"]').last().click();
}

/** The input for a new work account. */
export type Company = { name: string; domain: string; country: string; person?: string; user?: string };

export const companyPassword = "a lantern in the fog";

/** Makes a work account on the page for that; it leads to the invitation. */
export async function signUp(page: Page, { name, domain, country, person = "Robin Blue", user = "robin" }: Company) {
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="domain"]').fill(domain);
  await page.locator('select[name="country"]').selectOption(country);
  await page.locator('input[name="admin_name"]').fill(person);
  await page.locator('input[name="admin_user"]').fill(user);
  await page.locator('input[name="password"]').fill(companyPassword);
  await page.locator('input[name="repeated_password"]').fill(companyPassword);
  await page.locator('form[action="/api/sign-up"] button[type="submit"]').last().click();
  await expect(page.locator('input[name="confirmed"]')).toBeVisible();
  await settled(page);
}

/** Lets a customer without an account answer this link: it makes one on the way. */
export async function answerWithNewAccount(page: Page, link: string, company: Company) {
  await page.goto(link);
  await settled(page);
  await page.locator('form[action="/api/continue-link"] button[value="sign-up"]').click();
  await page.waitForURL(/sign-up/);
  await settled(page);
  await signUp(page, company);
}

/** A domain for a company of this name. */
export function domainFor(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "").slice(0, 27);
}

/** The address in the newest mail to this person that leads below this path: to an invitation, if none is named. */
export async function linkFromMail(page: Page, recipient: string, below = "/invitation/"): Promise<string> {
  const link = page.locator(`a[href*="${below}"]`).first();
  await expect(async () => {
    await page.goto(`/demo/mailbox?search=${encodeURIComponent(recipient)}`);
    await page.locator("tbody tr th a").first().click({ timeout: 8_000 });
    await expect(link).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 30_000 });
  const href = await link.getAttribute("href");
  if (!href) throw new Error(`no link below ${below} in the mail to ${recipient}`);
  return new URL(href).pathname;
}

/** Sends a request for a relationship with the signed-in direct-bill partner alone; returns the invitation's page. */
export async function requestRelationship(page: Page, recipient: string): Promise<string> {
  return request(page, "/customers/request", recipient);
}

/** Sends a partnership request of the signed-in provider; returns the invitation's page. */
export async function requestPartnership(page: Page, recipient: string): Promise<string> {
  return request(page, "/resellers/request", recipient);
}

async function request(page: Page, path: string, recipient: string): Promise<string> {
  await page.goto(path);
  await settled(page);
  await page.locator('input[name="recipient"]').fill(recipient);
  await page.locator('button[name="then"][value="send"]').click();
  await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Cancels a request, from its own page. */
export async function cancelRequest(page: Page) {
  await page.locator('button[aria-haspopup="dialog"]').first().click();
  await page.locator('dialog[open] button[type="submit"]').click();
  await expect(page.locator('button[aria-haspopup="dialog"]')).toHaveCount(0);
}

/** Cancels all unanswered requests of the signed-in partner to this recipient. */
export async function takeBackAny(page: Page, list: "/resellers/requests" | "/customers/requests", recipient: string) {
  for (;;) {
    await page.goto(`${list}?search=${encodeURIComponent(recipient)}`);
    await settled(page);
    const open = page.locator("tbody tr", { has: page.locator('button[aria-haspopup="dialog"]') }).locator('a[href^="/invitations/"]').first();
    if (!(await open.count())) return;
    await page.goto((await open.getAttribute("href"))!);
    await settled(page);
    await cancelRequest(page);
  }
}

/** Goes to the partnership of the signed-in provider with this reseller; returns whether there is one. */
export async function goToPartnership(page: Page, reseller: string): Promise<boolean> {
  await page.goto(`/resellers?search=${encodeURIComponent(reseller)}&filter=active`);
  await settled(page);
  const link = page.locator("tbody tr", { hasText: reseller }).locator('a[href^="/partnerships/"]').first();
  if (!(await link.count())) return false;
  await page.goto((await link.getAttribute("href"))!);
  await settled(page);
  return true;
}

/** The button that accepts an invitation. It stands beside the form, in one line with the one that declines. */
export const authorizeButton = 'button[type="submit"][form="accept"]';

/** The link to the page that ends the partnership. */
export const endPartnershipLink = 'main a[href^="/partnerships/"][href$="/end"]';

/** The link to the page that ends a relationship, and those that end one right in it. */
export const endRelationshipLink = 'main .actions a[href^="/grants/"][href$="/end"]';
export const endGrantLink = 'main tbody a[href*="/end?grant="]';

/** Follows the link to a page that ends something, sends its form, and is back where it came from. */
export async function end(page: Page, link: string, notice?: string) {
  await page.locator(link).first().click();
  await expect(page).toHaveURL(/\/end(\?|$)/);
  await settled(page);
  const form = page.locator('form[action^="/api/end-"]');
  if (notice !== undefined) await form.locator("textarea").fill(notice);
  await form.locator('button[type="submit"]').click();
  await expect(page).not.toHaveURL(/\/end(\?|$)/);
  await settled(page);
}

/** Ends the partnership of the signed-in provider with this reseller, if there is one. */
export async function endPartnershipIfAny(page: Page, reseller: string) {
  if (!(await goToPartnership(page, reseller))) return;
  await end(page, endPartnershipLink);
  await expect(page.locator(endPartnershipLink)).toHaveCount(0);
}

/** Goes on from the lines of an order to its review. */
export async function reviewOrder(page: Page) {
  await page.locator('button[name="go"][value="review"]').click();
  await page.waitForURL(/\/subscriptions\/new\/review/);
  await settled(page);
}

/** Reviews an order, and places it. */
export async function placeOrder(page: Page) {
  await reviewOrder(page);
  await page.locator('button[name="go"][value="submit"]').click();
  await expect(page).not.toHaveURL(/\/subscriptions\/new/);
}

/** Searches the catalog, adds the product and enters the number of licenses; returns the field of the quantity. */
export async function addProduct(page: Page, search: string, licenses: number | string) {
  await page.locator("#product-search").fill(search);
  await page.locator('button[name="go"][value="search"]').last().click();
  // Not the folded ones, of other terms.
  const add = page.locator("#catalog tbody tr", { hasText: search }).locator('button[value^="add:"]:visible').first();
  await expect(add).toBeVisible();
  await settled(page);
  const sku = (await add.getAttribute("value"))!.split(":")[1];
  await add.click();
  const quantity = page.locator(`input[name="lines[sku-${sku}]"]`);
  await expect(quantity).toBeVisible();
  await settled(page);
  await quantity.fill(String(licenses));
  return quantity;
}

/** All complaints of a page: uncaught errors, console errors, violations of the content security policy. */
export function watch(page: Page, complaints: string[] = []): string[] {
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4\d\d/;
    if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** A name that is unique in this run. */
export function unique(prefix: string): string {
  return `${prefix}${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
}
