//! The fields of every function that a form is posted to, from the areas' lists.

use std::{collections::HashMap, sync::LazyLock};

use tierline_app::{
    account, agreement, catalog, customer, demo, directory, enrollment, form::Fields, group,
    import, invitation, license, mail, member, membership, operator, order, order_request,
    organization, partnership, program, relationship, review, subscription, timeline,
};

/// The lists, by area.
const FORMS: &[&[Fields]] = &[
    account::api::preferences::FORMS,
    account::api::second_factor::FORMS,
    account::api::session::FORMS,
    agreement::api::FORMS,
    catalog::api::FORMS,
    customer::api::FORMS,
    customer::api::wizard::FORMS,
    demo::api::FORMS,
    enrollment::api::FORMS,
    directory::api::FORMS,
    import::api::FORMS,
    group::api::FORMS,
    invitation::api::FORMS,
    invitation::api::link::FORMS,
    license::api::FORMS,
    mail::api::FORMS,
    member::api::FORMS,
    member::api::help::FORMS,
    member::api::link::FORMS,
    member::api::removed::FORMS,
    membership::api::FORMS,
    membership::api::registry::FORMS,
    operator::api::FORMS,
    operator::api::help::FORMS,
    order::api::FORMS,
    order_request::api::FORMS,
    organization::api::FORMS,
    partnership::api::FORMS,
    program::api::FORMS,
    relationship::api::FORMS,
    review::api::FORMS,
    subscription::api::FORMS,
    timeline::api::FORMS,
];

/// The names of the fields by the functions' paths.
static FUNCTIONS: LazyLock<HashMap<&str, &[&str]>> = LazyLock::new(|| {
    let all = FORMS.iter().copied().flatten();
    all.map(|fields| (fields.path, (fields.names)())).collect()
});

/// The names of the function's fields; none for a path that is no form's.
#[must_use]
pub fn names(function: &str) -> &'static [&'static str] {
    FUNCTIONS.get(function).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    #[test]
    fn every_function_that_is_posted_to_has_its_fields() {
        let posted = leptos::server_fn::axum::server_fn_paths()
            .filter(|(_, method)| *method == Method::POST)
            .map(|(path, _)| path);
        let missing: Vec<_> = posted
            .filter(|path| !FUNCTIONS.contains_key(path))
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn the_names_are_those_of_the_arguments() {
        assert_eq!(names("/api/sign-in"), ["email", "password", "next"]);
        assert_eq!(names("/api/sign-out"), ["next"]);
        assert_eq!(names("/api/end-other-sessions"), Vec::<&str>::new());
        assert_eq!(names("/api/no-function"), Vec::<&str>::new());
    }
}
