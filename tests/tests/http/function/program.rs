//! The functions that take no id, of what all organizations have in common.

use super::{Function, NO_IMPORT, NO_LISTING, REQUEST, TOKEN, plain};

/// Those about the directory, the program and its catalog.
pub(crate) const OF_THE_PROGRAM: &[Function] = &[
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
    plain(
        "/api/listing-versions",
        &[("id", NO_LISTING), ("before", "2")],
    ),
    plain("/api/listing-review", &[("id", NO_LISTING)]),
    plain(
        "/api/assign-listing",
        &[
            REQUEST,
            ("listing", NO_LISTING),
            ("number", "1"),
            ("then", "take"),
        ],
    ),
    plain(
        "/api/listing-rejection",
        &[("id", NO_LISTING), ("number", "1")],
    ),
    plain(
        "/api/review-listing",
        &[REQUEST, ("listing", NO_LISTING), ("number", "1")],
    ),
    plain(
        "/api/reject-listing",
        &[
            REQUEST,
            ("listing", NO_LISTING),
            ("number", "1"),
            ("reason", "The page isn't there."),
            ("shown", "The page isn't there."),
            ("then", "reject"),
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
    plain("/api/licenses", &[]),
    plain("/api/license-users", &[]),
    plain("/api/license-holders", &[]),
    plain("/api/own-licenses", &[]),
    plain("/api/statement", &[]),
    plain("/api/all-subscriptions", &[]),
    plain("/api/renewals", &[]),
    plain("/api/orders", &[]),
    plain(
        "/api/renewal-bulk",
        &[("query", "of=00000000-0000-0000-0000-000000000007")],
    ),
    plain("/api/run-renewals", &[REQUEST, ("bulk", NO_IMPORT)]),
    plain("/api/retry-renewals", &[REQUEST, ("bulk", NO_IMPORT)]),
    plain("/api/customer-groups", &[]),
    plain("/api/new-user", &[]),
    plain("/api/placing", &[("id", NO_IMPORT)]),
    plain("/api/ending-rights", &[]),
    plain(
        "/api/ask-to-renew",
        &[
            REQUEST,
            ("all", "true"),
            ("text", "Please renew"),
            ("day", "2030-01-31"),
        ],
    ),
    plain("/api/undo-placing", &[REQUEST, ("placing", NO_IMPORT)]),
    plain("/api/add-customer-group", &[REQUEST, ("name", "Far away")]),
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
    plain("/api/correct-country", &[REQUEST, ("country", "DE")]),
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
