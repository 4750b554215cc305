//! Every server function with the values for its calls. The registry tells whether the list is complete.

mod values;

use std::collections::{BTreeMap, BTreeSet};

use http::Method;
use leptos::server_fn::axum::server_fn_paths;
use uuid::Uuid;

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
        "/api/invite-admin-again",
        "organization",
        Id::ProgramOrganization,
        &[REQUEST],
    ),
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
    of("/api/end-session", "handle", Id::Session, &[]),
];

/// Functions that take no id. The token of a link does not count: anyone who has it may see the page behind it.
pub(crate) const WITHOUT_ID: &[Function] = &[
    plain("/api/overview", &[]),
    plain("/api/earlier", &[("before", "1")]),
    plain("/api/resellers", &[]),
    plain("/api/providers", &[]),
    plain("/api/invitations", &[]),
    plain("/api/grants", &[]),
    plain("/api/products", &[("country", "TW")]),
    plain("/api/mailbox", &[]),
    plain("/api/markets", &[]),
    plain("/api/dead-mails", &[]),
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
        "/api/add-partner",
        &[
            REQUEST,
            ("capability", "direct_bill"),
            ("name", "Nowhere"),
            ("domain", "nowhere-direct.example"),
            ("country", "TW"),
            ("admin_name", "Anna Berg"),
            ("admin_user_name", "anna@nowhere-direct.example"),
        ],
    ),
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
    plain("/api/end-other-sessions", &[]),
    plain("/api/sign-out", &[]),
];

impl Function {
    /// The form, as it is posted.
    pub(crate) fn form(&self, values: &Values) -> Vec<(String, String)> {
        let (request, draft) = (Uuid::now_v7().to_string(), Uuid::now_v7().to_string());
        let fill = |text: &str| {
            text.replace("{request}", &request)
                .replace("{draft}", &draft)
                .replace("{customer}", &values.customer)
                .replace("{sku}", &values.sku)
                .replace("{country}", &values.country)
                .replace("{token}", &values.token)
                .replace("{email}", &values.email)
        };
        let mut form: Vec<_> = self
            .fields
            .iter()
            .map(|(name, value)| (fill(name), fill(value)))
            .collect();
        form.extend(
            self.id
                .map(|(field, _)| (field.to_owned(), values.id.clone())),
        );
        form
    }
}

/// The registered server functions with the method of each.
pub(crate) fn registered() -> BTreeMap<&'static str, Method> {
    let registered: BTreeMap<_, _> = server_fn_paths().collect();
    assert!(
        registered.len() > 40,
        "few server functions: {registered:?}"
    );
    registered
}

#[test]
fn every_server_function_is_listed_once_or_by_each_of_its_ids() {
    let with_id: BTreeSet<_> = WITH_ID.iter().map(|function| function.path).collect();
    let without_id: BTreeSet<_> = WITHOUT_ID.iter().map(|function| function.path).collect();
    assert!(with_id.is_disjoint(&without_id));
    let listed: BTreeSet<_> = with_id.union(&without_id).copied().collect();
    let registered: BTreeSet<_> = registered().into_keys().collect();
    assert_eq!(
        listed, registered,
        "a new server function takes an id, or takes none"
    );
}
