//! Lists of licenses, and of the users who hold them, as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{
        HolderRow, HoldersPage, LicenseUserRow, LicenseUsersPage, LicensesPage, LicensesRow,
        OwnLicense, OwnLicensesPage,
    },
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, number},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
        words as listing,
    },
    member::roles,
    route,
    ui::StateLook,
    wire::Wire,
};

/// The filter by state.
pub const STATE: &str = "state";
/// The filter by whether somebody holds a license.
pub const HOLDS: &str = "holds";
/// Its value for those who hold none.
pub const NONE: &str = "none";
/// Its value for those who hold any.
pub const ANY: &str = "any";

/// The licenses of a customer, subscription by subscription.
#[server(prefix = "/api", endpoint = "licenses", protocol = Wire<GetUrl>)]
pub async fn licenses(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<LicensesPage, PortalError> {
    crate::backend::list::<Licenses>(&query).await
}

/// The users of a customer with their licenses.
#[server(prefix = "/api", endpoint = "license-users", protocol = Wire<GetUrl>)]
pub async fn users(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<LicenseUsersPage, PortalError> {
    crate::backend::list::<Users>(&query).await
}

/// Who holds the licenses of a subscription.
#[server(prefix = "/api", endpoint = "license-holders", protocol = Wire<GetUrl>)]
pub async fn holders(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<HoldersPage, PortalError> {
    crate::backend::list::<Holders>(&query).await
}

/// The licenses that the reader holds.
#[server(prefix = "/api", endpoint = "own-licenses", protocol = Wire<GetUrl>)]
pub async fn own_licenses(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OwnLicensesPage, PortalError> {
    crate::backend::list::<OwnLicenses>(&query).await
}

impl Listed for Licenses {
    const PATH: &'static str = route::LICENSES;
    type Row = LicensesRow;
    type Page = LicensesPage;
}

impl Listed for Users {
    const PATH: &'static str = route::LICENSE_USERS;
    type Row = LicenseUserRow;
    type Page = LicenseUsersPage;
}

impl Listed for Holders {
    const PATH: &'static str = route::LICENSE_HOLDERS;
    type Row = HolderRow;
    type Page = HoldersPage;
}

impl Listed for OwnLicenses {
    const PATH: &'static str = route::OWN_LICENSES;
    type Row = OwnLicense;
    type Page = OwnLicensesPage;
}

/// A customer's licenses.
#[must_use]
pub fn licenses_list(lang: Lang) -> List<LicensesRow> {
    List {
        lang,
        path: route::LICENSES,
        title: words::licenses(lang),
        search: words::search_products(lang),
        dense: false,
        columns: vec![
            Column::text("product", words::product(lang), |_, row: &LicensesRow| {
                row.product.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("state", words::state(lang), |lang, row: &LicensesRow| {
                (StateLook::from(row.status).word)(lang).to_owned()
            })
            .fit(),
            Column::number("bought", words::bought(lang), |_, row: &LicensesRow| {
                row.bought.to_string()
            }),
            Column::number("assigned", words::assigned(lang), |_, row: &LicensesRow| {
                row.assigned.to_string()
            }),
            Column::number("free", words::free(lang), |_, row: &LicensesRow| {
                row.free.to_string()
            }),
        ],
        filters: Vec::new(),
        counted: Counted {
            one: words::one_subscription(lang),
            several: words::several_subscriptions,
        },
        nothing_found: Nothing {
            title: words::no_product_found(lang),
            why: words::no_product_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// A customer's users with their licenses.
#[must_use]
pub fn users_list(lang: Lang) -> List<LicenseUserRow> {
    List {
        lang,
        path: route::LICENSE_USERS,
        title: words::users_and_licenses(lang),
        search: words::search_users(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::name(lang), |_, row: &LicenseUserRow| {
                row.name.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text(
                "address",
                words::account(lang),
                |_, row: &LicenseUserRow| row.address.clone(),
            ),
            Column::text("roles", words::roles(lang), |lang, row: &LicenseUserRow| {
                roles(lang, row.roles)
            }),
            Column::text("state", words::state(lang), |lang, row: &LicenseUserRow| {
                (StateLook::from(row.state).word)(lang).to_owned()
            })
            .fit(),
            Column::text(
                "licenses",
                words::licenses(lang),
                |lang, row: &LicenseUserRow| held(lang, row),
            ),
            Column::text(
                "restorable_until",
                words::restorable_until(lang),
                |_, row: &LicenseUserRow| row.until.map(iso_day).unwrap_or_default(),
            )
            .in_file(),
        ],
        filters: vec![
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::any_state(lang),
            },
            Filter {
                name: HOLDS,
                label: words::licenses(lang),
                any: words::any_licenses(lang),
            },
        ],
        counted: Counted {
            one: words::one_user(lang),
            several: words::several_users,
        },
        nothing_found: Nothing {
            title: words::no_user_found(lang),
            why: words::no_user_found_why(lang),
            show_all: words::show_all_users(lang),
        },
    }
}

/// What a user holds, in words: the first products, and how many more there are.
#[must_use]
pub fn held(lang: Lang, row: &LicenseUserRow) -> String {
    let named = u32::try_from(row.products.len()).unwrap_or(u32::MAX);
    let names = listing::list(lang, row.products.iter());
    match row.licenses.saturating_sub(named) {
        0 => names,
        more => words::and_more(lang, names, number(i64::from(more))),
    }
}

/// The users who hold licenses of a subscription.
#[must_use]
pub fn holders_list(lang: Lang) -> List<HolderRow> {
    List {
        lang,
        path: route::LICENSE_HOLDERS,
        title: words::assigned_users(lang),
        search: words::search_users(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::name(lang), |_, row: &HolderRow| {
                row.name.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("address", words::account(lang), |_, row: &HolderRow| {
                row.address.clone()
            }),
            Column::text("state", words::state(lang), |lang, row: &HolderRow| {
                (StateLook::from(row.state).word)(lang).to_owned()
            })
            .fit(),
            Column::text("since", words::since(lang), |_, row: &HolderRow| {
                iso_day(row.since)
            })
            .sortable()
            .fit(),
        ],
        filters: Vec::new(),
        counted: Counted {
            one: words::one_user(lang),
            several: words::several_users,
        },
        nothing_found: Nothing {
            title: words::no_user_found(lang),
            why: words::no_user_found_why(lang),
            show_all: words::show_all_users(lang),
        },
    }
}

/// The reader's own licenses.
#[must_use]
pub fn own_list(lang: Lang) -> List<OwnLicense> {
    List {
        lang,
        path: route::OWN_LICENSES,
        title: words::my_licenses(lang),
        search: words::search_products(lang),
        dense: false,
        columns: vec![
            Column::text("product", words::product(lang), |_, row: &OwnLicense| {
                row.product.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("state", words::state(lang), |lang, row: &OwnLicense| {
                (StateLook::from(row.status).word)(lang).to_owned()
            })
            .fit(),
            Column::text("since", words::since(lang), |_, row: &OwnLicense| {
                iso_day(row.since)
            })
            .sortable()
            .fit(),
        ],
        filters: Vec::new(),
        counted: Counted {
            one: words::one_license(lang),
            several: words::several_licenses,
        },
        nothing_found: Nothing {
            title: words::no_product_found(lang),
            why: words::no_product_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}
