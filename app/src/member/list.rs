//! The list of users as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::role::RoleSet;

use super::{
    model::{UserRow, UsersPage},
    words,
};
use crate::{
    account::words as account,
    error::PortalError,
    i18n::{Lang, iso_day},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
        words as listing,
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// The users of the own organization, and the open invitations to become one.
#[server(prefix = "/api", endpoint = "users", protocol = Wire<GetUrl>)]
pub async fn users(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<UsersPage, PortalError> {
    crate::backend::list::<Users>(&query).await
}

impl Listed for Users {
    const PATH: &'static str = route::USERS;
    type Row = UserRow;
    type Page = UsersPage;
}

/// The filter by role.
pub const ROLE: &str = "role";
/// The filter by state.
pub const STATE: &str = "state";

/// The users, and those who are invited.
#[must_use]
pub fn list(lang: Lang) -> List<UserRow> {
    List {
        lang,
        path: route::USERS,
        title: words::user_management(lang),
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::name(lang), |_, row: &UserRow| {
                row.name.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("address", words::account(lang), |_, row: &UserRow| {
                row.address.clone()
            }),
            Column::text("roles", words::roles(lang), |lang, row: &UserRow| {
                roles(lang, row.roles)
            }),
            Column::text("state", words::state(lang), |lang, row: &UserRow| {
                (StateLook::from(row.state).word)(lang).to_owned()
            })
            .fit(),
            Column::text(
                "second_factor",
                words::second_factor(lang),
                |lang, row: &UserRow| {
                    row.second_factor
                        .map(|is_on| on_or_off(lang, is_on).to_owned())
                        .unwrap_or_default()
                },
            )
            .fit(),
            Column::text("signed_in", words::signed_in(lang), |_, row: &UserRow| {
                row.signed_in.map(iso_day).unwrap_or_default()
            })
            .sortable()
            .fit(),
            Column::text("expires", words::expires(lang), |_, row: &UserRow| {
                row.expires.map(iso_day).unwrap_or_default()
            })
            .on_request(),
            Column::actions(words::actions(lang)),
        ],
        filters: vec![
            Filter {
                name: ROLE,
                label: words::role(lang),
                any: words::any_role(lang),
            },
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::any_state(lang),
            },
        ],
        counted: Counted {
            one: words::one_user(lang),
            several: words::several_users,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// The roles as one text.
#[must_use]
pub fn roles(lang: Lang, roles: RoleSet) -> String {
    listing::list(lang, roles.iter().map(|it| account::role(lang, it)))
}

/// Whether something is on, in a word.
#[must_use]
pub fn on_or_off(lang: Lang, is_on: bool) -> &'static str {
    if is_on {
        words::on(lang)
    } else {
        words::off(lang)
    }
}
