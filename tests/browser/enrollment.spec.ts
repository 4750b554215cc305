// Enrolling: from no account to "in review", by a company nobody knew; with and without JavaScript.
import { expect, test } from "@playwright/test";
import { send } from "./support/joining";
import { look } from "./support/looks";
import { linkFromMail, open, people, settled, signIn, watch } from "./support/portal";

// A company whose test failed halfway is there already.
test.describe.configure({ retries: 0 });

for (const { script, language, width, company, tenant } of [
  { script: true, language: "en", width: 1280, company: "Tailwind Cloud", tenant: "tailwindcloud" },
  { script: false, language: "zh-Hant", width: 390, company: "Litware Cloud", tenant: "litwarecloud" },
] as const) {
  test(`a company enrolls, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const own = await open(browser, baseURL!, { script, language, width });
    const mail = await open(browser, baseURL!, { script: false, language });
    const contact = await open(browser, baseURL!, { script, language, width, theme: "dark" });
    const complaints = watch(own);
    watch(contact, complaints);
    await signIn(mail, people.contosoAdminAgent);
    const address = `partner@${tenant}.example`;

    // The program, and what will be needed.
    await own.goto("/sign-in");
    await own.locator('main a[href="/start"]').click();
    await own.waitForURL("**/start");
    await look(own, "the program", script);
    await own.locator('main a[href="/enroll"]').click();
    await look(own, "Welcome", script);
    await own.locator('main a[href="/enroll/work-account"]').click();
    await look(own, "the work account", script);
    await own.locator('main a[href="/enroll/create"]').click();
    await look(own, "a new work account", script);
    const create = own.locator('form[action="/api/sign-up-to-enroll"]');
    await create.locator('select[name="country"]').selectOption("TW");
    await send(own, "sign-up-to-enroll", {
      name: company,
      domain: tenant,
      admin_name: "Grace Lin",
      admin_user: "grace",
      password: "violet kettle on tuesdays",
      repeated_password: "another",
    });
    // Nothing typed is lost but the passwords.
    await settled(own);
    await expect(create.locator(".error-summary")).toBeVisible();
    await expect(create.locator('input[name="name"]')).toHaveValue(company);
    await send(own, "sign-up-to-enroll", {
      password: "violet kettle on tuesdays",
      repeated_password: "violet kettle on tuesdays",
    });
    await own.waitForURL("**/enroll/mpn-id");
    await look(own, "the MPN ID", script);
    await own.locator('form[action="/api/postpone-mpn"] button[type="submit"]').click();

    await own.waitForURL("**/enroll/legal-profile");
    await look(own, "the legal business profile", script);
    await send(own, "enter-legal-profile", { address: "1 Harbour Road\nTaipei", website: "ftp://nowhere" });
    await settled(own);
    await expect(own.locator('input[name="website"]')).toHaveAttribute("aria-invalid", "true");
    await send(own, "enter-legal-profile", { website: `https://${tenant}.example/` });

    // Left, and gone on with where it stopped.
    await own.waitForURL("**/enroll/primary-contact");
    await own.goto("/enrollment");
    await look(own, "a draft", script);
    await own.locator('main a[href="/enroll/primary-contact"].button-primary').click();
    await own.waitForURL("**/enroll/primary-contact");
    await settled(own);
    await send(own, "enter-primary-contact", { name: "Anna Berg", email: "anna@gmail.com" });
    await settled(own);
    await expect(own.locator('input[name="email"]')).toHaveAttribute("aria-invalid", "true");
    await look(own, "an address of a mail service", script);
    await send(own, "enter-primary-contact", { email: address });
    await own.waitForURL("**/enroll/support-contact");
    await settled(own);
    await send(own, "enter-support-contact", { email: `support@${tenant}.example` });
    await own.waitForURL("**/enroll/review");
    await look(own, "the review", script);
    // Going back loses nothing.
    await own.goto("/enroll/primary-contact");
    await settled(own);
    await expect(own.locator('input[name="email"]')).toHaveValue(address);
    await own.goto("/enroll/review");
    await settled(own);
    await own.locator('form[action="/api/enroll-now"] button[type="submit"]').click();
    await expect(own).toHaveURL(/\/enrollment\?done=enrolled/);
    await look(own, "a submitted enrollment", script);

    // The primary contact: opening the link changes nothing, one box is not enough.
    const link = await linkFromMail(mail, address, "/confirm/");
    await contact.goto(link);
    await look(contact, "the question to the primary contact", script);
    const answer = contact.locator('form[action="/api/answer-confirmation"]').first();
    await answer.locator('input[name="signed_up"]').check();
    await answer.locator('button[type="submit"]').click();
    await settled(contact);
    await expect(answer.locator('input[name="company_address"]')).toHaveAttribute("aria-invalid", "true");
    await answer.locator('input[name="signed_up"]').check();
    await answer.locator('input[name="company_address"]').check();
    await answer.locator('button[type="submit"]').click();
    await expect(contact).toHaveURL(/done=contact_confirmed/);
    await expect(contact.locator('.refusal[data-code="contact_answered"]')).toBeVisible();
    await look(contact, "an answer that was given", script);

    await own.goto("/enrollment");
    await settled(own);
    await expect(own.locator(".badge").first()).toBeVisible();
    await look(own, "an enrollment in review", script);
    await own.goto("/");
    await settled(own);
    await expect(own.locator('main a[href="/enrollment"]')).toBeVisible();
    expect(complaints).toEqual([]);
  });
}
