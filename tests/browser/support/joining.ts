// The steps by which a company joins the program, each done by the one whose turn it is. Nothing here depends on a
// language: fields go by their names.
import { expect, type Page } from "@playwright/test";
import { linkFromMail, open, password, settled } from "./portal";
import type { Language } from "./words";

/** A company that joins. */
export type Joining = { name: string; tenant: string; country: string; mpn: string; language: Language };

/** The password of a work account that is made on the way. */
export const workPassword = "violet kettle on tuesdays";

/** Fills in the form of this function, and sends it. */
export async function send(page: Page, action: string, values: Record<string, string> = {}) {
  const form = page.locator(`form[action="/api/${action}"]`);
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]`);
    if (await field.first().evaluate((it) => it instanceof HTMLSelectElement)) await field.selectOption(value);
    else await field.fill(value);
  }
  await form.locator('button[type="submit"]').last().click();
}

/** The operator puts a member with one location into the registry. */
export async function register(operator: Page, company: Joining) {
  await operator.goto("/registry/add");
  await settled(operator);
  await send(operator, "register-member", {
    account: `mpn@${company.tenant}.example`,
    member_password: password,
    profile_mpn: `${company.mpn}0`,
    profile_name: company.name,
    location_mpn: `${company.mpn}1`,
    location_name: `${company.name} headquarters`,
    country: company.country,
  });
  await expect(operator).toHaveURL(/done=member_registered/);
}

/** A visitor reads what will be needed, and makes a work account: from the start page to the first step. */
export async function createAccount(own: Page, company: Joining, admin = "Grace Lin") {
  await own.goto("/start");
  for (const [link, path] of [
    ["/enroll", "/enroll"],
    ["/enroll/work-account", "/enroll/work-account"],
    ["/enroll/create", "/enroll/create"],
  ] as const) {
    await own.locator(`main a[href="${link}"]`).first().click();
    await own.waitForURL(`**${path}`);
    await settled(own);
  }
  await send(own, "sign-up-to-enroll", {
    name: company.name,
    domain: company.tenant,
    country: company.country,
    admin_name: admin,
    admin_user: "grace",
    password: workPassword,
    repeated_password: workPassword,
  });
  await own.waitForURL("**/enroll/mpn-id");
  await settled(own);
}

/** Proves the membership by the member's account, and associates its only location. */
export async function associate(own: Page, company: Joining) {
  await send(own, "prove-membership", {
    member_account: `mpn@${company.tenant}.example`,
    member_password: password,
  });
  await expect(own.locator('input[name="mpn"]')).toHaveCount(1);
  await settled(own);
  await send(own, "associate-mpn");
  await expect(own).toHaveURL(/done=mpn_associated/);
  await settled(own);
}

/** Enters the profile and both contacts, from the step of the legal profile to **Enroll now**. */
export async function enterAndEnroll(own: Page, company: Joining, { address = "1 Harbour Road", person = "Anna Berg" } = {}) {
  await own.goto("/enroll/legal-profile");
  await settled(own);
  await send(own, "enter-legal-profile", {
    address,
    website: `https://${company.tenant}.example/`,
  });
  await own.waitForURL("**/enroll/primary-contact");
  await settled(own);
  await send(own, "enter-primary-contact", { name: person, email: contactOf(company) });
  await own.waitForURL("**/enroll/support-contact");
  await settled(own);
  await send(own, "enter-support-contact", { email: `support@${company.tenant}.example` });
  await own.waitForURL("**/enroll/review");
  await settled(own);
  await send(own, "enroll-now");
  await expect(own).toHaveURL(/\/enrollment\?done=enrolled/);
  await settled(own);
}

/** Where the primary contact reads mail. */
export function contactOf(company: Joining): string {
  return `partner@${company.tenant}.example`;
}

/** The primary contact confirms both statements, by the link in the mail and without an account. */
export async function confirm(contact: Page, mail: Page, company: Joining) {
  await contact.goto(await linkFromMail(mail, contactOf(company), "/confirm/"));
  await settled(contact);
  const answer = contact.locator('form[action="/api/answer-confirmation"]').first();
  await answer.locator('input[name="signed_up"]').check();
  await answer.locator('input[name="company_address"]').check();
  await answer.locator('button[type="submit"]').click();
  await expect(contact).toHaveURL(/done=contact_confirmed/);
}

/** A reviewer finds the case of this company in the queue, and opens it. */
export async function openCase(reviewer: Page, name: string) {
  await reviewer.goto(`/cases?state=all&search=${encodeURIComponent(name)}`);
  await settled(reviewer);
  await reviewer.locator("tbody th", { hasText: name }).locator('a[href^="/cases/"]').first().click();
  await reviewer.waitForURL(/\/cases\/[0-9a-f-]+$/);
  await settled(reviewer);
}

/** Takes the case that is open. */
export async function takeCase(reviewer: Page) {
  await reviewer.locator('button[name="then"][value="take"]').click();
  await expect(reviewer).toHaveURL(/done=case_taken/);
  await settled(reviewer);
}

/** Goes to a decision by its link on the case, sees the mail that it sends, and makes it. */
export async function decide(reviewer: Page, link: string, sends = true) {
  await reviewer.locator(`main a[href$="${link}"]`).click();
  await reviewer.waitForURL(`**${link}`);
  await settled(reviewer);
  if (sends) await expect(reviewer.locator(".mail-text").first()).toBeVisible();
  await reviewer.locator('form[action="/api/decide-case"] button[type="submit"]').last().click();
  await expect(reviewer).toHaveURL(/done=case_decided/);
  await settled(reviewer);
}

/** The global admin goes from **Overview** to the agreement, and signs it. */
export async function sign(own: Page) {
  await own.goto("/");
  await settled(own);
  await own.locator('.queue a[href="/agreement/partner_agreement"]').first().click();
  await own.waitForURL("**/agreement/partner_agreement");
  await settled(own);
  const form = own.locator('form[action="/api/sign-agreement"]');
  await form.locator('input[name="accepted"]').check();
  await form.locator('button[type="submit"]').last().click();
  await expect(own).toHaveURL(/\/\?done=agreement_signed/);
  await settled(own);
}

/** A browser for each of those who have a part in it. */
export async function browsers(from: Parameters<typeof open>[0], baseURL: string, how: Parameters<typeof open>[2]) {
  const of = () => open(from, baseURL, how);
  const mail = await open(from, baseURL, { ...how, script: false });
  return { own: await of(), contact: await of(), reviewer: await of(), mail };
}
