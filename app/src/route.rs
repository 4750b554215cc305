//! Paths of the portal, and checks of a path that came from outside.

mod address;

mod enroll;
mod imports;
mod licenses;
mod order_requests;
mod orders;
mod partner;
mod statement;
mod subscription;

pub use enroll::*;
pub use imports::*;
pub use licenses::*;
pub use order_requests::*;
pub use orders::*;
pub use partner::*;
pub use statement::*;
pub use subscription::*;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

pub use address::{decode, encode, is_local, query_value, with_query, without_query};

/// The overview.
pub const OVERVIEW: &str = "/";
/// A provider's resellers.
pub const INDIRECT_RESELLERS: &str = "/resellers";
/// A reseller's providers.
pub const INDIRECT_PROVIDERS: &str = "/providers";
/// **Request a partnership**.
pub const REQUEST_PARTNERSHIP: &str = "/resellers/request";
/// The partnership requests that were sent.
pub const PARTNERSHIP_REQUESTS: &str = "/resellers/requests";
/// **Invite new customers**, for reseller and provider together.
pub const INVITE_FOR_BOTH: &str = "/providers/invite";
/// **Request a reseller relationship**, for the asking partner alone.
pub const REQUEST_RELATIONSHIP: &str = "/customers/request";
/// The requests that were sent to customers.
pub const CUSTOMER_REQUESTS: &str = "/customers/requests";
/// Partnerships are at `/partnerships/{id}`.
pub const PARTNERSHIPS: &str = "/partnerships";
/// An inviter's own page of an invitation is at `/invitations/{id}`.
pub const INVITATIONS: &str = "/invitations";
/// A partner's customers.
pub const CUSTOMERS: &str = "/customers";
/// When subscriptions end.
pub const RENEWALS: &str = "/renewals";
/// For a partner: the customers whose rights end.
pub const ENDING_RIGHTS: &str = "/ending-rights";
/// A customer's partners and what it granted to them.
pub const GRANTS: &str = "/grants";
/// An agreement is read and signed at `/agreement/{kind}`.
pub const SIGN_AGREEMENT: &str = "/agreement";
/// For the operator: **Agreements**. A version is at `/agreements/{id}`.
pub const AGREEMENTS: &str = "/agreements";
/// For the operator: those that have not signed a version.
pub const UNSIGNED: &str = "/agreements/unsigned";
/// For the operator: a new version.
pub const NEW_AGREEMENT: &str = "/agreements/new";
/// **Look up a reseller**.
pub const LOOK_UP: &str = "/resellers/look-up";
/// Mails of the demo.
pub const DEMO_MAILBOX: &str = "/demo/mailbox";
/// For the operator: the organizations of the program.
pub const ORGANIZATIONS: &str = "/organizations";
/// **Add partner**.
pub const ADD_PARTNER: &str = "/organizations/add";
/// For the operator: the registry of members and their MPN IDs.
pub const REGISTRY: &str = "/registry";
/// **Add member**.
pub const ADD_MEMBER: &str = "/registry/add";
/// **Import** into the registry.
pub const IMPORT_MEMBERS: &str = "/registry/import";
/// For the operator: the products, with prices and limits.
pub const CATALOG: &str = "/catalog";
/// **Import price sheet**.
pub const IMPORT_PRICES: &str = "/catalog/import";
/// **Import own price list**.
pub const IMPORT_PRICE_LIST: &str = "/catalog/import-list";
/// Importing what the price sheet lacks of its products.
pub const IMPORT_PRODUCT_DETAILS: &str = "/catalog/import-details";
/// For the operator: mails that could not be delivered.
pub const MAIL_DELIVERY: &str = "/mail-delivery";
/// All subscriptions. Each is at `/subscriptions/{id}`.
pub const SUBSCRIPTIONS: &str = "/subscriptions";
/// A new customer.
pub const NEW_CUSTOMER: &str = "/customers/new";
/// For the operator: the cases of enrollments.
pub const CASES: &str = "/cases";
/// Documents are posted to `/documents`, and fetched at `/documents/{id}`.
pub const DOCUMENTS: &str = "/documents";
/// Language, theme, password, sessions.
pub const SETTINGS: &str = "/settings";
/// **User management**.
pub const USERS: &str = "/settings/users";
/// **Add user**.
pub const ADD_USER: &str = "/settings/users/add";
/// The links that are mailed to new users are at `/join/{token}`.
pub const JOIN: &str = "/join";
/// The links for another password are at `/new-password/{token}`.
pub const NEW_PASSWORD: &str = "/new-password";
/// The caller's sessions.
pub const SESSIONS: &str = "/settings/sessions";
/// The caller's password.
pub const PASSWORD: &str = "/settings/password";
/// The caller's second factor.
pub const SECOND_FACTOR: &str = "/settings/second-factor";
/// New recovery codes, shown once.
pub const RECOVERY_CODES: &str = "/settings/second-factor/recovery-codes";
/// The own region, its countries and their currencies.
pub const CSP_REGION: &str = "/settings/csp-region";
/// For the operator: **Program settings**.
pub const PROGRAM_SETTINGS: &str = "/settings/program";
/// For the operator: the calendar of the program settings.
pub const PROGRAM_CALENDAR: &str = "/settings/program/calendar";
/// For the operator: what was changed of the program settings.
pub const PROGRAM_HISTORY: &str = "/settings/program/history";
/// Of which users of the own organization a second factor is required.
pub const REQUIRED_FACTOR: &str = "/settings/required-second-factor";
/// The own organization's groups of customers.
pub const CUSTOMER_GROUPS: &str = "/settings/customer-groups";
/// **Organization profile**: the MPN ID.
pub const IDENTIFIERS: &str = "/settings/organization/identifiers";
/// **Organization profile**: the legal business profile.
pub const LEGAL_INFO: &str = "/settings/organization/legal-info";
/// **Organization profile**: the place in the program.
pub const PROGRAM_INFO: &str = "/settings/organization/program-info";
/// Sign in.
pub const SIGN_IN: &str = "/sign-in";
/// Sign in, second step: the code of a user with a second factor.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// Choose one of several organizations.
pub const CHOOSE_ORGANIZATION: &str = "/choose-organization";
/// Public: **Find a provider**. A provider's page is below it.
pub const FIND_A_PROVIDER: &str = "/find-a-provider";
/// A provider's own listing in the directory.
pub const OWN_LISTING: &str = "/resellers/listing";
/// The form that proposes a change of it.
pub const PROPOSE_LISTING: &str = "/resellers/listing/propose";
/// What the directory would show, and the button that submits it.
pub const LISTING_PREVIEW: &str = "/resellers/listing/preview";
/// For the operator: what providers have proposed.
pub const LISTING_CHANGES: &str = "/listing-changes";
/// The logos of listings are at `/logos/{digest}/{size}`.
pub const LOGOS: &str = "/logos";
/// A provider's list of messages that ask to partner; each is at `/partner-requests/{id}`.
pub const PARTNER_ASKS: &str = "/partner-requests";
/// Public: invitations are opened at `/invitation/{token}`.
pub const INVITATION: &str = "/invitation";

