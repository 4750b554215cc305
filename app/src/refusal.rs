//! A refusal in words: the rule, the missing thing, and who can supply it. One file per area of core.

mod access;
mod account;
mod action;
mod capability;
mod catalog;
mod customer;
mod invitation;
mod order;
mod organization;
pub(crate) mod page;
mod partnership;
mod relationship;
mod remedy;
#[cfg(test)]
mod tests;

pub use action::action;
pub use remedy::remedy;

use tierline_core::Refusal;

use crate::i18n::Lang;

/// The reason why something may not be done, who can change that, and how.
#[must_use]
pub fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Access(refusal) => access::explain(lang, refusal),
        Refusal::Organization(refusal) => organization::explain(lang, refusal),
        Refusal::Account(refusal) => account::explain(lang, refusal),
        Refusal::Partnership(refusal) => partnership::explain(lang, refusal),
        Refusal::Invitation(refusal) => invitation::explain(lang, refusal),
        Refusal::Relationship(refusal) => relationship::explain(lang, refusal),
        Refusal::Customer(refusal) => customer::explain(lang, refusal),
        Refusal::Catalog(refusal) => catalog::explain(lang, refusal),
        Refusal::Order(refusal) => order::explain(lang, refusal),
    }
}
