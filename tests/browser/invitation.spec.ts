// Invitation links: opening one changes nothing, and each outcome has its own words.
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { expectInOrder, expectLooksRight } from "./support/looks";
import {
  answerWithNewAccount,
  authorizeButton,
  cancelRequest,
  companyPassword,
  domainFor,
  end,
  endRelationshipLink,
  fillSignIn,
  linkFromMail,
  open,
  people,
  prefer,
  requestRelationship,
  settled,
  signIn,
  signInAnew,
  takeBackAny,
  unique,
  watch,
} from "./support/portal";

test.describe.configure({ mode: "serial" });
test.beforeEach(() => test.setTimeout(180_000));

/** All that decides stands on one screen of a desktop, on two of a phone, and what is behind it is folded. */
async function expectShort(page: Page) {
  const before = page.viewportSize()!;
  const decline = page.locator(".decline > summary");
  for (const [width, height, screens] of [[1280, 800, 1], [390, 844, 2]] as const) {
    await page.setViewportSize({ width, height });
    for (const control of [page.locator('input[name="confirmed"]'), page.locator(authorizeButton), decline]) {
      const end = await control.evaluate((it) => it.getBoundingClientRect().bottom + scrollY);
      expect(end, `${control}, ${width} px`).toBeLessThanOrEqual(height * screens);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const [authorize, other] = [await page.locator(authorizeButton).boundingBox(), await decline.boundingBox()];
  expect(other!.y, "one line of buttons").toBe(authorize!.y);
  const limits = page.locator("details", { has: page.locator(".abilities-not") });
  await expect(limits.locator(".abilities-not")).toBeHidden();
  await limits.locator("summary").click();
  await expect(limits.locator(".abilities-not")).toBeVisible();
  await limits.locator("summary").click();
  await page.setViewportSize(before);
}

async function loads(request: APIRequestContext, link: string) {
  for (let n = 0; n < 20; n += 1) {
    const answer = n % 2 ? await request.get(link) : await request.head(link);
    expect(answer.status()).toBe(200);
  }
}

test("twenty loads and a visit without a person leave an invitation as it was", async ({ browser, page, request: api, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const recipient = `${unique("scan")}@scanned.example`;
  const invitation = await requestRelationship(page, recipient);
  const link = await linkFromMail(page, recipient);
  await page.goto(invitation);
  const before = await page.locator(".timeline").innerText();

  await loads(api, link);
  const visitor = await open(browser, baseURL!);
  const sent: string[] = [];
  visitor.on("request", (request) => sent.push(request.method()));
  await visitor.goto(link);
  // Once settled, the page is hydrated and sends no more requests.
  await settled(visitor);
  expect(new Set(sent)).toEqual(new Set(["GET"]));

  await page.goto(invitation);
  expect(await page.locator(".timeline").innerText()).toBe(before);
  await visitor.context().close();
});

test("replaced, canceled, unknown and foreign links each answer as they should", async ({ browser, page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const recipient = `${unique("again")}@twice.example`;
  const invitation = await requestRelationship(page, recipient);
  const first = await linkFromMail(page, recipient);

  const stranger = await open(browser, baseURL!);
  const partner = await open(browser, baseURL!, { theme: "dark" });
  const complaints = watch(stranger, watch(partner));
  await stranger.goto(first);
  await settled(stranger);
  await expectLooksRight(stranger, "a relationship's link, for a stranger");

  await page.goto(invitation);
  await settled(page);
  await page.getByRole("button", { name: "Resend", exact: true }).click();
  await expect(page.locator('[role="status"]').first()).toBeVisible();
  const second = await expect
    .poll(async () => linkFromMail(page, recipient), { timeout: 20_000 })
    .not.toBe(first)
    .then(() => linkFromMail(page, recipient));
  await stranger.goto(first);
  await expect(stranger.locator("main")).toContainText("There's a newer link");
  await settled(stranger);
  await expectLooksRight(stranger, "a link that was replaced");

  // A partner cannot become a customer; the page says so instead of offering the button.
  await signIn(partner, people.fourthCoffeeGlobalAdmin);
  await partner.goto(second);
  await expect(partner.locator('form[action="/api/accept-link"]')).toHaveCount(0);
  await settled(partner);
  await expectLooksRight(partner, "a relationship's link, for a partner");

  await page.goto(invitation);
  await settled(page);
  await cancelRequest(page);
  await expect(page.locator("main")).toContainText("Canceled");
  await stranger.goto(second);
  await expect(stranger.locator("main")).toContainText("This invitation was canceled");
  await settled(stranger);
  await expectLooksRight(stranger, "a link that was taken back");
  await stranger.goto(`${second}/sign-up`);
  await settled(stranger);
  await expectLooksRight(stranger, "making a work account with a link that was taken back");

  const missing = await stranger.goto(`/invitation/${"a".repeat(64)}`);
  expect(missing?.status()).toBe(404);
  await expect(stranger.locator("main")).toContainText("it doesn't match any invitation");
  await settled(stranger);
  await expectLooksRight(stranger, "a link that never was");
  await partner.goto(`/invitation/${"a".repeat(60)}。`);
  await expect(partner.locator("main")).toContainText("the last 4 characters are missing");
  await settled(partner);
  await expectLooksRight(partner, "a link that never was, signed in");
  expect(complaints).toEqual([]);
  for (const page of [stranger, partner]) await page.context().close();
});

for (const script of [true, false]) {
  test(`a link that made a tenant leads to signing in and back, ${script ? "with" : "without"} JavaScript`, async ({ browser, page, baseURL }) => {
    test.setTimeout(120_000);
    await prefer(page.context(), baseURL!, "en");
    await signIn(page, people.directBillAdmin);
    const name = unique("Used ");
    const domain = domainFor(name);
    const recipient = `${domain}@used.example`;
    await requestRelationship(page, recipient);
    const link = await linkFromMail(page, recipient);
    const first = await open(browser, baseURL!, { script });
    await answerWithNewAccount(first, link, { name, domain, country: "US" });
    await first.goto("/settings");
    const [address] = /robin@[a-z0-9.-]+/.exec((await first.locator("body").textContent())!)!;
    await first.context().close();

    // The same person in another browser: no form that would be refused, but the way back to the invitation.
    const again = await open(browser, baseURL!, { script });
    const complaints = watch(again);
    await again.goto(link);
    await expect(again.locator('form[action="/api/continue-link"] button[value="sign-up"]')).toHaveCount(0);
    await again.goto(`${link}/sign-up`);
    await settled(again);
    await expect(again.locator('[data-code="link_made_tenant"]')).toBeVisible();
    await expect(again.locator('form[action="/api/sign-up"]')).toHaveCount(0);
    const what = "making a work account with a link that made one";
    await (script ? expectLooksRight(again, what) : expectInOrder(again, what));
    await again.locator('main a[href^="/sign-in"]').click();
    await settled(again);
    await fillSignIn(again, address, companyPassword);
    await expect(again).toHaveURL(new RegExp(`${link}(\\?.*)?$`));
    await expect(again.locator('input[name="confirmed"]')).toBeVisible();
    expect(complaints).toEqual([]);
    await again.context().close();
  });

  test(`what follows a link in running text does not belong to it, ${script ? "with" : "without"} JavaScript`, async ({ browser, page, baseURL }) => {
    await prefer(page.context(), baseURL!, "en");
    await signIn(page, people.directBillAdmin);
    const recipient = `${unique("text")}@running.example`;
    await requestRelationship(page, recipient);
    const link = await linkFromMail(page, recipient);
    const stranger = await open(browser, baseURL!, { script });
    const complaints = watch(stranger);
    for (const trailing of ["，謝謝。", ".", ")", "。", "）", "%20", ">", "*"]) {
      const loaded = await stranger.goto(`${link}${trailing}`);
      expect(loaded?.status(), trailing).toBe(200);
      await expect(stranger.locator('form[action="/api/continue-link"]')).toBeVisible();
    }
    // It goes on with the link as it was sent.
    await settled(stranger);
    await stranger.locator('form[action="/api/continue-link"] button[value="sign-up"]').click();
    await expect(stranger).toHaveURL(new RegExp(`${link}/sign-up$`));
    expect(complaints).toEqual([]);
    await stranger.context().close();
  });

  test(`a message too long for mail programs is copied, ${script ? "with" : "without"} JavaScript`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL!, { script });
    const complaints = watch(page);
    await signIn(page, people.directBillAdmin);
    const recipient = `${unique("long")}@running.example`;
    const send = async (text: string) => {
      await page.goto("/customers/request");
      await settled(page);
      await page.locator('input[name="recipient"]').fill(recipient);
      await page.locator('textarea[name="text"]').fill(text);
      await page.locator('button[name="then"][value="copy"]').click();
      await expect(page.locator("#ready-link")).toBeVisible();
      await settled(page);
      return (await page.locator('#ready a[href^="mailto:"]').getAttribute("href"))!;
    };
    const long = `${"您好，請與我們合作。".repeat(60)}\n\n{link}`;
    const short = await send(long);
    expect(short.length).toBeLessThanOrEqual(2000);
    expect(short).toContain("&body=http");
    await expect(page.locator("#ready")).toContainText("Open in email fills in only the subject and the link");
    expect(await page.locator('textarea[name="ready-text"]').inputValue()).toContain("您好");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test("declined and accepted links say so to whoever opens them", async ({ browser, page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const stranger = await open(browser, baseURL!, { language: "zh-Hans" });
  const customer = await open(browser, baseURL!, { language: "zh-Hant" });
  const complaints = watch(stranger, watch(customer));

  const unwilling = unique("Unwilling Blossom ");
  await requestRelationship(page, `${domainFor(unwilling)}@declined.example`);
  const declined = await linkFromMail(page, `${domainFor(unwilling)}@declined.example`);
  await answerWithNewAccount(customer, declined, { name: unwilling, domain: domainFor(unwilling), country: "US" });
  await expectShort(customer);
  await customer.locator("details", { has: customer.locator('form[action="/api/decline-link"]') }).locator("summary").click();
  await customer.locator('textarea[name="reason"]').fill("We have somebody already.");
  await expectLooksRight(customer, "a relationship's link, about to be declined");
  await customer.locator('form[action="/api/decline-link"] button[type="submit"]').click();
  await expect(customer.locator('[data-code="invitation_declined"]')).toBeVisible();
  await settled(customer);
  await expectLooksRight(customer, "a link that one has declined");
  await stranger.goto(declined);
  await settled(stranger);
  await expectLooksRight(stranger, "a link that was declined");

  // The same organization may be asked again, and accept with fewer rights than requested.
  await requestRelationship(page, `${domainFor(unwilling)}@declined.example`);
  const second = await linkFromMail(page, `${domainFor(unwilling)}@declined.example`);
  expect(second).not.toBe(declined);
  await customer.goto(second);
  await settled(customer);
  await customer.locator('input[name="grants[]"]').first().uncheck();
  await customer.locator('input[name="confirmed"]').check();
  await customer.locator(authorizeButton).click();
  await expect(customer.locator('main a[href="/grants"]').first()).toBeVisible();
  await settled(customer);
  await expectLooksRight(customer, "a relationship that was accepted in part");
  await stranger.goto(second);
  await expect(stranger.locator('[data-code="invitation_accepted"]')).toBeVisible();
  await settled(stranger);
  await expectLooksRight(stranger, "a link that was accepted by somebody else");

  // All of it has ended: no partner can act for the customer any more.
  await customer.goto("/grants");
  await settled(customer);
  await end(customer, endRelationshipLink);
  await expect(customer.locator(".empty").first()).toBeVisible();
  await settled(customer);
  await expectLooksRight(customer, "grants of which none is left");
  expect(complaints).toEqual([]);
  for (const page of [stranger, customer]) await page.context().close();
});

test("whoever may not accept is told what is missing instead of being offered the button", async ({ browser, page, baseURL }) => {
  await prefer(page.context(), baseURL!, "en");
  await signIn(page, people.directBillAdmin);
  const unknown = `${unique("anyone")}@anyone.example`;
  await requestRelationship(page, unknown);
  const toAnyone = await linkFromMail(page, unknown);
  await signIn(page, people.cohoGlobalAdmin);
  const neighbor = `${unique("neighbor")}@anyone.example`;
  await requestRelationship(page, neighbor);
  const toNeighbor = await linkFromMail(page, neighbor);
  await signIn(page, people.relecloudGlobalAdmin);
  await takeBackAny(page, "/customers/requests", people.treyGlobalAdmin);
  const addressed = await requestRelationship(page, people.treyGlobalAdmin);
  const toTrey = await linkFromMail(page, people.treyGlobalAdmin);
  // The demo world holds an open request to Margie's Cloud, which has not signed the agreement.
  const toMargie = await linkFromMail(page, people.margieGlobalAdmin);

  const visitor = await open(browser, baseURL!);
  const complaints = watch(visitor);
  for (const [who, link, code] of [
    [people.margieGlobalAdmin, toMargie, /mpn|agreement/],
    [people.woodgroveBilling, toNeighbor, /role_missing/],
    [people.litwareGlobalAdmin, toTrey, /addressed_to_another/],
    [people.woodgroveGlobalAdmin, toAnyone, /region/],
    [people.directBillAdmin, toAnyone, /itself/],
  ] as const) {
    await signIn(visitor, who);
    await visitor.goto(link);
    await expect(visitor.locator("main .refusal").first()).toHaveAttribute("data-code", code);
    await expect(visitor.locator('form[action="/api/accept-link"]')).toHaveCount(0);
    await settled(visitor);
    await expectLooksRight(visitor, `a link that ${who} may not answer`);
  }
  // A user of several organizations chooses one first.
  await signInAnew(visitor, people.fourthCoffeeAdminAgent);
  await visitor.goto(toAnyone);
  await expect(visitor.locator('main a[href^="/choose-organization"]')).toBeVisible();
  await settled(visitor);
  await expectLooksRight(visitor, "a link, before an organization was chosen");
  // A signed-in user cannot create a second account.
  await visitor.goto(`${toAnyone}/sign-up`);
  await settled(visitor);
  await expectLooksRight(visitor, "making a work account while signed in");

  await page.goto(addressed);
  await settled(page);
  await cancelRequest(page);
  expect(complaints).toEqual([]);
  await visitor.context().close();
});