/// The page on which this agreement is read and signed.
#[must_use]
pub fn sign_agreement(kind: &str) -> String {
    format!("{SIGN_AGREEMENT}/{kind}")
}

/// A version of an agreement, for the operator.
#[must_use]
pub fn agreement_version(id: impl core::fmt::Display) -> String {
    format!("{AGREEMENTS}/{id}")
}

/// Those that have not signed this version.
#[must_use]
pub fn unsigned(id: impl core::fmt::Display) -> String {
    format!("{UNSIGNED}?of={id}")
}

/// The text of a version in the language of this tag, as a file.
#[must_use]
pub fn agreement_file(id: impl core::fmt::Display, language: &str) -> String {
    format!("{AGREEMENTS}/{id}/text/{language}")
}

/// The receipt of the own signature of this version, as a file.
#[must_use]
pub fn agreement_receipt(id: impl core::fmt::Display) -> String {
    format!("{AGREEMENTS}/{id}/receipt")
}

/// A customer's page.
#[must_use]
pub fn customer(id: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{id}")
}

/// The customers in this group.
#[must_use]
pub fn customers_in(group: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}?group={group}")
}

/// A change that puts many customers into a group, or takes them out of it.
#[must_use]
pub fn customer_placing(id: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/in-group/{id}")
}

