// Joining the program, the whole way: from no account to the green banner, with the operator in a second browser; in
// each language, with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import {
  associate,
  browsers,
  confirm,
  contactOf,
  createAccount,
  decide,
  enterAndEnroll,
  openCase,
  register,
  send,
  sign,
  takeCase,
  type Joining,
} from "./support/joining";
import { press, write } from "./support/keyboard";
import { people, settled, signIn, unique, watch } from "./support/portal";
import type { Language } from "./support/words";

/** A company that nobody knows, with an MPN ID of its own. */
function newcomer(language: Language, country: string): Joining {
  const tenant = unique("join");
  const mpn = String(100_000 + Math.floor(Math.random() * 899_999));
  return { name: `Joining ${tenant.slice(4)}`, tenant, country, mpn, language };
}

for (const { language, script, country, width } of [
  { language: "en", script: true, country: "DE", width: 1280 },
  { language: "en", script: false, country: "FR", width: 390 },
  { language: "zh-Hant", script: true, country: "TW", width: 390 },
  { language: "zh-Hant", script: false, country: "TW", width: 1280 },
  { language: "zh-Hans", script: true, country: "SG", width: 390 },
  { language: "zh-Hans", script: false, country: "SG", width: 1280 },
] as const) {
  const how = `in ${language}, ${script ? "with" : "without"} JavaScript`;
  test(`a company nobody knew becomes a partner, ${how}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const company = newcomer(language, country);
    const { own, contact, reviewer, mail } = await browsers(browser, baseURL!, { language, script, width });
    const complaints = watch(own);
    watch(contact, complaints);
    watch(reviewer, complaints);

    await signIn(mail, people.operator);
    await register(mail, company);
    await signIn(reviewer, people.reviewer);

    await createAccount(own, company);
    await associate(own, company);
    await expect(own.locator("main")).toContainText(`${company.mpn}1`);
    await enterAndEnroll(own, company);
    await confirm(contact, mail, company);

    // The reviewer decides the first check for itself, and the others together.
    await openCase(reviewer, company.name);
    await takeCase(reviewer);
    await decide(reviewer, "/decision?check=employment", false);
    await decide(reviewer, "/decision");

    await sign(own);
    const banner = own.locator(".notice-success a[href='/settings/organization/program-info']");
    await expect(banner).toBeVisible();
    await banner.click();
    await own.waitForURL("**/settings/organization/program-info");
    await settled(own);
    const link = await own.locator('main a[href$="/receipt"]').first().getAttribute("href");
    const receipt = await own.request.get(link!);
    expect(receipt.headers()["content-type"]).toBe("application/pdf");
    expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");

    await expect(own.locator("html")).toHaveAttribute("lang", language);
    expect(complaints).toEqual([]);
    for (const page of [own, contact, reviewer, mail]) await page.context().close();
  });
}

test("a company enters what is needed, and a reviewer decides, by keyboard alone", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const company = newcomer("en", "NL");
  const { own, contact, reviewer, mail } = await browsers(browser, baseURL!, { language: "en" });
  const complaints = watch(own);
  watch(reviewer, complaints);
  await signIn(mail, people.operator);
  await signIn(reviewer, people.reviewer);
  await createAccount(own, company);
  const form = (page: Page, action: string) => page.locator(`form[action="/api/${action}"]`);
  const sends = (page: Page, action: string) => press(page, form(page, action).locator('button[type="submit"]').last());

  await sends(own, "postpone-mpn");
  await own.waitForURL("**/enroll/legal-profile");
  await settled(own);
  await write(own, form(own, "enter-legal-profile").locator('[name="address"]'), "1 Harbour Road");
  await sends(own, "enter-legal-profile");
  await own.waitForURL("**/enroll/primary-contact");
  await settled(own);
  const person = form(own, "enter-primary-contact");
  await write(own, person.locator('[name="name"]'), "Anna Berg");
  await write(own, person.locator('[name="email"]'), contactOf(company));
  await own.keyboard.press("Enter");
  await own.waitForURL("**/enroll/support-contact");
  await settled(own);
  await write(own, form(own, "enter-support-contact").locator('[name="email"]'), `support@${company.tenant}.example`);
  await own.keyboard.press("Enter");
  await own.waitForURL("**/enroll/review");
  await settled(own);
  await sends(own, "enroll-now");
  await expect(own).toHaveURL(/\/enrollment\?done=enrolled/);
  await confirm(contact, mail, company);

  await reviewer.goto(`/cases?search=${encodeURIComponent(company.name)}`);
  await settled(reviewer);
  await press(reviewer, reviewer.locator("tbody th").locator('a[href^="/cases/"]').first());
  await reviewer.waitForURL(/\/cases\/[0-9a-f-]+$/);
  await settled(reviewer);
  await press(reviewer, reviewer.locator('button[name="then"][value="take"]'));
  await expect(reviewer).toHaveURL(/done=case_taken/);
  await settled(reviewer);
  await press(reviewer, reviewer.locator('main a[href$="/decision"]'));
  await reviewer.waitForURL("**/decision");
  await settled(reviewer);
  await sends(reviewer, "decide-case");
  await expect(reviewer).toHaveURL(/done=case_decided/);
  expect(complaints).toEqual([]);
  for (const page of [own, contact, reviewer, mail]) await page.context().close();
});

for (const script of [true, false]) {
  test(`what was rejected is remedied and objected to, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const language = script ? "en" : "zh-Hans";
    const company = newcomer(language, "NL");
    const { own, contact, reviewer, mail } = await browsers(browser, baseURL!, { language, script });
    await signIn(mail, people.contosoAdminAgent);
    await signIn(reviewer, people.reviewer);
    await createAccount(own, company);
    await send(own, "postpone-mpn");
    await own.waitForURL("**/enroll/legal-profile");
    await enterAndEnroll(own, company);
    await confirm(contact, mail, company);

    await openCase(reviewer, company.name);
    await takeCase(reviewer);
    const failing = reviewer.locator(".case-check", { has: reviewer.locator('option[value="name_unknown"]') });
    await failing.locator("details summary").click();
    await failing.locator('select[name="reason"]').selectOption("name_unknown");
    await failing.locator('form button[type="submit"]').click();
    await reviewer.waitForURL(/\/decision\?check=business&reason=name_unknown/);
    await settled(reviewer);
    // What the reviewer writes is seen in the mail before it is sent, and stands in no address.
    const decision = reviewer.locator('form[action="/api/decide-case"]');
    await decision.locator('textarea[name="note"]').fill("The register knows a Joining Holding.");
    await decision.locator('button[value="decide"]').click();
    await settled(reviewer);
    await expect(reviewer.locator(".mail-text").first()).toContainText("The register knows a Joining Holding.");
    expect(reviewer.url()).not.toContain("Holding");
    await decision.locator('button[value="decide"]').click();
    await expect(reviewer).toHaveURL(/done=case_decided/);

    // The applicant reads why, adds what is wanted, and objects.
    await own.goto("/enrollment");
    await settled(own);
    await expect(own.locator("main")).toContainText("The register knows a Joining Holding.");
    const upload = own.locator('form[action="/documents"]');
    await upload.locator('select[name="kind"]').selectOption("tax_record");
    const buffer = Buffer.from("%PDF-1.7\n1 0 obj\nregister\nendobj\ntrailer\n%%EOF\n");
    await upload.locator('input[type="file"]').setInputFiles({ name: "register.pdf", mimeType: "application/pdf", buffer });
    await upload.locator('button[type="submit"]').click();
    await expect(own).toHaveURL(/done=document_added/);
    await settled(own);
    const appeal = own.locator('form[action="/api/appeal"]');
    await own.locator("details", { has: appeal }).locator("summary").click();
    await appeal.locator("textarea").fill("The extract shows our name.");
    await appeal.locator('button[type="submit"]').click();
    await expect(own).toHaveURL(/done=/);

    // The reviewer sees both, and passes what is left.
    await openCase(reviewer, company.name);
    await expect(reviewer.locator("main")).toContainText("The extract shows our name.");
    await expect(reviewer.locator('main a[href^="/documents/"]')).toHaveCount(1);
    await decide(reviewer, "/decision");

    // Without the MPN ID nothing is signed, and the way to associate it is there.
    await own.goto("/agreement/partner_agreement");
    await settled(own);
    await own.locator(".refused button").first().click({ force: true });
    const remedy = own.locator('.popover a[href="/settings/organization/identifiers"]').first();
    await expect(remedy).toBeVisible();
    await remedy.click();
    await own.waitForURL("**/settings/organization/identifiers");
    for (const page of [own, contact, reviewer, mail]) await page.context().close();
  });
}
