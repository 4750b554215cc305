//! Every server function with the values for its calls. The registry tells whether the list is complete.

mod licenses;
mod program;
mod registry;
mod requests;
mod values;
mod with_id;
mod without_id;

pub(crate) use registry::registered;
pub(crate) use values::Values;

use crate::id::Id;

/// Functions that take an id, those that end something last.
pub(crate) fn with_id() -> impl Iterator<Item = &'static Function> {
    licenses::OF_LICENSES
        .iter()
        .chain(requests::OF_REQUESTS)
        .chain(with_id::OF_OBJECTS)
}

/// Functions that take no id.
pub(crate) fn without_id() -> impl Iterator<Item = &'static Function> {
    without_id::OF_ACCOUNTS
        .iter()
        .chain(program::OF_THE_PROGRAM)
}

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
/// The id of no import.
const NO_IMPORT: &str = "0198c000-0000-7000-8000-000000000000";
const NO_LISTING: &str = "0198c000-0000-7000-8000-000000000000";
const NO_REVIEWER: &str = "0198c000-0000-7000-8000-000000000000";
/// What a reviewer does to a case.
const NOTED: &[(&str, &str)] = &[REQUEST, ("text", "Called the company.")];
const TAKEN: &[(&str, &str)] = &[REQUEST, ("then", "take")];
const GIVEN: &[(&str, &str)] = &[REQUEST, ("reviewer", NO_REVIEWER)];
const DISMISSED: &[(&str, &str)] = &[REQUEST, ("text", "Look again.")];
const DECIDED: &[(&str, &str)] = &[REQUEST, ("check", "business")];
/// No import of the customer's users, and how one is settled.
const IMPORT: (&str, &str) = ("import", NO_IMPORT);
const SETTLED: &[(&str, &str)] = &[REQUEST, IMPORT, ("command", "apply")];
/// No partner, who might be named.
const NAMED: (&str, &str) = ("partner", NO_REVIEWER);
/// No user of the customer, and what might be done to one.
const NO_USER: (&str, &str) = ("user", NO_REVIEWER);
const BLOCKED: &[(&str, &str)] = &[REQUEST, NO_USER, ("then", "block")];
const RESTORED: &[(&str, &str)] = &[REQUEST, NO_USER];
const CALLED: &[(&str, &str)] = &[REQUEST, NO_USER, ("name", "Nobody")];
const BILLING: &[(&str, &str)] = &[REQUEST, NO_USER, ("roles[]", "billing_admin")];
const ADDED: &[(&str, &str)] = &[
    REQUEST,
    ("name", "Nobody"),
    ("address", "nobody@nowhere.example"),
    ("roles[]", "user"),
];
/// The id of no subscription, whose licenses might be assigned and withdrawn.
const NO_SUBSCRIPTION: (&str, &str) = ("subscription", NO_REVIEWER);
const ASSIGNED: &[(&str, &str)] = &[REQUEST, NO_SUBSCRIPTION, ("users[]", NO_REVIEWER)];
const WITHDRAWN: &[(&str, &str)] = &[REQUEST, NO_SUBSCRIPTION, ("assignments[]", NO_REVIEWER)];
const TOKEN: (&str, &str) = ("token", "{token}");
