//! Every server function with the values for its calls. The registry tells whether the list is complete.

mod registry;
mod values;

pub(crate) use registry::registered;
pub(crate) use values::Values;

use crate::id::Id;

/// A server function and one of the ids that it takes.
pub(crate) struct Function {
    pub(crate) path: &'static str,
    /// The field of the id, and the kind of object that it identifies.
    pub(crate) id: Option<(&'static str, Id)>,
    /// All its other fields; `{…}` stands for one of [`Values`].
    pub(crate) fields: &'static [(&'static str, &'static str)],
}

const fn of(
    path: &'static str,
    field: &'static str,
    id: Id,
    fields: &'static [(&'static str, &'static str)],
) -> Function {
    Function {
        path,
        id: Some((field, id)),
        fields,
    }
}

const fn plain(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Function {
    Function {
        path,
        id: None,
        fields,
    }
}

const REQUEST: (&str, &str) = ("request_id", "{request}");
const RECIPIENT: (&str, &str) = ("recipient", "somebody@nowhere.example");
const SUBJECT: (&str, &str) = ("subject", "Work with us");
const TEXT: (&str, &str) = ("text", "Please open {link}");
/// The id of no agreement: those of the operator are nobody else's.
const NO_AGREEMENT: &str = "0198c000-0000-7000-8000-000000000000";
const NO_LISTING: &str = "0198c000-0000-7000-8000-000000000000";
const TOKEN: (&str, &str) = ("token", "{token}");

/// Functions that take an id. Those that only read come first, those that end something last.
pub(crate) const WITH_ID: &[Function] = &[
    of("/api/customers", "filter", Id::Partner, &[]),
    of("/api/customer", "id", Id::Customer, &[]),
    of("/api/new-subscription", "customer", Id::Customer, &[]),
    of("/api/new-invitation", "customer", Id::Customer, &[]),
    of("/api/new-invitation", "provider", Id::Provider, &[]),
    of("/api/subscriptions", "customer", Id::Customer, &[]),
    of(
        "/api/partner-choices",
        "customer",
        Id::Customer,
        &[("among", "resellers")],
    ),
    of(
        "/api/partner-choices",
        "chosen",
        Id::Partner,
        &[("among", "all"), ("find", "nobody")],
    ),
    of("/api/invitation", "id", Id::Invitation, &[]),
    of("/api/partnership", "id", Id::Partnership, &[]),
    of("/api/customer-draft", "id", Id::CustomerDraft, &[]),
    of("/api/mail", "id", Id::Mail, &[]),
    of("/api/member", "id", Id::RegistryMember, &[]),
    of("/api/organization", "id", Id::ProgramOrganization, &[]),
    of(
        "/api/suspend-organization",
        "organization",
        Id::ProgramOrganization,
        &[REQUEST, ("reason", "invoices are overdue")],
    ),
    of(
        "/api/lift-suspension",
        "organization",
        Id::ProgramOrganization,
        &[REQUEST, ("reason", "invoices are paid")],
    ),
    of(
        "/api/add-member-profile",
        "member",
        Id::RegistryMember,
        &[
            REQUEST,
            ("profile_mpn", "7300000"),
            ("profile_name", "Nowhere"),
        ],
    ),
    of(
        "/api/add-member-location",
        "member",
        Id::RegistryMember,
        &[
            REQUEST,
            ("profile", "7300000"),
            ("location_mpn", "7300001"),
            ("location_name", "Nowhere"),
            ("country", "TW"),
        ],
    ),
    of(
        "/api/save-member-mpn",
        "member",
        Id::RegistryMember,
        &[
            REQUEST,
            ("mpn", "7300000"),
            ("name", "Nowhere"),
            ("status", "active"),
        ],
    ),
    of(
        "/api/change-member-account",
        "member",
        Id::RegistryMember,
        &[REQUEST, ("account", "mpn@elsewhere.example")],
    ),
    of(
        "/api/set-member-password",
        "member",
        Id::RegistryMember,
        &[REQUEST, ("member_password", "nine slow rivers")],
    ),
    of("/api/setup-info", "customer", Id::Customer, &[]),
    of(
        "/api/choose-organization",
        "organization",
        Id::Membership,
        &[],
    ),
    of(
        "/api/place-order",
        "customer",
        Id::Customer,
        &[REQUEST, ("lines[sku-{sku}]", "1"), ("go", "submit")],
    ),
    of(
        "/api/place-order",
        "partner_of_record",
        Id::Reseller,
        &[
            REQUEST,
            ("customer", "{customer}"),
            ("lines[sku-{sku}]", "1"),
            ("go", "submit"),
        ],
    ),
    of(
        "/api/draft-invitation",
        "provider",
        Id::Provider,
        &[
            REQUEST,
            ("kind", "joint_relationship"),
            RECIPIENT,
            SUBJECT,
            TEXT,
        ],
    ),
    of(
        "/api/edit-invitation",
        "invitation",
        Id::Invitation,
        &[REQUEST, RECIPIENT, SUBJECT, TEXT],
    ),
    of(
        "/api/send-invitation",
        "invitation",
        Id::Invitation,
        &[REQUEST],
    ),
    of(
        "/api/cancel-invitation",
        "invitation",
        Id::Invitation,
        &[REQUEST],
    ),
    of(
        "/api/customer-details",
        "reseller",
        Id::Reseller,
        &[
            REQUEST,
            ("draft", "{draft}"),
            ("name", "Nowhere"),
            ("domain", "nowhere-at-all"),
            ("country", "{country}"),
            ("admin_name", "Anna Berg"),
            ("admin_user", "anna"),
            ("contact", "anna@nowhere.example"),
        ],
    ),
    of(
        "/api/customer-details",
        "draft",
        Id::CustomerDraft,
        &[
            REQUEST,
            ("name", "Nowhere"),
            ("domain", "nowhere-at-all"),
            ("country", "{country}"),
            ("admin_name", "Anna Berg"),
            ("admin_user", "anna"),
            ("contact", "anna@nowhere.example"),
        ],
    ),
    of(
        "/api/customer-lines",
        "draft",
        Id::CustomerDraft,
        &[REQUEST],
    ),
    of(
        "/api/submit-customer",
        "draft",
        Id::CustomerDraft,
        &[REQUEST],
    ),
    of(
        "/api/cancel-customer",
        "draft",
        Id::CustomerDraft,
        &[REQUEST],
    ),
    of(
        "/api/renew-setup-password",
        "customer",
        Id::Customer,
        &[REQUEST],
    ),
    of("/api/resend-mail", "mail", Id::Mail, &[REQUEST]),
    of(
        "/api/end-grant",
        "relationship",
        Id::Relationship,
        &[REQUEST, ("grant", "support")],
    ),
    of(
        "/api/end-relationship",
        "relationship",
        Id::Relationship,
        &[REQUEST],
    ),
    of(
        "/api/revoke-tenant-admin",
        "partnership",
        Id::Partnership,
        &[REQUEST],
    ),
    of(
        "/api/grant-tenant-admin",
        "partnership",
        Id::Partnership,
        &[REQUEST],
    ),
    of(
        "/api/end-partnership",
        "partnership",
        Id::Partnership,
        &[REQUEST],
    ),
    of("/api/user", "id", Id::Colleague, &[]),
    of(
        "/api/update-user-roles",
        "user",
        Id::Colleague,
        &[REQUEST, ("roles[]", "helpdesk_agent")],
    ),
    of(
        "/api/rename-user",
        "user",
        Id::Colleague,
        &[REQUEST, ("name", "Anna Berg")],
    ),
    of(
        "/api/manage-user-invitation",
        "invitation",
        Id::MemberInvitation,
        &[REQUEST, ("then", "cancel")],
    ),
    of(
        "/api/change-user",
        "user",
        Id::Colleague,
        &[REQUEST, ("then", "block")],
    ),
    of("/api/case", "id", Id::Case, &[]),
    of("/api/decision", "id", Id::Case, &[]),
    of(
        "/api/note-on-case",
        "enrollment",
        Id::Case,
        &[REQUEST, ("text", "Called the company.")],
    ),
    of(
        "/api/change-case",
        "enrollment",
        Id::Case,
        &[REQUEST, ("then", "take")],
    ),
    of(
        "/api/dismiss-proposal",
        "enrollment",
        Id::Case,
        &[REQUEST, ("text", "Look again.")],
    ),
    of(
        "/api/decide-case",
        "enrollment",
        Id::Case,
        &[REQUEST, ("check", "business")],
    ),
    of("/api/partner-ask", "id", Id::Ask, &[]),
    of(
        "/api/decline-ask",
        "ask",
        Id::Ask,
        &[REQUEST, ("reason", "we have enough resellers")],
    ),
    of("/api/withdraw-ask", "ask", Id::Ask, &[REQUEST]),
    of("/api/answer-ask", "ask", Id::Ask, &[REQUEST]),
    of("/api/end-session", "handle", Id::Session, &[]),
];

/// Functions that take no id. The token of a link does not count: anyone who has it may see the page behind it.
pub(crate) const WITHOUT_ID: &[Function] = &[
    plain("/api/overview", &[]),
    plain("/api/waits", &[]),
    plain("/api/agreement", &[("kind", "partner_agreement")]),
    plain("/api/agreements", &[]),
    plain("/api/agreement-version", &[("id", NO_AGREEMENT)]),
    plain("/api/program-info", &[]),
    plain("/api/look-up-reseller", &[("by", "nobody.example")]),
    plain(
        "/api/sign-agreement",
        &[
            REQUEST,
            ("kind", "partner_agreement"),
            ("version", "1.0"),
            ("language", "en"),
            (
                "digest",
                "abababababababababababababababababababababababababababababababab",
            ),
            ("accepted", "true"),
        ],
    ),
    plain(
        "/api/publish-agreement",
        &[
            REQUEST,
            ("kind", "partner_agreement"),
            ("version", "9.0"),
            ("english", "Be kind."),
            ("effective", "2030-01-01"),
            ("confirmed", "true"),
        ],
    ),
    plain(
        "/api/move-deadline",
        &[REQUEST, ("agreement", NO_AGREEMENT)],
    ),
    plain("/api/earlier", &[("before", "1")]),
    plain("/api/resellers", &[]),
    plain("/api/providers", &[]),
    plain("/api/invitations", &[]),
    plain("/api/grants", &[]),
    plain("/api/products", &[("country", "TW")]),
    plain("/api/mailbox", &[]),
    plain("/api/markets", &[]),
    plain("/api/dead-mails", &[]),
    plain("/api/cases", &[]),
    plain("/api/own-sessions", &[]),
    plain("/api/own-sign-ins", &[]),
    plain("/api/demo-accounts", &[]),
    plain("/api/demo-walk", &[]),
    plain("/api/domain-suffix", &[]),
    plain("/api/link", &[TOKEN]),
    plain("/api/continue-link", &[TOKEN]),
    plain("/api/decline-link", &[REQUEST, TOKEN]),
    plain("/api/accept-link", &[REQUEST, TOKEN, ("confirmed", "true")]),
    plain(
        "/api/sign-up",
        &[
            REQUEST,
            TOKEN,
            ("name", "Nowhere"),
            ("domain", "nowhere-at-all"),
            ("country", "TW"),
            ("admin_name", "Anna Berg"),
            ("admin_user", "anna"),
            ("password", "violet kettle on tuesdays"),
            ("repeated_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/move-clock", &[("days", "1")]),
    plain("/api/set-language", &[("language", "zh-Hans")]),
    plain("/api/set-theme", &[("theme", "dark")]),
    plain(
        "/api/sign-in",
        &[
            ("email", "{email}"),
            ("password", tierline_server::demo::PASSWORD),
        ],
    ),
    plain("/api/sign-in-as", &[("email", "{email}")]),
    plain(
        "/api/change-password",
        &[
            ("current_password", tierline_server::demo::PASSWORD),
            ("new_password", "violet kettle on tuesdays"),
            ("repeated_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/second-factor", &[]),
    plain("/api/begin-second-factor", &[]),
    plain(
        "/api/confirm-second-factor",
        &[
            ("code", "000000"),
            ("current_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/ask-for-new-passkey", &[]),
    plain("/api/ask-for-passkey", &[]),
    plain(
        "/api/add-passkey",
        &[
            ("name", "Key on the ring"),
            ("passkey", "{}"),
            ("current_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/prove", &[("code", "000000")]),
    plain(
        "/api/remove-factor",
        &[
            ("factor", "0198c000-0000-7000-8000-000000000000"),
            ("code", "000000"),
        ],
    ),
    plain("/api/renew-recovery-codes", &[("code", "000000")]),
    plain(
        "/api/turn-off-second-factor",
        &[
            ("code", "000000"),
            ("current_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/recovery-codes", &[]),
    plain("/api/enter-code", &[("code", "000000")]),
    plain("/api/sign-in-ways", &[]),
    plain("/api/required-second-factor", &[]),
    plain("/api/organization-profile", &[]),
    plain("/api/registry", &[]),
    plain("/api/organizations", &[]),
    plain(
        "/api/register-member",
        &[
            REQUEST,
            ("account", "mpn@nowhere.example"),
            ("profile_mpn", "7300000"),
            ("profile_name", "Nowhere"),
            ("location_mpn", "7300001"),
            ("location_name", "Nowhere"),
            ("country", "TW"),
        ],
    ),
    plain("/api/identifiers", &[]),
    plain(
        "/api/prove-membership",
        &[
            ("member_account", "mpn@nowhere.example"),
            ("member_password", "four quiet lanterns"),
        ],
    ),
    plain("/api/leave-membership", &[]),
    plain("/api/associate-mpn", &[REQUEST, ("mpn", "5000001")]),
    plain(
        "/api/add-location",
        &[
            REQUEST,
            ("profile", "5000000"),
            ("location_name", "Nowhere"),
        ],
    ),
    plain(
        "/api/require-second-factor",
        &[REQUEST, ("required_of", "nobody")],
    ),
    // Everybody sees the directory: its ids are no secret.
    plain("/api/find-providers", &[]),
    plain("/api/provider-profile", &[("id", NO_LISTING)]),
    plain("/api/own-listing", &[]),
    plain(
        "/api/save-listing",
        &[
            REQUEST,
            ("name", "Nowhere Distribution"),
            ("text_en", "Cloud solutions"),
            ("countries[l0]", "TW"),
            ("urls[l0]", "https://nowhere.example/"),
            ("email", "partners@nowhere.example"),
        ],
    ),
    plain("/api/change-listing", &[REQUEST, ("then", "withdraw")]),
    plain("/api/listing-changes", &[]),
    plain("/api/listing-review", &[("id", NO_LISTING)]),
    plain(
        "/api/review-listing",
        &[
            REQUEST,
            ("listing", NO_LISTING),
            ("number", "1"),
            ("then", "approve"),
        ],
    ),
    plain(
        "/api/ask-to-partner",
        &[
            REQUEST,
            ("listing", NO_LISTING),
            ("message", "We would like to work with you."),
        ],
    ),
    plain("/api/users", &[]),
    plain(
        "/api/invite-user",
        &[
            REQUEST,
            ("name", "Mia Kern"),
            ("address", "mia@nowhere.example"),
            ("roles[]", "helpdesk_agent"),
        ],
    ),
    plain("/api/join-link", &[TOKEN]),
    plain("/api/join", &[REQUEST, TOKEN]),
    plain(
        "/api/join-as-new",
        &[
            REQUEST,
            TOKEN,
            ("password", "violet kettle on tuesdays"),
            ("repeated_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/password-link", &[TOKEN]),
    plain(
        "/api/choose-password",
        &[
            REQUEST,
            TOKEN,
            ("password", "violet kettle on tuesdays"),
            ("repeated_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/enrollment", &[]),
    plain("/api/begin-enrollment", &[REQUEST]),
    plain("/api/postpone-mpn", &[REQUEST]),
    plain(
        "/api/enter-legal-profile",
        &[
            REQUEST,
            ("name", "Nowhere"),
            ("address", "1 Harbour Road"),
            ("website", ""),
        ],
    ),
    plain(
        "/api/enter-primary-contact",
        &[
            REQUEST,
            ("name", "Anna Berg"),
            ("email", "anna@nowhere.example"),
            ("language", "en"),
        ],
    ),
    plain(
        "/api/enter-support-contact",
        &[REQUEST, ("email", "support@nowhere.example")],
    ),
    plain("/api/enroll-now", &[REQUEST]),
    plain("/api/resend-confirmation", &[REQUEST]),
    plain(
        "/api/appeal",
        &[
            REQUEST,
            ("check", "business"),
            ("statement", "We are registered."),
        ],
    ),
    plain("/api/confirmation", &[TOKEN]),
    plain(
        "/api/answer-confirmation",
        &[
            REQUEST,
            TOKEN,
            ("then", "confirm"),
            ("signed_up", "true"),
            ("company_address", "true"),
        ],
    ),
    plain(
        "/api/sign-up-to-enroll",
        &[
            REQUEST,
            ("name", "Nowhere"),
            ("domain", "nowhere-at-all"),
            ("country", "TW"),
            ("admin_name", "Anna Berg"),
            ("admin_user", "anna"),
            ("password", "violet kettle on tuesdays"),
            ("repeated_password", "violet kettle on tuesdays"),
        ],
    ),
    plain("/api/end-other-sessions", &[]),
    plain("/api/sign-out", &[]),
];
