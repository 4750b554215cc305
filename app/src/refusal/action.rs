//! Actions of a user, as a phrase for "To …, you need".

use tierline_core::access::Action;

use crate::{
    account, agreement, catalog, customer, directory, enrollment, group, i18n::Lang, invitation,
    license, mail, member, membership, order, order_request, organization, partnership, program,
    relationship,
};

/// The action as a phrase.
#[must_use]
pub fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::Organization(action) => organization::told::action(lang, action),
        Action::Account(action) => account::told::action(lang, action),
        Action::Member(action) => member::told::action(lang, action),
        Action::Catalog(action) => catalog::told::action(lang, action),
        Action::Enrollment(action) => enrollment::told::action(lang, action),
        Action::Membership(action) => membership::told::action(lang, action),
        Action::Agreement(action) => agreement::told::action(lang, action),
        Action::Directory(action) => directory::told::action(lang, action),
        Action::Partnership(action) => partnership::told::action(lang, action),
        Action::Invitation(action) => invitation::told::action(lang, action),
        Action::Relationship(action) => relationship::told::action(lang, action),
        Action::Customer(action) => customer::told::action(lang, action),
        Action::Group(action) => group::told::action(lang, action),
        Action::License(action) => license::told::action(lang, action),
        Action::Order(action) => order::told::action(lang, action),
        Action::OrderRequest(action) => order_request::told::action(lang, action),
        Action::Mail(action) => mail::told::action(lang, action),
        Action::Program(action) => program::told::action(lang, action),
    }
}
