//! The forms of the listed functions, and whether all that are registered are listed.

use std::collections::{BTreeMap, BTreeSet};

use http::Method;
use leptos::server_fn::axum::server_fn_paths;
use uuid::Uuid;

use super::{Function, Values, with_id, without_id};

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
    let with_id: BTreeSet<_> = with_id().map(|function| function.path).collect();
    let without_id: BTreeSet<_> = without_id().map(|function| function.path).collect();
    assert!(with_id.is_disjoint(&without_id));
    let listed: BTreeSet<_> = with_id.union(&without_id).copied().collect();
    let registered: BTreeSet<_> = registered().into_keys().collect();
    assert_eq!(
        listed, registered,
        "a new server function takes an id, or takes none"
    );
}
