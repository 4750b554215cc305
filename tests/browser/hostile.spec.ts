// Typed text is shown as text everywhere, and no other site can make the portal do anything.
import { expect, test, type Page } from "@playwright/test";
import { browsers, confirm, createAccount, enterAndEnroll, openCase, send, takeCase } from "./support/joining";
import {
  addProduct,
  answerWithNewAccount,
  authorizeButton,
  companyPassword,
  domainFor,
  end,
  endPartnershipLink,
  endRelationshipLink,
  fillSignIn,
  goToPartnership,
  linkFromMail,
  open,
  people,
  prefer,
  requestPartnership,
  requestRelationship,
  settled,
  signIn,
  takeBackAny,
  unique,
  watch,
} from "./support/portal";

const hostile = "</textarea><script>window.broken = true</script><img src=x onerror='window.broken = true'>";
/** The same for shorter fields, and breaking out of an attribute too. */
const short = `"></textarea><script>broken=1</script><img src=x onerror=broken=1>`;

/** Expects that no typed text has become part of this page's markup; and, if given, that it can be read there. */
async function expectText(page: Page, what: string, shown?: string) {
  if (shown) await expect(page.locator("main"), what).toContainText(shown);
  await settled(page);
  await expect(page.locator('img[src="x"], [onerror]'), what).toHaveCount(0);
  const scripts = await page.locator("script").allTextContents();
  expect(scripts.filter((script) => /^\s*(window\.)?broken\s*=/.test(script)), what).toEqual([]);
  expect(await page.evaluate(() => "broken" in window), what).toBe(false);
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`markup in every text of an invitation stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    const complaints = watch(page);
    await signIn(page, people.directBillAdmin);
    await page.goto("/customers/request");
    await settled(page);
    await page.locator('input[name="recipient"]').fill(hostile);
    await page.locator('input[name="subject"]').fill(`About ${hostile}`);
    // Without an address and without the link first: the texts come back as they were typed.
    await page.locator('textarea[name="text"]').fill(hostile);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.locator('[aria-invalid="true"], .error-summary').first()).toBeVisible();
    await expectText(page, "a request that was refused");
    await expect(page.locator('textarea[name="text"]')).toHaveValue(hostile);
    await expect(page.locator('input[name="recipient"]')).toHaveValue(hostile);
    await expect(page.locator('input[name="subject"]')).toHaveValue(`About ${hostile}`);
    const recipient = `${unique("markup")}@hostile.example`;
    await page.locator('input[name="recipient"]').fill(recipient);
    await page.locator('textarea[name="text"]').fill(`${hostile}\n{link}`);
    await page.locator('button[name="then"][value="draft"]').click();
    await expect(page).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
    await expectText(page, "a draft", hostile);
    await page.goto(`${new URL(page.url()).pathname}?edit=1`);
    await settled(page);
    await expect(page.locator('textarea[name="text"]')).toHaveValue(`${hostile}\n{link}`);
    await expectText(page, "a draft in the editor");
    // The finished text, to be sent by the user's own mail.
    await page.locator('form[action="/api/edit-invitation"] button[value="copy"]').click();
    await expect(page.locator("#ready-link")).toBeVisible();
    expect(await page.locator('textarea[name="ready-text"]').inputValue()).toContain(hostile);
    await expectText(page, "a request to send by oneself", hostile);
    await settled(page);
    const before = await page.locator(".timeline li").count();
    await page.getByRole("button", { name: "Resend", exact: true }).click();
    await expect(page.locator(".timeline li")).not.toHaveCount(before);
    await linkFromMail(page, recipient);
    await expect(page.locator("pre")).toContainText(hostile);
    await expectText(page, "the mail", hostile);
    await page.goto(`/demo/mailbox?search=${encodeURIComponent(recipient)}`);
    await expectText(page, "the mailbox", hostile);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test(`markup in what a customer writes stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script });
    const customer = await open(browser, baseURL!, { script, userAgent: `Browser ${hostile}` });
    const complaints = watch(page, watch(customer));
    await signIn(page, people.directBillAdmin);
    const name = `${unique("Odd ")}${short}`;
    const domain = domainFor(unique("odd"));
    await requestRelationship(page, `${domain}@hostile.example`);
    const link = await linkFromMail(page, `${domain}@hostile.example`);
    await customer.goto(`${link}/sign-up`);
    await settled(customer);
    // All fields wrong first: typed values come back, except for passwords.
    for (const field of ["name", "domain", "admin_name", "admin_user", "password", "repeated_password"]) {
      await customer.locator(`input[name="${field}"]`).fill(hostile);
    }
    await customer.locator('form[action="/api/sign-up"] button[type="submit"]').last().click();
    await expect(customer.locator(".error-summary")).toBeVisible();
    await expectText(customer, "a sign-up that was refused");
    await expect(customer.locator('input[name="name"]')).toHaveValue(hostile);
    await expect(customer.locator('input[name="admin_user"]')).toHaveValue(hostile.slice(0, 64));
    for (const field of ["password", "repeated_password"]) await expect(customer.locator(`input[name="${field}"]`)).toHaveValue("");
    await answerWithNewAccount(customer, link, { name, domain, country: "US", person: short });
    await expectText(customer, "the question whether to accept", name);
    await customer.locator("details", { has: customer.locator('form[action="/api/decline-link"]') }).locator("summary").click();
    await customer.locator('textarea[name="reason"]').fill(hostile);
    await customer.locator('form[action="/api/decline-link"] button[type="submit"]').click();
    await expect(customer.locator('[data-code="invitation_declined"]')).toBeVisible();
    await expectText(customer, "a link that was declined");
    // The person, the organization and the browser, as the portal shows them.
    for (const path of ["/", "/grants", "/settings", "/demo/mailbox"]) {
      await customer.goto(path);
      await expectText(customer, path);
    }
    await expect(customer.locator(".acting-for")).toContainText(short);
    await expect(customer.locator(".account-name")).toContainText(short);
    await customer.goto("/settings/sessions");
    // A browser's name is cut off at its first blank.
    await expectText(customer, "sessions", hostile.split(" ")[0]);
    await customer.goto("/sign-in");
    await expectText(customer, "signing in while signed in", short);
    // The reason, where the partner reads it.
    await page.goto(`/customers/requests?search=${domain}`);
    await expectText(page, "the list of requests", domain);
    await page.locator('tbody a[href^="/invitations/"]').first().click();
    await expect(page).toHaveURL(/\/invitations\//);
    await expectText(page, "a request that was declined", hostile);
    await page.goto("/");
    await expectText(page, "the partner's overview");

    // After another request, it accepts, and is a customer among the others.
    await requestRelationship(page, `${domain}@hostile.example`);
    await customer.goto(await linkFromMail(page, `${domain}@hostile.example`));
    await settled(customer);
    await customer.locator('input[name="confirmed"]').check();
    await customer.locator(authorizeButton).click();
    await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();
    await expectText(customer, "what was granted");
    await customer.goto("/grants");
    await expectText(customer, "who can act for the customer");
    await lookAtCustomer(page, domain, short);
    // And leaves again: it is gone from every list.
    await end(customer, endRelationshipLink, hostile);
    await expect(customer.locator(".empty").first()).toBeVisible();
    expect(complaints).toEqual([]);
    for (const one of [page, customer]) await one.context().close();
  });

  test(`markup in a new customer's details stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await open(browser, baseURL!, { script });
    const admin = await open(browser, baseURL!, { script });
    const complaints = watch(page, watch(admin));
    await signIn(page, people.directBillAdmin);
    await page.goto("/customers/new");
    await expect(page.locator('input[name="domain"]')).toBeVisible();
    await settled(page);
    const texts = ["name", "domain", "street", "city", "postal_code", "contact", "admin_name", "admin_user"];
    for (const field of texts) await page.locator(`input[name="${field}"]`).fill(hostile);
    const next = page.getByRole("button", { name: "Next: Subscriptions" });
    await next.click();
    await expect(page.locator('input[name="contact"]')).toHaveAttribute("aria-invalid", "true");
    await expectText(page, "details that were refused");
    for (const field of texts) await expect(page.locator(`input[name="${field}"]`), field).toHaveValue(hostile);
    const domain = domainFor(unique("odder"));
    const name = `${unique("Odder ")}${short}`;
    for (const [field, value] of [
      ["name", name],
      ["domain", domain],
      ["street", `1 ${short}`],
      ["city", `2 ${short}`],
      ["postal_code", `3 ${short}`],
      ["contact", `${domain}@hostile.example`],
      ["admin_name", short],
      ["admin_user", "odd"],
    ]) {
      await page.locator(`input[name="${field}"]`).fill(value);
    }
    await next.click();
    await page.waitForURL(/\/subscriptions/);
    await expectText(page, "subscriptions", name);
    await page.locator("#product-search").fill(hostile);
    await page.locator('button[name="go"][value="search"]').last().click();
    await expect(page.locator("#catalog .empty")).toBeVisible();
    await expectText(page, "a search for products");
    await expect(page.locator("#product-search")).toHaveValue(hostile);
    const quantity = await addProduct(page, "Power BI Pro", hostile);
    await page.getByRole("button", { name: "Next: Review" }).click();
    await expect(quantity).toHaveAttribute("aria-invalid", "true");
    await expect(quantity).toHaveValue(hostile);
    await expectText(page, "a quantity that is none");
    await quantity.fill("2");
    await page.getByRole("button", { name: "Next: Review" }).click();
    await page.waitForURL(/\/review/);
    for (const text of [name, `1 ${short}`, `2 ${short}`, `3 ${short}`]) await expectText(page, "the review", text);
    await page.getByRole("button", { name: "Create customer and place order" }).click();
    await page.waitForURL(/\/confirmation/);
    await expectText(page, "the confirmation", name);
    const account = await page.locator("#setup-user-name").inputValue();
    const temporary = await page.locator("#setup-password").inputValue();
    await lookAtCustomer(page, domain, short);
    await expect(page.locator("main")).toContainText(`1 ${short}`);
    await page.goto(`/customers/${page.url().split("/").pop()!.split("?")[0]}/subscriptions/new`);
    await expectText(page, "a new subscription", name);
    await page.locator("#product-search").fill(hostile);
    await page.locator('button[name="go"][value="search"]').last().click();
    await expect(page.locator("#catalog .empty")).toBeVisible();
    await expectText(page, "a search for products to order");

    await admin.goto("/sign-in");
    await settled(admin);
    await fillSignIn(admin, account, temporary);
    await admin.waitForURL(/settings\/password/);
    await admin.locator('input[name="current_password"]').fill(temporary);
    await admin.locator('input[name="new_password"]').fill(companyPassword);
    await admin.locator('input[name="repeated_password"]').fill(companyPassword);
    await admin.locator('form[action="/api/change-password"] button[type="submit"]').last().click();
    await expect(admin).not.toHaveURL(/settings\/password/);
    await expectText(admin, "the new customer's overview");
    await admin.goto("/grants");
    await expectText(admin, "who can act for the new customer");
    await end(admin, endRelationshipLink, hostile);
    await expect(admin.locator(".empty").first()).toBeVisible();
    await page.goto("/demo/mailbox");
    await expectText(page, "the mailbox");
    expect(complaints).toEqual([]);
    for (const one of [page, admin]) await one.context().close();
  });

  test(`markup in what partners write to each other stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const provider = await open(browser, baseURL!, { script });
    const reseller = await open(browser, baseURL!, { script });
    const complaints = watch(provider, watch(reseller));
    await signIn(provider, people.southridgeGlobalAdmin);
    await signIn(reseller, people.minghuGlobalAdmin);
    await takeBackAny(provider, "/resellers/requests", people.minghuGlobalAdmin);
    if (await goToPartnership(provider, "明湖数码")) {
      const partnership = new URL(provider.url()).pathname;
      await end(provider, endPartnershipLink, hostile);
      await expect(provider.locator(endPartnershipLink)).toHaveCount(0);
      await expectText(provider, "a partnership that one has ended", hostile);
      await reseller.goto(partnership);
      await expectText(reseller, "a partnership that the other has ended", hostile);
      await reseller.goto("/");
      await expectText(reseller, "the reseller's overview");
    }
    await provider.goto("/resellers/request");
    await settled(provider);
    await provider.locator('input[name="recipient"]').fill(people.minghuGlobalAdmin);
    await provider.locator('input[name="subject"]').fill(`About ${hostile}`);
    await provider.locator('textarea[name="text"]').fill(`${hostile}\n{link}`);
    await provider.locator('button[name="then"][value="send"]').click();
    await expect(provider).toHaveURL(/\/invitations\/[0-9a-f-]{36}/);
    const request = new URL(provider.url()).pathname;
    await reseller.goto(await linkFromMail(provider, people.minghuGlobalAdmin));
    await expectText(reseller, "a partnership's link", hostile);
    await reseller.locator("details", { has: reseller.locator('form[action="/api/decline-link"]') }).locator("summary").click();
    await reseller.locator('textarea[name="reason"]').fill(`No: ${hostile}`);
    await reseller.locator('form[action="/api/decline-link"] button[type="submit"]').click();
    await expect(reseller.locator('[data-code="invitation_declined"]')).toBeVisible();
    await expectText(reseller, "a partnership that was declined");
    await provider.goto(request);
    await expectText(provider, "a request that was declined", `No: ${hostile}`);
    // Restores the previous state.
    await requestPartnership(provider, people.minghuGlobalAdmin);
    await reseller.goto(await linkFromMail(provider, people.minghuGlobalAdmin));
    await settled(reseller);
    await reseller.locator('input[name="confirmed"]').check();
    await reseller.locator(authorizeButton).click();
    await expect(reseller.locator('main a[href^="/partnerships/"]').first()).toBeVisible();
    expect(complaints).toEqual([]);
    for (const page of [provider, reseller]) await page.context().close();
  });

  test(`markup in addresses and searches stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, baseURL!, { script });
    const complaints = watch(page);
    const typed = encodeURIComponent(hostile);
    await page.goto(`/sign-in?next=${typed}`);
    await expectText(page, "signing in on the way to somewhere");
    await fillSignIn(page, hostile, hostile);
    await expect(page.locator(".error-summary")).toBeVisible();
    await expectText(page, "a sign-in that was refused");
    await expect(page.locator('input[name="email"]').first()).toHaveValue(hostile);
    for (const path of [`/invitation/${typed}`, `/invitation/${typed}/sign-up`]) {
      await page.goto(path);
      await expectText(page, path);
    }
    await signIn(page, people.contosoAdminAgent);
    for (const list of ["/customers", "/resellers", "/resellers/requests", "/customers/requests", "/demo/mailbox"]) {
      await page.goto(`${list}?search=${typed}`);
      await expectText(page, `a search in ${list}`);
      await expect(page.locator("#list-search")).toHaveValue(hostile);
      await page.goto(`${list}?sort=${typed}&filter=${typed}&cursor=${typed}&open=${typed}&done=${typed}`);
      await expectText(page, `an odd address of ${list}`);
    }
    for (const path of [
      `/customers/${typed}`,
      `/customers/new/${typed}/review`,
      `/partnerships/${typed}`,
      `/invitations/${typed}`,
      `/demo/mailbox/${typed}`,
      `/customers/new?reseller=${typed}`,
      `/customers/request?customer=${typed}`,
      `/settings/password?next=${typed}`,
      `/choose-organization?next=${typed}`,
      `/${typed}`,
    ]) {
      await page.goto(path);
      await expectText(page, path);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

/** Goes to the customer of this domain by every existing way, and expects its name to be text on each. */
async function lookAtCustomer(page: Page, domain: string, name: string) {
  await page.goto(`/customers?search=${domain}`);
  await expectText(page, "the list of customers", name);
  await page.locator("tbody .expander").first().click();
  await expect(page.locator(".table-detail")).toBeVisible();
  await expectText(page, "an expanded record", name);
  await page.locator("tbody tr th a").first().click();
  await expect(page.locator("h1")).toContainText(name);
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
  await expectText(page, "a customer", name);
}

test("no change from another site", async ({ page, request, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.contosoAdminAgent);
  for (const path of ["sign-out", "cancel-invitation", "place-order", "accept-link", "end-grant", "submit-customer", "move-clock"]) {
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await request.post(`/api/${path}`, { headers, form: { request_id: "1" } });
      expect(answer.status(), `${path} with ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("security headers on every answer", async ({ request }) => {
  for (const path of ["/sign-in", "/healthz", "/no-such-page", "/pkg/tierline.css"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["referrer-policy"], path).toBe("same-origin");
  }
  const page = (await request.get("/sign-in")).headers()["content-security-policy"];
  expect(page).toMatch(/script-src[^;]*'nonce-/);
  expect(page).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`markup in every text of an enrollment stays text, ${how} JavaScript`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const tenant = unique("markup");
    const company = { name: `${tenant.slice(6)} ${short}`, tenant, country: "NL", mpn: "", language: "en" } as const;
    const { own, contact, reviewer, mail } = await browsers(browser, baseURL!, { language: "en", script });
    const complaints = watch(own);
    watch(reviewer, complaints);
    await signIn(mail, people.operator);
    await signIn(reviewer, people.reviewer);
    await createAccount(own, company, short);
    await send(own, "postpone-mpn");
    await own.waitForURL("**/enroll/legal-profile");
    await enterAndEnroll(own, company, { address: short, person: short });
    await expectText(own, "the tracker");
    await own.goto("/enroll/legal-profile");
    await expectText(own, "the step of the profile");
    await expect(own.locator('form[action="/api/enter-legal-profile"] [name="address"]')).toHaveValue(short);
    await confirm(contact, mail, company);
    await expectText(contact, "the confirmation");

    await openCase(reviewer, company.name.split(" ")[0]!);
    await takeCase(reviewer);
    await expectText(reviewer, "the case", short);
    await send(reviewer, "note-on-case", { text: hostile });
    await expect(reviewer).toHaveURL(/done=/);
    await expectText(reviewer, "a note on the case", hostile);
    const failing = reviewer.locator(".case-check", { has: reviewer.locator('option[value="name_unknown"]') });
    await failing.locator("details summary").click();
    await failing.locator('select[name="reason"]').selectOption("name_unknown");
    await failing.locator('form button[type="submit"]').click();
    await reviewer.waitForURL(/\/decision\?check=business&reason=name_unknown/);
    await settled(reviewer);
    const decision = reviewer.locator('form[action="/api/decide-case"]');
    await decision.locator('textarea[name="note"]').fill(hostile);
    await decision.locator('button[value="decide"]').click();
    await expectText(reviewer, "the mail before it is sent", hostile);
    await decision.locator('button[value="decide"]').click();
    await expect(reviewer).toHaveURL(/done=case_decided/);

    await own.goto("/enrollment");
    await expectText(own, "what the reviewer wrote", hostile);
    const appeal = own.locator('form[action="/api/appeal"]');
    await own.locator("details", { has: appeal }).locator("summary").click();
    await appeal.locator("textarea").fill(hostile);
    await appeal.locator('button[type="submit"]').click();
    await expect(own).toHaveURL(/done=/);
    await reviewer.reload();
    await openCase(reviewer, company.name.split(" ")[0]!);
    await expectText(reviewer, "an appeal", hostile);
    expect(complaints).toEqual([]);
    for (const page of [own, contact, reviewer, mail]) await page.context().close();
  });
}
