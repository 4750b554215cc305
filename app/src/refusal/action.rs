//! Actions of a user, as a phrase for "To …, you need".

use tierline_core::{access::Action, permission::OfArea};

use crate::{
    account, catalog, customer, i18n::Lang, invitation, mail, member, order, organization,
    partnership, relationship,
};

/// The action as a phrase.
#[must_use]
pub fn action(lang: Lang, action: Action) -> &'static str {
    match action.of_area() {
        OfArea::Organization(action) => organization::told::action(lang, action),
        OfArea::Account(action) => account::told::action(lang, action),
        OfArea::Member(action) => member::told::action(lang, action),
        OfArea::Catalog(action) => catalog::told::action(lang, action),
        OfArea::Partnership(action) => partnership::told::action(lang, action),
        OfArea::Invitation(action) => invitation::told::action(lang, action),
        OfArea::Relationship(action) => relationship::told::action(lang, action),
        OfArea::Customer(action) => customer::told::action(lang, action),
        OfArea::Order(action) => order::told::action(lang, action),
        OfArea::Mail(action) => mail::told::action(lang, action),
    }
}