/// The page that shows a renewed temporary password once.
#[must_use]
pub fn setup_info(customer: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/setup-info")
}

/// A step of the **New customer** wizard; the first has no name.
#[must_use]
pub fn new_customer_step(draft: impl core::fmt::Display, step: &str) -> String {
    if step.is_empty() {
        format!("{NEW_CUSTOMER}/{draft}")
    } else {
        format!("{NEW_CUSTOMER}/{draft}/{step}")
    }
}

/// A mail of the demo mailbox.
#[must_use]
pub fn demo_mail(id: impl core::fmt::Display) -> String {
    format!("{DEMO_MAILBOX}/{id}")
}

/// The name of the input for the quantity of this line. The key does not begin with a digit, because the form
/// parser would take it for an index into a list.
#[must_use]
pub fn line_field(key: impl core::fmt::Display) -> String {
    format!("lines[sku-{key}]")
}

/// The name of the choice of a subscription for the add-on in this line.
#[must_use]
pub fn base_field(key: impl core::fmt::Display) -> String {
    format!("bases[sku-{key}]")
}

/// The name of the input for the last day of this partner's right, or of its whole relationship. The key does not begin
/// with a digit either.
#[must_use]
pub fn end_field(partner: impl core::fmt::Display, of: &str) -> String {
    format!("ends[on-{partner}_{of}]")
}

/// The part of an address that names the product just added, whose field gets the focus.
pub const ADDED: &str = "added";

/// The lines of an order, for an address.
#[must_use]
pub fn lines(lines: &std::collections::BTreeMap<String, String>) -> String {
    lines
        .iter()
        .map(|(sku, quantity)| format!("{sku}:{}", encode(quantity)))
        .collect::<Vec<_>>()
        .join(",")
}

/// The lines of an order, from an address.
#[must_use]
pub fn read_lines(text: &str) -> Vec<(String, String)> {
    text.split(',')
        .filter_map(|line| line.split_once(':'))
        .map(|(sku, quantity)| (sku.to_owned(), decode(quantity)))
        .collect()
}

/// An invitation's page, for its sender.
#[must_use]
pub fn invitation(id: impl core::fmt::Display) -> String {
    format!("{INVITATIONS}/{id}")
}

/// A user's page, for the admins of the organization.
#[must_use]
pub fn user(id: impl core::fmt::Display) -> String {
    format!("{USERS}/{id}")
}

/// The case of an enrollment, for reviewers.
#[must_use]
pub fn case(enrollment: impl core::fmt::Display) -> String {
    format!("{CASES}/{enrollment}")
}

/// A decision about an enrollment, before it is made.
#[must_use]
pub fn decision(enrollment: impl core::fmt::Display) -> String {
    format!("{CASES}/{enrollment}/decision")
}

/// All cases that are like this one.
#[must_use]
pub fn alike(enrollment: impl core::fmt::Display) -> String {
    format!("{CASES}/{enrollment}/alike")
}

/// The file of a document.
#[must_use]
pub fn document(id: impl core::fmt::Display) -> String {
    format!("{DOCUMENTS}/{id}")
}

/// An organization of the program, for the operator.
#[must_use]
pub fn organization(id: impl core::fmt::Display) -> String {
    format!("{ORGANIZATIONS}/{id}")
}

/// A user of an organization, for the operator.
#[must_use]
pub fn organization_user(id: impl core::fmt::Display, user: impl core::fmt::Display) -> String {
    format!("{ORGANIZATIONS}/{id}/users/{user}")
}

/// A product of the catalog, for the operator.
#[must_use]
pub fn product(sku: impl core::fmt::Display) -> String {
    format!("{CATALOG}/{sku}")
}

/// A group of program settings by its code, to be changed.
#[must_use]
pub fn program_group(code: &str) -> String {
    format!("{PROGRAM_SETTINGS}/{code}")
}

