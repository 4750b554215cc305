//! A refusal in words: the rule, the missing thing, and who can supply it. Each area has its own words, in its file
//! `told`; this puts them together, and shows them.

mod access;
mod action;
mod button;
pub(crate) mod page;
mod remedy;
#[cfg(test)]
mod tests;

pub use action::action;
pub use button::RefusedBy;
pub use remedy::remedy;

use tierline_core::Refusal;

use crate::{
    account, agreement, catalog, customer, directory, enrollment, group, i18n::Lang, import,
    invitation, license, member, membership, order, order_request, organization, partnership,
    program, relationship, review, subscription,
};

/// The reason why something may not be done, who can change that, and how.
#[must_use]
pub fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Access(refusal) => access::explain(lang, refusal),
        Refusal::Organization(refusal) => organization::told::refusal(lang, refusal),
        Refusal::Account(refusal) => account::told::refusal(lang, refusal),
        Refusal::Member(refusal) => member::told::refusal(lang, refusal),
        Refusal::Enrollment(refusal) => enrollment::told::refusal(lang, refusal),
        Refusal::Review(refusal) => review::told::refusal(lang, refusal),
        Refusal::Membership(refusal) => membership::told::refusal(lang, refusal),
        Refusal::Agreement(refusal) => agreement::told::refusal(lang, refusal),
        Refusal::Directory(refusal) => directory::told::refusal(lang, refusal),
        Refusal::Partnership(refusal) => partnership::told::refusal(lang, refusal),
        Refusal::Invitation(refusal) => invitation::told::refusal(lang, refusal),
        Refusal::Relationship(refusal) => relationship::told::refusal(lang, refusal),
        Refusal::Customer(refusal) => customer::told::refusal(lang, refusal),
        Refusal::Group(refusal) => group::told::refusal(lang, refusal),
        Refusal::License(refusal) => license::told::refusal(lang, refusal),
        Refusal::Catalog(refusal) => catalog::told::refusal(lang, refusal),
        Refusal::Order(refusal) => order::told::refusal(lang, refusal),
        Refusal::OrderRequest(refusal) => order_request::told::refusal(lang, refusal),
        Refusal::Subscription(refusal) => subscription::told::refusal(lang, refusal),
        Refusal::Program(refusal) => program::told::refusal(lang, refusal),
        Refusal::Import(refusal) => import::told::refusal(lang, refusal),
    }
}
