//! The functions that take no id. The token of a link does not count: anyone who has it may see the page behind it.

use super::{Function, NO_AGREEMENT, NO_IMPORT, REQUEST, TOKEN, plain};

/// No product.
const SKU: (&str, &str) = ("sku", NO_IMPORT);
const REASON: (&str, &str) = ("reason", "it is retired");

/// Those about the own organization and its users, before the directory and the program.
pub(crate) const OF_ACCOUNTS: &[Function] = &[
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
        &[REQUEST, ("agreement", NO_AGREEMENT), ("confirmed", "true")],
    ),
    plain("/api/program-settings", &[]),
    plain("/api/program-promise", &[]),
    plain(
        "/api/set-promises",
        &[
            REQUEST,
            ("review_from", "3"),
            ("review_to", "5"),
            ("answer_from", "2"),
            ("answer_to", "3"),
        ],
    ),
    plain(
        "/api/set-lifetimes",
        &[
            REQUEST,
            ("invitation_days", "90"),
            ("reminder_days", "7"),
            ("member_invitation_days", "14"),
            ("session_hours", "8"),
            ("session_days", "7"),
        ],
    ),
    plain(
        "/api/set-limits",
        &[
            REQUEST,
            ("documents", "20"),
            ("reviewers", "1"),
            ("confirmation_days", "1"),
            ("rejected_days", "30"),
        ],
    ),
    plain(
        "/api/set-quotas",
        &[
            REQUEST,
            ("resend_minutes", "5"),
            ("invitations_a_day", "1000"),
        ],
    ),
    plain(
        "/api/set-retention",
        &[
            REQUEST,
            ("mail_days", "30"),
            ("sign_in_days", "90"),
            ("draft_days", "30"),
            ("document_days", "180"),
        ],
    ),
    plain(
        "/api/set-working-days",
        &[REQUEST, ("days[]", "monday"), ("days[]", "tuesday")],
    ),
    plain("/api/add-holiday", &[REQUEST, ("day", "2030-01-01")]),
    plain("/api/add-holidays", &[REQUEST, ("list", "2030-12-25")]),
    plain("/api/remove-holiday", &[REQUEST, ("day", "2030-01-01")]),
    plain("/api/earlier", &[("before", "1")]),
    plain("/api/resellers", &[]),
    plain("/api/providers", &[]),
    plain("/api/invitations", &[]),
    plain("/api/partner-asks", &[]),
    plain("/api/order-requests", &[]),
    plain("/api/asked-first", &[]),
    plain("/api/set-asked-first", &[REQUEST, ("asked_first", "yes")]),
    plain("/api/grants", &[]),
    plain("/api/products", &[("country", "TW")]),
    plain("/api/mailbox", &[]),
    plain("/api/markets", &[]),
    plain("/api/dead-mails", &[]),
    plain("/api/cases", &[]),
    plain("/api/own-sessions", &[]),
    plain("/api/settings", &[]),
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
    plain("/api/imports", &[]),
    plain(
        "/api/import-lines",
        &[("query", "of=0198c000-0000-7000-8000-000000000000")],
    ),
    plain(
        "/api/unsigned",
        &[("query", "of=0198c000-0000-7000-8000-000000000000")],
    ),
    plain(
        "/api/user-import-lines",
        &[("query", "of=0198c000-0000-7000-8000-000000000000")],
    ),
    plain("/api/import", &[("id", NO_IMPORT)]),
    plain("/api/import-start", &[("kind", "registry")]),
    plain(
        "/api/settle-import",
        &[REQUEST, ("import", NO_IMPORT), ("command", "apply")],
    ),
    plain("/api/catalog", &[]),
    plain("/api/product", &[SKU]),
    plain("/api/withdraw-product", &[REQUEST, SKU, REASON]),
    plain("/api/sell-product-again", &[REQUEST, SKU, REASON]),
    plain(
        "/api/set-product-limits",
        &[REQUEST, SKU, REASON, ("minimum", "1")],
    ),
    plain("/api/take-back-product-limits", &[REQUEST, SKU, REASON]),
    plain(
        "/api/organization-user",
        &[("organization", NO_IMPORT), ("user", NO_IMPORT)],
    ),
    plain(
        "/api/restore-access",
        &[
            REQUEST,
            ("organization", NO_IMPORT),
            ("user", NO_IMPORT),
            REASON,
            ("then", "password"),
        ],
    ),
    plain("/api/organizations", &[]),
    plain(
        "/api/add-partner",
        &[
            REQUEST,
            ("capabilities[]", "direct_bill"),
            ("address", "1 Harbour Road"),
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
];