/// A member of the registry.
#[must_use]
pub fn member(id: impl core::fmt::Display) -> String {
    format!("{REGISTRY}/{id}")
}

/// What is known of a member's profile or location, to be changed.
#[must_use]
pub fn member_mpn(id: impl core::fmt::Display, mpn: &str) -> String {
    format!("{REGISTRY}/{id}/{mpn}")
}

/// The page that the link of a new user's invitation opens.
#[must_use]
pub fn join(token: &str) -> String {
    format!("{JOIN}/{}", encode(token))
}

/// The page that a link for another password opens.
#[must_use]
pub fn new_password(token: &str) -> String {
    format!("{NEW_PASSWORD}/{}", encode(token))
}

/// The page that an invitation's link opens.
#[must_use]
pub fn link(token: &str) -> String {
    format!("{INVITATION}/{}", encode(token))
}

/// The page where a customer creates its tenant on the way to answering an invitation.
#[must_use]
pub fn sign_up(token: &str) -> String {
    format!("{}/sign-up", link(token))
}

/// **Invite new customers** for this provider, to this customer.
#[must_use]
pub fn invite_for_both(
    provider: Option<impl core::fmt::Display>,
    customer: Option<impl core::fmt::Display>,
) -> String {
    let path = provider.map_or_else(
        || INVITE_FOR_BOTH.to_owned(),
        |id| with_query(INVITE_FOR_BOTH, "provider", &id.to_string()),
    );
    customer.map_or_else(
        || path.clone(),
        |id| with_query(&path, "customer", &id.to_string()),
    )
}

/// **Request a reseller relationship** of this customer.
#[must_use]
pub fn request_relationship(customer: impl core::fmt::Display) -> String {
    with_query(REQUEST_RELATIONSHIP, "customer", &customer.to_string())
}

/// A provider's page in the directory.
#[must_use]
pub fn provider_profile(listing: impl core::fmt::Display) -> String {
    format!("{FIND_A_PROVIDER}/{listing}")
}

/// A logo, by its digest, in the size of this name.
#[must_use]
pub fn logo(digest: impl core::fmt::Display, size: &str) -> String {
    format!("{LOGOS}/{digest}/{size}")
}

/// What the provider of this listing has proposed, for the operator.
#[must_use]
pub fn listing_change(listing: impl core::fmt::Display) -> String {
    format!("{LISTING_CHANGES}/{listing}")
}

/// The versions of a listing before this one: of the own listing, if no other one is named.
#[must_use]
pub fn listing_versions(listing: Option<String>, before: u32) -> String {
    let of = listing.map_or_else(|| OWN_LISTING.to_owned(), listing_change);
    format!("{of}/versions?before={before}")
}

/// The rejection of the proposal of this number, before it is made.
#[must_use]
pub fn listing_rejection(listing: impl core::fmt::Display, number: u32) -> String {
    format!("{LISTING_CHANGES}/{listing}/rejection?number={number}")
}

/// A message that asks to partner.
#[must_use]
pub fn partner_ask(id: impl core::fmt::Display) -> String {
    format!("{PARTNER_ASKS}/{id}")
}

/// The name of the input for the country of a listing's location. A line does not begin with a digit, because the form
/// parser would take it for an index into a list.
#[must_use]
pub fn location_country(line: impl core::fmt::Display) -> String {
    format!("countries[{line}]")
}

/// The name of the input for the target URL of a listing's location.
#[must_use]
pub fn location_url(line: impl core::fmt::Display) -> String {
    format!("urls[{line}]")
}

/// The part of an address that says its language: search engines have no cookies.
pub const LANGUAGE: &str = "lang";

