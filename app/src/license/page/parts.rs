//! What the pages of a customer's licenses share.

use leptos::prelude::*;

use crate::{
    i18n::Lang,
    license::{model::Managed, words},
    route,
    shell::words as shell,
    ui::{Tab, Tabs},
};

/// What is above the pages of this customer's licenses.
pub(super) fn trail(lang: Lang, of: &Managed) -> Vec<(String, String)> {
    if of.own {
        return Vec::new();
    }
    let customer = of.customer.name.to_string();
    vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (route::customer(of.customer.id), customer),
    ]
}

/// The same with the list of users below it.
pub(super) fn trail_below(lang: Lang, of: &Managed) -> Vec<(String, String)> {
    let mut trail = trail(lang, of);
    trail.push((users(of), words::users_and_licenses(lang).to_owned()));
    trail
}

/// The list of the customer's users.
pub(super) fn users(of: &Managed) -> String {
    if of.own {
        route::LICENSE_USERS.to_owned()
    } else {
        route::license_users(of.customer.id)
    }
}

/// The users and the licenses of a customer: two lists, and the one that is shown.
pub(super) fn tabs(lang: Lang, of: &Managed, current: usize) -> AnyView {
    let licenses = if of.own {
        route::LICENSES.to_owned()
    } else {
        route::licenses(of.customer.id)
    };
    let tabs = vec![
        Tab::new(users(of), words::users(lang)),
        Tab::new(licenses, words::licenses(lang)),
    ];
    view! { <Tabs label=words::users_and_licenses(lang) tabs=tabs current=current/> }.into_any()
}
