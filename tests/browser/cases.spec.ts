// A review: the applicant adds a document in one browser, the reviewer decides in another, with the mail shown before it
// is sent; with and without JavaScript.
import { expect, test, type Page } from "@playwright/test";
import { look } from "./support/looks";
import { open, people, settled, signIn, watch } from "./support/portal";

// What a test has decided stays decided.
test.describe.configure({ retries: 0 });

const pdf = (content: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n${content}\nendobj\ntrailer\n%%EOF\n`);

/** Uploads a file as a document of the first kind that is offered. */
async function upload(page: Page, name: string, buffer: Buffer) {
  const form = page.locator('form[action="/documents"]');
  await form.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer });
  await form.locator('button[type="submit"]').click();
}

for (const { script, applicant, company, language, width, then } of [
  // The reviewer has taken this one, and gives it back first.
  { script: true, applicant: people.wingtipGlobalAdmin, company: "Wingtip", language: "en", width: 1280, then: ["give-back", "take"] },
  { script: false, applicant: people.graphicGlobalAdmin, company: "Graphic Design", language: "zh-Hant", width: 390, then: ["take"] },
] as const) {
  test(`an enrollment is reviewed ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const own = await open(browser, baseURL!, { script, language, width });
    const reviewer = await open(browser, baseURL!, { script, language, width });
    const complaints = watch(own);
    watch(reviewer, complaints);
    await signIn(own, applicant);
    await signIn(reviewer, people.reviewer);

    // A page of the web is no document, whatever it is called.
    await own.goto("/enrollment");
    await upload(own, "register.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await expect(own.locator(".error-summary")).toBeVisible();
    await upload(own, "register.pdf", pdf("register"));
    await expect(own).toHaveURL(/done=document_added/);
    await look(own, "an enrollment with a document", script);

    await reviewer.goto("/");
    await look(reviewer, "the queues of a reviewer", script);
    await reviewer.goto(`/cases?state=all&search=${encodeURIComponent(company)}`);
    await look(reviewer, "cases", script);
    await reviewer.locator('tbody th a[href^="/cases/"]').first().click();
    await reviewer.waitForURL(/\/cases\/[0-9a-f-]+$/);
    await look(reviewer, "a case", script);
    for (const step of then) {
      await reviewer.locator(`button[name="then"][value="${step}"]`).click();
      await expect(reviewer).toHaveURL(step === "take" ? /done=case_taken/ : /done=case_given_back/);
      await settled(reviewer);
    }
    const note = reviewer.locator('form[action="/api/note-on-case"]');
    await note.locator("textarea").fill("Looked up in the register.");
    await note.locator('button[type="submit"]').click();
    await expect(reviewer).toHaveURL(/done=case_noted/);

    // The decision is shown with its mail, and only then made.
    await settled(reviewer);
    await reviewer.locator('a[href$="/decision?check=business"]').click();
    await reviewer.waitForURL(/\/decision\?check=business$/);
    await look(reviewer, "a decision before it is made", script);
    await expect(reviewer.locator(".mail-text").first()).toBeVisible();
    await reviewer.locator('form[action="/api/decide-case"] button[type="submit"]').click();
    await expect(reviewer).toHaveURL(/done=case_decided/);

    // The applicant sees the decision, and nothing of the note.
    await own.goto("/enrollment");
    await settled(own);
    await expect(own.locator("body")).not.toContainText("Looked up in the register.");

    // A program admin says who works on it next.
    const admin = await open(browser, baseURL!, { script, language, width });
    watch(admin, complaints);
    await signIn(admin, people.operator);
    await admin.goto(new URL(reviewer.url()).pathname);
    await look(admin, "a case to be assigned", script);
    const assign = admin.locator('form[action="/api/assign-case"]');
    await assign.locator('select[name="reviewer"]').selectOption({ index: 1 });
    await assign.locator('button[type="submit"]').click();
    await expect(admin).toHaveURL(/done=case_assigned/);
    expect(complaints).toEqual([]);
    for (const page of [own, reviewer, admin]) await page.context().close();
  });
}