/// Whether search engines may show this page. All others are for those who were sent to them, or are signed in.
#[must_use]
pub fn is_indexed(path: &str) -> bool {
    [START, FIND_A_PROVIDER].contains(&path)
        || path
            .strip_prefix(FIND_A_PROVIDER)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a stranger may see this path.
#[must_use]
pub fn is_public(path: &str) -> bool {
    [SIGN_IN, SIGN_IN_CODE, ENROLL, ENROLL_ACCOUNT, ENROLL_CREATE].contains(&path)
        || is_indexed(path)
        || [INVITATION, JOIN, NEW_PASSWORD, CONFIRM]
            .iter()
            .any(|links| {
                path.strip_prefix(links)
                    .is_some_and(|rest| rest.starts_with('/'))
            })
}

/// Whether a signed-in user who owes a second factor may see this path: where it is set up, and where somebody else
/// signs in.
#[must_use]
pub fn is_before_second_factor(path: &str) -> bool {
    [SECOND_FACTOR, SIGN_IN, SIGN_IN_CODE].contains(&path)
}

/// Whether the browser's half comes with this page. The pages for strangers are forms and links, which work by
/// themselves; only the one that may ask for a passkey needs it.
#[must_use]
pub fn has_module(path: &str, signed_in: bool) -> bool {
    path == SIGN_IN_CODE || (signed_in && !is_public(path))
}

/// The sign-in page that leads back here.
#[must_use]
pub fn sign_in_to_return(here: &str) -> String {
    with_query(SIGN_IN, "next", here)
}

/// The second step of signing in, on the way to this page.
#[must_use]
pub fn sign_in_code(next: &str) -> String {
    on_the_way(SIGN_IN_CODE, next)
}

/// This page, on the way to the next one, if that is one of ours.
#[must_use]
pub fn on_the_way(page: &str, next: &str) -> String {
    let with_next = with_query(page, "next", next);
    if is_local(next) && is_local(&with_next) {
        with_next
    } else {
        page.to_owned()
    }
}

/// Path and query of the current page, without a notice that was shown there.
pub(crate) fn use_here() -> String {
    let location = use_location();
    let (path, query) = (
        location.pathname.get_untracked(),
        location.search.get_untracked(),
    );
    if query.is_empty() {
        path
    } else {
        without_query(&format!("{path}?{}", query.trim_start_matches('?')), "done")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_paths_are_followed() {
        for good in ["/", "/customers?reseller=1&sort=name", "/invitation/AbC-_"] {
            assert!(is_local(good), "{good}");
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nset-cookie: x",
            "/a b",
            "/客",
        ] {
            assert!(!is_local(bad), "{bad}");
        }
    }

    #[test]
    fn query_parameters_are_replaced() {
        assert_eq!(with_query("/a", "done", "x y"), "/a?done=x%20y");
        assert_eq!(
            with_query("/a?done=1&b=2#c", "done", "3"),
            "/a?b=2&done=3#c"
        );
        assert_eq!(without_query("/a?done=1", "done"), "/a");
        let next = query_value("done=1&next=%2Fa%3Fb%3D2", "next");
        assert_eq!(next.as_deref(), Some("/a?b=2"));
        assert_eq!(query_value("undone=1", "done"), None);
    }

    #[test]
    fn lines_survive_an_address_whatever_was_typed() {
        let typed = std::collections::BTreeMap::from([
            ("a".to_owned(), "1,000".to_owned()),
            ("b".to_owned(), "5:%2C 台".to_owned()),
        ]);
        assert_eq!(
            read_lines(&lines(&typed)),
            typed.into_iter().collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_code_is_asked_for_wherever_one_was_going() {
        assert_eq!(sign_in_code("/a?b=2"), "/sign-in/code?next=%2Fa%3Fb%3D2");
        for nowhere in ["", "//evil.example", &format!("/{}", "?".repeat(1_000))] {
            assert_eq!(sign_in_code(nowhere), "/sign-in/code");
        }
    }

    #[test]
    fn strangers_see_sign_in_and_invitations_only() {
        assert!(is_public("/sign-in") && is_public("/invitation/x"));
        assert!(is_public(START) && is_public(ENROLL) && is_public(&enroll_step("work_account")));
        assert!(is_public("/confirm/x") && !is_public(&enroll_step("mpn_id")));
        assert!(is_public("/join/x") && is_public("/new-password/x") && !is_public("/join"));
        assert!(!is_public("/") && !is_public("/customers") && !is_public("/invitations"));
    }
}
